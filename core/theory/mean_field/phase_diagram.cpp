// SPDX-License-Identifier: GPL-3.0-or-later
#include "theory/mean_field/phase_diagram.h"

#include "base/registry.h"
#include "theory/mean_field/batch_recursion.h"
#include "theory/mean_field/prediction.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace deltascope::mean_field {

namespace {

constexpr double kFarthestPhase = 100; // σ_w up to which a critical point is brought into view
constexpr double kLeastLog10 = -12; // of χ₁: what lies below is drawn alike
constexpr std::pair<int, int> kGrids[] = {{16, 12}, {64, 48}, {128, 96}};

/// 1, 2 or 5 times a power of ten, at least `value` > 0: the plane keeps still while a slider moves.
double roundedUp(double value)
{
    const double power = std::pow(10, std::floor(std::log10(value)));
    for (const double digit : {1.0, 2.0, 5.0})
        if (digit * power >= value * (1 - 1e-9))
            return digit * power;
    return 10 * power;
}

network::LayerShape firstShape(const model::Scenario& scenario)
{
    network::LayerShape shape = network::commonShape(scenario);
    shape.before = scenario.inputs;
    shape.first = true;
    return shape;
}

/// q that this scenario's inputs lead to at each place of the plane: the mean over the examples, with layer 1's σ_w in
/// its ratio to that of the others.
class Start {
public:
    Start(const model::Scenario& scenario, const data::Dataset& data, const MomentsAt& moments)
        : m_moments(moments)
        , m_inputs{data.inputs.mean(),
              std::max(data.inputs.squaredNorm() / static_cast<double>(data.inputs.size()),
                  data.inputs.isZero(0) ? 0 : kLeast)}
        , m_first(network::planOf(scenario, firstShape(scenario)), {})
    {
        model::Scenario alike = scenario;
        alike.depth = 2;
        alike.layers.clear();
        if (const auto layer = hiddenLayer(scenario); layer && layer->variances.weight > 0)
            m_ratio = variancesOf(alike, 1).weight / layer->variances.weight;
    }

    double operator()(const HiddenLayer& layer) const
    {
        HiddenLayer first = m_first;
        first.variances = layer.variances;
        double q = next(first, m_ratio, m_inputs);
        HiddenLayer::Flow flow = layer.flow();
        flow.signal = m_inputs;
        const HiddenLayer* leaving = &m_first;
        for (int i = layersOfMemory(layer.identity); i > 0; --i) {
            const network::GaussianMoments moments = m_moments(q);
            flow.before = flow.signal;
            flow.signal = {moments.mean.nearestDouble(), moments.meanSquare.nearestDouble()};
            leaving->leave(flow);
            leaving = &layer;
            q = std::min(next(layer, 1, flow.signal), kLargest);
        }
        return q;
    }

private:
    using Signal = HiddenLayer::Flow::Signal;
    static constexpr double kLargest = 1e200; // it grows without end
    static constexpr double kLeast = 1e-200; // not 0, which stays where it is

    static double next(const HiddenLayer& layer, double ratio, const Signal& signal)
    {
        HiddenLayer::Flow flow = layer.flow();
        flow.variances.weight *= ratio;
        flow.signal = signal;
        layer.enter(flow);
        return flow.signal.meanSquare;
    }

    const MomentsAt& m_moments;
    Signal m_inputs;
    HiddenLayer m_first; // what layer 1 does
    double m_ratio = 1; // of σ_w²
};

class Plane {
public:
    Plane(const HiddenLayer& layer, const Start& start, const MomentsAt& moments, const std::stop_token& stop)
        : m_layer(layer)
        , m_start(start)
        , m_moments(moments)
        , m_stop(stop)
    {
    }

    double factorAt(double weightDeviation, double biasDeviation) const
    {
        HiddenLayer layer = m_layer;
        layer.variances = {weightDeviation * weightDeviation, biasDeviation * biasDeviation};
        return fixedPoint(layer, m_moments, m_start(layer)).factor;
    }

    std::optional<double> critical(double biasDeviation, double limit) const
    {
        return criticalWeightDeviation(m_layer, m_moments, m_start, biasDeviation, limit);
    }

