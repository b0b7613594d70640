// SPDX-License-Identifier: GPL-3.0-or-later
// A small difference is the integral of f′, which has no cancellation (Gauss–Legendre); a large one within one tail of
// a monotone f is the difference of distances to the asymptote; any other is plain subtraction.
#include "theory/explosion/difference.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace deltascope::explosion {
namespace {

struct Node {
    double x, weight; ///< on [0, 1]; its mirror image 1 − x has the same weight
};
// Gauss–Legendre nodes (1 − ξ)/2 and weights/2 (Abramowitz & Stegun, table 25.4).
constexpr std::array<Node, 4> kEight{
    {{0.019855071751231884, 0.05061426814518813}, {0.10166676129318664, 0.11119051722668724},
        {0.2372337950418355, 0.15685332293894363}, {0.4082826787521751, 0.18134189168918100}}};
constexpr double kSmall = 0x1p-24; // the midpoint rule is exact to 2^−52 of the result
constexpr double kMedium = 0x1p-8; // three nodes are
constexpr double kIntegrated = 0.5; // eight nodes are, for poles of f′ as near as those of tanh
constexpr double kUnderflow = 1e-290;

double integralOfDerivative(const activations::Activation& activation, double z, double d)
{
    const auto slope = [&](double share) { return activation.derivative(z + share * d); };
    if (std::abs(d) <= kSmall)
        return d * slope(0.5);
    if (std::abs(d) <= kMedium) {
        const double x = 0.11270166537925831; // (1 − √0.6)/2
        return d * (8 * slope(0.5) + 5 * (slope(x) + slope(1 - x))) / 18;
    }
    double sum = 0;
    for (const Node& node : kEight)
        sum += node.weight * (slope(node.x) + slope(1 - node.x));
    return d * sum;
}

bool between(double value, double a, double b)
{
    return (a < value && value < b) || (b < value && value < a);
}

} // namespace

numerics::Scaled difference(const activations::Activation& activation, numerics::Scaled z, numerics::Scaled d)
{
    const numerics::Scaled moved = z + d;
    const numerics::Scaled peak =
        numerics::Scaled::from(std::isfinite(activation.maxDerivativeAt) ? activation.maxDerivativeAt : 0);
    const bool above = peak < z && peak < moved, below = z < peak && moved < peak;
    const numerics::Scaled slope = activation.scaledDerivative(z);
    if ((above || below) && !slope.isZero() && slope == activation.scaledDerivative(moved)
        && slope == activation.scaledDerivative(z + d * numerics::Scaled::from(0.5)))
        return d * slope; // a straight line
    const double asymptote = above ? activation.upper : activation.lower;
    if ((above || below) && activation.monotone && std::isfinite(asymptote))
        return activation.minusLimit ? activation.minusLimit(moved) - activation.minusLimit(z)
                                     : activation.minus(moved, asymptote) - activation.minus(z, asymptote);
    return activation.scaledValue(moved) - activation.scaledValue(z);
}

numerics::Scaled difference(const activations::Activation& activation, double z, double d)
{
    if (std::abs(d) <= kIntegrated) {
        const double peak = activation.maxDerivativeAt;
        const double integral = between(peak, z, z + d)
            ? integralOfDerivative(activation, z, peak - z) + integralOfDerivative(activation, peak, z + d - peak)
            : integralOfDerivative(activation, z, d);
        if (std::abs(integral) > kUnderflow)
            return numerics::Scaled::from(integral);
    } else {
        const double slope = activation.derivative(z);
        if (!between(activation.maxDerivativeAt, z, z + d) && slope != 0 && slope == activation.derivative(z + d)
            && slope == activation.derivative(z + d / 2))
            return numerics::Scaled::from(d) * numerics::Scaled::from(slope); // a straight line
        const double from = activation.value(z), to = activation.value(z + d), plain = to - from;
        if (std::abs(plain) > 0.25 * std::max(std::abs(from), std::abs(to)) && std::abs(plain) > kUnderflow)
            return numerics::Scaled::from(plain);
    }
    return difference(activation, numerics::Scaled::from(z), numerics::Scaled::from(d));
}

} // namespace deltascope::explosion
