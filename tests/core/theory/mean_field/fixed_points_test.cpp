// SPDX-License-Identifier: GPL-3.0-or-later
// Every fixed point of q → next(q) against many digits (oracles/fixed_points.py), closed forms, published critical
// points and the plain sequence q, next(q), next(next(q)) …. core/maths.md 9.6.
#include "base/registry.h"
#include "core/oracles/fixed_points_table.h"
#include "theory/mean_field/batch_recursion.h"
#include "theory/mean_field/fixed_points.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace deltascope::mean_field {
namespace fixed_points_test {

const activations::Activation& activation(std::string_view id)
{
    return *findKind(activations::activationsRegistry(), id);
}

HiddenLayer plain(double weight, double bias)
{
    return HiddenLayer({weight * weight, bias * bias});
}

HiddenLayer remedied(operations::Variances variances, double residual, bool normalized)
{
    model::Scenario scenario;
    scenario.residual = residual;
    scenario.normalization = normalized ? "layer" : "none";
    return {network::planOf(scenario, network::commonShape(scenario)), variances};
}

FixedPoints mapOf(std::string_view id, const HiddenLayer& layer)
{
    return {layer, momentsOf(activation(id))};
}

TEST(FixedPoints, AllOfThemToManyDigits)
{
    for (const oracle::MapCase& known : oracle::kMapCases) {
        const FixedPoints map = mapOf(known.activation, plain(known.gain, known.biasDeviation));
        const std::string name = std::string(known.activation) + " " + std::to_string(known.gain) + " "
            + std::to_string(known.biasDeviation);
        std::vector<StabilityOfPoint> inside;
        for (const StabilityOfPoint& each : map.all())
            if (each.point.meanSquare > 0 && std::isfinite(each.point.meanSquare))
                inside.push_back(each);
        ASSERT_EQ(inside.size(), known.points.size()) << name;
        EXPECT_EQ(!map.all().empty() && std::isinf(map.all().back().point.meanSquare), known.grows) << name;
        for (std::size_t i = 0; i < inside.size(); ++i) {
            EXPECT_NEAR(inside[i].point.meanSquare / known.points[i].q, 1, 1e-9) << name;
            EXPECT_NEAR(inside[i].point.factor / known.points[i].chi, 1, 1e-9) << name;
            EXPECT_EQ(inside[i].fromBelow, known.points[i].slope < 1) << name;
            EXPECT_EQ(inside[i].fromAbove, known.points[i].slope < 1) << name;
        }
    }
}

TEST(FixedPoints, StartsDecideBetweenTwo)
{
    const FixedPoints gelu = mapOf("gelu", plain(1.45, 0));
    EXPECT_EQ(gelu.attractors(), 2);
    EXPECT_EQ(gelu.reachedFrom(3.04).meanSquare, 0);
    EXPECT_NEAR(gelu.reachedFrom(3.04).factor, 1.45 * 1.45 / 4, 1e-12);
    EXPECT_TRUE(std::isinf(gelu.reachedFrom(3.05).meanSquare));
    EXPECT_NEAR(gelu.reachedFrom(3.05).factor, 1.45 * 1.45 / 2, 1e-12);
    EXPECT_EQ(gelu.reachedFrom(0).meanSquare, 0);
    const FixedPoints biased = mapOf("gelu", plain(1.45, 0.1));
    EXPECT_NEAR(biased.reachedFrom(2.8).meanSquare, 0.0220749796932524095, 1e-10);
    EXPECT_TRUE(std::isinf(biased.reachedFrom(2.9).meanSquare));
}

TEST(FixedPoints, SlopeOfOneAtInfinity)
{
    const HiddenLayer he = plain(std::sqrt(2.0), 0);
    const FixedPoints relu = mapOf("relu", he); // next(q) = q
    EXPECT_TRUE(relu.everywhere());
    EXPECT_EQ(relu.reachedFrom(7).meanSquare, 7);
    EXPECT_NEAR(relu.reachedFrom(7).factor, 1, 1e-13);
    EXPECT_TRUE(mapOf("identity", plain(1, 0)).everywhere());
    EXPECT_TRUE(mapOf("leaky_relu", plain(std::sqrt(2 / (1 + 1e-4)), 0)).everywhere());
    // next(q) = q + σ_b²
    for (const double bias : {1e-3, 1.0})
        EXPECT_TRUE(std::isinf(mapOf("relu", plain(std::sqrt(2.0), bias)).reachedFrom(1).meanSquare)) << bias;
    // leaky_relu: next(q) = 1.0001 q
    const FixedPoint leaky = mapOf("leaky_relu", he).reachedFrom(1);
    EXPECT_TRUE(std::isinf(leaky.meanSquare));
    EXPECT_NEAR(leaky.factor, 1.0001, 1e-12);
    // softplus² exceeds relu² by an integral of its own: next(q) − q ~ c/√q > 0; GELU² and swish² lie below it
    EXPECT_TRUE(std::isinf(mapOf("softplus", he).reachedFrom(1).meanSquare));
    EXPECT_NEAR(mapOf("softplus", he).reachedFrom(1).factor, 1, 1e-9);
    for (const char* id : {"gelu", "swish"}) {
        EXPECT_EQ(mapOf(id, he).reachedFrom(100).meanSquare, 0) << id;
        EXPECT_EQ(mapOf(id, he).attractors(), 1) << id;
    }
    // elu² exceeds relu² by (1 − e^z)² → 1 on one side: next(q) − q → 1
    EXPECT_TRUE(std::isinf(mapOf("elu", he).reachedFrom(1).meanSquare));
    // tanh: next(q) < q, next(q)/q → 1 at 0
    EXPECT_EQ(mapOf("tanh", plain(1, 0)).reachedFrom(1), (FixedPoint{0, 1}));
}

// Roberts, Yaida & Hanin (2022), section 5.3: q → next(q) touches q where χ₁ = 1 too (GELU at (3 + √17)/2).
TEST(FixedPoints, HalfStablePointsOfGeluAndSwish)
{
    struct Published {
        const char* id;
        double bias, weight, q;
    };
    for (const Published& known : {Published{"gelu", 0.17292239, 1.98305826, (3 + std::sqrt(17.0)) / 2},
             {"swish", 0.55514317, 1.98800468, 14.3201736}}) {
        const activations::Activation& f = activation(known.id);
        const operations::Variances variances{known.weight, known.bias};
        EXPECT_NEAR(nextMeanSquare(f, variances, known.q), known.q, 3e-8 * known.q);
        EXPECT_NEAR(backwardFactor(f, known.weight, known.q), 1, 1e-8);
        const double aside = 1e-3 * known.q;
        const double slope =
            (nextMeanSquare(f, variances, known.q + aside) - nextMeanSquare(f, variances, known.q - aside))
            / (2 * aside);
        EXPECT_NEAR(slope, 1, 1e-6);
    }
}

// GELU's map touches from below there, behind an attracting point. With a little more bias it is crossed twice.
TEST(FixedPoints, TwoCloseTogether)
{
    const double q = (3 + std::sqrt(17.0)) / 2;
    const FixedPoints one = mapOf("gelu", HiddenLayer({1.98305826, 0.17292239 - 1e-7}));
    const FixedPoints three = mapOf("gelu", HiddenLayer({1.98305826, 0.17292239 + 1e-7}));
    ASSERT_EQ(one.all().size(), 1u);
    EXPECT_LT(one.all()[0].point.meanSquare, 0.9 * q);
    ASSERT_EQ(three.all().size(), 3u);
    EXPECT_TRUE(three.all()[0].attracts());
    EXPECT_NEAR(three.all()[1].point.meanSquare, q, 0.02 * q);
    EXPECT_TRUE(three.all()[1].repels());
    EXPECT_NEAR(three.all()[2].point.meanSquare, q, 0.02 * q);
    EXPECT_TRUE(three.all()[2].attracts());
    EXPECT_GT(three.all()[2].point.meanSquare, q);
}

// f(z)² + f(−z)² never falls in |z|, so that q → next(q) never falls: sequences are monotone, and there are no cycles.
TEST(FixedPoints, NoMapEverFalls)
{
    for (const activations::Activation* each : activations::activationsRegistry()) {
        double before = 0;
        for (double z = 0; z < 40; z += 0.01) {
            const double both = std::pow(each->value(z), 2) + std::pow(each->value(-z), 2);
            EXPECT_GE(both, before * (1 - 1e-14)) << each->id << " at " << z;
            before = both;
        }
        network::MomentTable table(*each);
        for (const double residual : {0.0, 0.5, 0.95})
            for (const bool normalized : {false, true}) {
                const HiddenLayer layer = remedied({1.3, 0}, residual, normalized);
                before = 0;
                for (double t = -20; t < 20; t += 0.25) {
                    const double next = nextMeanSquare(layer, table.at(std::exp(t)));
                    EXPECT_GE(next, before * (1 - 1e-11)) << each->id << " " << residual << " at ln q = " << t;
                    before = next;
                }
            }
    }
}

/// Where the plain sequence is after many layers.
double sequence(const HiddenLayer& layer, network::MomentTable& table, double q)
{
    for (int i = 0; i < 4000 && q > 1e-30 && q < 1e30; ++i)
        q = nextMeanSquare(layer, table.at(q));
    return q;
}

TEST(FixedPoints, AreWhereTheSequenceGoes)
{
    std::mt19937 random(7);
    std::uniform_real_distribution<double> weight(0.05, 5), bias(0, 1.5), start(-6, 5);
    for (const activations::Activation* each : activations::activationsRegistry()) {
        network::MomentTable table(*each);
        const MomentsAt moments = [&](double q) { return table.at(q); };
        int compared = 0;
        for (int i = 0; i < 60; ++i) {
            const operations::Variances variances = plain(weight(random), i % 3 == 0 ? 0 : bias(random)).variances;
            const HiddenLayer layer = remedied(variances, 0, i % 5 == 4);
            const FixedPoints map(layer, moments);
            const double q = std::exp(start(random)), end = sequence(layer, table, q);
            const FixedPoint reached = map.reachedFrom(q), quick = fixedPoint(layer, moments, q);
            if (map.everywhere() || std::abs(std::log(nextMeanSquare(layer, table.at(end)) / end)) > 1e-10) {
                EXPECT_TRUE(!(end > 1e25) || map.everywhere() || std::isinf(reached.meanSquare))
                    << each->id << " " << i;
                continue;
            }
            ++compared;
            EXPECT_NEAR(reached.meanSquare, end, 1e-6 * end) << each->id << " " << i;
            EXPECT_NEAR(quick.meanSquare, end, 1e-6 * end) << each->id << " " << i;
            EXPECT_NEAR(quick.factor, reached.factor, 1e-7 * reached.factor) << each->id << " " << i;
        }
        EXPECT_GE(compared + (each->upper > 1e300 ? 60 : 0), 30) << each->id;
    }
}

// With a residual connection q settles after a while: where q → next(q) of settled layers says.
TEST(FixedPoints, OfResidualConnectionsAreWhereDeepNetworksGo)
{
    std::mt19937 random(11);
    std::uniform_real_distribution<double> gain(0.05, 2), bias(0, 1), input(0.05, 4), residual(0.1, 0.9);
    for (const activations::Activation* each : activations::activationsRegistry())
        for (int i = 0; i < 8; ++i) {
            model::Scenario scenario;
            scenario.activation = each->id;
            scenario.initializer = "mean_field";
            scenario.inputs = scenario.width = 4;
            scenario.depth = 1500;
            scenario.gain = gain(random);
            scenario.biasDeviation = i % 2 == 0 ? 0 : bias(random);
            scenario.residual = residual(random);
            scenario.normalization = i % 4 == 3 ? "layer" : "none";
            scenario.input = input(random);
            const data::Dataset data = *data::makeDataset(scenario);
            BatchRecursion recursion(scenario, data);
            numerics::Scaled before;
            while (recursion.layer() < 1499) {
                if (recursion.layer() > 0)
                    before = recursion.at(0).meanSquare;
                recursion.step();
            }
            const numerics::Scaled end = recursion.at(0).meanSquare;
            const FixedPoints map = mapOf(each->id, *hiddenLayer(scenario));
            BatchRecursion begin(scenario, data);
            while (begin.layer() < 2 + layersOfMemory(scenario.residual))
                begin.step();
            const FixedPoint reached = map.reachedFrom(begin.at(0).meanSquare.nearestDouble());
            const std::string name = std::string(each->id) + " " + std::to_string(i);
            if (std::abs((end / before).nearestDouble() - 1) > 1e-9) {
                if (numerics::Scaled::from(1e20) < end) {
                    EXPECT_TRUE(std::isinf(reached.meanSquare)) << name;
                } else if (end < numerics::Scaled::from(1e-20)) {
                    EXPECT_EQ(reached.meanSquare, 0) << name;
                }
                continue;
            }
            EXPECT_NEAR(reached.meanSquare / end.nearestDouble(), 1, 1e-5) << name;
        }
}

} // namespace fixed_points_test
} // namespace deltascope::mean_field
