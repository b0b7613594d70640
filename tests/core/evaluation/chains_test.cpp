// SPDX-License-Identifier: GPL-3.0-or-later
// Chains against 400-digit tables, closed forms, and a long double back-propagation given the z of the forward pass.
// core/maths.md 1.5, 1.6.
#include "base/registry.h"
#include "core/support/evaluated.h"
#include "core/support/oracle_table.h"
#include "evaluation/evaluation.h"
#include "network/activations/activation.h"

#include <gtest/gtest.h>

#include <random>

namespace deltascope::evaluation {
namespace chains_test {

model::Scenario chain(int depth, double weight, double bias, double input)
{
    model::Scenario scenario;
    scenario.depth = depth;
    scenario.weight = weight;
    scenario.bias = bias;
    scenario.input = input;
    return scenario;
}

TEST(Chains, agreeWithTheTables)
{
    int compared = 0;
    const nlohmann::json table = oracleTable("chains.json");
    for (const auto& row : table["chains"]) {
        model::Scenario scenario = chain(row["depth"], row["weight"], row["bias"], row["input"]);
        scenario.activation = row["activation"];
        scenario.outputActivation = row["output"];
        scenario.target = row["target"];
        const Evaluation evaluation = evaluated(scenario);
        for (const auto& expected : row["layers"]) {
            const LayerEvaluation& layer = evaluation.layer(expected["layer"]);
            const auto where = [&] { return scenario.activation + " " + row["weight"].dump() + " " + expected.dump(); };
            EXPECT_LT(relativeError(layer.z.mean, numberOf(expected["z"])), 1e-11) << where();
            const numerics::Scaled a = numberOf(expected["a"]);
            EXPECT_EQ(layer.a.mean.sign(), a.sign()) << where();
            EXPECT_TRUE(a.isZero() || std::abs(layer.a.mean.log10() - a.log10()) <= 1e-12 * (1 + std::abs(a.log10())))
                << where();
            EXPECT_EQ(layer.delta.sign(), numberOf(expected["delta"]).sign()) << where();
            EXPECT_EQ(layer.speed.normOfMean, numerics::abs(layer.delta)) << where();
            if (expected["log10_speed"].is_null())
                continue;
            const double log10 = std::stod(expected["log10_speed"].get<std::string>());
            EXPECT_NEAR(layer.speed.normOfMean.log10(), log10, 1e-12 * std::max(1.0, std::abs(log10))) << where();
            const double weightLog10 = numberOf(expected["weight_gradient"]).log10();
            EXPECT_NEAR(layer.speed.weight.log10(), weightLog10, 1e-12 * std::max(1.0, std::abs(weightLog10)))
                << where();
            ++compared;
        }
    }
    EXPECT_GT(compared, 150);
}

TEST(Chains, factorsOfABalancedChainAreTheWeightTimesAQuarter)
{
    for (const double weight : {1.0, 100.0, 4.0, -4.0}) {
        model::Scenario scenario = chain(1000, weight, 0, 1);
        scenario.initializer = "balanced";
        const Evaluation evaluation = evaluated(scenario);
        for (const LayerEvaluation& layer : evaluation.layers) {
            ASSERT_EQ(layer.z.mean, numerics::Scaled{});
            ASSERT_EQ(layer.a.mean, numerics::Scaled::from(0.5));
            ASSERT_EQ(layer.factor, numerics::Scaled::from(weight / 4));
            ASSERT_EQ(layer.bias, numerics::Scaled::from(&layer == &evaluation.layers[0] ? -weight : -weight / 2));
        }
        EXPECT_NEAR(evaluation.product.log10(), 1000 * std::log10(std::abs(weight) / 4), 1e-10);
        EXPECT_EQ(evaluation.product.sign(), 1);
        EXPECT_EQ(evaluation.noiseFrom, 0) << "balancing makes z exact at every layer";
        EXPECT_NEAR(evaluation.condition.log10(), evaluation.product.log10() + std::log10(0x1p-53), 1e-9);
        EXPECT_EQ(evaluation.layer(999).delta.sign(), weight < 0 ? -1 : 1);
        EXPECT_EQ(evaluation.layer(998).delta.sign(), 1);
    }
}

TEST(Chains, runningProductsMeetAtEveryLayer)
{
    const Evaluation evaluation = evaluated(chain(30, -3, 0.7, 0.2));
    EXPECT_EQ(evaluation.layer(30).toOutput, numerics::Scaled::from(1));
    EXPECT_EQ(evaluation.layer(1).fromInput, evaluation.layer(1).factor);
    for (int l = 1; l <= 30; ++l) {
        const LayerEvaluation& layer = evaluation.layer(l);
        EXPECT_LT(relativeError(layer.fromInput * layer.toOutput, evaluation.product), 1e-14);
        const numerics::Scaled delta = layer.derivative.mean * layer.toOutput * evaluation.outputGradient;
        EXPECT_LT(relativeError(layer.delta, delta), 1e-13) << l;
        EXPECT_EQ(layer.weight, -3);
        EXPECT_EQ(layer.bias, numerics::Scaled::from(0.7));
        EXPECT_EQ(layer.z.standardDeviation, numerics::Scaled{});
        EXPECT_EQ(layer.a.minimum, layer.a.maximum);
    }
}

// The chapter's knife edge: products of 25 a layer for inputs at 0.5, far below 1 elsewhere.
TEST(Chains, knifeEdge)
{
    EXPECT_NEAR(evaluated(chain(4, 100, -50, 0.51)).product.log10(), -46.17, 0.01);
    EXPECT_NEAR(evaluated(chain(20, 100, -50, 0.51)).product.log10(), -361.6, 0.05);
    EXPECT_NEAR(evaluated(chain(50, 100, -50, 0.51)).product.log10(), -953.05, 0.01);
    EXPECT_NEAR(evaluated(chain(12, 100, -50, 0.5)).product.log10(), 12 * std::log10(25.0), 1e-12);
}

// 25^12 a layer eats the digits of a₀: at 400 digits the product from the double next to 0.5 + 10^−14 is 10^−25.5755,
// in doubles 10^−25.5890. The engine gives the value of its own z, and says from which layer it is noise.
TEST(Chains, noiseIsNamedWhereAnOrbitIsChaotic)
{
    const Evaluation evaluation = evaluated(chain(12, 100, -50, 0.5 + 1e-14));
    EXPECT_NEAR(evaluation.product.log10(), -25.5890134, 1e-6);
    EXPECT_GT(std::abs(evaluation.product.log10() - -25.5754920862), 0.01);
    EXPECT_GE(evaluation.noiseFrom, 8);
    EXPECT_LE(evaluation.noiseFrom, 12);
    EXPECT_EQ(evaluated(chain(4, 100, -50, 0.5 + 1e-14)).noiseFrom, 0);
    EXPECT_EQ(evaluated(chain(10000, 1, 0, 1)).noiseFrom, 0);
    EXPECT_EQ(evaluated(chain(10000, -1e6, 1, 1)).noiseFrom, 0) << "a settled 2-cycle";
}

TEST(Chains, noiseIsAboutTheSlopeAndNotTheSizeOfZ)
{
    model::Scenario scenario = chain(30, 100, 0, 0.3);
    scenario.activation = scenario.outputActivation = "relu";
    EXPECT_EQ(evaluated(scenario).noiseFrom, 0) << "z is off by thousands, but its slope is 1 for certain";
    scenario.outputActivation = "sigmoid";
    EXPECT_EQ(evaluated(scenario).noiseFrom, 30) << "e^(−z) with z off by thousands";
}

// Given the z that the forward pass computed, wherever its orbit went.
TEST(Chains, deltasAreExactGivenZ)
{
    std::mt19937_64 random(20);
    const auto uniform = [&](double low, double high) {
        return low + (high - low) * static_cast<double>(random() >> 11) * 0x1p-53;
    };
    for (int trial = 0; trial < 300; ++trial) {
        const auto depth = static_cast<int>(1 + random() % 200);
        const double weight = uniform(-1, 1) * std::pow(10, uniform(-2, 3));
        model::Scenario scenario = chain(depth, weight, uniform(-2, 2) * std::abs(weight), uniform(-1, 1));
        scenario.target = uniform(0, 1);
        const Evaluation evaluation = evaluated(scenario);
        const auto logSlope = [](double z) -> long double { // ln σ′
            const long double size = std::abs(static_cast<long double>(z));
            return -size - 2 * std::log1p(std::exp(-size));
        };
        const long double z = evaluation.layer(depth).z.mean.nearestDouble();
        const long double error = 1 / (1 + std::exp(-z)) - static_cast<long double>(scenario.target);
        long double log = std::log(std::abs(error));
        for (int l = depth; l >= 1; --l) {
            log += logSlope(evaluation.layer(l).z.mean.nearestDouble());
            const auto expected = static_cast<double>(log / std::log(10.0L));
            ASSERT_NEAR(
                evaluation.layer(l).speed.normOfMean.log10(), expected, 1e-12 * std::max(1.0, std::abs(expected)))
                << trial << ' ' << l;
            log += std::log(std::abs(static_cast<long double>(weight)));
        }
    }
}

// z₁ = 10¹²·0.3 − 3·10¹¹ + 1 is 1.1·10⁻⁵ off: 0.3 is no double. Nothing but the residual connection carries that past a
// layer of weight 0 to one that multiplies it by 10⁵.
TEST(Chains, noisePassesAlongAResidualConnection)
{
    model::Scenario scenario = chain(3, 1, 0, 0.3);
    scenario.activation = "identity";
    scenario.residual = 1;
    scenario.layers = {{1, 1e12, 1 - 3e11}, {2, 0.0, 0.0}, {3, 1e5, -1.3e5}};
    ASSERT_EQ(evaluated(scenario).layer(3).z.mean, numerics::Scaled{});
    EXPECT_EQ(evaluated(scenario).noiseFrom, 3);
    scenario.layers[0] = {1, 1.0, 0.7}; // the same numbers without cancellation
    ASSERT_EQ(evaluated(scenario).layer(3).z.mean, numerics::Scaled{});
    EXPECT_EQ(evaluated(scenario).noiseFrom, 0);
    scenario = chain(3, 1, 0, 0.5); // 10¹²·½ − 5·10¹¹ + 1 cancels as much, and nothing of it is rounded
    scenario.activation = "identity";
    scenario.residual = 1;
    scenario.layers = {{1, 1e12, 1 - 5e11}, {2, 0.0, 0.0}, {3, 1e5, -1.5e5}};
    EXPECT_EQ(evaluated(scenario).noiseFrom, 0);
}

} // namespace chains_test
} // namespace deltascope::evaluation
