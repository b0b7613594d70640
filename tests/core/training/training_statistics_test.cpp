// SPDX-License-Identifier: GPL-3.0-or-later
// What a training keeps of its layers beside their speeds, against the evaluation and against sorting by hand.
// core/maths.md 11.10 to 11.14.
#include "core/support/evaluated.h"
#include "core/support/wide_training.h"
#include "numerics/vector_norm.h"
#include "training/training.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace deltascope::training {
namespace training_statistics_test {

TEST(TrainingStatistics, MomentsAreThoseOfTheEvaluation)
{
    model::Scenario scenario = wideTraining();
    Training training(scenario, sharedData(scenario));
    training.advance();
    const evaluation::Evaluation evaluation = evaluated(scenario);
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
    const model::Scenario scenario = wideTraining();
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

TEST(TrainingStatistics, PercentileAndSaturationAreThoseOfTheSortedActivations)
{
    model::Scenario scenario = wideTraining();
    scenario.meanSquare = 9;
    const data::Dataset data = dataOf(scenario);
    const network::Network network = networkOf(scenario);
    Training training(scenario, sharedData(scenario));
    training.advance();
    Eigen::MatrixXd a = data.inputs;
    double mostSaturated = 0;
    for (int layer = 1; layer < scenario.depth; ++layer) {
        Eigen::MatrixXd z = network.weights(layer) * a;
        z.colwise() += network.biases(layer);
        a = z.array().tanh();
        std::vector<double> sorted(a.data(), a.data() + a.size());
        std::ranges::sort(sorted);
        ASSERT_EQ(sorted.size(), 350u);
        const auto saturated = (a.array().square() > 0.95).count(); // f′ = 1 − a² below a twentieth
        const LayerTrace& trace = training.trace().layer(0, layer);
        EXPECT_NEAR(trace.percentile98, sorted[342], 1e-13) << layer; // 0.98·349 = 342.02
        EXPECT_EQ(trace.saturated, static_cast<double>(saturated) / 350) << layer;
        mostSaturated = std::max(mostSaturated, trace.saturated);
    }
    EXPECT_GT(mostSaturated, 0.1);
    EXPECT_LT(mostSaturated, 0.9);
}

// 3² + 4² = 5², also where the squares are no doubles.
TEST(VectorNorm, HoldsWhateverTheSize)
{
    for (const int power : {-1074, -1000, -600, -466, -100, 0, 100, 600, 1020}) {
        const double unit = std::ldexp(1.0, power);
        const numerics::Scaled expected = numerics::Scaled::from(5, power);
        EXPECT_EQ(numerics::normOf(std::vector<double>{3 * unit, 0, -4 * unit}), expected) << power;
        EXPECT_EQ(
            numerics::distanceOf(std::vector<double>{2 * unit, 4 * unit}, std::vector<double>{-unit, 0}), expected)
            << power;
        // nine fours and one five: 9·16 + 25 = 13²
        std::vector<double> many(9, 4 * unit);
        many.push_back(-5 * unit);
        EXPECT_EQ(numerics::normOf(many), numerics::Scaled::from(13, power)) << power;
    }
    EXPECT_TRUE(numerics::normOf(std::vector<double>(20, 0.0)).isZero());
    EXPECT_FALSE(numerics::allFinite(std::vector<double>{1, std::numeric_limits<double>::infinity()}));
    EXPECT_FALSE(numerics::allFinite(std::vector<double>{1, std::numeric_limits<double>::quiet_NaN()}));
    EXPECT_TRUE(numerics::allFinite(std::vector<double>{1, -std::numeric_limits<double>::max()}));
}

} // namespace training_statistics_test
} // namespace deltascope::training
