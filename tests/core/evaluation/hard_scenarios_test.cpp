// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the sliders do: every number finite, exact zeros apart from small ones.
#include "core/support/evaluated.h"
#include "evaluation/evaluation.h"
#include "network/activations/activation.h"
#include "network/losses/loss.h"

#include <gtest/gtest.h>

#include <limits>

namespace deltascope::evaluation {
namespace hard_scenarios_test {

void expectSound(numerics::Scaled value)
{
    ASSERT_TRUE(value == numerics::Scaled{} || (std::abs(value.mantissa) >= 0.5 && std::abs(value.mantissa) < 1));
    ASSERT_TRUE(value.isZero() || std::isfinite(value.log10()));
}

void expectSound(const Evaluation& evaluation)
{
    for (const numerics::Scaled& value :
        {evaluation.cost, evaluation.outputGradient, evaluation.product, evaluation.condition})
        expectSound(value);
    ASSERT_GE(evaluation.noiseFrom, 0);
    ASSERT_LE(evaluation.noiseFrom, evaluation.depth());
    for (const LayerEvaluation& layer : evaluation.layers) {
        for (const Statistics& each : {layer.z, layer.a, layer.derivative})
            for (const numerics::Scaled& value : {each.mean, each.standardDeviation, each.minimum, each.maximum})
                expectSound(value);
        for (const numerics::Scaled& value : {layer.speed.normOfMean, layer.speed.weight, layer.bias, layer.factor,
                 layer.fromInput, layer.toOutput, layer.delta})
            expectSound(value);
    }
}

TEST(HardScenarios, everyCornerIsSound)
{
    const double values[] = {0.0, -0.0, 5e-324, 1e-310, 1e-6, 1.0, 100.0, 1e6};
    for (const activations::Activation* activation : activations::activationsRegistry()) {
        for (const char* rule : {"constant", "balanced"}) {
            for (const double weight : values) {
                for (const double bias : {0.0, 1.0, -1e6}) {
                    for (const double input : {0.5, -1e6, 5e-324, 0.0}) {
                        model::Scenario scenario;
                        scenario.depth = 40;
                        scenario.activation = activation->id;
                        scenario.outputActivation = activation->id;
                        scenario.initializer = rule;
                        scenario.weight = weight;
                        scenario.bias = bias;
                        scenario.input = input;
                        scenario.target = 1;
                        expectSound(evaluated(scenario));
                        scenario.weight = -weight;
                        scenario.outputActivation = "sigmoid";
                        scenario.loss = "cross_entropy";
                        expectSound(evaluated(scenario));
                    }
                }
            }
        }
    }
}

TEST(HardScenarios, deepestAndShallowest)
{
    for (const activations::Activation* activation : activations::activationsRegistry()) {
        for (const double weight : {-1e6, 1e-6, 1e6}) {
            for (const int depth : {1, 10000}) {
                model::Scenario scenario;
                scenario.depth = depth;
                scenario.activation = activation->id;
                scenario.weight = weight;
                const Evaluation evaluation = evaluated(scenario);
                expectSound(evaluation);
                EXPECT_EQ(evaluation.depth(), depth);
            }
        }
    }
}

TEST(HardScenarios, zeroWeightIsAnExactZeroBelow)
{
    model::Scenario scenario;
    scenario.depth = 5;
    scenario.layers = {{.layer = 3, .weight = 0.0, .bias = {}}};
    const Evaluation evaluation = evaluated(scenario);
    EXPECT_EQ(evaluation.layer(3).factor.sign(), 0);
    EXPECT_EQ(evaluation.product, numerics::Scaled{});
    EXPECT_EQ(evaluation.layer(2).delta, numerics::Scaled{});
    EXPECT_EQ(evaluation.layer(1).speed.weight, numerics::Scaled{});
    EXPECT_EQ(evaluation.layer(3).delta.sign(), 1) << "the layer's own δ is w^4 away";
    EXPECT_EQ(evaluation.layer(2).toOutput, numerics::Scaled{});
    EXPECT_EQ(evaluation.layer(1).belowResolution, 0);
}

TEST(HardScenarios, deadReluIsAnExactZeroAndNotAnUnderflow)
{
    model::Scenario scenario;
    scenario.depth = 4;
    scenario.activation = "relu";
    scenario.layers = {{.layer = 2, .weight = {}, .bias = -5.0}};
    const Evaluation evaluation = evaluated(scenario);
    EXPECT_EQ(evaluation.layer(2).derivative.mean, numerics::Scaled{});
    EXPECT_EQ(evaluation.layer(2).delta, numerics::Scaled{});
    EXPECT_EQ(evaluation.layer(3).delta, numerics::Scaled{}) << "z = 0 there, and relu′(0) = 0";
    EXPECT_EQ(evaluation.layer(4).delta.sign(), 1);
}

TEST(HardScenarios, smallIsNotZero)
{
    model::Scenario scenario;
    scenario.depth = 2;
    scenario.weight = 5e-324;
    scenario.activation = scenario.outputActivation = "identity";
    const Evaluation evaluation = evaluated(scenario);
    EXPECT_NEAR(evaluation.layer(2).a.mean.log10(), -2 * 1074 * std::log10(2.0), 1e-9);
    EXPECT_NEAR(evaluation.product.log10(), -2 * 1074 * std::log10(2.0), 1e-9);
    EXPECT_EQ(evaluation.layer(1).delta, evaluation.layer(2).a.mean * numerics::Scaled::from(5e-324));
    EXPECT_NEAR(evaluation.cost.log10(), -4 * 1074 * std::log10(2.0) - std::log10(2.0), 1e-9);
}

TEST(HardScenarios, saturatedActivationKeepsItsSize)
{
    model::Scenario scenario; // a₁ = σ(−800) = 10^−347.4, then z₂ = a₁
    scenario.depth = 2;
    scenario.layers = {{.layer = 1, .weight = -800.0, .bias = {}}};
    const Evaluation evaluation = evaluated(scenario);
    EXPECT_NEAR(evaluation.layer(1).a.mean.log10(), -800 / std::log(10.0), 1e-10);
    EXPECT_NEAR(evaluation.layer(2).z.mean.log10(), -800 / std::log(10.0), 1e-10);
    EXPECT_NEAR(evaluation.layer(2).speed.weight.log10() - evaluation.layer(2).speed.normOfMean.log10(),
        -800 / std::log(10.0), 1e-10);
}

TEST(HardScenarios, exponentBeyondEverythingIsMarked)
{
    model::Scenario scenario; // z_L = 10^600, σ′ = e^(−10^600)
    scenario.depth = 100;
    scenario.weight = 1e6;
    scenario.activation = "relu";
    const Evaluation evaluation = evaluated(scenario);
    EXPECT_NEAR(evaluation.layer(100).z.mean.log10(), 600, 1e-9);
    EXPECT_TRUE(evaluation.layer(100).derivative.mean.beyondRange());
    EXPECT_TRUE(evaluation.product.beyondRange());
    for (const LayerEvaluation& layer : evaluation.layers)
        EXPECT_TRUE(layer.speed.normOfMean.beyondRange()) << "an unknown number stays unknown";
    EXPECT_EQ(evaluation.precision[3].lostAt, 100);
    scenario.loss = "cross_entropy";
    scenario.target = 0;
    const Evaluation crossEntropy = evaluated(scenario);
    EXPECT_NEAR(crossEntropy.layer(1).speed.normOfMean.log10(), 594, 1e-9) << "δ^L = 1, then 99 factors of 10^6";
    EXPECT_NEAR(crossEntropy.cost.log10(), 600, 1e-9);
    EXPECT_EQ(crossEntropy.outputGradient.sign(), 1);
}

TEST(HardScenarios, balancedBiasBeyondDoubles)
{
    model::Scenario scenario;
    scenario.depth = 70;
    scenario.initializer = "balanced";
    scenario.weight = 1e6;
    scenario.activation = "relu";
    for (int layer = 1; layer <= 60; ++layer)
        scenario.layers.push_back({.layer = layer, .weight = {}, .bias = 0.0});
    const network::Network network = networkOf(scenario);
    EXPECT_EQ(network.biases(61)[0], -std::numeric_limits<double>::max());
    const Evaluation evaluation = *evaluate(scenario, dataOf(scenario), network);
    EXPECT_EQ(evaluation.layer(61).z.mean, numerics::Scaled{});
    EXPECT_NEAR(evaluation.layer(61).bias.log10(), 366, 1e-9);
    EXPECT_EQ(evaluation.layer(61).bias.sign(), -1);
    expectSound(evaluation);
}

TEST(HardScenarios, settingsOfSingleLayersReplaceOnlyWhatTheyName)
{
    model::Scenario scenario;
    scenario.depth = 3;
    scenario.initializer = "balanced";
    scenario.weight = 4;
    scenario.layers = {{.layer = 2, .weight = -8.0, .bias = {}}, {.layer = 3, .weight = {}, .bias = 0.25}};
    const network::Network network = networkOf(scenario);
    EXPECT_TRUE(network.balanced(1) && network.balanced(2));
    EXPECT_FALSE(network.balanced(3));
    EXPECT_EQ(network.weights(2)(0, 0), -8);
    EXPECT_EQ(network.biases(2)[0], 4);
    EXPECT_EQ(network.weights(3)(0, 0), 4);
    EXPECT_EQ(network.biases(3)[0], 0.25);
    EXPECT_EQ(evaluated(scenario).layer(3).z.mean, numerics::Scaled::from(2.25));
}

// Equal neurons: n of them are one whose weights from such a layer count n-fold.
TEST(HardScenarios, aWideLayerOfEqualNeuronsIsAChainWithLargerWeights)
{
    model::Scenario wide;
    wide.depth = 60;
    wide.width = 7;
    wide.weight = 1000;
    wide.activation = "softsign";
    model::Scenario chain = wide;
    chain.width = 1;
    for (int layer = 2; layer <= 60; ++layer)
        chain.layers.push_back({.layer = layer, .weight = 7000.0, .bias = {}});
    const Evaluation left = evaluated(wide), right = evaluated(chain);
    for (int layer = 1; layer < 60; ++layer) {
        // One of n equal δ is 1/n of the chain's, their norm 1/√n.
        EXPECT_NEAR(left.layer(layer).speed.normOfMean.log10(),
            right.layer(layer).speed.normOfMean.log10() - std::log10(7) / 2, 1e-9);
        EXPECT_NEAR(left.layer(layer).z.mean.log10(), right.layer(layer).z.mean.log10(), 1e-11);
        EXPECT_EQ(left.layer(layer).a.standardDeviation, numerics::Scaled{});
    }
}

} // namespace hard_scenarios_test
} // namespace deltascope::evaluation
