// SPDX-License-Identifier: GPL-3.0-or-later
// Mean over the examples.
#include "measures/measure.h"

namespace deltascope::measures {

namespace {

std::optional<double> value(const results::Snapshot& snapshot, const MeasureArguments&)
{
    const evaluation::Evaluation* evaluation = snapshot.get<evaluation::Evaluation>();
    return evaluation ? std::optional(evaluation->cost.nearestDouble()) : std::nullopt;
}

} // namespace

extern const MeasureKind cost{
    .id = "cost",
    .name = translatable("core", "cost"),
    .decades = false,
    .needs = results::ownNeeds<evaluation::Evaluation>,
    .arguments = "",
    .value = value,
    .symbol = "C",
    .reads = evaluation::kCost,
};

} // namespace deltascope::measures
