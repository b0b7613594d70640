// SPDX-License-Identifier: GPL-3.0-or-later
// How far from its peak |f′| has fallen by a given share, also where that share is near the rounding of doubles.
// core/maths.md 8.4.
#pragma once

#include "network/activations/activation.h"

#include <optional>

namespace deltascope::explosion {

/// The h > 0 with |f′(m + side·h)| = (1 − fall)·max|f′|, where m is `maxDerivativeAt` and side is −1 or 1. Only close
/// to a peak: nothing where h would exceed 1/32, or where |f′| does not fall on that side (a plateau) or falls by a
/// jump. 0 where fall is 0.
std::optional<double> peakOffset(const activations::Activation& activation, int side, double fall);

} // namespace deltascope::explosion
