// SPDX-License-Identifier: GPL-3.0-or-later
// core/maths.md 6.1 to 6.3.
#include "evaluated.h"
#include "evaluation.h"
#include "precision.h"

#include <gtest/gtest.h>

#include <limits>

namespace deltascope {
namespace {

const FloatFormat& format(std::string_view id)
{
    for (const FloatFormat& candidate : floatFormats())
        if (candidate.id == id)
            return candidate;
    ADD_FAILURE() << id;
    return floatFormats()[0];
}

// How many factors of this size a product may have before the format loses it.
int factorsHeld(std::string_view id, double factor)
{
    Scaled product = Scaled::from(1);
    int count = 0;
    while (rounded(format(id), product * Scaled::from(factor)) == Rounded::kept) {
        product = product * Scaled::from(factor);
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
            const Scaled value = Scaled::from(-mantissa, exponent);
            const double nearest = value.nearestDouble();
            EXPECT_EQ(rounded(format("double"), value) == Rounded::toZero, nearest == 0) << mantissa << ' ' << exponent;
            EXPECT_EQ(rounded(format("double"), value) == Rounded::toInfinity, std::isinf(nearest));
            if (exponent < -1000 || exponent > 1020)
                continue; // where the double itself rounds
            const auto single = static_cast<float>(nearest);
            EXPECT_EQ(rounded(format("float32"), value) == Rounded::toZero, single == 0) << mantissa << ' ' << exponent;
            EXPECT_EQ(rounded(format("float32"), value) == Rounded::toInfinity, std::isinf(single));
            if (exponent == -126 && mantissa > 0.9)
                continue; // subnormal rounding reaches the smallest normal number, rounding before flushing does not
            EXPECT_EQ(flushed(format("float32"), value), std::abs(single) < std::numeric_limits<float>::min())
                << mantissa << ' ' << exponent;
        }
    }
}

TEST(Precision, flushingTestsForTinyAfterRounding)
{
    EXPECT_TRUE(flushed(format("float32"), Scaled::from(1 - 0x1p-24, -126)));
    EXPECT_FALSE(flushed(format("float32"), Scaled::from(1 - 0x1p-26, -126)));
    EXPECT_FALSE(flushed(format("float32"), Scaled::from(0.5, -125)));
}

TEST(Precision, exactZeroIsKept)
{
    EXPECT_EQ(rounded(format("float16"), Scaled{}), Rounded::kept);
    EXPECT_FALSE(flushed(format("float16"), Scaled{}));
}

TEST(Precision, lossesOfABalancedChain)
{
    Scenario scenario;
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
    Scenario scenario;
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
        const FloatFormat& of = format(ends.id);
        const Scaled half = Scaled::from(0.5), more = Scaled::from(1 + 0x1p-52), less = Scaled::from(1 - 0x1p-53);
        const Scaled tie = Scaled::from(ends.largest) + Scaled::from(ends.lastPlace) * half;
        const Scaled smallest = Scaled::from(ends.smallest);
        EXPECT_EQ(rounded(of, Scaled::from(ends.largest)), Rounded::kept) << ends.id;
        EXPECT_EQ(rounded(of, tie), Rounded::toInfinity) << ends.id;
        EXPECT_EQ(rounded(of, -tie), Rounded::toInfinity) << ends.id;
        if (of.precision < 53) { // else 53 bits do not tell it from the tie
            EXPECT_EQ(rounded(of, tie * less), Rounded::kept) << ends.id;
        }
        EXPECT_EQ(rounded(of, smallest), Rounded::kept) << ends.id;
        EXPECT_EQ(rounded(of, smallest * half), Rounded::toZero) << ends.id;
        EXPECT_EQ(rounded(of, -(smallest * half * more)), Rounded::kept) << ends.id;
        EXPECT_EQ(rounded(of, smallest * half * less), Rounded::toZero) << ends.id;
    }
}

} // namespace
} // namespace deltascope
