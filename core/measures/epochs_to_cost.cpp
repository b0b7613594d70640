// SPDX-License-Identifier: GPL-3.0-or-later
// Epochs of training before the first record whose cost is at most so much.
#include "measures/measure.h"

#include "training/training_progress.h"

#include <algorithm>

namespace deltascope::measures {

namespace {

std::optional<double> value(const results::Snapshot& snapshot, const MeasureArguments& arguments)
{
    const training::TrainingProgress* course = snapshot.get<training::TrainingProgress>();
    if (!course)
        return std::nullopt;
    const numerics::Scaled cost = numerics::Scaled::from(arguments.cost);
    for (std::size_t i = 0; i < course->trace.size(); ++i)
        if (!(cost < course->trace.record(i).cost))
            return static_cast<double>(course->trace.record(i).step)
                / static_cast<double>(std::max<std::int64_t>(1, course->stepsPerEpoch));
    return std::nullopt;
}

} // namespace

extern const MeasureKind epochs_to_cost{
    .id = "epochs_to_cost",
    .name = translatable("core", "epochs until the cost is reached"),
    .decades = false,
    .needs = results::ownNeeds<training::TrainingProgress>,
    .arguments = "reach",
    .value = value,
    .absent = results::CellMark::notReached,
    .ofDiverged = true,
};

} // namespace deltascope::measures
