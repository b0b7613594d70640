// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluation/described_layer.h"

#include "evaluation/layer_statistics.h"
#include "network/jacobian_layer.h"
#include "network/operation.h"

#include <numeric>
#include <utility>

namespace deltascope::evaluation {

void describeMeans(const network::Network& network, const network::ForwardPass& pass, int layer, Eigen::Index first,
    Eigen::Index count, LayerEvaluation& result)
{
    const Eigen::Index size = network.size(layer), place = first * size;
    const auto some = [&](const numerics::Columns& all) {
        return numerics::Columns{all.mantissas + place, size, count, all.exponents + first};
    };
    result.z = statisticsOf(some(pass.z(layer)));
    result.branch = network.branch(layer);
    bool plain = true;
    for (Eigen::Index x = first; x < first + count; ++x)
        plain = plain && pass.plain(layer, x);
    if (plain) {
        result.a = statisticsOf(some(pass.a(layer)));
        result.derivative =
            statisticsOf(Eigen::Map<const Eigen::MatrixXd>(pass.derivativeColumn(layer, first).mantissas, size, count));
        return;
    }
    const Eigen::Index all = size * count;
    result.a = statisticsOf(all, [&](Eigen::Index i) { return pass.a(layer, i % size, first + i / size); });
    result.derivative =
        statisticsOf(all, [&](Eigen::Index i) { return pass.derivative(layer, i % size, first + i / size); });
}

namespace {

/// The paths that lead through one neuron, where there are several.
std::vector<numerics::Scaled> pathsOf(
    const network::Network& network, const network::ForwardPass& pass, int layer, Eigen::Index example)
{
    operations::ChainGain gain{network, pass, layer, example, nullptr,
        {numerics::Scaled::from(network.weights(layer)(0, 0)) * pass.derivative(layer, 0, example)}};
    for (const network::LayerOperation& each : network.plan(layer).operations)
        if (each.kind->chainFactor != nullptr) {
            gain.operation = &each;
            each.kind->chainFactor(gain);
        }
    return std::move(gain.paths);
}

} // namespace

ChainPass::ChainPass(const network::Network& network, const network::ForwardPass& pass)
    : m_network(network)
    , m_pass(pass)
    , m_biasesApart(network.ofColumns() ? 1 : 0)
{
    m_layers.reserve(static_cast<std::size_t>(network.depth()));
    for (int layer = 1; layer <= network.depth(); ++layer)
        m_layers.push_back({.weight = network.weights(layer)(0, 0),
            .branch = network.branch(layer),
            .identity = network.identity(layer),
            .mixes = network.plan(layer).mixes,
            .biases = network.balanced(layer) ? nullptr : network.biases(layer, 0).data(),
            .z = pass.z(layer),
            .a = pass.a(layer),
            .slopes = pass.derivativeColumn(layer).mantissas});
}

void ChainPass::describe(Eigen::Index example, Evaluation& evaluation) const
{
    numerics::Scaled product = numerics::Scaled::from(1);
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        const Layer& here = m_layers[i];
        const auto layer = static_cast<int>(i) + 1;
        LayerEvaluation& result = evaluation.layers[i];
        const bool plain = m_pass.plain(layer, example);
        result.weight = here.weight;
        result.bias = here.biases != nullptr ? numerics::Scaled::from(here.biases[example * m_biasesApart])
                                             : m_pass.bias(layer, 0, example);
        result.weightedInput = here.z.at(0, example);
        result.slope = plain ? numerics::Scaled::from(here.slopes[example]) : m_pass.derivative(layer, 0, example);
        result.activation = plain ? here.a.at(0, example) : m_pass.a(layer, 0, example);
        result.branch = here.branch;
        result.factor = numerics::Scaled::from(result.weight) * result.slope;
        if (here.branch != 1)
            result.factor = numerics::Scaled::from(here.branch) * result.factor;
        if (here.mixes) {
            result.paths = pathsOf(m_network, m_pass, layer, example);
            result.factor = std::accumulate(result.paths.begin(), result.paths.end(), numerics::Scaled{});
        }
        if (here.identity != 0)
            result.factor = result.factor + numerics::Scaled::from(here.identity);
        product = product * result.factor;
        result.fromInput = product;
    }
    evaluation.product = product;
    evaluation.condition = numerics::abs(product) * numerics::Scaled::from(0x1p-53);
}

} // namespace deltascope::evaluation
