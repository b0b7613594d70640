// SPDX-License-Identifier: GPL-3.0-or-later
// Measure of {a₀ in [0, 1] : |∏ factor| ≥ K}.
#include "measures/measure.h"
#include "theory/explosion/explosion_set.h"

namespace deltascope::measures {

namespace {

std::optional<double> value(const results::Snapshot& snapshot, const MeasureArguments&)
{
    const explosion::ExplosionSet* set = snapshot.get<explosion::ExplosionSet>();
    if (!set || set->measure.sign == 0)
        return std::nullopt;
    return set->measure.log10;
}

} // namespace

extern const MeasureKind explosion_width{
    "explosion_width",
    translatable("core", "total width of the inputs a₀ whose gradient grows"),
    true,
    results::ownNeeds<explosion::ExplosionSet>,
    "",
    value,
};

} // namespace deltascope::measures
