// SPDX-License-Identifier: GPL-3.0-or-later
// How often chance gives balance.
#include "results/balance_by_chance.h"
#include "results/memory_need.h"
#include "results/result_kind.h"

namespace deltascope::results {

namespace {

std::shared_ptr<const BalanceByChance> compute(const ResultInputs& in, const Refined<BalanceByChance>& refined)
{
    return balanceByChance(in.scenario, in.question.seeds, in.stop, refined, 0, in.folder);
}

double share(const BalanceByChance& balance)
{
    return static_cast<double>(balance.done) / balance.count;
}

} // namespace

extern const ResultKind balance{
    .id = "balance",
    .work = translatable("core", "Networks of all seeds"),
    .rank = 130,
    .value = resultValue<compute, share>(),
    .dependsOn = {model::Dependency::network, model::Dependency::loss, model::Dependency::seeds},
    .ofPins = true,
    .late = true,
    .applies = [](const model::Scenario& scenario, const model::Question&) { return hasBalanceByChance(scenario); },
    .memory = [](const model::Scenario& scenario, const model::Question&, int) { return balanceMemory(scenario); },
};

} // namespace deltascope::results
