// SPDX-License-Identifier: GPL-3.0-or-later
// ‖δ^l‖ of one layer.
#include "measures/measure.h"

namespace deltascope {

namespace {

std::optional<double> value(const Snapshot& snapshot, const MeasureArguments& arguments)
{
    if (!snapshot.evaluation || arguments.layer > snapshot.evaluation->depth())
        return std::nullopt;
    const Scaled speed = snapshot.evaluation->layer(arguments.layer).speed.normOfMean;
    return speed.isZero() ? std::nullopt : std::optional(speed.log10());
}

} // namespace

namespace measures {
extern const MeasureKind speed{
    "speed",
    translatable("core", "learning speed of the layer"),
    true,
    needs(Need::evaluation),
    "layer",
    value,
};
} // namespace measures

} // namespace deltascope
