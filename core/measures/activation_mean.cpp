// SPDX-License-Identifier: GPL-3.0-or-later
// a, mean over neurons and examples.
#include "measures/measure.h"

namespace deltascope::measures {

namespace {

std::optional<double> value(const results::Snapshot& snapshot, const MeasureArguments& arguments)
{
    const evaluation::Evaluation* evaluation = snapshot.get<evaluation::Evaluation>();
    if (!evaluation || arguments.layer > evaluation->depth())
        return std::nullopt;
    return evaluation->layer(arguments.layer).a.mean.nearestDouble();
}

} // namespace

extern const MeasureKind activation_mean{
    .id = "activation_mean",
    .name = translatable("core", "mean activation of the layer"),
    .decades = false,
    .needs = results::ownNeeds<evaluation::Evaluation>,
    .arguments = "layer",
    .value = value,
    .symbol = "a",
    .reads = evaluation::kStatistics,
};

} // namespace deltascope::measures
