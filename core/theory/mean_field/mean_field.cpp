// SPDX-License-Identifier: GPL-3.0-or-later
#include "theory/mean_field/mean_field.h"

#include "network/normalization.h"
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

/// ⟨a²⟩ of the layer before, if q were the same in all: with a residual connection the sum of a geometric series.
double settledSquare(const HiddenLayer& layer, const GaussianMoments& moments)
{
    const double alpha = layer.residual;
    if (moments.meanSquare.isZero()) // f(z) = 0 in every neuron
        return 0;
    if (alpha >= 1)
        return kInfiniteDepth;
    const double mean = moments.mean.nearestDouble();
    return (moments.meanSquare.nearestDouble() + 2 * alpha / (1 - alpha) * mean * mean) / (1 - alpha * alpha);
}

/// σ_w²⟨a²⟩
double signal(const HiddenLayer& layer, const GaussianMoments& moments)
{
    return layer.variances.weight == 0 ? 0 : layer.variances.weight * settledSquare(layer, moments);
}

} // namespace

MomentsAt momentsOf(const activations::Activation& activation)
{
    return [&activation](double q) { return gaussianMoments(activation, numerics::Scaled::from(q)); };
}

double nextMeanSquare(const HiddenLayer& layer, const GaussianMoments& moments)
{
    const double v = signal(layer, moments);
    if (!layer.normalized)
        return v + layer.variances.bias;
    return (std::isfinite(v) ? v / (v + network::kNormalizationEpsilon) : 1) + layer.variances.bias;
}

double backwardFactor(const HiddenLayer& layer, const GaussianMoments& moments)
{
    const double slopes = layer.variances.weight * moments.slopeSquare.nearestDouble();
    const double scale = layer.normalized ? signal(layer, moments) + network::kNormalizationEpsilon : 1;
    return slopes / scale + layer.residual * layer.residual;
}

double nextMeanSquare(const activations::Activation& activation, Variances variances, double q)
{
    return nextMeanSquare({variances, 0, false}, gaussianMoments(activation, numerics::Scaled::from(q)));
}

double backwardFactor(const activations::Activation& activation, double weightVariance, double q)
{
    const numerics::Scaled square = std::isfinite(q) ? numerics::Scaled::from(q) : numerics::Scaled::from(1, 100'000);
    return weightVariance * gaussianMoments(activation, square).slopeSquare.nearestDouble();
}

int layersOfMemory(double residual)
{
    constexpr double kForgotten = 12; // e^−12
    constexpr int kMost = 1000;
    return residual <= 0 || residual >= 1 ? 0 : static_cast<int>(std::min<double>(kMost, kForgotten / (1 - residual)));
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
