// SPDX-License-Identifier: GPL-3.0-or-later
// z, mean over neurons and examples.
#include "measures/measure.h"

namespace deltascope::measures {

namespace {

std::optional<double> value(const results::Snapshot& snapshot, const MeasureArguments& arguments)
{
    const evaluation::Evaluation* evaluation = snapshot.get<evaluation::Evaluation>();
    if (!evaluation || arguments.layer > evaluation->depth())
        return std::nullopt;
    return evaluation->layer(arguments.layer).z.mean.nearestDouble();
}

} // namespace

extern const MeasureKind weighted_input{
    .id = "weighted_input",
    .name = translatable("core", "mean weighted input z of the layer"),
    .decades = false,
    .needs = results::ownNeeds<evaluation::Evaluation>,
    .arguments = "layer",
    .value = value,
    .symbol = "z",
    .reads = evaluation::kStatistics,
};

} // namespace deltascope::measures
