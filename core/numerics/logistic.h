// SPDX-License-Identifier: GPL-3.0-or-later
// The logistic function σ(z) = 1/(1 + e^(−z)) and its derivative, from e^(−|z|) and never from e^(|z|):
// σ(|z|) = 1/(1 + e), σ(−|z|) = e/(1 + e), σ′(z) = e/(1 + e)². The textbook σ(1 − σ) is 0 from z = 36.74 on.
// softplus′ = σ builds on it. core/maths.md 3.4.
#pragma once

#include "numerics/exponential.h"
#include "numerics/scaled.h"

#include <cmath>

namespace deltascope::numerics {

struct Logistic {
    double value, derivative;
};

[[gnu::always_inline]] inline Logistic logistic(double z)
{
    const double e = value(splitExponential(-std::abs(z)));
    const double larger = 1 / (1 + e);
    const double smaller = e * larger;
    return {z < 0 ? smaller : larger, smaller * larger};
}

/// The same where z or the result is beyond a double.
inline Scaled scaledLogistic(Scaled z)
{
    const Scaled e = exp(-abs(z));
    const Scaled one = Scaled::from(1);
    return (z.sign() < 0 ? e : one) / (one + e);
}

inline Scaled scaledLogisticDerivative(Scaled z)
{
    const Scaled e = exp(-abs(z));
    const Scaled larger = Scaled::from(1) + e;
    return e / (larger * larger);
}

} // namespace deltascope::numerics
