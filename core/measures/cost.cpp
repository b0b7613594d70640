// SPDX-License-Identifier: GPL-3.0-or-later
// Mean over the examples.
#include "measures/measure.h"

namespace deltascope {

namespace {

std::optional<double> value(const Snapshot& snapshot, const MeasureArguments&)
{
    return snapshot.evaluation ? std::optional(snapshot.evaluation->cost.nearestDouble()) : std::nullopt;
}

} // namespace

namespace measures {
extern const MeasureKind cost{
    "cost",
    translatable("core", "cost"),
    false,
    needs(Need::evaluation),
    "",
    value,
};
} // namespace measures

} // namespace deltascope
