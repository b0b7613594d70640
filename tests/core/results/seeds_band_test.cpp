// SPDX-License-Identifier: GPL-3.0-or-later
// The band over seeds against Nielsen's set-up (core/maths.md 14.2), closed forms of quantiles, and itself on one
// thread and many.
#include "results/seeds_band.h"

#include "core/support/evaluated.h"
#include "evaluation/layer_speeds.h"
#include "reports/evaluation_parts/seeds_text.h"
#include "results/snapshot.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

namespace deltascope::results {

namespace seeds_band_test {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

model::Scenario nielsen(int examples)
{
    model::Scenario scenario;
    scenario.depth = 5;
    scenario.width = 30;
    scenario.inputs = 784;
    scenario.outputs = 10;
    scenario.initializer = "scaled_normal";
    scenario.data = "gaussian";
    scenario.examples = examples;
    scenario.loss = "cross_entropy";
    return scenario;
}

model::Scenario small()
{
    model::Scenario scenario = nielsen(3);
    scenario.inputs = 7;
    scenario.width = 5;
    return scenario;
}

model::Scenario dying() // a ReLU chain: about half of the layers are dead
{
    model::Scenario scenario;
    scenario.activation = scenario.outputActivation = "relu";
    scenario.initializer = "he_normal";
    return scenario;
}

TEST(Quantiles, LieOnTheLineBetweenOrderStatistics)
{
    std::vector<double> values(101);
    std::iota(values.rbegin(), values.rend(), 0.0);
    EXPECT_EQ(quantilesOf(values), (Quantiles{5, 50, 95}));
    EXPECT_TRUE(std::ranges::is_sorted(values));
    std::vector<double> four{4, 1, 8, 2};
    const Quantiles quarters = quantilesOf(four); // places 0.15, 1.5 and 2.85
    EXPECT_DOUBLE_EQ(quarters.p05, 1.15);
    EXPECT_DOUBLE_EQ(quarters.median, 3);
    EXPECT_DOUBLE_EQ(quarters.p95, 7.4);
    std::vector<double> one{-3.5};
    EXPECT_EQ(quantilesOf(one), (Quantiles{-3.5, -3.5, -3.5}));
}

TEST(Quantiles, NextToAnExactZeroOrNoBoundAreThat)
{
    std::vector<double> low{-kInfinity, -kInfinity, 1, 2, 3};
    EXPECT_EQ(quantile(low, 0.25), -kInfinity);
    EXPECT_EQ(quantile(low, 0.3), -kInfinity);
    EXPECT_EQ(quantile(low, 0.5), 1);
    EXPECT_EQ(quantile(low, 0.75), 2);
    std::vector<double> high{1, 2, kInfinity};
    EXPECT_EQ(quantile(high, 0.5), 2);
    EXPECT_EQ(quantile(high, 0.6), kInfinity);
}

TEST(LayerSpeeds, AreThoseOfAnEvaluationBitForBit)
{
    for (const char* normalization : {"none", "batch"}) {
        model::Scenario scenario = small();
        scenario.normalization = normalization;
        scenario.residual = 0.5;
        const data::Dataset data = dataOf(scenario);
        const network::Network network(scenario, data);
        const auto all = evaluation::learningSpeedsOf(scenario, data, network);
        const auto biases = evaluation::biasSpeedsOf(scenario, data, network);
        const evaluation::Evaluation evaluation = evaluated(scenario);
        ASSERT_TRUE(all && biases);
        for (int layer = 1; layer <= scenario.depth; ++layer) {
            const network::LearningSpeeds& expected = evaluation.layer(layer).speed;
            const auto i = static_cast<std::size_t>(layer - 1);
            EXPECT_EQ((*all)[i].normOfMean, expected.normOfMean);
            EXPECT_EQ((*all)[i].meanOfNorms, expected.meanOfNorms);
            EXPECT_EQ((*all)[i].rms, expected.rms);
            EXPECT_EQ((*all)[i].weight, expected.weight);
            EXPECT_EQ((*biases)[i].speeds.normOfMean, expected.normOfMean);
        }
    }
}

// Over 8000 seeds and 1000 digits; only the inputs' mean square matters at the start, so fewer inputs do.
TEST(SeedsBand, IsThatOfNielsensNetworksAtEpoch0)
{
    const auto band = seedsBand(nielsen(60), 1000);
    ASSERT_TRUE(band && band->complete());
    EXPECT_EQ(band->count, 1000);
    struct Published {
        double p05, median, p95;
    };
    const Published layers[] = {
        {0.00133, 0.00236, 0.0040}, {0.0069, 0.01167, 0.0188}, {0.0365, 0.0582, 0.0875}, {0.197, 0.2903, 0.403}};
    for (std::size_t i = 0; i < 4; ++i) {
        const SpeedQuantiles& speed = band->layers[i].normOfMean;
        EXPECT_NEAR(std::pow(10, speed.median.log10) / layers[i].median, 1, 0.06) << i;
        EXPECT_NEAR(std::pow(10, speed.p05.log10) / layers[i].p05, 1, 0.12) << i;
        EXPECT_NEAR(std::pow(10, speed.p95.log10) / layers[i].p95, 1, 0.12) << i;
    }
}

TEST(SeedsBand, IsMadeOfTheNetworksOfTheNextSeeds)
{
    const model::Scenario scenario = small();
    const auto band = seedsBand(scenario, 3);
    ASSERT_TRUE(band);
    for (int layer = 1; layer <= scenario.depth; ++layer) {
        std::vector<double> speeds, weights;
        for (int i = 0; i < 3; ++i) {
            model::Scenario own = scenario;
            own.seed += i;
            speeds.push_back(evaluated(own).layer(layer).speed.rms.log10());
            weights.push_back(evaluated(own).layer(layer).speed.weight.log10());
        }
        const LayerBand& found = band->layers[static_cast<std::size_t>(layer - 1)];
        const Quantiles expected = quantilesOf(speeds);
        EXPECT_EQ(found.rms.median, (Magnitude{1, expected.median}));
        EXPECT_EQ(found.rms.p05, (Magnitude{1, expected.p05}));
        EXPECT_EQ(found.rms.p95, (Magnitude{1, expected.p95}));
        EXPECT_EQ(found.weight.median, (Magnitude{1, quantilesOf(weights).median}));
    }
}

TEST(SeedsBand, HasTheSameBitsOnAnyNumberOfThreads)
{
    const auto one = seedsBand(small(), 40, {}, {}, 1);
    ASSERT_TRUE(one);
    for (const unsigned threads : {2u, 5u})
        EXPECT_EQ(*one, *seedsBand(small(), 40, {}, {}, threads)) << threads;
    EXPECT_NE(*one, *seedsBand(withNextSeed(small(), 1), 40, {}, {}, 1));
}

TEST(SeedsBand, GoesOnAtZeroAfterTheLastSeed)
{
    model::Scenario last = small();
    last.seed = (std::int64_t{1} << 53) - 1;
    EXPECT_EQ(withNextSeed(last, 0).seed, last.seed);
    EXPECT_EQ(withNextSeed(last, 1).seed, 0);
    EXPECT_EQ(withNextSeed(last, 5).seed, 4);
    EXPECT_TRUE(seedsBand(last, 2));
}

TEST(SeedsBand, SaysZeroWhereAQuantileIsZero)
{
    // Depth 4: a network passes anything on only where its 4 weights (times its input 1) are positive, 1 in 16.
    const auto band = seedsBand(dying(), 400);
    ASSERT_TRUE(band);
    const SpeedQuantiles& first = band->layers.front().normOfMean;
    EXPECT_EQ(first.p05, Magnitude{});
    EXPECT_EQ(first.median, Magnitude{});
    EXPECT_EQ(first.p95.sign, 1); // 6.25 % are not 0
    EXPECT_NE(reports::bandKeysJson(*band, 1).find("\"median\": null, \"p05\": null, \"p95\": "), std::string::npos);
    EXPECT_EQ(reports::bandKeysJson(*band, 1).find("\"p95\": null"), std::string::npos);
}

TEST(SeedsBand, IsNothingWhereItWasStopped)
{
    std::stop_source stop;
    stop.request_stop();
    EXPECT_FALSE(seedsBand(small(), 10, stop.get_token()));
    std::stop_source later;
    int told = 0;
    const auto refined = [&](const std::shared_ptr<const SeedsBand>& band) {
        EXPECT_FALSE(band->complete());
        EXPECT_EQ(*band, [&] {
            SeedsBand same = *seedsBand(nielsen(20), band->done);
            same.asked = same.count = 10'000;
            return same;
        }()) << "refined is the band of the first seeds";
        ++told;
        later.request_stop();
    };
    EXPECT_FALSE(seedsBand(nielsen(20), 10'000, later.get_token(), refined)); // many seconds of work
    EXPECT_EQ(told, 1);
}

TEST(SeedsBand, IsAskedForOnlyWhereSomethingIsRandom)
{
    model::Scenario scenario;
    EXPECT_FALSE(dependsOnSeed(scenario));
    EXPECT_FALSE(applies<SeedsBand>(scenario));
    scenario.data = "uniform";
    EXPECT_TRUE(applies<SeedsBand>(scenario));
    scenario.data = "constant";
    scenario.initializer = "balanced";
    EXPECT_FALSE(applies<SeedsBand>(scenario));
    scenario.initializer = "he_normal";
    EXPECT_TRUE(applies<SeedsBand>(scenario));
    model::Document document;
    document.scenario = small();
    document.question.seeds = 20;
    int published = 0;
    const Snapshot snapshot = computeSnapshot(
        document, needs<evaluation::Evaluation, SeedsBand>(), {.publish = [&](const Snapshot&) { ++published; }});
    ASSERT_TRUE(snapshot.get<SeedsBand>());
    EXPECT_EQ(*snapshot.get<SeedsBand>(), *seedsBand(small(), 20));
    EXPECT_TRUE(isComplete(snapshot, needs<SeedsBand>()));
    EXPECT_GE(published, 2);
}

} // namespace seeds_band_test
} // namespace deltascope::results
