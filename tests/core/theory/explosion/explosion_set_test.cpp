// SPDX-License-Identifier: GPL-3.0-or-later
// The explosion set against mpmath, against dense sampling in long double, and against its own bound.
// core/maths.md 8.6, 8.7, 8.10.
#include "core/oracles/theory_table.h"
#include "core/support/evaluated.h"
#include "network/activations/activation.h"
#include "theory/explosion/branch_and_bound.h"
#include "theory/explosion/explosion_set.h"
#include "theory/explosion/orbit.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace deltascope::explosion {
namespace explosion_set_test {

using Layers = std::vector<std::pair<double, double>>;

model::Scenario constant(int depth, double weight, double bias, double input)
{
    model::Scenario scenario;
    scenario.depth = depth;
    scenario.weight = weight;
    scenario.bias = bias;
    scenario.input = input;
    return scenario;
}

model::Scenario balanced(int depth, double weight, double input)
{
    model::Scenario scenario = constant(depth, weight, 0, input);
    scenario.initializer = "balanced";
    return scenario;
}

model::Scenario chain(const Layers& layers, const char* activation, double input)
{
    model::Scenario scenario = constant(static_cast<int>(layers.size()), 1, 0, input);
    scenario.activation = scenario.outputActivation = activation;
    int l = 0;
    for (const auto& [weight, bias] : layers)
        scenario.layers.push_back({++l, weight, bias});
    return scenario;
}

ExplosionSet setOf(const model::Scenario& scenario, double k = 1)
{
    auto set = explosionSet(networkOf(scenario), scenario.input, k, {});
    EXPECT_TRUE(set.has_value());
    return *set;
}

long double productInLongDouble(const Layers& layers, const std::string& activation, long double a)
{
    long double product = 1;
    for (const auto& [weight, bias] : layers) {
        const long double z = static_cast<long double>(weight) * a + static_cast<long double>(bias);
        if (activation == "sigmoid") {
            const long double e = std::exp(-std::abs(z));
            product *= static_cast<long double>(weight) * e / ((1 + e) * (1 + e));
            a = z >= 0 ? 1 / (1 + e) : e / (1 + e);
        } else {
            const long double c = std::cosh(z);
            product *= static_cast<long double>(weight) / (c * c);
            a = std::tanh(z);
        }
    }
    return std::abs(product);
}

Layers randomLayers(std::mt19937_64& generator, bool sigmoid)
{
    const auto uniform = [&](double lower, double upper) {
        return lower + (upper - lower) * static_cast<double>(generator() >> 11) * 0x1p-53;
    };
    Layers layers(2 + generator() % 6);
    for (auto& [weight, bias] : layers) {
        weight = uniform(-14, 14);
        bias = sigmoid ? -weight * uniform(0, 1) : uniform(-2, 2);
    }
    return layers;
}

TEST(ExplosionSet, HasMpmathsWidthsAtTheKnifeEdge)
{
    for (const oracle::KnifeEdge& row : oracle::kKnifeEdges) {
        const ExplosionSet set = setOf(constant(row.depth, 100, -50, 0.5));
        ASSERT_EQ(set.intervals.size(), 1u) << row.depth;
        EXPECT_NEAR(set.intervals[0].log10Width, row.log10Width, 1e-12 * std::max(1.0, std::abs(row.log10Width)));
        EXPECT_NEAR(set.measure.log10, row.log10Width, 1e-12 * std::max(1.0, std::abs(row.log10Width)));
        EXPECT_EQ(set.intervals[0].narrow, row.depth >= 12) << row.depth;
        EXPECT_TRUE(set.exact && set.complete);
        EXPECT_EQ(set.bound, 1.0);
    }
}

TEST(ExplosionSet, HasThePublishedWidths)
{
    for (const auto& [depth, width] : {std::pair{1, .0917}, {2, .00629}, {4, 1.866e-5}, {12, 4.4e-16}})
        EXPECT_NEAR(std::pow(10, setOf(constant(depth, 100, -50, 0.5)).measure.log10) / width, 1, 1e-3) << depth;
}

TEST(ExplosionSet, KeepsItsDigitsSeenFromAnotherInput)
{
    for (const oracle::KnifeEdge& row : oracle::kKnifeEdges) {
        for (const double input : {0.51, 1.0, 7.0, -3.0}) {
            const ExplosionSet set = setOf(constant(row.depth, 100, -50, input));
            ASSERT_EQ(set.intervals.size(), 1u) << row.depth << " from " << input;
            EXPECT_NEAR(set.measure.log10, row.log10Width, 2e-8) << row.depth << " from " << input;
            EXPECT_LE(input + set.intervals[0].lower, 0.5 + 1e-15);
            EXPECT_GE(input + set.intervals[0].upper, 0.5 - 1e-15);
        }
    }
}

TEST(ExplosionSet, FindsTheWindowsOfMpmathsChains)
{
    for (const oracle::Chain& row : oracle::kChains) {
        const ExplosionSet set = setOf(chain(row.layers, row.activation, 0.25), row.k);
        ASSERT_EQ(set.intervals.size() * 2, row.ends.size());
        for (std::size_t i = 0; i < row.ends.size(); ++i) {
            const ExplosionInterval& found = set.intervals[i / 2];
            EXPECT_NEAR(0.25 + (i % 2 ? found.upper : found.lower), row.ends[i], 1e-11);
        }
    }
}

TEST(ExplosionSet, AgreesWithDenseSamplingOfRandomChains)
{
    std::mt19937_64 generator(2);
    for (int trial = 0; trial < 60; ++trial) {
        const char* activation = trial % 3 ? "sigmoid" : "tanh";
        const Layers layers = randomLayers(generator, trial % 3 != 0);
        const double k = trial % 5 == 0 ? 3 : 1, input = trial % 2 ? 0.0 : 0.7;
        const ExplosionSet set = setOf(chain(layers, activation, input), k);
        ASSERT_TRUE(set.complete && set.exact);
        for (int i = 0; i <= 3000; ++i) {
            const long double a = i / 3000.0L;
            const long double product = productInLongDouble(layers, activation, a);
            if (std::abs(product / static_cast<long double>(k) - 1) < 1e-9L)
                continue; // on the boundary
            bool inside = false;
            for (const ExplosionInterval& window : set.intervals)
                inside |= a >= static_cast<long double>(input) + static_cast<long double>(window.lower)
                    && a <= static_cast<long double>(input) + static_cast<long double>(window.upper);
            ASSERT_EQ(inside, product >= static_cast<long double>(k)) << "chain " << trial << " at " << i;
        }
    }
}

TEST(ExplosionSet, NeverExceedsItsBound)
{
    std::mt19937_64 generator(3);
    for (int trial = 0; trial < 300; ++trial) {
        const bool sigmoid = trial % 2 == 0;
        const double k = 0.5 + trial % 7;
        const ExplosionSet set = setOf(chain(randomLayers(generator, sigmoid), sigmoid ? "sigmoid" : "tanh", 0.5), k);
        ASSERT_TRUE(set.bound.has_value());
        EXPECT_DOUBLE_EQ(*set.bound, (sigmoid ? 1 : 2) / k);
        if (set.measure.sign != 0) {
            EXPECT_LT(std::pow(10, set.measure.log10), *set.bound);
        }
        // σ and tanh have a negative Schwarzian derivative, and so has every chain of them: |F′| has no positive
        // minimum inside (the minimum principle of one-dimensional dynamics), hence one window at most.
        EXPECT_LE(set.intervals.size(), 1u);
    }
}

TEST(ExplosionSet, IsOnePointWhereEveryFactorOnlyTouchesOne)
{
    for (const int depth : {1, 2, 4, 30, 1000}) {
        const ExplosionSet set = setOf(balanced(depth, 4, 1));
        ASSERT_EQ(set.intervals.size(), 1u) << depth;
        EXPECT_EQ(set.intervals[0].lower, 0);
        EXPECT_EQ(set.intervals[0].upper, 0);
        EXPECT_FALSE(set.intervals[0].narrow);
        EXPECT_EQ(set.measure.sign, 0);
        EXPECT_TRUE(setOf(balanced(depth, 3.999, 1)).intervals.empty());
        EXPECT_TRUE(setOf(constant(depth, 0, 1, 1)).intervals.empty());
    }
}

TEST(ExplosionSet, IsAllOrNothingForStraightLines)
{
    for (const int depth : {1, 3, 200}) {
        model::Scenario line = constant(depth, -1, 0.5, 0.25);
        line.activation = line.outputActivation = "identity";
        const ExplosionSet whole = setOf(line);
        ASSERT_EQ(whole.intervals.size(), 1u);
        EXPECT_EQ(whole.intervals[0].lower, -0.25);
        EXPECT_EQ(whole.intervals[0].upper, 0.75);
        EXPECT_FALSE(whole.bound.has_value());
        line.weight = -0.999;
        EXPECT_TRUE(setOf(line).intervals.empty());
        line.weight = 100;
        EXPECT_EQ(setOf(line).intervals.size(), 1u);
    }
}

TEST(ExplosionSet, FollowsReluWhereItIsAlive)
{
    model::Scenario scenario = constant(3, 2, -0.5, 0.3); // alive where a₀ > 7/16: 2(2(2a − ½) − ½) − ½ > 0
    scenario.activation = scenario.outputActivation = "relu";
    const ExplosionSet set = setOf(scenario);
    ASSERT_EQ(set.intervals.size(), 1u);
    EXPECT_NEAR(0.3 + set.intervals[0].lower, 7.0 / 16, 1e-14);
    EXPECT_NEAR(0.3 + set.intervals[0].upper, 1, 1e-15);
    EXPECT_FALSE(set.bound.has_value());
    scenario.outputActivation = "sigmoid";
    EXPECT_EQ(setOf(scenario).bound, 1.0);
}

TEST(BranchAndBound, SamplesWhatItCannotBound)
{
    std::mt19937_64 generator(7);
    for (int trial = 0; trial < 10; ++trial) {
        const model::Scenario scenario = chain(randomLayers(generator, true), "sigmoid", 0.5);
        const Orbit orbit = orbitThrough(networkOf(scenario), 0.5);
        const numerics::Scaled half = numerics::Scaled::from(0.5), one = numerics::Scaled::from(1);
        BranchAndBound bounded(one, {}), sampled(one, {});
        bounded.search(orbit, -half, half, 0);
        bounded.close();
        sampled.sample(orbit, -half, half, 0, 4000);
        ASSERT_EQ(bounded.intervals().size(), sampled.intervals().size());
        for (std::size_t i = 0; i < bounded.intervals().size(); ++i) {
            EXPECT_NEAR(bounded.intervals()[i].lower, sampled.intervals()[i].lower, 1e-12);
            EXPECT_NEAR(bounded.intervals()[i].upper, sampled.intervals()[i].upper, 1e-12);
        }
    }
}

TEST(ExplosionSet, StopsWhenAsked)
{
    std::stop_source source;
    source.request_stop();
    EXPECT_FALSE(explosionSet(networkOf(constant(4, 100, -50, 0.5)), 0.5, 1, source.get_token()).has_value());
}

TEST(ExplosionSet, SaysWhereItGivesUp)
{
    const ExplosionSet set = setOf(constant(10'000, -8, 4, 0.3)); // a window of 10^−2170 away from the input
    EXPECT_FALSE(set.complete);
    const ExplosionSet found = setOf(balanced(10'000, 100, 1));
    EXPECT_TRUE(found.complete);
    EXPECT_EQ(found.intervals.size(), 1u);
}

TEST(ChainProduct, AgreesWithMpmathFarBelowTheSpacingOfDoubles)
{
    for (const oracle::DisplacedProduct& row : oracle::kDisplacedProducts) {
        const network::Network network = networkOf(constant(row.depth, 100, -50, 0.5));
        EXPECT_NEAR(chainProduct(network, 0.5, row.t).log10(), row.log10, 1e-11 * std::max(1.0, std::abs(row.log10)))
            << row.depth << " " << row.t;
    }
}

TEST(ChainProduct, IntegratesToTheDifferenceOfTheOutputs)
{
    std::mt19937_64 generator(5);
    for (int trial = 0; trial < 10; ++trial) {
        const Layers layers = randomLayers(generator, true);
        const network::Network network = networkOf(chain(layers, "sigmoid", 0.4));
        constexpr int steps = 20'000; // Simpson
        double integral = 0;
        for (int i = 0; i <= steps; ++i) {
            const double product = std::abs(chainProduct(network, 0.4, i / double{steps} - 0.4).nearestDouble());
            integral += product * (i == 0 || i == steps ? 1 : i % 2 ? 4 : 2);
        }
        long double ends[] = {0, 1};
        for (long double& a : ends)
            for (const auto& [weight, bias] : layers)
                a = 1 / (1 + std::exp(-(static_cast<long double>(weight) * a + static_cast<long double>(bias))));
        const double expected = static_cast<double>(std::abs(ends[1] - ends[0]));
        EXPECT_NEAR(integral / (3 * steps), expected, 1e-9 + 1e-6 * expected) << trial;
    }
}

TEST(ChainProduct, HasTheSignOfTheWeights)
{
    EXPECT_EQ(chainProduct(networkOf(constant(3, -2, 0, 1)), 1, 0.1).sign(), -1);
    EXPECT_EQ(chainProduct(networkOf(constant(4, -2, 0, 1)), 1, 0.1).sign(), 1);
    EXPECT_EQ(chainProduct(networkOf(constant(4, 0, 0, 1)), 1, 0.1).sign(), 0);
}

} // namespace explosion_set_test
} // namespace deltascope::explosion
