// SPDX-License-Identifier: GPL-3.0-or-later
// Mean field predictions against many digits (oracles/mean_field.py), closed forms and measurements over seeds.
// core/maths.md 9.8.
#include "base/registry.h"
#include "core/oracles/mean_field_table.h"
#include "core/support/evaluated.h"
#include "reports/evaluation_parts/theory_text.h"
#include "results/snapshot.h"
#include "theory/mean_field/prediction.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <utility>

namespace deltascope::mean_field {
namespace prediction_test {

model::Scenario network(const char* activation, const char* rule, int inputs, int width, int outputs, int depth)
{
    model::Scenario scenario;
    scenario.activation = activation;
    scenario.outputActivation = activation;
    scenario.initializer = rule;
    scenario.inputs = inputs;
    scenario.width = width;
    scenario.outputs = outputs;
    scenario.depth = depth;
    return scenario;
}

MeanFieldPrediction predicted(const model::Scenario& scenario)
{
    EXPECT_TRUE(whyNoTheory(scenario).empty());
    return *predictSpeeds(scenario, dataOf(scenario), evaluated(scenario));
}

// In wide layers RMS normalization is layer normalization: sums with random weights have the mean 0.
TEST(Prediction, MeanSquaresAndFactorsToManyDigits)
{
    std::vector<std::pair<oracle::MeanFieldCase, const char*>> cases;
    for (const oracle::MeanFieldCase& known : oracle::kMeanFieldCases) {
        cases.emplace_back(known, known.normalized ? "layer" : "none");
        if (known.normalized)
            cases.emplace_back(known, "rms");
    }
    for (const auto& [known, normalization] : cases) {
        const auto depth = static_cast<int>(known.q.size());
        model::Scenario scenario = network(known.activation, "mean_field", 3, 3, 1, depth);
        scenario.gain = known.gain;
        scenario.biasDeviation = known.biasDeviation;
        scenario.residual = known.residual;
        scenario.normalization = normalization;
        scenario.input = known.input;
        const MeanFieldPrediction prediction = predicted(scenario);
        ASSERT_EQ(prediction.layers.size(), known.q.size());
        for (std::size_t i = 0; i < known.q.size(); ++i) {
            EXPECT_NEAR(prediction.layers[i].meanSquare.nearestDouble() / known.q[i], 1, 2e-11)
                << known.activation << " q of layer " << i + 1;
            EXPECT_NEAR(prediction.layers[i].factor.nearestDouble() / known.chi[i], 1, 2e-11)
                << known.activation << " χ of layer " << i + 1;
        }
        for (std::size_t i = 1; i < known.q.size(); ++i) {
            const double step = (prediction.layers[i - 1].rms / prediction.layers[i].rms).nearestDouble();
            EXPECT_NEAR(step * step / known.chi[i - 1], 1, 2e-11) << known.activation << " speed of layer " << i;
        }
    }
}

TEST(Prediction, ReluHalvesForThousandsOfLayers)
{
    // σ_w² = 1: q^l = q¹·2^(1−l), χ = ½; σ_w² = 10^6: q^l = q¹·(5·10^5)^(l−1)
    for (const double gain : {1.0, 1000.0}) {
        model::Scenario scenario = network("relu", "lecun_normal", 4, 2, 1, 3000);
        scenario.gain = gain;
        const double factor = gain * gain / 2;
        evaluation::Evaluation evaluation;
        evaluation.layers.resize(3000);
        evaluation.layers.back().speed.rms = numerics::Scaled::from(3);
        evaluation.outputSpeeds = {numerics::Scaled::from(3)};
        const MeanFieldPrediction prediction = *predictSpeeds(scenario, dataOf(scenario), evaluation);
        for (const int l : {1, 2, 1074, 2999}) {
            const auto& layer = prediction.layers[static_cast<std::size_t>(l - 1)];
            const double q = std::log10(gain * gain) + (l - 1) * std::log10(factor);
            EXPECT_NEAR(layer.meanSquare.log10(), q, 1e-9 * std::max(1.0, std::abs(q))) << l;
            EXPECT_NEAR(layer.factor.nearestDouble(), factor, 1e-12 * factor) << l;
            const double speed = std::log10(3.0) + (3000 - l) / 2.0 * std::log10(factor);
            EXPECT_NEAR(layer.rms.log10(), speed, 1e-9 * std::max(1.0, std::abs(speed))) << l;
        }
        EXPECT_NEAR(prediction.fixedPoint.factor, factor, 1e-12 * factor);
        EXPECT_NEAR(prediction.depthScale, -2 / std::log(factor), 1e-9);
    }
}

struct Wide {
    const char* activation;
    const char* rule;
    double gain, residual;
    const char* normalization;
    int width = 300;
};

TEST(Prediction, IsTheMeanOverWideNetworks)
{
    constexpr int kSeeds = 30, kDepth = 4;
    for (const Wide& wide : {Wide{"sigmoid", "scaled_normal", 1, 0, "none"}, {"tanh", "glorot_uniform", 1, 0, "none"},
             {"relu", "he_normal", 1, 0, "none"}, {"tanh", "orthogonal", 2, 0, "none", 100},
             {"relu", "he_normal", 1, 1, "none"}, {"sigmoid", "lecun_normal", 3, 0.5, "none"},
             {"gelu", "lecun_normal", 1, 0, "layer"}, {"tanh", "lecun_normal", 0.5, 0.7, "layer"},
             {"gelu", "lecun_normal", 1, 0, "rms"}, {"sigmoid", "lecun_normal", 0.5, 0.7, "rms"}}) {
        model::Scenario scenario = network(wide.activation, wide.rule, wide.width, wide.width, 1, kDepth);
        scenario.outputActivation = "identity"; // never dead
        scenario.gain = wide.gain;
        scenario.residual = wide.residual;
        scenario.normalization = wide.normalization;
        scenario.data = "gaussian";
        scenario.meanSquare = 1;
        scenario.examples = 2;
        std::vector<double> squares(kDepth, 0.0), expected(kDepth, 0.0);
        for (int seed = 1; seed <= kSeeds; ++seed) {
            scenario.seed = seed;
            const evaluation::Evaluation evaluation = evaluated(scenario);
            const MeanFieldPrediction prediction = *predictSpeeds(scenario, dataOf(scenario), evaluation);
            for (std::size_t i = 0; i < kDepth; ++i) {
                const numerics::Scaled last = evaluation.layer(kDepth).speed.rms;
                squares[i] += std::pow((evaluation.layers[i].speed.rms / last).nearestDouble(), 2) / kSeeds;
                expected[i] += std::pow((prediction.layers[i].rms / last).nearestDouble(), 2) / kSeeds;
                EXPECT_NEAR(*prediction.layers[i].residual,
                    evaluation.layers[i].speed.rms.log10() - prediction.layers[i].rms.log10(), 1e-12);
            }
        }
        for (std::size_t i = 0; i + 1 < kDepth; ++i)
            EXPECT_NEAR(std::sqrt(squares[i] / expected[i]), 1, 0.06)
                << wide.activation << ", " << wide.rule << ", α = " << wide.residual << ", layer " << i + 1;
    }
}

// Over a batch the limit is the mean over the examples, each from its own q and its own measured output error. One q
// for all lies 3 × to 11 × off in the mean square here, the examples' own q from the mean output error up to 1.6 ×.
TEST(Prediction, EveryExampleHasItsOwnMeanSquare)
{
    struct Batch {
        const char *activation, *output;
        double gain, meanSquare;
        int inputs, outputs, examples;
    };
    constexpr int kSeeds = 40, kDepth = 4;
    for (const Batch& batch : {Batch{"tanh", "identity", 3, 0.1, 1, 1, 100}, {"tanh", "tanh", 3, 1, 1, 10, 100},
             {"gelu", "identity", 1.5, 1, 1, 1, 100}, {"sigmoid", "identity", 8, 0.1, 1, 1, 100},
             {"tanh", "identity", 1.2, 1, 2, 2, 100}}) {
        model::Scenario scenario = network(batch.activation, "mean_field", batch.inputs, 200, batch.outputs, kDepth);
        scenario.outputActivation = batch.output;
        scenario.gain = batch.gain;
        scenario.data = "gaussian";
        scenario.meanSquare = batch.meanSquare;
        scenario.examples = batch.examples;
        std::vector<double> ratio(kDepth, 0.0);
        for (int seed = 1; seed <= kSeeds; ++seed) {
            scenario.seed = seed;
            const data::Dataset data = dataOf(scenario);
            const evaluation::Evaluation evaluation = evaluation::evaluate(scenario, data);
            const MeanFieldPrediction prediction = *predictSpeeds(scenario, data, evaluation);
            for (std::size_t i = 0; i < kDepth; ++i)
                ratio[i] += std::pow(10, 2 * *prediction.layers[i].residual) / kSeeds;
        }
        for (std::size_t i = 0; i + 1 < kDepth; ++i)
            EXPECT_NEAR(ratio[i], 1, 0.1) << batch.activation << ", layer " << i + 1;
    }
}

// The mean square over a batch of so many examples that their moments come from a table, against one by one.
TEST(Prediction, BatchIsTheMeanOfItsExamples)
{
    for (const char* activation : {"tanh", "gelu", "selu", "softplus"})
        for (const double residual : {0.0, 0.4}) {
            model::Scenario scenario = network(activation, "mean_field", 3, 3, 2, 5);
            scenario.gain = 1.7;
            scenario.biasDeviation = 0.2;
            scenario.residual = residual;
            scenario.normalization = residual > 0 ? "layer" : "none";
            scenario.data = "gaussian";
            scenario.meanSquare = 2;
            scenario.examples = 30;
            const data::Dataset data = dataOf(scenario);
            const MeanFieldPrediction batch = *predictSpeeds(scenario, data, evaluation::evaluate(scenario, data));
            std::vector<double> squares(5), q(5);
            for (int x = 0; x < 30; ++x) {
                const data::Dataset one{data.inputs.col(x), data.targets.col(x)};
                const MeanFieldPrediction single = *predictSpeeds(scenario, one, evaluation::evaluate(scenario, one));
                for (std::size_t i = 0; i < 5; ++i) {
                    squares[i] += std::pow(single.layers[i].rms.nearestDouble(), 2) / 30;
                    q[i] += single.layers[i].meanSquare.nearestDouble() / 30;
                }
            }
            for (std::size_t i = 0; i < 5; ++i) {
                EXPECT_NEAR(batch.layers[i].rms.nearestDouble() / std::sqrt(squares[i]), 1, 1e-11) << activation;
                EXPECT_NEAR(batch.layers[i].meanSquare.nearestDouble() / q[i], 1, 1e-11) << activation;
                if (i < 4) {
                    EXPECT_NEAR(batch.layers[i].factor.nearestDouble() / (squares[i] / squares[i + 1]), 1, 1e-10);
                }
            }
        }
}

TEST(Prediction, ExamplesMayEndInDifferentPlaces)
{
    model::Scenario scenario = network("gelu", "mean_field", 2, 50, 1, 6); // 0 attracts below q = 3.0439, ∞ above
    scenario.gain = 1.45;
    scenario.examples = 3;
    scenario.data = "gaussian";
    data::Dataset data = dataOf(scenario);
    data.inputs << 0.3, 0.2, 3, 0.1, -0.4, 2;
    const MeanFieldPrediction prediction = *predictSpeeds(scenario, data, evaluation::evaluate(scenario, data));
    ASSERT_EQ(prediction.reachedPoints.reached.size(), 2u);
    EXPECT_EQ(prediction.reachedPoints.reached[0].examples, 2);
    EXPECT_EQ(prediction.reachedPoints.reached[0].point.meanSquare, 0);
    EXPECT_EQ(prediction.reachedPoints.reached[1].examples, 1);
    EXPECT_TRUE(std::isinf(prediction.reachedPoints.reached[1].point.meanSquare));
    EXPECT_NEAR(prediction.fixedPoint.factor, 1.45 * 1.45 / 4, 1e-12);
    const auto json = nlohmann::json::parse(reports::theoryJson({.theory = &prediction}, scenario))["fixed_points"];
    ASSERT_EQ(json.size(), 3u);
    EXPECT_EQ(json[0]["examples"], 2);
    EXPECT_EQ(json[1]["attracts"], false);
    EXPECT_NEAR(json[1]["q"].get<double>(), 3.04391937141339353, 1e-9);
    EXPECT_TRUE(json[2]["q"].is_null());
}

// ReLU with He's rule: q stays what it is in layer 1, of each example.
TEST(Prediction, HeKeepsEveryMeanSquare)
{
    model::Scenario scenario = network("relu", "he_normal", 4, 30, 2, 50);
    scenario.data = "gaussian";
    scenario.meanSquare = 3;
    scenario.examples = 7;
    const MeanFieldPrediction prediction = predicted(scenario);
    const double q = 2 * dataOf(scenario).inputs.squaredNorm() / 28;
    for (std::size_t i = 0; i < 50; ++i)
        EXPECT_NEAR(prediction.layers[i].meanSquare.nearestDouble(), q, 1e-11 * q) << i;
    EXPECT_TRUE(prediction.reachedPoints.everywhere);
    EXPECT_NEAR(prediction.fixedPoint.meanSquare, q, 1e-11 * q);
    EXPECT_NEAR(prediction.fixedPoint.factor, 1, 1e-13);
}

TEST(Prediction, UnequalWidthsCancel)
{
    // An output error of −10^6 in every neuron, all but independent of the weights; q¹ = 1.3021 = q*, χ = 0.04196.
    for (const auto& [outer, inner] : {std::pair{800, 50}, {50, 800}}) {
        model::Scenario scenario = network("sigmoid", "scaled_normal", outer, inner, outer, 2);
        scenario.outputActivation = "identity";
        scenario.input = std::sqrt(0.302134);
        scenario.target = 1e6;
        double square = 0;
        constexpr int kSeeds = 120;
        for (int seed = 1; seed <= kSeeds; ++seed) {
            scenario.seed = seed;
            const evaluation::Evaluation evaluation = evaluated(scenario);
            square += std::pow((evaluation.layer(1).speed.rms / evaluation.layer(2).speed.rms).nearestDouble(), 2);
        }
        EXPECT_NEAR(square / kSeeds, 0.04196, 0.0015) << outer << "→" << inner << "→" << outer;
        EXPECT_NEAR(predicted(scenario).layers.front().factor.nearestDouble(), 0.041960, 1e-6);
    }
}

TEST(Prediction, SaysWhyThereIsNone)
{
    model::Scenario scenario = network("tanh", "lecun_normal", 3, 3, 1, 4);
    EXPECT_TRUE(whyNoTheory(scenario).empty());
    EXPECT_TRUE(results::applies<MeanFieldPrediction>(scenario));
    model::Scenario chain = scenario, batch = scenario, byHand = scenario;
    chain.width = 1;
    batch.normalization = "batch";
    byHand.initializer = "constant";
    for (const model::Scenario& without : {chain, batch, byHand}) {
        EXPECT_FALSE(whyNoTheory(without).empty());
        EXPECT_FALSE(results::applies<MeanFieldPrediction>(without));
    }
    batch.depth = chain.depth = 1; // no hidden layer
    EXPECT_TRUE(whyNoTheory(batch).empty());
    EXPECT_TRUE(whyNoTheory(chain).empty());
}

TEST(Prediction, DeadNetworksArePredictedDead)
{
    model::Scenario scenario = network("relu", "he_normal", 3, 3, 2, 4);
    scenario.input = 0; // z = 0 everywhere, f′(0) = 0
    const MeanFieldPrediction prediction = predicted(scenario);
    for (int l = 1; l < 4; ++l) {
        EXPECT_TRUE(prediction.layers[static_cast<std::size_t>(l - 1)].rms.isZero()) << l;
        EXPECT_FALSE(prediction.layers[static_cast<std::size_t>(l - 1)].residual) << l;
    }
    EXPECT_EQ(prediction.worstLayer, 0);
}

TEST(Prediction, NamesTheFarthestLayerAndStopsWhenAsked)
{
    const model::Scenario scenario = network("tanh", "lecun_normal", 5, 4, 1, 8);
    const MeanFieldPrediction prediction = predicted(scenario);
    ASSERT_GE(prediction.worstLayer, 1);
    const double worst = std::abs(*prediction.layers[static_cast<std::size_t>(prediction.worstLayer - 1)].residual);
    for (const LayerPrediction& layer : prediction.layers)
        EXPECT_LE(std::abs(*layer.residual), worst);
    EXPECT_EQ(*prediction.layers.back().residual, 0);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_FALSE(predictSpeeds(scenario, dataOf(scenario), evaluated(scenario), stop.get_token()));
}

TEST(Prediction, SnapshotsHoldIt)
{
    model::Document document;
    document.scenario = network("tanh", "lecun_normal", 5, 4, 1, 8);
    const results::Snapshot snapshot = results::computeSnapshot(document, results::needs<MeanFieldPrediction>());
    ASSERT_TRUE(snapshot.get<MeanFieldPrediction>());
    EXPECT_TRUE(results::isComplete(snapshot, results::needs<MeanFieldPrediction>()));
    EXPECT_EQ(snapshot.get<MeanFieldPrediction>()->layers[2].rms, predicted(document.scenario).layers[2].rms);
}

TEST(Prediction, ReadsBackFromJson)
{
    model::Scenario scenario = network("tanh", "mean_field", 5, 4, 1, 3);
    scenario.biasDeviation = 0.3;
    const MeanFieldPrediction prediction = predicted(scenario);
    const auto json = nlohmann::json::parse(reports::theoryJson({.theory = &prediction}, scenario));
    EXPECT_EQ(json.size(), 12u);
    EXPECT_TRUE(json["finite_width"].is_null());
    EXPECT_NE(json["why"].get<std::string>().find("biases"), std::string::npos);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(json["q"][i].get<double>(), prediction.layers[i].meanSquare.nearestDouble());
        EXPECT_EQ(json["chi"][i].get<double>(), prediction.layers[i].factor.nearestDouble());
        EXPECT_EQ(json["rms_speed"][i]["log10"].get<double>(), prediction.layers[i].rms.log10());
    }
    EXPECT_EQ(json["q_star"].get<double>(), prediction.fixedPoint.meanSquare);
    EXPECT_EQ(json["chi_1"].get<double>(), prediction.fixedPoint.factor);

