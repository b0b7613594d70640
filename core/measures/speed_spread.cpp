// SPDX-License-Identifier: GPL-3.0-or-later
// The fastest layer's ‖δ^l‖ over the slowest's.
#include "measures/measure.h"

namespace deltascope::measures {

namespace {

std::optional<double> value(const results::Snapshot& snapshot, const MeasureArguments&)
{
    if (!snapshot.get<evaluation::Evaluation>())
        return std::nullopt;
    const evaluation::Evaluation& evaluation = *snapshot.get<evaluation::Evaluation>();
    int slowest = 1, fastest = 1;
    for (int layer = 1; layer <= evaluation.depth(); ++layer) {
        if (evaluation.layer(layer).speed.normOfMean.isZero())
            return std::nullopt;
        slowest = evaluation::learnsSlower(evaluation, layer, slowest) ? layer : slowest;
        fastest = evaluation::learnsSlower(evaluation, fastest, layer) ? layer : fastest;
    }
    return evaluation::speedRatio(evaluation, fastest, slowest).log10();
}

} // namespace

extern const MeasureKind speed_spread{
    .id = "speed_spread",
    .name = translatable("core", "learning speed of the fastest layer relative to the slowest"),
    .decades = true,
    .needs = results::ownNeeds<evaluation::Evaluation>,
    .arguments = "",
    .value = value,
    .symbol = "max‖δ‖/min‖δ‖",
    .reads = evaluation::kSpeeds,
};

} // namespace deltascope::measures
