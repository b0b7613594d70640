// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluation/described_layer.h"

#include "evaluation/layer_statistics.h"
#include "network/operations/jacobian.h"
#include "network/operations/operation.h"

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

void describeChain(
    const network::Network& network, const network::ForwardPass& pass, Eigen::Index example, Evaluation& evaluation)
{
    numerics::Scaled product = numerics::Scaled::from(1);
    for (int layer = 1; layer <= network.depth(); ++layer) {
        LayerEvaluation& result = evaluation.layers[static_cast<std::size_t>(layer - 1)];
        result.weight = network.weights(layer)(0, 0);
        result.bias = pass.bias(layer, 0, example);
        result.weightedInput = pass.z(layer, 0, example);
        result.slope = pass.derivative(layer, 0, example);
        result.activation = pass.a(layer, 0, example);
        result.factor = numerics::Scaled::from(result.weight) * result.slope;
        if (network.plan(layer).mixes) {
            result.paths = pathsOf(network, pass, layer, example);
            result.factor = std::accumulate(result.paths.begin(), result.paths.end(), numerics::Scaled{});
        }
        if (const double identity = network.identity(layer); identity != 0)
            result.factor = result.factor + numerics::Scaled::from(identity);
        product = product * result.factor;
        result.fromInput = product;
    }
    evaluation.product = product;
    evaluation.condition = numerics::abs(product) * numerics::Scaled::from(0x1p-53);
}

} // namespace deltascope::evaluation
