// SPDX-License-Identifier: GPL-3.0-or-later
// How far the training is.
#include "measures/measure.h"

#include "training/training_progress.h"

namespace deltascope::measures {

namespace {

std::optional<double> value(const results::Snapshot& snapshot, const MeasureArguments&)
{
    if (!snapshot.course)
        return std::nullopt;
    return static_cast<double>(snapshot.course->step) / static_cast<double>(snapshot.course->stepsPerEpoch);
}

} // namespace

extern const MeasureKind trained_epochs{
    "trained_epochs",
    translatable("core", "epochs trained"),
    false,
    results::needs(results::Need::course),
    "",
    value,
};

} // namespace deltascope::measures
