// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/forward_pass.h"

#include "network/activations/activation.h"

#include <algorithm>

namespace deltascope::network {

namespace {

std::span<const numerics::Scaled> first(const std::vector<numerics::Scaled>& values, Eigen::Index count)
{
    return {values.data(), static_cast<std::size_t>(count)};
}

/// Without a branch for each number.
bool allPlain(const numerics::Column& column)
{
    bool plain = true;
    for (Eigen::Index i = 0; i < column.size; ++i) {
        const double size = std::abs(column.mantissas[i]);
        plain &= ((size >= numerics::kPlainMinimum) & (size <= numerics::kPlainMaximum)) | (size == 0);
    }
    return plain;
}

} // namespace

ForwardPass::ForwardPass(const Network& network, const Eigen::Ref<const Eigen::MatrixXd>& inputs)
    : m_network(network)
    , m_examples(inputs.cols())
    , m_layers(static_cast<std::size_t>(network.depth()) + 1)
    , m_columns(m_layers.size() * static_cast<std::size_t>(m_examples))
{
    std::size_t total = 0, widest = static_cast<std::size_t>(network.size(0));
    for (int layer = 1; layer <= network.depth(); ++layer) {
        const auto size = static_cast<std::size_t>(network.size(layer));
        m_layers[static_cast<std::size_t>(layer)].offset = total;
        total += size * static_cast<std::size_t>(m_examples);
        widest = std::max(widest, size);
    }
    // The inputs, often the most numbers by far, have no z and no f′: they stand last, in m_a alone.
    m_layers[0].offset = total;
    m_z.resize(total);
    m_a.resize(total + static_cast<std::size_t>(inputs.size()));
    m_derivative.resize(total);
    m_zExponents.resize(m_columns.size());
    m_aExponents.resize(m_columns.size());
    m_scratch.resize(widest);
    if (network.normalization() != Normalization::none) {
        m_normalized.resize(total);
        m_normalizedExponents.resize(m_columns.size());
        m_deviations.resize(m_layers.size());
    }

    const numerics::Columns a0 = a(0);
    for (Eigen::Index example = 0; example < m_examples; ++example) {
        numerics::Column column = a0.column(example);
        column.vector() = inputs.col(example);
        if (!allPlain(column)) {
            for (Eigen::Index i = 0; i < column.size; ++i)
                m_scratch[static_cast<std::size_t>(i)] = numerics::Scaled::from(inputs(i, example));
            numerics::pack(first(m_scratch, column.size), column);
        }
        a0.set(example, column);
        const bool plain = column.exponent == 0;
        m_columns[static_cast<std::size_t>(example)].plain = plain;
        m_layers[0].plain = m_layers[0].plain && plain;
    }
}

numerics::Column ForwardPass::derivativeColumn(int layer, Eigen::Index example) const
{
    const Eigen::Index size = m_network.size(layer);
    return {const_cast<double*>(m_derivative.data()) + m_layers[static_cast<std::size_t>(layer)].offset
            + static_cast<std::size_t>(example * size),
        size, 0};
}

Eigen::Map<const Eigen::MatrixXd> ForwardPass::derivatives(int layer) const
{
    return {m_derivative.data() + m_layers[static_cast<std::size_t>(layer)].offset, m_network.size(layer), m_examples};
}

void ForwardPass::step(int layer)
{
    weightedInput(layer);
    activate(layer);
}

void ForwardPass::weightedInput(int layer)
{
    const numerics::Columns columns = z(layer);
    const Normalization over = m_network.normalization(layer);
    if (m_network.balanced(layer) && m_examples == 1 && over == Normalization::none) {
        columns.matrix().setZero();
        columns.exponents[0] = 0;
        return;
    }
    numerics::multiply(m_network.weights(layer), a(layer - 1), columns);
    if (over != Normalization::none) {
        m_deviations[static_cast<std::size_t>(layer)] = normalize(over, columns);
        const numerics::Columns kept = normalized(layer);
        kept.matrix() = columns.matrix();
        std::copy_n(columns.exponents, m_examples, kept.exponents);
    }
    if (m_network.balanced(layer))
        balance(layer);
    else
        for (Eigen::Index example = 0; example < m_examples; ++example)
            addBiases(layer, example);
}

void ForwardPass::addBiases(int layer, Eigen::Index example)
{
    numerics::Column column = zColumn(layer, example);
    const auto biases = m_network.biases(layer);
    bool plain = column.exponent == 0;
    for (Eigen::Index i = 0; plain && i < column.size; ++i) {
        const double sum = column.mantissas[i] + biases[i];
        plain = numerics::isPlain(sum);
        m_scratch[static_cast<std::size_t>(i)].mantissa = sum;
    }
    if (plain) {
        for (Eigen::Index i = 0; i < column.size; ++i)
            column.mantissas[i] = m_scratch[static_cast<std::size_t>(i)].mantissa;
        return;
    }
    for (Eigen::Index i = 0; i < column.size; ++i)
        m_scratch[static_cast<std::size_t>(i)] = column.at(i) + numerics::Scaled::from(biases[i]);
    numerics::pack(first(m_scratch, column.size), column);
    z(layer).set(example, column);
}

// b = −N(w·a) of the first example, so that its z is exactly 0; the others keep what they differ by.
void ForwardPass::balance(int layer)
{
    const numerics::Columns columns = z(layer);
    for (Eigen::Index example = m_examples - 1; example >= 0; --example) {
        numerics::Column column = columns.column(example);
        for (Eigen::Index i = 0; i < column.size; ++i)
            m_scratch[static_cast<std::size_t>(i)] = column.at(i) - columns.at(i, 0);
        numerics::pack(first(m_scratch, column.size), column);
        columns.set(example, column);
    }
}

void ForwardPass::activate(int layer)
{
    LayerState& here = m_layers[static_cast<std::size_t>(layer)];
    const activations::Activation& activation = m_network.activation(layer);
    const numerics::Columns input = z(layer), output = a(layer);
    std::fill_n(output.exponents, m_examples, 0);
    if (input.unscaled())
        activation.evaluate(input.mantissas, output.mantissas, m_derivative.data() + here.offset,
            static_cast<std::size_t>(input.size * input.count));
    else
        for (Eigen::Index example = 0; example < m_examples; ++example)
            if (input.exponents[example] == 0)
                activation.evaluate(zColumn(layer, example).mantissas, aColumn(layer, example).mantissas,
                    derivativeColumn(layer, example).mantissas, static_cast<std::size_t>(input.size));
    here.plain = true;
    for (Eigen::Index example = 0; example < m_examples; ++example) {
        const bool plain = input.exponents[example] == 0 && finishPlain(layer, example);
        m_columns[static_cast<std::size_t>(layer * m_examples + example)].plain = plain;
        here.plain = here.plain && plain;
        if (!plain)
            activateScaled(layer, example);
    }
}

// Adds the residual connection; false where a or f′ are no plain doubles.
bool ForwardPass::finishPlain(int layer, Eigen::Index example)
{
    const activations::Activation& activation = m_network.activation(layer);
    const numerics::Column z = zColumn(layer, example), a = aColumn(layer, example),
                           derivative = derivativeColumn(layer, example);
    for (Eigen::Index i = 0; i < z.size; ++i) {
        // A zero is plain where it is exact (a dead ReLU), not where it is an underflow.
        if (!numerics::isPlain(a.mantissas[i]) || !numerics::isPlain(derivative.mantissas[i])
            || (a.mantissas[i] == 0 && !activation.scaledValue(z.at(i)).isZero())
            || (derivative.mantissas[i] == 0 && !activation.scaledDerivative(z.at(i)).isZero()))
            return false;
    }
    const double residual = m_network.residual(layer);
    if (residual == 0)
        return true;
    if (!plain(layer - 1, example))
        return false;
    const numerics::Column before = aColumn(layer - 1, example);
    a.vector() += residual * before.vector();
    return std::all_of(a.mantissas, a.mantissas + a.size, numerics::isPlain);
}

/// With room for so many more, which then do not move.
std::vector<numerics::Scaled>& ForwardPass::blockFor(std::size_t count)
{
    constexpr std::size_t kLargest = 1 << 16; // 1 MB
    if (m_scaled.empty() || m_scaled.back().capacity() - m_scaled.back().size() < count) {
        const std::size_t size = m_scaled.empty() ? 0 : std::min(kLargest, 2 * m_scaled.back().capacity());
        m_scaled.emplace_back().reserve(std::max(count, size));
    }
    return m_scaled.back();
}

void ForwardPass::activateScaled(int layer, Eigen::Index example)
{
    const numerics::Column z = zColumn(layer, example);
    const activations::Activation& activation = m_network.activation(layer);
    ColumnState& here = m_columns[static_cast<std::size_t>(layer * m_examples + example)];
    const auto size = static_cast<std::size_t>(z.size);
    std::vector<numerics::Scaled>& block = blockFor(2 * size);
    here.scaled = block.data() + block.size();
    const numerics::Scaled residual = numerics::Scaled::from(m_network.residual(layer));
    for (Eigen::Index i = 0; i < z.size; ++i) {
        const numerics::Scaled value = activation.scaledValue(z.at(i));
        block.push_back(residual.isZero() ? value : value + residual * a(layer - 1, i, example));
    }
    for (Eigen::Index i = 0; i < z.size; ++i)
        block.push_back(activation.scaledDerivative(z.at(i)));
    numerics::Column column = aColumn(layer, example);
    numerics::pack({here.scaled, size}, column);
    a(layer).set(example, column);
}

numerics::Scaled ForwardPass::a(int layer, Eigen::Index neuron, Eigen::Index example) const
{
    if (layer == 0 || plain(layer, example))
        return aColumn(layer, example).at(neuron);
    return columnState(layer, example).scaled[neuron];
}

numerics::Scaled ForwardPass::derivative(int layer, Eigen::Index neuron, Eigen::Index example) const
{
    if (plain(layer, example))
        return derivativeColumn(layer, example).at(neuron);
    return columnState(layer, example).scaled[m_network.size(layer) + neuron];
}

numerics::Scaled ForwardPass::bias(int layer, Eigen::Index neuron) const
{
    if (!m_network.balanced(layer))
        return numerics::Scaled::from(m_network.biases(layer)[neuron]);
    if (m_network.normalization(layer) != Normalization::none)
        return -normalized(layer).at(neuron, 0);
    const auto weights = m_network.weights(layer);
    numerics::Scaled sum;
    for (int i = 0; i < m_network.size(layer - 1); ++i)
        sum = sum + numerics::Scaled::from(weights(neuron, i)) * a(layer - 1, i);
    return -sum;
}

} // namespace deltascope::network
