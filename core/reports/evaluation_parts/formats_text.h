// SPDX-License-Identifier: GPL-3.0-or-later
// What float formats compute (format_arithmetic.h) as text for other programs.
#pragma once

#include "formats/format_arithmetic.h"

#include <string>

namespace deltascope::reports {

/// {"examples": 1, "float16": {"overflows_at": 4, "rounded_lost_at": null, "bias_speed": [{"sign", "log10"}, …]}, …}
/// with one size a layer: "inf" or "nan" where it is no number. `overflows_at`: the first layer (0: the input) with an
/// ∞ on the way forward; `rounded_lost_at`: the first layer from the output whose exact δ, rounded once, is 0 or ∞.
std::string formatsJson(const formats::FormatArithmetic& formats, const evaluation::Evaluation& evaluation);

/// log10 of what a format shows: "-inf" for 0, "inf", "nan".
std::string formatCell(const formats::FormatSpeed& speed);

} // namespace deltascope::reports
