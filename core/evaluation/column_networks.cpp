// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluation/column_networks.h"

#include "base/registry.h"
#include "network/initializer.h"
#include "network/operation.h"

#include <algorithm>
#include <cassert>

namespace deltascope::evaluation {

namespace {

/// What an example gets alone is not what it gets among others.
bool looksAtNeighbours(const network::LayerPlan& plan)
{
    return plan.couplesExamples || plan.removesShift || plan.standardizing() != nullptr;
}

} // namespace

bool canBeColumns(const model::Scenario& scenario, Parts parts)
{
    const network::Initializer* rule = findKind(network::initializersRegistry(), scenario.initializer);
    return rule != nullptr && !rule->biasFromForwardPass && rule->fitWeights == nullptr && scenario.examples == 1
        && !parts.others && std::ranges::none_of(network::plansOf(scenario), looksAtNeighbours);
}

ColumnNetworks::ColumnNetworks(std::span<const model::Scenario* const> scenarios, std::span<const data::Dataset> data,
    Parts parts, const network::DrawnNormals* drawn, const std::stop_token& stop, ColumnStorage storage)
    : m_parts(parts)
    , m_chain(network::isChain(*scenarios.front()))
    , m_network(*scenarios.front(), data.front(), stop, {}, drawn, std::move(storage.network))
{
    const model::Scenario& first = *scenarios.front();
    assert(canBeColumns(first, parts) && (data.size() == 1 || data.size() == scenarios.size()));
    const auto count = static_cast<Eigen::Index>(scenarios.size());
    m_network.setColumns(scenarios, drawn);
    m_inputs.resize(data.front().inputs.rows(), count);
    m_targets.resize(data.front().targets.rows(), count);
    for (Eigen::Index x = 0; x < count; ++x) {
        const data::Dataset& own = data[data.size() == 1 ? 0 : static_cast<std::size_t>(x)];
        m_inputs.col(x) = own.inputs.col(0);
        m_targets.col(x) = own.targets.col(0);
    }
    m_pass = std::make_unique<network::ForwardPass>(m_network, m_inputs, std::move(storage.pass));
    for (int layer = 1; layer <= m_network.depth(); ++layer) {
        if (stop.stop_requested())
            return;
        m_pass->step(layer);
    }
    m_apart = true;
    if (m_chain && m_parts.factors)
        m_chainPass.emplace(m_network, *m_pass);
    if (m_parts.cost)
        findCosts(first);
    if (!m_parts.speeds)
        return;
    const losses::Loss* loss = findKind(losses::lossesRegistry(), first.loss);
    network::BackwardPass back(m_network, *m_pass, *loss, m_targets, network::BackwardPass::Cost::leftOut);
    findSpeeds(back, stop);
}

void ColumnNetworks::findSpeeds(network::BackwardPass& back, const std::stop_token& stop)
{
    const int depth = m_network.depth();
    const auto count = static_cast<std::size_t>(m_pass->examples());
    m_speeds.resize(static_cast<std::size_t>(depth) * count);
    if (m_chain)
        m_deltas.resize(m_speeds.size());
    for (int layer = depth; layer >= 1; --layer) {
        if (layer < depth)
            back.step(layer);
        m_apart = !stop.stop_requested() && !back.leftRange();
        if (!m_apart)
            return;
        const numerics::Columns delta = back.delta();
        const std::size_t row = static_cast<std::size_t>(layer - 1) * count;
        for (std::size_t x = 0; x < count; ++x) {
            const numerics::Column column = delta.column(static_cast<Eigen::Index>(x));
            m_speeds[row + x] = numerics::norm(column);
            if (m_chain)
                m_deltas[row + x] = column.at(0);
        }
    }
}

void ColumnNetworks::findCosts(const model::Scenario& scenario)
{
    const losses::Loss* loss = findKind(losses::lossesRegistry(), scenario.loss);
    const numerics::Columns z = m_pass->z(m_network.depth());
    std::vector<numerics::Scaled> outputs(static_cast<std::size_t>(z.size));
    for (Eigen::Index x = 0; x < z.count; ++x) {
        for (Eigen::Index i = 0; i < z.size; ++i)
            outputs[static_cast<std::size_t>(i)] = z.at(i, x);
        m_costs.push_back(
            loss->cost({m_network.activation(m_network.depth()), outputs, {m_targets.col(x).data(), outputs.size()}}));
    }
}

void ColumnNetworks::describe(std::size_t column, Evaluation& evaluation) const
{
    assert(m_apart);
    const auto x = static_cast<Eigen::Index>(column);
    const auto count = static_cast<std::size_t>(m_pass->examples());
    evaluation.chain = m_chain;
    evaluation.examples = 1;
    evaluation.inputsAreZero = m_inputs.col(x).isZero(0);
    evaluation.layers.resize(static_cast<std::size_t>(m_network.depth()));
    if (m_chain && m_parts.factors)
        m_chainPass->describe(x, evaluation);
    if (m_parts.cost)
        evaluation.cost = m_costs[column];
    for (int layer = 1; layer <= m_network.depth(); ++layer) {
        LayerEvaluation& result = evaluation.layers[static_cast<std::size_t>(layer - 1)];
        if (m_parts.statistics)
            describeMeans(m_network, *m_pass, layer, x, 1, result);
        if (!m_parts.speeds)
            continue;
        const std::size_t place = static_cast<std::size_t>(layer - 1) * count + column;
        result.speed.normOfMean = result.speed.meanOfNorms = result.speed.rms = m_speeds[place];
        if (m_chain)
            result.delta = m_deltas[place];
    }
}

} // namespace deltascope::evaluation
