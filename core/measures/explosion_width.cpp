// SPDX-License-Identifier: GPL-3.0-or-later
// Measure of {a₀ in [0, 1] : |∏ factor| ≥ K}.
#include "measures/measure.h"

namespace deltascope::measures {

namespace {

std::optional<double> value(const results::Snapshot& snapshot, const MeasureArguments&)
{
    if (!snapshot.explosionSet || snapshot.explosionSet->measure.sign == 0)
        return std::nullopt;
    return snapshot.explosionSet->measure.log10;
}

} // namespace

extern const MeasureKind explosion_width{
    "explosion_width",
    translatable("core", "total width of the inputs a₀ whose gradient grows"),
    true,
    results::needs(results::Need::explosionSet),
    "",
    value,
};

} // namespace deltascope::measures
