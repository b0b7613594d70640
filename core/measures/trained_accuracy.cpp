// SPDX-License-Identifier: GPL-3.0-or-later
// Accuracy on the training examples in the newest record.
#include "measures/measure.h"

#include "training/training_progress.h"

namespace deltascope::measures {

namespace {

std::optional<double> value(const results::Snapshot& snapshot, const MeasureArguments&)
{
    if (!snapshot.course || snapshot.course->trace.size() == 0)
        return std::nullopt;
    return snapshot.course->trace.record(snapshot.course->trace.size() - 1).accuracy;
}

} // namespace

extern const MeasureKind trained_accuracy{
    "trained_accuracy",
    translatable("core", "share of examples classified rightly"),
    false,
    results::needs(results::Need::course),
    "",
    value,
};

} // namespace deltascope::measures
