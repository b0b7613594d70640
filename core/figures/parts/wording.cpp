// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/parts/wording.h"

#include "initializers/initializer.h"
#include "registry.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace deltascope {

int selectedLayer(const Snapshot& snapshot, const ViewState& view)
{
    return view.layer >= 1 && view.layer <= snapshot.scenario.depth ? view.layer : 0;
}

Message beingComputed()
{
    return {translatable("core", "The results are being computed."), {}};
}

Message ofFirstExample(const Evaluation& evaluation)
{
    if (evaluation.examples == 1)
        return {};
    return {
        translatable("core", "z, f′(z) and the factors are those of the first of %1 examples."), {evaluation.examples}};
}

double residualOf(const Scenario& scenario, int layer)
{
    return layer < scenario.depth ? scenario.residual : 0;
}

std::string factorSymbol(const Scenario& scenario, int layer)
{
    const std::string product = indexed("w", layer) + symbolOf(scenario, layer) + "′(" + indexed("z", layer) + ")";
    return residualOf(scenario, layer) == 0 ? product : product + " + α";
}

Message factorNumbers(const Scenario& scenario, const LayerEvaluation& values, int layer)
{
    if (const double residual = residualOf(scenario, layer); residual != 0)
        return {"%1 × %2 + %3", {number(values.weight), number(values.slope), number(residual)}};
    return {"%1 × %2", {number(values.weight), number(values.slope)}};
}

Message needsChain()
{
    return {translatable(
                "core", "This figure is about chains: it needs one neuron in each layer, inputs and outputs included."),
        {}};
}

const Activation& activationOf(const Scenario& scenario, int layer)
{
    const std::string& id = layer == scenario.depth ? scenario.outputActivation : scenario.activation;
    const Activation* activation = findKind(activationsRegistry(), id);
    assert(activation);
    return *activation;
}

const Activation& chainActivation(const Scenario& scenario)
{
    return activationOf(scenario, 1);
}

double weightOf(const Snapshot& snapshot, int layer)
{
    const Scenario& scenario = snapshot.scenario;
    const Initializer* rule = findKind(initializersRegistry(), scenario.initializer);
    if (rule && rule->weightVariance) {
        layer = std::max(1, layer);
        if (snapshot.evaluation && snapshot.evaluation->chain && layer <= snapshot.evaluation->depth())
            return snapshot.evaluation->layer(layer).weight;
        const int fanIn = layer == 1 ? scenario.inputs : scenario.width;
        const int fanOut = layer == scenario.depth ? scenario.outputs : scenario.width;
        return scenario.gain * std::sqrt(rule->weightVariance(fanIn, fanOut) / fanIn);
    }
    const LayerSetting* setting = layerSetting(scenario, layer);
    return setting && setting->weight ? *setting->weight : scenario.weight;
}

bool drawnOneByOne(const Scenario& scenario)
{
    const Initializer* rule = findKind(initializersRegistry(), scenario.initializer);
    return rule && rule->weightVariance && isChain(scenario);
}

double shownWeight(const Snapshot& snapshot, const ViewState& view)
{
    return weightOf(snapshot, selectedLayer(snapshot, view));
}

} // namespace deltascope
