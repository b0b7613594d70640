// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the optimizers, one parameter at a time, against the formulas of their papers in long double.
// core/maths.md 11.2 to 11.6.
#include "base/registry.h"
#include "training/optimizer.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace deltascope::training {
namespace optimizers_test {

/// The steps that a rule takes for these gradients, one after the other.
std::array<double, 3> stepsOf(const char* id, OptimizerStep step, const std::array<double, 3>& gradients)
{
    const Optimizer* rule = findKind(optimizersRegistry(), id);
    std::array<double, 3> steps{};
    double first = 0, second = 0;
    for (std::size_t i = 0; i < gradients.size(); ++i) {
        step.step = static_cast<std::int64_t>(i);
        double value = gradients[i];
        rule->update(step, {&value, 1}, &first, &second);
        steps[i] = value;
    }
    return steps;
}

// Kingma & Ba 2015, algorithm 1.
TEST(Optimizers, AdamIsThatOfItsPaper)
{
    model::Scenario scenario;
    scenario.beta1 = 0.8;
    scenario.beta2 = 0.95;
    scenario.epsilon = 1e-3;
    const OptimizerStep step{.scenario = scenario, .learningRate = 0.3};
    for (const double scale : {1.0, 1e-3, 1e-6}) { // ε does not matter, matters, is all that matters
        const std::array<double, 3> gradients{0.7 * scale, -0.2 * scale, 1.9 * scale};
        const std::array<double, 3> steps = stepsOf("adam", step, gradients);
        long double mean = 0, square = 0, power1 = 1, power2 = 1;
        for (std::size_t i = 0; i < steps.size(); ++i) {
            const long double g = gradients[i];
            mean = 0.8 * mean + (1 - 0.8) * g;
            square = 0.95 * square + (1 - 0.95) * g * g;
            power1 *= 0.8;
            power2 *= 0.95;
            const long double expected =
                -0.3 * (mean / (1 - power1)) / (std::sqrt(square / (1 - power2)) + static_cast<long double>(1e-3));
            EXPECT_NEAR(steps[i], static_cast<double>(expected), 1e-14 * std::abs(static_cast<double>(expected)))
                << scale << ' ' << i;
        }
    }
}

TEST(Optimizers, AFirstGradientOfTheSizeOfEpsilonGivesHalfAStep)
{
    model::Scenario scenario;
    scenario.epsilon = 1e-8;
    const OptimizerStep step{.scenario = scenario, .learningRate = 0.3};
    EXPECT_NEAR(stepsOf("adam", step, {1e-8, 0, 0})[0], -0.15, 1e-14);
    EXPECT_NEAR(stepsOf("adam", step, {-1, 0, 0})[0], 0.3, 1e-8);
}

// Sutskever et al. 2013: v ← μv − ηg.
TEST(Optimizers, MomentumAddsUp)
{
    const model::Scenario scenario;
    const OptimizerStep step{.scenario = scenario, .learningRate = 0.5, .momentum = 0.25};
    for (const char* id : {"momentum", "nesterov"})
        EXPECT_EQ(stepsOf(id, step, {1, -2, 4}), (std::array<double, 3>{-0.5, 0.875, -1.78125})) << id;
    EXPECT_EQ(stepsOf("sgd", step, {1, -2, 4}), (std::array<double, 3>{-0.5, 1, -2}));
}

} // namespace optimizers_test
} // namespace deltascope::training
