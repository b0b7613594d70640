// SPDX-License-Identifier: GPL-3.0-or-later
// The share of the networks of all seeds whose layers all learn within a factor 2 of one another. core/maths.md 12.3.
#include "measures/measure.h"

#include "results/balance_by_chance.h"
#include "results/speed_ratios.h"

namespace deltascope::measures {

namespace {

std::optional<double> value(const results::Snapshot& snapshot, const MeasureArguments&)
{
    const auto* balance = snapshot.get<results::BalanceByChance>();
    if (!balance || !balance->complete() || balance->depths.empty())
        return std::nullopt;
    return balance->depths.back().within2;
}

Message inapplicable(const model::Scenario& scenario)
{
    if (results::hasBalanceByChance(scenario))
        return {};
    if (Message why = results::whyNoOtherDepths(scenario); !why.empty())
        return why;
    return {translatable("core",
                "Chance can balance a network only if it has two layers or more and random initial weights or inputs."),
        {}};
}

} // namespace

extern const MeasureKind balanced_share{
    .id = "balanced_share",
    .name = translatable("core", "share of the seeds whose layers all learn within a factor of 2"),
    .decades = false,
    .needs = results::ownNeeds<results::BalanceByChance>,
    .arguments = "",
    .value = value,
    .inapplicable = inapplicable,
};

} // namespace deltascope::measures