    bool fill(PhaseDiagram& diagram, int columns, int rows) const
    {
        diagram.columns = columns;
        diagram.rows = rows;
        diagram.log10Factors.clear();
        diagram.criticalLine.clear();
        diagram.jumps.clear();
        for (int row = 0; row <= rows; ++row) {
            const double edge = diagram.biasLimit * row / rows;
            if (const auto weight = critical(edge, diagram.weightLimit); weight && *weight > kLeastWeight)
                (jumpsAt(*weight, edge) ? diagram.jumps : diagram.criticalLine).push_back({*weight, edge});
            for (int column = 0; column < columns && row < rows; ++column) {
                if (m_stop.stop_requested())
                    return false;
                const double weight = diagram.weightLimit * (column + 0.5) / columns;
                const double bias = diagram.biasLimit * (row + 0.5) / rows;
                diagram.log10Factors.push_back(std::max(kLeastLog10, std::log10(factorAt(weight, bias))));
            }
        }
        return !m_stop.stop_requested();
    }

    /// χ₁ is not continuous there: from the two sides q reaches different fixed points.
    bool jumpsAt(double weight, double bias) const
    {
        constexpr double kAside = 1e-8, kJump = 1e-3;
        return factorAt(weight * (1 + kAside), bias) - factorAt(weight * (1 - kAside), bias) > kJump;
    }

    // Where χ₁ ≥ 1 already at the smallest σ_w that is tried, no line is crossed.
    static constexpr double kLeastWeight = 1.001e-3;

private:
    HiddenLayer m_layer;
    const Start& m_start;
    const MomentsAt& m_moments;
    const std::stop_token& m_stop;
};

} // namespace

Message whyNoPhaseDiagram(const model::Scenario& scenario)
{
    if (network::planOf(scenario, network::commonShape(scenario)).mixes)
        return {translatable("core",
                    "There is no mean field theory here: each layer keeps a share of its input, with no independent "
                    "weights in between."),
            {}};
    if (network::planOf(scenario, network::commonShape(scenario)).couplesExamples)
        return {translatable("core",
                    "There is no mean field theory here: batch normalization makes the examples depend on each other."),
            {}};
    return {};
}

std::optional<PhasePoint> phasePoint(const model::Scenario& scenario)
{
    const std::optional<HiddenLayer> layer = hiddenLayer(scenario);
    if (!layer)
        return std::nullopt;
    return PhasePoint{std::sqrt(layer->variances.weight), std::sqrt(layer->variances.bias)};
}

std::optional<double> criticalWeightDeviation(const model::Scenario& scenario, const data::Dataset& data)
{
    constexpr double kMostDeviation = 1000;
    const std::optional<HiddenLayer> layer = hiddenLayer(scenario);
    if (!layer || !whyNoPhaseDiagram(scenario).empty())
        return std::nullopt;
    const activations::Chosen f = network::hiddenActivation(scenario);
    network::MomentTable table(*f);
    const MomentsAt moments = [&table](double q) { return table.at(q); };
    const Start start(scenario, data, moments);
    const Plane plane(*layer, start, moments, {});
    const double bias = std::sqrt(layer->variances.bias);
    const std::optional<double> weight = plane.critical(bias, kMostDeviation);
    return weight && *weight > Plane::kLeastWeight && !plane.jumpsAt(*weight, bias) ? weight : std::nullopt;
}

std::optional<PhaseDiagram> phaseDiagram(const model::Scenario& scenario, const data::Dataset& data,
    const std::stop_token& stop, const std::function<void(PhaseDiagram)>& refined)
{
    const activations::Chosen f = network::hiddenActivation(scenario);
    network::MomentTable table(*f);
    const std::optional<HiddenLayer> own = hiddenLayer(scenario);
    const HiddenLayer layer = own.value_or(HiddenLayer(network::planOf(scenario, network::commonShape(scenario)), {}));
    const MomentsAt moments = [&table](double q) { return table.at(q); };
    const Start start(scenario, data, moments);
    const Plane plane(layer, start, moments, stop);
    PhaseDiagram diagram;
    double weight = plane.critical(0, kFarthestPhase).value_or(2) * 1.5, bias = 0;
    if (own) {
        auto reached = reachedPoints(scenario, data, stop);
        if (!reached)
            return std::nullopt;
        diagram.reachedPoints = *std::move(reached);
        diagram.fixedPoint = diagram.reachedPoints.reached.front().point;
        diagram.current = phasePoint(scenario);
        weight = std::max(weight, 1.1 * diagram.current->weightDeviation);
        bias = 1.1 * diagram.current->biasDeviation;
    }
    diagram.weightLimit = roundedUp(weight);
    diagram.biasLimit = std::max(diagram.weightLimit / 2, roundedUp(std::max(bias, 1e-3)));
    for (const auto& [columns, rows] : kGrids) {
        diagram.coarse = columns != std::rbegin(kGrids)->first;
        if (!plane.fill(diagram, columns, rows))
            return std::nullopt;
        if (refined && diagram.coarse)
            refined(diagram);
    }
    return diagram;
}

} // namespace deltascope::mean_field
