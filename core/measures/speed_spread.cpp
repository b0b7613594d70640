// SPDX-License-Identifier: GPL-3.0-or-later
// The fastest layer's ‖δ^l‖ over the slowest's.
#include "measures/measure.h"

#include <algorithm>

namespace deltascope {

namespace {

std::optional<double> value(const Snapshot& snapshot, const MeasureArguments&)
{
    if (!snapshot.evaluation)
        return std::nullopt;
    double least = 0, most = 0;
    for (int layer = 1; layer <= snapshot.evaluation->depth(); ++layer) {
        const Scaled speed = snapshot.evaluation->layer(layer).speed.normOfMean;
        if (speed.isZero())
            return std::nullopt;
        least = layer == 1 ? speed.log10() : std::min(least, speed.log10());
        most = layer == 1 ? speed.log10() : std::max(most, speed.log10());
    }
    return most - least;
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
