// SPDX-License-Identifier: GPL-3.0-or-later
// c(e^z − 1) for z ≤ 0: the negative half of ELU (c = 1) and SELU (c = λα), with its distance from any y.
// core/maths.md 3.6.
#pragma once

#include "double_double.h"

#include <cmath>

namespace deltascope::activations {

/// e^z − 1, z ≤ 0, where z or the result is beyond a double.
inline Scaled scaledExpm1(Scaled z)
{
    if (z.exponent < -60)
        return z;
    return Scaled::from(z.exponent > 9 ? -1 : std::expm1(z.nearestDouble()));
}

/// scale·(e^z − 1) − y for z ≤ 0 with its relative precision.
inline Scaled exponentialBranchMinus(DoubleDouble scale, Scaled z, double y)
{
    const Scaled factor = Scaled::from(scale.high);
    if (z.exponent < -100) // e^z − 1 = z + z²/2
        return productMinus(scale, z, y) + factor * z * z * Scaled::from(0.5);
    const DoubleDouble fromLimit = DoubleDouble{-y, 0} + -scale;
    const bool low = z.exponent > 0; // below −1, from the other side: (−scale − y) + scale·e^z
    const Scaled reference = low ? scaled(fromLimit) : Scaled::from(y);
    const Scaled difference = low ? reference + factor * exp(z) : factor * scaledExpm1(z) - reference;
    if (!cancels(difference, reference) || z.exponent > 9)
        return difference;
    const DoubleDouble exact{z.nearestDouble(), 0};
    return scaled(low ? fromLimit + scale * exp(exact) : scale * expm1(exact) + DoubleDouble{-y, 0});
}

} // namespace deltascope::activations
