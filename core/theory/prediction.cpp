// SPDX-License-Identifier: GPL-3.0-or-later
#include "theory/prediction.h"

#include "initializers/initializer.h"
#include "normalization.h"
#include "registry.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace deltascope {

namespace {

const Initializer* randomRule(const Scenario& scenario)
{
    const Initializer* rule = findKind(initializersRegistry(), scenario.initializer);
    return rule && rule->weightVariance ? rule : nullptr;
}

Variances variancesOf(const Scenario& scenario, const Initializer& rule, int fanIn, int fanOut)
{
    const double deviation = rule.usesBiasDeviation ? scenario.biasDeviation : rule.biasDeviation;
    return {scenario.gain * scenario.gain * rule.weightVariance(fanIn, fanOut), deviation * deviation};
}

int sizeOf(const Scenario& scenario, int layer)
{
    return layer == 0 ? scenario.inputs : layer == scenario.depth ? scenario.outputs : scenario.width;
}

/// The entries of a^l over neurons and examples.
struct Signal {
    Scaled mean, meanSquare;
};

/// Passes a signal on from layer to layer; layers alike share their moments.
class Recursion {
public:
    Recursion(const Scenario& scenario, const Dataset& data)
        : m_scenario(scenario)
        , m_rule(*randomRule(scenario))
        , m_signal{Scaled::from(data.inputs.mean()),
              Scaled::from(data.inputs.squaredNorm() / static_cast<double>(data.inputs.size()))}
    {
    }

    MeanFieldLayer step(int layer)
    {
        const bool hidden = layer < m_scenario.depth;
        const int fanIn = sizeOf(m_scenario, layer - 1), fanOut = sizeOf(m_scenario, layer);
        const Variances variances = variancesOf(m_scenario, m_rule, fanIn, fanOut);
        MeanFieldLayer result;
        result.residual = hidden && fanIn == fanOut ? m_scenario.residual : 0;
        result.weightFactor = Scaled::from(variances.weight);
        result.meanSquare = result.weightFactor * m_signal.meanSquare;
        if (hidden && m_scenario.normalization == "layer") {
            const Scaled square = result.meanSquare + Scaled::from(kNormalizationEpsilon);
            result.meanSquare = result.meanSquare / square;
            result.weightFactor = result.weightFactor / square;
        }
        result.meanSquare = result.meanSquare + Scaled::from(variances.bias);
        const GaussianMoments& moments = momentsOf(hidden, result.meanSquare);
        result.slopeSquare = moments.slopeSquare;
        const Scaled alpha = Scaled::from(result.residual);
        m_signal = {moments.mean + alpha * m_signal.mean,
            moments.meanSquare + Scaled::from(2) * alpha * moments.mean * m_signal.mean
                + alpha * alpha * m_signal.meanSquare};
        return result;
    }

private:
    const GaussianMoments& momentsOf(bool hidden, Scaled q)
    {
        constexpr double kSame = 4e-16; // of a mantissa: q has settled but for rounding
        if (hidden && m_known && q.exponent == m_q.exponent && std::abs(q.mantissa - m_q.mantissa) <= kSame)
            return m_moments;
        const std::string& id = hidden ? m_scenario.activation : m_scenario.outputActivation;
        m_moments = gaussianMoments(*findKind(activationsRegistry(), id), q);
        m_q = q;
        m_known = hidden;
        return m_moments;
    }

