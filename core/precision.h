// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scaled.h"

#include <span>
#include <string_view>

namespace deltascope {

/// A binary floating-point format. Largest finite value (2 − 2^(1−precision))·2^maxExponent, smallest subnormal
/// 2^(minExponent − precision + 1), smallest normal 2^minExponent.
struct FloatFormat {
    std::string_view id; ///< float16, bfloat16, float32, double
    int precision; ///< significant bits, the hidden one included
    int minExponent;
    int maxExponent;
};

std::span<const FloatFormat> floatFormats();

/// What rounding to nearest (subnormals kept, ties to even) makes of an exact value.
enum class Rounded { kept, toZero, toInfinity };
Rounded rounded(const FloatFormat& format, Scaled value);
/// True where hardware that flushes subnormals to zero would lose the value.
bool flushed(const FloatFormat& format, Scaled value);

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
PrecisionLoss precisionLoss(const FloatFormat& format, const Evaluation& evaluation);
/// True where the exact δ of no layer below `layer` fits the format either (or is exactly 0): with a residual
/// connection it can come back.
bool lostBelow(const FloatFormat& format, const Evaluation& evaluation, int layer);

} // namespace deltascope
