// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers mantissa·2^exponent. e^x for large |x|: x = k ln 2 + r with ln 2 in three doubles (Cody & Waite's reduction),
// so that r keeps all its digits although k ln 2 has up to 62 bits before the point. core/maths.md 3.1, 3.8.
#include "numerics/scaled.h"

#include <algorithm>
#include <cassert>
#include <numbers>

namespace deltascope::numerics {

namespace {

constexpr double kLargestExponentOfE = 3.19e18; // below 2^62·ln 2

std::int64_t limitOf(double sign)
{
    return sign < 0 ? -Scaled::kExponentLimit : Scaled::kExponentLimit;
}

} // namespace

Scaled operator/(Scaled left, Scaled right)
{
    assert(!right.isZero());
    if (right.beyondRange()) // 1/right is just as far out on the other side
        return left * Scaled{right.mantissa, -right.exponent};
    if (left.isZero() || left.beyondRange())
        return left * Scaled{right.mantissa, 0};
    return Scaled::from(left.mantissa / right.mantissa, left.exponent - right.exponent);
}

Scaled sqrt(Scaled value)
{
    assert(value.mantissa >= 0);
    if (value.isZero() || value.beyondRange())
        return value;
    const bool odd = value.exponent % 2 != 0;
    return Scaled::from(std::sqrt(odd ? value.mantissa / 2 : value.mantissa), (value.exponent + (odd ? 1 : 0)) / 2);
}

bool operator<(Scaled left, Scaled right)
{
    if (left.sign() != right.sign() || left.isZero())
        return left.sign() < right.sign();
    if (left.exponent != right.exponent)
        return (left.exponent < right.exponent) == (left.sign() > 0);
    return left.mantissa < right.mantissa;
}

Scaled Scaled::fromLog(int sign, double naturalLog)
{
    constexpr double kLn2[] = {0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56, 0x1.7b57a079a1934p-111};
    if (sign == 0)
        return {};
    if (std::abs(naturalLog) <= 700)
        return from(sign * std::exp(naturalLog));
    if (std::abs(naturalLog) > kLargestExponentOfE)
        return from(sign, limitOf(naturalLog));
    const double k = std::nearbyint(naturalLog * std::numbers::log2e);
    const double product = k * kLn2[0];
    const double productError = std::fma(k, kLn2[0], -product);
    const double rest = ((naturalLog - product) - productError) - k * kLn2[1] - k * kLn2[2];
    return from(sign * std::exp(rest), static_cast<std::int64_t>(k));
}

Scaled exp(Scaled value)
{
    if (value.exponent > 63)
        return Scaled::from(1, limitOf(value.mantissa));
    return Scaled::fromLog(1, value.exponent < -60 ? 0 : value.nearestDouble());
}

double Scaled::log10() const
{
    assert(!isZero());
    if (fitsDouble())
        return std::log10(std::abs(nearestDouble()));
    return static_cast<double>(exponent) * (std::numbers::ln2 / std::numbers::ln10) + std::log10(std::abs(mantissa));
}

double Scaled::naturalLog() const
{
    assert(!isZero());
    if (fitsDouble())
        return std::log(std::abs(nearestDouble()));
    return static_cast<double>(exponent) * std::numbers::ln2 + std::log(std::abs(mantissa));
}

double Scaled::nearestDouble() const
{
    if (exponent > -1020 && exponent < 1024) // most are: a normal double, exactly
        return mantissa * std::bit_cast<double>(static_cast<std::uint64_t>(exponent + 1023) << 52);
    return std::ldexp(mantissa, static_cast<int>(std::clamp<std::int64_t>(exponent, -5000, 5000)));
}

Magnitude Scaled::magnitude() const
{
    return isZero() ? Magnitude{} : Magnitude{sign(), log10()};
}

} // namespace deltascope::numerics
