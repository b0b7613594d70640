// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluation/layer_distributions.h"
#include "results/memory_need.h"
#include "results/result_kind.h"

namespace deltascope::results {

namespace {

std::shared_ptr<const evaluation::LayerDistributions> compute(const ResultInputs& in)
{
    return shared(evaluation::layerDistributions(in.scenario, *in.data, in.network(), in.question.layer, in.stop));
}

bool sameLayers(const model::Scenario& scenario, int one, int other)
{
    return evaluation::describedLayers(scenario.depth, one) == evaluation::describedLayers(scenario.depth, other);
}

} // namespace

extern const ResultKind distributions{
    .id = "distributions",
    .work = translatable("core", "Evaluation"),
    .rank = 70,
    .value = resultValue<compute>(),
    .dependsOn = {model::Dependency::network, model::Dependency::loss, model::Dependency::step,
        model::Dependency::layer, model::Dependency::point},
    .ofPins = true,
    .sameLayers = sameLayers,
    .memory = [](const model::Scenario& scenario, const model::Question&,
                  int) { return passesMemory(scenario) + 60e6; },
};

} // namespace deltascope::results