    scenario.activation = "relu";
    scenario.gain = 1000;
    scenario.depth = 100; // q beyond 10^308
    const MeanFieldPrediction grown = predicted(scenario);
    const auto large = nlohmann::json::parse(reports::theoryJson({.theory = &grown}, scenario));
    EXPECT_TRUE(large["q"][98].is_null());
    EXPECT_GT(large["q_log10"][98].get<double>(), 308);
    EXPECT_TRUE(large["q_star"].is_null());
    evaluation::LayerEvaluation layer;
    EXPECT_EQ(reports::rmsSpeedJson(layer), "{\"sign\": 0, \"log10\": null}");
    layer.speed.rms = numerics::Scaled::from(100);
    EXPECT_EQ(nlohmann::json::parse(reports::rmsSpeedJson(layer)), (nlohmann::json{{"sign", 1}, {"log10", 2.0}}));
}

// With f(z) = z: q^l = n_in Var w · q^(l−1), and E‖δ^l‖² = n_l Var w^(l+1) E‖δ^(l+1)‖², Glorot's Var w = 2/(n_in +
// n_out).
TEST(Prediction, GlorotsVarianceIsThatOfBothWidths)
{
    model::Scenario scenario = network("identity", "glorot_uniform", 20, 4, 9, 4);
    scenario.input = 0.5;
    const MeanFieldPrediction prediction = predicted(scenario);
    const double q[] = {0.25 * 40 / 24, 0.25 * 40 / 24, 0.25 * 40 / 24, 0.25 * 40 / 24 * 8 / 13};
    for (std::size_t i = 0; i < 4; ++i)
        EXPECT_NEAR(prediction.layers[i].meanSquare.nearestDouble(), q[i], 1e-13) << i;
    const numerics::Scaled last = prediction.layers[3].rms;
    for (std::size_t i = 0; i < 3; ++i)
        EXPECT_NEAR((prediction.layers[i].rms / last).nearestDouble(), std::sqrt(8.0 / 13), 1e-13) << i;
}

} // namespace prediction_test
} // namespace deltascope::mean_field
