// SPDX-License-Identifier: GPL-3.0-or-later
// f′(z), mean over neurons and examples.
#include "measures/measure.h"

namespace deltascope {

namespace {

std::optional<double> value(const Snapshot& snapshot, const MeasureArguments& arguments)
{
    if (!snapshot.evaluation || arguments.layer > snapshot.evaluation->depth())
        return std::nullopt;
    const Scaled slope = abs(snapshot.evaluation->layer(arguments.layer).derivative.mean);
    return slope.isZero() ? std::nullopt : std::optional(slope.log10());
}

} // namespace

namespace measures {
extern const MeasureKind slope{
    "slope",
    translatable("core", "derivative f′(z) of the layer, its mean"),
    true,
    needs(Need::evaluation),
    "layer",
    value,
};
} // namespace measures

} // namespace deltascope
