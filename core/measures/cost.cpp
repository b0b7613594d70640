// SPDX-License-Identifier: GPL-3.0-or-later
// Mean over the examples.
#include "measures/measure.h"

namespace deltascope::measures {

namespace {

std::optional<double> value(const results::Snapshot& snapshot, const MeasureArguments&)
{
    return snapshot.evaluation ? std::optional(snapshot.evaluation->cost.nearestDouble()) : std::nullopt;
}

} // namespace

extern const MeasureKind cost{
    "cost",
    translatable("core", "cost"),
    false,
    results::needs(results::Need::evaluation),
    "",
    value,
};

} // namespace deltascope::measures
