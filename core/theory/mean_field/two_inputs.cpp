// SPDX-License-Identifier: GPL-3.0-or-later
#include "theory/mean_field/two_inputs.h"

#include "base/registry.h"
#include "network/operation.h"
#include "theory/mean_field/batch_recursion.h"
#include "theory/mean_field/prediction.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace deltascope::mean_field {

namespace {

constexpr double kReach = 8.5; // standard deviations: what lies beyond weighs e^−36
constexpr double kWidest = 2; // panel of the normal density
constexpr double kLeastSquare = 1e-12, kMostSquare = 1e12;
constexpr double kAtOne = 1e-6; // a slope that counts as 1
constexpr double kForever = std::numeric_limits<double>::infinity();

// Gauss–Legendre, 16 nodes on [−1, 1] (the positive half).
constexpr std::array<double, 8> kNodes{0.09501250983763744, 0.28160355077925891, 0.45801677765722739,
    0.61787624440264375, 0.75540440835500303, 0.86563120238783174, 0.94457502307323258, 0.98940093499164993};
constexpr std::array<double, 8> kWeights{0.18945061045506850, 0.18260341504492359, 0.16915651939500254,
    0.14959598881657673, 0.12462897125553387, 0.09515851168249278, 0.06225352393864789, 0.02715245941175409};

/// Places of a standard normal number and what they weigh, on panels that shrink by halves towards `bend`, which falls
/// on an edge, down to a quarter of `scale`.
struct Rule {
    std::vector<double> at, weight;

    void fill(double bend, double scale)
    {
        at.clear();
        weight.clear();
        const double finest = std::min(1.0, scale) / 4;
        for (const int side : {1, -1}) {
            double from = 0, width = finest;
            while (bend + side * from < kReach && bend + side * from > -kReach) {
                addPanel(bend, side, from, from + width);
                from += width;
                width = std::min(kWidest, from);
            }
            if (std::abs(bend + side * from) >= kReach && (bend > 0) != (side > 0) && std::abs(bend) > kReach)
                enter(bend, side, finest);
        }
    }

    /// The same towards several, in order: between two of them the panels meet in the middle.
    void fill(const std::vector<double>& bends, double scale)
    {
        if (bends.size() == 1)
            return fill(bends.front(), scale);
        at.clear();
        weight.clear();
        const double finest = std::min(1.0, scale) / 4;
        for (std::size_t i = 0; i < bends.size(); ++i)
            for (const int side : {1, -1}) {
                const bool outermost = side > 0 ? i + 1 == bends.size() : i == 0;
                const double room =
                    outermost ? std::abs(bends[i]) + kReach : std::abs(bends[side > 0 ? i + 1 : i - 1] - bends[i]) / 2;
                for (double from = 0, width = finest; from < room; width = std::min(kWidest, from)) {
                    const double to = std::min(from + width, room);
                    addPanel(bends[i], side, from, to);
                    from = to;
                }
            }
    }

private:
    /// From a bend outside of what is reached, inwards.
    void enter(double bend, int side, double finest)
    {
        double from = std::abs(bend) - kReach;
        while (from < std::abs(bend) + kReach) {
            const double width = std::min(kWidest, std::max(from, finest));
            addPanel(bend, side, from, from + width);
            from += width;
        }
    }

    void addPanel(double bend, int side, double from, double to)
    {
        const double one = bend + side * from, other = bend + side * to;
        const double lower = std::max(-kReach, std::min(one, other)), upper = std::min(kReach, std::max(one, other));
        if (lower >= upper)
            return;
        const double centre = (lower + upper) / 2, half = (upper - lower) / 2;
        for (std::size_t i = 0; i < kNodes.size(); ++i)
            for (const int sign : {1, -1}) {
                const double x = centre + sign * half * kNodes[i];
                at.push_back(x);
                weight.push_back(half * kWeights[i] * std::exp(-0.5 * x * x) / std::sqrt(2 * std::numbers::pi));
            }
    }
};

/// f and f′ at many places.
struct Values {
    std::vector<double> z, value, slope;

