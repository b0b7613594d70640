// SPDX-License-Identifier: GPL-3.0-or-later
// f(z + d) − f(z) to the relative precision of d, however small d is and however flat f is there. core/maths.md 8.8.
#pragma once

#include "activations/activation.h"

namespace deltascope {

/// f(z + d) − f(z) of a differentiable f that is smooth on both sides of `maxDerivativeAt`; about 14 digits.
Scaled difference(const Activation& activation, double z, double d);
/// The same where doubles do not hold z or d; there |d| is never small beside |z|, or f is a straight line.
Scaled difference(const Activation& activation, Scaled z, Scaled d);

} // namespace deltascope
