// SPDX-License-Identifier: GPL-3.0-or-later
// The modes of a linear network while it learns.
#include "results/laws/linear_modes.h"
#include "results/memory_need.h"
#include "results/result_kind.h"

namespace deltascope::results {

namespace {

std::shared_ptr<const LinearModes> compute(const ResultInputs& in, const Refined<LinearModes>& refined)
{
    return shared(linearModes(in.scenario, in.data, in.threads, in.stop,
        [&](const LinearModes& soFar) { refined(std::make_shared<const LinearModes>(soFar)); }));
}

double share(const LinearModes& modes)
{
    return modes.complete ? 1 : std::min(0.99, static_cast<double>(modes.steps.size()) / 121);
}

} // namespace

extern const ResultKind linear_modes;
const ResultKind linear_modes{
    .id = "linear_modes",
    .work = translatable("core", "Modes of the linear network"),
    .rank = 135,
    .value = resultValue<compute, share>(),
    .dependsOn = {model::Dependency::network, model::Dependency::loss, model::Dependency::training,
        model::Dependency::heldOut},
    .late = true,
    .applies = [](const model::Scenario& scenario, const model::Question&) { return whyNoModes(scenario).empty(); },
    .memory = [](const model::Scenario& scenario, const model::Question&,
                  int threads) { return trainingMemory(scenario, threads) + 3 * networkMemory(scenario); },
};

} // namespace deltascope::results
