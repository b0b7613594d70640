// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/ladder.h"

#include "results/memory_need.h"
#include "results/result_kind.h"

#include <algorithm>

namespace deltascope::results {

namespace {

std::shared_ptr<const Ladder> compute(const ResultInputs& in, const Refined<Ladder>& refined)
{
    return std::make_shared<const Ladder>(evaluateLadder(
        in.scenario, in.stop, [&](const Ladder& ladder) { refined(std::make_shared<const Ladder>(ladder)); }));
}

double share(const Ladder& ladder)
{
    const auto done =
        std::ranges::count_if(ladder.rungs, [](const LadderRung& rung) { return rung.refused || rung.evaluation; });
    return static_cast<double>(done) / static_cast<double>(ladder.rungs.size());
}

} // namespace

extern const ResultKind ladder{
    .id = "ladder",
    .work = translatable("core", "Networks of the ladder"),
    .rank = 110,
    .value = resultValue<compute, share>(),
    .dependsOn = {model::Dependency::network, model::Dependency::loss, model::Dependency::training,
        model::Dependency::heldOut}, // of its scenarios
    .memory = [](const model::Scenario& scenario, const model::Question&,
                  int) { return networkMemory(scenario) + dataMemory(scenario) + passesMemory(scenario); },
};

} // namespace deltascope::results
