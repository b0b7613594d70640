// SPDX-License-Identifier: GPL-3.0-or-later
// core/maths.md 6.1 to 6.3.
#include "core/support/evaluated.h"
#include "evaluation/evaluation.h"
#include "evaluation/precision_loss.h"

#include <gtest/gtest.h>

#include <limits>

namespace deltascope::evaluation {
namespace precision_loss_test {

const numerics::FloatFormat& format(std::string_view id)
{
    for (const numerics::FloatFormat& candidate : numerics::floatFormats())
        if (candidate.id == id)
            return candidate;
    ADD_FAILURE() << id;
    return numerics::floatFormats()[0];
}

// How many factors of this size a product may have before the format loses it.
int factorsHeld(std::string_view id, double factor)
{
    numerics::Scaled product = numerics::Scaled::from(1);
    int count = 0;
    while (numerics::rounded(format(id), product * numerics::Scaled::from(factor)) == numerics::Rounded::kept) {
        product = product * numerics::Scaled::from(factor);
        ++count;
    }
    return count;
}

TEST(Precision, factorsThatEachFormatHolds)
{
    EXPECT_EQ(factorsHeld("float32", 0.25), 74);
    EXPECT_EQ(factorsHeld("double", 0.25), 537);
    EXPECT_EQ(factorsHeld("float32", 25), 27);
    EXPECT_EQ(factorsHeld("double", 25), 220);
    EXPECT_EQ(factorsHeld("float16", 0.25), 12); // smallest subnormal 2^−24
    EXPECT_EQ(factorsHeld("bfloat16", 0.25), 66); // 2^−133: 4^−66 kept, 4^−67 = 2^−134 is a tie
    EXPECT_EQ(factorsHeld("float16", 25), 3); // 65504
    EXPECT_EQ(factorsHeld("bfloat16", 25), 27);
}

TEST(Precision, agreesWithTheHardwareOnFloatAndDouble)
{
    for (int exponent = -1080; exponent <= 1024; ++exponent) {
        for (const double mantissa : {0.5, 0.5 + 0x1p-53, 0.75, 1 - 0x1p-25, 1 - 0x1p-24, 1 - 0x1p-26, 1 - 0x1p-53}) {
            const numerics::Scaled value = numerics::Scaled::from(-mantissa, exponent);
            const double nearest = value.nearestDouble();
            EXPECT_EQ(numerics::rounded(format("double"), value) == numerics::Rounded::toZero, nearest == 0)
                << mantissa << ' ' << exponent;
            EXPECT_EQ(numerics::rounded(format("double"), value) == numerics::Rounded::toInfinity, std::isinf(nearest));
            if (exponent < -1000 || exponent > 1020)
                continue; // where the double itself rounds
            const auto single = static_cast<float>(nearest);
            EXPECT_EQ(numerics::rounded(format("float32"), value) == numerics::Rounded::toZero, single == 0)
                << mantissa << ' ' << exponent;
            EXPECT_EQ(numerics::rounded(format("float32"), value) == numerics::Rounded::toInfinity, std::isinf(single));
            if (exponent == -126 && mantissa > 0.9)
                continue; // subnormal rounding reaches the smallest normal number, rounding before flushing does not
            EXPECT_EQ(numerics::flushed(format("float32"), value), std::abs(single) < std::numeric_limits<float>::min())
                << mantissa << ' ' << exponent;
        }
    }
}

TEST(Precision, flushingTestsForTinyAfterRounding)
{
    EXPECT_TRUE(numerics::flushed(format("float32"), numerics::Scaled::from(1 - 0x1p-24, -126)));
    EXPECT_FALSE(numerics::flushed(format("float32"), numerics::Scaled::from(1 - 0x1p-26, -126)));
    EXPECT_FALSE(numerics::flushed(format("float32"), numerics::Scaled::from(0.5, -125)));
}

TEST(Precision, exactZeroIsKept)
{
    EXPECT_EQ(numerics::rounded(format("float16"), numerics::Scaled{}), numerics::Rounded::kept);
    EXPECT_FALSE(numerics::flushed(format("float16"), numerics::Scaled{}));
}

TEST(Precision, lossesOfABalancedChain)
{
    model::Scenario scenario;
    scenario.depth = 600;
    scenario.initializer = "balanced";
    scenario.target = -0.5; // δ^L = (0.5 + 0.5)·0.25, so δ^l = 0.25^(L − l + 1) exactly
    const Evaluation evaluation = evaluated(scenario);
    EXPECT_EQ(evaluation.precision[2].lostAt, 600 - 75 + 1);
    EXPECT_EQ(evaluation.precision[3].lostAt, 600 - 538 + 1);
    EXPECT_FALSE(evaluation.precision[3].overflow);
    EXPECT_EQ(evaluation.precision[2].flushedAt, 600 - 64 + 1); // 4^−64 = 2^−128 < 2^−126
    EXPECT_EQ(evaluation.precision[3].flushedAt, 600 - 512 + 1);
}

TEST(Precision, lossesOfAnExplodingChain)
{
    model::Scenario scenario;
    scenario.depth = 300;
    scenario.weight = 100;
    scenario.initializer = "balanced";
    scenario.target = -3.5; // δ^L = 4·0.25 = 1, then factors of exactly 25
    const Evaluation evaluation = evaluated(scenario);
    EXPECT_EQ(evaluation.precision[2].lostAt, 300 - 28);
    EXPECT_EQ(evaluation.precision[3].lostAt, 300 - 221);
    EXPECT_TRUE(evaluation.precision[3].overflow);
    EXPECT_EQ(evaluation.precision[3].flushedAt, 300 - 221);
}

// IEEE 754's binary16, binary32 and binary64, and bfloat16: largest number, smallest subnormal, last place of the
// largest.
TEST(Precision, formatsEndWhereTheirDefinitionsSay)
{
    struct Ends {
        const char* id;
        double largest, smallest, lastPlace;
    };
    constexpr Ends kEnds[] = {{"float16", 65504, 0x1p-24, 32}, {"bfloat16", 0x1.fep127, 0x1p-133, 0x1p120},
        {"float32", std::numeric_limits<float>::max(), std::numeric_limits<float>::denorm_min(), 0x1p104},
        {"double", std::numeric_limits<double>::max(), std::numeric_limits<double>::denorm_min(), 0x1p971}};
    for (const Ends& ends : kEnds) {
        const numerics::FloatFormat& of = format(ends.id);
        const numerics::Scaled half = numerics::Scaled::from(0.5), more = numerics::Scaled::from(1 + 0x1p-52),
                               less = numerics::Scaled::from(1 - 0x1p-53);
        const numerics::Scaled tie =
            numerics::Scaled::from(ends.largest) + numerics::Scaled::from(ends.lastPlace) * half;
        const numerics::Scaled smallest = numerics::Scaled::from(ends.smallest);
        EXPECT_EQ(numerics::rounded(of, numerics::Scaled::from(ends.largest)), numerics::Rounded::kept) << ends.id;
        EXPECT_EQ(numerics::rounded(of, tie), numerics::Rounded::toInfinity) << ends.id;
        EXPECT_EQ(numerics::rounded(of, -tie), numerics::Rounded::toInfinity) << ends.id;
        if (of.precision < 53) { // else 53 bits do not tell it from the tie
            EXPECT_EQ(numerics::rounded(of, tie * less), numerics::Rounded::kept) << ends.id;
        }
        EXPECT_EQ(numerics::rounded(of, smallest), numerics::Rounded::kept) << ends.id;
        EXPECT_EQ(numerics::rounded(of, smallest * half), numerics::Rounded::toZero) << ends.id;
        EXPECT_EQ(numerics::rounded(of, -(smallest * half * more)), numerics::Rounded::kept) << ends.id;
        EXPECT_EQ(numerics::rounded(of, smallest * half * less), numerics::Rounded::toZero) << ends.id;
    }
}

} // namespace precision_loss_test
} // namespace deltascope::evaluation
