// SPDX-License-Identifier: GPL-3.0-or-later
// Of activations with f(−z) = −f(z), what is known for z ≥ 0 is known for all z. core/maths.md 3.6.
#pragma once

#include "numerics/scaled.h"

namespace deltascope::activations {

/// f(z) − y for every z, from `above` for z ≥ 0.
template <numerics::Scaled (*above)(numerics::Scaled z, double y)>
numerics::Scaled oddMinus(numerics::Scaled z, double y)
{
    return z.sign() < 0 ? -above(-z, -y) : above(z, y);
}

} // namespace deltascope::activations
