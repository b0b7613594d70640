// SPDX-License-Identifier: GPL-3.0-or-later
// Sizes beyond what a 64-bit exponent holds: ratios between layers stay right, and nothing is called 0 that is not.
// core/maths.md 3.7.
#include "base/registry.h"
#include "core/support/evaluated.h"
#include "diagnosis/beyond_range_sentence.h"
#include "diagnosis/diagnosis.h"
#include "evaluation/layer_distributions.h"
#include "evaluation/layer_speeds.h"
#include "figures/figure_kind.h"
#include "measures/measure.h"
#include "network/activations/activation.h"
#include "network/forward_pass.h"
#include "reports/evaluation_parts/evaluation_text.h"
#include "results/speed_ratios.h"
#include "theory/explosion/explosion_set.h"
#include "theory/jacobian/network_spectrum.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace deltascope::evaluation {
namespace range_test {

/// ReLU under a logistic output, whose σ′(w^L a₀) no exponent holds from w = 3, L = 40 or w = 100, L = 10 on.
model::Scenario steep(double weight, int depth)
{
    model::Scenario scenario;
    scenario.activation = "relu";
    scenario.weight = weight;
    scenario.depth = depth;
    return scenario;
}

double ratioOf(const Evaluation& evaluation, int layer, int reference)
{
    return speedRatio(evaluation, layer, reference).log10();
}

TEST(Range, RatiosOfAChainComeFromItsFactors)
{
    for (const auto& [weight, depth] : {std::pair{3.0, 40}, {3.0, 39}, {3.0, 38}, {100.0, 9}, {100.0, 10}, {100.0, 40}})
        for (const int examples : {1, 2, 7}) {
            model::Scenario scenario = steep(weight, depth);
            scenario.examples = examples;
            const Evaluation evaluation = evaluated(scenario);
            const double decades = (depth - 1) * std::log10(weight);
            EXPECT_NEAR(ratioOf(evaluation, 1, depth), decades, 1e-12 * decades) << weight << " " << depth;
            EXPECT_NEAR(ratioOf(evaluation, depth, 1), -decades, 1e-12 * decades);
            EXPECT_NEAR(ratioOf(evaluation, 3, 4), std::log10(weight), 1e-12);
            EXPECT_FALSE(evaluation.layer(1).speed.normOfMean.isZero()) << "beyond range is not 0";
            const diagnosis::Diagnosis diagnosis = diagnosis::diagnose(scenario, evaluation);
            EXPECT_EQ(diagnosis.verdict, diagnosis::Verdict::exploding) << plainText(diagnosis.headline);
        }
}

// Past so many residual connections z is −4·2^178: the ends' tail is 2^180, beside which that of a layer in between is
// lost. δ_1/δ_180 = σ′(z_1) w_180 2^178 all the same, since each step multiplies ∂C/∂a by w σ′ + 2 ≈ 2.
TEST(Range, TailsOfVeryDifferentSizesDoNotMix)
{
    model::Scenario scenario;
    scenario.depth = 180;
    scenario.weight = -4;
    scenario.bias = 0.75;
    scenario.input = -1;
    scenario.target = -1;
    scenario.residual = 2;
    const Evaluation evaluation = evaluated(scenario);
    numerics::Scaled expected = evaluation.layer(1).slope * numerics::Scaled::from(4);
    for (int l = 2; l < 180; ++l)
        expected = expected * evaluation.layer(l).factor;
    EXPECT_NEAR(ratioOf(evaluation, 1, 180), expected.log10(), 1e-9);
    EXPECT_NEAR(expected.log10(), std::log10(0.00837 * 4) + 178 * std::log10(2.0), 0.2);
    EXPECT_LT(ratioOf(evaluation, 100, 180), -1e17);
}

TEST(Range, EverySpeedHasItsRatio)
{
    const Evaluation evaluation = evaluated(steep(100, 12));
    // ‖∂C/∂w^l‖ = |δ^l a^(l−1)| is the same in each layer of this chain
    EXPECT_NEAR(speedRatio(evaluation, 1, 12, &network::LearningSpeeds::weight).log10(), 0, 1e-12);
    for (const auto speed :
        {&network::LearningSpeeds::normOfMean, &network::LearningSpeeds::meanOfNorms, &network::LearningSpeeds::rms})
        EXPECT_NEAR(speedRatio(evaluation, 1, 12, speed).log10(), 22, 1e-11);
    EXPECT_TRUE(learnsSlower(evaluation, 12, 1));
    EXPECT_FALSE(learnsSlower(evaluation, 1, 12));
    EXPECT_EQ(firstBeyondRange(evaluation), 1);
    EXPECT_EQ(firstBeyondRange(evaluated(steep(100, 4))), 0);
}

// A wide network's ratios do not depend on how small its one output makes δ^L: identity outputs give the same.
TEST(Range, RatiosOfAWideNetworkAreThoseUnderAnotherOutput)
{
    model::Scenario scenario = steep(0, 30);
    scenario.activation = "leaky_relu"; // none is dead
    scenario.initializer = "he_normal";
    scenario.gain = 20;
    scenario.width = 5;
    scenario.inputs = 3;
    scenario.data = "gaussian";
    scenario.residual = 0.5;
    for (const char* normalization : {"none", "layer", "rms"}) {
        scenario.normalization = normalization;
        scenario.outputActivation = "sigmoid";
        scenario.gain = normalization[0] == 'n' ? 20 : 1000;
        scenario.residual = 0.5;
        const Evaluation far = evaluated(scenario);
        scenario.outputActivation = "identity";
        const Evaluation near = evaluated(scenario);
        for (int layer = 1; layer < 30; ++layer)
            EXPECT_NEAR(ratioOf(far, layer, 30), ratioOf(near, layer, 30), 1e-11) << layer;
        if (normalization[0] == 'n') {
            EXPECT_TRUE(far.layer(30).speed.normOfMean.beyondRange());
        }
    }
}

// Of a batch the example with the least saturated output has all of the mean, wherever it stands.
TEST(Range, TheLargestExampleOfABatchIsFound)
{
    model::Scenario scenario = steep(100, 14);
    scenario.data = "uniform";
    scenario.examples = 9;
    scenario.width = 4;
    scenario.initializer = "he_normal";
    scenario.gain = 1000;
    scenario.activation = "leaky_relu";
    const data::Dataset data = dataOf(scenario);
    const network::Network network(scenario, data);
    const Evaluation evaluation = *evaluate(scenario, data, network);
    network::ForwardPass pass(network, data.inputs);
    for (int layer = 1; layer <= network.depth(); ++layer)
        pass.step(layer);
    Eigen::Index largest = 0;
    for (Eigen::Index x = 1; x < pass.examples(); ++x)
        if (numerics::abs(pass.z(14, 0, x)) < numerics::abs(pass.z(14, 0, largest)))
            largest = x;
    data::Dataset alone = data;
    alone.inputs = data.inputs.col(largest).eval();
    alone.targets = data.targets.col(largest).eval();
    model::Scenario one = scenario;
    one.examples = 1;
    const Evaluation expected = *evaluate(one, alone, network);
    for (int layer = 1; layer < 14; ++layer)
        EXPECT_NEAR(ratioOf(evaluation, layer, 14), ratioOf(expected, layer, 14), 1e-11) << layer;
}

// An example that dies below the output has its large δ^L only there: layers 1 … L−1 are those of the other one.
TEST(Range, ADeadExampleDoesNotHideTheOthers)
{
    const model::Scenario scenario = steep(100, 12);
    data::Dataset data = dataOf(scenario);
    data.inputs = Eigen::MatrixXd{{1.0, -1.0}};
    data.targets = Eigen::MatrixXd{{0.0, 0.0}};
    const Evaluation evaluation = *evaluate(scenario, data, network::Network(scenario, data));
    EXPECT_NEAR(evaluation.layer(12).speed.normOfMean.nearestDouble(), 0.5 * 0.25 / 2, 1e-15);
    EXPECT_NEAR(ratioOf(evaluation, 1, 11), 20, 1e-11);
    EXPECT_TRUE(speedRatio(evaluation, 11, 12).beyondRange());
    EXPECT_TRUE(learnsSlower(evaluation, 1, 12));
}

// softplus at z = −3·10²⁴ in layer 5: what lies between layers 5 and 6 and what between others are told apart.
TEST(Range, AHiddenLayerMayBeBeyondRangeToo)
{
    model::Scenario scenario;
    scenario.activation = "softplus";
    scenario.depth = 9;
    scenario.weight = 1e6;
    scenario.layers = {{.layer = 5, .weight = -3.0, .bias = {}}};
    scenario.loss = "cross_entropy";
    const Evaluation evaluation = evaluated(scenario);
    ASSERT_TRUE(evaluation.layer(5).slope.beyondRange());
    EXPECT_NEAR(
        ratioOf(evaluation, 3, 4), std::log10(3.0) + 5.5228787452803374 + 0.47712125471966244 - std::log10(3.0), 1e-9);
    EXPECT_NEAR(ratioOf(evaluation, 1, 3), 12, 1e-9);
    EXPECT_NEAR(ratioOf(evaluation, 4, 5), std::log10(3.0), 1e-9) << "|w₅ f′(z₄)|";
    EXPECT_TRUE(speedRatio(evaluation, 5, 6).beyondRange());
    EXPECT_LT(speedRatio(evaluation, 1, 9).exponent, 0);
    EXPECT_EQ(diagnosis::diagnose(scenario, evaluation).verdict, diagnosis::Verdict::vanishing);
}

// The same past a residual connection: δ^5 is beyond range, the gradient goes by.
TEST(Range, AResidualConnectionLeadsPastALayerBeyondRange)
{
    model::Scenario scenario;
    scenario.activation = "softplus";
    scenario.depth = 9;
    scenario.weight = 1e6;
    scenario.residual = 0.5;
    scenario.layers = {{.layer = 5, .weight = -3.0, .bias = {}}};
    scenario.loss = "cross_entropy";
    const Evaluation evaluation = evaluated(scenario);
    EXPECT_TRUE(evaluation.layer(5).speed.normOfMean.beyondRange());
    EXPECT_FALSE(evaluation.layer(4).speed.normOfMean.beyondRange());
    EXPECT_NEAR(speedRatio(evaluation, 4, 6).nearestDouble(), 0.5 * (1e6 + 0.5), 1e-6) << "α (w₆ + α)";
    EXPECT_TRUE(learnsSlower(evaluation, 5, 4));
    EXPECT_EQ(diagnosis::diagnose(scenario, evaluation).verdict, diagnosis::Verdict::exploding);
}

TEST(Range, TailsAreThoseOfTheDerivative)
{
    for (const activations::Activation* activation : activations::activationsRegistry()) {
        if (!activation->tailExponent)
            continue;
        for (const double z : {-1e9, 1e9}) {
            const numerics::Scaled slope = activation->scaledDerivative(numerics::Scaled::from(z));
            if (slope.isZero() || slope.naturalLog() > -1e6)
                continue; // this side has no tail
            const double tail = activation->tailExponent(numerics::Scaled::from(z)).nearestDouble();
            EXPECT_NEAR(-slope.naturalLog() / tail, 1, 1e-7) << activation->id << " " << z;
        }
    }
    for (const activations::Activation* activation : activations::activationsRegistry())
        for (const double z : {-1e20, 1e20}) {
            const numerics::Scaled slope = activation->scaledDerivative(numerics::Scaled::from(z));
            EXPECT_TRUE(slope.isZero() || !slope.beyondRange() || activation->tailExponent) << activation->id;
        }
}

TEST(Range, MeasuresAndDepthsAreRight)
{
    const model::Scenario scenario = steep(100, 12);
    results::Snapshot snapshot;
    snapshot.scenario = scenario;
    snapshot.put<Evaluation>(std::make_shared<const Evaluation>(evaluated(scenario)));
    const auto value = [&](const char* id, measures::MeasureArguments arguments) {
        return *findKind(measures::measuresRegistry(), id)->value(snapshot, arguments);
    };
    EXPECT_NEAR(value("speed_ratio", {.layer = 1, .against = 12}), 22, 1e-11);
    EXPECT_NEAR(value("speed_spread", {}), 22, 1e-11);
    const results::SpeedRatios ratios = *results::speedRatios(scenario, dataOf(scenario));
    for (const results::SpeedRatio& each : ratios.depths)
        EXPECT_NEAR((each.first.normOfMean / each.last.normOfMean).log10(), 2 * (each.depth - 1), 1e-10) << each.depth;
}

TEST(Range, SquaresOfSizesWithinRangeAreNotLost)
{
    model::Scenario scenario =
        steep(100, 9); // |δ| = 10^(−4.3·10¹⁷); its square alone is within range, that of w = 110 is not
    scenario.weight = 110;
    scenario.examples = 3;
    const Evaluation evaluation = evaluated(scenario);
    ASSERT_FALSE(evaluation.layer(9).speed.normOfMean.beyondRange());
    EXPECT_FALSE(evaluation.layer(9).speed.rms.beyondRange());
    EXPECT_NEAR((evaluation.layer(9).speed.rms / evaluation.layer(9).speed.normOfMean).nearestDouble(), 1, 1e-15);
}

TEST(Range, TextsSayThatASizeIsBeyond)
{
    const model::Scenario scenario = steep(100, 10);
    const Evaluation evaluation = evaluated(scenario);
    const std::string json = reports::evaluationJson({scenario, evaluation, nullptr, nullptr, nullptr});
    EXPECT_NE(json.find("\"bias_speed\": {\"sign\": 1, \"log10\": null, \"beyond\": \"small\"}"), std::string::npos)
        << json;
    EXPECT_EQ(json.find("1.388255"), std::string::npos) << "no end of an exponent as a number";
    EXPECT_FALSE(diagnosis::sizesBeyondRange(evaluation).empty());
    EXPECT_TRUE(diagnosis::sizesBeyondRange(evaluated(steep(3, 5))).empty());
    EXPECT_EQ(plainText({"%1", {evaluation.product.magnitude()}}), "<1e-1e17");
    EXPECT_EQ(plainText({"%1", {(-evaluation.product).magnitude()}}), ">-1e-1e17");
    EXPECT_FALSE(numerics::Scaled::fromLog(1, -3e18).magnitude().beyondRange());
}

TEST(Range, SpectraTellBeyondFromZero)
{
    model::Scenario scenario = steep(100, 10);
    const auto spectrumOf = [](const model::Scenario& of) {
        const data::Dataset data = dataOf(of);
        const network::Network network(of, data);
        return *jacobian::networkSpectrum(network, data, jacobian::everyFactor(network));
    };
    const jacobian::NetworkSpectrum far = spectrumOf(scenario);
    EXPECT_TRUE(far.first()->product.front().beyondRange());
    EXPECT_TRUE(far.first()->bound.beyondRange());
    EXPECT_NEAR(far.layer(4)->factor.front().nearestDouble(), 100, 1e-9);
    scenario.depth = 9; // 10^(−4.3·10¹⁷) is held, and so it is here
    const double slope = -1e18 / std::numbers::ln10;
    EXPECT_NEAR(spectrumOf(scenario).first()->product.front().log10(), slope, 1e-10 * -slope);
    scenario.depth = 10;
    scenario.width = 2; // equal neurons: one singular value of each factor is exactly 0
    scenario.inputs = scenario.outputs = 2;
    const jacobian::NetworkSpectrum wide = spectrumOf(scenario);
    ASSERT_EQ(wide.first()->product.size(), 2u);
    EXPECT_TRUE(wide.first()->product[0].beyondRange());
    EXPECT_TRUE(wide.first()->product[1].isZero());
    scenario.layers = {{.layer = 3, .weight = 0.0, .bias = {}}};
    EXPECT_TRUE(spectrumOf(scenario).first()->product[0].isZero()) << "nothing passes a weight of 0";
}

TEST(Range, DistributionsTellTooSmallFromZero)
{
    const model::Scenario scenario = steep(100, 10);
    const data::Dataset data = dataOf(scenario);
    const LayerDistributions described = *layerDistributions(scenario, data, network::Network(scenario, data), 0);
    EXPECT_EQ(described.layers.front().delta.zeros, 0);
    EXPECT_EQ(described.layers.front().delta.tooSmall, 1);
    model::Scenario saturated; // σ′(1000) = 10^−434
    saturated.depth = 1;
    saturated.weight = 1000;
    const data::Dataset one = dataOf(saturated);
    const LayerDistributions single = *layerDistributions(saturated, one, network::Network(saturated, one), 0);
    EXPECT_NEAR(single.layers.front().slope.log10(), -1000 / std::numbers::ln10, 1e-9);
}

TEST(Range, CaptionsTakeRatiosFromSizesNotFromLogarithms)
{
    model::Document document; // |δ| = 10^(−4.3·10¹⁷): its logarithm has no digit behind the point
    document.scenario = steep(100, 9);
    const figures::FigureKind& kind = *findKind(figures::figuresRegistry(), "gradient_distribution");
    const figures::Figure figure =
        kind.build(results::computeSnapshot(document, kind.needs()), document.question, document.view);
    EXPECT_NE(plainText(figure.caption).find("a ratio of 1e16."), std::string::npos) << plainText(figure.caption);
    document.scenario.depth = 10;
    const figures::Figure beyond =
        kind.build(results::computeSnapshot(document, kind.needs()), document.question, document.view);
    EXPECT_NE(plainText(beyond.caption).find("but not 0"), std::string::npos) << plainText(beyond.caption);
}

/// t with σ′(t) = 10^−20: the window of w^L σ′(w^L a₀) ≥ 1 where w^L = 10^20 ends at a₀ = t·10^−20.
double end20()
{
    double t = 46;
    for (int i = 0; i < 50; ++i)
        t = 20 * std::numbers::ln10 - 2 * std::log1p(std::exp(-t));
    return t;
}

TEST(Range, AWindowAtTheEdgeIsFoundFromEverywhere)
{
    const network::Network network = networkOf(steep(100, 10));
    for (const double centre : {0.0, 1e-18, 0.3, 0.5, 0.999, 1.0, 2.0, -3.0}) {
        const explosion::ExplosionSet set = *explosion::explosionSet(network, centre, 1, {});
        ASSERT_EQ(set.intervals.size(), 1u) << centre;
        EXPECT_NEAR(set.measure.log10, std::log10(end20()) - 20, 1e-9) << centre;
        EXPECT_TRUE(set.complete);
    }
}

TEST(Range, AWindowAtAKinkIsFoundFromEverywhere)
{
    for (const double bias : {-50.0, -33.0, -70.7}) { // only above a₀ = 0.5, 0.33, 0.707 does anything pass
        model::Scenario scenario = steep(100, 10);
        scenario.layers = {{.layer = 1, .weight = {}, .bias = bias}};
        const network::Network network = networkOf(scenario);
        for (const double centre : {0.0, 0.33, 0.5, 0.7, 1.0}) {
            const explosion::ExplosionSet set = *explosion::explosionSet(network, centre, 1, {});
            ASSERT_EQ(set.intervals.size(), 1u) << bias << " " << centre;
            EXPECT_NEAR(set.measure.log10, std::log10(end20()) - 20, 1e-9) << bias << " " << centre;
        }
    }
}

} // namespace range_test
} // namespace deltascope::evaluation
