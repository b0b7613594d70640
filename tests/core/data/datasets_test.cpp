// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/evaluated.h"
#include "data/dataset_kind.h"
#include "data/direction.h"
#include "parameters/parameters.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace deltascope::data {
namespace datasets_test {

/// A scenario of every kind that needs no file.
std::vector<model::Scenario> offline(int examples, int holdout)
{
    std::vector<model::Scenario> scenarios;
    for (const DatasetKind* kind : datasetsRegistry()) {
        if (kind->wantsFolder && kind->standIn.empty())
            continue;
        model::Scenario scenario = parameters::withData(model::Scenario{}, kind->id);
        scenario.examples = examples;
        scenario.holdout = holdout;
        scenarios.push_back(scenario);
    }
    return scenarios;
}

TEST(Datasets, EveryKindGivesItsExamplesWithSizesThatFit)
{
    for (const model::Scenario& scenario : offline(20, 7)) {
        EXPECT_FALSE(parameters::validate(scenario)) << scenario.data;
        const Dataset data = dataOf(scenario);
        EXPECT_EQ(data.inputs.rows(), scenario.inputs) << scenario.data;
        EXPECT_EQ(data.targets.rows(), scenario.outputs) << scenario.data;
        EXPECT_EQ(data.examples(), 20) << scenario.data;
        EXPECT_EQ(data.heldOut(), 7) << scenario.data;
        EXPECT_EQ(data.heldOutTargets.cols(), 7) << scenario.data;
        EXPECT_TRUE(data.inputs.allFinite() && data.targets.allFinite()) << scenario.data;
    }
}

TEST(Datasets, HeldOutExamplesAreThoseAfterTheFirst)
{
    for (model::Scenario scenario : offline(9, 4)) {
        const Dataset split = dataOf(scenario);
        scenario.examples = 13;
        scenario.holdout = 0;
        const Dataset whole = dataOf(scenario);
        EXPECT_EQ(whole.inputs.leftCols(9), split.inputs) << scenario.data;
        EXPECT_EQ(whole.inputs.rightCols(4), split.heldOutInputs) << scenario.data;
        EXPECT_EQ(whole.targets.rightCols(4), split.heldOutTargets) << scenario.data;
        scenario.seed = 2;
        EXPECT_EQ(
            dataOf(scenario).inputs == whole.inputs, scenario.data == "constant" || scenario.data == "linear_teacher")
            << scenario.data;
    }
}

TEST(Datasets, SizesThatDoNotFitAreRefusedWithTheRightOnes)
{
    model::Scenario scenario;
    scenario.data = "digits";
    ASSERT_TRUE(parameters::validate(scenario));
    EXPECT_EQ(parameters::validate(scenario)->fault, Fault::usage);
    const std::string text = plainText(parameters::validate(scenario)->what);
    EXPECT_NE(text.find("784"), std::string::npos) << text;
    EXPECT_NE(text.find("10"), std::string::npos) << text;
    scenario = parameters::withData(model::Scenario{}, "circles");
    scenario.outputs = 2;
    EXPECT_FALSE(parameters::validate(scenario)); // one output, or one for each class
    EXPECT_EQ(dataOf(scenario).targets.colwise().sum(), Eigen::RowVectorXd::Ones(1));
    scenario.outputs = 3;
    EXPECT_TRUE(parameters::validate(scenario));
}

TEST(Datasets, DigitsAreAsDarkAsThoseOfMnist)
{
    model::Scenario scenario = parameters::withData(model::Scenario{}, "digits");
    scenario.examples = 2000;
    const Dataset data = dataOf(scenario);
    EXPECT_NEAR(data.inputs.squaredNorm() / static_cast<double>(data.inputs.size()), 0.10, 0.01);
    EXPECT_GE(data.inputs.minCoeff(), 0);
    EXPECT_LE(data.inputs.maxCoeff(), 1);
    const Eigen::VectorXd counts = data.targets.rowwise().sum();
    EXPECT_GT(counts.minCoeff(), 150);
    EXPECT_EQ(data.targets.colwise().sum(), Eigen::RowVectorXd::Ones(2000));
    // The mean digits of the classes differ: each example is nearer to its own than to most others.
    const Eigen::MatrixXd means = data.inputs * data.targets.transpose() * counts.cwiseInverse().asDiagonal();
    int right = 0;
    for (Eigen::Index x = 0; x < 500; ++x) {
        Eigen::Index nearest = 0;
        (means.colwise() - data.inputs.col(x)).colwise().squaredNorm().minCoeff(&nearest);
        right += data.targets(nearest, x) == 1;
    }
    EXPECT_GT(right, 300);
    EXPECT_LT(right, 495); // not so alike that nothing is to be learnt
}

TEST(Datasets, ClassesInThePlaneAreWhereTheySay)
{
    for (const char* id : {"circles", "xor", "gaussians", "spirals"}) {
        model::Scenario scenario = parameters::withData(model::Scenario{}, id);
        scenario.examples = 1000;
        const Dataset data = dataOf(scenario);
        EXPECT_NEAR(data.targets.mean(), 0.5, 0.06) << id;
        for (Eigen::Index x = 0; x < data.inputs.cols(); ++x) {
            const double radius = data.inputs.col(x).norm();
            const bool second = data.targets(0, x) == 1;
            EXPECT_LT(radius, 2) << id;
            if (scenario.data == "circles") {
                EXPECT_TRUE(second ? radius < 0.5 : radius > 0.75);
            } else if (scenario.data == "xor") {
                EXPECT_EQ(second, data.inputs(0, x) * data.inputs(1, x) < 0);
            }
        }
    }
}

TEST(Datasets, AutoencodersShouldRepeatTheirInput)
{
    for (const int inputs : {1, 30, 784}) {
        model::Scenario scenario;
        scenario.inputs = inputs;
        scenario = parameters::withData(scenario, "identity");
        EXPECT_EQ(scenario.outputs, inputs);
        scenario.examples = 5;
        const Dataset data = dataOf(scenario);
        EXPECT_EQ(data.inputs, data.targets);
        EXPECT_NE(data.inputs.col(0), data.inputs.col(1));
    }
}

TEST(Datasets, DirectionsAreThoseOfTheLibrary)
{
    for (double turns = -2; turns < 3; turns += 0.0371) {
        const Direction at = direction(turns);
        EXPECT_NEAR(at.cosine, std::cos(2 * std::numbers::pi * turns), 1e-14);
        EXPECT_NEAR(at.sine, std::sin(2 * std::numbers::pi * turns), 1e-14);
    }
}

// Mean 0, mean square m, and the fourth moment of the normal (3 m²) and of the uniform distribution (9/5 m²).
TEST(Datasets, RandomInputsHaveTheMomentsTheyState)
{
    for (const auto& [id, fourth] : {std::pair{"gaussian", 3.0}, {"uniform", 1.8}}) {
        model::Scenario scenario = parameters::withData(model::Scenario{}, id);
        scenario.inputs = 400;
        scenario.examples = 500;
        scenario.meanSquare = 0.1;
        const Eigen::ArrayXXd x = dataOf(scenario).inputs.array() / std::sqrt(0.1);
        EXPECT_NEAR(x.mean(), 0, 0.01) << id; // a standard error is 1/√200 000 = 0.0022 …
        EXPECT_NEAR(x.square().mean(), 1, 0.016) << id; // … √2 of that at most …
        EXPECT_NEAR(x.square().square().mean(), fourth, 0.11) << id; // … √96 of that at most
    }
}

// The arms of the spirals are r = t, angle 2π·1.75 t, the second half a turn on; noise 0.02 in each direction.
TEST(Datasets, SpiralsLieOnTheirArms)
{
    model::Scenario scenario = parameters::withData(model::Scenario{}, "spirals");
    scenario.examples = 500;
    const Dataset data = dataOf(scenario);
    for (Eigen::Index x = 0; x < 500; ++x) {
        const double sign = data.targets(0, x) == 1 ? 1 : -1;
        double nearest = 1e9;
        for (double t = 0.1; t <= 1; t += 0.002) {
            const Eigen::Vector2d arm(
                sign * t * std::cos(3.5 * std::numbers::pi * t), sign * t * std::sin(3.5 * std::numbers::pi * t));
            nearest = std::min(nearest, (data.inputs.col(x) - arm).norm());
        }
        EXPECT_LT(nearest, 0.1) << x;
    }
}

} // namespace datasets_test
} // namespace deltascope::data
