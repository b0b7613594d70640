// SPDX-License-Identifier: GPL-3.0-or-later
// What float formats compute (format_arithmetic.h) as text for other programs.
#pragma once

#include "format_arithmetic.h"

#include <string>

namespace deltascope {

/// {"examples": 1, "float16": {"overflows_at": 4, "rounded_lost_at": null, "bias_speed": [{"sign", "log10"}, …]}, …}
/// with one size a layer: "inf" or "nan" where it is no number. `overflows_at`: the first layer (0: the input) with an
/// ∞ on the way forward; `rounded_lost_at`: the first layer from the output whose exact δ, rounded once, is 0 or ∞.
std::string formatsJson(const FormatArithmetic& formats, const Evaluation& evaluation);

/// log10 of what a format shows: "-inf" for 0, "inf", "nan".
std::string formatCell(const FormatSpeed& speed);

} // namespace deltascope
