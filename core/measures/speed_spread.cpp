// SPDX-License-Identifier: GPL-3.0-or-later
// The fastest layer's ‖δ^l‖ over the slowest's.
#include "measures/measure.h"

namespace deltascope {

namespace {

std::optional<double> value(const Snapshot& snapshot, const MeasureArguments&)
{
    if (!snapshot.evaluation)
        return std::nullopt;
    const Evaluation& evaluation = *snapshot.evaluation;
    int slowest = 1, fastest = 1;
    for (int layer = 1; layer <= evaluation.depth(); ++layer) {
        if (evaluation.layer(layer).speed.normOfMean.isZero())
            return std::nullopt;
        slowest = learnsSlower(evaluation, layer, slowest) ? layer : slowest;
        fastest = learnsSlower(evaluation, fastest, layer) ? layer : fastest;
    }
    return speedRatio(evaluation, fastest, slowest).log10();
}

} // namespace

namespace measures {
extern const MeasureKind speed_spread{
    "speed_spread",
    translatable("core", "fastest layer’s learning speed, the slowest’s = 1"),
    true,
    needs(Need::evaluation),
    "",
    value,
};
} // namespace measures

} // namespace deltascope
