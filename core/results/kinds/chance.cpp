// SPDX-License-Identifier: GPL-3.0-or-later
// How often chance balances a chain of this depth.
#include "results/balance_by_chance.h"
#include "results/result_kind.h"

namespace deltascope::results {

namespace {

std::shared_ptr<const ChanceOfBalance> compute(const ResultInputs& in)
{
    return chanceOfBalance(in.scenario, in.stop, static_cast<unsigned>(in.threads), in.folder);
}

} // namespace

extern const ResultKind chance;
const ResultKind chance{
    .id = "chance",
    .work = translatable("core", "Chains drawn at random"),
    .rank = 125,
    .value = resultValue<compute>(),
    .dependsOn = {model::Dependency::network, model::Dependency::loss},
    .applies = [](const model::Scenario& scenario, const model::Question&) { return hasChanceOfBalance(scenario); },
};

} // namespace deltascope::results
