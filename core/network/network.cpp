// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/network.h"

#include "base/registry.h"
#include "network/forward_pass.h"
#include "network/initializer.h"
#include "network/operation.h"
#include "network/parametrizations/parametrization.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace deltascope::network {

namespace {

const Initializer& initializerOf(const model::Scenario& scenario)
{
    const Initializer* rule = findKind(initializersRegistry(), scenario.initializer);
    assert(rule != nullptr);
    return *rule;
}

const model::LayerSetting* settingByHand(const model::Scenario& scenario, const Initializer& rule, int layer)
{
    return rule.usesWeight() ? model::layerSetting(scenario, layer) : nullptr;
}

std::size_t gateNumbers(int columns, int neurons)
{
    return columns == 0 ? 0 : static_cast<std::size_t>(columns + 1) * static_cast<std::size_t>(neurons);
}

void fill(const model::Scenario& scenario, const Initializer& rule, int layer, LayerParameters& values,
    const std::stop_token& stop)
{
    rule.fill(scenario, layer, values, stop);
    const model::LayerSetting* byHand = settingByHand(scenario, rule, layer);
    if (byHand != nullptr && byHand->weight)
        values.weights.setConstant(*byHand->weight);
    if (byHand != nullptr && byHand->bias)
        values.biases.setConstant(*byHand->bias);
}

} // namespace

Network::Network(const model::Scenario& scenario, const data::Dataset& data, const std::stop_token& stop,
    const Watch& watch, const DrawnNormals* drawn, NetworkStorage storage)
    : Network(scenario, data, initializerOf(scenario), stop, watch, drawn, std::move(storage))
{
}

Network::Network(const model::Scenario& scenario, const data::Dataset& data, const Initializer& rule,
    const std::stop_token& stop, const Watch& watch, const DrawnNormals* drawn, NetworkStorage storage)
    : Network(structureOf(scenario), std::move(storage))
{
    for (int layer = 1; layer <= depth() && !stop.stop_requested(); ++layer) {
        if (parametersOf(layer) > 0)
            continue;
        LayerParameters values = parameters(layer);
        values.drawn = drawn;
        values.given = data.network.get();
        fill(scenario, rule, layer, values, stop);
        if (gateColumns(layer) > 0)
            fillGate(scenario, rule, layer, stop);
        const model::LayerSetting* byHand = settingByHand(scenario, rule, layer);
        const bool ownBias = byHand != nullptr && byHand->bias.has_value();
        m_balanced[static_cast<std::size_t>(layer)] = static_cast<char>(rule.biasFromForwardPass && !ownBias);
        if (watch)
            watch(static_cast<double>(layer) / depth());
    }
    beginParametrizations();
    if (rule.biasFromForwardPass && !stop.stop_requested())
        balance(data, stop);
    if (rule.fitWeights != nullptr)
        fit(scenario, rule, data, stop);
}

Network::Network(NetworkStructure structure, NetworkStorage storage)
    : m_structure(std::move(structure))
    , m_values(std::move(storage.values))
    , m_columns(std::move(storage.columns))
{
    allocate();
}

void Network::allocate()
{
    const auto layers = static_cast<std::size_t>(depth()) + 1;
    m_balanced.assign(layers, 0);
    m_offsets.assign(layers, 0);
    std::size_t total = 0;
    bool anyMade = false;
    for (int layer = 1; layer <= depth(); ++layer) {
        const int owner = parametersOf(layer);
        assert(owner < layer && (owner == 0 || (size(owner) == size(layer) && size(owner - 1) == size(layer - 1))));
        m_offsets[static_cast<std::size_t>(layer)] = owner == 0 ? total : m_offsets[static_cast<std::size_t>(owner)];
        if (owner == 0)
            total += static_cast<std::size_t>(size(layer)) * static_cast<std::size_t>(size(layer - 1) + 1)
                + ownNumbers(layer) + static_cast<std::size_t>(plan(layer).learnt)
                + gateNumbers(gateColumns(layer), size(layer));
        anyMade = anyMade || parametrization(layer) != nullptr;
    }
    m_values.assign(total, 0);
    m_made.resize(anyMade ? total : 0);
    beginLearnt();
}

