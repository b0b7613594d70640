// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluation/neuron_sample.h"

#include "network/through_layers.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace deltascope::evaluation {

namespace {

/// Of one number for each example.
template <class Value>
numerics::Scaled meanOfSample(Eigen::Index examples, const Value& value)
{
    numerics::Scaled sum = value(0);
    if (examples == 1)
        return sum;
    for (Eigen::Index x = 1; x < examples; ++x)
        sum = sum + value(x);
    return sum * numerics::Scaled::from(1.0 / static_cast<double>(examples));
}

void sampleForward(
    const network::ForwardPass& pass, int layer, const std::vector<int>& chosen, std::vector<SampledNeuron>& into)
{
    into.resize(chosen.size());
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        const int neuron = chosen[i];
        into[i].z = meanOfSample(pass.examples(), [&](Eigen::Index x) { return pass.z(layer, neuron, x); });
        into[i].a = meanOfSample(pass.examples(), [&](Eigen::Index x) { return pass.a(layer, neuron, x); });
    }
}

void sampleBackward(const numerics::Columns& delta, const std::vector<int>& chosen, std::vector<SampledNeuron>& into)
{
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        into[i].delta = meanOfSample(delta.count, [&](Eigen::Index x) { return delta.at(chosen[i], x); });
        numerics::Scaled largest;
        for (Eigen::Index x = 0; x < delta.count; ++x)
            if (const numerics::Scaled size = numerics::abs(delta.at(chosen[i], x)); largest < size) {
                largest = size;
                into[i].belowResolution =
                    std::abs(delta.column(x).mantissas[chosen[i]]) == std::numeric_limits<double>::min();
            }
        if (into[i].belowResolution) // bounds of both signs would take each other out
            into[i].delta = largest;
    }
}

} // namespace

std::vector<int> sampledNeurons(int size)
{
    std::vector<int> chosen;
    const int count = std::min(size, kSampledNeurons);
    for (int i = 0; i < count; ++i)
        chosen.push_back(count == 1 ? 0 : static_cast<int>(static_cast<std::int64_t>(i) * (size - 1) / (count - 1)));
    return chosen;
}

std::optional<NeuronSample> sampleNeurons(const model::Scenario& scenario, const data::Dataset& data,
    const network::Network& network, const std::stop_token& stop)
{
    NeuronSample sample;
    sample.examples = data.examples();
    sample.layers.resize(static_cast<std::size_t>(network.depth()));
    const auto of = [&](int layer) -> std::vector<SampledNeuron>& {
        return sample.layers[static_cast<std::size_t>(layer - 1)];
    };
    const auto forward = [&](const network::ForwardPass& pass, int layer) {
        sampleForward(pass, layer, sampledNeurons(network.size(layer)), of(layer));
    };
    const auto backward = [&](const network::ForwardPass&, const network::BackwardPass& back, int layer) {
        sampleBackward(back.delta(), sampledNeurons(network.size(layer)), of(layer));
    };
    if (!network::throughLayers(scenario, data, network, stop, forward, network::kNoVisitor, backward,
            network::BackwardPass::Cost::leftOut))
        return std::nullopt;
    return sample;
}

} // namespace deltascope::evaluation
