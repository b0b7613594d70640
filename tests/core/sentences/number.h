// SPDX-License-Identifier: GPL-3.0-or-later
// The oracle's own arithmetic: a long double and an exponent that is a long double too, so that e^(−10^25) and w^(10^4)
// are numbers like others. Nothing of the engine's Scaled.
#pragma once

#include <cmath>

namespace deltascope::sentences {

/// m·2^e with ½ ≤ |m| < 1, or exactly 0.
struct Number {
    long double m = 0;
    long double e = 0;

    Number() = default;
    Number(long double value) // NOLINT: a number is a number
        : Number(value, 0)
    {
    }
    Number(long double mantissa, long double exponent)
    {
        if (mantissa == 0)
            return;
        int shift = 0;
        m = std::frexp(mantissa, &shift);
        e = exponent + shift;
    }

    bool isZero() const { return m == 0; }
    int sign() const { return (m > 0) - (m < 0); }
    /// log10 of the size; −∞ of 0.
    long double log10() const
    {
        return m == 0 ? -HUGE_VALL : std::log10(std::abs(m)) + e * 0.301029995663981195213738894724493027L;
    }
    /// 0 or ±∞ beyond long double's range.
    long double value() const
    {
        if (m == 0 || e < -16400)
            return 0;
        return e > 16400 ? std::copysign(HUGE_VALL, m) : std::ldexp(m, static_cast<int>(e));
    }
};

inline Number operator-(Number x)
{
    x.m = -x.m;
    return x;
}

inline Number operator*(const Number& x, const Number& y)
{
    return x.m == 0 || y.m == 0 ? Number{} : Number{x.m * y.m, x.e + y.e};
}

inline Number operator/(const Number& x, const Number& y)
{
    return x.m == 0 ? Number{} : Number{x.m / y.m, x.e - y.e};
}

inline Number operator+(const Number& x, const Number& y)
{
    if (x.m == 0)
        return y;
    if (y.m == 0)
        return x;
    const Number &large = x.e >= y.e ? x : y, &small = x.e >= y.e ? y : x;
    const long double shift = large.e - small.e;
    if (shift > 130)
        return large;
    return {large.m + std::ldexp(small.m, -static_cast<int>(shift)), large.e};
}

inline Number operator-(const Number& x, const Number& y)
{
    return x + -y;
}

inline Number abs(Number x)
{
    x.m = std::abs(x.m);
    return x;
}

inline bool operator<(const Number& x, const Number& y)
{
    return (x - y).m < 0;
}

inline Number sqrt(const Number& x)
{
    if (x.m == 0)
        return {};
    const long double half = std::floor(x.e / 2);
    return {std::sqrt(std::ldexp(x.m, static_cast<int>(x.e - 2 * half))), half};
}

/// e^x
inline Number exp(const Number& x)
{
    if (x.m == 0 || x.e < -70)
        return 1;
    constexpr long double kLn2 = 0.693147180559945309417232121458176568L;
    if (x.e > 60) // not one digit of the mantissa is known
        return {0.75L, std::floor(x.e > 13000 ? std::copysign(1e4000L, x.m) : x.value() / kLn2)};
    const long double real = x.value(), whole = std::floor(real / kLn2);
    return {std::exp(std::fma(-whole, kLn2, real)), whole};
}

inline Number ln1p(const Number& x)
{
    return x.e < -70 ? x : x.e > 16000 ? Number(x.log10() * 2.302585092994045684L) : Number(std::log1p(x.value()));
}

} // namespace deltascope::sentences
