// SPDX-License-Identifier: GPL-3.0-or-later
// The maps of two inputs against Mehler's series in 40 digits, against closed forms for ReLU and the identity, and
// against networks. core/maths.md 16.9, 16.10.
#include "theory/mean_field/two_inputs.h"

#include "base/registry.h"
#include "core/oracles/two_inputs_table.h"
#include "results/laws/two_inputs.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace deltascope::mean_field {
namespace two_inputs_test {

const activations::Activation& activation(std::string_view id)
{
    return *findKind(activations::activationsRegistry(), id);
}

model::Scenario wideScenario(const char* id, double weightDeviation, double biasDeviation)
{
    model::Scenario scenario;
    scenario.initializer = "mean_field";
    scenario.activation = id;
    scenario.gain = weightDeviation;
    scenario.biasDeviation = biasDeviation;
    scenario.data = "gaussian";
    scenario.meanSquare = 1;
    scenario.width = 300;
    scenario.inputs = 30;
    scenario.depth = 12;
    scenario.examples = 2;
    return scenario;
}

PairMaps mapsOf(const model::Scenario& scenario)
{
    return pairMaps(scenario, *data::makeDataset(scenario));
}

TEST(TwoInputs, MomentsAreThoseOfMehlersSeries)
{
    for (const oracle::PairRow& row : oracle::kPairs) {
        const PairMoments found =
            pairMoments(activation(row.activation), row.firstSquare, row.secondSquare, row.correlation);
        EXPECT_NEAR(found.product, row.product, 1e-10) << row.activation << ' ' << row.correlation;
        EXPECT_NEAR(found.slopeProduct, row.slopeProduct, 1e-10) << row.activation << ' ' << row.correlation;
    }
}

// Cho & Saul (2009): ⟨relu relu⟩ = √(q₁q₂)(√(1 − c²) + c(π − arccos c))/(2π), ⟨step step⟩ = (π − arccos c)/(2π).
TEST(TwoInputs, MomentsOfReluAreTheArcCosineKernels)
{
    const double pi = std::numbers::pi;
    for (const double c : {-1.0, -0.999, -0.5, 0.0, 0.3, 0.9, 0.9999, 1 - 1e-9, 1.0})
        for (const auto& [first, second] : {std::pair{1.0, 1.0}, std::pair{1e-6, 1e4}, std::pair{7.0, 0.1}}) {
            const PairMoments found = pairMoments(activation("relu"), first, second, c);
            const double size = std::sqrt(first * second), angle = std::acos(c);
            EXPECT_NEAR(found.product / size, (std::sin(angle) + c * (pi - angle)) / (2 * pi), 1e-9) << c;
            EXPECT_NEAR(found.slopeProduct, (pi - angle) / (2 * pi), 2e-8) << c;
        }
}

TEST(TwoInputs, TheOrderOfThePairDoesNotMatter)
{
    for (const activations::Activation* each : activations::activationsRegistry())
        for (const double c : {-0.8, 0.2, 0.97}) {
            const PairMoments one = pairMoments(*each, 3, 0.2, c), other = pairMoments(*each, 0.2, 3, c);
            EXPECT_NEAR(one.product, other.product, 1e-9 * (1 + std::abs(one.product))) << each->id << ' ' << c;
            EXPECT_NEAR(one.slopeProduct, other.slopeProduct, 1e-9) << each->id << ' ' << c;
        }
}

TEST(TwoInputs, MapsSettleWhereManyDigitsSay)
{
    for (const oracle::SettledPair& row : oracle::kSettledPairs) {
        const PairMaps maps = mapsOf(wideScenario(row.activation, row.weightDeviation, row.biasDeviation));
        EXPECT_NEAR(maps.meanSquare, row.meanSquare, 1e-9 * row.meanSquare) << row.activation;
        EXPECT_NEAR(maps.lengthSlope, row.lengthSlope, 1e-9);
        EXPECT_NEAR(maps.lengthScale, -1 / std::log(row.lengthSlope), 1e-7);
        ASSERT_FALSE(maps.points.empty());
        EXPECT_NEAR(maps.points.back().slope, row.chi, 1e-9);
        EXPECT_NEAR(maps.settled, row.settled, 1e-8);
        EXPECT_NEAR(maps.correlationScale, -1 / std::log(row.slope), 1e-5);
    }
}

TEST(TwoInputs, TheSlopeAtOneIsTheFactorOfTheGradient)
{
    for (const activations::Activation* each : activations::activationsRegistry())
        for (const double q : {0.3, 2.0})
            EXPECT_NEAR(pairMoments(*each, q, q, 1).slopeProduct,
                network::gaussianMoments(*each, numerics::Scaled::from(q)).slopeSquare.nearestDouble(), 1e-9)
                << each->id;
}

TEST(TwoInputs, HesRuleWithReluStandsAtTheEdge)
{
    const PairMaps maps = mapsOf(wideScenario("relu", std::numbers::sqrt2, 0));
    EXPECT_TRUE(maps.everywhere);
    EXPECT_TRUE(std::isinf(maps.lengthScale));
    EXPECT_TRUE(std::isinf(maps.correlationScale));
    EXPECT_EQ(maps.settled, 1);
    EXPECT_EQ(maps.points.size(), 1u);
}

TEST(TwoInputs, TheIdentityChangesNoCorrelation)
{
    const PairMaps maps = mapsOf(wideScenario("identity", 1, 0));
    EXPECT_TRUE(maps.everyCorrelation);
    EXPECT_EQ(maps.points.size(), 1u);
    EXPECT_NEAR(nextCorrelation(activation("identity"), {1, 0}, 1, 0.37), 0.37, 1e-10);
}

TEST(TwoInputs, WithoutLengthThereIsNoMapOfCorrelations)
{
    EXPECT_FALSE(mapsOf(wideScenario("tanh", 0.5, 0)).hasCorrelations()); // q* = 0
    EXPECT_FALSE(mapsOf(wideScenario("relu", 2, 0)).hasCorrelations()); // q grows without end
}

TEST(TwoInputs, WideNetworksFollowThePredictionOnAverage)
{
    constexpr int kSeeds = 3;
    for (const auto& [id, gain, bias] : {std::tuple{"tanh", 2.5, 0.3}, std::tuple{"sigmoid", 2.0, 0.5}}) {
        model::Scenario scenario = wideScenario(id, gain, bias);
        scenario.width = 300;
        scenario.depth = 8;
        const data::Dataset data = *data::makeDataset(scenario);
        const PairMaps maps = pairMaps(scenario, data);
        double correlation = 0, square = 0;
        InputPair predicted;
        for (int seed = 1; seed <= kSeeds; ++seed) {
            scenario.seed = seed;
            const auto found = results::twoInputs(scenario, data, network::Network(scenario, data), maps);
            ASSERT_TRUE(found);
            ASSERT_TRUE(found->pair);
            ASSERT_EQ(found->predicted.size(), 7u);
            ASSERT_EQ(found->measured.size(), 7u);
            predicted = found->predicted.back();
            correlation += found->measured.back().correlation / kSeeds;
            square += found->measured.back().first / kSeeds;
        }
        EXPECT_NEAR(correlation, predicted.correlation, 0.1) << id << gain;
        EXPECT_NEAR(square / predicted.first, 1, 0.15) << id << gain;
    }
}

TEST(TwoInputs, WhatIsMoreInALayerLeavesNoMap)
{
    model::Scenario scenario = wideScenario("tanh", 1, 0.3);
    EXPECT_TRUE(whyNoPair(scenario).empty());
    scenario.residual = 1;
    EXPECT_FALSE(whyNoPair(scenario).empty());
    scenario.residual = 0;
    scenario.normalization = "layer";
    EXPECT_FALSE(whyNoPair(scenario).empty());
    scenario.normalization = "none";
    scenario.initializer = "constant";
    EXPECT_FALSE(whyNoPair(scenario).empty());
}

TEST(TwoInputs, EqualInputsHaveNoWalk)
{
    model::Scenario scenario = wideScenario("tanh", 1, 0.3);
    scenario.data = "constant";
    const data::Dataset data = *data::makeDataset(scenario);
    EXPECT_FALSE(results::twoInputs(scenario, data, network::Network(scenario, data), pairMaps(scenario, data))->pair);
}

} // namespace two_inputs_test
} // namespace deltascope::mean_field
