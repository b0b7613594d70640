// SPDX-License-Identifier: GPL-3.0-or-later
// f(z + d) − f(z) to the relative precision of d, however small d is and however flat f is there. core/maths.md 8.8.
#pragma once

#include "network/activations/activation.h"

namespace deltascope::explosion {

/// f(z + d) − f(z) of a differentiable f that is smooth on both sides of `maxDerivativeAt`; about 14 digits.
numerics::Scaled difference(const activations::Activation& activation, double z, double d);
/// The same where doubles do not hold z or d; there |d| is never small beside |z|, or f is a straight line.
numerics::Scaled difference(const activations::Activation& activation, numerics::Scaled z, numerics::Scaled d);

} // namespace deltascope::explosion
