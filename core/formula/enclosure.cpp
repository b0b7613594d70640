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

Enclosure widened(double low, double high, int sign)
{
    if (std::isnan(low) || std::isnan(high))
        return {};
    low = std::min(low, kMost); // what overflows is no larger than that
    high = std::max(high, -kMost);
    const double least = std::isinf(low) ? low : low - std::abs(low) * kOff - kLeast;
    const double most = std::isinf(high) ? high : high + std::abs(high) * kOff + kLeast;
    return {sign > 0 ? std::max(least, 0.0) : least, sign < 0 ? std::min(most, 0.0) : most, sign != 0};
}

Enclosure operator+(const Enclosure& a, const Enclosure& b)
{
    const bool above = (a.isPositive() && b.low >= 0) || (b.isPositive() && a.low >= 0);
    const bool below = (a.isNegative() && b.high <= 0) || (b.isNegative() && a.high <= 0);
    return widened(a.low + b.low, a.high + b.high, above ? 1 : below ? -1 : 0);
}

Enclosure operator-(const Enclosure& a, const Enclosure& b)
{
    return a + Enclosure{-b.high, -b.low, b.apart};
}

Enclosure operator*(const Enclosure& a, const Enclosure& b)
{
    const auto [least, most] = std::minmax({boundProduct(a.low, b.low), boundProduct(a.low, b.high),
        boundProduct(a.high, b.low), boundProduct(a.high, b.high)});
    return widened(least, most, a.sign() * b.sign());
}

Enclosure operator/(const Enclosure& a, const Enclosure& b)
{
    if (!b.excludesZero())
        return {};
    const double largest = std::max(std::abs(b.low), std::abs(b.high)),
                 smallest = std::min(std::abs(b.low), std::abs(b.high));
    const Enclosure inverse =
        widened(1 / largest, smallest == 0 ? std::numeric_limits<double>::infinity() : 1 / smallest, 1);
    return a * (b.isPositive() ? inverse : Enclosure{-inverse.high, -inverse.low, true});
}

Enclosure squareOf(const Enclosure& a)
{
    const double least = a.low > 0 ? a.low : a.high < 0 ? -a.high : 0, most = std::max(-a.low, a.high);
    Enclosure square = widened(least * least, most * most, a.excludesZero() ? 1 : 0);
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
