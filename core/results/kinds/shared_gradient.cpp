// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/shared_gradient.h"

#include "results/result_kind.h"

namespace deltascope::results {

namespace {

std::shared_ptr<const SharedGradient> compute(const ResultInputs& in)
{
    return shared(sharedGradient(in.scenario, *in.data, in.network(), in.stop));
}

} // namespace

extern const ResultKind shared_gradient{
    .id = "shared_gradient",
    .work = translatable("core", "Shared gradient"),
    .rank = 35,
    .value = resultValue<compute>(),
    .dependsOn = {model::Dependency::network, model::Dependency::loss, model::Dependency::step,
        model::Dependency::point},
    .ofPins = true,
    .applies = [](const model::Scenario& scenario,
                   const model::Question&) { return !network::tiedLayers(scenario).empty(); },
};

} // namespace deltascope::results
