// SPDX-License-Identifier: GPL-3.0-or-later
// f(z) = z·P(z) with P(z) + P(−z) = 1: GELU (P the normal distribution function) and swish (P the logistic function).
// So f(z) = z + f(−z), and f(z) − y keeps its digits by P(z) − ½ near 0 and by P(−|z|) elsewhere.
// core/maths.md 4.16, 3.6.
#pragma once

#include "numerics/double_double.h"

#include <cmath>

namespace deltascope::activations {

/// P(−t) = factor·root², for t ≥ 1.5: the square root is within a double's range wherever P is.
struct GateTail {
    numerics::DoubleDouble factor, root;
};

struct Gate {
    double slope; ///< P′(0)
    numerics::DoubleDouble (*centred)(double z); ///< P(z) − ½ to twice the digits of a double, 2^−400 ≤ |z| < 1.5
    GateTail (*tail)(double t); ///< 1.5 ≤ t ≤ 1000
    numerics::Scaled (*value)(numerics::Scaled z); ///< f(z)
};

/// f(z) − y with its relative precision.
inline numerics::Scaled gatedMinus(const Gate& gate, numerics::Scaled z, double y)
{
    constexpr double kCentre = 1.5;
    if (z.exponent < -300)
        return (z * numerics::Scaled::from(0.5) - numerics::Scaled::from(y))
            + z * z * numerics::Scaled::from(gate.slope);
    const bool negative = z.sign() < 0;
    const numerics::Scaled reference =
        negative ? numerics::Scaled::from(y) : numerics::Scaled::from(y) - z; // z > 0: f(−z) − (y − z)
    const numerics::Scaled difference = gate.value(-numerics::abs(z)) - reference;
    if (!numerics::cancels(difference, reference) || z.exponent > 10)
        return difference;
    const double exact = z.nearestDouble(), t = std::abs(exact);
    if (t < kCentre)
        return numerics::scaled(
            numerics::exactSum(exact / 2, -y) + numerics::DoubleDouble{exact, 0} * gate.centred(exact));
    const GateTail tail = gate.tail(t);
    // Lifted, so that the roundings of a subnormal y / root are within range too.
    constexpr double kLift = 0x1p600;
    const numerics::DoubleDouble distance =
        negative ? numerics::DoubleDouble{y * kLift, 0} : numerics::exactSum(y * kLift, -exact * kLift);
    const numerics::DoubleDouble lifted{tail.root.high * kLift, tail.root.low * kLift};
    const numerics::DoubleDouble rest = numerics::DoubleDouble{-t, 0} * tail.factor * tail.root + -(distance / lifted);
    return numerics::scaled(rest) * numerics::scaled(tail.root);
}

} // namespace deltascope::activations
