// SPDX-License-Identifier: GPL-3.0-or-later
// core/maths.md 3.1.
#include "numerics/double_double.h"
#include "numerics/scaled.h"

#include <gtest/gtest.h>

#include <limits>
#include <numbers>
#include <random>

namespace deltascope::numerics {
namespace scaled_test {

TEST(Scaled, ofADoubleIsExactAndNormalised)
{
    for (const double value : {1.0, -1.0, 0.1, 3e-308, 5e-324, -4.9e-310, 1.7e308, -0.75}) {
        const Scaled scaled = Scaled::from(value);
        EXPECT_GE(std::abs(scaled.mantissa), 0.5);
        EXPECT_LT(std::abs(scaled.mantissa), 1);
        EXPECT_EQ(scaled.nearestDouble(), value);
    }
    EXPECT_EQ(Scaled::from(-0.0), Scaled{});
    EXPECT_FALSE(std::signbit(Scaled::from(-0.0).mantissa));
    EXPECT_EQ(Scaled{}.sign(), 0);
}

TEST(Scaled, arithmeticAgreesWithLongDouble)
{
    std::mt19937_64 random(7);
    const auto next = [&] {
        return static_cast<double>(static_cast<std::int64_t>(random()))
            * std::ldexp(1.0, static_cast<int>(random() % 80) - 100);
    };
    const auto near = [](Scaled result, long double expected) {
        return std::abs(static_cast<long double>(result.nearestDouble()) - expected)
            <= 0x1.0002p-53L * std::abs(expected);
    };
    for (int i = 0; i < 20000; ++i) {
        const double x = next(), y = next();
        const Scaled a = Scaled::from(x), b = Scaled::from(y);
        const auto lx = static_cast<long double>(x), ly = static_cast<long double>(y);
        ASSERT_TRUE(near(a * b, lx * ly)) << x << ' ' << y;
        ASSERT_TRUE(near(a / b, lx / ly)) << x << ' ' << y;
        ASSERT_EQ((a + b).nearestDouble(), x + y);
        ASSERT_EQ((a - b).nearestDouble(), x - y);
        ASSERT_EQ(a < b, x < y);
        ASSERT_EQ(sqrt(abs(a)).nearestDouble(), std::sqrt(std::abs(x)));
    }
}

TEST(Scaled, powersFarBeyondDoubles)
{
    Scaled small = Scaled::from(1), large = small;
    for (int i = 0; i < 1000; ++i) {
        small = small * Scaled::from(0.25);
        large = large * Scaled::from(25);
    }
    EXPECT_NEAR(small.log10(), -1000 * std::log10(4.0), 1e-10);
    EXPECT_NEAR(large.log10(), 1397.9400086720376, 1e-10);
    EXPECT_NEAR(large.naturalLog(), 1000 * std::log(25.0), 1e-9);
    EXPECT_EQ(small.nearestDouble(), 0);
    EXPECT_EQ(large.nearestDouble(), std::numeric_limits<double>::infinity());
    EXPECT_FALSE(small.fitsDouble());
    EXPECT_NEAR((small * large).log10(), 1000 * std::log10(6.25), 1e-10);
    EXPECT_TRUE(small < large);
    EXPECT_TRUE(-large < -small);
    EXPECT_EQ(large + small, large);
    EXPECT_EQ((-small).magnitude().sign, -1);
}

TEST(Scaled, log10OfPowersOfTwoIsExactAtOne)
{
    EXPECT_EQ(Scaled::from(1).log10(), 0);
    EXPECT_NEAR(Scaled::from(1, 100000).log10(), 30102.999566398119, 1e-10);
}

TEST(Scaled, exponentSaturatesAndStaysSo)
{
    const Scaled tiny = exp(Scaled::from(-1, 2000)); // e^(−2^2000)
    const Scaled huge = exp(Scaled::from(1, 2000));
    EXPECT_TRUE(tiny.beyondRange());
    EXPECT_TRUE(huge.beyondRange());
    EXPECT_LT(tiny.exponent, 0);
    EXPECT_FALSE(tiny.isZero());
    const Scaled big = Scaled::from(-1, 100000);
    EXPECT_TRUE((tiny * big).beyondRange());
    EXPECT_LT((tiny * big).exponent, 0);
    EXPECT_EQ((tiny * big).sign(), -1);
    EXPECT_TRUE((tiny * tiny).beyondRange());
    EXPECT_TRUE((huge * huge).beyondRange());
    EXPECT_GT((huge * huge).exponent, 0);
    EXPECT_TRUE((tiny / huge).beyondRange());
    EXPECT_LT((tiny / huge).exponent, 0);
    EXPECT_GT((Scaled::from(1) / tiny).exponent, 0);
    EXPECT_TRUE((big / tiny).beyondRange());
    EXPECT_FALSE((tiny - tiny).isZero()) << "two numbers that are not known cannot cancel";
    EXPECT_EQ(tiny + big, big);
    EXPECT_EQ(huge + tiny, huge);
    EXPECT_TRUE(sqrt(tiny).beyondRange());
    EXPECT_TRUE(std::isfinite(tiny.log10()) && std::isfinite(huge.naturalLog()));
    EXPECT_TRUE(Scaled::from(1, std::numeric_limits<std::int64_t>::min()).beyondRange());
    EXPECT_TRUE(Scaled::from(1, std::numeric_limits<std::int64_t>::max()).beyondRange());
    EXPECT_TRUE(Scaled::from(0.5, Scaled::kExponentLimit - 1).exponent < Scaled::kExponentLimit);
}

TEST(Scaled, fromLogJoinsTheDirectExponentialWithoutAStep)
{
    for (const double x : {700.0, -700.0}) {
        const Scaled below = Scaled::fromLog(1, x), above = Scaled::fromLog(1, std::nextafter(x, 2 * x));
        EXPECT_NEAR((above / below).nearestDouble(), 1 + 0x1p-43 * (x > 0 ? 1 : -1), 1e-15);
    }
    EXPECT_EQ(Scaled::fromLog(0, 5), Scaled{});
    EXPECT_EQ(Scaled::fromLog(-1, -1000).sign(), -1);
    EXPECT_NEAR(Scaled::fromLog(1, -1e6).log10(), -1e6 / std::numbers::ln10, 1e-9);
}

TEST(DoubleDouble, sumsAndProductsAreExact)
{
    const DoubleDouble sum = exactSum(1, 0x1p-80);
    EXPECT_EQ(sum.high, 1);
    EXPECT_EQ(sum.low, 0x1p-80);
    const double x = 1 + 0x1p-40;
    const DoubleDouble square = exactProduct(x, x);
    EXPECT_EQ(square.high, 1 + 0x1p-39);
    EXPECT_EQ(square.low, 0x1p-80);
}

TEST(DoubleDouble, quotientTimesDivisorGivesTheDividendBack)
{
    const DoubleDouble third = DoubleDouble{1, 0} / DoubleDouble{3, 0};
    const DoubleDouble rest = third * DoubleDouble{3, 0} + DoubleDouble{-1, 0};
    EXPECT_LT(std::abs(rest.high), 1e-31);
}

} // namespace scaled_test
} // namespace deltascope::numerics
