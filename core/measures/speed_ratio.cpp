// SPDX-License-Identifier: GPL-3.0-or-later
// ‖δ^l‖ over that of another layer.
#include "measures/measure.h"

#include <algorithm>

namespace deltascope {

namespace {

std::optional<double> value(const Snapshot& snapshot, const MeasureArguments& arguments)
{
    if (!snapshot.evaluation || std::max(arguments.layer, arguments.against) > snapshot.evaluation->depth())
        return std::nullopt;
    const Scaled speed = snapshot.evaluation->layer(arguments.layer).speed.normOfMean;
    const Scaled against = snapshot.evaluation->layer(arguments.against).speed.normOfMean;
    if (speed.isZero() || against.isZero())
        return std::nullopt;
    return speedRatio(*snapshot.evaluation, arguments.layer, arguments.against).log10();
}

} // namespace

namespace measures {
extern const MeasureKind speed_ratio{
    "speed_ratio",
    translatable("core", "learning speed of one layer, another’s = 1"),
    true,
    needs(Need::evaluation),
    "layer against",
    value,
};
} // namespace measures

} // namespace deltascope
