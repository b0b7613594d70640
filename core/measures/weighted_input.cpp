// SPDX-License-Identifier: GPL-3.0-or-later
// z, mean over neurons and examples.
#include "measures/measure.h"

namespace deltascope {

namespace {

std::optional<double> value(const Snapshot& snapshot, const MeasureArguments& arguments)
{
    if (!snapshot.evaluation || arguments.layer > snapshot.evaluation->depth())
        return std::nullopt;
    return snapshot.evaluation->layer(arguments.layer).z.mean.nearestDouble();
}

} // namespace

namespace measures {
extern const MeasureKind weighted_input{
    "weighted_input",
    translatable("core", "weighted input z of the layer, its mean"),
    false,
    needs(Need::evaluation),
    "layer",
    value,
};
} // namespace measures

} // namespace deltascope
