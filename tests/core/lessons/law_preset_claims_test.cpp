// SPDX-License-Identifier: GPL-3.0-or-later
// What the presets of the papers about gradients tell the user to look for, asserted. core/maths.md section 16.
#include "core/support/evaluated.h"
#include "documents/preset_json.h"
#include "figures/figure_kind.h"
#include "results/laws/curvature_course.h"
#include "results/laws/line_gradient.h"
#include "results/laws/linear_modes.h"
#include "results/laws/two_inputs.h"
#include "results/snapshot.h"
#include "theory/finite_width/finite_width.h"
#include "theory/jacobian/linear_law.h"
#include "theory/jacobian/network_spectrum.h"
#include "theory/mean_field/prediction.h"
#include "training/training_progress.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

namespace deltascope::lessons {
namespace law_preset_claims_test {

model::Document presetDocument(const std::string& id)
{
    std::stringstream text;
    text << std::ifstream(DELTASCOPE_SOURCE_DIR "/resources/presets/" + id + ".json").rdbuf();
    const Result<documents::Preset> preset = documents::readPreset(id, text.str());
    EXPECT_TRUE(preset) << id;
    return preset ? preset->document : model::Document{};
}

template <class Type>
std::shared_ptr<const Type> resultOf(const model::Scenario& scenario)
{
    const results::Snapshot snapshot = results::computeSnapshot({.scenario = scenario}, results::ownNeeds<Type>());
    const Type* found = snapshot.get<Type>();
    EXPECT_TRUE(found);
    return found ? std::make_shared<const Type>(*found) : nullptr;
}

TEST(LawPresets, ATypicalNetworkLies81TimesBelowTheAverage)
{
    const auto law = resultOf<finite_width::FiniteWidthLaw>(presetDocument("hanin_nica").scenario);
    ASSERT_TRUE(law);
    EXPECT_NEAR((law->layers.front().rms / law->layers.front().median).nearestDouble(), 81, 0.5);
    EXPECT_NEAR(
        resultOf<mean_field::MeanFieldPrediction>(presetDocument("hanin_nica").scenario)->fixedPoint.factor, 1, 1e-9);
}

TEST(LawPresets, PoolesNetworkIsChaotic)
{
    const auto found = resultOf<results::TwoInputs>(presetDocument("poole").scenario);
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->maps.meanSquare, 4.08, 0.005);
    EXPECT_NEAR(found->maps.points.back().slope, 1.59, 0.005);
    EXPECT_NEAR(found->maps.settled, 0.12, 0.005);
    EXPECT_NEAR(found->measured.back().correlation, found->maps.settled, 0.2);
    model::Scenario ordered = presetDocument("poole").scenario;
    ordered.gain = 1;
    EXPECT_EQ(resultOf<results::TwoInputs>(ordered)->maps.settled, 1);
}

TEST(LawPresets, SchoenholzStandsAtTheEdge)
{
    const model::Document document = presetDocument("schoenholz");
    const auto theory = resultOf<mean_field::MeanFieldPrediction>(document.scenario);
    ASSERT_TRUE(theory);
    EXPECT_NEAR(theory->fixedPoint.factor, 1, 1e-5);
    EXPECT_LT(std::abs(evaluation::speedRatio(evaluated(document.scenario), 1, 60).log10()), 1);
    ASSERT_EQ(document.pins.size(), 2u);
    const auto ordered = resultOf<results::TwoInputs>(document.pins[0].scenario);
    EXPECT_NEAR(ordered->maps.correlationScale, 3.6, 0.05);
    EXPECT_EQ(ordered->maps.settled, 1);
    EXPECT_LT(resultOf<results::TwoInputs>(document.pins[1].scenario)->maps.settled, 0.9);
}

TEST(LawPresets, GaussianLayersStretchAndOrthogonalOnesDoNot)
{
    const model::Document document = presetDocument("pennington");
    EXPECT_NEAR(jacobian::largestOfLinear(document.scenario)->of(10).nearestDouble(), 5.341457, 1e-6);
    const auto spectrum = resultOf<jacobian::NetworkSpectrum>(document.scenario);
    ASSERT_TRUE(spectrum);
    EXPECT_NEAR(spectrum->first()->product.front().nearestDouble() / 5.341457, 1, 0.25);
    EXPECT_LT(spectrum->first()->product.back().nearestDouble(), 1e-6);
    const auto orthogonal = resultOf<jacobian::NetworkSpectrum>(document.pins[0].scenario);
    EXPECT_NEAR(orthogonal->first()->product.front().nearestDouble(), 1, 1e-11);
    EXPECT_NEAR(orthogonal->first()->product.back().nearestDouble(), 1, 1e-11);
}

TEST(LawPresets, BatchNormalizationGrowsByOnePointTwoALayer)
{
    const evaluation::Evaluation found = evaluated(presetDocument("yang").scenario);
    const double log = evaluation::speedRatio(found, 1, 29, &network::LearningSpeeds::rms).naturalLog();
    EXPECT_NEAR(std::exp(log / 28), 1.21, 0.02);
    EXPECT_GT(log, std::log(100));
}

TEST(LawPresets, KumarsRuleStillVanishes)
{
    const model::Document document = presetDocument("kumar");
    EXPECT_NEAR(
        std::sqrt(resultOf<mean_field::MeanFieldPrediction>(document.scenario)->fixedPoint.factor), 0.60, 0.005);
    const auto lost = [](const model::Scenario& scenario) {
        return -evaluation::speedRatio(evaluated(scenario), 1, 21, &network::LearningSpeeds::rms).log10();
    };
    EXPECT_NEAR(lost(document.scenario), 4.5, 0.4);
    EXPECT_NEAR(lost(document.pins.at(0).scenario), 12.3, 0.5);
}

TEST(LawPresets, SelfNormalizingNetworksSlowlyExplode)
{
    model::Scenario scenario = presetDocument("klambauer").scenario;
    const double factor = std::sqrt(resultOf<mean_field::MeanFieldPrediction>(scenario)->fixedPoint.factor);
    EXPECT_NEAR(factor, 1.035, 5e-4);
    EXPECT_NEAR(std::pow(factor, 100), 30, 3);
    double log = 0;
    constexpr int kSeeds = 8;
    for (scenario.seed = 1; scenario.seed <= kSeeds; ++scenario.seed)
        log += evaluation::speedRatio(evaluated(scenario), 1, 100, &network::LearningSpeeds::rms).log10() / kSeeds;
    EXPECT_NEAR(log, std::log10(30), 0.5); // the median of finite width lies below
}

TEST(LawPresets, GeluHasACriticalPoint)
{
    const model::Document document = presetDocument("roberts");
    EXPECT_NEAR(document.scenario.gain * document.scenario.gain, 1.98305826, 1e-7);
    EXPECT_NEAR(document.scenario.biasDeviation * document.scenario.biasDeviation, .17292239, 1e-7);
    EXPECT_NEAR(resultOf<mean_field::MeanFieldPrediction>(document.scenario)->fixedPoint.factor, 1, 0.01);
    const auto ratio = [](const model::Scenario& scenario) {
        return evaluation::speedRatio(evaluated(scenario), 1, 59, &network::LearningSpeeds::rms).log10();
    };
    EXPECT_NEAR(ratio(document.scenario), 0, 0.3);
    EXPECT_NEAR(ratio(document.pins.at(0).scenario), -3.1, 0.3);
}

TEST(LawPresets, TheCurvatureRisesToTheEdgeAndStays)
{
    model::Scenario scenario = presetDocument("cohen").scenario;
    const auto edge = resultOf<results::CurvatureCourse>(scenario);
    ASSERT_TRUE(edge);
    EXPECT_FALSE(edge->divergence);
    double least = 1e9;
    for (const results::CurvatureAt& at : edge->points) {
        EXPECT_EQ(at.limit, 4);
        if (at.step < 400)
            least = std::min(least, at.largest);
        if (at.step > 1900) {
            EXPECT_NEAR(at.largest, 4, 0.2) << at.step;
        }
    }
    EXPECT_LT(least, 3.2);
    const auto course = resultOf<training::TrainingProgress>(scenario);
    const training::Trace& trace = course->trace;
    const double half = trace.record(trace.size() / 2).cost.nearestDouble();
    EXPECT_LT(trace.record(trace.size() - 1).cost.nearestDouble(), 0.7 * half) << "it goes on falling";
    scenario.learningRate = 0.25;
    const results::CurvatureAt below = resultOf<results::CurvatureCourse>(scenario)->points.back();
    EXPECT_EQ(below.limit, 8);
    EXPECT_NEAR(below.largest, 4.2, 0.4);
}

TEST(LawPresets, StrongerModesAreLearntFirst)
{
    const auto found = resultOf<results::LinearModes>(presetDocument("saxe").scenario);
    ASSERT_TRUE(found);
    ASSERT_EQ(found->modes.size(), 5u);
    EXPECT_TRUE(found->apart);
    for (std::size_t i = 0; i < 5; ++i) {
        EXPECT_NEAR(found->modes[i].strength, 1.0 / static_cast<double>(i + 1), 1e-12);
        ASSERT_TRUE(found->modes[i].halfWay);
        EXPECT_LT(*found->modes[i].halfWay, 600);
        EXPECT_GT(*found->modes[i].halfWay, i == 0 ? 0 : *found->modes[i - 1].halfWay);
        EXPECT_NEAR(found->modes[i].measured.back() / found->modes[i].strength, 1, 0.15) << i;
    }
}

TEST(LawPresets, DepthShattersAndResidualConnectionsWithBatchNormalizationKeep)
{
    const model::Document document = presetDocument("balduzzi");
    constexpr std::size_t kLag = 1; // neighbours
    const double deep = resultOf<results::LineGradient>(document.scenario)->autocorrelation[kLag];
    const double shallow = resultOf<results::LineGradient>(document.pins[0].scenario)->autocorrelation[kLag];
    const double kept = resultOf<results::LineGradient>(document.pins[1].scenario)->autocorrelation[kLag];
    EXPECT_LT(std::abs(deep), 0.25);
    EXPECT_GT(shallow, 0.75);
    EXPECT_GT(kept, 0.45);
}

// Xiong et al. (2020), figure 3 and theorem 1.
TEST(LawPresets, PostNormLearnsFastNearTheOutputAndPreNormEverywhereAlike)
{
    const model::Document preset = presetDocument("pre_and_post_norm");
    ASSERT_EQ(preset.pins.size(), 2u);
    ASSERT_EQ(preset.pins[0].scenario.normPosition, "before");
    ASSERT_EQ(preset.pins[1].scenario.normPosition, "after");
    const int last = preset.scenario.depth - 1;
    const auto speeds = [](model::Scenario scenario, std::int64_t seed) {
        scenario.seed = seed;
        const auto evaluation = resultOf<evaluation::Evaluation>(scenario);
        std::vector<double> found;
        for (int layer = 1; layer <= scenario.depth; ++layer)
            found.push_back(evaluation->layer(layer).speed.normOfMean.nearestDouble());
        return found;
    };
    const auto of = [](const std::vector<double>& found, int layer) {
        return found[static_cast<std::size_t>(layer - 1)];
    };
    for (const std::int64_t seed : {preset.scenario.seed, std::int64_t{2}, std::int64_t{3}}) {
        const std::vector<double> post = speeds(preset.scenario, seed), pre = speeds(preset.pins[0].scenario, seed);
        EXPECT_LT(of(post, 1), 0.05 * of(post, last)) << seed; // towards the input less and less
        EXPECT_LT(of(post, last / 2), 0.3 * of(post, last)) << seed;
        EXPECT_GT(of(post, last), 5 * of(pre, last)) << seed; // near the output far faster
        EXPECT_LT(of(pre, 1), 6 * of(pre, last)) << seed;
        EXPECT_GT(of(pre, 1), 0.3 * of(pre, last)) << seed;
    }
}

// The same paper's theorem 1, of layers whose f has the mean 0: by 1/√L before w, and not at all behind.
TEST(LawPresets, NearTheOutputPreNormFallsAsTheRootOfTheDepth)
{
    model::Scenario scenario = presetDocument("pre_and_post_norm").scenario;
    scenario.activation = "tanh";
    scenario.initializer = "lecun_normal";
    scenario.normalization = "layer";
    const auto beforeLast = [&](const char* position, int depth) {
        double logs = 0;
        for (std::int64_t seed = 1; seed <= 8; ++seed) {
            model::Scenario each = scenario;
            each.normPosition = position;
            each.depth = depth;
            each.seed = seed;
            const auto evaluation = resultOf<evaluation::Evaluation>(each);
            logs +=
                (evaluation->layer(depth - 1).speed.normOfMean / evaluation->layer(depth).speed.normOfMean).log10() / 8;
        }
        return std::pow(10, logs);
    };
    EXPECT_NEAR(beforeLast("before", 160) / beforeLast("before", 10), 1.0 / 4, 0.06);
    EXPECT_NEAR(beforeLast("post_residual", 160) / beforeLast("post_residual", 10), 1, 0.25);
}

} // namespace law_preset_claims_test
} // namespace deltascope::lessons
