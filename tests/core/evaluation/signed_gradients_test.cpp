// SPDX-License-Identifier: GPL-3.0-or-later
// δ with its sign by layer: mirrored values give mirrored counts, nothing is lost, and the figure shows what figure 7
// of Glorot & Bengio (2010) shows. core/maths.md 2.8.
#include "evaluation/layer_distributions.h"

#include "base/registry.h"
#include "core/support/evaluated.h"
#include "core/support/figure_checks.h"
#include "documents/preset_json.h"
#include "figures/figure_kind.h"
#include "parameters/parameters.h"
#include "results/snapshot.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <numeric>
#include <random>
#include <sstream>

namespace deltascope::evaluation {
namespace signed_gradients_test {

std::int64_t sumOf(const Histogram& histogram)
{
    return std::accumulate(histogram.bins.begin(), histogram.bins.end(), histogram.below + histogram.above);
}

std::vector<numerics::Scaled> normal(int count, double deviation, std::int64_t exponent = 0)
{
    std::mt19937_64 engine(7);
    std::normal_distribution<double> draw(0, deviation);
    std::vector<numerics::Scaled> values;
    for (int i = 0; i < count; ++i)
        values.push_back(numerics::Scaled::from(draw(engine), exponent));
    return values;
}

model::Document presetDocument(const std::string& id)
{
    std::stringstream text;
    text << std::ifstream(DELTASCOPE_SOURCE_DIR "/resources/presets/" + id + ".json").rdbuf();
    return documents::readPreset(id, text.str())->document;
}

figures::Figure drawn(const model::Document& document)
{
    const figures::FigureKind& kind = *findKind(figures::figuresRegistry(), "gradient_distribution");
    const figures::Figure figure =
        kind.build(results::computeSnapshot(document, kind.needs()), document.question, document.view);
    EXPECT_EQ(faultsOf(figure), std::vector<std::string>{});
    return figure;
}

bool says(const figures::Figure& figure, const std::string& words)
{
    return std::ranges::any_of(
        figure.notes, [&](const Message& note) { return plainText(note).find(words) != std::string::npos; });
}

model::Document signedView(int depth, double weight)
{
    model::Document document;
    model::Scenario& scenario = document.scenario;
    scenario.depth = depth;
    scenario.inputs = scenario.width = scenario.outputs = 8;
    scenario.initializer = "scaled_normal";
    scenario.gain = weight;
    scenario.data = "gaussian";
    scenario.examples = 20;
    document.view.gradient = "signed";
    return document;
}

TEST(SignedGradients, MirroredValuesGiveMirroredCounts)
{
    std::vector<numerics::Scaled> values = normal(5000, 3);
    for (std::size_t i = 0, count = values.size(); i < count; ++i)
        values.push_back(-values[i]);
    const Distribution result = signedDistribution(values, unitOf(values));
    ASSERT_EQ(result.histogram.bins.size(), 41u);
    EXPECT_EQ(result.histogram.lower, -result.histogram.upper);
    EXPECT_EQ(result.histogram.below, result.histogram.above);
    for (std::size_t bin = 0; bin < result.histogram.bins.size(); ++bin)
        EXPECT_EQ(result.histogram.bins[bin], result.histogram.bins[40 - bin]) << bin;
    EXPECT_NEAR(result.mean, 0, 1e-12);
    // The normal law: a middle bin holds 2Φ(h/2σ) − 1 of them, four standard errors apart.
    const double unit = unitOf(values).nearestDouble();
    const double expected = std::erf(result.histogram.binWidth() * unit / 2 / (3 * std::sqrt(2.0)));
    EXPECT_NEAR(static_cast<double>(result.histogram.bins[20]) / 10'000, expected, 4 * std::sqrt(expected / 10'000));
}

TEST(SignedGradients, EachValueIsCountedOnItsOwnSide)
{
    std::vector<numerics::Scaled> values; // three of four are positive, evenly spread from −1 to 3
    for (int i = -500; i < 1500; ++i)
        values.push_back(numerics::Scaled::from((i + 0.5) / 500));
    const Histogram histogram = signedDistribution(values, numerics::Scaled::from(1)).histogram;
    const std::size_t half = histogram.bins.size() / 2;
    const auto sum = [&](std::size_t from, std::size_t to) {
        return std::accumulate(histogram.bins.begin() + static_cast<std::ptrdiff_t>(from),
            histogram.bins.begin() + static_cast<std::ptrdiff_t>(to), std::int64_t{0});
    };
    const std::int64_t negative = histogram.below + sum(0, half);
    const std::int64_t positive = histogram.above + sum(half + 1, histogram.bins.size());
    const std::int64_t middle = histogram.bins[half]; // half of it on either side
    EXPECT_NEAR(static_cast<double>(negative), 500 - static_cast<double>(middle) / 2, 2);
    EXPECT_NEAR(static_cast<double>(positive), 1500 - static_cast<double>(middle) / 2, 2);
}

TEST(SignedGradients, EveryValueIsCountedAndNoOutlierFlattensTheRest)
{
    std::vector<numerics::Scaled> values = normal(1000, 1, -2000); // 10^−602
    values.push_back(numerics::Scaled::from(0.7, 3000)); // 10^903
    values.push_back(numerics::Scaled::from(-0.7, -1900));
    values.insert(values.end(), 50, numerics::Scaled{});
    const numerics::Scaled unit = unitOf(values);
    EXPECT_NEAR(static_cast<double>(unit.exponent), -1999, 3);
    const Distribution result = signedDistribution(values, unit);
    EXPECT_EQ(result.count, 1052);
    EXPECT_EQ(result.zeros, 50);
    EXPECT_EQ(result.beyond, 1);
    EXPECT_GE(result.histogram.below, 1);
    EXPECT_EQ(sumOf(result.histogram) + result.zeros + result.beyond, result.count);
    // 2.6 standard deviations are the 99.5th percentile
    EXPECT_NEAR(
        (numerics::Scaled::from(result.histogram.upper) * unit / numerics::Scaled::from(1, -2000)).nearestDouble(), 2.8,
        0.4);
}

TEST(SignedGradients, OneValueIsAMarkAndZerosAreNothing)
{
    const std::vector<numerics::Scaled> one(3, numerics::Scaled::from(-0.75, -5000));
    const Distribution single = signedDistribution(one, unitOf(one));
    ASSERT_TRUE(single.histogram.single());
    EXPECT_EQ((numerics::Scaled::from(single.histogram.lower) * unitOf(one)), one[0]);
    const std::vector<numerics::Scaled> zeros(4);
    const Distribution dead = signedDistribution(zeros, unitOf(zeros));
    EXPECT_TRUE(dead.empty());
    EXPECT_EQ(dead.zeros, 4);
}

// Figure 7: with the standard start the histograms narrow from the last hidden layer to the first; with the normalized
// one they keep their width.
TEST(SignedGradients, AreThoseOfGlorotAndBengio)
{
    for (const auto& [id, lowest, highest] :
        {std::tuple{"glorot_standard", 0.0, 0.35}, {"glorot_normalized", 0.6, 1.7}}) {
        const model::Scenario scenario = presetDocument(id).scenario;
        const LayerDistributions described = *layerDistributions(scenario, dataOf(scenario), networkOf(scenario), 0);
        std::vector<double> deviations;
        for (int layer = 1; layer <= 4; ++layer) {
            const LayerDistribution& of = *described.find(layer);
            deviations.push_back(of.signedDelta.standardDeviation * of.deltaUnit.nearestDouble());
            EXPECT_LT(std::abs(of.signedDelta.mean), 0.1 * of.signedDelta.standardDeviation) << "about 0";
        }
        EXPECT_GT(deviations[0] / deviations[3], lowest) << id;
        EXPECT_LT(deviations[0] / deviations[3], highest) << id;
        EXPECT_TRUE(std::string(id) != "glorot_standard" || std::ranges::is_sorted(deviations));
    }
}

TEST(SignedGradients, ShareOneAxisAndSayWhichLayersAreALineOnIt)
{
    model::Document document = signedView(30, 1);
    const figures::Figure figure = drawn(document);
    const figures::Panel& panel = figure.panels.front();
    EXPECT_EQ(panel.y.scale, figures::AxisScale::linear);
    EXPECT_NEAR(panel.y.lower, -panel.y.upper, 1e-12 * panel.y.upper);
    const figures::Ridges* shapes = findElement<figures::Ridges>(panel, "δˡ of a neuron");
    ASSERT_TRUE(shapes);
    ASSERT_EQ(shapes->ridges.size(), 30u);
    EXPECT_LT(shapes->ridges.front().values.back(), 1e-6 * shapes->ridges.back().values.back());
    EXPECT_TRUE(says(figure, "δ fills less than 0.5 % of this axis"));
    EXPECT_NE(plainText(figure.caption).find("a ratio of"), std::string::npos);
}

TEST(SignedGradients, HaveAUnitWhereNoDoubleHoldsThem)
{
    for (const double gain : {1e-3, 1e3}) { // from 10^−600 to 1, and to 10^+600 and more
        model::Document document = signedView(200, gain);
        document.scenario.activation = document.scenario.outputActivation = "identity";
        document.question.layer = 100;
        const figures::Panel panel = drawn(document).panels.front();
        EXPECT_EQ(panel.y.unit.substr(0, 3), gain > 1 ? "10^" : "");
        EXPECT_GT(panel.y.upper, 1e-3);
        EXPECT_LT(panel.y.upper, 1.1e4);
    }
}

TEST(SignedGradients, AFarPinStretchesNothingAndIsNamed)
{
    model::Document document = signedView(4, 1);
    model::Scenario alike = document.scenario, far = document.scenario;
    alike.seed = 2;
    far.gain = 50;
    far.activation = far.outputActivation = "identity";
    const double alone = drawn(document).panels.front().y.upper;
    document.pins = {{"alike", alike}, {"far", far}};
    const figures::Figure figure = drawn(document);
    EXPECT_LT(figure.panels.front().y.upper, 4.5 * alone);
    EXPECT_TRUE(findElement<figures::Line>(figure.panels.front(), "alike: ± root mean square of δˡ"));
    EXPECT_TRUE(says(figure, "“far: ± root mean square of δˡ” lies beyond this axis"));
}

TEST(SignedGradients, ADeadLayerIsMarkedNotDrawnAsNarrow)
{
    model::Document document = signedView(5, 1);
    document.scenario.layers = {{4, 0.0, {}}};
    document.scenario.initializer = "constant";
    const figures::Figure figure = drawn(document);
    EXPECT_TRUE(says(figure, "δˡ is exactly 0 in layers 1–3: marked 0."));
}

} // namespace signed_gradients_test
} // namespace deltascope::evaluation
