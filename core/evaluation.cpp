// SPDX-License-Identifier: GPL-3.0-or-later
// One forward and one backward pass, and what they say of each layer. Nielsen (2015), chapter 2 (the equations) and
// chapter 5 (learning speeds).
#include "evaluation.h"

#include "activations/activation.h"
#include "backward_pass.h"
#include "layer_statistics.h"
#include "registry.h"
#include "rounding_error.h"

#include <cassert>

namespace deltascope {

namespace {

void describeForward(const Network& network, const ForwardPass& pass, int layer, LayerEvaluation& result)
{
    const int size = network.size(layer);
    result.z = statisticsOf(pass.zColumn(layer));
    if (pass.plain(layer)) {
        result.a = statisticsOf(pass.aColumn(layer));
        result.derivative = statisticsOf(pass.derivativeColumn(layer));
    } else {
        result.a = statisticsOf(size, [&](int i) { return pass.a(layer, i); });
        result.derivative = statisticsOf(size, [&](int i) { return pass.derivative(layer, i); });
    }
}

void describeChainForward(const Network& network, const ForwardPass& pass, Evaluation& evaluation)
{
    Scaled product = Scaled::from(1);
    for (int layer = 1; layer <= network.depth(); ++layer) {
        LayerEvaluation& result = evaluation.layers[static_cast<std::size_t>(layer - 1)];
        result.weight = network.weights(layer)(0, 0);
        result.bias = pass.bias(layer, 0);
        result.factor = Scaled::from(result.weight) * result.derivative.mean;
        product = product * result.factor;
        result.fromInput = product;
    }
    evaluation.product = product;
    evaluation.condition = abs(product) * Scaled::from(0x1p-53);
}

void describeBackward(const Network& network, const ForwardPass& pass, BackwardPass& back, Evaluation& evaluation)
{
    Scaled toOutput = Scaled::from(1);
    for (int layer = network.depth(); layer >= 1; --layer) {
        LayerEvaluation& result = evaluation.layers[static_cast<std::size_t>(layer - 1)];
        if (layer < network.depth())
            back.step(layer);
        result.biasSpeed = norm(back.delta());
        result.weightSpeed = result.biasSpeed * norm(pass.aColumn(layer - 1));
        result.belowResolution = back.belowResolution();
        if (evaluation.chain) {
            result.delta = back.delta().at(0);
            result.toOutput = toOutput;
            toOutput = toOutput * result.factor;
        }
    }
}

void findPrecisionLosses(Evaluation& evaluation)
{
    const auto formats = floatFormats();
    assert(formats.size() == evaluation.precision.size());
    for (std::size_t i = 0; i < formats.size(); ++i)
        evaluation.precision[i] = precisionLoss(formats[i], evaluation);
}

} // namespace

Evaluation evaluate(const Scenario& scenario)
{
    return evaluate(scenario, Network(scenario));
}

Evaluation evaluate(const Scenario& scenario, const Network& network)
{
    const Loss* loss = findKind(lossesRegistry(), scenario.loss);
    assert(loss != nullptr);
    Evaluation evaluation;
    evaluation.chain = isChain(scenario);
    evaluation.layers.resize(static_cast<std::size_t>(network.depth()));

    ForwardPass pass(network, scenario.input);
    for (int layer = 1; layer <= network.depth(); ++layer) {
        pass.step(layer);
        describeForward(network, pass, layer, evaluation.layers[static_cast<std::size_t>(layer - 1)]);
    }
    if (evaluation.chain)
        describeChainForward(network, pass, evaluation);
    evaluation.noiseFrom = noiseFrom(network, pass);

    BackwardPass back(network, pass, *loss, scenario.target);
    evaluation.cost = back.cost();
    evaluation.outputGradient = back.outputGradient();
    describeBackward(network, pass, back, evaluation);
    findPrecisionLosses(evaluation);
    return evaluation;
}

} // namespace deltascope
