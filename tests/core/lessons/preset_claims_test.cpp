// SPDX-License-Identifier: GPL-3.0-or-later
// What each preset tells the user to look for, asserted. The numbers are closed forms or those of the sources named
// there.
#include "base/registry.h"
#include "core/support/evaluated.h"
#include "diagnosis/diagnosis.h"
#include "documents/preset_json.h"
#include "evaluation/evaluation.h"
#include "figures/figure_kind.h"
#include "network/activations/activation.h"
#include "network/structure.h"
#include "theory/explosion/explosion_set.h"
#include "theory/explosion/steep_intervals.h"
#include "theory/mean_field/critical_point.h"
#include "theory/mean_field/mean_field.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace deltascope::lessons {
namespace preset_claims_test {

model::Document presetDocument(const std::string& id)
{
    std::stringstream text;
    text << std::ifstream(DELTASCOPE_SOURCE_DIR "/resources/presets/" + id + ".json").rdbuf();
    const Result<documents::Preset> preset = documents::readPreset(id, text.str());
    EXPECT_TRUE(preset) << id;
    return preset ? preset->document : model::Document{};
}

model::Scenario presetScenario(const std::string& id)
{
    return presetDocument(id).scenario;
}

/// Every factor has this sign and size to 12 digits of its logarithm.
void expectFactors(const evaluation::Evaluation& evaluation, double factor)
{
    for (const evaluation::LayerEvaluation& layer : evaluation.layers) {
        EXPECT_EQ(layer.factor.sign(), factor < 0 ? -1 : 1);
        EXPECT_NEAR(layer.factor.log10(), std::log10(std::abs(factor)), 1e-12);
    }
}

TEST(PresetClaims, VanishingLosesAQuarterALayer)
{
    const evaluation::Evaluation evaluation = evaluated(presetScenario("vanishing"));
    for (int layer = 1; layer <= evaluation.depth(); ++layer)
        EXPECT_LT(evaluation.layer(layer).factor.log10(), std::log10(0.25));
    for (int layer = 1; layer < evaluation.depth(); ++layer)
        EXPECT_LE(evaluation.layer(layer).speed.normOfMean.log10(),
            evaluation.layer(layer + 1).speed.normOfMean.log10() + std::log10(0.25));
    EXPECT_EQ(diagnosis::diagnose(presetScenario("vanishing"), evaluation).verdict, diagnosis::Verdict::vanishing);
}

TEST(PresetClaims, ExplosionIs25ALayer)
{
    const evaluation::Evaluation evaluation = evaluated(presetScenario("explosion"));
    expectFactors(evaluation, 25);
    for (int layer = 1; layer < evaluation.depth(); ++layer)
        EXPECT_NEAR(evaluation.layer(layer).speed.normOfMean.log10(),
            evaluation.layer(layer + 1).speed.normOfMean.log10() + std::log10(25.0), 1e-12);
    EXPECT_EQ(diagnosis::diagnose(presetScenario("explosion"), evaluation).verdict, diagnosis::Verdict::exploding);
}

TEST(PresetClaims, LargeWeightAloneVanishes)
{
    const model::Scenario scenario = presetScenario("large_w_does_not_help");
    const evaluation::Evaluation evaluation = evaluated(scenario);
    // σ′(100) = e^−100/(1 + e^−100)²
    EXPECT_NEAR(evaluation.layer(1).derivative.mean.log10(), -100 / std::log(10.0), 1e-12);
    EXPECT_NEAR(evaluation.layer(1).derivative.mean.log10(), -44, 1);
    EXPECT_LT(evaluation.product.log10(), evaluated(presetScenario("vanishing")).product.log10() - 100);
    EXPECT_EQ(diagnosis::diagnose(scenario, evaluation).verdict, diagnosis::Verdict::vanishing);
    model::Scenario balanced = scenario;
    balanced.initializer = "balanced";
    EXPECT_EQ(diagnosis::diagnose(balanced, evaluated(balanced)).verdict, diagnosis::Verdict::exploding);
}

TEST(PresetClaims, KnifeEdgeFallsAt051)
{
    model::Scenario scenario = presetScenario("knife_edge");
    expectFactors(evaluated(scenario), 25);
    const auto set =
        explosion::explosionSet(networkOf(scenario), scenario.input, presetDocument("knife_edge").question.k, {});
    ASSERT_TRUE(set);
    EXPECT_NEAR(set->measure.log10, std::log10(1.866e-5), 1e-3);
    EXPECT_NEAR(std::pow(10, set->measure.log10), 1.9e-5, 0.05e-5) << "as the text rounds it";
    scenario.input = 0.51;
    EXPECT_NEAR(evaluated(scenario).product.log10(), -46.17, 0.005);
}

TEST(PresetClaims, WidestWindowIsWidest)
{
    const model::Scenario scenario = presetScenario("widest_window");
    const activations::Activation& sigmoid = *findKind(activations::activationsRegistry(), "sigmoid");
    const std::optional<explosion::WidestSteepInterval> widest = explosion::widestSteepInterval(sigmoid);
    ASSERT_TRUE(widest);
    EXPECT_NEAR(widest->weight, 6.894151, 1e-6);
    EXPECT_NEAR(widest->width, 0.4477432, 1e-7);
    EXPECT_EQ(scenario.weight, 6.894151);
    const auto width = [](double w) { return 4 / w * std::acosh(std::sqrt(w) / 2); };
    EXPECT_GT(width(scenario.weight), width(scenario.weight - 0.01));
    EXPECT_GT(width(scenario.weight), width(scenario.weight + 0.01));
    EXPECT_EQ(-scenario.bias / scenario.weight, 0.5) << "centred on the middle of [0, 1]";
}

TEST(PresetClaims, BalancedEdgeIsExactlyOne)
{
    model::Scenario scenario = presetScenario("balanced_edge");
    const evaluation::Evaluation evaluation = evaluated(scenario);
    for (const evaluation::LayerEvaluation& layer : evaluation.layers) {
        EXPECT_EQ(layer.factor, numerics::Scaled::from(1));
        EXPECT_EQ(layer.speed.normOfMean, evaluation.layer(1).speed.normOfMean);
    }
    scenario.weight = 5;
    EXPECT_EQ(diagnosis::diagnose(scenario, evaluated(scenario)).verdict, diagnosis::Verdict::exploding);
    scenario.weight = 3;
    EXPECT_EQ(diagnosis::diagnose(scenario, evaluated(scenario)).verdict, diagnosis::Verdict::vanishing);
}

TEST(PresetClaims, AThousandLayersMake602Decades)
{
    const evaluation::Evaluation evaluation = evaluated(presetScenario("a_thousand_layers"));
    expectFactors(evaluation, 0.25);
    EXPECT_NEAR(evaluation.product.log10(), 1000 * std::log10(0.25), 1e-9);
    // δ^l = ½·¼^(1000 − l)·¼: below half of double's smallest number, 2^−1075, where 2·(1000 − l) + 3 ≥ 1075.
    EXPECT_EQ(evaluation.precision[3].lostAt, 464); // “nearly half of the layers”
}

TEST(PresetClaims, ReluChainKeepsExplodesVanishesAndDies)
{
    model::Scenario scenario = presetScenario("relu_chain");
    for (const evaluation::LayerEvaluation& layer : evaluated(scenario).layers)
        EXPECT_EQ(layer.factor, numerics::Scaled::from(1));
    for (const auto& [weight, verdict] :
        {std::pair{1.2, diagnosis::Verdict::exploding}, std::pair{0.8, diagnosis::Verdict::vanishing}}) {
        scenario.weight = weight;
        const evaluation::Evaluation evaluation = evaluated(scenario);
        expectFactors(evaluation, weight);
        EXPECT_EQ(diagnosis::diagnose(scenario, evaluation).verdict, verdict);
    }
    scenario.weight = -1;
    EXPECT_TRUE(evaluated(scenario).product.isZero());
}

TEST(PresetClaims, SignFlipsAlternate)
{
    const evaluation::Evaluation evaluation = evaluated(presetScenario("sign_flips"));
    for (const evaluation::LayerEvaluation& layer : evaluation.layers)
        EXPECT_EQ(layer.factor, numerics::Scaled::from(-2));
    for (int layer = 1; layer < evaluation.depth(); ++layer)
        EXPECT_EQ(evaluation.layer(layer).delta, evaluation.layer(layer + 1).delta * numerics::Scaled::from(-2));
}

/// Speed (rms) of a layer as a share of the next one's.
double passedOn(const evaluation::Evaluation& evaluation, int layer)
{
    return (evaluation.layer(layer).speed.rms / evaluation.layer(layer + 1).speed.rms).nearestDouble();
}

TEST(PresetClaims, TypedStandsAtItsCriticalPoint)
{
    const model::Document preset = presetDocument("typed");
    const model::Scenario& scenario = preset.scenario;
    const activations::Chosen f = network::hiddenActivation(scenario);
    const auto point = mean_field::criticalPoint(*f);
    ASSERT_TRUE(point);
    EXPECT_NEAR(point->variances.weight, 2.0135, 5e-5);
    EXPECT_NEAR(point->variances.bias, 0.0945, 5e-5);
    EXPECT_NEAR(scenario.gain, std::sqrt(point->variances.weight), 1e-6);
    EXPECT_NEAR(scenario.biasDeviation, std::sqrt(point->variances.bias), 1e-6);
    EXPECT_NEAR(scenario.gain * scenario.gain * scenario.meanSquare + point->variances.bias, point->meanSquare, 1e-4)
        << "q is q* from the first layer on";
    EXPECT_NEAR(mean_field::backwardFactor(*f, scenario.gain * scenario.gain, point->meanSquare), 1, 1e-5);
    const auto decades = [](const model::Scenario& of) { // over the hidden layers
        const evaluation::Evaluation evaluation = evaluated(of);
        return (evaluation.layer(1).speed.rms / evaluation.layer(49).speed.rms).log10();
    };
    EXPECT_LT(std::abs(decades(scenario)), 0.5);
    EXPECT_LT(decades(preset.pins.front().scenario), -5);
}

TEST(PresetClaims, MixedLosesItAllInTheSigmoidLayer)
{
    const model::Document preset = presetDocument("mixed");
    const evaluation::Evaluation mixed = evaluated(preset.scenario), relu = evaluated(preset.pins.front().scenario);
    EXPECT_LT(passedOn(mixed, 5), std::sqrt(2.0 / 16));
    EXPECT_NEAR(passedOn(relu, 5), 1, 0.25);
    for (const int layer : {1, 2, 3, 4, 6, 7, 8})
        EXPECT_NEAR(passedOn(mixed, layer), 1, 0.25) << layer;
    for (int layer = 1; layer < 5; ++layer)
        EXPECT_LT((mixed.layer(layer).speed.rms / mixed.layer(6).speed.rms).nearestDouble(), 0.45) << layer;
}

TEST(PresetClaims, FiguresExist)
{
    for (const auto& entry : std::filesystem::directory_iterator(DELTASCOPE_SOURCE_DIR "/resources/presets"))
        for (const std::string& figure : presetDocument(entry.path().stem().string()).view.figures)
            EXPECT_TRUE(findKind(figures::figuresRegistry(), figure)) << entry.path() << ": " << figure;
}

} // namespace preset_claims_test
} // namespace deltascope::lessons
