// SPDX-License-Identifier: GPL-3.0-or-later
#include "theory/mean_field/mean_field.h"

#include "model/scenario.h"
#include "network/operation.h"
#include "theory/mean_field/fixed_points.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace deltascope::mean_field {

namespace {

constexpr double kInfiniteDepth = std::numeric_limits<double>::infinity();
// χ₁ counts as below 1 from here down. At σ_b = 0, tanh's χ₁ leaves 1 above σ_w = 1 by its square only: without a
// margin rounding would decide where.
constexpr double kBelowOne = 1 - 1e-9;

/// From f(z) of these moments once around to z of the next layer, all layers alike and settled.
HiddenLayer::Flow around(const HiddenLayer& layer, const network::GaussianMoments& moments)
{
    HiddenLayer::Flow flow = layer.flow();
    flow.settled = true;
    flow.slopeSquare = moments.slopeSquare.nearestDouble();
    flow.signal = {moments.mean.nearestDouble(), moments.meanSquare.nearestDouble()};
    layer.leave(flow);
    flow.identity = 0; // of the next layer
    layer.enter(flow);
    return flow;
}

const network::LayerPlan& plainPlan()
{
    static const network::LayerPlan plan = network::planOf(model::Scenario{}, network::commonShape({}));
    return plan;
}

void follow(const std::vector<network::LayerOperation>& operations, HiddenLayer::Flow& flow)
{
    for (const network::LayerOperation& operation : operations) {
        flow.operation = &operation;
        if (const auto map = operation.kind->meanField.of<double>())
            map(flow);
    }
}

} // namespace

HiddenLayer::HiddenLayer(operations::Variances ofParameters)
    : HiddenLayer(plainPlan(), ofParameters)
{
}

HiddenLayer::HiddenLayer(const network::LayerPlan& plan, operations::Variances ofParameters)
    : variances(ofParameters)
    , toActivation(plan.operations.begin(), plan.operations.begin() + static_cast<std::ptrdiff_t>(plan.activate))
    , fromActivation(plan.operations.begin() + static_cast<std::ptrdiff_t>(plan.activate) + 1, plan.operations.end())
    , identity(plan.identity)
{
}

HiddenLayer::Flow HiddenLayer::flow() const
{
    Flow flow;
    flow.variances = variances;
    return flow;
}

void HiddenLayer::enter(Flow& flow) const
{
    flow.activated = false;
    follow(toActivation, flow);
}

void HiddenLayer::leave(Flow& flow) const
{
    flow.activated = true;
    follow(fromActivation, flow);
}

MomentsAt momentsOf(const activations::Activation& activation)
{
    return [&activation](double q) { return network::gaussianMoments(activation, numerics::Scaled::from(q)); };
}

double nextMeanSquare(const HiddenLayer& layer, const network::GaussianMoments& moments)
{
    return around(layer, moments).signal.meanSquare;
}

double backwardFactor(const HiddenLayer& layer, const network::GaussianMoments& moments)
{
    const HiddenLayer::Flow flow = around(layer, moments);
    const double slopes = layer.variances.weight * flow.slopeSquare;
    return (slopes / flow.divisor + layer.identity * layer.identity) / flow.lastDivisor;
}

double nextMeanSquare(const activations::Activation& activation, operations::Variances variances, double q)
{
    return nextMeanSquare(HiddenLayer(variances), network::gaussianMoments(activation, numerics::Scaled::from(q)));
}

double backwardFactor(const activations::Activation& activation, double weightVariance, double q)
{
    const numerics::Scaled square = std::isfinite(q) ? numerics::Scaled::from(q) : numerics::Scaled::from(1, 100'000);
    return weightVariance * network::gaussianMoments(activation, square).slopeSquare.nearestDouble();
}

int layersOfMemory(double identity)
{
    constexpr double kForgotten = 12; // e^−12
    constexpr int kMost = 1000;
    return identity <= 0 || identity >= 1 ? 0 : static_cast<int>(std::min<double>(kMost, kForgotten / (1 - identity)));
}

double depthScale(double factor)
{
    return factor == 1 ? kInfiniteDepth : -2 / std::log(factor);
}

std::optional<double> criticalWeightDeviation(
    const activations::Activation& activation, double biasDeviation, double limit)
{
    const auto fromOne = [](const HiddenLayer&) { return 1.0; };
    return criticalWeightDeviation(HiddenLayer{}, momentsOf(activation), fromOne, biasDeviation, limit);
}

std::optional<double> criticalWeightDeviation(
    const HiddenLayer& layer, const MomentsAt& moments, const StartOf& startOf, double biasDeviation, double limit)
{
    const auto vanishes = [&](double deviation) {
        HiddenLayer tried = layer;
        tried.variances = {deviation * deviation, biasDeviation * biasDeviation};
        return fixedPoint(tried, moments, startOf(tried)).factor < kBelowOne;
    };
    double lower = 1e-3, upper = lower;
    while (vanishes(upper)) {
        if (upper >= limit)
            return std::nullopt;
        lower = upper;
        upper = std::min(limit, upper * 1.25);
    }
    while (upper - lower > 1e-10 * upper) {
        const double middle = (lower + upper) / 2;
        (vanishes(middle) ? lower : upper) = middle;
    }
    return (lower + upper) / 2;
}

} // namespace deltascope::mean_field
