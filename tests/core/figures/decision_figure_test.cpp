// SPDX-License-Identifier: GPL-3.0-or-later
// The figure of what a network answers: boundaries against closed forms, what is said, what a click chooses.
#include "base/registry.h"
#include "core/support/data_files.h"
#include "core/support/figure_checks.h"
#include "evaluation/decision.h"
#include "figures/build_figure.h"
#include "figures/figure_kind.h"
#include "parameters/parameters.h"
#include "parameters/sizes_from_data.h"
#include "results/ladder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace deltascope::figures {
namespace decision_figure_test {

const FigureKind& kind()
{
    return *findKind(figuresRegistry(), "decision");
}

struct Drawn {
    results::Snapshot snapshot;
    Figure figure;
    const Panel& panel() const { return figure.panels.front(); }
};

Drawn drawn(const model::Scenario& scenario, const model::Question& question = {}, const data::DataFolder& folder = {})
{
    EXPECT_FALSE(parameters::validate(scenario));
    Drawn made;
    made.snapshot =
        results::computeSnapshot({.scenario = scenario, .question = question}, kind().needs(), {.folder = folder});
    made.figure = buildFigure(kind(), made.snapshot, question, {});
    const std::vector<std::string> faults = faultsOf(made.figure);
    EXPECT_TRUE(faults.empty()) << faults.front();
    return made;
}

/// One layer of two inputs.
model::Scenario linear(int outputs)
{
    model::Scenario scenario;
    scenario.depth = 1;
    scenario.inputs = 2;
    scenario.outputs = outputs;
    scenario.initializer = "standard_normal";
    scenario.data = "gaussians";
    scenario.examples = 60;
    scenario.holdout = 20;
    scenario.loss = outputs == 1 ? "cross_entropy" : "softmax";
    scenario.outputActivation = outputs == 1 ? "sigmoid" : "identity";
    return scenario;
}

std::string notesOf(const Figure& figure)
{
    std::string all;
    for (const Message& note : figure.notes)
        all += plainText(note) + "\n";
    return all;
}

// (w₂ − w₁)·x + b₂ − b₁ = 0: the margin is linear, and so is what lies between two cells.
TEST(DecisionFigure, TheBoundaryOfALinearSoftmaxIsItsStraightLine)
{
    for (const int seed : {1, 2, 3}) {
        model::Scenario scenario = linear(2);
        scenario.seed = seed;
        const Drawn made = drawn(scenario);
        const network::Network& network = *made.snapshot.network;
        const Eigen::Vector2d w = (network.weights(1).row(1) - network.weights(1).row(0)).transpose();
        const double b = network.biases(1)[1] - network.biases(1)[0];
        const Line* line = findElement<Line>(made.panel(), "decision boundary");
        const auto* decision = made.snapshot.get<evaluation::Decision>();
        bool crosses = false; // the corners of the plane lie on both sides
        double least = INFINITY, most = -INFINITY;
        for (const double x : {decision->x.middle(0, 240), decision->x.middle(239, 240)})
            for (const double y : {decision->y.middle(0, 240), decision->y.middle(239, 240)}) {
                least = std::min(least, w[0] * x + w[1] * y + b);
                most = std::max(most, w[0] * x + w[1] * y + b);
            }
        crosses = least < 0 && most > 0;
        ASSERT_EQ(line != nullptr, crosses) << seed;
        for (std::size_t i = 0; line && i < line->x.size(); ++i) // softmax bends it a little between two cells
            EXPECT_NEAR((w[0] * line->x[i] + w[1] * line->y[i] + b) / w.norm(), 0, 2e-4) << seed;
    }
}

TEST(DecisionFigure, TheBoundaryOfOneSigmoidIsWhereItsArgumentIsZero)
{
    bool any = false;
    for (const int seed : {1, 2, 3}) {
        model::Scenario scenario = linear(1);
        scenario.seed = seed;
        const Drawn made = drawn(scenario);
        const network::Network& network = *made.snapshot.network;
        const double w1 = network.weights(1)(0, 0), w2 = network.weights(1)(0, 1), b = network.biases(1)[0];
        const Line* line = findElement<Line>(made.panel(), "decision boundary");
        for (std::size_t i = 0; line && i < line->x.size(); ++i)
            EXPECT_NEAR((w1 * line->x[i] + w2 * line->y[i] + b) / std::hypot(w1, w2), 0, 2e-4) << seed;
        any = any || line;
    }
    EXPECT_TRUE(any);
}

TEST(DecisionFigure, SaysHowManyAreNamedRight)
{
    for (const int outputs : {1, 2}) {
        const Drawn made = drawn(linear(outputs));
        const network::Network& network = *made.snapshot.network;
        const auto rightOf = [&](const Eigen::MatrixXd& inputs, const Eigen::MatrixXd& targets) {
            int right = 0;
            for (Eigen::Index x = 0; x < inputs.cols(); ++x) {
                const Eigen::VectorXd z = network.weights(1) * inputs.col(x) + network.biases(1);
                const bool second = outputs == 1 ? z[0] > 0 : z[1] > z[0];
                right += second == (targets(outputs - 1, x) == 1);
            }
            return right;
        };
        const data::Dataset& data = *made.snapshot.data;
        EXPECT_EQ(plainText(made.figure.caption),
            "The network classifies " + std::to_string(rightOf(data.inputs, data.targets))
                + " of the 60 examples shown correctly, and "
                + std::to_string(rightOf(data.heldOutInputs, data.heldOutTargets)) + " of the 20 held out.");
    }
}

TEST(DecisionFigure, ShowsEveryExampleOnceByClassAndHollowWhereItIsHeldOut)
{
    const Drawn made = drawn(linear(2));
    std::size_t filled = 0, hollow = 0;
    for (const Element& element : made.panel().elements)
        if (const auto* points = std::get_if<Points>(&element)) {
            (points->hollow ? hollow : filled) += points->x.size();
            EXPECT_EQ(points->listed, !points->hollow);
            const bool second = points->role == classRole(1);
            for (std::size_t i = 0; i < points->x.size(); ++i) {
                const data::Dataset& data = *made.snapshot.data;
                const Eigen::MatrixXd& inputs = points->hollow ? data.heldOutInputs : data.inputs;
                const Eigen::MatrixXd& targets = points->hollow ? data.heldOutTargets : data.targets;
                bool found = false;
                for (Eigen::Index x = 0; x < inputs.cols(); ++x)
                    found = found
                        || (inputs(0, x) == points->x[i] && inputs(1, x) == points->y[i]
                            && (targets(1, x) == 1) == second);
                EXPECT_TRUE(found);
            }
        }
    EXPECT_EQ(filled, 60u);
    EXPECT_EQ(hollow, 20u);
}

TEST(DecisionFigure, OfOneInputIsTheCurve)
{
    model::Scenario scenario;
    scenario.depth = 1;
    scenario.weight = 2;
    scenario.bias = -1;
    scenario.input = 0.75;
    scenario.target = 0.3;
    const Drawn made = drawn(scenario);
    const Line* curve = findElement<Line>(made.panel(), "output");
    ASSERT_TRUE(curve);
    ASSERT_EQ(curve->x.size(), 1920u);
    for (std::size_t i = 0; i < curve->x.size(); i += 100)
        EXPECT_NEAR(curve->y[i], 1 / (1 + std::exp(1 - 2 * curve->x[i])), 1e-14);
    EXPECT_EQ(made.panel().x.moved.parameter, "input");
    EXPECT_EQ(plainText(made.figure.caption), "At input a₀ = 0.75 the output is 0.6225; its target is 0.3.");
}

TEST(DecisionFigure, AClickOnOneInputMakesItTheInput)
{
    model::Scenario scenario;
    scenario.data = "gaussian";
    scenario.examples = 20;
    scenario.holdout = 5;
    const Drawn made = drawn(scenario);
    const model::Scenario next = kind().pick(made.snapshot, 0.123456, 0.5);
    EXPECT_EQ(next.data, "constant");
    EXPECT_EQ(next.examples, 1);
    EXPECT_EQ(next.holdout, 0);
    EXPECT_NEAR(next.input, 0.123456, 1e-3);
    EXPECT_FALSE(parameters::validate(next));
    EXPECT_FALSE(kind().pickPoint(made.snapshot, 0.1, 0.2));
}

TEST(DecisionFigure, AClickOnThePlaneChoosesThePointAndASecondOneLeavesIt)
{
    Drawn made = drawn(linear(1));
    EXPECT_EQ(kind().pick(made.snapshot, 0.2, 0.1), made.snapshot.scenario);
    const auto point = kind().pickPoint(made.snapshot, 0.2, 0.1);
    ASSERT_TRUE(point);
    ASSERT_EQ(point->size(), 2u);
    EXPECT_NEAR(point->at(0), 0.2, 2e-3);
    EXPECT_NEAR(point->at(1), 0.1, 2e-3);
    made = drawn(linear(1), {.point = *point});
    const Points* mark = findElement<Points>(made.panel(), "input looked at");
    ASSERT_TRUE(mark);
    EXPECT_EQ(mark->x.front(), point->at(0));
    EXPECT_EQ(mark->y.front(), point->at(1));
    const network::Network& network = *made.snapshot.network;
    const double z =
        network.weights(1)(0, 0) * point->at(0) + network.weights(1)(0, 1) * point->at(1) + network.biases(1)[0];
    const auto found =
        std::ranges::find(made.figure.notes, "At %1 = %2 and %3 = %4 the output is %5.", &Message::english);
    ASSERT_NE(found, made.figure.notes.end());
    const Message& said = *found;
    const auto* output = std::get_if<Real>(&said.arguments[4].value);
    const auto* size = std::get_if<Magnitude>(&said.arguments[4].value);
    ASSERT_TRUE(output || size);
    EXPECT_NEAR(output ? output->value : std::pow(10, size->log10), 1 / (1 + std::exp(-z)), 1e-12);
    const auto left = kind().pickPoint(made.snapshot, 0.201, 0.099);
    ASSERT_TRUE(left);
    EXPECT_TRUE(left->empty());
    EXPECT_EQ(kind().pickPoint(made.snapshot, -0.4, 0.1)->size(), 2u);
}

TEST(DecisionFigure, OtherFiguresSayThatTheyLookAtThePoint)
{
    const model::Document document{.scenario = linear(1), .question = {.point = {0.25, -0.5}}};
    for (const FigureKind* other : figuresRegistry()) {
        const results::Needs needs = other->needs().own() & results::ownNeeds<evaluation::Evaluation>();
        if (needs.empty() || !(other->needs().own() & results::ownNeeds<results::Ladder>()).empty())
            continue; // the ladder's rungs are of the examples
        const results::Snapshot snapshot = results::computeSnapshot(document, needs);
        const Figure figure = buildFigure(*other, snapshot, document.question, document.view);
        EXPECT_NE(notesOf(figure).find("Of the input (0.25, -0.5) alone"), std::string::npos)
            << other->id << notesOf(figure);
    }
}

TEST(DecisionFigure, HoldsTheRulesOnHardScenarios)
{
    std::vector<model::Scenario> all;
    for (const int inputs : {1, 2})
        for (const int outputs : {1, 2, 10})
            for (const char* activation : {"relu", "tanh"})
                for (const double weight : {0.0, 1.0, -1e6, 1e6}) {
                    model::Scenario scenario;
                    scenario.inputs = inputs;
                    scenario.outputs = outputs;
                    scenario.width = 3;
                    scenario.activation = scenario.outputActivation = activation;
                    scenario.weight = weight;
                    scenario.bias = weight == 1 ? -5 : 1e6;
                    scenario.depth = weight == 1e6 && inputs == 1 ? 80 : 3;
                    scenario.data = inputs == 2 ? "gaussians" : "gaussian";
                    if (inputs == 2 && outputs > 2)
                        scenario.data = "gaussian";
                    scenario.examples = 7;
                    scenario.holdout = 3;
                    all.push_back(scenario);
                    scenario.data = "constant";
                    scenario.input = weight;
                    scenario.examples = 1;
                    scenario.holdout = 0;
                    all.push_back(scenario);
                }
    bool beyond = false;
    for (const model::Scenario& scenario : all) {
        const Figure figure = drawn(scenario).figure;
        beyond = beyond || notesOf(figure).find("beyond any number") != std::string::npos;
    }
    EXPECT_TRUE(beyond);
}

class DecisionOfTables : public DataFiles {
protected:
    Drawn read(const std::string& text, int holdout)
    {
        write("own.csv", text);
        model::Scenario scenario;
        scenario.data = "csv";
        scenario.depth = 1;
        scenario.examples = 4;
        scenario.holdout = holdout;
        scenario.outputActivation = "identity";
        scenario.initializer = "standard_normal";
        return drawn(*parameters::withSizes(scenario, *data::dataSizes(scenario, folder())), {}, folder());
    }
};

TEST_F(DecisionOfTables, AxesAndClassesBearTheNamesAndUnitsOfTheFile)
{
    const Drawn made = read("height,weight,kind\n150,50,cat\n160,70,dog\n170,55,cat\n180,90,dog\n190,60,bird\n", 1);
    const Panel& panel = made.panel();
    EXPECT_EQ(plainText(panel.x.title), "height");
    EXPECT_EQ(plainText(panel.y.title), "weight");
    EXPECT_NEAR(panel.x.lower, 146, 1e-9); // a tenth of 40 on both sides
    EXPECT_NEAR(panel.x.upper, 194, 1e-9);
    EXPECT_NEAR(panel.y.lower, 46, 1e-9);
    EXPECT_NEAR(panel.y.upper, 94, 1e-9);
    std::size_t found = 0;
    for (const Element& element : panel.elements)
        if (const auto* points = std::get_if<Points>(&element))
            for (std::size_t i = 0; i < points->x.size(); ++i) {
                const double height = std::round(points->x[i]), weight = std::round(points->y[i]);
                EXPECT_NEAR(points->x[i], height, 1e-9);
                const char* kind = height == 190 ? "bird" : weight == 70 || weight == 90 ? "dog" : "cat";
                EXPECT_EQ(plainText(points->name).substr(0, std::string(kind).size()), kind);
                ++found;
            }
    EXPECT_EQ(found, 5u);
}

TEST_F(DecisionOfTables, ANumberToBeLearntIsDrawnInItsOwnUnit)
{
    const Drawn made = read("dose,answer\n0,10.5\n1,30.25\n2,50\n3,69.5\n4,90.75\n", 1);
    EXPECT_EQ(plainText(made.panel().x.title), "dose");
    EXPECT_EQ(plainText(made.panel().y.title), "answer");
    const Points* held = findElement<Points>(made.panel(), "held-out examples");
    const Points* learnt = findElement<Points>(made.panel(), "examples");
    ASSERT_TRUE(held && learnt);
    ASSERT_EQ(held->x.size() + learnt->x.size(), 5u);
    const std::map<int, double> answers{{0, 10.5}, {1, 30.25}, {2, 50}, {3, 69.5}, {4, 90.75}};
    for (const Points* points : {held, learnt})
        for (std::size_t i = 0; i < points->x.size(); ++i)
            EXPECT_NEAR(points->y[i], answers.at(static_cast<int>(std::lround(points->x[i]))), 1e-9);
}

} // namespace decision_figure_test
} // namespace deltascope::figures
