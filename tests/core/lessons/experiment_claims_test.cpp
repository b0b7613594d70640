// SPDX-License-Identifier: GPL-3.0-or-later
// What the presets that train tell the user to look for: every number in their texts, from an actual run, on the drawn
// digits that everyone has and, where DELTASCOPE_DATA or shared/data beside the sources has them, on those of MNIST
// too. core/maths.md 14.1 to 14.4.
#include "core/support/evaluated.h"
#include "documents/preset_json.h"
#include "training/momentum_schedule.h"
#include "training/published_speeds.h"
#include "training/training.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

namespace deltascope::lessons {
namespace experiment_claims_test {

namespace fs = std::filesystem;

documents::Preset preset(const std::string& id)
{
    std::stringstream text;
    text << std::ifstream(DELTASCOPE_SOURCE_DIR "/resources/presets/" + id + ".json").rdbuf();
    Result<documents::Preset> read = documents::readPreset(id, text.str());
    EXPECT_TRUE(read) << id;
    return read ? *std::move(read) : documents::Preset{};
}

model::Document experiment(const std::string& id)
{
    return preset(id).document;
}

/// That the preset's text says this, so that the number tested is the number told.
void expectSaid(const std::string& id, const std::string& words)
{
    const std::string text = plainText(preset(id).lookFor);
    EXPECT_NE(text.find(words), std::string::npos) << id << ": “" << words << "” is not in: " << text;
}

/// The folders that data are looked for in: none (drawn digits), and MNIST's where it is there.
std::vector<data::DataFolder> folders()
{
    std::vector<data::DataFolder> all{{}};
    fs::path found;
    if (const char* given = std::getenv("DELTASCOPE_DATA"))
        found = given;
    for (fs::path above = fs::path(DELTASCOPE_SOURCE_DIR).parent_path(); found.empty(); above = above.parent_path()) {
        if (fs::exists(above / "shared" / "data" / "mnist"))
            found = above / "shared" / "data";
        if (above == above.parent_path())
            break;
    }
    if (fs::exists(found / "mnist"))
        all.push_back({(found / "mnist").string()});
    return all;
}

enum class Statistics { none, ofActivations };

/// The course after so many epochs.
training::Trace courseOf(model::Scenario scenario, int epochs, const data::DataFolder& folder = {},
    Statistics statistics = Statistics::ofActivations)
{
    scenario.epochs = epochs;
    auto data = std::make_shared<const data::Dataset>(data::makeDataset(scenario, {}, folder).value());
    training::Training training(scenario, std::move(data), {.statistics = statistics == Statistics::ofActivations});
    while (training.advance() == training::Training::Outcome::stepped) { }
    EXPECT_FALSE(training.divergence());
    return training.trace();
}

double costAt(const training::Trace& course, std::size_t epoch)
{
    return course.record(epoch).cost.nearestDouble();
}

double costAfter(const model::Scenario& scenario, int epochs)
{
    const training::Trace course = courseOf(scenario, epochs, {}, Statistics::none);
    return costAt(course, course.size() - 1);
}

/// Speed of the last hidden layer over that of the first, epoch by epoch.
struct Gap {
    std::vector<double> ratios;