    void at(const activations::Activation& activation, const std::vector<double>& places, double scale, double shift)
    {
        z.resize(places.size());
        value.resize(places.size());
        slope.resize(places.size());
        for (std::size_t i = 0; i < places.size(); ++i)
            z[i] = scale * places[i] + shift;
        activation.evaluate(z.data(), value.data(), slope.data(), z.size());
    }
};

/// Where f bends: near 0, and at its kinks; moved and scaled, in order.
std::vector<double> bendsOf(const activations::Activation& activation, double scale, double shift)
{
    std::vector<double> bends{shift};
    for (const double kink : activation.kinks)
        if (kink != 0)
            bends.push_back(kink * scale + shift);
    std::ranges::sort(bends);
    return bends;
}

/// Both, in order.
std::vector<double> together(std::vector<double> bends, const std::vector<double>& others)
{
    bends.insert(bends.end(), others.begin(), others.end());
    std::ranges::sort(bends);
    bends.erase(std::ranges::unique(bends).begin(), bends.end());
    return bends;
}

PairMoments alongOneLine(const activations::Activation& activation, double first, double second, int sign)
{
    Rule rule;
    rule.fill(together(bendsOf(activation, 1 / first, 0), bendsOf(activation, sign / second, 0)),
        1 / std::max(first, second));
    Values one, other;
    one.at(activation, rule.at, first, 0);
    other.at(activation, rule.at, sign * second, 0);
    PairMoments moments;
    for (std::size_t i = 0; i < rule.at.size(); ++i) {
        moments.product += rule.weight[i] * one.value[i] * other.value[i];
        moments.slopeProduct += rule.weight[i] * one.slope[i] * other.slope[i];
    }
    return moments;
}

double scaleOf(double slope)
{
    const double size = std::abs(slope);
    return std::abs(size - 1) < kAtOne ? kForever : size == 0 ? 0 : -1 / std::log(size);
}

/// Where C(c) = c in [0, 1]. C is a power series in c without negative terms (Daniely et al. 2016), so it is convex
/// there, and beside c = 1 there is one such c where χ₁ > 1, and none where it is not. Where something is drawn for
/// each input by itself C(1) < 1, and there is one such c alone.
class FixedCorrelations {
public:
    FixedCorrelations(const activations::Activation& activation, operations::Variances variances, double meanSquare)
        : m_activation(activation)
        , m_variances(variances)
        , m_meanSquare(meanSquare)
        , m_next(nextMeanSquare(activation, variances.ofOne(), meanSquare))
    {
    }

    std::vector<CorrelationPoint> all() const
    {
        if (m_variances.alone > 1)
            return {fromBelow()};
        const CorrelationPoint one{1, at(1).slope};
        std::vector<CorrelationPoint> points;
        if (one.slope > 1 + kAtOne)
            points.push_back(fromBelow());
        points.push_back(one);
        return points;
    }

    /// C is straight from 0 to 1.
    bool everywhere() const
    {
        constexpr double kOnIt = 1e-9;
        return std::abs(at(0).value) < kOnIt && std::abs(at(0.5).value - 0.5) < kOnIt;
    }

private:
    struct Point {
        double value, slope;
    };

    Point at(double c) const
    {
        const PairMoments moments = pairMoments(m_activation, m_meanSquare, m_meanSquare, c);
        return {(m_variances.weight * moments.product + m_variances.bias) / m_next,
            m_variances.weight * moments.slopeProduct};
    }

    /// Newton's iteration from 0, where C ≥ c: of a convex C it never oversteps.
    CorrelationPoint fromBelow() const
    {
        constexpr int kMost = 60;
        double c = 0;
        Point here = at(c);
        for (int i = 0; i < kMost && here.value - c > 1e-13 && here.slope < 1; ++i) {
            c = std::min(1.0, c + (here.value - c) / (1 - here.slope));
            here = at(c);
        }
        return {c, here.slope};
    }

    const activations::Activation& m_activation;
    operations::Variances m_variances;
    double m_meanSquare, m_next;
};

bool held(double square)
{
    return square >= kLeastSquare && square <= kMostSquare; // false of NaN
}

} // namespace

PairMoments pairMoments(
    const activations::Activation& activation, double firstSquare, double secondSquare, double correlation)
{
    const double first = std::sqrt(firstSquare), second = std::sqrt(secondSquare);
    const double across = std::sqrt((1 - correlation) * (1 + correlation));
    if (across < 1e-8) // what it changes is 1e-16
        return alongOneLine(activation, first, second, correlation > 0 ? 1 : -1);
    // f(u₂) averaged over what u₁ leaves open bends over a width of its own in u₁.
    Rule outer, inner;
    outer.fill(correlation == 0
            ? bendsOf(activation, 1 / first, 0)
            : together(bendsOf(activation, 1 / first, 0), bendsOf(activation, 1 / (second * correlation), 0)),
        std::min(1 / first, across));
    Values ofFirst, ofSecond;
    ofFirst.at(activation, outer.at, first, 0);
    PairMoments moments;
    for (std::size_t i = 0; i < outer.at.size(); ++i) {
        inner.fill(
            bendsOf(activation, 1 / (second * across), -correlation * outer.at[i] / across), 1 / (second * across));
        ofSecond.at(activation, inner.at, second * across, second * correlation * outer.at[i]);
        double value = 0, slope = 0;
        for (std::size_t j = 0; j < inner.at.size(); ++j) {
            value += inner.weight[j] * ofSecond.value[j];
            slope += inner.weight[j] * ofSecond.slope[j];
        }
        moments.product += outer.weight[i] * ofFirst.value[i] * value;
        moments.slopeProduct += outer.weight[i] * ofFirst.slope[i] * slope;
    }
    return moments;
}

