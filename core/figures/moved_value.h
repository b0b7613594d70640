// SPDX-License-Identifier: GPL-3.0-or-later
// The value of a parameter at a place of an axis that it is along (Axis::moved).
#pragma once

#include "figures/figure.h"
#include "parameters/parameters.h"

#include <optional>

namespace deltascope::figures {

/// The value at this coordinate, as far as the axis and the row go, of a number in no more decimal digits than tell one
/// pixel from the next. `pixel`: the width of one in coordinates, above 0. Nothing where the axis moves no parameter.
std::optional<parameters::ParameterValue> movedValue(const Axis& axis, double coordinate, double pixel);

} // namespace deltascope::figures
