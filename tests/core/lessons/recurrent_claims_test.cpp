// SPDX-License-Identifier: GPL-3.0-or-later
// What the presets of networks through time tell the user to look for, asserted. core/maths.md 17.1 to 17.4.
#include "core/support/evaluated.h"
#include "documents/preset_json.h"
#include "results/shared_gradient.h"
#include "training/training.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <sstream>

namespace deltascope::lessons {
namespace recurrent_claims_test {

documents::Preset preset(const std::string& id)
{
    std::stringstream text;
    text << std::ifstream(DELTASCOPE_SOURCE_DIR "/resources/presets/" + id + ".json").rdbuf();
    Result<documents::Preset> read = documents::readPreset(id, text.str());
    EXPECT_TRUE(read) << id;
    return read ? *std::move(read) : documents::Preset{};
}

void expectSaid(const documents::Preset& preset, const std::string& words)
{
    const std::string text = plainText(preset.lookFor);
    EXPECT_NE(text.find(words), std::string::npos) << "“" << words << "” is not in: " << text;
}

/// δ of the first tied step over that of the last.
double shareOfFirstStep(const model::Scenario& scenario)
{
    const evaluation::Evaluation evaluation = evaluated(scenario);
    return evaluation::speedRatio(evaluation, 2, scenario.depth - 1).nearestDouble();
}

TEST(RecurrentClaims, TheSpectralRadiusDecidesWhatTheFirstStepsSay)
{
    const documents::Preset through = preset("through_time");
    const model::Scenario& one = through.document.scenario;
    ASSERT_EQ(through.document.pins.size(), 2u);
    const model::Scenario &below = through.document.pins[0].scenario, &above = through.document.pins[1].scenario;
    expectSaid(through, "0.96 of that of step 30");
    EXPECT_NEAR(shareOfFirstStep(one), 0.96, 0.005);
    expectSaid(through, "a nineteenth");
    EXPECT_NEAR(1 / shareOfFirstStep(below), 19, 0.5);
    EXPECT_NEAR(shareOfFirstStep(below), std::pow(0.9, 28), 0.001);
    expectSaid(through, "9 times");
    EXPECT_NEAR(shareOfFirstStep(above), 9.4, 0.2);
    EXPECT_LT(shareOfFirstStep(above), std::pow(1.1, 28)); // 14.4: what tanh takes is missing
    const auto shareOfLast = [](const model::Scenario& scenario, std::size_t steps) {
        const auto gradient = results::sharedGradient(scenario, dataOf(scenario), networkOf(scenario));
        double share = 0;
        for (std::size_t i = 0; i < steps; ++i)
            share += gradient->shares[gradient->shares.size() - 1 - i].nearestDouble();
        return share;
    };
    EXPECT_GT(shareOfLast(below, 14), 0.9); // of 29
    EXPECT_LT(shareOfLast(one, 14), 0.9);
}

double accuracyAfter(model::Scenario scenario, int steps)
{
    scenario.epochs = steps;
    training::Training training(scenario, sharedData(scenario), {.statistics = false});
    while (training.advance() == training::Training::Outcome::stepped) { }
    EXPECT_FALSE(training.divergence());
    return *training.trace().record(training.trace().size() - 1).accuracy;
}

TEST(RecurrentClaims, WhatIsRememberedFor60StepsHangsOnTheStart)
{
    const documents::Preset first = preset("first_bit");
    ASSERT_EQ(first.document.pins.size(), 2u);
    expectSaid(first, "After 50 steps of descent plain random initial weights get 64 %");
    EXPECT_NEAR(accuracyAfter(first.document.scenario, 50), 0.64, 0.005);
    for (const model::Pin& pin : first.document.pins)
        EXPECT_EQ(accuracyAfter(pin.scenario, 50), 1) << pin.name;
    expectSaid(first, "At a depth of 11 all three learn it.");
    std::vector<model::Scenario> all{first.document.scenario};
    for (const model::Pin& pin : first.document.pins)
        all.push_back(pin.scenario);
    for (model::Scenario& scenario : all) {
        scenario.depth = 11;
        EXPECT_EQ(accuracyAfter(scenario, 50), 1);
    }
}

} // namespace recurrent_claims_test
} // namespace deltascope::lessons
