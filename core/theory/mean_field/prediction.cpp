// SPDX-License-Identifier: GPL-3.0-or-later
#include "theory/mean_field/prediction.h"

#include "base/registry.h"
#include "network/initializer.h"
#include "theory/mean_field/batch_recursion.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace deltascope::mean_field {

namespace {

numerics::Scaled total(const std::vector<numerics::Scaled>& values)
{
    return std::accumulate(values.begin(), values.end(), numerics::Scaled{});
}

/// E‖g^l‖²/E‖g^(L−1)‖² of each group of examples while one goes up the layers, after a first way up that finds the
/// whole product. A factor that is exactly 0 ends it: nothing comes back to the layers before.
class BackwardProducts {
public:
    explicit BackwardProducts(std::size_t groups)
        : m_whole(groups, numerics::Scaled::from(1))
        , m_soFar(groups, numerics::Scaled::from(1))
        , m_from(groups, 0)
    {
    }

    /// On the first way: of layers 1 … L − 1.
    void multiply(std::size_t group, int layer, numerics::Scaled backFactor)
    {
        const bool ends = backFactor.isZero();
        m_whole[group] = ends ? numerics::Scaled::from(1) : m_whole[group] * backFactor;
        if (ends)
            m_from[group] = layer;
    }

    /// On the second: the product of the factors of layers after this one.
    numerics::Scaled above(std::size_t group, int layer, numerics::Scaled backFactor)
    {
        if (layer < m_from[group])
            return {};
        if (layer > m_from[group])
            m_soFar[group] = m_soFar[group] * backFactor;
        return m_whole[group] / m_soFar[group];
    }

private:
    std::vector<numerics::Scaled> m_whole, m_soFar;
    std::vector<int> m_from; // nothing comes back from this layer
};

/// The two ways up the layers: the first finds q and the whole products, the second what comes back to each layer.
class Prediction {
public:
    Prediction(const model::Scenario& scenario, const data::Dataset& data, const evaluation::Evaluation& evaluation)
        : m_scenario(scenario)
        , m_data(data)
        , m_first(scenario, data)
        , m_products(m_first.groups())
        , m_counts(m_first.sums({}))
        , m_anchors(m_first.sums(squares(evaluation)))
        , m_measured(!total(m_anchors).isZero())
    {
        if (!m_measured)
            m_anchors = m_counts;
        m_result.layers.resize(static_cast<std::size_t>(scenario.depth));
        m_result.layers.back().rms = evaluation.layer(scenario.depth).speed.rms;
    }

    bool findProducts(const std::stop_token& stop)
    {
        const numerics::Scaled share = numerics::Scaled::from(1.0 / m_data.examples());
        for (LayerPrediction& layer : m_result.layers) {
            if (stop.stop_requested())
                return false;
            m_first.step();
            for (std::size_t group = 0; group < m_first.groups(); ++group) {
                const MeanFieldLayer& here = m_first.at(group);
                layer.meanSquare = layer.meanSquare + share * m_counts[group] * here.meanSquare;
                if (m_first.layer() < m_scenario.depth)
                    m_products.multiply(group, m_first.layer(), here.backFactor());
            }
        }
        return true;
    }

    bool findSpeeds(const std::stop_token& stop)
    {
        BatchRecursion again(m_scenario, m_data);
        std::vector<numerics::Scaled> squares;
        for (int layer = 1; layer < m_scenario.depth; ++layer) {
            if (stop.stop_requested())
                return false;
            again.step();
            numerics::Scaled sum;
            for (std::size_t group = 0; group < again.groups(); ++group) {
                const MeanFieldLayer& here = again.at(group);
                const numerics::Scaled above = m_products.above(group, layer, here.backFactor());
                sum = sum + m_anchors[group] * here.slopeSquare * above * m_first.at(group).weightFactor;
            }
            squares.push_back(sum);
        }
        squares.push_back(total(m_anchors));
        takeSpeeds(squares);
        return true;
    }

    MeanFieldPrediction& result() { return m_result; }

private:
    static std::vector<numerics::Scaled> squares(const evaluation::Evaluation& evaluation)
    {
        std::vector<numerics::Scaled> squares;
        for (const numerics::Scaled size : evaluation.outputSpeeds)
            squares.push_back(size * size);
        return squares;
    }

    void takeSpeeds(const std::vector<numerics::Scaled>& squares)
    {
        const numerics::Scaled share = numerics::Scaled::from(1.0 / m_data.examples());
        for (std::size_t i = 0; i < squares.size(); ++i) {
            LayerPrediction& layer = m_result.layers[i];
            if (i + 1 == squares.size())
                break;
            if (m_measured)
                layer.rms = numerics::sqrt(squares[i] * share);
            if (!squares[i + 1].isZero())
                layer.factor = squares[i] / squares[i + 1];
        }
        numerics::Scaled last;
        for (std::size_t group = 0; group < m_first.groups(); ++group)
            last = last + m_anchors[group] * m_first.at(group).weightFactor * m_first.at(group).slopeSquare;
        m_result.layers.back().factor = last / squares.back();
    }

