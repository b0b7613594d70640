// SPDX-License-Identifier: GPL-3.0-or-later
// c(e^z − 1) for z ≤ 0: the negative half of ELU (c = 1) and SELU (c = λα), with its distance from any y.
// core/maths.md 3.6.
#pragma once

#include "numerics/double_double.h"

#include <cmath>

namespace deltascope::activations {

/// e^z − 1, z ≤ 0, where z or the result is beyond a double.
inline numerics::Scaled scaledExpm1(numerics::Scaled z)
{
    if (z.exponent < -60)
        return z;
    return numerics::Scaled::from(z.exponent > 9 ? -1 : std::expm1(z.nearestDouble()));
}

/// scale·(e^z − 1) − y for z ≤ 0 with its relative precision.
inline numerics::Scaled exponentialBranchMinus(numerics::DoubleDouble scale, numerics::Scaled z, double y)
{
    const numerics::Scaled factor = numerics::Scaled::from(scale.high);
    if (z.exponent < -100) // e^z − 1 = z + z²/2
        return numerics::productMinus(scale, z, y) + factor * z * z * numerics::Scaled::from(0.5);
    const numerics::DoubleDouble fromLimit = numerics::DoubleDouble{-y, 0} + -scale;
    const bool low = z.exponent > 0; // below −1, from the other side: (−scale − y) + scale·e^z
    const numerics::Scaled reference = low ? numerics::scaled(fromLimit) : numerics::Scaled::from(y);
    const numerics::Scaled difference =
        low ? reference + factor * numerics::exp(z) : factor * scaledExpm1(z) - reference;
    if (!numerics::cancels(difference, reference) || z.exponent > 9)
        return difference;
    const numerics::DoubleDouble exact{z.nearestDouble(), 0};
    return numerics::scaled(low ? fromLimit + scale * numerics::exp(exact)
                                : scale * numerics::expm1(exact) + numerics::DoubleDouble{-y, 0});
}

} // namespace deltascope::activations
