// SPDX-License-Identifier: GPL-3.0-or-later
// f′(z), mean over neurons and examples.
#include "measures/measure.h"

namespace deltascope::measures {

namespace {

std::optional<double> value(const results::Snapshot& snapshot, const MeasureArguments& arguments)
{
    const evaluation::Evaluation* evaluation = snapshot.get<evaluation::Evaluation>();
    if (!evaluation || arguments.layer > evaluation->depth())
        return std::nullopt;
    const numerics::Scaled slope = numerics::abs(evaluation->layer(arguments.layer).derivative.mean);
    return slope.isZero() ? std::nullopt : std::optional(slope.log10());
}

} // namespace

extern const MeasureKind slope{
    .id = "slope",
    .name = translatable("core", "mean derivative f′(z) of the layer"),
    .decades = true,
    .needs = results::ownNeeds<evaluation::Evaluation>,
    .arguments = "layer",
    .value = value,
    .symbol = "f′",
    .reads = evaluation::kStatistics,
};

} // namespace deltascope::measures
