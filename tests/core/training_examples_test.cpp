// SPDX-License-Identifier: GPL-3.0-or-later
// How a training reads its examples: which of them name classes, zeros left out, and the order of an epoch.
#include "evaluated.h"
#include "oracle_table.h"
#include "training.h"
#include "training/example_set.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <random>

namespace deltascope {
namespace {

bool haveClasses(const Eigen::MatrixXd& targets)
{
    const Eigen::MatrixXd inputs = Eigen::MatrixXd::Zero(2, targets.cols());
    return ExampleSet(inputs, targets).hasClasses();
}

TEST(TrainingExamples, OneHotTargetsNameClasses)
{
    EXPECT_TRUE(haveClasses(Eigen::MatrixXd{{0, 1}, {1, 0}, {0, 0}}));
    EXPECT_FALSE(haveClasses(Eigen::MatrixXd{{0, 1}, {1, 1}, {0, 0}})) << "two ones";
    EXPECT_FALSE(haveClasses(Eigen::MatrixXd{{0, 0}, {1, 0}, {0, 0}})) << "none";
    EXPECT_FALSE(haveClasses(Eigen::MatrixXd{{0, 0.5}, {1, 0.5}}));
    EXPECT_TRUE(haveClasses(Eigen::MatrixXd{{0, 1, 1, 0}})) << "one output: 0 or 1";
    EXPECT_FALSE(haveClasses(Eigen::MatrixXd{{0, 1, 2}}));
    EXPECT_FALSE(haveClasses(Eigen::MatrixXd(3, 0)));
}

TEST(TrainingExamples, ZerosAreLeftOutAndNothingElse)
{
    Scenario scenario;
    scenario.depth = 2;
    scenario.inputs = 70;
    scenario.width = 9;
    scenario.outputs = 2;
    scenario.initializer = "standard_normal";
    scenario.examples = 6;
    std::mt19937_64 random(5);
    auto data = std::make_shared<Dataset>();
    data->inputs = Eigen::MatrixXd::Zero(70, 6);
    data->targets = Eigen::MatrixXd::Constant(2, 6, 0.25);
    for (Eigen::Index x = 0; x < 6; ++x)
        for (int k = 0; k < 12; ++k) // of both signs, the first and the last input among them
            data->inputs(k == 0 ? 0
                    : k == 1    ? 69
                                : static_cast<Eigen::Index>(random() % 70),
                x) = k % 2 ? 0.5 + static_cast<double>(x) : -0.75;
    ASSERT_TRUE(ExampleSet(data->inputs, data->targets).isSparse());
    const Evaluation evaluation = evaluate(scenario, *data);
    Training training(scenario, data, {.threads = 1});
    training.advance();
    EXPECT_LT(relativeError(training.trace().record(0).cost, evaluation.cost), 1e-12);
    for (int layer = 1; layer <= 2; ++layer) {
        const LayerTrace& trace = training.trace().layer(0, layer);
        EXPECT_LT(relativeError(trace.biasSpeed, evaluation.layer(layer).speed.normOfMean), 1e-12) << layer;
        EXPECT_LT(relativeError(trace.weightSpeed, evaluation.layer(layer).speed.weight), 1e-12) << layer;
    }
}

// z = wx from w = 0 with the target 1: the first steps are η·x of the example that was taken, so that x can be read
// off.
TEST(TrainingExamples, EveryOrderOfAnEpochIsAsLikely)
{
    Scenario scenario;
    scenario.depth = 1;
    scenario.outputActivation = "identity";
    scenario.weight = 0;
    scenario.learningRate = 1e-6;
    scenario.examples = 3;
    scenario.batch = 1;
    scenario.epochs = 1;
    auto data = std::make_shared<Dataset>();
    data->inputs = Eigen::MatrixXd{{1, 2, 3}};
    data->targets = Eigen::MatrixXd{{1, 1, 1}};
    std::map<int, int> counts;
    constexpr int kSeeds = 600;
    for (int seed = 1; seed <= kSeeds; ++seed) {
        scenario.seed = seed;
        Training training(scenario, data, {.threads = 1});
        int order = 0;
        double before = 0;
        for (int step = 0; step < 3; ++step) {
            ASSERT_EQ(training.advance(), Training::Outcome::stepped);
            const double weight = training.parameters()[0];
            order = 10 * order + static_cast<int>(std::lround((weight - before) / scenario.learningRate));
            before = weight;
        }
        ++counts[order];
    }
    for (const int order : {123, 132, 213, 231, 312, 321}) // 100 ± 9.1 each
        EXPECT_NEAR(counts[order], kSeeds / 6.0, 40) << order;
    EXPECT_EQ(counts.size(), 6u) << "every example once";
}

} // namespace
} // namespace deltascope
