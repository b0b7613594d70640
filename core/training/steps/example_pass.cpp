// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/steps/example_pass.h"

#include "network/activations/activation.h"

#include <algorithm>
#include <cmath>

namespace deltascope::steps {

namespace {

std::size_t at(int layer)
{
    return ParameterLayout::index(layer);
}

/// (h − μ)/s of every stride-th number, in place; returns s.
double standardize(double* h, std::size_t count, std::size_t stride)
{
    const double start = h[0], n = static_cast<double>(count);
    double sum = 0, squares = 0;
    for (std::size_t i = 0; i < count; ++i)
        sum += h[i * stride] - start;
    const double mean = sum / n;
    for (std::size_t i = 0; i < count; ++i) {
        h[i * stride] = (h[i * stride] - start) - mean;
        squares += h[i * stride] * h[i * stride];
    }
    const double deviation = std::sqrt(squares / n + network::kNormalizationEpsilon);
    for (std::size_t i = 0; i < count; ++i)
        h[i * stride] /= deviation;
    return deviation;
}

/// δ ← (δ − ⟨δ⟩ − ĥ⟨δ ĥ⟩)/s; of a pair in the form that rounding leaves alone.
void project(double* delta, const double* normalized, double deviation, std::size_t count, std::size_t stride)
{
    if (count == network::kPair) {
        const double passed = network::kNormalizationEpsilon / (deviation * deviation) / deviation;
        delta[0] = (delta[0] - delta[stride]) / 2 * passed;
        delta[stride] = -delta[0];
        return;
    }
    double sum = 0, product = 0;
    for (std::size_t i = 0; i < count; ++i) {
        sum += delta[i * stride];
        product += delta[i * stride] * normalized[i * stride];
    }
    const double mean = sum / static_cast<double>(count), share = product / static_cast<double>(count);
    for (std::size_t i = 0; i < count; ++i)
        delta[i * stride] = (delta[i * stride] - mean - share * normalized[i * stride]) / deviation;
}

} // namespace

ExamplePass::ExamplePass(
    const network::Network& network, const ParameterLayout& layout, const losses::Loss& loss, int capacity)
    : m_network(network)
    , m_layout(layout)
    , m_loss(loss)
    , m_capacity(capacity)
    , m_a(layout.rows.size())
    , m_derivative(layout.rows.size())
    , m_normalized(layout.rows.size())
    , m_deviations(layout.rows.size())
{
    const auto columns = static_cast<std::size_t>(capacity);
    const std::size_t widest = *std::max_element(layout.rows.begin() + 1, layout.rows.end()) * columns;
    m_a[0].resize(layout.sizes[0] * columns);
    for (int layer = 1; layer <= layout.depth(); ++layer) {
        const std::size_t size = layout.rows[at(layer)] * columns;
        m_a[at(layer)].resize(size);
        m_derivative[at(layer)].resize(size);
        if (network.normalization(layer) != network::Normalization::none) {
            m_normalized[at(layer)].resize(size);
            m_deviations[at(layer)].resize(std::max(columns, layout.rows[at(layer)]));
        }
    }
    for (Buffer* buffer : {&m_z, &m_delta, &m_product})
        buffer->resize(widest);
    if (network.hasResidual())
        m_above.resize(widest);
}

void ExamplePass::forward(const double* values, const ExampleSet& set, std::span<const int> examples)
{
    if (!set.isSparse() || m_network.residual(1) != 0)
        for (std::size_t x = 0; x < examples.size(); ++x)
            std::copy_n(set.input(examples[x]), m_layout.sizes[0], m_a[0].data() + x * m_layout.sizes[0]);
    for (int layer = 1; layer <= m_layout.depth(); ++layer) {
        weightedInput(values, set, examples, layer);
        activate(layer, examples.size());
    }
}

void ExamplePass::weightedInput(const double* values, const ExampleSet& set, std::span<const int> examples, int layer)
{
    const std::size_t rows = m_layout.rows[at(layer)], terms = m_layout.sizes[at(layer) - 1];
    const double* weights = values + m_layout.weights[at(layer)];
    const double* biases = values + m_layout.biases(layer);
    const bool normalized = m_network.normalization(layer) != network::Normalization::none;
    if (normalized) // the padding of the biases is 0
        std::fill_n(m_product.data(), rows, 0.0);
    const double* start = normalized ? m_product.data() : biases;
    if (layer == 1 && set.isSparse()) {
        for (std::size_t x = 0; x < examples.size(); ++x)
            kernels().sparseProduct(weights, set.sparse(examples[x]), m_z.data() + x * rows, start, rows);
    } else {
        const std::size_t stride = layer == 1 ? terms : m_layout.rows[at(layer) - 1];
        kernels().product(
            weights, {m_a[at(layer) - 1].data(), 1, stride}, m_z.data(), start, rows, terms, examples.size());
    }
    if (normalized)
        normalize(layer, examples.size(), biases);
}

void ExamplePass::normalize(int layer, std::size_t count, const double* biases)
{
    const std::size_t rows = m_layout.rows[at(layer)], size = m_layout.sizes[at(layer)];
    std::vector<double>& deviations = m_deviations[at(layer)];
    if (m_network.normalization(layer) == network::Normalization::layer)
        for (std::size_t x = 0; x < count; ++x)
            deviations[x] = standardize(m_z.data() + x * rows, size, 1);
    else
        for (std::size_t i = 0; i < size; ++i)
            deviations[i] = standardize(m_z.data() + i, count, rows);
    std::copy_n(m_z.data(), rows * count, m_normalized[at(layer)].data());
    for (std::size_t x = 0; x < count; ++x)
        for (std::size_t i = 0; i < size; ++i)
            m_z[x * rows + i] += biases[i];
}

void ExamplePass::activate(int layer, std::size_t count)
{
    const std::size_t rows = m_layout.rows[at(layer)], size = m_layout.sizes[at(layer)];
    const activations::Activation& activation = m_network.activation(layer);
    double* a = m_a[at(layer)].data();
    double* derivative = m_derivative[at(layer)].data();
    if (2 * size > rows) // else most of it would be padding
        activation.evaluate(m_z.data(), a, derivative, rows * count);
    else
        for (std::size_t x = 0; x < count; ++x)
            activation.evaluate(m_z.data() + x * rows, a + x * rows, derivative + x * rows, size);
    const double residual = m_network.residual(layer);
    if (residual == 0)
        return;
    const double* before = m_a[at(layer) - 1].data();
    const std::size_t stride = layer == 1 ? size : rows;
    for (std::size_t x = 0; x < count; ++x)
        for (std::size_t i = 0; i < size; ++i)
            a[x * rows + i] += residual * before[x * stride + i];
}

losses::PlainLossInput ExamplePass::lossInput(const ExampleSet& set, int example, std::size_t column) const
{
    const int last = m_layout.depth();
    const std::size_t offset = column * m_layout.rows[at(last)];
    return {m_network.activation(last), m_z.data() + offset, m_a[at(last)].data() + offset,
        m_derivative[at(last)].data() + offset, set.target(example), m_layout.sizes[at(last)]};
}

BlockSums ExamplePass::judge(const ExampleSet& set, std::span<const int> examples) const
{
    BlockSums sums;
    for (std::size_t x = 0; x < examples.size(); ++x) {
        const losses::PlainLossInput input = lossInput(set, examples[x], x);
        sums.cost += m_loss.plainCost(input);
        if (!set.hasClasses())
            continue;
        const double *a = input.a, *y = input.target;
        const bool right = input.size == 1
            ? (*a > 0.5) == (*y > 0.5)
            : std::max_element(a, a + input.size) - a == std::max_element(y, y + input.size) - y;
        sums.right += right;
    }
    return sums;
}

void ExamplePass::outputDelta(const ExampleSet& set, std::span<const int> examples)
{
    const std::size_t rows = m_layout.rows[at(m_layout.depth())], size = m_layout.sizes[at(m_layout.depth())];
    for (std::size_t x = 0; x < examples.size(); ++x) {
        m_loss.plainDelta(lossInput(set, examples[x], x), m_delta.data() + x * rows);
        std::fill_n(m_delta.data() + x * rows + size, rows - size, 0.0);
    }
}

void ExamplePass::backward(
    const double* transposed, const ExampleSet& set, std::span<const int> examples, double* gradient)
{
    outputDelta(set, examples);
    const std::vector<std::size_t>& rows = m_layout.rows;
    for (int layer = m_layout.depth(); layer >= 1; --layer) {
        addGradient(set, examples, layer, gradient);
        if (layer == 1)
            break;
        stepBack(transposed, layer, examples.size());
        transposed += rows[at(layer) - 1] * m_layout.sizes[at(layer)];
    }
}

void ExamplePass::addGradient(const ExampleSet& set, std::span<const int> examples, int layer, double* gradient)
{
    const std::size_t rows = m_layout.rows[at(layer)], terms = m_layout.sizes[at(layer) - 1];
    double* biases = gradient + m_layout.biases(layer);
    for (std::size_t x = 0; x < examples.size(); ++x)
        for (std::size_t i = 0; i < rows; ++i)
            biases[i] += m_delta[x * rows + i];
    if (m_network.normalization(layer) != network::Normalization::none)
        backThroughNormalization(layer, examples.size());
    double* weights = gradient + m_layout.weights[at(layer)];
    if (layer == 1 && set.isSparse()) {
        for (std::size_t x = 0; x < examples.size(); ++x)
            kernels().addSparseProduct(m_delta.data() + x * rows, set.sparse(examples[x]), weights, rows);
        return;
    }
    const std::size_t stride = layer == 1 ? terms : m_layout.rows[at(layer) - 1];
    kernels().addProduct(m_delta.data(), {m_a[at(layer) - 1].data(), stride, 1}, weights, rows, examples.size(), terms);
}

// δ becomes u, the gradient of the weighted input before normalization.
void ExamplePass::backThroughNormalization(int layer, std::size_t count)
{
    const std::size_t rows = m_layout.rows[at(layer)], size = m_layout.sizes[at(layer)];
    const double* normalized = m_normalized[at(layer)].data();
    const std::vector<double>& deviations = m_deviations[at(layer)];
    if (m_network.normalization(layer) == network::Normalization::layer)
        for (std::size_t x = 0; x < count; ++x)
            project(m_delta.data() + x * rows, normalized + x * rows, deviations[x], size, 1);
    else
        for (std::size_t i = 0; i < size; ++i)
            project(m_delta.data() + i, normalized + i, deviations[i], count, rows);
}

// From u of this layer to δ of the layer before.
void ExamplePass::stepBack(const double* transposed, int layer, std::size_t count)
{
    const std::size_t rows = m_layout.rows[at(layer)], before = m_layout.rows[at(layer) - 1];
    kernels().product(
        transposed, {m_delta.data(), 1, rows}, m_product.data(), nullptr, before, m_layout.sizes[at(layer)], count);
    if (m_network.hasResidual()) {
        const double residual = m_network.residual(layer);
        if (residual != 0)
            for (std::size_t i = 0; i < before * count; ++i)
                m_product[i] += residual * m_above[i];
        std::copy_n(m_product.data(), before * count, m_above.data());
    }
    const double* derivative = m_derivative[at(layer) - 1].data();
    for (std::size_t i = 0; i < before * count; ++i)
        m_delta[i] = m_product[i] * derivative[i];
}

std::vector<std::size_t> transposedOffsets(const ParameterLayout& layout)
{
    std::vector<std::size_t> offsets(layout.rows.size() + 1, 0);
    std::size_t total = 0;
    for (int layer = layout.depth(); layer >= 2; --layer) { // in the order of the way back
        offsets[at(layer)] = total;
        total += layout.rows[at(layer) - 1] * layout.sizes[at(layer)];
    }
    offsets.back() = total;
    return offsets;
}

void transposeWeights(const ParameterLayout& layout, const std::vector<std::size_t>& offsets, const double* values,
    std::vector<double>& transposed)
{
    for (int layer = 2; layer <= layout.depth(); ++layer) {
        const double* from = values + layout.weights[at(layer)];
        double* to = transposed.data() + offsets[at(layer)];
        const std::size_t rows = layout.rows[at(layer)], columns = layout.sizes[at(layer) - 1],
                          size = layout.sizes[at(layer)], stride = layout.rows[at(layer) - 1];
        for (std::size_t i = 0; i < columns; ++i)
            for (std::size_t j = 0; j < size; ++j)
                to[j * stride + i] = from[i * rows + j];
    }
}

} // namespace deltascope::steps
