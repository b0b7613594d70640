// SPDX-License-Identifier: GPL-3.0-or-later
// What rounding to nearest, ties to even, subnormals kept, makes of a size: from the formats' definitions (IEEE 754,
// bfloat16). core/maths.md 6.1.
#pragma once

#include "core/sentences/number.h"

#include <string_view>

namespace deltascope::sentences {

struct OwnFormat {
    std::string_view id;
    int fraction; ///< bits behind the point
    int least; ///< exponent of the smallest normal
    int most; ///< exponent of the largest
};

inline constexpr OwnFormat kOwnFormats[] = {
    {"float16", 10, -14, 15}, {"bfloat16", 7, -126, 127}, {"float32", 23, -126, 127}, {"double", 52, -1022, 1023}};

inline const OwnFormat* ownFormat(std::string_view id)
{
    for (const OwnFormat& format : kOwnFormats)
        if (format.id == id)
            return &format;
    return nullptr;
}

enum class RoundedOutcome { kept, zero, infinity };

inline RoundedOutcome rounded(const OwnFormat& format, const Number& size)
{
    if (size.isZero())
        return RoundedOutcome::zero;
    // half the smallest subnormal is a tie, which goes to 0; half a last place above the largest is ∞
    if (!(Number(0.5L, format.least - format.fraction) < size))
        return RoundedOutcome::zero;
    const Number ulp(1, format.most - format.fraction);
    return size < Number(1, format.most + 1) - ulp / Number(2) ? RoundedOutcome::kept : RoundedOutcome::infinity;
}

/// The number itself, rounded: 0, ±∞ or a number of the format.
inline long double inFormat(const OwnFormat& format, const Number& number)
{
    if (number.isZero() || rounded(format, abs(number)) == RoundedOutcome::zero)
        return 0;
    if (rounded(format, abs(number)) == RoundedOutcome::infinity)
        return std::copysign(HUGE_VALL, number.m);
    const long double unit = std::max(number.e - 1, static_cast<long double>(format.least)) - format.fraction;
    const long double scaled = std::ldexp(number.m, static_cast<int>(number.e - unit));
    return std::ldexp(std::nearbyint(scaled), static_cast<int>(unit));
}

/// True where it lies among the subnormals, which some hardware takes for 0.
inline bool isSubnormal(const OwnFormat& format, const Number& size)
{
    return rounded(format, size) == RoundedOutcome::kept
        && size < Number(1, format.least) - Number(0.25L, format.least - format.fraction);
}

} // namespace deltascope::sentences
