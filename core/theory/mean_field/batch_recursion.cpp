// SPDX-License-Identifier: GPL-3.0-or-later
#include "theory/mean_field/batch_recursion.h"

#include "base/registry.h"
#include "network/initializer.h"
#include "network/operation.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace deltascope::mean_field {

namespace {

constexpr std::size_t kFew = 4; // groups whose moments are integrated one by one

const network::Initializer* randomRule(const model::Scenario& scenario)
{
    const network::Initializer* rule = findKind(network::initializersRegistry(), scenario.initializer);
    return rule && rule->weightVariance ? rule : nullptr;
}

operations::Variances variancesBetween(const model::Scenario& scenario, int fanIn, int fanOut)
{
    const network::Initializer* rule = randomRule(scenario);
    assert(rule);
    const double bias = rule->usesBiasDeviation ? scenario.biasDeviation * scenario.biasDeviation
        : rule->biasVariance != nullptr         ? rule->biasVariance(fanIn)
                                                : 0;
    return {scenario.gain * scenario.gain * rule->weightVariance(fanIn, fanOut), bias};
}

/// The same but for rounding: q has settled.
bool same(numerics::Scaled left, numerics::Scaled right)
{
    constexpr double kRounding = 4e-16; // of a mantissa
    return left.exponent == right.exponent && std::abs(left.mantissa - right.mantissa) <= kRounding;
}

} // namespace

std::optional<HiddenLayer> hiddenLayer(const model::Scenario& scenario)
{
    if (!randomRule(scenario))
        return std::nullopt;
    return HiddenLayer(network::planOf(scenario, network::commonShape(scenario)),
        variancesBetween(scenario, scenario.width, scenario.width));
}

operations::Variances variancesOf(const model::Scenario& scenario, int layer)
{
    return variancesBetween(scenario, network::sizeOf(scenario, layer - 1), network::sizeOf(scenario, layer));
}

BatchRecursion::BatchRecursion(
    const model::Scenario& scenario, const data::Dataset& data, network::NetworkStructure structure)
    : m_scenario(scenario)
    , m_structure(std::move(structure))
{
    const bool means = std::ranges::any_of(m_structure.plans, &network::LayerPlan::readsBefore);
    std::vector<Signal> ofExample(static_cast<std::size_t>(data.examples()));
    for (std::size_t x = 0; x < ofExample.size(); ++x) {
        const auto column = data.inputs.col(static_cast<Eigen::Index>(x));
        const numerics::Scaled norm = numerics::Scaled::from(column.stableNorm()); // whose square a double may not hold
        ofExample[x].meanSquare = norm * norm * numerics::Scaled::from(1.0 / static_cast<double>(column.size()));
        if (means)
            ofExample[x].mean = numerics::Scaled::from(column.mean());
    }
    sort(ofExample);
    m_layers.resize(groups());
    m_moments.resize(groups());
    m_at.resize(groups());
}

void BatchRecursion::sort(const std::vector<Signal>& ofExample)
{
    std::vector<std::size_t> order(ofExample.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, [&](std::size_t left, std::size_t right) {
        const Signal &a = ofExample[left], &b = ofExample[right];
        return a.meanSquare < b.meanSquare || (a.meanSquare == b.meanSquare && a.mean < b.mean);
    });
    m_groupOf.resize(ofExample.size());
    for (const std::size_t x : order) {
        if (m_signals.empty() || !(m_signals.back() == ofExample[x]))
            m_signals.push_back(ofExample[x]);
        m_groupOf[x] = m_signals.size() - 1;
    }
}

std::vector<numerics::Scaled> BatchRecursion::sums(const std::vector<numerics::Scaled>& values) const
{
    std::vector<numerics::Scaled> sums(groups());
    for (std::size_t x = 0; x < m_groupOf.size(); ++x)
        sums[m_groupOf[x]] = sums[m_groupOf[x]] + (values.empty() ? numerics::Scaled::from(1) : values[x]);
    return sums;
}

void BatchRecursion::step()
{
    ++m_layer;
    assert(m_layer <= m_scenario.depth);
    const operations::Variances variances = variancesOf(m_scenario, m_layer);
    for (std::size_t group = 0; group < groups(); ++group)
        pass(group, variances);
}

void BatchRecursion::pass(std::size_t group, const operations::Variances& variances)
{
    operations::MeanFieldFlow<numerics::Scaled> flow;
    flow.variances = variances;
    flow.signal = flow.before = m_signals[group];
    flow.moments = [&](numerics::Scaled q) { return momentsAt(group, q); };
    for (const network::LayerOperation& operation : m_structure.plan(m_layer).operations) {
        flow.operation = &operation;
        if (const auto map = operation.kind->meanField.of<numerics::Scaled>())
            map(flow);
    }
    m_signals[group] = flow.signal;
    m_layers[group] = {flow.q, flow.slopeSquare / flow.lastDivisor, flow.weight / flow.divisor,
        numerics::Scaled::from(flow.identity * flow.identity) / flow.lastDivisor};
}

network::GaussianMoments BatchRecursion::momentsAt(std::size_t group, numerics::Scaled q)
{
    const activations::Activation* f = m_structure.plan(m_layer).activation.get();
    const auto moments = [&] {
        return groups() > kFew ? m_tables.try_emplace(f, *f).first->second.at(q) : network::gaussianMoments(*f, q);
    };
    if (m_layer == m_scenario.depth) // whose q is no settled one
        return moments();
    const auto asKnown = [&](std::size_t other) { return m_at[other].activation == f && same(q, m_at[other].q); };
    if (!asKnown(group)) {
        const bool asBefore = group > 0 && asKnown(group - 1);
        m_moments[group] = asBefore ? m_moments[group - 1] : moments();
        m_at[group] = {f, q};
    }
    return m_moments[group];
}

} // namespace deltascope::mean_field
