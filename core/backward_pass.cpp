// SPDX-License-Identifier: GPL-3.0-or-later
#include "backward_pass.h"

#include <algorithm>
#include <cmath>

namespace deltascope {

namespace {

constexpr double kSmallProduct = 0x1p-900; // nearer to the end of double's range digits may be lost

} // namespace

BackwardPass::BackwardPass(const Network& network, const ForwardPass& forward, const Loss& loss, double target)
    : m_network(network)
    , m_forward(forward)
{
    const int last = network.depth();
    int widest = 0;
    for (int layer = 1; layer <= last; ++layer)
        widest = std::max(widest, network.size(layer));
    for (auto& buffer : m_buffers)
        buffer.resize(static_cast<std::size_t>(widest));
    m_scratch.resize(static_cast<std::size_t>(widest));
    m_delta = {m_buffers[0].data(), network.size(last), 0};
    m_product = {m_buffers[1].data(), 0, 0};

    const Activation& output = network.activation(last);
    Scaled squares;
    for (int i = 0; i < network.size(last); ++i) {
        const Scaled z = forward.z(last, i);
        m_cost = m_cost + loss.cost(output, z, target);
        m_outputGradient = loss.outputGradient(output, z, target);
        squares = squares + m_outputGradient * m_outputGradient;
        m_scratch[static_cast<std::size_t>(i)] = loss.outputDelta(output, z, target);
    }
    if (network.size(last) > 1)
        m_outputGradient = sqrt(squares);
    m_belowResolution =
        packNormalised({m_scratch.data(), static_cast<std::size_t>(m_delta.size)}, m_delta).belowResolution;
}

void BackwardPass::step(int layer)
{
    m_product.size = m_network.size(layer);
    multiplyTransposed(m_network.weights(layer + 1), m_delta, m_product);
    if (!m_forward.plain(layer) || !multiplyPlain(layer))
        multiplyScaled(layer);
    std::swap(m_delta, m_product);
}

// f′ ⊙ product in doubles; false, with the product as it was, where digits could be lost.
bool BackwardPass::multiplyPlain(int layer)
{
    const Column derivative = m_forward.derivativeColumn(layer);
    double largest = 0;
    for (Eigen::Index i = 0; i < m_product.size; ++i) {
        const double size = std::abs(m_product.mantissas[i] * derivative.mantissas[i]);
        if (size < kSmallProduct && m_product.mantissas[i] != 0 && derivative.mantissas[i] != 0)
            return false;
        largest = std::max(largest, size);
    }
    m_belowResolution = 0;
    if (largest == 0) {
        m_product.vector().setZero();
        m_product.exponent = 0;
        return true;
    }
    const int shift = std::ilogb(largest) + 1;
    if (shift < -100 || shift > 100)
        return false; // scaling up or down by so much is left to the exact way
    const double scale = std::ldexp(1.0, -shift);
    for (Eigen::Index i = 0; i < m_product.size; ++i)
        m_product.mantissas[i] *= derivative.mantissas[i] * scale;
    m_product.exponent = shiftedExponent(m_product.exponent, shift);
    return true;
}

void BackwardPass::multiplyScaled(int layer)
{
    for (Eigen::Index i = 0; i < m_product.size; ++i)
        m_scratch[static_cast<std::size_t>(i)] = m_product.at(i) * m_forward.derivative(layer, static_cast<int>(i));
    m_belowResolution =
        packNormalised({m_scratch.data(), static_cast<std::size_t>(m_product.size)}, m_product).belowResolution;
}

} // namespace deltascope
