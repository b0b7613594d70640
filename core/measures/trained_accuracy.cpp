// SPDX-License-Identifier: GPL-3.0-or-later
// Accuracy on the training examples in the newest record.
#include "measures/measure.h"

#include "training/training_progress.h"

namespace deltascope::measures {

namespace {

std::optional<double> value(const results::Snapshot& snapshot, const MeasureArguments&)
{
    const training::TrainingProgress* course = snapshot.get<training::TrainingProgress>();
    if (!course || course->trace.size() == 0)
        return std::nullopt;
    return course->trace.record(course->trace.size() - 1).accuracy;
}

} // namespace

extern const MeasureKind trained_accuracy{
    .id = "trained_accuracy",
    .name = translatable("core", "share of examples classified correctly"),
    .decades = false,
    .needs = results::ownNeeds<training::TrainingProgress>,
    .arguments = "",
    .value = value,
};

} // namespace deltascope::measures
