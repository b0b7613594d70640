// SPDX-License-Identifier: GPL-3.0-or-later
// 1 where the training ended in numbers beyond doubles.
#include "measures/measure.h"

#include "training/training_progress.h"

namespace deltascope::measures {

namespace {

std::optional<double> value(const results::Snapshot& snapshot, const MeasureArguments&)
{
    const training::TrainingProgress* course = snapshot.get<training::TrainingProgress>();
    if (!course)
        return std::nullopt;
    return course->divergence ? 1 : 0;
}

} // namespace

extern const MeasureKind diverged{
    .id = "diverged",
    .name = translatable("core", "whether the training diverged (1) or not (0)"),
    .decades = false,
    .needs = results::ownNeeds<training::TrainingProgress>,
    .arguments = "",
    .value = value,
    .ofDiverged = true,
};

} // namespace deltascope::measures