std::size_t Network::learntAt(int layer) const
{
    return m_offsets[static_cast<std::size_t>(layer)]
        + static_cast<std::size_t>(size(layer)) * static_cast<std::size_t>(size(layer - 1) + 1) + ownNumbers(layer);
}

void Network::beginLearnt()
{
    for (int layer = 1; layer <= depth(); ++layer)
        for (const LayerOperation& each : plan(layer).operations)
            if (each.learnt >= 0)
                m_values[learntAt(layer) + static_cast<std::size_t>(each.learnt)] = each.scale;
}

double Network::number(int layer, const LayerOperation& operation) const
{
    return operation.learnt < 0 ? operation.scale
                                : m_values[learntAt(layer) + static_cast<std::size_t>(operation.learnt)];
}

double Network::branch(int layer) const
{
    double product = 1;
    for (const LayerOperation& each : plan(layer).operations)
        if (each.kind->scalesBranch)
            product *= number(layer, each);
    return product;
}

void Network::drawAlike(int layersBefore)
{
    m_drawAlike = true;
    m_layersBefore = layersBefore;
}

std::size_t Network::ownNumbers(int layer) const
{
    const Parametrization* made = parametrization(layer);
    return made != nullptr ? static_cast<std::size_t>(made->ownNumbers(size(layer))) : 0;
}

/// Weights by the rule, drawn as those of a layer that no network has, and biases that make σ(b) the number asked for.
void Network::fillGate(const model::Scenario& scenario, const Initializer& rule, int layer, const std::stop_token& stop)
{
    constexpr int kStreamOfGates = 1'000'000;
    LayerParameters values = gateParameters(layer);
    rule.fill(scenario, kStreamOfGates + layer, values, stop);
    values.biases.setConstant(std::log(scenario.leak / (1 - scenario.leak)));
}

std::size_t Network::gateOffset(int layer) const
{
    return m_offsets[static_cast<std::size_t>(layer)]
        + static_cast<std::size_t>(size(layer)) * static_cast<std::size_t>(size(layer - 1) + 1) + ownNumbers(layer);
}

LayerParameters Network::gateParameters(int layer)
{
    double* weights = m_values.data() + gateOffset(layer);
    const int columns = gateColumns(layer);
    return {{weights, size(layer), columns},
        {weights + static_cast<std::size_t>(size(layer)) * static_cast<std::size_t>(columns), size(layer)}};
}

Eigen::Map<const Eigen::MatrixXd> Network::gateWeights(int layer) const
{
    return {m_values.data() + gateOffset(layer), size(layer), gateColumns(layer)};
}

Eigen::Map<const Eigen::VectorXd> Network::gateBiases(int layer) const
{
    const int columns = gateColumns(layer);
    return {
        m_values.data() + gateOffset(layer) + static_cast<std::size_t>(size(layer)) * static_cast<std::size_t>(columns),
        columns > 0 ? size(layer) : 0};
}

Eigen::Map<Eigen::VectorXd> Network::own(int layer)
{
    return {parameters(layer).biases.data() + size(layer), static_cast<Eigen::Index>(ownNumbers(layer))};
}

/// w = v
void Network::beginParametrizations()
{
    for (int layer = 1; layer <= depth(); ++layer) {
        if (parametrization(layer) == nullptr || parametersOf(layer) > 0)
            continue;
        parametrization(layer)->begin(parameters(layer).weights, own(layer));
        makeWeights(layer);
    }
}

void Network::makeWeights(int layer)
{
    if (parametrization(layer) == nullptr || parametersOf(layer) > 0)
        return;
    const LayerParameters learnt = parameters(layer);
    Eigen::Map<Eigen::MatrixXd> made(
        m_made.data() + m_offsets[static_cast<std::size_t>(layer)], size(layer), size(layer - 1));
    parametrization(layer)->make(learnt.weights, own(layer), made);
}

/// Layer by layer, on all examples.
void Network::fit(
    const model::Scenario& scenario, const Initializer& rule, const data::Dataset& data, const std::stop_token& stop)
{
    ForwardPass pass(*this, data.inputs);
    for (int layer = 1; layer <= depth() && !stop.stop_requested(); ++layer) {
        pass.step(layer);
        if (parametersOf(layer) > 0)
            continue;
        for (int round = 0; !stop.stop_requested(); ++round) {
            const double factor = rule.fitWeights(scenario, pass, layer, round);
            if (factor == 1)
                break;
            parameters(layer).weights *= factor;
            if (parametrization(layer) != nullptr) {
                parametrization(layer)->begin(parameters(layer).weights, own(layer));
                makeWeights(layer);
            }
            pass.step(layer);
        }
    }
}

