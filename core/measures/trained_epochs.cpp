// SPDX-License-Identifier: GPL-3.0-or-later
// How far the training is.
#include "measures/measure.h"

#include "training/training_progress.h"

#include <algorithm>

namespace deltascope::measures {

namespace {

std::optional<double> value(const results::Snapshot& snapshot, const MeasureArguments&)
{
    const training::TrainingProgress* course = snapshot.get<training::TrainingProgress>();
    if (!course)
        return std::nullopt;
    return static_cast<double>(course->step) / static_cast<double>(std::max<std::int64_t>(1, course->stepsPerEpoch));
}

} // namespace

extern const MeasureKind trained_epochs{
    .id = "trained_epochs",
    .name = translatable("core", "epochs trained"),
    .decades = false,
    .needs = results::ownNeeds<training::TrainingProgress>,
    .arguments = "",
    .value = value,
    .ofDiverged = true,
};

} // namespace deltascope::measures
