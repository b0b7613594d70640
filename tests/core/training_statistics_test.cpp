// SPDX-License-Identifier: GPL-3.0-or-later
// What a training keeps of its layers beside their speeds, against the evaluation and against sorting by hand.
#include "evaluated.h"
#include "training.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace deltascope {
namespace {

std::shared_ptr<const Dataset> sharedData(const Scenario& scenario)
{
    return std::make_shared<const Dataset>(dataOf(scenario));
}

/// Three layers of five on random inputs, each example with a target of its own.
Scenario wide()
{
    Scenario scenario;
    scenario.depth = 4;
    scenario.width = 5;
    scenario.inputs = 5;
    scenario.outputs = 3;
    scenario.activation = "tanh";
    scenario.initializer = "glorot_uniform";
    scenario.data = "gaussian";
    scenario.meanSquare = 0.5;
    scenario.examples = 70;
    scenario.epochs = 3;
    return scenario;
}

TEST(TrainingStatistics, MomentsAreThoseOfTheEvaluation)
{
    Scenario scenario = wide();
    Training training(scenario, sharedData(scenario));
    training.advance();
    const Evaluation evaluation = evaluated(scenario);
    for (int layer = 1; layer <= scenario.depth; ++layer) {
        const LayerTrace& trace = training.trace().layer(0, layer);
        EXPECT_NEAR(trace.mean, evaluation.layer(layer).a.mean.nearestDouble(), 1e-14);
        EXPECT_NEAR(trace.deviation, evaluation.layer(layer).a.standardDeviation.nearestDouble(), 1e-14);
        EXPECT_LE(trace.percentile98, evaluation.layer(layer).a.maximum.nearestDouble());
        EXPECT_GT(trace.percentile98, trace.mean);
        ASSERT_TRUE(trace.logUpdate);
    }
    // Δw = −η∂C/∂w without decay
    EXPECT_NEAR(*training.trace().layer(0, 2).logUpdate,
        std::log10(0.1 * evaluation.layer(2).speed.weight.nearestDouble() / networkOf(scenario).weights(2).norm()),
        1e-9);
}

TEST(TrainingStatistics, TheSpreadOfGradientsIsThatOfTheSortedOnes)
{
    const Scenario scenario = wide();
    Training training(scenario, sharedData(scenario), {.threads = 1});
    const std::vector<double> before = training.parameters();
    training.advance();
    const std::vector<double> after = training.parameters();
    const std::vector<std::size_t> neurons{5, 5, 5, 5, 3};
    std::size_t offset = 0;
    for (int layer = 1; layer <= scenario.depth; ++layer) {
        std::vector<double> sizes; // of Δw/η
        const auto l = static_cast<std::size_t>(layer);
        for (std::size_t i = offset; i < offset + neurons[l - 1] * neurons[l]; ++i)
            sizes.push_back(std::log10(std::abs(after[i] - before[i]) / scenario.learningRate));
        offset += (neurons[l - 1] + 1) * neurons[l];
        std::ranges::sort(sizes);
        const auto at = [&](double share) {
            return sizes[static_cast<std::size_t>(std::lround(share * static_cast<double>(sizes.size() - 1)))];
        };
        const LayerTrace& trace = training.trace().layer(0, layer);
        EXPECT_NEAR(trace.logGradient05.value(), at(0.05), 1e-9);
        EXPECT_NEAR(trace.logGradient50.value(), at(0.5), 1e-9);
        EXPECT_NEAR(trace.logGradient95.value(), at(0.95), 1e-9);
    }
}

} // namespace
} // namespace deltascope
