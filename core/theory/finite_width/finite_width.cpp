// SPDX-License-Identifier: GPL-3.0-or-later
#include "theory/finite_width/finite_width.h"

#include "base/registry.h"
#include "data/dataset_kind.h"
#include "network/initializer.h"
#include "theory/finite_width/product_law.h"
#include "theory/mean_field/batch_recursion.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>

namespace deltascope::finite_width {

namespace {

/// What layer l multiplies ‖δ^(l+1)‖² by.
BackwardFactor factorOf(const model::Scenario& scenario, const network::NetworkStructure& structure, int layer)
{
    const int neurons = structure.size(layer);
    return {neurons, *straightSlopes(*structure.plan(layer).activation),
        mean_field::variancesOf(scenario, layer + 1).weight / neurons};
}

/// The hidden layers from the last to the first, each a factor more.
class Layers {
public:
    Layers(const model::Scenario& scenario)
        : m_structure(network::structureOf(scenario))
        , m_kindOf(static_cast<std::size_t>(scenario.depth))
    {
        std::vector<int> first; // layer of each kind
        for (int layer = 1; layer < scenario.depth; ++layer) {
            const auto same = std::ranges::find_if(first, [&](int known) {
                return m_structure.size(known) == m_structure.size(layer)
                    && m_structure.plan(known).activation == m_structure.plan(layer).activation
                    && mean_field::variancesOf(scenario, known + 1).weight
                    == mean_field::variancesOf(scenario, layer + 1).weight;
            });
            m_kindOf[static_cast<std::size_t>(layer)] = static_cast<std::size_t>(same - first.begin());
            if (same == first.end())
                first.push_back(layer);
        }
        std::vector<BackwardFactor> kinds;
        for (const int layer : first)
            kinds.push_back(factorOf(scenario, m_structure, layer));
        law = ProductLaw(std::move(kinds));
        counts.assign(first.size(), 0);
    }

    void include(int layer) { ++counts[m_kindOf[static_cast<std::size_t>(layer)]]; }

    ProductLaw law{{}};
    std::vector<int> counts;

private:
    network::NetworkStructure m_structure;
    std::vector<std::size_t> m_kindOf; // of each layer
};

numerics::Scaled rootOf(double logSquare)
{
    return numerics::Scaled::fromLog(1, logSquare / 2);
}

std::optional<double> inBands(const LayerLaw& law, numerics::Scaled measured)
{
    if (measured.isZero() || law.median.isZero() || law.p95 == law.p05)
        return std::nullopt;
    const double away = (measured / law.median).naturalLog();
    return away / std::abs(((away > 0 ? law.p95 : law.p05) / law.median).naturalLog());
}

} // namespace

std::optional<Slopes> straightSlopes(const activations::Activation& activation)
{
    const Slopes slopes{activation.derivative(-1), activation.derivative(1)};
    if (activation.value(0) != 0 || (slopes.below == 0 && slopes.above == 0))
        return std::nullopt;
    for (const double z : {1e-9, 1e-3, 0.1, 0.5, 1.0, 2.0, 3.0, 6.0, 10.0, 100.0, 1e6})
        for (const auto& [at, slope] : {std::pair{-z, slopes.below}, std::pair{z, slopes.above}})
            if (activation.derivative(at) != slope || activation.value(at) != slope * at)
                return std::nullopt;
    return slopes;
}

Message whyNoLaw(const model::Scenario& scenario)
{
    const network::Initializer* rule = findKind(network::initializersRegistry(), scenario.initializer);
    if (!rule->normalWeights || scenario.gain == 0)
        return {translatable("core",
                    "The exact law of finite width holds for independent normal weights; this rule gives others."),
            {}};
    if (mean_field::variancesOf(scenario, 1).bias > 0)
        return {translatable("core", "The exact law of finite width holds for networks without biases."), {}};
    if (scenario.depth == 1)
        return {};
    if (!network::tiedLayers(scenario).empty())
        return {translatable("core",
                    "The exact law of finite width holds for independent weights in every layer; here layers 2 to %1 "
                    "share theirs."),
            {scenario.depth - 1}};
    const network::NetworkStructure structure = network::structureOf(scenario);
    for (int layer = 1; layer <= scenario.depth; ++layer) {
        if (!structure.plan(layer).plain)
            return {translatable("core",
                        "The exact law of finite width holds for layers of weights and activation alone, without "
                        "normalization or residual connection."),
                {}};
    }
    const std::vector<network::LayerGroup> groups = network::layerGroups(scenario);
    if (!std::ranges::all_of(groups,
            [](const network::LayerGroup& each) { return each.shape.last || straightSlopes(*each.shape.activation); }))
        return {translatable("core",
                    "The exact law of finite width holds for activations of two straight lines, as ReLU, leaky ReLU "
                    "and identity."),
            {}};
    if (const activations::Chosen output = network::activationOf(scenario, scenario.depth);
        scenario.outputs > 1 && !straightSlopes(*output))
        return {translatable("core",
                    "The exact law of finite width holds for one output, or several with an activation of two straight "
                    "lines."),
            {}};
    const data::DatasetKind* kind = findKind(data::datasetsRegistry(), scenario.data);
    if (kind->meanSquare && kind->meanSquare(scenario) == 0)
        return {translatable("core", "The exact law of finite width holds for inputs that are not all 0."), {}};
    return {};
}

numerics::Scaled medianRatio(const model::Scenario& scenario)
{
    if (scenario.depth == 1)
        return numerics::Scaled::from(1);
    Layers layers(scenario);
    for (int layer = 1; layer < scenario.depth; ++layer)
        layers.include(layer);
    return rootOf(layers.law.quantiles(layers.counts).median);
}

std::optional<FiniteWidthLaw> finiteWidthLaw(
    const model::Scenario& scenario, const evaluation::Evaluation& evaluation, const std::stop_token& stop)
{
    assert(whyNoLaw(scenario).empty());
    const int depth = scenario.depth;
    const numerics::Scaled anchor = evaluation.outputSpeeds.front();
    FiniteWidthLaw result;
    result.layers.assign(static_cast<std::size_t>(depth), {anchor, anchor, anchor, anchor});
    if (depth == 1)
        return result;
    Layers layers(scenario);
    for (int layer = depth - 1; layer >= 1; --layer) {
        if (stop.stop_requested())
            return std::nullopt;
        layers.include(layer);
        const LogQuantiles logs = layers.law.quantiles(layers.counts);
        result.layers[static_cast<std::size_t>(layer - 1)] = {anchor * rootOf(logs.median), anchor * rootOf(logs.p05),
            anchor * rootOf(logs.p95), anchor * rootOf(layers.law.logMean(layers.counts))};
    }
    const auto& kinds = layers.law.kinds();
    const BackwardFactor& narrowest = *std::ranges::min_element(kinds, {}, &BackwardFactor::neurons);
    result.neurons = narrowest.neurons();
    result.mean = narrowest.mean();
    result.variance = narrowest.variance();
    for (std::size_t i = 0; i < kinds.size(); ++i)
        result.inverseWidths += static_cast<double>(layers.counts[i]) / kinds[i].neurons();
    result.dead = layers.law.dead(layers.counts);
    if (evaluation.examples == 1)
        result.inBands = inBands(result.layers.front(), evaluation.layer(1).speed.normOfMean);
    return result;
}

} // namespace deltascope::finite_width
