// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of mean field theory beside the speeds and their ratios, against arithmetic of the test's own.
// core/maths.md 9.8.
#include "core/support/theory_arithmetic.h"
#include "figures/figure_kind.h"
#include "results/snapshot.h"
#include "results/speed_ratios.h"
#include "theory/mean_field/prediction.h"

#include <gtest/gtest.h>

#include <cmath>
#include <memory>
#include <string>
#include <vector>

namespace deltascope::mean_field {
namespace theory_claims_test {

using namespace theory_claims;

constexpr double kThreeDigits = 2.5e-3; // decades: a ratio is told to three digits

/// log10 of the ratio that is told behind this expression: "104 times more slowly".
double decadesTold(const std::string& text, const std::string& before)
{
    if (const auto slower = numbersIn(text, before + "# times more slowly"); !slower.empty())
        return -std::log10(slower.back());
    if (const auto faster = numbersIn(text, before + "# times faster"); !faster.empty())
        return std::log10(faster.back());
    return text.find("the same speed") != std::string::npos ? 0 : std::nan("");
}

/// E‖δ^l‖² from the measured ones of the last layer, example by example.
std::vector<double> predictedSquares(
    const model::Scenario& scenario, const data::Dataset& data, const evaluation::Evaluation& evaluation)
{
    const auto depth = static_cast<std::size_t>(scenario.depth);
    std::vector<double> squares(depth, 0.0);
    for (int x = 0; x < data.examples(); ++x) {
        std::vector<double> slope(depth), weight(depth), residual(depth);
        double mean = data.inputs.col(x).mean(), square = data.inputs.col(x).squaredNorm() / scenario.inputs; // of a
        for (std::size_t i = 0; i < depth; ++i) {
            const bool hidden = i + 1 < depth;
            const int fanIn = i == 0 ? scenario.inputs : scenario.width;
            const int fanOut = hidden ? scenario.width : scenario.outputs;
            weight[i] = variance(scenario, fanIn, fanOut);
            residual[i] = hidden && fanIn == fanOut ? scenario.residual : 0;
            double q = weight[i] * square;
            if (hidden && scenario.normalization == "layer") {
                weight[i] /= q + operations::kNormalizationEpsilon;
                q /= q + operations::kNormalizationEpsilon;
            }
            q += biasVariance(scenario, fanIn);
            const Moments moments = kIntegrals.of(activation(scenario.activation), q);
            slope[i] = moments.slope;
            square = moments.square + 2 * residual[i] * moments.mean * mean + residual[i] * residual[i] * square;
            mean = moments.mean + residual[i] * mean;
        }
        const double last = std::pow(evaluation.outputSpeeds[static_cast<std::size_t>(x)].nearestDouble(), 2);
        squares[depth - 1] += last / data.examples();
        double gradient = last * weight[depth - 1]; // E‖∂C/∂a‖²
        for (std::size_t i = depth - 1; i-- > 0;) {
            squares[i] += slope[i] * gradient / data.examples();
            gradient *= weight[i] * slope[i] + residual[i] * residual[i];
        }
    }
    return squares;
}

TEST(TheoryClaims, OfTheLineBesideTheSpeeds)
{
    RandomScenarios random(5);
    const figures::FigureKind& speed = *findKind(figures::figuresRegistry(), "learning_speed");
    int farthest = 0;
    for (int i = 0; i < 200; ++i) {
        model::Document document;
        document.scenario = random.next();
        const results::Snapshot snapshot =
            results::computeSnapshot(document, results::needs<evaluation::Evaluation, MeanFieldPrediction>());
        ASSERT_TRUE(snapshot.get<MeanFieldPrediction>());
        const evaluation::Evaluation& evaluation = *snapshot.get<evaluation::Evaluation>();
        if (evaluation.layers.back().speed.rms < numerics::Scaled::from(1e-100))
            continue; // beyond the doubles of this test
        const std::vector<double> squares = predictedSquares(document.scenario, *snapshot.data, evaluation);
        const std::string text = everythingSaid(speed.build(snapshot, document.question, document.view));
        int worst = 0;
        double worstDecades = 0;
        for (std::size_t l = 0; l < squares.size(); ++l) {
            const numerics::Scaled predicted = snapshot.get<MeanFieldPrediction>()->layers[l].rms,
                                   measured = evaluation.layers[l].speed.rms;
            if (squares[l] < 1e-250)
                continue;
            EXPECT_NEAR(predicted.log10(), std::log10(squares[l]) / 2, 2e-6) << i << ", layer " << l + 1;
            if (measured.isZero() || l + 1 == squares.size())
                continue;
            const double decades = measured.log10() - std::log10(squares[l]) / 2;
            if (std::abs(decades) > std::abs(worstDecades)) {
                worst = static_cast<int>(l) + 1;
                worstDecades = decades;
            }
        }
        const auto said = numbersIn(text, "is farthest from it in layer #, which learns");
        if (said.empty())
            continue;
        ++farthest;
        EXPECT_NEAR(decadesTold(text, "is farthest from it in layer #, which learns "), worstDecades, kThreeDigits)
            << text;
        if (static_cast<int>(said[0]) != worst) { // two alike
            EXPECT_NEAR(
                std::abs(*snapshot.get<MeanFieldPrediction>()->layers[static_cast<std::size_t>(said[0]) - 1].residual),
                std::abs(worstDecades), 1e-5)
                << text;
        }
        EXPECT_EQ(text.find("15 weights only") != std::string::npos,
            document.scenario.initializer == "sparse" && document.scenario.width > 15)
            << text;
    }
    EXPECT_GE(farthest, 150);
}

TEST(TheoryClaims, OfDeadLayersBesideTheLine)
{
    model::Document document;
    model::Scenario& scenario = document.scenario;
    scenario.activation = scenario.outputActivation = "relu";
    scenario.outputActivation = "identity";
    scenario.initializer = "he_normal";
    scenario.inputs = scenario.width = 2; // a layer is dead in one of four
    scenario.depth = 12;
    scenario.outputs = 1;
    int dead = 0;
    scenario.bias = 0;
    scenario.target = 5;
    for (scenario.seed = 1; scenario.seed <= 20; ++scenario.seed) {
        const results::Snapshot snapshot =
            results::computeSnapshot(document, results::needs<evaluation::Evaluation, MeanFieldPrediction>());
        const std::string text = everythingSaid(
            findKind(figures::figuresRegistry(), "learning_speed")->build(snapshot, document.question, document.view));
        const bool none = snapshot.get<evaluation::Evaluation>()->layer(1).speed.rms.isZero()
            && !snapshot.get<evaluation::Evaluation>()->layer(12).speed.rms.isZero();
        dead += none;
        EXPECT_EQ(text.find("Mean field has no exact zeros in wide layers") != std::string::npos, none) << text;
    }
    EXPECT_GE(dead, 5);
}

TEST(TheoryClaims, OfTheRatioByDepth)
{
    RandomScenarios random(9);
    const figures::FigureKind& ratio = *findKind(figures::figuresRegistry(), "speed_ratio");
    int compared = 0;
    for (int i = 0; i < 80; ++i) {
        model::Document document;
        document.scenario = random.next();
        const results::Snapshot snapshot =
            results::computeSnapshot(document, ratio.needs() | results::needs<evaluation::Evaluation>());
        const std::string text = everythingSaid(ratio.build(snapshot, document.question, document.view));
        const std::vector<double> squares =
            predictedSquares(document.scenario, *snapshot.data, *snapshot.get<evaluation::Evaluation>());
        const auto said = numbersIn(text, "At depth # layer 1 learns ");
        if (said.empty() || text.find("; by mean field (rms), ") == std::string::npos || squares.front() < 1e-250)
            continue;
        ++compared;
        EXPECT_EQ(said[0], document.scenario.depth);
        const evaluation::Evaluation& evaluation = *snapshot.get<evaluation::Evaluation>();
        const numerics::Scaled first = evaluation.layers.front().speed.normOfMean;
        if (!first.isZero()) {
            EXPECT_NEAR(decadesTold(text, "At depth # layer 1 learns "),
                (first / evaluation.layers.back().speed.normOfMean).log10(), kThreeDigits)
                << text;
        }
        EXPECT_NEAR(decadesTold(text, "; by mean field \\(rms\\), "), std::log10(squares.front() / squares.back()) / 2,
            kThreeDigits)
            << text;
    }
    EXPECT_GE(compared, 60);
}

} // namespace theory_claims_test
} // namespace deltascope::mean_field
