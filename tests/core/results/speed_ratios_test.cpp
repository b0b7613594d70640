// SPDX-License-Identifier: GPL-3.0-or-later
// The ratio of the first and the last layer's speed against an evaluation of its own at every depth.
// core/maths.md 12.4.
#include "core/support/evaluated.h"
#include "results/speed_ratios.h"
#include "theory/mean_field/prediction.h"

#include <gtest/gtest.h>

#include <cmath>

namespace deltascope::results {
namespace speed_ratios_test {

model::Scenario network(int depth)
{
    model::Scenario scenario;
    scenario.activation = "tanh";
    scenario.initializer = "mean_field";
    scenario.gain = 1.3;
    scenario.biasDeviation = 0.2;
    scenario.inputs = 4;
    scenario.width = 5;
    scenario.outputs = 2;
    scenario.depth = depth;
    scenario.data = "gaussian";
    scenario.examples = 3;
    scenario.residual = 0.3;
    return scenario;
}

TEST(SpeedRatios, AreThoseOfAnEvaluationAtEachDepth)
{
    const model::Scenario scenario = network(14);
    const SpeedRatios ratios = *speedRatios(scenario, dataOf(scenario));
    ASSERT_EQ(ratios.depths.size(), 14u);
    EXPECT_TRUE(ratios.isComplete());
    for (const SpeedRatio& ratio : ratios.depths) {
        model::Scenario own = scenario;
        own.depth = ratio.depth;
        const evaluation::Evaluation evaluation = evaluated(own);
        for (const auto value : {&network::LearningSpeeds::normOfMean, &network::LearningSpeeds::meanOfNorms,
                 &network::LearningSpeeds::rms}) {
            EXPECT_EQ(ratio.first.*value, evaluation.layer(1).speed.*value) << ratio.depth;
            EXPECT_EQ(ratio.last.*value, evaluation.layer(ratio.depth).speed.*value) << ratio.depth;
        }
        const mean_field::MeanFieldPrediction prediction = *mean_field::predictSpeeds(own, dataOf(own), evaluation);
        ASSERT_TRUE(ratio.predicted);
        EXPECT_NEAR(
            ratio.predicted->log10(), (prediction.layers.front().rms / prediction.layers.back().rms).log10(), 1e-12)
            << ratio.depth;
    }
}

TEST(SpeedRatios, OfAChainHaveNoPrediction)
{
    model::Scenario scenario; // w = 1, b = 0, a₀ = 1, logistic
    scenario.depth = 5;
    const SpeedRatios ratios = *speedRatios(scenario, dataOf(scenario));
    ASSERT_EQ(ratios.depths.size(), 5u);
    for (const SpeedRatio& ratio : ratios.depths)
        EXPECT_FALSE(ratio.predicted);
}

TEST(SpeedRatios, SampleDeepNetworks)
{
    for (const int depth : {1, 2, 59, 60, 61, 1000, 1001, 10'000}) {
        SpeedRatios::Sampling sampling{};
        const std::vector<int> depths = sampledDepths(depth, sampling);
        EXPECT_EQ(depths.front(), 1);
        EXPECT_EQ(depths.back(), depth);
        EXPECT_LE(depths.size(), 60u);
        EXPECT_GE(depths.size(), std::min<std::size_t>(40, static_cast<std::size_t>(depth)));
        for (std::size_t i = 1; i < depths.size(); ++i)
            EXPECT_LT(depths[i - 1], depths[i]);
        EXPECT_EQ(sampling == SpeedRatios::Sampling::all, depth <= 60) << depth;
        EXPECT_EQ(sampling == SpeedRatios::Sampling::geometric, depth > 1000) << depth;
    }
}

TEST(SpeedRatios, ArriveBitByBitAndStop)
{
    model::Scenario scenario = network(400);
    scenario.width = 40;
    const data::Dataset data = dataOf(scenario);
    std::vector<std::size_t> sizes;
    const SpeedRatios whole =
        *speedRatios(scenario, data, {}, [&](const SpeedRatios& part) { sizes.push_back(part.depths.size()); });
    ASSERT_GE(sizes.size(), 2u);
    EXPECT_TRUE(std::is_sorted(sizes.begin(), sizes.end()));
    std::stop_source stop;
    int calls = 0;
    EXPECT_FALSE(speedRatios(scenario, data, stop.get_token(), [&](const SpeedRatios& part) {
        ++calls;
        EXPECT_FALSE(part.isComplete());
        EXPECT_EQ(part.depths.back().first.rms, whole.depths[part.depths.size() - 1].first.rms);
        stop.request_stop();
    }));
    EXPECT_EQ(calls, 1);
}

// With f(z) = z: E‖δ^l‖² = n_l Var w^(l+1) E‖δ^(l+1)‖², where Glorot's Var w is 2/(n_in + n_out).
TEST(SpeedRatios, ArePredictedFromTheWeightsOfTheOutput)
{
    model::Scenario scenario = network(6);
    scenario.activation = scenario.outputActivation = "identity";
    scenario.initializer = "glorot_uniform";
    scenario.gain = 1;
    scenario.residual = 0;
    const SpeedRatios ratios = *speedRatios(scenario, dataOf(scenario));
    ASSERT_EQ(ratios.depths.size(), 6u);
    EXPECT_NEAR(ratios.depths[0].predicted->nearestDouble(), 1, 1e-14);
    for (std::size_t i = 1; i < 6; ++i) // 5 neurons before the 2 outputs
        EXPECT_NEAR(ratios.depths[i].predicted->nearestDouble(), std::sqrt(10.0 / 7), 1e-13) << i;
}

} // namespace speed_ratios_test
} // namespace deltascope::results
