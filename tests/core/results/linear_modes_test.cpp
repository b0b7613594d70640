// SPDX-License-Identifier: GPL-3.0-or-later
// Deep linear networks on a linear teacher: training against the recursion of one number for each mode, and the closed
// form against its differential equation. Saxe, McClelland & Ganguli (2014). core/maths.md 16.12.
#include "results/laws/linear_modes.h"

#include "training/training.h"

#include <gtest/gtest.h>

#include <cmath>

namespace deltascope::results {
namespace linear_modes_test {

model::Scenario linearScenario(int depth)
{
    model::Scenario scenario;
    scenario.depth = depth;
    scenario.width = scenario.inputs = scenario.outputs = 4;
    scenario.examples = 8;
    scenario.data = "linear_teacher";
    scenario.meanSquare = 1;
    scenario.activation = scenario.outputActivation = "identity";
    scenario.initializer = "scaled_identity";
    scenario.weight = depth == 1 ? 0.05 : depth == 2 ? 0.2 : 0.4;
    scenario.learningRate = 0.02;
    scenario.epochs = 600;
    return scenario;
}

LinearModes modesOf(const model::Scenario& scenario)
{
    const auto data = std::make_shared<const data::Dataset>(*data::makeDataset(scenario));
    const auto found = linearModes(scenario, data, 1);
    EXPECT_TRUE(found);
    return found.value_or(LinearModes{});
}

// a ← a + η a^(L−1)(s − a^L): what gradient descent makes of one mode, without any matrix.
TEST(LinearModes, TrainingIsTheRecursionOfEachMode)
{
    for (const int depth : {1, 2, 3, 5}) {
        const model::Scenario scenario = linearScenario(depth);
        const LinearModes found = modesOf(scenario);
        ASSERT_EQ(found.modes.size(), 4u);
        EXPECT_TRUE(found.apart);
        EXPECT_TRUE(found.complete);
        for (std::size_t mode = 0; mode < 4; ++mode) {
            EXPECT_NEAR(found.modes[mode].strength, 1.0 / static_cast<double>(mode + 1), 1e-12);
            double a = scenario.weight;
            std::int64_t step = 0;
            for (std::size_t i = 0; i < found.steps.size(); ++i) {
                for (; step < found.steps[i]; ++step)
                    a += scenario.learningRate * std::pow(a, depth - 1)
                        * (found.modes[mode].strength - std::pow(a, depth));
                EXPECT_NEAR(found.modes[mode].measured[i], std::pow(a, depth), 1e-11) << depth << ' ' << i;
            }
        }
    }
}

/// The largest distance of the training from the closed form.
double farthest(const model::Scenario& scenario)
{
    double most = 0;
    for (const LinearMode& mode : modesOf(scenario).modes)
        for (std::size_t i = 0; i < mode.law.size(); ++i)
            most = std::max(most, std::abs(mode.law[i] - mode.measured[i]) / mode.strength);
    return most;
}

TEST(LinearModes, HalfTheStepsAreHalfAsFarFromTheClosedForm)
{
    for (const int depth : {1, 2, 3, 5}) {
        model::Scenario scenario = linearScenario(depth);
        const double coarse = farthest(scenario);
        scenario.learningRate /= 2;
        scenario.epochs *= 2;
        const double fine = farthest(scenario);
        EXPECT_LT(coarse, 0.03) << depth;
        EXPECT_NEAR(coarse / fine, 2, 0.15) << depth;
    }
}

TEST(LinearModes, TheClosedFormSolvesItsEquation)
{
    for (const int layers : {1, 2, 3, 7})
        for (const double time : {0.5, 3.0, 8.0, 20.0}) {
            constexpr double kStrength = 0.8, kStart = 0.05, kStep = 1e-3;
            const double u = modeAt(layers, kStrength, kStart, time);
            const double slope =
                (modeAt(layers, kStrength, kStart, time + kStep) - modeAt(layers, kStrength, kStart, time - kStep))
                / (2 * kStep);
            EXPECT_NEAR(slope, layers * std::pow(u, 2 - 2.0 / layers) * (kStrength - u), 1e-6) << layers << ' ' << time;
        }
    for (const int layers : {1, 2, 3, 7})
        for (const double strength : {0.3, 2.0}) {
            const auto half = timeToHalf(layers, strength, 0.01);
            ASSERT_TRUE(half);
            EXPECT_NEAR(modeAt(layers, strength, 0.01, *half), strength / 2, 1e-7) << layers;
        }
    EXPECT_FALSE(timeToHalf(2, 1, 0.6));
}

TEST(LinearModes, OtherNetworksHaveNone)
{
    EXPECT_TRUE(whyNoModes(linearScenario(3)).empty());
    for (const auto& change : {+[](model::Scenario& s) { s.activation = "tanh"; },
             +[](model::Scenario& s) { s.residual = 1; }, +[](model::Scenario& s) { s.optimizer = "momentum"; },
             +[](model::Scenario& s) { s.batch = 2; }, +[](model::Scenario& s) { s.weightDecay = 1; },
             +[](model::Scenario& s) { s.clipNorm = 1; }, +[](model::Scenario& s) { s.loss = "softmax"; }}) {
        model::Scenario scenario = linearScenario(3);
        change(scenario);
        EXPECT_FALSE(whyNoModes(scenario).empty());
    }
}

TEST(LinearModes, InputsThatAreNotWhiteHaveNone)
{
    model::Scenario scenario = linearScenario(2);
    EXPECT_TRUE(isWhite(*data::makeDataset(scenario)));
    scenario.examples = 7;
    EXPECT_FALSE(isWhite(*data::makeDataset(scenario)));
    scenario.examples = 16;
    EXPECT_TRUE(isWhite(*data::makeDataset(scenario)));
    scenario.data = "gaussian";
    EXPECT_FALSE(isWhite(*data::makeDataset(scenario)));
    EXPECT_TRUE(modesOf(scenario).modes.empty());
}

TEST(LinearModes, AMixedStartIsNotCalledExact)
{
    model::Scenario scenario = linearScenario(2);
    scenario.initializer = "orthogonal";
    scenario.gain = 0.1;
    EXPECT_FALSE(modesOf(scenario).apart);
}

} // namespace linear_modes_test
} // namespace deltascope::results
