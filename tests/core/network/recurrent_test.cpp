// SPDX-License-Identifier: GPL-3.0-or-later
// Tied layers with an input at every step, leaky layers and a learnt gate, against recurrences of our own over single
// neurons, in long double and by logarithms, up to depths that no double holds. core/maths.md 17.1 to 17.3.
#include "base/registry.h"
#include "core/support/evaluated.h"
#include "network/initializer.h"
#include "parameters/parameters.h"
#include "theory/mean_field/prediction.h"

#include <gtest/gtest.h>

#include <cmath>

namespace deltascope::network {
namespace recurrent_test {

model::Scenario steps(int depth)
{
    model::Scenario scenario;
    scenario.tied = true;
    scenario.depth = depth;
    scenario.activation = "tanh";
    scenario.outputActivation = "identity";
    scenario.weight = 0.8;
    scenario.bias = 0.1;
    scenario.target = 2;
    return scenario;
}

TEST(Recurrent, ALinearChainAddsUpItsInputs)
{
    model::Scenario scenario = steps(12);
    scenario.feed = "every";
    scenario.activation = "identity";
    scenario.bias = 0;
    scenario.data = "uniform";
    const data::Dataset data = dataOf(scenario);
    double a = 0; // Σ w^(T − t) u x_t, then through the last layer
    for (int step = 0; step < 11; ++step)
        a = 0.8 * a + 0.8 * data.inputs(step, 0);
    const evaluation::Evaluation evaluation = evaluated(scenario);
    EXPECT_NEAR(evaluation.layer(12).activation.nearestDouble(), 0.8 * a, 1e-14);
    EXPECT_NEAR(evaluation.product.log10(), 12 * std::log10(0.8), 1e-13);
    EXPECT_EQ(evaluation.layer(5).factor.nearestDouble(), 0.8);
}

/// Of a chain of one neuron: log10 of the factors' product by layer and δ's, by a recurrence in long double.
struct Chain {
    std::vector<long double> factors, paths;
    long double output = 0;
};

Chain follow(const model::Scenario& scenario, const data::Dataset& data)
{
    const auto logistic = [](long double s) { return 1 / (1 + std::exp(-s)); };
    const long double w = scenario.weight, b = scenario.bias, z = scenario.leak;
    Chain chain;
    long double a = std::tanh(w * static_cast<long double>(data.inputs(0, 0)) + b);
    chain.factors.push_back(w * (1 - a * a));
    for (int step = 1; step < scenario.depth - 1; ++step) {
        const long double x = scenario.feed == "every" ? data.inputs(step, 0) : 0;
        const long double candidate = std::tanh(w * a + w * x + b), through = w * (1 - candidate * candidate);
        if (scenario.gate == "gru") {
            const long double s = w * a + w * x + std::log(z / (1 - z)), u = logistic(s);
            chain.factors.push_back(u * through + logistic(-s) + (candidate - a) * u * logistic(-s) * w);
            a = logistic(-s) * a + u * candidate;
        } else if (scenario.gate == "leaky") {
            chain.factors.push_back(z * through + (1 - z));
            a = (1 - z) * a + z * candidate;
        } else {
            chain.factors.push_back(through);
            a = candidate;
        }
    }
    chain.factors.push_back(w);
    chain.output = w * a + b;
    return chain;
}

TEST(Recurrent, AThousandStepsAgainstARecurrenceOfOurOwn)
{
    for (const char* feed : {"first", "every"})
        for (const char* gate : {"none", "leaky", "gru"})
            for (const double leak : {0.001, 0.3, 0.999})
                for (const double weight : {0.01, 0.8, -1.7}) {
                    model::Scenario scenario = steps(1000);
                    scenario.feed = feed;
                    scenario.gate = gate;
                    scenario.leak = leak;
                    scenario.weight = weight;
                    scenario.data = "uniform";
                    scenario.meanSquare = 0.3;
                    ASSERT_FALSE(parameters::validate(scenario));
                    const Chain chain = follow(scenario, dataOf(scenario));
                    const evaluation::Evaluation evaluation = evaluated(scenario);
                    SCOPED_TRACE(
                        std::string(feed) + " " + gate + " " + std::to_string(leak) + " " + std::to_string(weight));
                    ASSERT_TRUE(evaluation.chain);
                    long double log = 0;
                    for (int layer = 1; layer <= 1000; ++layer) {
                        const long double factor = chain.factors[static_cast<std::size_t>(layer - 1)];
                        log += std::log10(std::abs(factor));
                        const auto& here = evaluation.layer(layer);
                        ASSERT_NEAR(here.factor.nearestDouble(), static_cast<double>(factor), 1e-11) << layer;
                        ASSERT_NEAR(here.fromInput.log10(), static_cast<double>(log), 1e-8) << layer;
                        // δ^l = f′(z_l)·(what the later factors and the paths make of ∂C/∂a^L)
                    }
                    EXPECT_NEAR(
                        evaluation.layer(1000).activation.nearestDouble(), static_cast<double>(chain.output), 1e-11);
                    // of layer 1, which mixes nothing: δ = f′ ∂C/∂a^L ∏ factors behind it
                    const long double first = chain.factors.front() / weight;
                    long double behind = std::log10(std::abs(first))
                        + std::log10(std::abs(chain.output - static_cast<long double>(dataOf(scenario).targets(0, 0))));
                    for (std::size_t i = 1; i < chain.factors.size(); ++i)
                        behind += std::log10(std::abs(chain.factors[i]));
                    EXPECT_NEAR(evaluation.layer(1).delta.log10(), static_cast<double>(behind), 1e-8);
                }
}

TEST(Recurrent, PathsAddUpToTheFactor)
{
    model::Scenario scenario = steps(9);
    scenario.gate = "gru";
    scenario.residual = 0.25;
    const evaluation::Evaluation evaluation = evaluated(scenario);
    const auto& step = evaluation.layer(4);
    ASSERT_EQ(step.paths.size(), 3u);
    EXPECT_EQ(pathNames(scenario, 4).size(), 3u);
    EXPECT_NEAR(
        (step.paths[0] + step.paths[1] + step.paths[2]).nearestDouble() + 0.25, step.factor.nearestDouble(), 1e-15);
    EXPECT_TRUE(evaluation.layer(1).paths.empty()); // the input is no state
    EXPECT_TRUE(evaluation.layer(9).paths.empty());
    EXPECT_TRUE(pathNames(scenario, 9).empty());
}

// Without weights nothing but what is kept goes on: every factor is 1 − z, to the last bit where σ gives it.
TEST(Recurrent, TheCarouselKeepsTheGradient)
{
    for (const char* gate : {"leaky", "gru"}) {
        model::Scenario scenario = steps(500);
        scenario.gate = gate;
        scenario.leak = 0.25;
        scenario.layers = {{.layer = 1, .weight = 1}, {.layer = 500, .weight = 1}};
        scenario.weight = 0;
        const evaluation::Evaluation evaluation = evaluated(scenario);
        EXPECT_NEAR(evaluation.layer(7).factor.nearestDouble(), 0.75, 1e-15) << gate;
        EXPECT_NEAR(evaluation.layer(499).fromInput.log10() - evaluation.layer(1).fromInput.log10(),
            498 * std::log10(0.75), 1e-11)
            << gate;
    }
}

TEST(Recurrent, AGateIsDrawnByTheRuleAndOpensAsTheLeakSays)
{
    for (const char* rule : {"orthogonal", "glorot_uniform", "sparse", "mean_field"}) {
        model::Scenario scenario = steps(6);
        scenario.width = 20;
        scenario.inputs = 3;
        scenario.feed = "every";
        scenario.gate = "gru";
        scenario.leak = 0.2;
        scenario.initializer = rule;
        scenario.data = "gaussian";
        const Network network = networkOf(scenario);
        ASSERT_EQ(network.gateColumns(3), 23);
        EXPECT_EQ(network.gateColumns(1), 0);
        EXPECT_EQ(network.gateColumns(6), 0);
        EXPECT_EQ(network.gateWeights(2), network.gateWeights(5)) << rule;
        EXPECT_GT((network.gateWeights(2).leftCols(20) - network.weights(2)).norm(), 1) << rule;
        EXPECT_GT(network.gateWeights(2).rightCols(3).norm(), 0.1) << rule;
        for (const double bias : network.gateBiases(4))
            EXPECT_NEAR(1 / (1 + std::exp(-bias)), 0.2, 1e-15);
        model::Scenario plain = scenario; // and changes nothing of the rest
        plain.gate = "none";
        EXPECT_EQ(networkOf(plain).weights(2), network.weights(2)) << rule;
        EXPECT_EQ(network.values().size(), networkOf(plain).values().size() + 24 * 20);
    }
}

TEST(Recurrent, TheoryStandsAside)
{
    model::Scenario scenario;
    scenario.depth = 8;
    scenario.width = scenario.inputs = 10;
    scenario.initializer = "standard_normal";
    EXPECT_TRUE(mean_field::whyNoTheory(scenario).empty());
    scenario.gate = "leaky";
    EXPECT_FALSE(mean_field::whyNoTheory(scenario).empty());
    EXPECT_TRUE(hasExplosionSet(model::Scenario{}));
    model::Scenario chain = steps(5);
    EXPECT_TRUE(hasExplosionSet(chain));
    chain.gate = "leaky";
    EXPECT_FALSE(hasExplosionSet(chain));
    chain.gate = "none";
    chain.feed = "every";
    EXPECT_FALSE(hasExplosionSet(chain));
}

} // namespace recurrent_test
} // namespace deltascope::network
