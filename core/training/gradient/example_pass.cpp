// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/gradient/example_pass.h"

#include "network/operation.h"

#include <algorithm>

namespace deltascope::gradient {

namespace {

std::size_t at(int layer)
{
    return ParameterLayout::index(layer);
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
    , m_fedOf(layout.rows.size())
    , m_keptOf(layout.rows.size())
{
    allocate();
}

void ExamplePass::allocate()
{
    const auto columns = static_cast<std::size_t>(m_capacity);
    const std::size_t widest = *std::max_element(m_layout.rows.begin() + 1, m_layout.rows.end());
    m_a[0].resize(m_layout.sizes[0] * columns);
    bool past = false, zeros = false;
    std::size_t fed = 0;
    for (int layer = 1; layer <= m_layout.depth(); ++layer) {
        const network::LayerPlan& plan = m_network.plan(layer);
        m_a[at(layer)].resize(m_layout.rows[at(layer)] * columns);
        m_derivative[at(layer)].resize(m_layout.rows[at(layer)] * columns);
        m_keptOf[at(layer)] = m_kept.size();
        m_fedOf[at(layer)] = fed;
        fed += m_layout.fed[at(layer)] * columns;
        for (std::size_t i = 0; i < plan.operations.size(); ++i) {
            const bool standardizes = plan.operations[i].kind->standardizes;
            const std::size_t rows = i > plan.linear ? m_layout.rows[at(layer)] : m_layout.stride(layer - 1);
            for (int number = 0; number < (standardizes ? 1 : plan.operations[i].kind->keeps); ++number)
                m_kept.push_back({Buffer(rows * columns), Buffer(standardizes ? std::max(columns, rows) : 0)});
        }
        for (int i = 0; i < plan.learnt; ++i)
            m_kept.push_back({Buffer(m_layout.rows[at(layer)] * columns), {}});
        past = past || plan.goesPast;
        zeros = zeros || !plan.biasFollows;
    }
    for (Buffer* buffer : {&m_z, &m_delta, &m_product})
        buffer->resize(widest * columns);
    m_past.resize(past ? widest * columns : 0);
    m_fed.resize(fed);
    m_zeros.resize(zeros ? widest : 0);
}

operations::BlockLayer ExamplePass::layerOf(int layer, std::span<const int> examples)
{
    const operations::Block before{
        m_a[at(layer - 1)].data(), m_layout.sizes[at(layer - 1)], m_layout.stride(layer - 1)};
    return {.plan = m_network.plan(layer),
        .layer = layer,
        .operation = nullptr,
        .count = examples.size(),
        .size = m_layout.sizes[at(layer)],
        .rows = m_layout.rows[at(layer)],
        .before = before,
        .sparse = layer == 1 && !m_sparse.empty() ? m_sparse.data() : nullptr,
        .kept = m_kept.data() + m_keptOf[at(layer)],
        .learnt = m_values + m_layout.learnt(layer),
        .draws = m_draws,
        .examples = examples.data(),
        .derivatives = m_derivative[at(layer)].data(),
        .fed = {m_fed.data() + m_fedOf[at(layer)], m_layout.fed[at(layer)], m_layout.fed[at(layer)]},
        .value = before};
}

void ExamplePass::forward(
    const double* values, const ExampleSet& set, std::span<const int> examples, const network::Draws& draws)
{
    m_values = values;
    m_draws = draws;
    m_sparse.clear();
    if (set.isSparse())
        for (const int example : examples)
            m_sparse.push_back(set.sparse(example));
    if (!set.isSparse() || m_network.plan(1).readsBefore)
        for (std::size_t x = 0; x < examples.size(); ++x)
            std::copy_n(set.input(examples[x]), m_layout.sizes[0], m_a[0].data() + x * m_layout.sizes[0]);
    if (!m_fed.empty())
        gatherFed(set, examples);
    for (int layer = 1; layer <= m_layout.depth(); ++layer)
        forwardLayer(layer, examples);
}

void ExamplePass::gatherFed(const ExampleSet& set, std::span<const int> examples)
{
    std::size_t row = m_layout.sizes[0];
    for (int layer = 1; layer <= m_layout.depth(); ++layer) {
        const std::size_t size = m_layout.fed[at(layer)];
        double* to = m_fed.data() + m_fedOf[at(layer)];
        for (std::size_t x = 0; size > 0 && x < examples.size(); ++x, to += size)
            std::copy_n(set.input(examples[x]) + row, size, to);
        row += size;
    }
}

void ExamplePass::forwardLayer(int layer, std::span<const int> examples)
{
    const network::LayerPlan& plan = m_network.plan(layer);
    const double* biases = m_values + m_layout.biases(layer);
    operations::BlockForward block{layerOf(layer, examples), m_values + m_layout.weights[at(layer)], biases,
        plan.biasFollows ? biases : m_zeros.data(), m_z.data(), m_a[at(layer)].data(), m_values + m_layout.weights[1],
        m_values + m_layout.gate(layer)};
    for (std::size_t i = 0; i < plan.operations.size(); ++i) {
        block.operation = &plan.operations[i];
        if (!plan.biasFollows || i != plan.linear + 1) // the sums have started with the biases
            block.operation->kind->forwardBlock(block);
    }
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
    const double* transposed, const ExampleSet& set, std::span<const int> examples, double* gradient, double* apart)
{
    outputDelta(set, examples);
    operations::Block value{m_delta.data(), m_layout.sizes.back(), m_layout.rows.back()};
    for (int layer = m_layout.depth(); layer >= 1; --layer) {
        const network::LayerPlan& plan = m_network.plan(layer);
        double* const own = apart == nullptr || m_layout.apart[at(layer)] == ParameterLayout::kAlone
            ? gradient + m_layout.weights[at(layer)]
            : apart + m_layout.apart[at(layer)];
        operations::BlockBackward block{layerOf(layer, examples),
            layer == 1 ? nullptr : transposed + m_layout.transposed[at(layer)], own, own + m_layout.weightCount(layer),
            gradient + m_layout.learnt(layer), m_delta.data(), m_product.data(), m_past.data(),
            gradient + m_layout.weights[1], layer == 1 ? nullptr : transposed + m_layout.gateTransposed[at(layer)],
            gradient + m_layout.gate(layer)};
        block.value = value;
        const std::size_t last = layer == m_layout.depth() ? plan.activate : plan.operations.size();
        const std::size_t first = layer == 1 ? plan.linear : 0; // nobody asks for the gradient of the inputs
        for (std::size_t i = last; i-- > first;) {
            block.operation = &plan.operations[i];
            if (block.operation->kind->backwardBlock != nullptr)
                block.operation->kind->backwardBlock(block);
        }
        for (std::size_t i = 0; plan.goesPast && layer > 1 && i < plan.operations.size(); ++i) {
            block.operation = &plan.operations[i];
            if (block.operation->kind->backwardBlockPast != nullptr)
                block.operation->kind->backwardBlockPast(block);
        }
        value = block.value;
    }
}

} // namespace deltascope::gradient
