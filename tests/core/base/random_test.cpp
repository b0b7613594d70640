// SPDX-License-Identifier: GPL-3.0-or-later
// core/maths.md 5.1 to 5.4.
#include "base/random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>
#include <vector>

namespace deltascope {
namespace random_test {

TEST(Random, LogAndExpAgreeWithTheLibrary)
{
    for (double x = 1e-300; x < 1e300; x *= 1.37)
        EXPECT_NEAR(portableLog(x), std::log(x), 4e-16 * std::abs(std::log(x)) + 1e-16) << x;
    for (double x = 0.5; x < 2; x += 0.001)
        EXPECT_NEAR(portableLog(x), std::log(x), 4e-16 * std::abs(std::log(x)) + 1e-17) << x;
    for (double x = -700; x <= 700; x += 0.37)
        EXPECT_NEAR(portableExp(x) / std::exp(x), 1, 1e-15) << x;
}

/// SplitMix64's finaliser, as published.
std::uint64_t splitMix(std::uint64_t value)
{
    value += 0x9e3779b97f4a7c15u;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9u;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebu;
    return value ^ (value >> 31);
}

TEST(Random, BitsAreThoseOfTheStandardsGenerator)
{
    for (const std::uint64_t seed : {0ull, 1ull, 12345678901234567ull}) {
        std::mt19937_64 standard(splitMix(splitMix(splitMix(seed) ^ 3) ^ 5)); // purpose 3: inputs
        RandomStream stream(seed, Purpose::inputs, 5);
        for (int i = 0; i < 2000; ++i)
            ASSERT_EQ(stream.bits(), standard()) << i;
    }
}

TEST(Random, EveryInstructionSetGivesTheSameBits)
{
    constexpr std::size_t kWords = 312;
    std::vector<std::uint64_t> start(kWords);
    RandomStream stream(1, Purpose::inputs, 0);
    for (std::uint64_t& word : start)
        word = stream.bits();
    const auto after = [&](TwisterBlock next) {
        std::vector<std::uint64_t> state = start, numbers(kWords), all;
        for (int block = 0; block < 50; ++block) {
            next(state.data(), numbers.data());
            all.insert(all.end(), numbers.begin(), numbers.end());
        }
        return all;
    };
    const std::span<const TwisterBlock> blocks = twisterBlocks();
    for (const TwisterBlock block : blocks)
        EXPECT_EQ(after(block), after(blocks.front()));
}

TEST(Random, ManyNormalNumbersAreThoseDrawnOneByOne)
{
    RandomStream one(3, Purpose::weights, 2), many(3, Purpose::weights, 2);
    std::vector<double> values(100'000);
    many.normals(values);
    for (const double value : values)
        ASSERT_EQ(value, one.normal());
    EXPECT_EQ(many.bits(), one.bits());
}

TEST(Random, SubstreamsAreNamedAndApart)
{
    RandomStream stream(1, Purpose::weights, 3), same(1, Purpose::weights, 3);
    RandomStream layer(1, Purpose::weights, 4), purpose(1, Purpose::biases, 3), seed(2, Purpose::weights, 3);
    const std::uint64_t first = stream.bits();
    EXPECT_EQ(first, same.bits());
    EXPECT_NE(first, layer.bits());
    EXPECT_NE(first, purpose.bits());
    EXPECT_NE(first, seed.bits());
}

/// Largest distance between the sample's distribution and Φ, times √n (Kolmogorov): above 2 once in 1500 samples.
double kolmogorov(std::vector<double> sample)
{
    std::sort(sample.begin(), sample.end());
    const double n = static_cast<double>(sample.size());
    double worst = 0;
    for (std::size_t i = 0; i < sample.size(); ++i) {
        const double expected = 0.5 * std::erfc(-sample[i] / std::numbers::sqrt2);
        worst = std::max({worst, std::abs(expected - static_cast<double>(i) / n),
            std::abs(static_cast<double>(i + 1) / n - expected)});
    }
    return worst * std::sqrt(n);
}

TEST(Random, NormalNumbersAreNormal)
{
    RandomStream stream(7, Purpose::weights, 1);
    std::vector<double> sample(1'000'000);
    double fourth = 0;
    int beyond = 0;
    for (double& x : sample) {
        x = stream.normal();
        fourth += x * x * x * x;
        beyond += std::abs(x) > 3.6541528853610088;
    }
    EXPECT_LT(kolmogorov(sample), 2);
    EXPECT_NEAR(fourth / 1e6, 3, 0.05); // √96/1000 = 0.0098 is one standard deviation
    EXPECT_NEAR(beyond, 258, 5 * 16); // 10⁶·2Φ(−3.654) = 258: the tail has its own generator
}

TEST(Random, UniformAndWholeNumbersAreEven)
{
    RandomStream stream(7, Purpose::inputs, 1);
    double sum = 0, squares = 0;
    int counts[10] = {};
    for (int i = 0; i < 1'000'000; ++i) {
        const double u = stream.uniform(-1, 3);
        ASSERT_TRUE(u >= -1 && u < 3);
        sum += u;
        squares += (u - 1) * (u - 1);
        ++counts[stream.below(10)];
    }
    EXPECT_NEAR(sum / 1e6, 1, 0.006);
    EXPECT_NEAR(squares / 1e6, 16.0 / 12, 0.006);
    for (const int count : counts)
        EXPECT_NEAR(count, 100'000, 1500);
}

} // namespace random_test
} // namespace deltascope
