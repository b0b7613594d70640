// SPDX-License-Identifier: GPL-3.0-or-later
// Share of the layer's activations whose slope is below a twentieth of its maximum.
#include "measures/measure.h"

#include "training/training_progress.h"

namespace deltascope::measures {

namespace {

std::optional<double> value(const results::Snapshot& snapshot, const MeasureArguments& arguments)
{
    const training::TrainingProgress* course = snapshot.get<training::TrainingProgress>();
    if (!course || course->trace.size() == 0 || arguments.layer > course->trace.depth())
        return std::nullopt;
    return course->trace.layer(course->trace.size() - 1, arguments.layer).saturated;
}

} // namespace

extern const MeasureKind saturated{
    .id = "saturated",
    .name = translatable("core", "share of saturated activations of the layer"),
    .decades = false,
    .needs = results::ownNeeds<training::TrainingProgress>,
    .arguments = "layer",
    .value = value,
};

} // namespace deltascope::measures
