// SPDX-License-Identifier: GPL-3.0-or-later
// What a network answers over its inputs against loops of the test's own. core/maths.md 2.12.
#include "evaluation/decision.h"

#include "evaluation/evaluation.h"
#include "evaluation/neuron_sample.h"
#include "evaluation/point.h"
#include "results/snapshot.h"
#include "training/training_progress.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <string>

namespace deltascope::evaluation {
namespace decision_test {

/// [2, 5, 3], tanh.
model::Scenario plane()
{
    model::Scenario scenario;
    scenario.depth = 2;
    scenario.width = 5;
    scenario.inputs = 2;
    scenario.outputs = 3;
    scenario.activation = "tanh";
    scenario.outputActivation = "identity";
    scenario.loss = "softmax";
    scenario.initializer = "standard_normal";
    scenario.data = "gaussian";
    scenario.meanSquare = 1;
    scenario.examples = 30;
    scenario.holdout = 10;
    return scenario;
}

/// z^L of one input: w² tanh(w¹x + b¹) + b².
std::vector<double> outputs(const network::Network& network, const std::vector<double>& x)
{
    std::vector<double> a = x;
    for (int layer = 1; layer <= network.depth(); ++layer) {
        std::vector<double> z(static_cast<std::size_t>(network.size(layer)));
        for (Eigen::Index i = 0; i < network.size(layer); ++i) {
            long double sum = network.biases(layer)[i];
            for (Eigen::Index j = 0; j < network.size(layer - 1); ++j)
                sum += static_cast<long double>(network.weights(layer)(i, j)) * a[static_cast<std::size_t>(j)];
            z[static_cast<std::size_t>(i)] = static_cast<double>(layer < network.depth() ? std::tanh(sum) : sum);
        }
        a = z;
    }
    return a;
}

std::vector<double> softmax(const std::vector<double>& z)
{
    std::vector<double> shares;
    for (const double each : z) {
        double sum = 0;
        for (const double other : z)
            sum += std::exp(other - each);
        shares.push_back(1 / sum);
    }
    return shares;
}

struct Made {
    model::Scenario scenario;
    data::Dataset data;
    network::Network network;

