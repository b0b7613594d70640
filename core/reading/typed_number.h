// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace deltascope::reading {

/// A whole text as a number: a point as decimal mark, U+2212 is a minus sign too. Nothing where it is no number; 0
/// where it is too small for a double, ±∞ where it is too large.
std::optional<double> typedNumber(std::string_view text);

} // namespace deltascope::reading
