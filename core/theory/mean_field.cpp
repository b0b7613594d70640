// SPDX-License-Identifier: GPL-3.0-or-later
#include "theory/mean_field.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace deltascope {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kReach = 12; // standard deviations: what lies beyond weighs e^−72
constexpr double kHugeSquare = 1e200; // from here on only the slopes at ±∞ matter

// Gauss–Legendre, 16 nodes on [−1, 1] (the positive half).
constexpr std::array<double, 8> kNodes{0.09501250983763744, 0.28160355077925891, 0.45801677765722739,
    0.61787624440264375, 0.75540440835500303, 0.86563120238783174, 0.94457502307323258, 0.98940093499164993};
constexpr std::array<double, 8> kWeights{0.18945061045506850, 0.18260341504492359, 0.16915651939500254,
    0.14959598881657673, 0.12462897125553387, 0.09515851168249278, 0.06225352393864789, 0.02715245941175409};

template <class Function>
double panelIntegral(const Function& function, double from, double to)
{
    const double centre = (from + to) / 2, half = (to - from) / 2;
    double sum = 0;
    for (std::size_t i = 0; i < kNodes.size(); ++i)
        sum += kWeights[i] * (function(centre + half * kNodes[i]) + function(centre - half * kNodes[i]));
    return sum * half;
}

/// ∫Dz g(√q z) for even and odd halves together. The activations change their shape near z = 0, over a width of about
/// 1/√q, so the panels shrink towards 0 by halves until they are well below it; a kink at 0 falls on a panel's edge.
template <class Function>
double gaussianMean(const Function& g, double q)
{
    const double root = std::sqrt(q);
    const auto weighted = [&](double z) { return std::exp(-0.5 * z * z) * (g(root * z) + g(-root * z)); };
    const double finest = std::min(1.0, 1 / std::max(root, 1e-300)) / 4;
    double sum = 0, to = kReach;
    while (to > finest) {
        const double from = to > 2 ? std::max(to - 1, to / 2) : to / 2;
        sum += panelIntegral(weighted, from, to);
        to = from;
    }
    return (sum + panelIntegral(weighted, 0, to)) / std::sqrt(2 * std::numbers::pi);
}

/// Mean of the squared slopes at ±∞: all that is left of f where q is huge.
double limitingSlope(const Activation& activation)
{
    const double right = activation.derivative(1e100), left = activation.derivative(-1e100);
    return (right * right + left * left) / 2;
}

} // namespace

double nextMeanSquare(const Activation& activation, Variances variances, double q)
{
    if (q > kHugeSquare) {
        const double slope = limitingSlope(activation);
        if (slope > 0)
            return variances.weight * slope * q + variances.bias;
        q = kHugeSquare;
    }
    const double mean = gaussianMean(
        [&](double z) {
            const double a = activation.value(z);
            return a * a;
        },
        q);
    return variances.weight * mean + variances.bias;
}

double backwardFactor(const Activation& activation, double weightVariance, double q)
{
    if (q > kHugeSquare)
        return weightVariance * limitingSlope(activation);
    return weightVariance
        * gaussianMean(
            [&](double z) {
                const double slope = activation.derivative(z);
                return slope * slope;
            },
            q);
}

FixedPoint fixedPoint(const Activation& activation, Variances variances, double start)
{
    // q → next(q) is monotone for the monotone activations, so the plain iteration converges; near the critical line it
    // does so slowly, and Aitken's extrapolation does the rest.
    double q = start;
    for (int round = 0; round < 2000; ++round) {
        const double first = nextMeanSquare(activation, variances, q);
        const double second = nextMeanSquare(activation, variances, first);
        if (!(second < kHugeSquare))
            return {kInfinity, backwardFactor(activation, variances.weight, kInfinity)};
        if (std::abs(second - first) <= 1e-15 * std::max(second, 1e-300) || second < 1e-290) {
            const double settled = second < 1e-290 ? 0 : second;
            return {settled, backwardFactor(activation, variances.weight, settled)};
        }
        const double curvature = second - 2 * first + q;
        const double extrapolated = q - (first - q) * (first - q) / curvature;
        const bool usable =
            round % 2 == 1 && std::isfinite(extrapolated) && extrapolated > second / 2 && extrapolated < 2 * second;
        q = usable ? extrapolated : second;
    }
    return {q, backwardFactor(activation, variances.weight, q)};
}

double depthScale(double factor)
{
    return factor == 1 ? kInfinity : -2 / std::log(factor);
}

std::optional<double> criticalWeightDeviation(const Activation& activation, double biasDeviation, double limit)
{
    const auto excess = [&](double deviation) {
        return fixedPoint(activation, {deviation * deviation, biasDeviation * biasDeviation}).factor - 1;
    };
    double lower = 1e-3, upper = lower;
    while (excess(upper) < 0) {
        if (upper >= limit)
            return std::nullopt;
        lower = upper;
        upper = std::min(limit, upper * 1.25);
    }
    while (upper - lower > 1e-10 * upper) {
        const double middle = (lower + upper) / 2;
        (excess(middle) < 0 ? lower : upper) = middle;
    }
    return (lower + upper) / 2;
}

} // namespace deltascope
