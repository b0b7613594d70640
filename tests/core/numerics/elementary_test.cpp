// SPDX-License-Identifier: GPL-3.0-or-later
// The elementary functions that the program brings along, against the compiler's, which folds constants with MPFR:
// those are correctly rounded. And against identities where no constant is folded.
#include <gtest/gtest.h>

#include <cmath>
#include <complex>
#include <cstdint>
#include <cstring>
#include <limits>

namespace elementary_test {

/// How many doubles lie between two of the same sign.
std::int64_t steps(double a, double b)
{
    std::int64_t first = 0, second = 0;
    std::memcpy(&first, &a, sizeof a);
    std::memcpy(&second, &b, sizeof b);
    return std::abs(first - second);
}

/// `function` of what the compiler cannot know, and of what it does.
#define NEAR(function, value)                                                                                          \
    do {                                                                                                               \
        volatile double hidden = value;                                                                                \
        constexpr double kFolded = __builtin_##function(value);                                                        \
        EXPECT_LE(steps(std::function(hidden), kFolded), 1) << #function "(" #value ")";                               \
    } while (false)

#define NEAR_AT_MANY(function)                                                                                         \
    NEAR(function, 0.1);                                                                                               \
    NEAR(function, 0.75);                                                                                              \
    NEAR(function, 1.0000001);                                                                                         \
    NEAR(function, 3.3);                                                                                               \
    NEAR(function, 17.25);                                                                                             \
    NEAR(function, 1e-9);                                                                                              \
    NEAR(function, 123.456)

TEST(Elementary, IsWithinOneStepOfTheCorrectlyRoundedValue)
{
    NEAR_AT_MANY(exp);
    NEAR_AT_MANY(exp2);
    NEAR_AT_MANY(expm1);
    NEAR_AT_MANY(log);
    NEAR_AT_MANY(log2);
    NEAR_AT_MANY(log10);
    NEAR_AT_MANY(log1p);
    NEAR_AT_MANY(sin);
    NEAR_AT_MANY(cos);
    NEAR_AT_MANY(tan);
    NEAR_AT_MANY(atan);
    NEAR_AT_MANY(cosh);
    NEAR_AT_MANY(asinh);
    NEAR_AT_MANY(cbrt);
    NEAR_AT_MANY(erf);
    NEAR_AT_MANY(sqrt);
    NEAR(asin, 0.3);
    NEAR(acos, 0.3);
    NEAR(erfc, 0.75);
    NEAR(erfc, 17.25);
    NEAR(exp, -700.0);
    NEAR(sin, 1e22); // all of π's digits are needed
}

TEST(Elementary, SinhAndTanhAreWithinTwoSteps) // of a quotient and a sum of others
{
    volatile double x = 0.75, y = 17.25;
    EXPECT_LE(steps(std::sinh(x), __builtin_sinh(0.75)), 2);
    EXPECT_LE(steps(std::sinh(y), __builtin_sinh(17.25)), 2);
    EXPECT_LE(steps(std::tanh(x), __builtin_tanh(0.75)), 2);
}

TEST(Elementary, PowersAndLogGammaAgreeWithTheCompilers)
{
    volatile double base = 1.7, exponent = 300.25, n = 4.5, ten = 10;
    EXPECT_LE(steps(std::pow(base, exponent), __builtin_pow(1.7, 300.25)), 1);
    EXPECT_EQ(std::pow(ten, 22), 1e22); // exact
    EXPECT_LE(steps(std::lgamma(n), __builtin_lgamma(4.5)), 4);
    EXPECT_LE(steps(std::hypot(base, exponent), __builtin_hypot(1.7, 300.25)), 1);
    EXPECT_LE(steps(std::atan2(base, -exponent), __builtin_atan2(1.7, -300.25)), 1);
}

TEST(Elementary, EndsAsTheStandardSays)
{
    volatile double zero = 0, one = 1, large = 1e308;
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    EXPECT_EQ(std::log(zero), -kInfinity);
    EXPECT_EQ(std::exp(large), kInfinity);
    EXPECT_EQ(std::exp(-large), 0);
    EXPECT_TRUE(std::isnan(std::log(-one)));
    EXPECT_TRUE(std::isnan(std::sin(large * 10)));
    EXPECT_TRUE(std::signbit(std::sin(-zero)));
    EXPECT_EQ(std::pow(zero, zero), 1);
}

TEST(Elementary, FusedMultiplyAddRoundsOnce)
{
    volatile double a = 1 + 0x1p-52, b = 1 - 0x1p-52;
    EXPECT_EQ(std::fma(a, b, -1.0), -0x1p-104); // (1 + e)(1 − e) − 1 = −e²; rounded twice it is 0
}

TEST(Elementary, ComplexLogarithmsKeepTheirDigitsNearOne)
{
    volatile double small = 0x1p-30;
    const std::complex<double> log = std::log(std::complex<double>(1, small));
    EXPECT_DOUBLE_EQ(log.real(), 0x1p-61); // log √(1 + s²) = s²/2 − …
    EXPECT_DOUBLE_EQ(log.imag(), 0x1p-30); // atan s = s − s³/3
    const std::complex<double> back = std::exp(std::log(std::complex<double>(-3, 4)));
    EXPECT_NEAR(back.real(), -3, 1e-14);
    EXPECT_NEAR(back.imag(), 4, 1e-14);
}

} // namespace elementary_test
