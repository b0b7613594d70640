// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluation/decision.h"

#include "results/result_kind.h"

namespace deltascope::results {

namespace {

std::shared_ptr<const evaluation::Decision> compute(
    const ResultInputs& in, const Refined<evaluation::Decision>& refined)
{
    return shared(evaluation::decide(
        in.scenario, *in.data, in.network(), in.stop,
        [&](evaluation::Decision coarse) { refined(std::make_shared<const evaluation::Decision>(std::move(coarse))); },
        in.threads));
}

double share(const evaluation::Decision& decision)
{
    constexpr double kCoarse = 0.1; // of the work
    return decision.coarse ? kCoarse : 1;
}

} // namespace

extern const ResultKind decision{
    .id = "decision",
    .work = translatable("core", "Answers over the inputs"),
    .rank = 66,
    .value = resultValue<compute, share>(),
    .dependsOn = {model::Dependency::network, model::Dependency::loss, model::Dependency::step,
        model::Dependency::heldOut},
    .late = true,
    .applies = [](const model::Scenario& scenario,
                   const model::Question&) { return evaluation::whyNoDecision(scenario).empty(); },
    .memory = [](const model::Scenario& scenario, const model::Question&,
                  int threads) { return evaluation::decisionMemory(scenario, threads); },
};

} // namespace deltascope::results
