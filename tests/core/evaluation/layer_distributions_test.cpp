// SPDX-License-Identifier: GPL-3.0-or-later
// Percentiles and histograms against closed forms; zeros and what no double holds never spoil them.
// core/maths.md 2.6 to 2.8.
#include "evaluation/layer_distributions.h"

#include "core/support/evaluated.h"
#include "parameters/parameters.h"
#include "results/snapshot.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace deltascope::evaluation {
namespace layer_distributions_test {

LayerDistributions described(const model::Scenario& scenario, int selected = 0)
{
    return *layerDistributions(scenario, dataOf(scenario), networkOf(scenario), selected);
}

std::int64_t inBins(const Distribution& distribution)
{
    const auto& bins = distribution.histogram.bins;
    return std::accumulate(bins.begin(), bins.end(), std::int64_t{0});
}

/// Every value is in a bin, beyond the bins, left out as an exact zero, or beyond a double.
void expectAllCounted(const Distribution& distribution)
{
    const Histogram& histogram = distribution.histogram;
    const std::int64_t shown = inBins(distribution) + histogram.below + histogram.above;
    const bool onlyZeros = distribution.zeros + distribution.beyond == distribution.count;
    if (!(onlyZeros && shown > 0)) { // bins of zeros alone
        EXPECT_EQ(shown + distribution.zeros + distribution.beyond, distribution.count);
    }
    for (const double percentile : distribution.percentiles)
        EXPECT_TRUE(std::isfinite(percentile));
    EXPECT_TRUE(std::ranges::is_sorted(distribution.percentiles));
    EXPECT_TRUE(std::isfinite(histogram.lower) && std::isfinite(histogram.upper));
    EXPECT_TRUE(std::isfinite(distribution.mean) && std::isfinite(distribution.standardDeviation));
}

std::vector<numerics::Scaled> evenly(int count)
{
    std::vector<numerics::Scaled> values;
    for (int i = 0; i < count; ++i)
        values.push_back(numerics::Scaled::from((i * 7919 % count) / (count - 1.0))); // 7919 is prime: in no order
    return values;
}

TEST(LayerDistributions, OfEvenlySpacedNumbersAreTheClosedForms)
{
    const Distribution result = linearDistribution(evenly(10'001));
    for (const int percent : kPercentiles)
        EXPECT_NEAR(result.percentile(percent), percent / 100.0, 1e-12) << percent;
    EXPECT_NEAR(result.mean, 0.5, 1e-12);
    EXPECT_NEAR(result.standardDeviation, std::sqrt((10'001.0 * 10'001 - 1) / 12) / 10'000, 1e-12);
    EXPECT_EQ(result.zeros, 1);
    ASSERT_EQ(result.histogram.bins.size(), 40u);
    // 0.5 % to 99.5 % and 5 % of that more, but not beyond the values
    EXPECT_NEAR(result.histogram.lower, 1e-4, 1e-12);
    EXPECT_NEAR(result.histogram.upper, 1, 1e-12);
    for (const std::int64_t bin : result.histogram.bins)
        EXPECT_NEAR(static_cast<double>(bin), 250, 1);
    expectAllCounted(result);
}

TEST(LayerDistributions, OneFarValueDoesNotFlattenTheRest)
{
    std::vector<numerics::Scaled> values = evenly(1001);
    values.push_back(numerics::Scaled::from(1e300));
    values.push_back(numerics::Scaled::from(-1e300));
    const Distribution result = linearDistribution(values);
    EXPECT_NEAR(result.histogram.lower, -0.05, 0.02);
    EXPECT_NEAR(result.histogram.upper, 1.05, 0.02);
    EXPECT_EQ(result.histogram.below, 1);
    EXPECT_EQ(result.histogram.above, 1);
    EXPECT_NEAR(result.percentile(50), 0.5, 1e-3);
    expectAllCounted(result);
}

TEST(LayerDistributions, WhatNoDoubleHoldsIsCounted)
{
    std::vector<numerics::Scaled> values = evenly(101);
    values.push_back(numerics::Scaled::from(0.5, 5000));
    values.push_back(numerics::Scaled::from(-0.5, std::int64_t{1} << 61));
    const Distribution result = linearDistribution(values);
    EXPECT_EQ(result.count, 103);
    EXPECT_EQ(result.beyond, 2);
    EXPECT_NEAR(result.percentile(50), 0.5, 1e-12);
    expectAllCounted(result);

    const Distribution sizes = sizeDistribution(values);
    EXPECT_EQ(sizes.beyond, 0); // as log10 they have a place
    EXPECT_EQ(sizes.zeros, 1);
    expectAllCounted(sizes);

    const std::vector<numerics::Scaled> huge(7, numerics::Scaled::from(0.5, 5000));
    EXPECT_TRUE(linearDistribution(huge).empty());
    EXPECT_NEAR(sizeDistribution(huge).percentile(50), 4999 * std::log10(2.0), 1e-9);
}

TEST(LayerDistributions, DoublesAtTheirEndsDoNotOverflow)
{
    const std::vector<numerics::Scaled> ends{
        numerics::Scaled::from(-1.7e308), numerics::Scaled::from(1.7e308), numerics::Scaled::from(5e-324)};
    const Distribution result = linearDistribution(ends);
    EXPECT_EQ(result.beyond, 0);
    EXPECT_NEAR(result.mean / 1.7e308, 0, 1e-12);
    EXPECT_NEAR(result.standardDeviation / 1.7e308, std::sqrt(2.0 / 3), 1e-12);
    expectAllCounted(result);
}

TEST(LayerDistributions, ExactZerosStandApart)
{
    std::vector<numerics::Scaled> values = evenly(1001);
    values.insert(values.end(), 9000, numerics::Scaled{});
    const Distribution result = linearDistribution(values);
    EXPECT_EQ(result.zeros, 9001);
    EXPECT_EQ(result.percentile(75), 0);
    EXPECT_NEAR(result.histogram.upper, 1, 1e-12);
    EXPECT_EQ(inBins(result) + result.histogram.below, 1000); // no spike at 0
    expectAllCounted(result);

    const Distribution dead = linearDistribution(std::vector<numerics::Scaled>(50));
    EXPECT_TRUE(dead.histogram.single());
    EXPECT_EQ(inBins(dead), 50);
    EXPECT_TRUE(sizeDistribution(std::vector<numerics::Scaled>(50)).empty());
}

TEST(LayerDistributions, SizesAreDecadesWhateverTheSign)
{
    std::vector<numerics::Scaled> values;
    for (int i = 0; i <= 1000; ++i)
        values.push_back(numerics::Scaled::from(i % 2 ? 0.5 : -0.5, -i * 10));
    const Distribution result = sizeDistribution(values);
    for (const int percent : kPercentiles)
        EXPECT_NEAR(result.percentile(percent), (-1 - (1000 - 10.0 * percent) * 10) * std::log10(2.0), 1e-9);
    expectAllCounted(result);
}

model::Scenario uniformThroughIdentity()
{
    model::Scenario scenario;
    scenario.depth = 1;
    scenario.activation = scenario.outputActivation = "identity";
    scenario.data = "uniform";
    scenario.meanSquare = 1.0 / 3; // U(−1, 1)
    scenario.weight = 2;
    scenario.bias = 1;
    scenario.examples = 20'000;
    return scenario;
}

TEST(LayerDistributions, UniformInputsThroughTheIdentityStayUniform)
{
    const LayerDistributions result = described(uniformThroughIdentity());
    ASSERT_EQ(result.layers.size(), 1u);
    const Distribution& z = result.layers[0].z;
    EXPECT_EQ(z.count, 20'000);
    for (const int percent : kPercentiles) // of U(−1, 3); four standard errors of a quantile
        EXPECT_NEAR(z.percentile(percent), -1 + 4 * percent / 100.0, 4 * 4 * 0.5 / std::sqrt(20'000)) << percent;
    EXPECT_NEAR(z.mean, 1, 0.05);
    EXPECT_NEAR(z.standardDeviation, 2 / std::sqrt(3.0), 0.02);
    EXPECT_EQ(result.layers[0].a.percentiles, z.percentiles);
    EXPECT_TRUE(result.layers[0].derivative.histogram.single());
    EXPECT_EQ(result.layers[0].derivative.percentile(50), 1);
    EXPECT_EQ(result.layers[0].saturated, 0);
}

TEST(LayerDistributions, TheSaturatedShareOfKnownInputs)
{
    // σ′ < 0.05·¼ where |z| > 2·acosh(√20): of z = 20 u, u in U(−1, 1), all but that share of 20.
    model::Scenario scenario = uniformThroughIdentity();
    scenario.activation = scenario.outputActivation = "sigmoid";
    scenario.weight = 20;
    scenario.bias = 0;
    const double expected = 1 - 2 * std::acosh(std::sqrt(20.0)) / 20;
    EXPECT_NEAR(described(scenario).layers[0].saturated, expected, 4 * 0.5 / std::sqrt(20'000));

    // A ReLU is off for half of them.
    scenario.activation = scenario.outputActivation = "relu";
    EXPECT_NEAR(described(scenario).layers[0].saturated, 0.5, 4 * 0.5 / std::sqrt(20'000));
}

TEST(LayerDistributions, AgreeWithTheEvaluation)
{
    model::Scenario scenario;
    scenario.depth = 6;
    scenario.inputs = 20;
    scenario.width = 15;
    scenario.outputs = 4;
    scenario.activation = "tanh";
    scenario.initializer = "scaled_normal";
    scenario.data = "gaussian";
    scenario.examples = 37;
    const Evaluation evaluation = evaluated(scenario);
    const LayerDistributions result = described(scenario);
    ASSERT_EQ(result.layers.size(), 6u);
    for (const LayerDistribution& layer : result.layers) {
        const LayerEvaluation& exact = evaluation.layer(layer.layer);
        EXPECT_NEAR(layer.z.mean, exact.z.mean.nearestDouble(), 1e-12);
        EXPECT_NEAR(layer.z.standardDeviation, exact.z.standardDeviation.nearestDouble(), 1e-12);
        EXPECT_NEAR(layer.a.mean, exact.a.mean.nearestDouble(), 1e-12);
        EXPECT_NEAR(layer.derivative.mean, exact.derivative.mean.nearestDouble(), 1e-12);
        EXPECT_EQ(layer.delta.count, (layer.layer == 6 ? 4 : 15) * 37);
        // ⟨‖δ‖²⟩ lies between the smallest and the largest component's, times the neurons
        EXPECT_LT(layer.delta.percentile(50), exact.speed.rms.log10());
        for (const Distribution* each : {&layer.z, &layer.a, &layer.derivative, &layer.aSize, &layer.delta})
            expectAllCounted(*each);
    }
}

TEST(LayerDistributions, OfAChainAreItsValues)
{
    model::Scenario scenario;
    scenario.depth = 1000;
    const Evaluation evaluation = evaluated(scenario);
    const LayerDistributions result = described(scenario, 437);
    EXPECT_EQ(result.layers.size(), static_cast<std::size_t>(kMostLayers) + 1);
    EXPECT_EQ(result.layers.front().layer, 1);
    EXPECT_EQ(result.layers.back().layer, 1000);
    ASSERT_NE(result.find(437), nullptr);
    EXPECT_EQ(result.find(438), nullptr);
    for (const LayerDistribution& layer : result.layers) {
        EXPECT_TRUE(layer.delta.histogram.single());
        EXPECT_DOUBLE_EQ(layer.delta.percentile(50), evaluation.layer(layer.layer).delta.log10());
    }
    EXPECT_NEAR(result.find(1)->delta.percentile(50), evaluation.layer(1).delta.log10(), 1e-9); // 10^−660
}

TEST(LayerDistributions, DescribeEachLayerOnceAndTheEndsAlways)
{
    for (const int depth : {1, 2, 59, 60, 61, 100, 10'000})
        for (const int selected : {0, 1, depth / 2, depth}) {
            const std::vector<int> layers = describedLayers(depth, selected);
            EXPECT_EQ(layers.front(), 1);
            EXPECT_EQ(layers.back(), depth);
            EXPECT_TRUE(std::ranges::is_sorted(layers));
            EXPECT_EQ(std::ranges::adjacent_find(layers), layers.end());
            EXPECT_LE(layers.size(), static_cast<std::size_t>(kMostLayers) + 1);
            EXPECT_TRUE(selected == 0 || std::ranges::binary_search(layers, selected));
        }
}

TEST(LayerDistributions, OfVeryManyExamplesTakeSomeAndSaySo)
{
    model::Scenario scenario = uniformThroughIdentity();
    scenario.outputs = scenario.width = 8;
    scenario.examples = 40'000;
    const LayerDistributions result = described(scenario);
    EXPECT_EQ(result.left, 8 * 40'000 - kMostValues);
    EXPECT_EQ(result.layers[0].z.count, kMostValues);
}

TEST(LayerDistributions, ADeadNetworkHasOnlyZeros)
{
    model::Scenario scenario;
    scenario.depth = 5;
    scenario.inputs = scenario.width = scenario.outputs = 4;
    scenario.activation = scenario.outputActivation = "relu";
    scenario.weight = -1;
    scenario.bias = -1;
    const LayerDistributions result = described(scenario);
    for (const LayerDistribution& layer : result.layers) {
        EXPECT_EQ(layer.delta.zeros, layer.delta.count);
        EXPECT_TRUE(layer.delta.empty());
        EXPECT_EQ(layer.a.zeros, layer.a.count);
        EXPECT_EQ(layer.saturated, 1);
    }
}

TEST(LayerDistributions, StopWhenAsked)
{
    std::stop_source stop;
    stop.request_stop();
    const model::Scenario scenario = uniformThroughIdentity();
    EXPECT_FALSE(layerDistributions(scenario, dataOf(scenario), networkOf(scenario), 0, stop.get_token()));
    model::Document document;
    document.scenario = scenario;
    const results::Snapshot snapshot = results::computeSnapshot(document, results::needs<LayerDistributions>());
    ASSERT_NE(snapshot.get<LayerDistributions>(), nullptr);
    EXPECT_TRUE(results::isComplete(snapshot, results::needs<LayerDistributions>()));
}

// GELU′(−1.5) = Φ(−1.5) − 1.5 φ(1.5) = −0.1275: negative, but far from saturated.
TEST(LayerDistributions, ANegativeSlopeIsNotSaturatedForItsSign)
{
    model::Scenario scenario;
    scenario.depth = 2;
    scenario.activation = "gelu";
    scenario.input = -1.5;
    const auto at = [&](double input) {
        scenario.input = input;
        return layerDistributions(scenario, dataOf(scenario), networkOf(scenario), 0, {})->find(1)->saturated;
    };
    EXPECT_EQ(at(-1.5), 0);
    EXPECT_EQ(at(-5), 1); // 5 φ(5) = 7·10⁻⁶
}

} // namespace layer_distributions_test
} // namespace deltascope::evaluation
