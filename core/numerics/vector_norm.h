// SPDX-License-Identifier: GPL-3.0-or-later
// core/maths.md 3.9.
#pragma once

#include "numerics/scaled.h"

#include <span>

namespace deltascope::numerics {

bool allFinite(std::span<const double> values);

/// ‖values‖₂, whatever their size; they must be finite. Eight sums side by side, then these in order.
Scaled normOf(std::span<const double> values);
/// ‖left − right‖₂
Scaled distanceOf(std::span<const double> left, std::span<const double> right);

} // namespace deltascope::numerics
