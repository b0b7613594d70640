// SPDX-License-Identifier: GPL-3.0-or-later
// A gradient check (gradient_check.h) as text for other programs.
#pragma once

#include "gradient_check/gradient_check.h"

#include <string>

namespace deltascope::reports {

/// {"layer": 2, "row": 1, "column": 1, "value": 1, "examples": 1, "analytic": {"sign", "log10"}, "float32": number,
/// "step": 1e-5, "difference": {"sign", "log10"}, "relative_error": {…}, "differences": [{"step", "carried": {…},
/// "double", "float32"}, …]}. column 0 is the bias; null: what is not computed here, or no number.
std::string gradientJson(const gradient_check::GradientCheck& check);

} // namespace deltascope::reports
