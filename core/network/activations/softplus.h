// SPDX-License-Identifier: GPL-3.0-or-later
// softplus z = ln(1 + e^z) = max(z, 0) + log1p(e^(−|z|)). Also −ln σ(−z): the cross-entropy is made of it.
// core/maths.md 3.5.
#pragma once

#include "numerics/scaled.h"

#include <cmath>

namespace deltascope::activations {

inline double softplusValue(double z)
{
    return (z > 0 ? z : 0) + std::log1p(std::exp(-std::abs(z)));
}

inline numerics::Scaled scaledSoftplus(numerics::Scaled z)
{
    if (z.exponent <= 9)
        return numerics::Scaled::from(softplusValue(z.nearestDouble()));
    return z.sign() > 0 ? z : numerics::exp(z); // |z| ≥ 512: log1p(e) = e to the last digit
}

} // namespace deltascope::activations