void Network::balance(const data::Dataset& data, const std::stop_token& stop)
{
    constexpr double kLargest = std::numeric_limits<double>::max();
    ForwardPass pass(*this, data.inputs.leftCols(m_structure.couplesExamples() ? data.inputs.cols() : 1));
    for (int layer = 1; layer <= depth() && !stop.stop_requested(); ++layer) {
        pass.step(layer);
        if (balanced(layer)) {
            LayerParameters values = parameters(layer);
            for (int neuron = 0; neuron < size(layer); ++neuron)
                values.biases[neuron] = std::clamp(pass.bias(layer, neuron).nearestDouble(), -kLargest, kLargest);
        }
    }
}

void Network::setValues(std::vector<double> values)
{
    assert(values.size() == m_values.size());
    m_values = std::move(values);
    for (int layer = 1; layer <= depth(); ++layer)
        makeWeights(layer);
    std::fill(m_balanced.begin(), m_balanced.end(), char{0});
}

void Network::setColumns(std::span<const model::Scenario* const> scenarios, const DrawnNormals* drawn)
{
    const std::size_t count = scenarios.size();
    std::size_t numbers = 0;
    m_columnOffsets.assign(m_offsets.size(), 0);
    for (int layer = 1; layer <= depth(); ++layer) {
        m_columnOffsets[static_cast<std::size_t>(layer)] = numbers;
        numbers += static_cast<std::size_t>(size(layer)) * count;
    }
    m_columns.resize(numbers); // what another network had there is written over
    m_ofColumns = true;
    const Initializer& rule = initializerOf(*scenarios.front());
    assert(!rule.biasFromForwardPass);
    for (int layer = 1; layer <= depth(); ++layer) {
        double* place = m_columns.data() + m_columnOffsets[static_cast<std::size_t>(layer)];
        if (const int owner = parametersOf(layer); owner > 0) {
            std::copy_n(m_columns.data() + m_columnOffsets[static_cast<std::size_t>(owner)],
                static_cast<std::size_t>(size(layer)) * count, place);
            continue;
        }
        for (std::size_t x = 0; x < count; ++x, place += size(layer)) {
            const Eigen::Map<Eigen::VectorXd> own{place, size(layer)};
            LayerParameters values{{nullptr, 0, size(layer - 1)}, own, drawn};
            values.biases.setZero();
            if (rule.usesBias || rule.usesBiasDeviation)
                fill(*scenarios[x], rule, layer, values, {});
            else
                values.biases = biases(layer);
        }
    }
}

Eigen::Map<const Eigen::VectorXd> Network::biasesOfColumn(int layer, Eigen::Index column) const
{
    return {m_columns.data() + m_columnOffsets[static_cast<std::size_t>(layer)]
            + static_cast<std::size_t>(column) * static_cast<std::size_t>(size(layer)),
        size(layer)};
}

LayerParameters Network::parameters(int layer)
{
    const auto index = static_cast<std::size_t>(layer);
    double* weights = m_values.data() + m_offsets[index];
    return {{weights, size(layer), size(layer - 1)},
        {weights + static_cast<std::size_t>(size(layer)) * static_cast<std::size_t>(size(layer - 1)), size(layer)}};
}

Eigen::Map<const Eigen::MatrixXd> Network::weights(int layer) const
{
    const std::vector<double>& values = parametrization(layer) != nullptr ? m_made : m_values;
    return {values.data() + m_offsets[static_cast<std::size_t>(layer)], size(layer), size(layer - 1)};
}

Eigen::Map<const Eigen::VectorXd> Network::biases(int layer) const
{
    const auto weightCount = static_cast<std::size_t>(size(layer)) * static_cast<std::size_t>(size(layer - 1));
    return {m_values.data() + m_offsets[static_cast<std::size_t>(layer)] + weightCount, size(layer)};
}

} // namespace deltascope::network
