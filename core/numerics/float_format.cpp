// SPDX-License-Identifier: GPL-3.0-or-later
#include "numerics/float_format.h"

#include <cmath>

namespace deltascope::numerics {

std::span<const FloatFormat> floatFormats()
{
    static constexpr FloatFormat formats[] = {
        {.id = "float16", .precision = 11, .minExponent = -14, .maxExponent = 15},
        {.id = "bfloat16", .precision = 8, .minExponent = -126, .maxExponent = 127},
        {.id = "float32", .precision = 24, .minExponent = -126, .maxExponent = 127},
        {.id = "double", .precision = 53, .minExponent = -1022, .maxExponent = 1023},
    };
    return formats;
}

// With value = m·2^e, 0.5 ≤ |m| < 1: half the smallest subnormal is exactly m = 0.5, e = minExponent − precision + 1, a
// tie that goes to 0; the tie at the top, (1 − 2^−(precision + 1))·2^(maxExponent + 1), goes to ∞.
Rounded rounded(const FloatFormat& format, Scaled value)
{
    if (value.isZero())
        return Rounded::kept;
    const int halfSmallest = format.minExponent - format.precision + 1;
    if (value.exponent < halfSmallest || (value.exponent == halfSmallest && std::abs(value.mantissa) == 0.5))
        return Rounded::toZero;
    const double largest = 1 - std::ldexp(1.0, -format.precision - 1);
    if (value.exponent > format.maxExponent + 1
        || (value.exponent == format.maxExponent + 1 && std::abs(value.mantissa) >= largest))
        return Rounded::toInfinity;
    return Rounded::kept;
}

bool flushed(const FloatFormat& format, Scaled value)
{
    if (value.isZero() || value.exponent > format.minExponent)
        return false;
    // Tiny after rounding, as the hardware tests it: just below the smallest normal number rounds up to it.
    const double roundsUp = 1 - std::ldexp(1.0, -format.precision - 1);
    return value.exponent < format.minExponent || std::abs(value.mantissa) < roundsUp;
}

} // namespace deltascope::numerics
