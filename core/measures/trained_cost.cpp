// SPDX-License-Identifier: GPL-3.0-or-later
// Cost in the newest record of the training.
#include "measures/measure.h"

#include "training/training_progress.h"

namespace deltascope::measures {

namespace {

std::optional<double> value(const results::Snapshot& snapshot, const MeasureArguments&)
{
    if (!snapshot.course || snapshot.course->trace.size() == 0)
        return std::nullopt;
    return snapshot.course->trace.record(snapshot.course->trace.size() - 1).cost.nearestDouble();
}

} // namespace

extern const MeasureKind trained_cost{
    "trained_cost",
    translatable("core", "cost reached by the training"),
    false,
    results::needs(results::Need::course),
    "",
    value,
};

} // namespace deltascope::measures
