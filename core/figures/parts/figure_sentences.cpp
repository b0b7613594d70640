// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/parts/figure_sentences.h"

#include "base/registry.h"
#include "network/initializer.h"
#include "network/structure.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace deltascope::parts {

int selectedLayer(const results::Snapshot& snapshot, const model::Question& question)
{
    return question.layer >= 1 && question.layer <= snapshot.scenario.depth ? question.layer : 0;
}

Message beingComputed()
{
    return {translatable("core", "The results are being computed."), {}};
}

Message ofFirstExample(const evaluation::Evaluation& evaluation)
{
    if (evaluation.examples == 1)
        return {};
    return {
        translatable("core", "z, f′(z) and the factors are those of the first of %1 examples."), {evaluation.examples}};
}

std::string factorSymbol(const model::Scenario& scenario, int layer)
{
    const std::string product = diagnosis::indexed("w", layer) + diagnosis::symbolOf(scenario, layer) + "′("
        + diagnosis::indexed("z", layer) + ")";
    return network::identityOf(scenario, layer) == 0 ? product : product + " + α";
}

Message factorNumbers(const model::Scenario& scenario, const evaluation::LayerEvaluation& values, int layer)
{
    if (const double identity = network::identityOf(scenario, layer); identity != 0)
        return {"%1 × %2 + %3",
            {diagnosis::number(values.weight), diagnosis::number(values.slope), diagnosis::number(identity)}};
    return {"%1 × %2", {diagnosis::number(values.weight), diagnosis::number(values.slope)}};
}

Message needsChain()
{
    return {translatable(
                "core", "This figure is about chains: it needs one neuron in each layer, inputs and outputs included."),
        {}};
}

activations::Chosen chainActivation(const model::Scenario& scenario)
{
    return network::activationOf(scenario, 1);
}

double weightOf(const results::Snapshot& snapshot, int layer)
{
    const model::Scenario& scenario = snapshot.scenario;
    const network::Initializer* rule = findKind(network::initializersRegistry(), scenario.initializer);
    if (rule && rule->weightVariance) {
        layer = std::max(1, layer);
        if (snapshot.get<evaluation::Evaluation>() && snapshot.get<evaluation::Evaluation>()->chain
            && layer <= snapshot.get<evaluation::Evaluation>()->depth())
            return snapshot.get<evaluation::Evaluation>()->layer(layer).weight;
        const int fanIn = network::sizeOf(scenario, layer - 1), fanOut = network::sizeOf(scenario, layer);
        return scenario.gain * std::sqrt(rule->weightVariance(fanIn, fanOut) / fanIn);
    }
    const model::LayerSetting* setting = model::layerSetting(scenario, network::ownerOf(scenario, layer));
    return setting && setting->weight ? *setting->weight : scenario.weight;
}

bool hasRandomWeights(const model::Scenario& scenario)
{
    const network::Initializer* rule = findKind(network::initializersRegistry(), scenario.initializer);
    return rule && rule->weightVariance && network::isChain(scenario);
}

double shownWeight(const results::Snapshot& snapshot, const model::Question& question)
{
    return weightOf(snapshot, selectedLayer(snapshot, question));
}

} // namespace deltascope::parts
