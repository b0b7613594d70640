// SPDX-License-Identifier: GPL-3.0-or-later
// IEEE 754 binary16, bfloat16, binary32 and binary64, rounding to nearest, ties to even. core/maths.md 6.1 to 6.3.
#pragma once

#include "numerics/scaled.h"

#include <span>
#include <string_view>

namespace deltascope::numerics {

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

} // namespace deltascope::numerics
