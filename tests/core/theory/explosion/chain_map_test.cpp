// SPDX-License-Identifier: GPL-3.0-or-later
// Periodic points of a chain's map against closed forms. core/maths.md 8.5, 16.8.
#include "theory/explosion/chain_map.h"

#include "base/registry.h"

#include <gtest/gtest.h>

#include <cmath>
#include <tuple>

namespace deltascope::explosion {
namespace chain_map_test {

ChainMap mapOf(std::string_view id, double weight, double bias)
{
    return {findKind(activations::activationsRegistry(), id), weight, bias};
}

TEST(ChainMap, TheBooksChainHasTwoPointsThatAttract)
{
    const auto points = periodicPoints(mapOf("sigmoid", 100, -50));
    ASSERT_EQ(points.size(), 3u); // σ(100a − 50): near 0, ½, near 1
    EXPECT_NEAR(points[0].a / std::exp(-50), 1, 1e-13);
    EXPECT_NEAR(points[0].multiplier.nearestDouble() / (100 * std::exp(-50)), 1, 1e-13);
    EXPECT_EQ(points[1].a, 0.5);
    EXPECT_EQ(points[1].multiplier.nearestDouble(), 25);
    EXPECT_NEAR(points[2].a, 1, 1e-15);
    EXPECT_TRUE(points[0].attracts() && !points[1].attracts() && points[2].attracts());
}

TEST(ChainMap, ANegativeWeightOscillates)
{
    const auto points = periodicPoints(mapOf("sigmoid", -100, 50));
    ASSERT_EQ(points.size(), 2u);
    EXPECT_EQ(points[0].a, 0.5);
    EXPECT_EQ(points[0].multiplier.nearestDouble(), -25);
    EXPECT_FALSE(points[0].attracts());
    EXPECT_TRUE(points[1].isCycle() && points[1].attracts());
    EXPECT_NEAR(points[1].a / std::exp(-50), 1, 1e-13);
    EXPECT_NEAR(points[1].image, 1, 1e-15);
    const auto calm = periodicPoints(mapOf("sigmoid", -3, 1.5)); // |−3/4| < 1: no 2-cycle
    ASSERT_EQ(calm.size(), 1u);
    EXPECT_NEAR(calm[0].multiplier.nearestDouble(), -0.75, 1e-14);
}

TEST(ChainMap, TanhForksAtOne)
{
    EXPECT_EQ(periodicPoints(mapOf("tanh", 0.9, 0)).size(), 1u);
    const auto forked = periodicPoints(mapOf("tanh", 1.2, 0));
    ASSERT_EQ(forked.size(), 3u);
    EXPECT_NEAR(std::atanh(forked[2].a), 1.2 * forked[2].a, 1e-13);
    EXPECT_NEAR(forked[0].a, -forked[2].a, 1e-14);
    EXPECT_NEAR(forked[1].multiplier.nearestDouble(), 1.2, 1e-14);
}

// Where it forks the factor is 1 in size: tanh a = a − a³/3 + …, so that orbits come in, but as 1/√steps.
TEST(ChainMap, OnTheEdgeItStillAttracts)
{
    for (const auto& [id, weight, bias, factor] : {std::tuple{"tanh", 1.0, 0.0, 1.0}, {"tanh", -1.0, 0.0, -1.0},
             {"sigmoid", 4.0, -2.0, 1.0}, {"sigmoid", -4.0, 2.0, -1.0}}) {
        const ChainMap map = mapOf(id, weight, bias);
        const auto points = periodicPoints(map);
        ASSERT_EQ(points.size(), 1u) << id << ' ' << weight;
        EXPECT_EQ(points[0].multiplier.nearestDouble(), factor);
        EXPECT_TRUE(points[0].isNeutral() && points[0].attracts()) << id << ' ' << weight;
        double a = points[0].a + 0.1;
        for (int i = 0; i < 10'000; ++i)
            a = map.next(a);
        EXPECT_LT(std::abs(a - points[0].a), 0.02) << id << ' ' << weight;
    }
}

TEST(ChainMap, EveryPointComesBack)
{
    for (const activations::Activation* f : activations::activationsRegistry())
        for (const double weight : {-7.0, -1.5, 0.0, 0.4, 2.5, 20.0})
            for (const double bias : {-3.0, 0.0, 0.7}) {
                const ChainMap map{f, weight, bias};
                for (const PeriodicPoint& point : periodicPoints(map)) {
                    const double slack =
                        1e-12 * (1 + std::abs(point.multiplier.nearestDouble())) * (1 + std::abs(point.image));
                    EXPECT_NEAR(map.next(point.image), point.a, slack) << f->id << ' ' << weight << ' ' << bias;
                    if (!point.isCycle() && std::ranges::find(f->kinks, weight * point.a + bias) == f->kinks.end()) {
                        EXPECT_EQ(point.multiplier, map.factor(point.a));
                    }
                    if (f->monotone && weight > 0) {
                        EXPECT_FALSE(point.isCycle()) << f->id << ' ' << weight; // an increasing map has none
                    }
                }
            }
}

TEST(ChainMap, FactorsThatNoDoubleHolds)
{
    const auto points = periodicPoints(mapOf("sigmoid", 2000, -1000));
    ASSERT_EQ(points.size(), 3u);
    EXPECT_NEAR(points[2].multiplier.log10(), std::log10(2000.0) - 1000 / std::log(10.0), 1e-9); // w·e^−1000
    EXPECT_TRUE(points[2].attracts());
}

TEST(ChainMap, AtAKinkTheSteeperSideCounts)
{
    const auto grows = periodicPoints(mapOf("relu", 2, 0));
    ASSERT_EQ(grows.size(), 1u);
    EXPECT_EQ(grows[0].multiplier.nearestDouble(), 2);
    EXPECT_TRUE(periodicPoints(mapOf("relu", 1, 0)).empty()); // every a ≥ 0 stays
}

TEST(ChainMap, AStepJumpsOverTheDiagonal)
{
    const std::vector<PeriodicPoint> points = periodicPoints(mapOf("step", 20, -2.65)); // at a = 0.1325
    ASSERT_EQ(points.size(), 2U);
    EXPECT_EQ(points[0].a, 0);
    EXPECT_EQ(points[1].a, 1);
    for (const PeriodicPoint& point : points)
        EXPECT_TRUE(point.multiplier.isZero() && point.attracts() && !point.isCycle());
}

} // namespace chain_map_test
} // namespace deltascope::explosion
