// SPDX-License-Identifier: GPL-3.0-or-later
#include "formula/enclosure.h"

#include <algorithm>
#include <cmath>

namespace deltascope::formula {

namespace {

constexpr double kOff = 0x1p-49; // relative: more than functions() and any rounding may be off
constexpr double kLeast = std::numeric_limits<double>::denorm_min(), kMost = std::numeric_limits<double>::max();

/// Of bounds one may be infinite and the other 0: of what lies between them the product is 0.
double boundProduct(double a, double b)
{
    return a == 0 || b == 0 ? 0 : a * b;
}

} // namespace

Enclosure widened(double low, double high, bool apart)
{
    if (std::isnan(low) || std::isnan(high))
        return {};
    low = std::min(low, kMost); // what overflows is no larger than that
    high = std::max(high, -kMost);
    const double least = std::isinf(low) ? low : low - std::abs(low) * kOff - kLeast;
    const double most = std::isinf(high) ? high : high + std::abs(high) * kOff + kLeast;
    // What is apart from 0 does not come to its other side by rounding.
    return {apart && low >= 0 ? std::max(least, 0.0) : least, apart && high <= 0 ? std::min(most, 0.0) : most, apart};
}

Enclosure operator+(const Enclosure& a, const Enclosure& b)
{
    const bool sameSide = (a.isPositive() && b.low >= 0) || (b.isPositive() && a.low >= 0)
        || (a.isNegative() && b.high <= 0) || (b.isNegative() && a.high <= 0);
    return widened(a.low + b.low, a.high + b.high, sameSide);
}

Enclosure operator-(const Enclosure& a, const Enclosure& b)
{
    return a + Enclosure{-b.high, -b.low, b.apart};
}

Enclosure operator*(const Enclosure& a, const Enclosure& b)
{
    const auto [least, most] = std::minmax({boundProduct(a.low, b.low), boundProduct(a.low, b.high),
        boundProduct(a.high, b.low), boundProduct(a.high, b.high)});
    return widened(least, most, a.excludesZero() && b.excludesZero());
}

Enclosure operator/(const Enclosure& a, const Enclosure& b)
{
    if (!b.excludesZero())
        return {};
    if (b.isNegative())
        return Enclosure{-a.high, -a.low, a.apart} / Enclosure{-b.high, -b.low, true};
    const Enclosure inverse{1 / b.high, b.low == 0 ? std::numeric_limits<double>::infinity() : 1 / b.low, true};
    return a * widened(inverse.low, inverse.high, true);
}

Enclosure squareOf(const Enclosure& a)
{
    const double least = a.low > 0 ? a.low : a.high < 0 ? -a.high : 0, most = std::max(-a.low, a.high);
    Enclosure square = widened(least * least, most * most, a.excludesZero());
    square.low = std::max(square.low, 0.0);
    return square;
}

Enclosure largerOf(const Enclosure& a, const Enclosure& b)
{
    return {std::max(a.low, b.low), std::max(a.high, b.high),
        a.isPositive() || b.isPositive() || (a.isNegative() && b.isNegative())};
}

Enclosure smallerOf(const Enclosure& a, const Enclosure& b)
{
    return {std::min(a.low, b.low), std::min(a.high, b.high),
        a.isNegative() || b.isNegative() || (a.isPositive() && b.isPositive())};
}

} // namespace deltascope::formula
