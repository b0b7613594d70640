// SPDX-License-Identifier: GPL-3.0-or-later
// Measure of {a₀ in [0, 1] : |∏ factor| ≥ K}.
#include "measures/measure.h"
#include "network/structure.h"
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
    .id = "explosion_width",
    .name = translatable("core", "total width of the inputs a₀ whose gradient grows"),
    .decades = true,
    .needs = results::ownNeeds<explosion::ExplosionSet>,
    .arguments = "",
    .value = value,
    .zero = results::CellMark::zero, // there is no such input
    .inapplicable = [](const model::Scenario& scenario) -> Message {
        if (network::hasExplosionSet(scenario))
            return {};
        return {translatable("core", "only a chain without a residual connection has an explosion window."), {}};
    },
};

} // namespace deltascope::measures
