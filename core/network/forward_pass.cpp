// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/forward_pass.h"

#include "network/operation.h"

#include <algorithm>
#include <cassert>

namespace deltascope::network {

namespace {

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

/// Plain where it can be; true where it is.
bool repack(const numerics::Columns& columns, Eigen::Index x, std::vector<numerics::Scaled>& scratch)
{
    numerics::Column column = columns.column(x);
    if (column.exponent == 0 && allPlain(column))
        return true;
    for (Eigen::Index i = 0; i < column.size; ++i)
        scratch[static_cast<std::size_t>(i)] = column.at(i);
    numerics::pack({scratch.data(), static_cast<std::size_t>(column.size)}, column);
    columns.set(x, column);
    return column.exponent == 0;
}

} // namespace

ForwardPass::ForwardPass(const Network& network, const Eigen::Ref<const Eigen::MatrixXd>& inputs, PassStorage storage)
    : m_network(network)
    , m_examples(inputs.cols())
    , m_layers(static_cast<std::size_t>(network.depth()) + 1)
    , m_columns(m_layers.size() * static_cast<std::size_t>(m_examples))
    , m_z(std::move(storage.z))
    , m_a(std::move(storage.a))
    , m_derivative(std::move(storage.derivatives))
{
    assert(inputs.rows() >= network.structure().sequence());
    allocate();
    enter(inputs);
}

void ForwardPass::allocate()
{
    std::size_t total = 0, keeping = 0, widest = static_cast<std::size_t>(m_network.size(0));
    for (int layer = 1; layer <= m_network.depth(); ++layer) {
        const auto size = static_cast<std::size_t>(m_network.size(layer));
        m_layers[static_cast<std::size_t>(layer)].offset = total;
        m_layers[static_cast<std::size_t>(layer)].kept = keeping;
        total += size * static_cast<std::size_t>(m_examples);
        keeping += static_cast<std::size_t>(m_network.plan(layer).kept);
        widest = std::max(widest, size);
    }
    // The inputs, often the most numbers by far, have no z and no f′: they stand last, in m_a alone.
    m_layers[0].offset = total;
    std::size_t fed = total + static_cast<std::size_t>(m_network.size(0) * m_examples);
    for (int layer = 1; layer <= m_network.depth(); ++layer) {
        m_layers[static_cast<std::size_t>(layer)].fed = fed;
        fed += static_cast<std::size_t>(m_network.fed(layer) * m_examples);
    }
    if (m_network.structure().feeds())
        m_fedExponents.resize(m_columns.size());
    m_z.resize(total);
    m_a.resize(fed);
    m_derivative.resize(total);
    m_zExponents.resize(m_columns.size());
    m_aExponents.resize(m_columns.size());
    m_scratch.resize(widest);
    m_kept.resize(keeping);
    for (int layer = 1; keeping > 0 && layer <= m_network.depth(); ++layer) {
        const LayerPlan& plan = m_network.plan(layer);
        for (std::size_t i = 0; i < plan.operations.size(); ++i)
            for (int number = 0; number < (plan.operations[i].kind->standardizes ? 1 : plan.operations[i].kind->keeps);
                 ++number)
                m_kept[m_layers[static_cast<std::size_t>(layer)].kept
                    + static_cast<std::size_t>(plan.operations[i].kept + number)]
                    .reserve(m_network.size(i < plan.linear ? layer - 1 : layer), m_examples);
    }
}

void ForwardPass::enter(const Eigen::Ref<const Eigen::MatrixXd>& inputs)
{
    const numerics::Columns a0 = a(0);
    for (Eigen::Index example = 0; example < m_examples; ++example) {
        a0.exponents[example] = 0;
        a0.column(example).vector() = inputs.col(example).head(a0.size);
        const bool plain = repack(a0, example, m_scratch);
        states(0)[example].plain = plain;
        m_layers[0].plain = m_layers[0].plain && plain;
    }
    Eigen::Index row = a0.size;
    for (int layer = 1; !m_fedExponents.empty() && layer <= m_network.depth(); row += m_network.fed(layer), ++layer) {
        const numerics::Columns x = fed(layer);
        for (Eigen::Index example = 0; x.size > 0 && example < m_examples; ++example) {
            x.exponents[example] = 0;
            x.column(example).vector() = inputs.col(example).segment(row, x.size);
            repack(x, example, m_scratch);
        }
    }
}

numerics::Columns ForwardPass::fed(int layer) const
{
    const Eigen::Index size = m_network.fed(layer);
    if (size == 0)
        return {};
    return {const_cast<double*>(m_a.data()) + m_layers[static_cast<std::size_t>(layer)].fed, size, m_examples,
        const_cast<std::int64_t*>(m_fedExponents.data()) + static_cast<std::size_t>(layer * m_examples)};
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

numerics::Columns ForwardPass::entering(int layer) const
{
    const LayerPlan& plan = m_network.plan(layer);
    return plan.linear == 0 ? a(layer - 1) : kept(layer, plan.operations[plan.linear - 1]).columns();
}

void ForwardPass::step(int layer)
{
    const LayerPlan& plan = m_network.plan(layer);
    LayerState& state = m_layers[static_cast<std::size_t>(layer)];
    const numerics::Columns before = a(layer - 1);
    operations::ForwardLayer here{.network = m_network,
        .layer = layer,
        .operation = plan.operations.data(),
        .before = before,
        .z = z(layer),
        .a = a(layer),
        .derivatives = m_derivative.data() + state.offset,
        .states = states(layer),
        .statesBefore = states(layer - 1),
        .fed = fed(layer),
        .kept = m_kept.data() + state.kept,
        .scratch = m_scratch.data(),
        .value = before};
    const LayerOperation* const first = plan.operations.data();
    for (; here.operation < first + plan.settled; ++here.operation)
        here.operation->kind->forward(here);
    state.plain = settle(here);
    if (plan.settled == plan.operations.size())
        return;
    for (; here.operation < first + plan.operations.size(); ++here.operation)
        here.operation->kind->forward(here);
    state.plain = settleAgain(here);
}

/// The columns that doubles do not hold, number by number. True where there are none.
bool ForwardPass::settle(const operations::ForwardLayer& layer)
{
    bool plain = true;
    for (Eigen::Index example = 0; example < m_examples; ++example) {
        if (layer.states[example].plain)
            continue;
        plain = false;
        computeScaled(layer, example);
    }
    return plain;
}

/// After what worked on whole columns behind the activation.
bool ForwardPass::settleAgain(const operations::ForwardLayer& layer)
{
    bool plain = true;
    for (Eigen::Index example = 0; example < m_examples; ++example) {
        operations::ColumnState& state = layer.states[example];
        state.aInColumn = true;
        state.plain = repack(layer.a, example, m_scratch) && state.scaled == nullptr;
        plain = plain && state.plain;
    }
    return plain;
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

void ForwardPass::computeScaled(const operations::ForwardLayer& layer, Eigen::Index example)
{
    const LayerPlan& plan = m_network.plan(layer.layer);
    const auto size = static_cast<std::size_t>(layer.a.size);
    std::vector<numerics::Scaled>& block = blockFor(2 * size);
    block.resize(block.size() + 2 * size);
    numerics::Scaled* const numbers = block.data() + block.size() - 2 * size;
    operations::ScaledColumn scaled{layer, example, 1, {numbers, size}, {numbers + size, size}};
    for (std::size_t i = plan.activate; i < plan.settled; ++i) {
        scaled.scale = m_network.number(layer.layer, plan.operations[i]);
        scaled.operation = &plan.operations[i];
        plan.operations[i].kind->forwardScaled(scaled);
    }
    layer.states[example].scaled = numbers;
    numerics::Column column = layer.a.column(example);
    numerics::pack(scaled.a, column);
    layer.a.set(example, column);
}

numerics::Scaled ForwardPass::a(int layer, Eigen::Index neuron, Eigen::Index example) const
{
    const operations::ColumnState& state = states(layer)[example];
    return state.scaled == nullptr || state.aInColumn ? aColumn(layer, example).at(neuron) : state.scaled[neuron];
}

numerics::Scaled ForwardPass::derivative(int layer, Eigen::Index neuron, Eigen::Index example) const
{
    const operations::ColumnState& state = states(layer)[example];
    return state.scaled == nullptr ? derivativeColumn(layer, example).at(neuron)
                                   : state.scaled[m_network.size(layer) + neuron];
}

numerics::Scaled ForwardPass::bias(int layer, Eigen::Index neuron, Eigen::Index example) const
{
    if (!m_network.balanced(layer))
        return numerics::Scaled::from(m_network.biases(layer, example)[neuron]);
    const LayerPlan& plan = m_network.plan(layer);
    for (std::size_t i = plan.linear + 1; i < plan.activate; ++i)
        if (plan.operations[i].kind->standardizes)
            return -kept(layer, plan.operations[i]).columns().at(neuron, 0);
    const auto weights = m_network.weights(layer);
    numerics::Scaled sum;
    for (int i = 0; i < m_network.size(layer - 1); ++i)
        sum = sum
            + numerics::Scaled::from(weights(neuron, i))
                * (plan.linear == 0 ? a(layer - 1, i) : entering(layer).at(i, 0));
    return -sum;
}

} // namespace deltascope::network
