// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parameters/parameter_type.h"

namespace deltascope::parameters {

/// With at least 6 digits, and as many as say which number it is: 0.999999999, not 1.
Real limitInFull(double limit);

/// Why a row with these limits does not take this number; `whole`: only whole numbers are allowed.
std::optional<Message> outsideLimits(double value, const Limits& limits, bool whole);

} // namespace deltascope::parameters
