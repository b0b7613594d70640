// SPDX-License-Identifier: GPL-3.0-or-later
// Sizes of any kind in JSON: sign and log10, which is null where the size is exactly 0 (sign 0), and where it is beyond
// what the engine holds: "beyond" then says on which side.
#pragma once

#include "numerics/scaled.h"

#include <string>

namespace deltascope::reports {

/// "-12.5", or "null" where there is no logarithm.
std::string log10Json(numerics::Scaled value);
std::string log10Json(Magnitude value);

/// ", \"beyond\": \"small\"" (or "large") with this key; nothing within range.
std::string beyondJson(Magnitude value, const std::string& key = "beyond");

/// {"sign": 1, "log10": -12.5}
std::string sizeJson(numerics::Scaled value);

} // namespace deltascope::reports
