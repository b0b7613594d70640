// SPDX-License-Identifier: GPL-3.0-or-later
// core/maths.md 3.1.
#pragma once

#include "base/magnitude.h"

#include <bit>
#include <cmath>
#include <cstdint>
#include <utility>

namespace deltascope::numerics {

/// A real number mantissa·2^exponent, with 0.5 ≤ |mantissa| < 1, or mantissa 0 and exponent 0 for an exact zero. It
/// carries what a double cannot: 0.25^1000, 25^1000, σ(−800). The exponent saturates at ±2^62 (see `beyondRange`), and
/// a number that once left that range stays out of it: nothing brings it back by chance.
struct Scaled {
    static constexpr std::int64_t kExponentLimit = std::int64_t{1} << 62;

    double mantissa = 0;
    std::int64_t exponent = 0;

    static Scaled from(double value); ///< exact; value must be finite
    static Scaled from(double mantissa, std::int64_t exponent); ///< mantissa·2^exponent, normalised
    static Scaled fromLog(int sign, double naturalLog); ///< sign·e^naturalLog; sign 0 gives 0

    bool isZero() const { return mantissa == 0; }
    int sign() const { return (mantissa > 0) - (mantissa < 0); }
    double log10() const; ///< log10 of the absolute value; must not be called on zero
    double naturalLog() const; ///< ln of the absolute value; must not be called on zero
    double nearestDouble() const; ///< rounded to nearest: 0 or ±∞ beyond double's range
    bool fitsDouble() const
    {
        return isZero() || (exponent >= -1021 && exponent <= 1024);
    } ///< zero, or a normal double
    /// The exponent saturated: smaller or larger than even this type holds.
    bool beyondRange() const { return exponent >= kExponentLimit || exponent <= -kExponentLimit; }
    Magnitude magnitude() const; ///< {sign, log10}

    bool operator==(const Scaled&) const = default;
};

Scaled operator*(Scaled left, Scaled right);
Scaled operator/(Scaled left, Scaled right); ///< right must not be zero
Scaled operator+(Scaled left, Scaled right);
Scaled operator-(Scaled left, Scaled right);
Scaled sqrt(Scaled value); ///< value ≥ 0
Scaled exp(Scaled value); ///< e^value, correct to the last bits of the mantissa also for |value| up to 10^18
bool operator<(Scaled left, Scaled right);

inline Scaled operator-(Scaled value)
{
    return {-value.mantissa, value.exponent};
}

inline Scaled abs(Scaled value)
{
    return {std::abs(value.mantissa), value.exponent};
}

inline Scaled Scaled::from(double mantissa, std::int64_t exponent)
{
    constexpr std::uint64_t kExponentMask = 0x7FFULL << 52;
    if (mantissa == 0)
        return {};
    if (exponent >= kExponentLimit || exponent <= -kExponentLimit)
        return {std::copysign(0.5, mantissa), exponent > 0 ? kExponentLimit : -kExponentLimit};
    auto bits = std::bit_cast<std::uint64_t>(mantissa);
    if ((bits & kExponentMask) == 0) { // subnormal
        bits = std::bit_cast<std::uint64_t>(mantissa * 0x1p64);
        exponent -= 64;
    }
    exponent += static_cast<std::int64_t>((bits & kExponentMask) >> 52) - 1022;
    if (exponent >= kExponentLimit || exponent <= -kExponentLimit)
        return {std::copysign(0.5, mantissa), exponent > 0 ? kExponentLimit : -kExponentLimit};
    return {std::bit_cast<double>((bits & ~kExponentMask) | (1022ULL << 52)), exponent};
}

inline Scaled Scaled::from(double value)
{
    const auto bits = std::bit_cast<std::uint64_t>(value);
    const auto exponent = static_cast<std::int64_t>(bits >> 52 & 0x7FF);
    if (exponent == 0) // zero, or subnormal
        return from(value, 0);
    return {std::bit_cast<double>((bits & ~(0x7FFULL << 52)) | (1022ULL << 52)), exponent - 1022};
}

inline Scaled operator*(Scaled left, Scaled right)
{
    if (left.isZero() || right.isZero())
        return {};
    const double mantissa = left.mantissa * right.mantissa;
    if (left.beyondRange() || right.beyondRange()) // the small one wins where both are beyond, on opposite sides
        return Scaled::from(mantissa,
            left.exponent <= -Scaled::kExponentLimit || right.exponent <= -Scaled::kExponentLimit
                ? -Scaled::kExponentLimit
                : Scaled::kExponentLimit);
    return Scaled::from(mantissa, left.exponent + right.exponent);
}

inline Scaled operator+(Scaled left, Scaled right)
{
    if (left.isZero())
        return right;
    if (right.isZero())
        return left;
    if (left.exponent < right.exponent)
        std::swap(left, right);
    if (left.beyondRange() && left.exponent == right.exponent)
        return left; // neither is known well enough to cancel
    const auto shift = static_cast<std::uint64_t>(left.exponent) - static_cast<std::uint64_t>(right.exponent);
    if (shift > 60)
        return left; // less than half a last digit
    return Scaled::from(left.mantissa + right.mantissa * std::bit_cast<double>((1023 - shift) << 52), left.exponent);
}

inline Scaled operator-(Scaled left, Scaled right)
{
    return left + -right;
}

} // namespace deltascope::numerics
