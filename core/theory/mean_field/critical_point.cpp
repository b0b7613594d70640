// SPDX-License-Identifier: GPL-3.0-or-later
#include "theory/mean_field/critical_point.h"

#include "base/registry.h"
#include "network/initializer.h"
#include "network/operation.h"
#include "theory/mean_field/batch_recursion.h"
#include "theory/mean_field/phase_diagram.h"
#include "theory/mean_field/two_inputs.h"

#include <algorithm>
#include <cmath>

namespace deltascope::mean_field {

namespace {

constexpr double kLeastQ = 1e-6, kLargestQ = 1e6; // between which q* is looked for
constexpr double kSame = 1e-9; // the two responses count as one
constexpr double kMostGain = 1000; // of the parameter

/// What a small change of q, and of the difference of two inputs, is multiplied by, at σ_w = 1.
struct Responses {
    double meanSquare = 0; ///< ∫f²
    double along = 0; ///< d∫f²/dq
    double across = 0; ///< ∫f′²
    double difference() const { return across > 0 ? along / across - 1 : 0; } ///< 0 of a step, which passes none on
};

Responses responsesAt(const activations::Activation& activation, double q)
{
    const network::GaussianMoments here = network::gaussianMoments(activation, numerics::Scaled::from(q));
    return {here.meanSquare.nearestDouble(), lengthSlope(activation, 1, q), here.slopeSquare.nearestDouble()};
}

CriticalPoint pointAt(double q, const Responses& responses)
{
    const double weight = 1 / responses.across;
    return {{weight, q - weight * responses.meanSquare}, q, false};
}

/// Where the two responses are one, between two q on whose sides they differ in sign.
CriticalPoint pointBetween(const activations::Activation& activation, double lower, double upper)
{
    const bool rising = responsesAt(activation, upper).difference() > 0;
    double from = std::log(lower), to = std::log(upper);
    for (int i = 0; i < 50; ++i) {
        const double middle = (from + to) / 2;
        ((responsesAt(activation, std::exp(middle)).difference() > 0) == rising ? to : from) = middle;
    }
    const double q = std::exp((from + to) / 2);
    return pointAt(q, responsesAt(activation, q));
}

} // namespace

std::optional<CriticalPoint> criticalPoint(const activations::Activation& activation)
{
    constexpr int kSteps = 140; // ten a decade and more
    bool everywhere = true;
    double before = 0, first = 0;
    std::optional<CriticalPoint> found;
    for (int i = 0; i <= kSteps && !found; ++i) {
        const double ratio = std::pow(kLargestQ / kLeastQ, 1.0 / kSteps), q = kLeastQ * std::pow(ratio, i);
        const double difference = responsesAt(activation, q).difference();
        everywhere = everywhere && std::abs(difference) < kSame;
        if (i == 0)
            first = difference;
        // Where f is all but straight, at either end, both are one to rounding.
        const bool clear = std::abs(difference) > kSame;
        if (clear && before != 0 && (before > 0) != (difference > 0))
            if (const CriticalPoint point = pointBetween(activation, q / ratio, q); point.variances.bias >= 0)
                found = point;
        before = clear ? difference : 0;
    }
    if (found)
        return found;
    if (activation.maxDerivative == 0)
        return std::nullopt;
    const Responses nearZero = responsesAt(activation, kLeastQ);
    if (everywhere)
        return CriticalPoint{{1 / nearZero.across, 0}, 1, true};
    if (activation.value(0) != 0 || first >= 0)
        return std::nullopt;
    // In the limit q → 0, from the slopes on both sides of 0.
    constexpr double kTiny = 1e-150;
    const double below = activation.derivative(-kTiny), above = activation.derivative(kTiny);
    return CriticalPoint{{2 / (below * below + above * above), 0}, 0, false};
}

std::optional<model::Scenario> atCriticalPoint(const model::Scenario& scenario, const data::Dataset& data)
{
    const auto layer = hiddenLayer(scenario);
    if (!layer || !whyNoPhaseDiagram(scenario).empty())
        return std::nullopt;
    const network::Initializer& rule = *findKind(network::initializersRegistry(), scenario.initializer);
    const bool plain = network::planOf(scenario, network::commonShape(scenario)).plain;
    model::Scenario critical = scenario;
    if (const activations::Chosen f = network::hiddenActivation(scenario); rule.usesBiasDeviation && plain)
        if (const auto point = criticalPoint(*f)) {
            critical.gain = std::sqrt(point->variances.weight);
            critical.biasDeviation = std::sqrt(point->variances.bias);
            return critical;
        }
    const auto deviation = criticalWeightDeviation(scenario, data);
    if (!deviation)
        return std::nullopt;
    critical.gain = *deviation / std::sqrt(rule.weightVariance(scenario.width, scenario.width));
    return critical.gain <= kMostGain ? std::optional(critical) : std::nullopt;
}

Message whyNoCriticalPoint(const model::Scenario& scenario)
{
    if (findKind(network::initializersRegistry(), scenario.initializer)->drawsWeights)
        return whyNoTheory(scenario);
    if (!hiddenLayer(scenario))
        return {translatable("core", "Only a random initialization has a critical point; this one is not random."), {}};
    if (Message why = whyNoPhaseDiagram(scenario); !why.empty())
        return why;
    return {translatable("core", "There is no critical point here: at no gain up to %1 does χ₁ pass through 1."),
        {static_cast<int>(kMostGain)}};
}

double growthUnderBatchNormalization(const activations::Activation& activation)
{
    const network::GaussianMoments moments = network::gaussianMoments(activation, numerics::Scaled::from(1));
    const double mean = moments.mean.nearestDouble();
    return std::sqrt(moments.slopeSquare.nearestDouble() / (moments.meanSquare.nearestDouble() - mean * mean));
}

} // namespace deltascope::mean_field
