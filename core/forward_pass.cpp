// SPDX-License-Identifier: GPL-3.0-or-later
#include "forward_pass.h"

#include "activations/activation.h"

#include <algorithm>

namespace deltascope {

ForwardPass::ForwardPass(const Network& network, double input)
    : m_network(network)
    , m_states(static_cast<std::size_t>(network.depth()) + 1)
{
    std::size_t total = 0, widest = 0;
    for (int layer = 0; layer <= network.depth(); ++layer) {
        const auto size = static_cast<std::size_t>(network.size(layer));
        m_states[static_cast<std::size_t>(layer)].offset = total;
        total += size;
        widest = std::max(widest, size);
    }
    m_z.resize(total);
    m_a.resize(total);
    m_derivative.resize(total);
    m_scratch.resize(widest);

    Column first = aColumn(0);
    std::fill_n(m_scratch.begin(), first.size, Scaled::from(input));
    pack({m_scratch.data(), static_cast<std::size_t>(first.size)}, first);
    m_states[0].aExponent = first.exponent;
}

Column ForwardPass::column(const std::vector<double>& buffer, int layer, std::int64_t exponent) const
{
    return {const_cast<double*>(buffer.data()) + state(layer).offset, m_network.size(layer), exponent};
}

void ForwardPass::step(int layer)
{
    weightedInput(layer);
    activate(layer);
}

void ForwardPass::weightedInput(int layer)
{
    State& here = m_states[static_cast<std::size_t>(layer)];
    Column z = zColumn(layer);
    here.zExponent = 0;
    if (m_network.balanced(layer)) {
        z.vector().setZero();
        return;
    }
    multiply(m_network.weights(layer), aColumn(layer - 1), z);
    const auto biases = m_network.biases(layer);
    bool plain = z.exponent == 0;
    for (Eigen::Index i = 0; plain && i < z.size; ++i) {
        const double sum = z.mantissas[i] + biases[i];
        plain = isPlain(sum);
        m_scratch[static_cast<std::size_t>(i)].mantissa = sum;
    }
    if (plain) {
        for (Eigen::Index i = 0; i < z.size; ++i)
            z.mantissas[i] = m_scratch[static_cast<std::size_t>(i)].mantissa;
        return;
    }
    for (Eigen::Index i = 0; i < z.size; ++i)
        m_scratch[static_cast<std::size_t>(i)] = z.at(i) + Scaled::from(biases[i]);
    pack({m_scratch.data(), static_cast<std::size_t>(z.size)}, z);
    here.zExponent = z.exponent;
}

void ForwardPass::activate(int layer)
{
    State& here = m_states[static_cast<std::size_t>(layer)];
    const Activation& activation = m_network.activation(layer);
    here.aExponent = 0;
    here.plain = false;
    if (here.zExponent == 0) {
        const Column z = zColumn(layer), a = aColumn(layer), derivative = derivativeColumn(layer);
        activation.evaluate(z.mantissas, a.mantissas, derivative.mantissas, static_cast<std::size_t>(z.size));
        bool plain = true;
        for (Eigen::Index i = 0; i < z.size; ++i) {
            // A zero is plain where it is exact (a dead ReLU), not where it is an underflow.
            plain = plain && isPlain(a.mantissas[i]) && isPlain(derivative.mantissas[i])
                && (a.mantissas[i] != 0 || activation.scaledValue(z.at(i)).isZero())
                && (derivative.mantissas[i] != 0 || activation.scaledDerivative(z.at(i)).isZero());
        }
        here.plain = plain;
    }
    if (!here.plain)
        activateScaled(layer);
}

void ForwardPass::activateScaled(int layer)
{
    State& here = m_states[static_cast<std::size_t>(layer)];
    const Column z = zColumn(layer);
    const auto size = static_cast<std::size_t>(z.size);
    const Activation& activation = m_network.activation(layer);
    here.scaledOffset = m_scaled.size();
    for (Eigen::Index i = 0; i < z.size; ++i)
        m_scaled.push_back(activation.scaledValue(z.at(i)));
    for (Eigen::Index i = 0; i < z.size; ++i)
        m_scaled.push_back(activation.scaledDerivative(z.at(i)));
    Column a = aColumn(layer);
    pack({m_scaled.data() + here.scaledOffset, size}, a);
    here.aExponent = a.exponent;
}

Scaled ForwardPass::a(int layer, int neuron) const
{
    if (layer == 0 || plain(layer))
        return aColumn(layer).at(neuron);
    return m_scaled[state(layer).scaledOffset + static_cast<std::size_t>(neuron)];
}

Scaled ForwardPass::derivative(int layer, int neuron) const
{
    if (plain(layer))
        return derivativeColumn(layer).at(neuron);
    return m_scaled[state(layer).scaledOffset + static_cast<std::size_t>(m_network.size(layer) + neuron)];
}

Scaled ForwardPass::bias(int layer, int neuron) const
{
    if (!m_network.balanced(layer))
        return Scaled::from(m_network.biases(layer)[neuron]);
    const auto weights = m_network.weights(layer);
    Scaled sum;
    for (int i = 0; i < m_network.size(layer - 1); ++i)
        sum = sum + Scaled::from(weights(neuron, i)) * a(layer - 1, i);
    return -sum;
}

} // namespace deltascope