    const Scenario& m_scenario;
    const Initializer& m_rule;
    Signal m_signal;
    GaussianMoments m_moments; // at m_q, of a hidden layer where m_known
    Scaled m_q;
    bool m_known = false;
};

/// χ^l = E‖δ^l‖²/E‖δ^(l+1)‖²
Scaled factorOf(const std::vector<MeanFieldLayer>& layers, std::size_t i)
{
    const MeanFieldLayer& layer = layers[i];
    if (i + 1 == layers.size())
        return layer.weightFactor * layer.slopeSquare;
    const MeanFieldLayer& above = layers[i + 1];
    if (above.residual == 0)
        return layer.slopeSquare * above.weightFactor;
    return above.slopeSquare.isZero() ? Scaled{} : layer.slopeSquare * above.backFactor() / above.slopeSquare;
}

/// The predicted rms speeds, from the last layer's back.
void addSpeeds(MeanFieldPrediction& prediction, const std::vector<MeanFieldLayer>& layers, Scaled anchor)
{
    const std::size_t last = layers.size() - 1;
    prediction.layers[last].rms = anchor;
    Scaled gradient = layers[last].weightFactor; // E‖g^(L−1)‖²/‖δ^L‖²: the square of the anchor may be beyond range
    for (std::size_t i = last; i-- > 0;) {
        prediction.layers[i].rms = anchor * sqrt(layers[i].slopeSquare * gradient);
        gradient = gradient * layers[i].backFactor();
    }
}

void compare(MeanFieldPrediction& prediction, const Evaluation& evaluation)
{
    double worst = -1;
    for (int l = 1; l <= evaluation.depth(); ++l) {
        LayerPrediction& layer = prediction.layers[static_cast<std::size_t>(l - 1)];
        const Scaled measured = evaluation.layer(l).speed.rms;
        if (measured.isZero() || layer.rms.isZero() || measured.beyondRange() || layer.rms.beyondRange())
            continue;
        layer.residual = (measured / layer.rms).log10();
        if (l < evaluation.depth() && std::abs(*layer.residual) > worst) {
            worst = std::abs(*layer.residual);
            prediction.worstLayer = l;
        }
    }
}

} // namespace

Message whyNoTheory(const Scenario& scenario)
{
    if (!randomRule(scenario))
        return {translatable("core", "Mean field theory is about random start values; these are not."), {}};
    if (scenario.depth == 1)
        return {};
    if (scenario.normalization == "batch")
        return {translatable("core",
                    "There is no mean field theory here: batch normalization makes the examples depend on each other."),
            {}};
    if (scenario.width < 2)
        return {
            translatable("core", "Mean field theory is about wide layers; with one neuron in a layer it says nothing."),
            {}};
    return {};
}

std::optional<HiddenLayer> hiddenLayer(const Scenario& scenario)
{
    const Initializer* rule = randomRule(scenario);
    if (!rule)
        return std::nullopt;
    return HiddenLayer{variancesOf(scenario, *rule, scenario.width, scenario.width), scenario.residual,
        scenario.normalization == "layer"};
}

std::optional<std::vector<MeanFieldLayer>> meanFieldLayers(
    const Scenario& scenario, const Dataset& data, const std::stop_token& stop)
{
    assert(whyNoTheory(scenario).empty());
    Recursion recursion(scenario, data);
    std::vector<MeanFieldLayer> layers;
    layers.reserve(static_cast<std::size_t>(scenario.depth));
    for (int layer = 1; layer <= scenario.depth; ++layer) {
        if (stop.stop_requested())
            return std::nullopt;
        layers.push_back(recursion.step(layer));
    }
    return layers;
}

std::optional<MeanFieldPrediction> predictSpeeds(
    const Scenario& scenario, const Dataset& data, const Evaluation& evaluation, const std::stop_token& stop)
{
    const auto layers = meanFieldLayers(scenario, data, stop);
    if (!layers)
        return std::nullopt;
    MeanFieldPrediction prediction;
    prediction.layers.resize(layers->size());
    for (std::size_t i = 0; i < layers->size(); ++i) {
        prediction.layers[i].meanSquare = (*layers)[i].meanSquare;
        prediction.layers[i].factor = factorOf(*layers, i);
    }
    addSpeeds(prediction, *layers, evaluation.layer(evaluation.depth()).speed.rms);
    compare(prediction, evaluation);
    const Activation& activation = *findKind(activationsRegistry(), scenario.activation);
    const auto moments = [&](double q) { return gaussianMoments(activation, Scaled::from(q)); };
    const bool hasHidden = layers->size() > 1;
    const Scaled reached = hasHidden ? (*layers)[layers->size() - 2].meanSquare : Scaled::from(1);
    const double start = reached.fitsDouble() && !reached.isZero() ? reached.nearestDouble() : 1;
    prediction.fixedPoint = fixedPoint(*hiddenLayer(scenario), moments, start);
    prediction.depthScale = depthScale(prediction.fixedPoint.factor);
    return prediction;
}

} // namespace deltascope
