// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluation/neuron_sample.h"
#include "network/structure.h"
#include "results/at_once.h"
#include "results/result_kind.h"

namespace deltascope::results {

namespace {

std::shared_ptr<const evaluation::NeuronSample> compute(const ResultInputs& in)
{
    return shared(evaluation::sampleNeurons(in.scenario, *in.data, in.network(), in.stop));
}

} // namespace

extern const ResultKind neurons{
    .id = "neurons",
    .work = translatable("core", "Evaluation"),
    .rank = 20,
    .value = resultValue<compute>(),
    .dependsOn = {model::Dependency::network, model::Dependency::loss, model::Dependency::step,
        model::Dependency::point},
    .applies = [](const model::Scenario& scenario, const model::Question&) { return !network::isChain(scenario); },
    .atOnce = evaluatesAtOnce,
};

} // namespace deltascope::results
