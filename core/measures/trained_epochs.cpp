// SPDX-License-Identifier: GPL-3.0-or-later
// How far the training is.
#include "measures/measure.h"

#include "training_progress.h"

namespace deltascope {

namespace {

std::optional<double> value(const Snapshot& snapshot, const MeasureArguments&)
{
    if (!snapshot.course)
        return std::nullopt;
    return static_cast<double>(snapshot.course->step) / static_cast<double>(snapshot.course->stepsPerEpoch);
}

} // namespace

namespace measures {
extern const MeasureKind trained_epochs{
    "trained_epochs",
    translatable("core", "epochs trained"),
    false,
    needs(Need::course),
    "",
    value,
};
} // namespace measures

} // namespace deltascope
