// SPDX-License-Identifier: GPL-3.0-or-later
// Tied layers: one matrix for all of them, and its gradient as the sum of what each step gives, against loops written
// here, central differences and the sweep of training. core/maths.md 1.17.
#include "results/shared_gradient.h"

#include "base/registry.h"
#include "core/support/evaluated.h"
#include "network/losses/loss.h"
#include "parameters/parameters.h"
#include "theory/finite_width/finite_width.h"
#include "theory/mean_field/prediction.h"
#include "training/gradient/gradient_sweep.h"
#include "training/training.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace deltascope::results {
namespace shared_gradient_test {

model::Scenario tiedChain(int depth)
{
    model::Scenario scenario;
    scenario.depth = depth;
    scenario.tied = true;
    scenario.weight = 1.5;
    scenario.bias = -0.4;
    scenario.activation = scenario.outputActivation = "tanh";
    scenario.target = 0.3;
    return scenario;
}

model::Scenario tiedNetwork()
{
    model::Scenario scenario = tiedChain(7);
    scenario.width = 6;
    scenario.inputs = 3;
    scenario.outputs = 2;
    scenario.initializer = "orthogonal";
    scenario.data = "gaussian";
    scenario.meanSquare = 1;
    scenario.examples = 5;
    return scenario;
}

SharedGradient gradientOf(const model::Scenario& scenario)
{
    return *sharedGradient(scenario, dataOf(scenario), networkOf(scenario));
}

double cost(const model::Scenario& scenario)
{
    return evaluated(scenario).cost.nearestDouble();
}

TEST(SharedGradient, OfAChainIsTheSumOfItsSteps)
{
    const model::Scenario scenario = tiedChain(6);
    std::vector<double> a{scenario.input}, z{0};
    for (int l = 1; l <= scenario.depth; ++l) {
        z.push_back(scenario.weight * a.back() + scenario.bias);
        a.push_back(std::tanh(z.back()));
    }
    const auto slope = [&](int l) { return 1 - a[static_cast<std::size_t>(l)] * a[static_cast<std::size_t>(l)]; };
    double delta = (a.back() - scenario.target) * slope(scenario.depth), sum = 0, biases = 0;
    const SharedGradient gradient = gradientOf(scenario);
    ASSERT_EQ(gradient.first, 2);
    ASSERT_EQ(gradient.last(), 5);
    std::vector<double> steps;
    for (int l = scenario.depth - 1; l >= 2; --l) {
        delta *= scenario.weight * slope(l);
        steps.push_back(delta * a[static_cast<std::size_t>(l - 1)]);
        sum += steps.back();
        biases += delta;
        EXPECT_NEAR(gradient.weights[static_cast<std::size_t>(l - 2)].nearestDouble(), std::abs(steps.back()), 1e-14);
        EXPECT_NEAR(gradient.biases[static_cast<std::size_t>(l - 2)].nearestDouble(), std::abs(delta), 1e-14);
    }
    EXPECT_NEAR(gradient.weightSum.nearestDouble(), std::abs(sum), 1e-14);
    EXPECT_NEAR(gradient.biasSum.nearestDouble(), std::abs(biases), 1e-14);
    for (std::size_t i = 0; i < steps.size(); ++i)
        EXPECT_NEAR(gradient.shares[steps.size() - 1 - i].nearestDouble(), steps[i] / sum, 1e-12);
}

TEST(SharedGradient, IsTheSlopeOfTheCostInTheSharedWeight)
{
    constexpr double kStep = 1e-6;
    model::Scenario above = tiedChain(8), below = above;
    above.layers = {{.layer = 2, .weight = 1.5 + kStep}}; // of layer 2, and so of all that are tied to it
    below.layers = {{.layer = 2, .weight = 1.5 - kStep}};
    EXPECT_NEAR(
        gradientOf(tiedChain(8)).weightSum.nearestDouble(), std::abs(cost(above) - cost(below)) / (2 * kStep), 1e-9);
    above.layers = {{.layer = 2, .bias = -0.4 + kStep}};
    below.layers = {{.layer = 2, .bias = -0.4 - kStep}};
    EXPECT_NEAR(
        gradientOf(tiedChain(8)).biasSum.nearestDouble(), std::abs(cost(above) - cost(below)) / (2 * kStep), 1e-9);
}

TEST(SharedGradient, OfANetworkIsWhatTrainingGoesAlong)
{
    for (const char* normalization : {"none", "layer", "batch"}) {
        model::Scenario scenario = tiedNetwork();
        scenario.normalization = normalization;
        const data::Dataset data = dataOf(scenario);
        const network::Network network(scenario, data);
        EXPECT_EQ(network.weights(2), network.weights(6));
        EXPECT_NE(network.weights(7).norm(), network.weights(2).norm());
        const gradient::ParameterLayout layout(network);
        const gradient::ExampleSet set(data.inputs, data.targets);
        std::vector<int> examples(static_cast<std::size_t>(data.examples()));
        std::iota(examples.begin(), examples.end(), 0);
        const losses::Loss& quadratic = *findKind(losses::lossesRegistry(), "quadratic");
        gradient::GradientSweep sweep(network, layout, quadratic, data.examples(), 1);
        sweep.run(layout.pack(network).data(), set, examples, gradient::GradientSweep::Want::gradient, {});
        network::Network trained = network;
        layout.unpack(sweep.gradient(), trained);
        const SharedGradient gradient = gradientOf(scenario);
        EXPECT_NEAR(gradient.weightSum.nearestDouble() / trained.weights(2).norm(), 1, 1e-12) << normalization;
        EXPECT_NEAR(gradient.biasSum.nearestDouble(), trained.biases(2).norm(), 1e-13) << normalization;
        double all = 0;
        for (const numerics::Scaled& share : gradient.shares)
            all += share.nearestDouble();
        EXPECT_NEAR(all, 1, 1e-12);
        const evaluation::Evaluation evaluation = evaluated(scenario); // by layer, what each step gives
        for (int l = 2; l <= 6; ++l)
            EXPECT_NEAR(gradient.weights[static_cast<std::size_t>(l - 2)].log10(),
                evaluation.layer(l).speed.weight.log10(), 1e-12);
    }
}

TEST(SharedGradient, HoldsSizesThatDoublesDoNot)
{
    model::Scenario scenario = tiedChain(2000);
    scenario.activation = "identity";
    scenario.bias = 0;
    scenario.weight = 0.5;
    const SharedGradient gradient = gradientOf(scenario); // every contribution is δ_L w^(L−l−1+1) · w^(l−1): all alike
    for (const numerics::Scaled& each : gradient.weights)
        EXPECT_NEAR(each.log10(), gradient.weights.front().log10(), 1e-9);
    EXPECT_NEAR(gradient.weightSum.log10() - gradient.weights.front().log10(), std::log10(1998.0), 1e-9);
    EXPECT_LT(gradient.weightSum.log10(), -500);
}

TEST(SharedGradient, TrainingKeepsLayersTied)
{
    model::Scenario scenario = tiedNetwork();
    scenario.epochs = 5;
    const auto data = sharedData(scenario);
    training::Training training(scenario, data);
    while (training.advance() == training::Training::Outcome::stepped) { }
    const network::Network after = training.network();
    EXPECT_EQ(after.weights(2), after.weights(6));
    EXPECT_NE(after.weights(2), networkOf(scenario).weights(2));
    const evaluation::Evaluation evaluation = evaluated(scenario);
    for (int l = 1; l <= scenario.depth; ++l)
        EXPECT_NEAR(training.trace().layer(0, l).weightSpeed.log10(), evaluation.layer(l).speed.weight.log10(), 1e-12);
}

TEST(SharedGradient, LayersThatDoNotFitAreNotTied)
{
    model::Scenario scenario = tiedNetwork();
    EXPECT_FALSE(parameters::validate(scenario));
    scenario.layers = {{.layer = 3, .width = 4}};
    const auto refused = parameters::validate(scenario);
    ASSERT_TRUE(refused);
    EXPECT_NE(refused->what.arguments.size(), 0u);
    scenario = tiedChain(6);
    scenario.initializer = "balanced";
    EXPECT_TRUE(parameters::validate(scenario));
    scenario = tiedChain(3);
    EXPECT_TRUE(network::tiedLayers(scenario).empty());
    EXPECT_EQ(network::tiedLayers(tiedChain(5)), (std::vector<int>{2, 3, 4}));
}

TEST(SharedGradient, NoLawOfIndependentWeightsIsSaidToHold)
{
    model::Scenario scenario = tiedNetwork();
    scenario.activation = "relu";
    scenario.initializer = "he_normal";
    scenario.outputs = 1;
    EXPECT_FALSE(mean_field::whyNoTheory(scenario).empty());
    EXPECT_FALSE(finite_width::whyNoLaw(scenario).empty());
    scenario.tied = false;
    EXPECT_TRUE(mean_field::whyNoTheory(scenario).empty());
    EXPECT_TRUE(finite_width::whyNoLaw(scenario).empty());
}

} // namespace shared_gradient_test
} // namespace deltascope::results
