// SPDX-License-Identifier: GPL-3.0-or-later
// The line χ₁ = 1 of infinite width against maps of networks that are 512 wide: where half of the seeds' first layers
// learn faster than the last, and half more slowly. Schoenholz et al. (2017). core/maths.md 9.3, 12.6.
#include "base/registry.h"
#include "maps/checked_map.h"
#include "maps/map_computation.h"
#include "theory/mean_field/fixed_points.h"
#include "theory/mean_field/mean_field.h"

#include <gtest/gtest.h>

#include <cmath>

namespace deltascope {
namespace critical_line_test {

mean_field::FixedPoint pointAt(double gain, double deviation)
{
    const activations::Activation& tanh = *findKind(activations::activationsRegistry(), "tanh");
    return mean_field::fixedPoint(tanh, {gain * gain, deviation * deviation});
}

double criticalGain(double deviation)
{
    double below = 1, above = 2; // χ₁ grows with σ_w
    for (int i = 0; i < 50; ++i) {
        const double middle = (below + above) / 2;
        (pointAt(middle, deviation).factor < 1 ? below : above) = middle;
    }
    return below;
}

/// The σ_w at which the median of the ratios is 1, between cells that surround it; 0 where there is none.
double balancedGain(double critical, double deviation)
{
    constexpr int kCells = 5;
    model::Document document;
    model::Scenario& scenario = document.scenario;
    scenario.depth = 20;
    scenario.width = scenario.inputs = scenario.outputs = 512;
    scenario.activation = scenario.outputActivation = "tanh";
    scenario.initializer = "mean_field";
    scenario.biasDeviation = deviation;
    scenario.data = "gaussian"; // at the fixed point from the first layer on
    scenario.meanSquare = (pointAt(critical, deviation).meanSquare - deviation * deviation) / (critical * critical);
    model::Map map;
    map.measure = "speed_ratio";
    map.arguments.against = 0;
    map.x = {.parameter = "gain", .from = critical - 0.1, .to = critical + 0.1, .count = kCells};
    map.seeds = 7;
    EXPECT_FALSE(maps::problemOf(document, map));
    const results::MapCells cells = maps::computeMap(maps::CellSource(document, map));
    for (int i = 0; i + 1 < kCells; ++i)
        if (const double here = cells.at(i, 0).value, next = cells.at(i + 1, 0).value; here < 0 && next >= 0)
            return map.x.from + (map.x.to - map.x.from) / (kCells - 1) * (i + here / (here - next));
    return 0;
}

// ln ‖δ¹‖/‖δᴸ‖ has a spread of about √(19·3/512)/2 = 0.17 over networks and a median 0.03 below its mean (Hanin & Nica
// 2018); the median of 7 is known to 0.17·1.25/√7 = 0.08. It grows by (L − 1)/2 · d ln χ₁/dσ_w ≈ 5 … 10 a unit of σ_w:
// 0.035 is three times that.
TEST(CriticalLine, IsWhereHalfOfWideNetworksLearnFasterInTheirFirstLayer)
{
    EXPECT_NEAR(criticalGain(0.05), 1.12254, 2e-5); // tests/core/oracles/critical_line.py
    EXPECT_NEAR(criticalGain(0.3), 1.39558, 2e-5);
    for (const double deviation : {0.05, 0.3}) {
        const double critical = criticalGain(deviation);
        EXPECT_NEAR(balancedGain(critical, deviation), critical, 0.035) << deviation;
    }
}

} // namespace critical_line_test
} // namespace deltascope
