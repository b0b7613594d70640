// SPDX-License-Identifier: GPL-3.0-or-later
// ‖δ^l‖ over that of another layer.
#include "measures/measure.h"

#include <algorithm>

namespace deltascope::measures {

namespace {

std::optional<double> value(const results::Snapshot& snapshot, const MeasureArguments& arguments)
{
    const evaluation::Evaluation* evaluation = snapshot.get<evaluation::Evaluation>();
    if (!evaluation)
        return std::nullopt;
    const int depth = evaluation->depth(), other = arguments.against > 0 ? arguments.against : depth;
    if (std::max(arguments.layer, other) > depth)
        return std::nullopt;
    const numerics::Scaled speed = evaluation->layer(arguments.layer).speed.normOfMean;
    const numerics::Scaled against = evaluation->layer(other).speed.normOfMean;
    if (speed.isZero() || against.isZero())
        return std::nullopt;
    return evaluation::speedRatio(*evaluation, arguments.layer, other).log10();
}

} // namespace

extern const MeasureKind speed_ratio{
    .id = "speed_ratio",
    .name = translatable("core", "learning speed of one layer relative to another"),
    .decades = true,
    .needs = results::ownNeeds<evaluation::Evaluation>,
    .arguments = "layer against",
    .value = value,
    .symbol = "‖δ%1‖/‖δ%2‖",
    .ratio = true,
    .reads = evaluation::kSpeeds,
};

} // namespace deltascope::measures
