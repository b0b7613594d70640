// SPDX-License-Identifier: GPL-3.0-or-later
// Sums of two doubles, about 106 bits: for the difference of two nearly equal numbers, a − y, that must keep its
// digits. Dekker (1971), Knuth (TAOCP 2, section 4.2.2); products by fused multiply-add, which is exact on every
// platform. core/maths.md 3.3.
#pragma once

#include "numerics/scaled.h"

#include <cmath>

namespace deltascope::numerics {

/// high + low, |low| at most half a last digit of high.
struct DoubleDouble {
    double high = 0, low = 0;
};

inline DoubleDouble exactSum(double left, double right)
{
    const double sum = left + right;
    const double part = sum - left;
    return {sum, (left - (sum - part)) + (right - part)};
}

inline DoubleDouble exactProduct(double left, double right)
{
    const double product = left * right;
    return {product, std::fma(left, right, -product)};
}

inline DoubleDouble operator-(DoubleDouble value)
{
    return {-value.high, -value.low};
}

inline DoubleDouble operator+(DoubleDouble left, DoubleDouble right)
{
    const DoubleDouble high = exactSum(left.high, right.high);
    const DoubleDouble low = exactSum(left.low, right.low);
    const DoubleDouble once = exactSum(high.high, high.low + low.high);
    return exactSum(once.high, once.low + low.low);
}

inline DoubleDouble operator*(DoubleDouble left, DoubleDouble right)
{
    const DoubleDouble product = exactProduct(left.high, right.high);
    return exactSum(product.high, product.low + (left.high * right.low + left.low * right.high));
}

inline DoubleDouble operator/(DoubleDouble left, DoubleDouble right)
{
    const double first = left.high / right.high;
    const DoubleDouble rest = left + -(right * DoubleDouble{first, 0});
    const double second = rest.high / right.high;
    const DoubleDouble last = rest + -(right * DoubleDouble{second, 0});
    return DoubleDouble{first, 0} + exactSum(second, last.high / right.high);
}

/// e^x, −700 ≤ x ≤ 0.
DoubleDouble exp(DoubleDouble x);
/// e^x − 1 with its relative precision, −700 ≤ x ≤ 0.
DoubleDouble expm1(DoubleDouble x);
/// ln(1 + t) with its relative precision, 0 ≤ t ≤ 1.
DoubleDouble log1p(DoubleDouble t);

inline Scaled scaled(DoubleDouble value)
{
    return Scaled::from(value.high) + Scaled::from(value.low);
}

/// factor·z − y with its relative precision, for any z.
inline Scaled productMinus(DoubleDouble factor, Scaled z, double y)
{
    const DoubleDouble product = factor * DoubleDouble{z.mantissa, 0};
    return (Scaled::from(product.high, z.exponent) - Scaled::from(y)) + Scaled::from(product.low, z.exponent);
}

/// True where this difference of rounded numbers of about the operand's size has lost digits to cancellation.
inline bool cancels(Scaled difference, Scaled operand)
{
    return abs(difference) < abs(operand) * Scaled::from(0x1p-3);
}

} // namespace deltascope::numerics
