// SPDX-License-Identifier: GPL-3.0-or-later
// Every number and every "because" that the phase diagram says, against arithmetic of the test's own.
// core/maths.md 9.10.
#include "core/support/theory_arithmetic.h"
#include "documents/document_json.h"
#include "figures/figure_kind.h"
#include "results/snapshot.h"
#include "theory/mean_field/phase_diagram.h"
#include "theory/mean_field/prediction.h"

#include <gtest/gtest.h>

#include <cmath>
#include <memory>
#include <string>
#include <vector>

namespace deltascope::mean_field {
namespace phase_claims_test {

using namespace theory_claims;

void expectPhaseIsTrue(const model::Scenario& scenario, const std::string& text, const Settled& truth)
{
    const std::string where = documents::writeScenario(scenario) + "\n" + text;
    const double factor = truth.factor;
    if (std::abs(factor - 1) < 3e-6)
        return; // either word is right
    const auto said = numbersIn(text, "σw = #, σb = #: χ₁ = #");
    ASSERT_EQ(said.size(), 3u) << where;
    EXPECT_NEAR(said[0], std::sqrt(variance(scenario, scenario.width, scenario.width)), 1e-3 * said[0] + 1e-9) << where;
    EXPECT_NEAR(said[1], std::sqrt(biasVariance(scenario, scenario.width)), 1e-3 * said[1] + 1e-9) << where;
    EXPECT_NEAR(said[2], factor, 6e-4 * factor) << where;
    if (factor == 0) { // a step
        EXPECT_NE(text.find("no gradient comes back through a hidden layer"), std::string::npos) << where;
        return;
    }
    EXPECT_NE(said[2], 1) << where;
    EXPECT_EQ(text.find(" < 1: ") != std::string::npos, factor < 1) << where;
    EXPECT_EQ(text.find("shrinks") != std::string::npos, factor < 1) << where;
    EXPECT_EQ(text.find("grows by") != std::string::npos, factor > 1) << where;
    const double relative = 0.01 + 1e-6 / std::abs(factor - 1); // q settled to 1e-10 only
    const auto layers = numbersIn(text, "e-fold every # layers");
    ASSERT_EQ(layers.size(), 1u) << where;
    EXPECT_NEAR(layers[0], std::abs(2 / std::log(factor)), relative * layers[0]) << where;
    if (const auto root = numbersIn(text, "√χ₁ = #"); !root.empty()) {
        EXPECT_NEAR(root[0], std::sqrt(factor), 1e-3 * root[0]) << where;
    } else {
        const auto percent = numbersIn(text, "by # %");
        ASSERT_EQ(percent.size(), 1u) << where;
        EXPECT_NEAR(percent[0], 100 * std::abs(std::sqrt(factor) - 1), (0.06 + relative) * percent[0]) << where;
    }
    const auto whole = numbersIn(text, "From layer # back to layer 1 that makes a factor of #");
    ASSERT_EQ(whole.size(), 2u) << where;
    EXPECT_EQ(whole[0], scenario.depth) << where;
    EXPECT_NEAR(std::log10(whole[1]), (scenario.depth - 1) * std::log10(factor) / 2, 0.003 * scenario.depth) << where;
}

void expectPlaceIsTrue(const std::string& text, const Settled& truth)
{
    EXPECT_EQ(text.find("grows without end") != std::string::npos, truth.grows) << text;
    if (truth.grows)
        return;
    const auto place = numbersIn(text, "settles at q. = #");
    ASSERT_EQ(place.size(), 1u) << text;
    EXPECT_NEAR(place[0], truth.q, 1e-3 * truth.q + 1e-11) << text;
}

TEST(PhaseClaims, OnRandomScenarios)
{
    RandomScenarios random(3);
    const figures::FigureKind& phase = *findKind(figures::figuresRegistry(), "phase");
    int known = 0;
    for (int i = 0; i < 150; ++i) {
        model::Document document;
        model::Scenario& scenario = document.scenario = random.next();
        scenario.examples = 1;
        scenario.residual = 0;
        // The point and its words alone: the map costs more and has tests of its own.
        const data::Dataset data = *data::makeDataset(scenario);
        PhaseDiagram diagram;
        diagram.columns = diagram.rows = 1;
        diagram.log10Factors = {0};
        diagram.current = phasePoint(scenario);
        diagram.reachedPoints = *reachedPoints(scenario, data);
        diagram.fixedPoint = diagram.reachedPoints.reached.front().point;
        results::Snapshot snapshot;
        snapshot.scenario = scenario;
        snapshot.put<PhaseDiagram>(std::make_shared<const PhaseDiagram>(diagram));
        const std::string text = everythingSaid(phase.build(snapshot, document.question, document.view));
        const double start = inLayer1(scenario, data.inputs.squaredNorm() / static_cast<double>(data.inputs.size()));
        const Settled truth = settled(scenario, start);
        if (!truth.known || diagram.reachedPoints.everywhere)
            continue;
        ++known;
        expectPhaseIsTrue(scenario, text, truth);
        expectPlaceIsTrue(text, truth);
    }
    EXPECT_GE(known, 120);
}

TEST(PhaseClaims, AtTheEdges)
{
    const figures::FigureKind& phase = *findKind(figures::figuresRegistry(), "phase");
    const auto said = [&](const char* f, double gain, double bias, double input) {
        model::Document document;
        document.scenario.activation = f;
        document.scenario.initializer = "mean_field";
        document.scenario.gain = gain;
        document.scenario.biasDeviation = bias;
        document.scenario.width = document.scenario.inputs = 40;
        document.scenario.depth = 6;
        document.scenario.input = input;
        return everythingSaid(
            phase.build(results::computeSnapshot(document, phase.needs()), document.question, document.view));
    };
    const auto has = [](const std::string& text, const char* part) { return text.find(part) != std::string::npos; };
    const double root2 = std::sqrt(2.0);
    const std::string he = said("relu", root2, 0, 3);
    EXPECT_TRUE(has(he, "χ₁ = 1 to within 10⁻⁶, critical")) << he;
    EXPECT_TRUE(has(he, "stays the same from layer to layer, whatever it is: at q* = 18")) << he;
    EXPECT_FALSE(has(he, "without end")) << he;
    const std::string biased = said("relu", root2, 0.1, 3);
    EXPECT_TRUE(has(biased, "critical") && has(biased, "grows without end")) << biased;
    const std::string leaky = said("leaky_relu", root2, 0, 1);
    EXPECT_TRUE(has(leaky, "χ₁ = 1.0001 > 1")) << leaky;
    EXPECT_TRUE(
        has(leaky, "grows by 0.005 % per layer, e-fold every 2e4 layers") || has(leaky, "e-fold every 20001 layers"))
        << leaky;
    const std::string softplus = said("softplus", root2, 0, 1);
    EXPECT_TRUE(has(softplus, "grows without end")) << softplus;
    EXPECT_FALSE(has(softplus, "settles")) << softplus;
    const std::string low = said("gelu", 1.45, 0, 1), high = said("gelu", 1.45, 0, 2);
    EXPECT_TRUE(has(low, "χ₁ = 0.5256 < 1") && has(low, "settles at q* = 0 here")) << low;
    EXPECT_TRUE(has(high, "χ₁ = 1.051 > 1") && has(high, "grows without end")) << high;
    for (const std::string& text : {low, high})
        EXPECT_TRUE(has(text,
            "Where q goes depends on where it starts in layer 1: from below 3.044 to 0 (χ₁ = 0.5256), from above 3.044 "
            "to ∞ (χ₁ = 1.051)."))
            << text;
    const std::string swish = said("swish", 1.45, 0.4, std::sqrt(10.0));
    EXPECT_TRUE(has(swish, "grows without end")) << swish;
    EXPECT_TRUE(has(swish, "from below 7.253 to 0.4719 (χ₁ = 0.6967), from above 7.253 to ∞ (χ₁ = 1.051)")) << swish;
    const std::string nothing = said("tanh", 0, 1, 1);
    EXPECT_TRUE(has(nothing, "χ₁ = 0: in infinitely wide layers no gradient comes back")) << nothing;
    const std::string zero = said("relu", 1, 0, 0); // z = 0 exactly, and f′(0) = 0
    EXPECT_TRUE(has(zero, "χ₁ = 0")) << zero;
    const std::string tiny = said("relu", 1, 0, 1e-200); // q = 10^−400 is not 0
    EXPECT_TRUE(has(tiny, "χ₁ = 0.5 < 1")) << tiny;
    for (const double gain : {1 - 4e-7, 1.0, 1 + 4e-7})
        EXPECT_TRUE(has(said("identity", gain, 0, 1), "critical")) << gain;
    EXPECT_TRUE(has(said("identity", 1 - 6e-7, 0, 1), "χ₁ = 0.9999988 < 1"));
    EXPECT_TRUE(has(said("identity", 1 + 6e-7, 0, 1), "χ₁ = 1.0000012 > 1"));
}

TEST(PhaseClaims, OfExamplesThatGoToDifferentPlaces)
{
    model::Document document;
    model::Scenario& scenario = document.scenario;
    scenario.activation = "gelu";
    scenario.initializer = "mean_field";
    scenario.gain = 1.45;
    scenario.inputs = 2;
    scenario.width = 30;
    scenario.data = "gaussian";
    scenario.meanSquare = 1;
    scenario.examples = 60;
    const figures::FigureKind& phase = *findKind(figures::figuresRegistry(), "phase");
    const results::Snapshot snapshot = results::computeSnapshot(document, phase.needs());
    const figures::Figure figure = phase.build(snapshot, document.question, document.view);
    int low = 0;
    for (int x = 0; x < 60; ++x)
        low += settled(scenario, inLayer1(scenario, snapshot.data->inputs.col(x).squaredNorm() / 2)).q == 0;
    ASSERT_GT(low, 30); // most
    ASSERT_LT(low, 60);
    const std::string text = everythingSaid(figure),
                      low60 = "For " + std::to_string(low) + " of 60 examples: σw = 1.45";
    EXPECT_EQ(text.find(low60), 0u) << text;
    EXPECT_NE(text.find("to 0 (χ₁ = 0.5256) for " + std::to_string(low) + ", to ∞ (χ₁ = 1.051) for "
                  + std::to_string(60 - low) + " of them."),
        std::string::npos)
        << text;
}

} // namespace phase_claims_test
} // namespace deltascope::mean_field
