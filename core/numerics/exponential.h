// SPDX-License-Identifier: GPL-3.0-or-later
// e^x and e^x − 1 for x ≤ 0, which the logistic function and tanh are made of: no branch, no table and no call, so that
// a compiler makes vector instructions of a loop over them; no fused multiply-add, so that all of them give the same
// bits. x = n ln 2 + r with |r| ≤ (ln 2)/2 (Cody and Waite 1980), and e^r − 1 from its Taylor series, whose next term
// is below 4·10^−18. Right to within one unit in the last place; NaN stays NaN. core/maths.md 3.4.
#pragma once

#include <bit>
#include <cstdint>

namespace deltascope::numerics {

/// e^x = 2^n (1 + rest), and 2^n = power·subnormal, where the second is 1 unless the result leaves the normal numbers.
struct SplitExponential {
    double rest, power, subnormal;
};

/// 2^n for whole n from −1022 to 1023.
[[gnu::always_inline]] inline double powerOfTwo(double n)
{
    constexpr double kRounder = 0x1.8p52; // the last bits of kRounder + n are n
    return std::bit_cast<double>((std::bit_cast<std::uint64_t>(n + kRounder) + 1023) << 52);
}

/// For x ≤ 0.
[[gnu::always_inline]] inline SplitExponential splitExponential(double x)
{
    constexpr double kRounder = 0x1.8p52; // adding it rounds to a whole number
    constexpr double kLeast = -746; // below it e^x is 0 in doubles
    constexpr double kLog2High = 0x1.62e42feep-1, kLog2Low = 0x1.a39ef35793c76p-33; // ln 2; n·kLog2High is exact
    const double within = x < kLeast ? kLeast : x;
    const double n = (within * 0x1.71547652b82fep+0 + kRounder) - kRounder;
    const double r = (within - n * kLog2High) - n * kLog2Low;
    double series = 1.0 / 6'227'020'800;
    series = series * r + 1.0 / 479'001'600;
    series = series * r + 1.0 / 39'916'800;
    series = series * r + 1.0 / 3'628'800;
    series = series * r + 1.0 / 362'880;
    series = series * r + 1.0 / 40'320;
    series = series * r + 1.0 / 5'040;
    series = series * r + 1.0 / 720;
    series = series * r + 1.0 / 120;
    series = series * r + 1.0 / 24;
    series = series * r + 1.0 / 6;
    series = series * r + 0.5;
    const double normal = n < -1000 ? -1000 : n;
    return {r + r * r * series, powerOfTwo(normal), powerOfTwo(n - normal)};
}

/// e^x
[[gnu::always_inline]] inline double value(SplitExponential e)
{
    return (1 + e.rest) * e.power * e.subnormal;
}

/// e^x − 1
[[gnu::always_inline]] inline double minusOne(SplitExponential e)
{
    const double power = e.power * e.subnormal;
    return (power - 1) + power * e.rest;
}

} // namespace deltascope::numerics