    double start() const { return ratios.front(); }
    double end() const { return ratios.back(); }
    double least() const { return *std::ranges::min_element(ratios); }
    double most() const { return *std::ranges::max_element(ratios); }
    int nearest() const { return static_cast<int>(std::ranges::min_element(ratios) - ratios.begin()); }
};

Gap gapOf(const training::PublishedSpeeds& published)
{
    Gap gap;
    for (int epoch = 0; epoch < published.epochs(); ++epoch)
        gap.ratios.push_back(published.norm(epoch, published.hiddenLayers) / published.norm(epoch, 1));
    return gap;
}

Gap gapOf(const training::Trace& course, int hidden)
{
    Gap gap;
    for (std::size_t epoch = 0; epoch < course.size(); ++epoch)
        gap.ratios.push_back(
            (course.layer(epoch, hidden).biasSpeed / course.layer(epoch, 1).biasSpeed).nearestDouble());
    return gap;
}

/// “no speed of a hidden layer is over twice his, or below half of it”
void expectNearHis(const training::Trace& course, const training::PublishedSpeeds& his)
{
    for (int epoch = 0; epoch < his.epochs(); ++epoch)
        for (int layer = 1; layer <= his.hiddenLayers; ++layer) {
            const double own = course.layer(static_cast<std::size_t>(epoch), layer).biasSpeed.nearestDouble();
            EXPECT_LE(own, 2 * his.norm(epoch, layer)) << epoch << ", layer " << layer;
            EXPECT_GE(own, his.norm(epoch, layer) / 2) << epoch << ", layer " << layer;
        }
}

TEST(ExperimentClaims, NielsensGapsAreAsTold)
{
    expectSaid("nielsen_2", "about five times as fast at the start, 1.3 times near epoch 70");
    expectSaid("nielsen_2", "1.9 times at the end");
    expectSaid("nielsen_3", "about thirty times as fast at the start, eight times at the end");
    expectSaid("nielsen_4", "55 to 150 times as fast; they come nearest near epoch 60");
    for (int hidden = 2; hidden <= 4; ++hidden) {
        const std::string id = "nielsen_" + std::to_string(hidden);
        expectSaid(id, "learns faster than the first for all 500 epochs");
        expectSaid(id, "no speed of a hidden layer is over twice his, or below half of it");
        const model::Scenario scenario = experiment(id).scenario;
        ASSERT_EQ(scenario.epochs, 500);
        for (const data::DataFolder& folder : folders()) {
            const training::Trace course = courseOf(scenario, 499, folder, Statistics::none);
            const Gap gap = gapOf(course, hidden);
            SCOPED_TRACE(id + " " + folder.path);
            EXPECT_GT(gap.least(), 1);
            expectNearHis(course, *training::publishedSpeeds(scenario));
            if (hidden == 2) {
                EXPECT_NEAR(gap.start(), 5, 0.3);
                EXPECT_NEAR(gap.least(), 1.3, 0.05);
                EXPECT_NEAR(gap.nearest(), 70, 10);
                EXPECT_NEAR(gap.end(), 1.9, 0.05);
            } else if (hidden == 3) {
                EXPECT_NEAR(gap.start(), 30, 2);
                EXPECT_NEAR(gap.end(), 8, 0.5);
            } else {
                EXPECT_GE(gap.least(), 55);
                EXPECT_LE(gap.most(), 150);
                EXPECT_NEAR(gap.nearest(), 60, 5);
            }
        }
    }
}

TEST(ExperimentClaims, NielsensOwnGapsAreAsTold)
{
    const auto his = [](const char* id) { return gapOf(*training::publishedSpeeds(experiment(id).scenario)); };
    expectSaid("nielsen_2", "4.7, 1.2 and 2.8 times");
    EXPECT_NEAR(his("nielsen_2").start(), 4.7, 0.05);
    EXPECT_NEAR(his("nielsen_2").least(), 1.2, 0.05);
    EXPECT_NEAR(his("nielsen_2").end(), 2.8, 0.05);
    expectSaid("nielsen_3", "it is 15 to 31 times");
    EXPECT_NEAR(his("nielsen_3").least(), 15, 0.5);
    EXPECT_NEAR(his("nielsen_3").most(), 31, 0.5);
    expectSaid("nielsen_4", "it is 49 to 138 times");
    EXPECT_NEAR(his("nielsen_4").least(), 49, 0.5);
    EXPECT_NEAR(his("nielsen_4").most(), 138, 0.5);
}

// Only the mean square of the inputs matters at epoch 0, and that of drawn digits is that of MNIST to some per cent.
TEST(ExperimentClaims, NielsenStartsInsideTheBands)
{
    for (int hidden = 2; hidden <= 4; ++hidden) {
        const model::Scenario scenario = experiment("nielsen_" + std::to_string(hidden)).scenario;
        const training::PublishedSpeeds* published = training::publishedSpeeds(scenario);
        ASSERT_TRUE(published);
        EXPECT_EQ(published->hiddenLayers, hidden);
        const evaluation::Evaluation start = evaluated(scenario);
        for (int layer = 1; layer <= hidden; ++layer) {
            const auto band = published->bandAt(0, layer);
            const double speed = start.layer(layer).speed.normOfMean.nearestDouble();
            constexpr double kOtherDigits = 1.1;
            EXPECT_GT(speed * kOtherDigits, band->p05) << hidden << ", layer " << layer;
            EXPECT_LT(speed, band->p95 * kOtherDigits) << hidden << ", layer " << layer;
        }
    }
}

// Glorot & Bengio 2010, figure 2.
TEST(ExperimentClaims, TheTopSigmoidLayerFallsTowardsZeroAndComesBack)
{
    expectSaid("glorot_sigmoid", "within a few epochs the mean activation of the last hidden layer falls below 0.05");
    expectSaid("glorot_sigmoid", "the first two stay between 0.5 and 0.6 and the third rises to nearly 0.8");
    expectSaid("glorot_sigmoid", "after some 45 epochs on MNIST, after 60 on the digits drawn here");
    for (const data::DataFolder& folder : folders()) {
        SCOPED_TRACE(folder.path);
        const std::size_t stuck = folder.path.empty() ? 60 : 45, back = stuck + 10;
        const training::Trace course = courseOf(experiment("glorot_sigmoid").scenario, static_cast<int>(back), folder);
        EXPECT_NEAR(course.layer(0, 4).mean, 0.5, 0.05);
        double third = 0;
        for (std::size_t epoch = 5; epoch <= stuck; ++epoch) {
            EXPECT_LT(course.layer(epoch, 4).mean, 0.05) << epoch;
            for (int layer = 1; layer <= 2; ++layer) {
                EXPECT_GT(course.layer(epoch, layer).mean, 0.495) << epoch;
                EXPECT_LT(course.layer(epoch, layer).mean, 0.605) << epoch;
            }
            third = std::max(third, course.layer(epoch, 3).mean);
            EXPECT_NEAR(costAt(course, epoch), std::log(10.0), 0.03) << epoch;
        }
        EXPECT_NEAR(third, 0.79, 0.02);
        EXPECT_GT(course.layer(back, 4).mean, 0.1);
        EXPECT_LT(costAt(course, back), 1.7);
    }
}

// Glorot & Bengio 2010, figures 7 and 8.
TEST(ExperimentClaims, TheStandardStartShrinksErrorsNotWeightGradients)
{
    expectSaid("glorot_standard", "seven- to tenfold");
    expectSaid("glorot_standard", "within a factor of 3 of one another");
    expectSaid("glorot_normalized", "all layers learn at about the same speed");
    const auto spread = [](const evaluation::Evaluation& evaluation, numerics::Scaled network::LearningSpeeds::*speed) {
        numerics::Scaled least = evaluation.layer(1).speed.*speed, most = least;
        for (int layer = 2; layer <= evaluation.depth(); ++layer) {
            least = std::min(least, evaluation.layer(layer).speed.*speed);
            most = std::max(most, evaluation.layer(layer).speed.*speed);
        }
        return (most / least).nearestDouble();
    };
    for (const data::DataFolder& folder : folders()) {
        SCOPED_TRACE(folder.path);
        const model::Scenario standard = experiment("glorot_standard").scenario,
                              normalized = experiment("glorot_normalized").scenario;
        const evaluation::Evaluation own = evaluation::evaluate(
                                         standard, data::makeDataset(standard, {}, folder).value()),
                                     other = evaluation::evaluate(
                                         normalized, data::makeDataset(normalized, {}, folder).value());
        const double shrunk = (own.layer(5).speed.normOfMean / own.layer(1).speed.normOfMean).nearestDouble();
        EXPECT_GT(shrunk, 6.9);
        EXPECT_LT(shrunk, 10.6);
        EXPECT_LT(spread(own, &network::LearningSpeeds::weight), 3);
        EXPECT_LT(spread(other, &network::LearningSpeeds::normOfMean), 1.5);
    }
}

TEST(ExperimentClaims, TheNormalizedStartIsAheadInTheFirstEpochs)
{
    expectSaid("glorot_standard", "in the first epochs it falls behind the pinned normalized initialization");
    for (const data::DataFolder& folder : folders()) {
        const training::Trace standard = courseOf(experiment("glorot_standard").scenario, 3, folder),
                              normalized = courseOf(experiment("glorot_normalized").scenario, 3, folder);
        for (std::size_t epoch = 1; epoch <= 3; ++epoch)
            EXPECT_LT(costAt(normalized, epoch), 0.6 * costAt(standard, epoch)) << folder.path << epoch;
    }
}

// Glorot & Bengio 2010, figure 3.
TEST(ExperimentClaims, SoftsignSaturatesLessThanTanh)
{
    expectSaid("softsign", "fewer than one in a hundred activations of any hidden layer");
    expectSaid("softsign", "about seven in a hundred of the last hidden layer");
    for (const data::DataFolder& folder : folders()) {
        SCOPED_TRACE(folder.path);
        const model::Document document = experiment("softsign");
        const training::Trace own = courseOf(document.scenario, 20, folder),
                              tanh = courseOf(document.pins.front().scenario, 20, folder);
        for (int layer = 1; layer <= 4; ++layer)
            EXPECT_LT(own.layer(20, layer).saturated, 0.01) << layer;
        EXPECT_NEAR(tanh.layer(20, 4).saturated, 0.07, 0.015);
    }
}

model::Scenario perturbed(model::Scenario scenario, double relative)
{
    scenario.gain *= 1 + relative; // every weight at the start
    return scenario;
}

model::Scenario seeded(model::Scenario scenario, std::int64_t seed)
{
    scenario.seed = seed;
    return scenario;
}

// Sutskever et al. 2013, table 1.
TEST(ExperimentClaims, MomentumEndsATenthAsHigh)
{
    for (const char* id : {"sutskever_plain", "sutskever_momentum", "sutskever_nesterov"}) {
        const model::Scenario scenario = experiment(id).scenario;
        expectSaid(id, "from 0.5 to 0.97");
        EXPECT_EQ(training::momentumAt(scenario.momentumSchedule, scenario.momentum, 0), 0.5);
        EXPECT_NEAR(training::momentumAt(scenario.momentumSchedule, scenario.momentum, 3999), 0.97, 0.005);
        EXPECT_EQ(scenario.epochs * (scenario.examples / scenario.batch), 4000);
    }
    expectSaid("sutskever_plain", "about ten times that of classical momentum and of Nesterov’s");
    expectSaid("sutskever_momentum", "about a tenth of that of plain descent");
    expectSaid("sutskever_nesterov", "about where classical momentum does, both at a tenth");
    // A claim that hangs on a last digit would fall here: start values off by 10⁻¹² of themselves.
    for (const double relative : {0.0, 1e-12}) {
        const double plain = costAfter(perturbed(experiment("sutskever_plain").scenario, relative), 1000),
                     momentum = costAfter(perturbed(experiment("sutskever_momentum").scenario, relative), 1000),
                     nesterov = costAfter(perturbed(experiment("sutskever_nesterov").scenario, relative), 1000);
        EXPECT_NEAR(plain / momentum, 10, 1.5);
        EXPECT_NEAR(plain / nesterov, 10, 1.5);
        EXPECT_NEAR(momentum / nesterov, 1, 0.1);
    }
}

TEST(ExperimentClaims, MomentumIsAheadForEverySeed)
{
    constexpr int kEpochs = 250; // those of the lesson
    for (std::int64_t seed = 1; seed <= 8; ++seed) {
        const double plain = costAfter(seeded(experiment("sutskever_plain").scenario, seed), kEpochs),
                     momentum = costAfter(seeded(experiment("sutskever_momentum").scenario, seed), kEpochs);
        EXPECT_GT(plain / momentum, 2.2) << seed; // “a third of it”
        EXPECT_LT(plain / momentum, 5) << seed;
    }
}

TEST(ExperimentClaims, AtALargeMuNesterovComesDownAndClassicalMomentumDoesNot)
{
    expectSaid("sutskever_nesterov", "Set the schedule to constant, and μ is 0.99 from the first step");
    expectSaid("sutskever_nesterov", "classical momentum stays near a cost of 1 or above");
    for (const double relative : {0.0, 1e-12}) {
        model::Scenario scenario = perturbed(experiment("sutskever_nesterov").scenario, relative);
        EXPECT_EQ(scenario.momentum, 0.99);
        scenario.momentumSchedule = "constant";
        EXPECT_LT(costAfter(scenario, 1000), 0.02);
        scenario.optimizer = "momentum";
        EXPECT_GT(costAfter(scenario, 1000), 0.7);
    }
}

// Sutskever et al. 2013, table 4.
TEST(ExperimentClaims, NoMomentumMakesUpForABadStart)
{
    expectSaid("initial_scale", "At a quarter of the size the cost gets stuck at 1.6");
    expectSaid("initial_scale", "the error of layer 1 is 2·10⁻⁵ of that of layer 8");
    expectSaid("initial_scale", "ends some twelve times as high");
    expectSaid("initial_scale",
        "at twice the size it does just as well; at four times the size it ends some three times as high");
    const model::Document document = experiment("initial_scale");
    ASSERT_EQ(document.pins.size(), 4u);
    const evaluation::Evaluation small = evaluated(document.pins.front().scenario);
    EXPECT_NEAR((small.layer(1).speed.normOfMean / small.layer(8).speed.normOfMean).nearestDouble(), 2e-5, 0.5e-5);
    const double own = costAfter(document.scenario, 1000);
    std::map<double, double> costs; // by size
    for (const model::Pin& pin : document.pins)
        costs[pin.scenario.gain / document.scenario.gain] = costAfter(pin.scenario, 1000);
    EXPECT_NEAR(costs.at(0.25), 1.6, 0.05);
    EXPECT_NEAR(costs.at(0.5) / own, 12, 1.5);
    EXPECT_NEAR(costs.at(2) / own, 1, 0.15);
    EXPECT_GT(costs.at(4) / own, 2.2);
    EXPECT_LT(costs.at(4) / own, 5);
    // Only four times the size feels a last digit, and what is said of it has room for that.
    EXPECT_NEAR(costAfter(perturbed(document.scenario, 1e-12), 1000) / own, 1, 0.02);
    const double again = costAfter(perturbed(document.pins.back().scenario, 1e-12), 1000);
    EXPECT_GT(again / own, 2.2);
    EXPECT_LT(again / own, 5);
}

TEST(ExperimentClaims, ASmallStartStopsForEverySeed)
{
    const model::Document document = experiment("initial_scale");
    constexpr int kEpochs = 250;
    for (std::int64_t seed = 1; seed <= 8; ++seed) {
        const double own = costAfter(seeded(document.scenario, seed), kEpochs);
        EXPECT_GT(costAfter(seeded(document.pins.front().scenario, seed), kEpochs), 20 * own) << seed;
    }
}

// Glorot & Bengio 2010, He et al. 2015 and 2016: distances of the race, each by its own sum of speeds.
TEST(ExperimentClaims, OnlyWithoutARemedyDoesTheFirstLayerStayAtTheStart)
{
    expectSaid("race", "layer 1 covers 1/4000 of the distance of layer 8 in 300 epochs");
    expectSaid("race", "layer 1 is ahead of layer 8 by a factor below 3, and every example is classified correctly");
    const model::Document document = experiment("race");
    ASSERT_EQ(document.pins.size(), 3u);
    const auto ratio = [](const training::Trace& course) {
        EXPECT_EQ(course.size(), 301u); // a record an epoch: nothing is left out
        double first = 0, last = 0;
        for (std::size_t i = 1; i < course.size(); ++i)
            for (const std::size_t end : {i - 1, i}) {
                first += course.layer(end, 1).biasSpeed.nearestDouble() / 2;
                last += course.layer(end, 8).biasSpeed.nearestDouble() / 2;
            }
        return first / last;
    };
    const training::Trace plain = courseOf(document.scenario, 300, {}, Statistics::none);
    EXPECT_NEAR(1 / ratio(plain), 4000, 500);
    EXPECT_NEAR(*plain.record(300).accuracy, 0.5, 0.06) << "guessing";
    for (const model::Pin& pin : document.pins) {
        const training::Trace course = courseOf(pin.scenario, 300, {}, Statistics::none);
        EXPECT_GT(ratio(course), 1) << pin.name;
        EXPECT_LT(ratio(course), 3) << pin.name;
        EXPECT_EQ(*course.record(300).accuracy, 1) << pin.name;
    }
}

TEST(ExperimentClaims, WhatIsComparedDiffersInOneThing)
{
    for (const char* id : {"sutskever_plain", "sutskever_momentum", "sutskever_nesterov", "initial_scale",
             "glorot_standard", "glorot_normalized", "softsign"}) {
        const model::Document document = experiment(id);
        ASSERT_FALSE(document.pins.empty()) << id;
        for (const model::Pin& pin : document.pins) {
            model::Scenario alike = pin.scenario;
            alike.optimizer = document.scenario.optimizer;
            alike.gain = document.scenario.gain;
            alike.initializer = document.scenario.initializer;
            alike.activation = document.scenario.activation;
            EXPECT_EQ(alike, document.scenario) << id << ": " << pin.name;
        }
    }
}

} // namespace experiment_claims_test
} // namespace deltascope::lessons
