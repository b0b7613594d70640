// SPDX-License-Identifier: GPL-3.0-or-later
// f(z) = z·P(z) with P(z) + P(−z) = 1: GELU (P the normal distribution function) and swish (P the logistic function).
// So f(z) = z + f(−z), and f(z) − y keeps its digits by P(z) − ½ near 0 and by P(−|z|) elsewhere.
// core/maths.md 4.16, 3.6.
#pragma once

#include "double_double.h"

#include <cmath>

namespace deltascope::activations {

/// P(−t) = factor·root², for t ≥ 1.5: the square root is within a double's range wherever P is.
struct GateTail {
    DoubleDouble factor, root;
};

struct Gate {
    double slope; ///< P′(0)
    DoubleDouble (*centred)(double z); ///< P(z) − ½ to twice the digits of a double, 2^−400 ≤ |z| < 1.5
    GateTail (*tail)(double t); ///< 1.5 ≤ t ≤ 1000
    Scaled (*value)(Scaled z); ///< f(z)
};

/// f(z) − y with its relative precision.
inline Scaled gatedMinus(const Gate& gate, Scaled z, double y)
{
    constexpr double kCentre = 1.5;
    if (z.exponent < -300)
        return (z * Scaled::from(0.5) - Scaled::from(y)) + z * z * Scaled::from(gate.slope);
    const bool negative = z.sign() < 0;
    const Scaled reference = negative ? Scaled::from(y) : Scaled::from(y) - z; // z > 0: f(−z) − (y − z)
    const Scaled difference = gate.value(-abs(z)) - reference;
    if (!cancels(difference, reference) || z.exponent > 10)
        return difference;
    const double exact = z.nearestDouble(), t = std::abs(exact);
    if (t < kCentre)
        return scaled(exactSum(exact / 2, -y) + DoubleDouble{exact, 0} * gate.centred(exact));
    const GateTail tail = gate.tail(t);
    // Lifted, so that the roundings of a subnormal y / root are within range too.
    constexpr double kLift = 0x1p600;
    const DoubleDouble distance = negative ? DoubleDouble{y * kLift, 0} : exactSum(y * kLift, -exact * kLift);
    const DoubleDouble lifted{tail.root.high * kLift, tail.root.low * kLift};
    const DoubleDouble rest = DoubleDouble{-t, 0} * tail.factor * tail.root + -(distance / lifted);
    return scaled(rest) * scaled(tail.root);
}

} // namespace deltascope::activations
