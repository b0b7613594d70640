// SPDX-License-Identifier: GPL-3.0-or-later
// ‖δ^l‖ of one layer.
#include "measures/measure.h"

namespace deltascope::measures {

namespace {

std::optional<double> value(const results::Snapshot& snapshot, const MeasureArguments& arguments)
{
    const evaluation::Evaluation* evaluation = snapshot.get<evaluation::Evaluation>();
    if (!evaluation || arguments.layer > evaluation->depth())
        return std::nullopt;
    const numerics::Scaled speed = evaluation->layer(arguments.layer).speed.normOfMean;
    return speed.isZero() ? std::nullopt : std::optional(speed.log10());
}

} // namespace

extern const MeasureKind speed{
    .id = "speed",
    .name = translatable("core", "learning speed of the layer"),
    .decades = true,
    .needs = results::ownNeeds<evaluation::Evaluation>,
    .arguments = "layer",
    .value = value,
    .symbol = "‖δ%1‖",
    .reads = evaluation::kSpeeds,
};

} // namespace deltascope::measures
