// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluation/rounding_error_exact.h"

#include "evaluation/rounding_error_chain.h"
#include "network/activations/activation.h"
#include "numerics/double_double.h"

namespace deltascope::evaluation {

namespace {

using Eigen::Index;

bool sumRoundsNothing(const network::Network& network, const network::ForwardPass& pass, int layer, Index neuron)
{
    if (network.balanced(layer))
        return true;
    const double bias = network.biases(layer)[neuron], z = pass.zColumn(layer).mantissas[neuron];
    if (network.normalization(layer) != network::Normalization::none)
        return pass.normalized(layer).at(neuron, 0).isZero() && z == bias;
    const auto weights = network.weights(layer);
    const numerics::Column a = pass.aColumn(layer - 1);
    numerics::DoubleDouble sum{bias, 0};
    for (Index j = 0; j < weights.cols(); ++j)
        sum = sum + numerics::exactProduct(weights(neuron, j), a.mantissas[j]);
    return sum.high == z && sum.low == 0;
}

bool activationRoundsNothing(const network::Network& network, const network::ForwardPass& pass, int layer, Index neuron)
{
    const double z = pass.zColumn(layer).mantissas[neuron], a = pass.aColumn(layer).mantissas[neuron];
    const double residual = network.residual(layer);
    if (residual == 0)
        return isExact(z, a);
    const double value = network.activation(layer).value(z);
    const numerics::DoubleDouble sum =
        numerics::DoubleDouble{value, 0} + numerics::exactProduct(residual, pass.aColumn(layer - 1).mantissas[neuron]);
    return isExact(z, value) && sum.high == a && sum.low == 0;
}

} // namespace

bool roundsNothing(const network::Network& network, const network::ForwardPass& pass, int layer)
{
    if (!pass.plain(layer - 1, 0) || !pass.plain(layer, 0) || pass.zColumn(layer).exponent != 0)
        return false;
    for (Index i = 0; layer > 1 && i < network.size(layer - 1); ++i)
        if (!activationRoundsNothing(network, pass, layer - 1, i))
            return false;
    for (Index i = 0; i < network.size(layer); ++i)
        if (!sumRoundsNothing(network, pass, layer, i))
            return false;
    return true;
}

} // namespace deltascope::evaluation
