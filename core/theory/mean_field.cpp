// SPDX-License-Identifier: GPL-3.0-or-later
#include "theory/mean_field.h"

#include "normalization.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace deltascope {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kHugeSquare = 1e40; // f is linear there: what passes it grows without end
constexpr double kTinySquare = 1e-40; // what falls below, without biases, settles at 0
// χ₁ counts as below 1 from here down. At σ_b = 0, tanh's χ₁ leaves 1 above σ_w = 1 by its square only: without a
// margin rounding would decide where.
constexpr double kBelowOne = 1 - 1e-9;
constexpr double kStride = 1.5; // of q in search of a fixed point

MomentsAt momentsOf(const Activation& activation)
{
    return [&activation](double q) { return gaussianMoments(activation, Scaled::from(q)); };
}

/// ⟨a²⟩ of the layer before, if q were the same in all: with a residual connection the sum of a geometric series.
double settledSquare(const HiddenLayer& layer, const GaussianMoments& moments)
{
    const double alpha = layer.residual;
    if (alpha >= 1)
        return kInfinity;
    const double mean = moments.mean.nearestDouble();
    return (moments.meanSquare.nearestDouble() + 2 * alpha / (1 - alpha) * mean * mean) / (1 - alpha * alpha);
}

/// σ_w²⟨a²⟩
double signal(const HiddenLayer& layer, const GaussianMoments& moments)
{
    return layer.variances.weight == 0 ? 0 : layer.variances.weight * settledSquare(layer, moments);
}

double next(const HiddenLayer& layer, const GaussianMoments& moments)
{
    const double v = signal(layer, moments);
    if (!layer.normalized)
        return v + layer.variances.bias;
    return (std::isfinite(v) ? v / (v + kNormalizationEpsilon) : 1) + layer.variances.bias;
}

double factorAt(const HiddenLayer& layer, const GaussianMoments& moments)
{
    const double slopes = layer.variances.weight * moments.slopeSquare.nearestDouble();
    const double scale = layer.normalized ? signal(layer, moments) + kNormalizationEpsilon : 1;
    return slopes / scale + layer.residual * layer.residual;
}

/// ln(next(q)/q) has its sign change between lower and upper: Illinois' regula falsi in ln q.
template <class Next>
double settle(const Next& nextOf, double lower, double upper)
{
    const auto growth = [&](double t) { return std::log(nextOf(std::exp(t))) - t; };
    double a = std::log(lower), b = std::log(upper), left = growth(a), right = growth(b);
    for (int round = 0; round < 200 && left > 0 && right < 0 && b - a > 1e-15 * std::max(1.0, std::abs(b)); ++round) {
        double t = round % 8 == 7 ? (a + b) / 2 : (a * right - b * left) / (right - left);
        if (!(t > a && t < b))
            t = (a + b) / 2;
        if (t == a || t == b)
            break;
        const double middle = growth(t);
        if (middle >= 0) {
            a = t;
            left = middle;
            right /= 2;
        } else {
            b = t;
            right = middle;
            left /= 2;
        }
    }
    return std::exp(std::abs(left) < std::abs(right) ? a : b);
}

} // namespace

double nextMeanSquare(const Activation& activation, Variances variances, double q)
{
    return next({variances, 0, false}, gaussianMoments(activation, Scaled::from(q)));
}

double backwardFactor(const Activation& activation, double weightVariance, double q)
{
    const Scaled square = std::isfinite(q) ? Scaled::from(q) : Scaled::from(1, 100'000);
    return weightVariance * gaussianMoments(activation, square).slopeSquare.nearestDouble();
}

FixedPoint fixedPoint(const Activation& activation, Variances variances, double start)
{
    return fixedPoint({variances, 0, false}, momentsOf(activation), start);
}

FixedPoint fixedPoint(const HiddenLayer& layer, const MomentsAt& moments, double start)
{
    // q → next(q) rises for the monotone activations, so the sequence from `start` goes up or down to the first fixed
    // point on its way. Small strides find it in few steps also where the sequence itself would crawl.
    const auto nextOf = [&](double q) { return next(layer, moments(q)); };
    double q = std::clamp(start, 1e-30, kHugeSquare / 2), following = nextOf(q), previous = q;
    const bool up = following > q;
    while (up ? following > q : following < q) {
        previous = q;
        q = up ? std::max(q * kStride, following) : std::min(q / kStride, following);
        if (q > kHugeSquare)
            return {kInfinity, factorAt(layer, moments(1e300))};
        if (q < kTinySquare && (layer.variances.bias == 0 || q < 1e-290))
            return {0, factorAt(layer, moments(1e-300))};
        following = nextOf(q);
    }
    if (following != q)
        q = settle(nextOf, std::min(previous, q), std::max(previous, q));
    return {q, factorAt(layer, moments(q))};
}

double depthScale(double factor)
{
    return factor == 1 ? kInfinity : -2 / std::log(factor);
}

std::optional<double> criticalWeightDeviation(const Activation& activation, double biasDeviation, double limit)
{
    return criticalWeightDeviation(HiddenLayer{}, momentsOf(activation), biasDeviation, limit);
}

std::optional<double> criticalWeightDeviation(
    const HiddenLayer& layer, const MomentsAt& moments, double biasDeviation, double limit)
{
    const auto vanishes = [&](double deviation) {
        HiddenLayer tried = layer;
        tried.variances = {deviation * deviation, biasDeviation * biasDeviation};
        return fixedPoint(tried, moments).factor < kBelowOne;
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

} // namespace deltascope
