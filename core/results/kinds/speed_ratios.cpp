// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/speed_ratios.h"
#include "results/memory_need.h"
#include "results/result_kind.h"

namespace deltascope::results {

namespace {

std::shared_ptr<const SpeedRatios> compute(const ResultInputs& in, const Refined<SpeedRatios>& refined)
{
    return shared(speedRatios(in.scenario, *in.data, in.stop,
        [&](SpeedRatios ratios) { refined(std::make_shared<const SpeedRatios>(std::move(ratios))); }));
}

double share(const SpeedRatios& ratios)
{
    return static_cast<double>(ratios.depths.size()) / ratios.wanted;
}

} // namespace

extern const ResultKind speed_ratios{
    .id = "speed_ratios",
    .work = translatable("core", "Networks of every depth"),
    .rank = 100,
    .value = resultValue<compute, share>(),
    .dependsOn = {model::Dependency::network, model::Dependency::loss},
    .ofPins = true,
    .applies = [](const model::Scenario& scenario,
                   const model::Question&) { return whyNoOtherDepths(scenario).empty(); },
    .memory = [](const model::Scenario& scenario, const model::Question&,
                  int) { return networkMemory(scenario) + dataMemory(scenario) + passesMemory(scenario); },
};

} // namespace deltascope::results
