// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "magnitude.h"

#include <cstdint>

namespace deltascope {

/// A real number mantissa·2^exponent, with 0.5 ≤ |mantissa| < 1, or mantissa 0 and exponent 0 for an exact zero. It carries
/// what a double cannot: 0.25^1000, 25^1000, σ(−800). The exponent saturates at ±2^62 (see `beyondRange`).
struct Scaled {
    double mantissa = 0;
    std::int64_t exponent = 0;

    static Scaled from(double value);                                ///< exact; value must be finite
    static Scaled from(double mantissa, std::int64_t exponent);      ///< mantissa·2^exponent, normalised
    static Scaled fromLog(int sign, double naturalLog);              ///< sign·e^naturalLog; sign 0 gives 0

    bool isZero() const { return mantissa == 0; }
    int sign() const { return (mantissa > 0) - (mantissa < 0); }
    double log10() const;              ///< log10 of the absolute value; must not be called on zero
    double naturalLog() const;         ///< ln of the absolute value; must not be called on zero
    double nearestDouble() const;      ///< rounded to nearest: 0 or ±∞ beyond double's range
    bool fitsDouble() const;           ///< zero, or within double's normal range
    bool beyondRange() const;          ///< the exponent saturated: smaller or larger than even this type holds
    Magnitude magnitude() const;       ///< {sign, log10}

    bool operator==(const Scaled&) const = default;
};

Scaled operator-(Scaled value);
Scaled operator*(Scaled left, Scaled right);
Scaled operator/(Scaled left, Scaled right); ///< right must not be zero
Scaled operator+(Scaled left, Scaled right);
Scaled operator-(Scaled left, Scaled right);
Scaled abs(Scaled value);
Scaled sqrt(Scaled value); ///< value ≥ 0
bool operator<(Scaled left, Scaled right);

} // namespace deltascope
