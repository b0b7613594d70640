// SPDX-License-Identifier: GPL-3.0-or-later
#include "backward_pass.h"

#include <algorithm>
#include <cmath>

namespace deltascope {

namespace {

constexpr double kSmallProduct = 0x1p-900; // nearer to the end of double's range digits may be lost

/// target ← target + factor·other, the largest component then between ½ and 1.
void add(Column& target, double factor, const Column& other)
{
    if (other.vector().isZero(0))
        return;
    if (target.vector().isZero(0))
        target.exponent = other.exponent;
    const std::int64_t exponent = std::max(target.exponent, other.exponent);
    const auto scale = [exponent](const Column& column) {
        return std::ldexp(1.0, static_cast<int>(std::max<std::int64_t>(column.exponent - exponent, -2000)));
    };
    target.vector() = scale(target) * target.vector() + (factor * scale(other)) * other.vector();
    target.exponent = exponent;
    const double largest = target.vector().cwiseAbs().maxCoeff();
    if (largest == 0)
        return;
    const int shift = std::ilogb(largest) + 1; // or the sum would grow out of range over many layers
    target.vector() *= std::ldexp(1.0, -shift);
    target.exponent = shiftedExponent(exponent, shift);
}

} // namespace

void BackwardPass::Buffer::reserve(Eigen::Index widest, Eigen::Index examples)
{
    mantissas.resize(static_cast<std::size_t>(widest * examples));
    exponents.resize(static_cast<std::size_t>(examples));
}

Columns BackwardPass::Buffer::columns() const
{
    return {const_cast<double*>(mantissas.data()), size, static_cast<Eigen::Index>(exponents.size()),
        const_cast<std::int64_t*>(exponents.data())};
}

BackwardPass::BackwardPass(const Network& network, const ForwardPass& forward, const Loss& loss,
    const Eigen::Ref<const Eigen::MatrixXd>& targets, Cost cost)
    : m_network(network)
    , m_forward(forward)
{
    int widest = 0;
    for (int layer = 1; layer <= network.depth(); ++layer)
        widest = std::max(widest, network.size(layer));
    m_scratch.resize(static_cast<std::size_t>(widest));
    m_delta.reserve(widest, forward.examples());
    m_product.reserve(widest, forward.examples());
    if (network.hasResidual())
        m_gradient.reserve(widest, forward.examples());
    if (network.normalization() != Normalization::none)
        m_raw.reserve(widest, forward.examples());
    m_outputs.resize(static_cast<std::size_t>(network.size(network.depth())));
    m_outputsCancel = loss.sumsToOne;
    start(loss, targets);
    if (cost == Cost::computed)
        computeCost(loss, targets);
}

std::span<const Scaled> BackwardPass::outputs(Eigen::Index example)
{
    const Columns z = m_forward.z(m_network.depth());
    for (Eigen::Index i = 0; i < z.size; ++i)
        m_outputs[static_cast<std::size_t>(i)] = z.at(i, example);
    return m_outputs;
}

void BackwardPass::start(const Loss& loss, const Eigen::Ref<const Eigen::MatrixXd>& targets)
{
    const Activation& activation = m_network.activation(m_network.depth());
    m_delta.size = m_network.size(m_network.depth());
    const Columns delta = m_delta.columns();
    const std::span values(m_scratch.data(), m_outputs.size());
    for (Eigen::Index example = 0; example < delta.count; ++example) {
        loss.outputDelta({activation, outputs(example), {targets.col(example).data(), values.size()}}, values);
        Column column = delta.column(example);
        m_belowResolution += packNormalised(values, column).belowResolution;
        delta.set(example, column);
    }
}

void BackwardPass::computeCost(const Loss& loss, const Eigen::Ref<const Eigen::MatrixXd>& targets)
{
    const Activation& activation = m_network.activation(m_network.depth());
    const Eigen::Index examples = m_forward.examples();
    const std::span values(m_scratch.data(), m_outputs.size());
    Scaled squares;
    for (Eigen::Index example = 0; example < examples; ++example) {
        const LossInput input{activation, outputs(example), {targets.col(example).data(), values.size()}};
        m_cost = m_cost + loss.cost(input);
        loss.outputGradient(input, values);
        m_outputGradient = values[0];
        if (example == 0)
            m_firstOutputGradient = values[0];
        for (const Scaled& value : values)
            squares = squares + value * value;
    }
    const Scaled share = Scaled::from(1.0 / static_cast<double>(examples));
    if (examples > 1)
        m_cost = m_cost * share;
    if (values.size() > 1 || examples > 1)
        m_outputGradient = sqrt(squares * share);
}

void BackwardPass::step(int layer)
{
    m_product.size = m_network.size(layer);
    multiplyTransposed(m_network.weights(layer + 1), beforeNormalization(), m_product.columns());
    if (passesNothing(layer)) {
        m_product.columns().matrix().setZero();
        std::fill_n(m_product.columns().exponents, m_forward.examples(), 0);
    }
    addResidual(layer);
    m_belowResolution = 0;
    for (Eigen::Index example = 0; example < m_forward.examples(); ++example)
        if (!m_forward.plain(layer, example) || !multiplyPlain(layer, example))
            multiplyScaled(layer, example);
    std::swap(m_delta, m_product);
    m_normalized = m_network.normalization(layer) != Normalization::none;
    m_shift = m_network.normalization(layer + 1) == Normalization::batch ? BiasShift::removed : BiasShift::kept;
    if (m_normalized) {
        m_raw.size = m_delta.size;
        const Columns raw = m_raw.columns(), delta = m_delta.columns();
        raw.matrix() = delta.matrix();
        std::copy_n(delta.exponents, delta.count, raw.exponents);
        backThroughNormalization(
            m_network.normalization(layer), m_forward.normalized(layer), m_forward.deviations(layer), raw);
    }
}

// Under a softmax the δ of the outputs add up to 0: outputs with equal weights then pass nothing, where rounding would
// leave 10⁻¹⁶.
bool BackwardPass::passesNothing(int layer) const
{
    if (!m_outputsCancel || layer + 1 != m_network.depth())
        return false;
    const auto weights = m_network.weights(layer + 1);
    for (Eigen::Index i = 1; i < weights.rows(); ++i)
        if (weights.row(i) != weights.row(0))
            return false;
    return true;
}

// The product + α ∂C/∂a^(l+1), kept as ∂C/∂a^l for the layer before.
void BackwardPass::addResidual(int layer)
{
    if (!m_network.hasResidual())
        return;
    const Columns product = m_product.columns();
    const double residual = m_network.residual(layer + 1);
    if (residual != 0)
        for (Eigen::Index example = 0; example < product.count; ++example) {
            Column column = product.column(example);
            add(column, residual, m_gradient.columns().column(example));
            product.set(example, column);
        }
    m_gradient.size = m_product.size;
    m_gradient.columns().matrix() = product.matrix();
    std::copy_n(product.exponents, product.count, m_gradient.columns().exponents);
}

// f′ ⊙ product in doubles; false, with the product as it was, where digits could be lost.
bool BackwardPass::multiplyPlain(int layer, Eigen::Index example)
{
    const Columns columns = m_product.columns();
    Column product = columns.column(example);
    const Column derivative = m_forward.derivativeColumn(layer, example);
    double largest = 0;
    for (Eigen::Index i = 0; i < product.size; ++i) {
        const double size = std::abs(product.mantissas[i] * derivative.mantissas[i]);
        if (size < kSmallProduct && product.mantissas[i] != 0 && derivative.mantissas[i] != 0)
            return false;
        largest = std::max(largest, size);
    }
    if (largest == 0) {
        product.vector().setZero();
        columns.exponents[example] = 0;
        return true;
    }
    const int shift = std::ilogb(largest) + 1;
    if (shift < -100 || shift > 100)
        return false; // scaling up or down by so much is left to the exact way
    const double scale = std::ldexp(1.0, -shift);
    for (Eigen::Index i = 0; i < product.size; ++i)
        product.mantissas[i] *= derivative.mantissas[i] * scale;
    columns.exponents[example] = shiftedExponent(product.exponent, shift);
    return true;
}

void BackwardPass::multiplyScaled(int layer, Eigen::Index example)
{
    const Columns columns = m_product.columns();
    Column product = columns.column(example);
    for (Eigen::Index i = 0; i < product.size; ++i)
        m_scratch[static_cast<std::size_t>(i)] = product.at(i) * m_forward.derivative(layer, i, example);
    m_belowResolution +=
        packNormalised({m_scratch.data(), static_cast<std::size_t>(product.size)}, product).belowResolution;
    columns.set(example, product);
}

} // namespace deltascope
