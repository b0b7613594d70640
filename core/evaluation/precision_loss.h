// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "numerics/float_format.h"

namespace deltascope::evaluation {

/// Where the exact δ, rounded once, does not fit a format, walking from the output back; 0 where it always does. What
/// becomes of δ where every operation is rounded to the format is another question: format_arithmetic.h.
struct PrecisionLoss {
    int lostAt = 0; ///< first layer from the output whose exact δ rounds to 0 or ∞
    bool overflow = false; ///< to ∞
    int flushedAt = 0; ///< first layer from the output lost by hardware without subnormals
    bool operator==(const PrecisionLoss&) const = default;
};

struct Evaluation;
/// From the exact δ of each layer (its norm in a wide network).
PrecisionLoss precisionLoss(const numerics::FloatFormat& format, const Evaluation& evaluation);
/// True where the exact δ of no layer below `layer` fits the format either (or is exactly 0): with a residual
/// connection it can come back.
bool lostBelow(const numerics::FloatFormat& format, const Evaluation& evaluation, int layer);

} // namespace deltascope::evaluation
