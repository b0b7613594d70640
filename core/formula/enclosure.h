// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers known to lie between two bounds, rounded outwards: what an expression can be over a stretch of z.
// Moore, Kearfott & Cloud (2009), Introduction to Interval Analysis. core/maths.md 4.26.
#pragma once

#include <limits>

namespace deltascope::formula {

struct Enclosure {
    double low = -std::numeric_limits<double>::infinity(), high = std::numeric_limits<double>::infinity();
    bool apart = false; ///< from 0, also where a bound is 0: e^x is above it wherever a double is not

    bool isPositive() const { return low > 0 || (low == 0 && high > 0 && apart); }
    bool isNegative() const { return high < 0 || (high == 0 && low < 0 && apart); }
    bool excludesZero() const { return isPositive() || isNegative(); }
    int sign() const { return isPositive() ? 1 : isNegative() ? -1 : 0; }
};

/// These bounds, moved outwards by what a function of the table may be off. `sign`: 1 above 0 and −1 below it, where
/// that is known; rounding does not cross it.
Enclosure widened(double low, double high, int sign = 0);

Enclosure operator+(const Enclosure& a, const Enclosure& b);
Enclosure operator-(const Enclosure& a, const Enclosure& b);
Enclosure operator*(const Enclosure& a, const Enclosure& b);
Enclosure operator/(const Enclosure& a, const Enclosure& b);
Enclosure squareOf(const Enclosure& a);
Enclosure largerOf(const Enclosure& a, const Enclosure& b);
Enclosure smallerOf(const Enclosure& a, const Enclosure& b);

} // namespace deltascope::formula
