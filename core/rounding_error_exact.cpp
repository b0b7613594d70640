// SPDX-License-Identifier: GPL-3.0-or-later
#include "rounding_error_exact.h"

#include "activations/activation.h"
#include "double_double.h"
#include "rounding_error_chain.h"

namespace deltascope {

namespace {

using Eigen::Index;

bool sumRoundsNothing(const Network& network, const ForwardPass& pass, int layer, Index neuron)
{
    if (network.balanced(layer))
        return true;
    const double bias = network.biases(layer)[neuron], z = pass.zColumn(layer).mantissas[neuron];
    if (network.normalization(layer) != Normalization::none)
        return pass.normalized(layer).at(neuron, 0).isZero() && z == bias;
    const auto weights = network.weights(layer);
    const Column a = pass.aColumn(layer - 1);
    DoubleDouble sum{bias, 0};
    for (Index j = 0; j < weights.cols(); ++j)
        sum = sum + exactProduct(weights(neuron, j), a.mantissas[j]);
    return sum.high == z && sum.low == 0;
}

bool activationRoundsNothing(const Network& network, const ForwardPass& pass, int layer, Index neuron)
{
    const double z = pass.zColumn(layer).mantissas[neuron], a = pass.aColumn(layer).mantissas[neuron];
    const double residual = network.residual(layer);
    if (residual == 0)
        return isExact(z, a);
    const double value = network.activation(layer).value(z);
    const DoubleDouble sum = DoubleDouble{value, 0} + exactProduct(residual, pass.aColumn(layer - 1).mantissas[neuron]);
    return isExact(z, value) && sum.high == a && sum.low == 0;
}

} // namespace

bool roundsNothing(const Network& network, const ForwardPass& pass, int layer)
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

} // namespace deltascope
