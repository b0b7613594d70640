// SPDX-License-Identifier: GPL-3.0-or-later
// Cost in the newest record of the training.
#include "measures/measure.h"

#include "training/training_progress.h"

namespace deltascope::measures {

namespace {

std::optional<double> value(const results::Snapshot& snapshot, const MeasureArguments&)
{
    const training::TrainingProgress* course = snapshot.get<training::TrainingProgress>();
    if (!course || course->trace.size() == 0)
        return std::nullopt;
    return course->trace.record(course->trace.size() - 1).cost.nearestDouble();
}

} // namespace

extern const MeasureKind trained_cost{
    .id = "trained_cost",
    .name = translatable("core", "cost reached by the training"),
    .decades = false,
    .needs = results::ownNeeds<training::TrainingProgress>,
    .arguments = "",
    .value = value,
    .symbol = "C",
};

} // namespace deltascope::measures
