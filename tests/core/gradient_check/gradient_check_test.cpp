// SPDX-License-Identifier: GPL-3.0-or-later
// One entry of the gradient against differences: those that are carried are right where no double sees one, those of
// costs end where rounding begins. core/maths.md 1.22.
#include "gradient_check/gradient_check.h"

#include "base/registry.h"
#include "evaluation/evaluation.h"
#include "figures/figure_kind.h"
#include "formats/format_pass.h"
#include "network/activations/activation.h"
#include "network/structure.h"
#include "parameters/parameters.h"
#include "results/snapshot.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace deltascope::gradient_check {
namespace gradient_check_test {

using numerics::Scaled;

GradientCheck checked(const model::Scenario& scenario, CheckedParameter parameter)
{
    EXPECT_FALSE(parameters::validate(scenario));
    const data::Dataset data = *data::makeDataset(scenario);
    return *checkGradient(scenario, data, network::Network(scenario, data), parameter);
}

double errorOf(const GradientCheck& check)
{
    return relativeError(check.difference, check.analytic).nearestDouble();
}

model::Scenario wide()
{
    model::Scenario scenario;
    scenario.depth = 3;
    scenario.width = 4;
    scenario.inputs = 3;
    scenario.outputs = 2;
    scenario.data = "gaussian";
    scenario.examples = 5;
    scenario.initializer = "glorot_uniform";
    return scenario;
}

/// σ(w₂σ(w₁a₀ + b₁) + b₂) against 0 in long double.
long double costOfTwo(long double w1, long double w2, long double bias)
{
    const auto logistic = [](long double z) { return 1 / (1 + std::exp(-z)); };
    const long double a = logistic(w2 * logistic(w1 * 0.7L + bias) + bias);
    return a * a / 2;
}

TEST(GradientOfOneEntry, IsThatOfLongDoubles)
{
    model::Scenario scenario;
    scenario.depth = 2;
    scenario.weight = 1.5;
    scenario.bias = -0.25;
    scenario.input = 0.7;
    const GradientCheck check = checked(scenario, {.layer = 1, .row = 1, .column = 1});
    const long double h = 1e-6L;
    const long double truth = (costOfTwo(1.5L + h, 1.5L, -0.25L) - costOfTwo(1.5L - h, 1.5L, -0.25L)) / (2 * h);
    EXPECT_NEAR(check.analytic.nearestDouble(), static_cast<double>(truth), 1e-11);
    EXPECT_TRUE(check.carried);
    EXPECT_LT(errorOf(check), 1e-9);
    EXPECT_EQ(check.value, 1.5);
}

TEST(GradientOfOneEntry, AgreesInEveryActivationAndCost)
{
    for (const activations::Activation* activation : activations::activationsRegistry()) {
        if (activation->maxDerivative == 0 || activation->of) // a step has none; typed ones want a text
            continue;
        model::Scenario scenario = wide();
        scenario.activation = std::string(activation->id);
        // Not a bias behind ReLU: where a whole layer is dead, z is exactly at the kink, which has no derivative.
        for (const bool softmax : {false, true}) {
            scenario.loss = softmax ? "softmax" : "quadratic";
            scenario.outputActivation = softmax ? "identity" : "tanh";
            for (const CheckedParameter at : {CheckedParameter{1, 2, 3}, {1, 4, 0}, {2, 3, 1}, {3, 1, 2}}) {
                const GradientCheck check = checked(scenario, at);
                EXPECT_TRUE(check.carried);
                if (!check.analytic.isZero()) {
                    EXPECT_LT(errorOf(check), 1e-7) << activation->id << " layer " << at.layer;
                }
            }
        }
    }
}

TEST(GradientOfOneEntry, AgreesWhereDoublesEnd)
{
    model::Scenario scenario;
    scenario.depth = 1000;
    scenario.initializer = "balanced";
    const GradientCheck check = checked(scenario, {.layer = 1, .row = 1, .column = 0});
    // δ₁ = ¼¹⁰⁰⁰ · (½ − 0), every z being 0 but for the rounding of the biases
    EXPECT_NEAR(check.analytic.log10(), 1000 * std::log10(0.25) + std::log10(0.5), 1e-9);
    EXPECT_LT(errorOf(check), 1e-9);
    EXPECT_EQ(check.inSingle, 0.0);
    for (const DifferenceBy& each : check.differences) {
        EXPECT_EQ(each.inDouble, 0.0);
        EXPECT_EQ(each.inSingle, 0.0);
    }
}

TEST(GradientOfOneEntry, HasAnErrorThatIsAVInDoubleAndHasNoLeftArmWhereCarried)
{
    model::Scenario scenario;
    scenario.depth = 3;
    const GradientCheck check = checked(scenario, {.layer = 1, .row = 1, .column = 1});
    const auto error = [&](double difference) {
        return relativeError(Scaled::from(difference), check.analytic).nearestDouble();
    };
    double best = 1, at = 0;
    for (const DifferenceBy& each : check.differences) {
        const double here = error(*each.inDouble);
        if (here < best) {
            best = here;
            at = each.step;
        }
        // h² C‴/6C′, C‴ and C′ of a size
        EXPECT_LT(relativeError(each.carried, check.analytic).nearestDouble(), each.step * each.step + 1e-13);
    }
    EXPECT_EQ(error(*check.differences.front().inDouble), 1); // 1 ± 10⁻¹⁶ is 1
    EXPECT_LT(best, 1e-9);
    EXPECT_GT(at, 1e-8);
    EXPECT_LT(at, 1e-2);
    EXPECT_GT(error(*check.differences.back().inDouble), 1e3 * best);
}

TEST(GradientOfOneEntry, InFloat32IsThatOfTheFormatsPass)
{
    model::Scenario scenario;
    scenario.depth = 6;
    scenario.weight = -1.7;
    scenario.bias = 0.3;
    const data::Dataset data = *data::makeDataset(scenario);
    const network::Network network(scenario, data);
    const auto pass = formats::formatPass(
        {network, data, scenario.loss, 1}, numerics::floatFormats()[2], numerics::Rounding::Underflow::gradual);
    for (int layer = 1; layer <= scenario.depth; ++layer) {
        const auto check = checkGradient(scenario, data, network, {.layer = layer, .row = 1, .column = 0});
        EXPECT_EQ(Scaled::from(std::abs(*check->inSingle)), pass->speed(layer).size) << layer;
    }
}

TEST(GradientOfOneEntry, OfOtherLayersIsThatOfTheirCosts)
{
    const auto agrees = [](const char* name, const model::Scenario& scenario, const CheckedParameter& at) {
        const GradientCheck check = checked(scenario, at);
        EXPECT_FALSE(check.carried) << name;
        EXPECT_FALSE(check.inSingle) << name;
        EXPECT_LT(errorOf(check), 1e-6) << name;
    };
    model::Scenario tied = wide();
    tied.depth = 5;
    tied.tied = true;
    agrees("tied", tied, {3, 2, 2});
    agrees("tied, bias", tied, {4, 1, 0});
    model::Scenario residual = wide();
    residual.residual = 1;
    agrees("residual", residual, {2, 1, 1});
    for (const char* normalization : {"layer", "batch", "rms"}) {
        model::Scenario normalized = wide();
        normalized.normalization = normalization;
        agrees(normalization, normalized, {1, 2, 1});
    }
    model::Scenario gated = tied;
    gated.gate = "gru";
    agrees("gated", gated, {2, 1, 1});
    model::Scenario dropped = wide();
    dropped.dropout = 0.3;
    agrees("dropout", dropped, {3, 1, 2});
}

TEST(GradientOfOneEntry, IsTheLargestOfItsLayerWhereNoneIsNamed)
{
    const model::Scenario scenario = wide();
    const GradientCheck largest = checked(scenario, {.layer = 2});
    for (int row = 1; row <= 4; ++row)
        for (int column = 1; column <= 4; ++column)
            EXPECT_FALSE(numerics::abs(largest.analytic)
                < numerics::abs(checked(scenario, {.layer = 2, .row = row, .column = column}).analytic));
    EXPECT_EQ(checked(scenario, {.layer = 2, .column = 0}).parameter.column, 0);
}

TEST(GradientOfOneEntry, IsNotCheckedWhereWeightsAreMadeOfOthers)
{
    model::Scenario scenario = wide();
    EXPECT_TRUE(whyNoGradientCheck(scenario).empty());
    scenario.parametrization = "weight_normalization";
    EXPECT_FALSE(whyNoGradientCheck(scenario).empty());
}

TEST(GradientOfOneEntry, WhatTheLayerDoesNotHaveIsSaidInOneSentence)
{
    const model::Scenario scenario = wide(); // 3 inputs, layers of 4, 4 and 2
    const auto said = [&](CheckedParameter parameter) { return plainText(noSuchParameter(scenario, parameter)); };
    EXPECT_EQ(said({.layer = 1, .row = 4, .column = 3}), "");
    EXPECT_EQ(said({.layer = 3, .row = 2, .column = 0}), "");
    EXPECT_EQ(said({.layer = 2, .row = 0, .column = 99}), "") << "the largest, whatever the column";
    EXPECT_EQ(said({.layer = 4}), "There is no layer 4: the network has 3.");
    EXPECT_EQ(said({.layer = 3, .row = 3}), "Layer 3 has no neuron 3 to check a gradient of: its neurons are 1 to 2.");
    EXPECT_EQ(said({.layer = 1, .row = 1, .column = 4}),
        "No weight of layer 1 comes from a neuron 4, whose gradient could be checked: those before it are 1 to 3.");
}

TEST(GradientOfOneEntry, IsTheOneThatTheQuestionNames)
{
    model::Document document;
    document.scenario = wide();
    document.question.layer = 2;
    document.question.checkedRow = 3;
    for (const int column : {0, 1, 4}) {
        document.question.checkedColumn = column;
        const results::Snapshot snapshot = results::computeSnapshot(document, results::needs<GradientCheck>());
        const GradientCheck* check = snapshot.get<GradientCheck>();
        ASSERT_NE(check, nullptr);
        EXPECT_EQ(check->parameter, (CheckedParameter{2, 3, column}));
        EXPECT_EQ(*check, checked(document.scenario, {2, 3, column}));
    }
    document.question.checkedRow = 5; // a layer of 4
    const results::Snapshot none = results::computeSnapshot(document, results::needs<GradientCheck>());
    EXPECT_EQ(none.get<GradientCheck>(), nullptr);
    const figures::FigureKind& kind = *findKind(figures::figuresRegistry(), "gradient_check");
    EXPECT_EQ(plainText(kind.build(none, document.question, {}).caption),
        "Layer 2 has no neuron 5 to check a gradient of: its neurons are 1 to 4.");
}

} // namespace gradient_check_test
} // namespace deltascope::gradient_check
