// SPDX-License-Identifier: GPL-3.0-or-later
// The least cost of targets that no output can equal: against the cost itself over a fine grid of z, and closed forms.
// core/maths.md 1.14.
#include "base/registry.h"
#include "core/support/evaluated.h"
#include "evaluation/unreachable_target.h"
#include "figures/figure_kind.h"
#include "network/activations/activation.h"
#include "network/losses/loss.h"
#include "results/snapshot.h"
#include "training/training_progress.h"

#include <gtest/gtest.h>

#include <cmath>

namespace deltascope::evaluation {
namespace unreachable_target_test {

model::Scenario chainWith(const std::string& output, double target, const std::string& loss = "quadratic")
{
    model::Scenario scenario;
    scenario.depth = 2;
    scenario.outputActivation = output;
    scenario.target = target;
    scenario.loss = loss;
    return scenario;
}

std::string said(const model::Scenario& scenario)
{
    return plainText(unreachableTarget(scenario, dataOf(scenario)));
}

double least(const model::Scenario& scenario)
{
    return leastCost(scenario, dataOf(scenario));
}

// inf over z of C(z, y), by looking: no cost that is found lies below the least one, and some come near it.
TEST(UnreachableTarget, TheLeastCostIsTheInfimumOverZ)
{
    for (const losses::Loss* loss : losses::lossesRegistry())
        for (const activations::Activation* output : activations::activationsRegistry()) {
            if (!loss->outputActivation.empty() && loss->outputActivation != output->id)
                continue;
            for (const double y : {-3.0, -0.2, 0.0, 0.3, 1.0, 1.5, 4.0}) {
                if (loss->negative && (y < 0 || y > 1))
                    continue;
                double found = std::numeric_limits<double>::infinity();
                const std::vector<double> target{y};
                const auto look = [&](double z) {
                    const std::vector<numerics::Scaled> at{numerics::Scaled::from(z)};
                    found = std::min(found, loss->cost({*output, at, target}).nearestDouble());
                };
                for (double z = -10; z <= 10; z += 1e-3)
                    look(z);
                for (double z = 10; z < 1e8; z *= 1.001) {
                    look(z);
                    look(-z);
                }
                const double told = loss->leastCost(*output, target);
                EXPECT_LE(told, found + 1e-12) << loss->id << ' ' << output->id << ' ' << y;
                EXPECT_NEAR(told, found, 2e-6) << loss->id << ' ' << output->id << ' ' << y;
            }
        }
}

TEST(UnreachableTarget, ALogisticNeuronNeverGivesTwo)
{
    const model::Scenario scenario = chainWith("sigmoid", 2);
    EXPECT_DOUBLE_EQ(least(scenario), 0.5); // ½(1 − 2)²
    EXPECT_EQ(said(scenario),
        "The target 2 is out of reach: the output activation “Sigmoid (logistic)” gives values from 0 to 1. The cost "
        "cannot fall below 0.5.");
    EXPECT_EQ(said(chainWith("sigmoid", 1)), "") << "as near as one likes";
    EXPECT_EQ(said(chainWith("identity", 2)), "");
    EXPECT_DOUBLE_EQ(least(chainWith("relu", -3)), 4.5);
    EXPECT_NE(said(chainWith("relu", -3)).find("of 0 and above"), std::string::npos) << said(chainWith("relu", -3));
    EXPECT_EQ(said(chainWith("relu", 1e6)), "");
}

TEST(UnreachableTarget, OverABatchItIsTheMeanOfEachExamplesLeast)
{
    model::Scenario scenario = chainWith("sigmoid", 0);
    scenario.examples = 4;
    data::Dataset data = dataOf(scenario);
    data.targets << 0.5, -1, 1, 3;
    EXPECT_DOUBLE_EQ(leastCost(scenario, data), (0 + 0.5 + 0 + 2) / 4);
    const std::string text = plainText(unreachableTarget(scenario, data));
    EXPECT_NE(text.find("in 2 of 4 examples"), std::string::npos) << text;
    EXPECT_NE(text.find("0.625"), std::string::npos) << text;
}

TEST(UnreachableTarget, ProbabilitiesHaveTheirEntropy)
{
    const double entropy = -0.3 * std::log(0.3) - 0.7 * std::log(0.7);
    const model::Scenario scenario = chainWith("sigmoid", 0.3, "cross_entropy");
    EXPECT_NEAR(least(scenario), entropy, 1e-15);
    EXPECT_NE(said(scenario).find("entropy, 0.610864"), std::string::npos) << said(scenario);
    for (const double certain : {0.0, 1.0})
        EXPECT_EQ(said(chainWith("sigmoid", certain, "cross_entropy")), "");
    model::Scenario softmax = chainWith("identity", 0, "softmax");
    softmax.outputs = 3;
    data::Dataset data = dataOf(softmax);
    data.targets << 0.2, 0.5, 0.3;
    EXPECT_NEAR(leastCost(softmax, data), -0.2 * std::log(0.2) - 0.5 * std::log(0.5) - 0.3 * std::log(0.3), 1e-15);
    data.targets << 0, 1, 0;
    EXPECT_EQ(leastCost(softmax, data), 0);
    EXPECT_TRUE(unreachableTarget(softmax, data).empty());
}

// Three targets of 1: 3 ln 3 = 3.296 is all that a softmax can do.
TEST(UnreachableTarget, SoftmaxSumsToOne)
{
    model::Scenario softmax = chainWith("identity", 1, "softmax");
    softmax.outputs = 3;
    EXPECT_NEAR(least(softmax), 3 * std::log(3), 1e-14);
    EXPECT_EQ(said(softmax),
        "The targets are out of reach: the outputs of a softmax sum to 1, the targets to 3. The cost cannot fall below "
        "3.29584.");
    softmax.target = 0;
    EXPECT_EQ(least(softmax), 0);
    EXPECT_EQ(said(softmax), "All targets are 0: the cost of a softmax is then 0, whatever the outputs are.");
    EXPECT_TRUE(evaluated(softmax).cost.isZero());
}

TEST(UnreachableTarget, TheFigureOfTheCostHasItsFloor)
{
    model::Document document;
    document.scenario = chainWith("sigmoid", 2);
    document.scenario.epochs = 3;
    const results::Snapshot snapshot = results::computeSnapshot(document, results::needs<training::TrainingProgress>());
    const figures::Figure figure = findKind(figures::figuresRegistry(), "cost")->build(snapshot, {}, {});
    ASSERT_FALSE(figure.notes.empty());
    EXPECT_EQ(plainText(figure.notes.front()), said(document.scenario));
    bool floor = false;
    for (const figures::Element& element : figure.panels.front().elements)
        if (const auto* guide = std::get_if<figures::Guide>(&element))
            floor = floor || (guide->horizontal && std::abs(guide->value - std::log10(0.5)) < 1e-12);
    EXPECT_TRUE(floor);
    document.scenario.target = 1;
    EXPECT_TRUE(findKind(figures::figuresRegistry(), "cost")
                    ->build(results::computeSnapshot(document, results::needs<training::TrainingProgress>()), {}, {})
                    .notes.empty());
}

} // namespace unreachable_target_test
} // namespace deltascope::evaluation
