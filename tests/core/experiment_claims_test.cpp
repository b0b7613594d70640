// SPDX-License-Identifier: GPL-3.0-or-later
// What the presets that train tell the user to look for, asserted on drawn digits and made data, so that the tests need
// no files. The effects are those of the papers that each preset names.
#include "evaluated.h"
#include "io/preset_json.h"
#include "published_speeds.h"
#include "training.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <sstream>

namespace deltascope {
namespace {

Document experiment(const std::string& id)
{
    std::stringstream text;
    text << std::ifstream(DELTASCOPE_SOURCE_DIR "/resources/presets/" + id + ".json").rdbuf();
    const Result<Preset> preset = readPreset(id, text.str());
    EXPECT_TRUE(preset) << id;
    return preset ? preset->document : Document{};
}

/// The course after so many epochs.
Trace courseOf(Scenario scenario, int epochs)
{
    scenario.epochs = epochs;
    Training training(scenario, std::make_shared<const Dataset>(makeDataset(scenario).value()), {.threads = 1});
    while (training.advance() == Training::Outcome::stepped) { }
    EXPECT_FALSE(training.divergence());
    return training.trace();
}

double costAfter(const Scenario& scenario, int epochs)
{
    const Trace course = courseOf(scenario, epochs);
    return course.record(course.size() - 1).cost.nearestDouble();
}

// Only the mean square of the inputs matters at epoch 0, and that of drawn digits is that of MNIST to some per cent.
TEST(ExperimentClaims, NielsenStartsInsideTheBands)
{
    for (int hidden = 2; hidden <= 4; ++hidden) {
        const Scenario scenario = experiment("nielsen_" + std::to_string(hidden)).scenario;
        const PublishedSpeeds* published = publishedSpeeds(scenario);
        ASSERT_TRUE(published);
        EXPECT_EQ(published->hiddenLayers, hidden);
        const Evaluation start = evaluated(scenario);
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
TEST(ExperimentClaims, TheTopSigmoidLayerFallsTowardsZeroAndTheOthersDoNot)
{
    const Trace course = courseOf(experiment("glorot_sigmoid").scenario, 12);
    const std::size_t end = course.size() - 1;
    EXPECT_NEAR(course.layer(0, 4).mean, 0.5, 0.05);
    EXPECT_LT(course.layer(end, 4).mean, 0.05);
    for (int layer = 1; layer <= 2; ++layer)
        EXPECT_NEAR(course.layer(end, layer).mean, 0.5, 0.15) << layer;
    EXPECT_GT(course.record(end).cost.nearestDouble(), 2.2); // it has learnt nothing: ln 10 is 2.3
}

// Glorot & Bengio 2010, figures 7 and 8.
TEST(ExperimentClaims, TheNormalizedStartKeepsTheSpreadOfErrors)
{
    const auto ratio = [](const Evaluation& evaluation, Scaled LearningSpeeds::*speed) {
        return (evaluation.layer(1).speed.*speed / evaluation.layer(4).speed.*speed).nearestDouble();
    };
    const Evaluation standard = evaluated(experiment("glorot_standard").scenario),
                     normalized = evaluated(experiment("glorot_normalized").scenario);
    EXPECT_LT(ratio(standard, &LearningSpeeds::rms), 0.35);
    EXPECT_GT(ratio(normalized, &LearningSpeeds::rms), 0.6);
    EXPECT_LT(ratio(normalized, &LearningSpeeds::rms), 1.7);
}

TEST(ExperimentClaims, TheNormalizedStartIsAheadInTheFirstEpochs)
{
    const Trace standard = courseOf(experiment("glorot_standard").scenario, 1),
                normalized = courseOf(experiment("glorot_normalized").scenario, 1);
    EXPECT_LT(normalized.record(1).cost.nearestDouble(), 0.6 * standard.record(1).cost.nearestDouble());
}

// Sutskever et al. 2013, table 1.
TEST(ExperimentClaims, MomentumGoesFurtherInTheSameSteps)
{
    constexpr int kEpochs = 250; // a quarter of the preset's: at its end the gap is wider still
    const double plain = costAfter(experiment("sutskever_plain").scenario, kEpochs),
                 momentum = costAfter(experiment("sutskever_momentum").scenario, kEpochs),
                 nesterov = costAfter(experiment("sutskever_nesterov").scenario, kEpochs);
    EXPECT_LT(momentum, plain / 2);
    EXPECT_LT(nesterov, plain / 2);
}

// Sutskever et al. 2013, table 4.
TEST(ExperimentClaims, NoMomentumMakesUpForTooLargeAStart)
{
    const Document document = experiment("initial_scale");
    ASSERT_EQ(document.pins.size(), 4u);
    constexpr int kEpochs = 120;
    const double own = costAfter(document.scenario, kEpochs);
    for (const Pin& pin : document.pins) {
        const double cost = costAfter(pin.scenario, kEpochs);
        if (pin.scenario.gain > 1)
            EXPECT_GT(cost, 3 * own) << pin.name;
        else
            EXPECT_LT(cost, own) << pin.name;
    }
}

TEST(ExperimentClaims, WhatIsComparedDiffersInOneThing)
{
    for (const char* id : {"sutskever_plain", "sutskever_momentum", "sutskever_nesterov", "initial_scale",
             "glorot_standard", "glorot_normalized", "softsign"}) {
        const Document document = experiment(id);
        ASSERT_FALSE(document.pins.empty()) << id;
        for (const Pin& pin : document.pins) {
            Scenario alike = pin.scenario;
            alike.optimizer = document.scenario.optimizer;
            alike.gain = document.scenario.gain;
            alike.initializer = document.scenario.initializer;
            alike.activation = document.scenario.activation;
            EXPECT_EQ(alike, document.scenario) << id << ": " << pin.name;
        }
    }
}

} // namespace
} // namespace deltascope