    const model::Scenario& m_scenario;
    const data::Dataset& m_data;
    BatchRecursion m_first;
    BackwardProducts m_products;
    std::vector<numerics::Scaled> m_counts, m_anchors; // Σ‖δ^L‖² of each group
    bool m_measured; // else every ‖δ^L‖ is 0, and χ is that of equal ones
    MeanFieldPrediction m_result;
};

/// q as a double that is 0 only where q is exactly 0.
double startFrom(numerics::Scaled q)
{
    return q.isZero() ? 0 : std::clamp(q.nearestDouble(), 1e-300, 1e300);
}

void add(std::vector<ReachedPoint>& reached, const ReachedPoint& next, bool everywhere)
{
    const auto known =
        std::ranges::find_if(reached, [&](const ReachedPoint& each) { return everywhere || each.point == next.point; });
    if (known == reached.end()) {
        reached.push_back(next);
        return;
    }
    known->examples += next.examples;
    if (everywhere)
        known->point.meanSquare += (next.point.meanSquare - known->point.meanSquare) * next.examples / known->examples;
}

void compare(MeanFieldPrediction& prediction, const evaluation::Evaluation& evaluation)
{
    double worst = -1;
    for (int l = 1; l <= evaluation.depth(); ++l) {
        LayerPrediction& layer = prediction.layers[static_cast<std::size_t>(l - 1)];
        const numerics::Scaled measured = evaluation.layer(l).speed.rms;
        if (measured.isZero() || layer.rms.isZero() || measured.beyondRange() || layer.rms.beyondRange())
            continue;
        layer.residual = (measured / layer.rms).log10();
        if (l < evaluation.depth() && std::abs(*layer.residual) > worst) {
            worst = std::abs(*layer.residual);
            prediction.worstLayer = l;
        }
    }
}

} // namespace

Message whyNoTheory(const model::Scenario& scenario)
{
    if (const network::Initializer* rule = findKind(network::initializersRegistry(), scenario.initializer);
        rule && rule->drawsWeights)
        return {translatable("core",
                    "Mean field theory applies to weights whose variance a rule gives beforehand; “%1” does not."),
            {Message{rule->name, {}}}};
    if (!hiddenLayer(scenario))
        return {
            translatable("core", "Mean field theory applies to random initialization; this one is not random."), {}};
    if (scenario.depth == 1)
        return {};
    if (network::structureOf(scenario).couplesExamples())
        return {translatable("core",
                    "There is no mean field theory here: batch normalization makes the examples depend on each other."),
            {}};
    if (network::mixes(scenario))
        return {translatable("core",
                    "There is no mean field theory here: each layer keeps a share of its input, with no independent "
                    "weights in between."),
            {}};
    if (!network::tiedLayers(scenario).empty())
        return {
            translatable("core",
                "Mean field theory applies to independent weights in every layer; here layers 2 to %1 share theirs."),
            {scenario.depth - 1}};
    if (std::ranges::any_of(network::layerGroups(scenario),
            [](const network::LayerGroup& each) { return !each.shape.last && each.shape.size < 2; }))
        return {translatable(
                    "core", "Mean field theory applies to wide layers; with one neuron in a layer it says nothing."),
            {}};
    return {};
}

std::optional<ReachedPoints> reachedPoints(
    const model::Scenario& scenario, const data::Dataset& data, const std::stop_token& stop)
{
    const HiddenLayer layer = *hiddenLayer(scenario);
    model::Scenario alike = scenario; // one network for all depths
    alike.depth = 2 + layersOfMemory(layer.identity);
    alike.layers.clear();
    network::NetworkStructure structure = network::structureOf(alike);
    const std::vector<network::LayerGroup> groups = network::layerGroups(alike);
    for (std::size_t i = 0; i < groups.size(); ++i) // of the depth that there is
        structure.plans[i] = network::planOf(scenario, groups[i].shape);
    BatchRecursion recursion(alike, data, std::move(structure));
    while (recursion.layer() < alike.depth - 1) {
        if (stop.stop_requested())
            return std::nullopt;
        recursion.step();
    }
    const activations::Chosen f = network::hiddenActivation(scenario);
    const FixedPoints map(layer, momentsOf(*f));
    const std::vector<numerics::Scaled> counts = recursion.sums({});
    ReachedPoints result{map.everywhere(), map.all(), {}};
    for (std::size_t group = 0; group < recursion.groups(); ++group)
        add(result.reached,
            {map.reachedFrom(startFrom(recursion.at(group).meanSquare)),
                static_cast<int>(counts[group].nearestDouble())},
            result.everywhere);
    std::ranges::stable_sort(result.reached, std::ranges::greater{}, &ReachedPoint::examples);
    return result;
}

std::optional<MeanFieldPrediction> predictSpeeds(const model::Scenario& scenario, const data::Dataset& data,
    const evaluation::Evaluation& evaluation, const std::stop_token& stop)
{
    assert(whyNoTheory(scenario).empty());
    assert(evaluation.outputSpeeds.size() == static_cast<std::size_t>(data.examples()));
    Prediction prediction(scenario, data, evaluation);
    if (!prediction.findProducts(stop) || !prediction.findSpeeds(stop))
        return std::nullopt;
    auto reached = reachedPoints(scenario, data, stop);
    if (!reached)
        return std::nullopt;
    MeanFieldPrediction& result = prediction.result();
    result.reachedPoints = *std::move(reached);
    result.fixedPoint = result.reachedPoints.reached.front().point;
    result.depthScale = depthScale(result.fixedPoint.factor);
    compare(result, evaluation);
    return std::move(result);
}

} // namespace deltascope::mean_field
