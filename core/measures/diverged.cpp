// SPDX-License-Identifier: GPL-3.0-or-later
// 1 where the training ended in numbers beyond doubles.
#include "measures/measure.h"

#include "training_progress.h"

namespace deltascope {

namespace {

std::optional<double> value(const Snapshot& snapshot, const MeasureArguments&)
{
    if (!snapshot.course)
        return std::nullopt;
    return snapshot.course->divergence ? 1 : 0;
}

} // namespace

namespace measures {
extern const MeasureKind diverged{
    "diverged",
    translatable("core", "whether the training diverged (1) or not (0)"),
    false,
    needs(Need::course),
    "",
    value,
};
} // namespace measures

} // namespace deltascope
