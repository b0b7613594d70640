// SPDX-License-Identifier: GPL-3.0-or-later
// |w_l f′(z_l)| in a chain.
#include "measures/measure.h"

namespace deltascope {

namespace {

std::optional<double> value(const Snapshot& snapshot, const MeasureArguments& arguments)
{
    if (!snapshot.evaluation || arguments.layer > snapshot.evaluation->depth())
        return std::nullopt;
    const Scaled factor = snapshot.evaluation->layer(arguments.layer).factor;
    return !snapshot.evaluation->chain || factor.isZero() ? std::nullopt : std::optional(factor.log10());
}

} // namespace

namespace measures {
extern const MeasureKind factor{
    "factor",
    translatable("core", "size of the layer’s factor |wσ′(z)|"),
    true,
    needs(Need::evaluation),
    "layer",
    value,
};
} // namespace measures

} // namespace deltascope