std::optional<InputPair> nextPair(
    const activations::Activation& activation, operations::Variances variances, const InputPair& pair)
{
    if (!held(pair.first) || !held(pair.second))
        return std::nullopt;
    InputPair next{nextMeanSquare(activation, variances.ofOne(), pair.first),
        nextMeanSquare(activation, variances.ofOne(), pair.second), 0};
    if (!held(next.first) || !held(next.second))
        return std::nullopt;
    const double shared =
        variances.weight * pairMoments(activation, pair.first, pair.second, pair.correlation).product + variances.bias;
    next.correlation = std::clamp(shared / std::sqrt(next.first * next.second), -1.0, 1.0);
    return next;
}

double lengthSlope(const activations::Activation& activation, double weightVariance, double meanSquare)
{
    constexpr double kStep = 0.1; // of ln q: differences of 8th order
    constexpr double kOrder[] = {4.0 / 5, -1.0 / 5, 4.0 / 105, -1.0 / 280};
    const auto square = [&](double q) {
        return network::gaussianMoments(activation, numerics::Scaled::from(q)).meanSquare.nearestDouble();
    };
    double sum = 0;
    for (int i = 1; const double weight : kOrder) {
        const double factor = std::exp(i++ * kStep);
        sum += weight * (square(meanSquare * factor) - square(meanSquare / factor));
    }
    return weightVariance * sum / kStep / meanSquare;
}

double nextCorrelation(
    const activations::Activation& activation, operations::Variances variances, double meanSquare, double correlation)
{
    const double shared =
        variances.weight * pairMoments(activation, meanSquare, meanSquare, correlation).product + variances.bias;
    return std::clamp(shared / nextMeanSquare(activation, variances.ofOne(), meanSquare), -1.0, 1.0);
}

Message whyNoPair(const model::Scenario& scenario)
{
    if (Message why = whyNoTheory(scenario); !why.empty())
        return why;
    const network::LayerPlan plan = network::planOf(scenario, network::commonShape(scenario));
    if (!std::ranges::all_of(plan.operations, [](const network::LayerOperation& each) {
            return each.kind->activates || each.kind->drawn != nullptr
                || each.kind->parameters != operations::Operation::Parameters::none;
        }))
        return {translatable("core",
                    "The maps of two inputs cover layers of weights, biases, activation and dropout; here there is "
                    "more in a layer."),
            {}};
    if (network::hiddenLayersDiffer(scenario))
        return {translatable("core",
                    "The maps of two inputs assume identical layers; here some have a width or an activation of their "
                    "own."),
            {}};
    return {};
}

operations::Variances pairVariances(const model::Scenario& scenario)
{
    const HiddenLayer layer = *hiddenLayer(scenario);
    HiddenLayer::Flow flow = layer.flow();
    flow.signal.meanSquare = 1;
    layer.leave(flow);
    operations::Variances variances = layer.variances;
    variances.alone = flow.signal.meanSquare;
    return variances;
}

PairMaps pairMaps(const model::Scenario& scenario, const data::Dataset& data)
{
    const activations::Chosen hidden = network::hiddenActivation(scenario);
    const activations::Activation& activation = *hidden;
    const operations::Variances variances = pairVariances(scenario);
    const ReachedPoints reached = *reachedPoints(scenario, data);
    PairMaps maps;
    maps.everywhere = reached.everywhere;
    maps.meanSquare = reached.reached.front().point.meanSquare;
    if (!held(maps.meanSquare))
        return maps;
    maps.drawn = variances.alone > 1;
    maps.lengthSlope = lengthSlope(activation, variances.ofOne().weight, maps.meanSquare);
    maps.lengthScale = scaleOf(maps.lengthSlope);
    const FixedCorrelations fixed(activation, variances, maps.meanSquare);
    maps.points = fixed.all();
    maps.everyCorrelation = maps.points.size() == 1 && fixed.everywhere();
    const CorrelationPoint settled = maps.points.front();
    maps.settled = settled.correlation;
    maps.correlationScale = scaleOf(settled.slope);
    return maps;
}

} // namespace deltascope::mean_field
