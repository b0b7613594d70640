// SPDX-License-Identifier: GPL-3.0-or-later
// Data of several steps: what the sequences are, and how other data are cut into them. core/maths.md 17.1, 17.4, 17.5.
#include "core/support/evaluated.h"
#include "parameters/parameters.h"
#include "parameters/sizes_from_data.h"

#include <gtest/gtest.h>

namespace deltascope::data {
namespace sequences_test {

model::Scenario overTime(const char* data, int steps)
{
    model::Scenario scenario;
    scenario.tied = true;
    scenario.feed = "every";
    scenario.depth = steps + 1;
    scenario.examples = 400;
    return parameters::withData(scenario, data);
}

std::string whyNot(const model::Scenario& scenario)
{
    const std::optional<Error> error = parameters::validate(scenario);
    return error ? plainText(error->what) : "";
}

TEST(Sequences, TheFirstSymbolIsTheTargetAndTheRestIsNoise)
{
    model::Scenario scenario = overTime("first_bit", 30);
    EXPECT_EQ(scenario.inputs, 1);
    scenario.meanSquare = 0.25;
    ASSERT_EQ(whyNot(scenario), "");
    const Dataset data = dataOf(scenario);
    ASSERT_EQ(data.inputs.rows(), 30);
    EXPECT_EQ(data.inputs.row(0).cwiseAbs(), Eigen::RowVectorXd::Ones(400));
    EXPECT_EQ((data.inputs.row(0).array() > 0).cast<double>().matrix(), data.targets);
    EXPECT_NEAR(data.targets.mean(), 0.5, 0.08);
    const auto noise = data.inputs.bottomRows(29);
    EXPECT_NEAR(noise.mean(), 0, 4 * 0.5 / std::sqrt(noise.size()));
    EXPECT_NEAR(noise.squaredNorm() / static_cast<double>(noise.size()), 0.25, 0.02);
}

TEST(Sequences, TheAddingProblemMarksANumberInEachHalf)
{
    for (const int steps : {2, 3, 20}) {
        const model::Scenario scenario = overTime("adding", steps);
        EXPECT_EQ(scenario.inputs, 2);
        ASSERT_EQ(whyNot(scenario), "");
        const Dataset data = dataOf(scenario);
        ASSERT_EQ(data.inputs.rows(), 2 * steps);
        EXPECT_FALSE(data.notice);
        Eigen::VectorXd marked = Eigen::VectorXd::Zero(steps);
        for (Eigen::Index x = 0; x < data.inputs.cols(); ++x) {
            double sum = 0;
            int first = 0, second = 0;
            for (int step = 0; step < steps; ++step) {
                const double number = data.inputs(2 * step, x), mark = data.inputs(2 * step + 1, x);
                EXPECT_TRUE(std::abs(number) <= 1 && (mark == 0 || mark == 1));
                sum += mark * number;
                (step < steps / 2 ? first : second) += mark == 1;
                marked[step] += mark;
            }
            EXPECT_EQ(first, 1);
            EXPECT_EQ(second, 1);
            EXPECT_NEAR(data.targets(0, x), 0.5 + sum / 4, 1e-15);
        }
        EXPECT_GT(marked.minCoeff(), 0) << steps; // each step now and then
    }
    EXPECT_TRUE(dataOf(parameters::withData(model::Scenario{}, "adding")).notice); // one step has one number
}

TEST(Sequences, OtherDataAreCutIntoSteps)
{
    const model::Scenario whole = parameters::withData(model::Scenario{}, "digits"), rows = overTime("digits", 28);
    EXPECT_EQ(rows.inputs, 28);
    EXPECT_EQ(whyNot(rows), "");
    EXPECT_EQ(dataOf(rows).inputs.leftCols(1), dataOf(whole).inputs);
    EXPECT_EQ(whyNot(overTime("xor", 2)), ""); // one coordinate after the other
    model::Scenario two = overTime("gaussian", 5);
    two.inputs = 3;
    EXPECT_EQ(dataOf(two).inputs.rows(), 15);
    EXPECT_EQ(network::structureOf(two).sequence(), 15);
    // a file's numbers are shared among the steps
    const Result<model::Scenario> fitted = parameters::withSizes(overTime("gaussian", 4), {.inputs = 12, .outputs = 1});
    EXPECT_EQ(fitted->inputs, 3);
}

TEST(Sequences, WhatDoesNotChainIsOneSentence)
{
    EXPECT_NE(
        whyNot(overTime("xor", 3)).find("2 inputs, which cannot be shared evenly among 3 steps"), std::string::npos)
        << whyNot(overTime("xor", 3));
    model::Scenario scenario = overTime("digits", 28);
    scenario.inputs = 27;
    EXPECT_NE(whyNot(scenario).find("inputs = 28"), std::string::npos) << whyNot(scenario);
    scenario = overTime("gaussian", 5);
    scenario.tied = false;
    EXPECT_NE(whyNot(scenario).find("feed: "), std::string::npos) << whyNot(scenario);
    scenario.feed = "first";
    EXPECT_EQ(whyNot(scenario), "");
    scenario.gate = "gru";
    EXPECT_NE(whyNot(scenario).find("gate: "), std::string::npos) << whyNot(scenario);
    scenario.gate = "leaky";
    EXPECT_EQ(whyNot(scenario), "");
    scenario = overTime("gaussian", 2); // a single tied layer, which has the input weights of layer 1
    scenario.layers = {{.layer = 2, .width = 3}};
    EXPECT_NE(whyNot(scenario).find("tied: "), std::string::npos) << whyNot(scenario);
    scenario = overTime("gaussian", 5);
    scenario.depth = 10'000;
    scenario.inputs = 65'536;
    scenario.examples = 1000;
    EXPECT_NE(whyNot(scenario).find("memory"), std::string::npos) << whyNot(scenario);
}

} // namespace sequences_test
} // namespace deltascope::data