    explicit Made(const model::Scenario& of)
        : scenario(of)
        , data(*data::makeDataset(of))
        , network(of, data)
    {
    }
    Decision decision(int threads = 0) const { return *decide(scenario, data, network, {}, {}, threads); }
};

TEST(Decision, AnswersAreThoseOfAForwardPassByHand)
{
    const Made made(plane());
    const Decision decision = made.decision();
    ASSERT_EQ(decision.columns, 240);
    ASSERT_EQ(decision.rows, 240);
    for (const auto& [column, row] : {std::pair{0, 0}, {239, 239}, {17, 203}, {120, 119}, {239, 0}}) {
        const double x = decision.x.lower + (column + 0.5) * (decision.x.upper - decision.x.lower) / 240;
        const double y = decision.y.lower + (row + 0.5) * (decision.y.upper - decision.y.lower) / 240;
        const std::vector<double> expected = softmax(outputs(made.network, {x, y}));
        const std::span<const double> answer =
            decision.at(static_cast<std::size_t>(row) * 240 + static_cast<std::size_t>(column));
        for (std::size_t i = 0; i < 3; ++i)
            EXPECT_NEAR(answer[i], expected[i], 1e-13) << column << ' ' << row;
    }
    for (Eigen::Index example = 0; example < 10; ++example) {
        const Eigen::VectorXd input = made.data.heldOutInputs.col(example);
        const std::vector<double> expected = softmax(outputs(made.network, {input[0], input[1]}));
        for (std::size_t i = 0; i < 3; ++i)
            EXPECT_NEAR(decision.of(decision.ofHeldOut, static_cast<std::size_t>(example))[i], expected[i], 1e-13);
    }
}

TEST(Decision, TheRangeHoldsEveryExampleWithATenthOnBothSides)
{
    const Made made(plane());
    const Decision decision = made.decision();
    double lower = INFINITY, upper = -INFINITY;
    for (const Eigen::MatrixXd* inputs : {&made.data.inputs, &made.data.heldOutInputs})
        for (Eigen::Index x = 0; x < inputs->cols(); ++x) {
            lower = std::min(lower, (*inputs)(1, x));
            upper = std::max(upper, (*inputs)(1, x));
        }
    EXPECT_DOUBLE_EQ(decision.y.lower, lower - (upper - lower) / 10);
    EXPECT_DOUBLE_EQ(decision.y.upper, upper + (upper - lower) / 10);
}

TEST(Decision, AroundOneInputTheRangeIsRoundAndHoldsIt)
{
    model::Scenario scenario;
    for (const auto& [input, half] : {std::pair{1.0, 2.0}, {0.0, 2.0}, {-1.7, 4.0}, {100.0, 128.0}, {1e6, 2097152.0}}) {
        scenario.input = input;
        const Decision decision = Made(scenario).decision();
        EXPECT_EQ(decision.x, (InputRange{-half, half})) << input;
        EXPECT_EQ(decision.columns, 1920);
        EXPECT_EQ(decision.rows, 1);
    }
}

TEST(Decision, IsTheSameBitsOnAnyNumberOfThreads)
{
    const Made made(plane());
    const Decision one = made.decision(1);
    EXPECT_EQ(one, made.decision(2));
    EXPECT_EQ(one, made.decision(3));
}

TEST(Decision, ComesCoarseFirst)
{
    const Made made(plane());
    std::vector<Decision> coarse;
    const auto whole =
        decide(made.scenario, made.data, made.network, {}, [&](Decision each) { coarse.push_back(std::move(each)); });
    ASSERT_TRUE(whole);
    ASSERT_EQ(coarse.size(), 1u);
    EXPECT_TRUE(coarse[0].coarse);
    EXPECT_EQ(coarse[0].columns, 60);
    EXPECT_EQ(coarse[0].rows, 60);
    EXPECT_FALSE(whole->coarse);
    EXPECT_EQ(whole->ofExamples, coarse[0].ofExamples);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_FALSE(decide(made.scenario, made.data, made.network, stop.get_token()));
}

TEST(Decision, ANetworkThatTakesLongIsAskedAtFewerPlaces)
{
    model::Scenario scenario = plane();
    EXPECT_EQ(decisionCells(scenario).coarse, 60);
    scenario.width = 1024;
    scenario.depth = 100;
    const DecisionCells cells = decisionCells(scenario);
    EXPECT_LT(cells.fine, 60);
    EXPECT_LE(cells.coarse, cells.fine);
}

TEST(Decision, ClassesAndMarginsAreThoseOfTheLargestOutputs)
{
    EXPECT_EQ(classOf(std::array{0.5}), 0);
    EXPECT_EQ(classOf(std::array{0.5000001}), 1);
    EXPECT_EQ(classOf(std::array{1.0, 3.0, 3.0}), 1) << "the first of several, as trainings judge";
    EXPECT_DOUBLE_EQ(marginOf(std::array{0.2}), 0.3);
    EXPECT_DOUBLE_EQ(marginOf(std::array{1.0, 4.0, -2.0, 3.5}), 0.5);
    EXPECT_DOUBLE_EQ(marginOf(std::array{4.0, 1.0}), 3.0);
    EXPECT_EQ(marginOf(std::array{2.0, 2.0}), 0);
}

// Dropout of held-out examples is none, and the start values know nothing of it.
TEST(Decision, DropoutLeavesNothingOut)
{
    model::Scenario scenario = plane();
    scenario.depth = 4;
    const Decision without = Made(scenario).decision();
    scenario.dropout = 0.4;
    EXPECT_EQ(Made(scenario).decision(), without);
}

TEST(Decision, IsRefusedInASentenceWhereThereIsNoPlane)
{
    const auto why = [](const model::Scenario& scenario) { return plainText(whyNoDecision(scenario)); };
    model::Scenario scenario = plane();
    EXPECT_EQ(why(scenario), "");
    scenario.inputs = 3;
    EXPECT_NE(why(scenario).find("3 inputs"), std::string::npos);
    scenario = plane();
    scenario.outputs = 11;
    EXPECT_NE(why(scenario).find("11 outputs"), std::string::npos);
    scenario = plane();
    scenario.normalization = "batch";
    scenario.depth = 4;
    EXPECT_NE(why(scenario).find("Batch normalization"), std::string::npos);
    scenario.normalization = "layer";
    EXPECT_EQ(why(scenario), "");
    scenario.tied = true;
    scenario.feed = "every";
    EXPECT_NE(why(scenario).find("every step"), std::string::npos);
}

TEST(Decision, ANumberBeyondDoublesIsInfiniteAndNeverNone)
{
    model::Scenario scenario; // a line, w = 10⁶ in each of 60 layers
    scenario.activation = scenario.outputActivation = "identity";
    scenario.weight = 1e6;
    scenario.depth = 60;
    const Decision decision = Made(scenario).decision();
    bool beyond = false;
    for (const double value : decision.answers) {
        ASSERT_FALSE(std::isnan(value));
        beyond = beyond || std::isinf(value);
    }
    EXPECT_TRUE(beyond);
}

// A training on exclusive or ends where the network names every example right, and the result says so.
TEST(Decision, OfATrainedNetworkNamesTheQuartersOfExclusiveOr)
{
    model::Document document;
    model::Scenario& scenario = document.scenario;
    scenario.depth = 2;
    scenario.width = 8;
    scenario.data = "xor";
    scenario.inputs = 2;
    scenario.activation = "tanh";
    scenario.loss = "cross_entropy";
    scenario.initializer = "glorot_uniform";
    scenario.optimizer = "adam";
    scenario.learningRate = 0.05;
    scenario.examples = 100;
    scenario.epochs = 400;
    document.question.step = 400;
    const results::Snapshot snapshot = results::computeSnapshot(document, results::ownNeeds<Decision>());
    const auto* decision = snapshot.get<Decision>();
    ASSERT_TRUE(decision);
    EXPECT_TRUE(decision->classes);
    int right = 0;
    for (std::size_t i = 0; i < 100; ++i) {
        const Eigen::VectorXd x = snapshot.data->inputs.col(static_cast<Eigen::Index>(i));
        right += (decision->ofExamples[i] > 0.5) == (x[0] * x[1] < 0);
    }
    EXPECT_GE(right, 98);
    for (const auto& [x, y] : {std::pair{0.5, 0.5}, {-0.5, -0.5}, {0.5, -0.5}, {-0.5, 0.5}}) {
        const auto cell = [](const InputRange& range, double place) {
            return static_cast<std::size_t>((place - range.lower) / (range.upper - range.lower) * 240);
        };
        const std::size_t at = cell(decision->y, y) * 240 + cell(decision->x, x);
        EXPECT_EQ(classOf(decision->at(at)), x * y < 0 ? 1 : 0) << x << ' ' << y;
    }
}

TEST(Point, TakesThePlaceOfTheExamples)
{
    model::Document document{.scenario = plane(), .question = {.point = {0.3, -0.7}}};
    const results::Needs needs = results::ownNeeds<Evaluation, NeuronSample, Decision>();
    const results::Snapshot at = results::computeSnapshot(document, needs);
    ASSERT_TRUE(at.get<Evaluation>() && at.get<NeuronSample>());
    EXPECT_EQ(at.get<Evaluation>()->examples, 1);
    const std::vector<double> z = outputs(*at.network, {0.3, -0.7}), expected = softmax(z);
    const std::vector<double> answer = answerAt(at.scenario, *at.network, {0.3, -0.7});
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_NEAR(at.get<NeuronSample>()->layers.back()[i].a.nearestDouble(), z[i], 1e-13);
        EXPECT_NEAR(answer[i], expected[i], 1e-13);
    }
    Eigen::Index nearest = 0;
    double least = INFINITY;
    for (Eigen::Index x = 0; x < at.data->inputs.cols(); ++x)
        if (const double distance = std::hypot(at.data->inputs(0, x) - 0.3, at.data->inputs(1, x) + 0.7);
            distance < least) {
            least = distance;
            nearest = x;
        }
    for (std::size_t i = 0; i < 3; ++i) // δ = softmax − y of the nearest example's target
        EXPECT_NEAR(at.get<NeuronSample>()->layers.back()[i].delta.nearestDouble(),
            expected[i] - at.data->targets(static_cast<Eigen::Index>(i), nearest), 1e-13);
    document.question.point.clear();
    const results::Snapshot all = results::computeSnapshot(document, needs);
    EXPECT_EQ(all.get<Evaluation>()->examples, 30);
    EXPECT_EQ(*all.get<Decision>(), *at.get<Decision>()) << "the plane is of the network alone";
    EXPECT_EQ(at.data->inputs, all.data->inputs);
}

TEST(Point, ThatDoesNotFitIsIdle)
{
    model::Scenario scenario = plane();
    EXPECT_TRUE(looksAtPoint(scenario, {1, 2}));
    EXPECT_FALSE(looksAtPoint(scenario, {}));
    EXPECT_FALSE(looksAtPoint(scenario, {1}));
    EXPECT_FALSE(looksAtPoint(scenario, {1, 2, 3}));
    scenario.inputs = 1;
    EXPECT_FALSE(looksAtPoint(scenario, {1})) << "of one input the input itself is moved";
}

} // namespace decision_test
} // namespace deltascope::evaluation
