// SPDX-License-Identifier: GPL-3.0-or-later
// |w_l f′(z_l)| in a chain.
#include "measures/measure.h"

namespace deltascope::measures {

namespace {

std::optional<double> value(const results::Snapshot& snapshot, const MeasureArguments& arguments)
{
    if (!snapshot.evaluation || arguments.layer > snapshot.evaluation->depth())
        return std::nullopt;
    const numerics::Scaled factor = snapshot.evaluation->layer(arguments.layer).factor;
    return !snapshot.evaluation->chain || factor.isZero() ? std::nullopt : std::optional(factor.log10());
}

} // namespace

extern const MeasureKind factor{
    "factor",
    translatable("core", "size of the layer’s factor |wσ′(z)|"),
    true,
    results::needs(results::Need::evaluation),
    "layer",
    value,
};

} // namespace deltascope::measures
