// SPDX-License-Identifier: GPL-3.0-or-later
// The curve of |∏ factor| over a chain's input: where it is sampled, against the range it is to cover and closed forms.
// core/maths.md 8.12.
#include "core/support/evaluated.h"
#include "theory/explosion/explosion_curve.h"
#include "theory/explosion/explosion_set.h"
#include "theory/explosion/product_curve.h"

#include <gtest/gtest.h>

#include <cmath>

namespace deltascope::explosion {
namespace product_curve_test {

/// One logistic layer, w = 100, b = −50: |∏| = 100 σ′(100 t), t = a₀ − ½.
network::Network knifeEdge()
{
    model::Scenario scenario;
    scenario.depth = 1;
    scenario.weight = 100;
    scenario.bias = -50;
    scenario.input = 0.5;
    return networkOf(scenario);
}

double expectedLog10(double t)
{
    const double size = 100 * std::abs(t);
    return 2 - (size + 2 * std::log1p(std::exp(-size))) / std::log(10.0);
}

TEST(ProductCurve, CoversAllInputsAndTheWindow)
{
    const network::Network network = knifeEdge();
    for (const double centre : {0.5, 0.3}) {
        const auto set = explosionSet(network, centre, 1, {});
        ASSERT_TRUE(set);
        ASSERT_EQ(set->intervals.size(), 1u);
        const ExplosionCurve &whole = set->curves.whole, &near = set->curves.near;
        EXPECT_DOUBLE_EQ(whole.range.lower, -centre); // a₀ = 0 …
        EXPECT_DOUBLE_EQ(whole.range.upper, 1 - centre); // … to 1
        const ExplosionInterval& window = set->intervals.front();
        const double width = window.upper - window.lower;
        EXPECT_NEAR(width, 0.091697, 1e-6);
        EXPECT_NEAR(near.range.lower, window.lower - width, 1e-12); // the window is its middle third
        EXPECT_NEAR(near.range.upper, window.upper + width, 1e-12);
        for (const ExplosionCurve* curve : {&whole, &near}) {
            EXPECT_TRUE(curve->samples.contains(curve->range.lower));
            EXPECT_TRUE(curve->samples.contains(curve->range.upper));
            double largest = -1e9;
            for (const auto& [t, product] : curve->samples) {
                EXPECT_NEAR(product.log10(), expectedLog10(centre + t - 0.5), 1e-9) << t;
                largest = std::max(largest, product.log10());
            }
            EXPECT_NEAR(largest, std::log10(25.0), 1e-4) << "the peak is not missed";
        }
    }
}

TEST(ProductCurve, WithoutAWindowTheLargestProductIsNear)
{
    model::Scenario scenario; // w = 1: |∏| = σ′(a₀ − 0.7) has its peak at a₀ = 0.7, far below 1
    scenario.depth = 1;
    scenario.bias = -0.7;
    const auto set = explosionSet(networkOf(scenario), 0.2, 1, {});
    ASSERT_TRUE(set);
    EXPECT_TRUE(set->intervals.empty());
    const InputRange& near = set->curves.near.range;
    EXPECT_NEAR((near.lower + near.upper) / 2, 0.5, 0.01);
    EXPECT_NEAR(near.span(), 0.02, 1e-12);
}

TEST(ProductCurve, FindsItsHighestSampleInARange)
{
    const network::Network network = knifeEdge();
    const Orbit orbit = orbitThrough(network, 0.5);
    const ProductCurve curve(orbit,
        {{-0.3, numerics::Scaled::from(9)}, {-0.1, numerics::Scaled::from(0.125)}, {0.1, numerics::Scaled::from(-8)},
            {0.2, numerics::Scaled{}}, {0.3, numerics::Scaled::from(7)}},
        0, {});
    EXPECT_EQ(curve.largestAt({-0.2, 0.4}, 5), 0.1); // by size, and within the range only
    EXPECT_EQ(curve.largestAt({-0.4, 0.4}, 5), -0.3);
    EXPECT_EQ(curve.largestAt({0.15, 0.25}, 5), 5) << "a zero is no size";
}

} // namespace product_curve_test
} // namespace deltascope::explosion
