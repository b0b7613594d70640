// SPDX-License-Identifier: GPL-3.0-or-later
// How a training reads its examples: which of them name classes, zeros left out, and the order of an epoch.
// core/maths.md 5.4, 11.8.
#include "core/support/evaluated.h"
#include "core/support/oracle_table.h"
#include "training/gradient/example_set.h"
#include "training/training.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <numeric>
#include <random>

namespace deltascope::training {
namespace training_examples_test {

bool haveClasses(const Eigen::MatrixXd& targets)
{
    const Eigen::MatrixXd inputs = Eigen::MatrixXd::Zero(2, targets.cols());
    return gradient::ExampleSet(inputs, targets).hasClasses();
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
    model::Scenario scenario;
    scenario.depth = 2;
    scenario.inputs = 70;
    scenario.width = 9;
    scenario.outputs = 2;
    scenario.initializer = "standard_normal";
    scenario.examples = 6;
    std::mt19937_64 random(5);
    auto data = std::make_shared<data::Dataset>();
    data->inputs = Eigen::MatrixXd::Zero(70, 6);
    data->targets = Eigen::MatrixXd::Constant(2, 6, 0.25);
    for (Eigen::Index x = 0; x < 6; ++x)
        for (int k = 0; k < 12; ++k) // of both signs, the first and the last input among them
            data->inputs(k == 0 ? 0
                    : k == 1    ? 69
                                : static_cast<Eigen::Index>(random() % 70),
                x) = k % 2 ? 0.5 + static_cast<double>(x) : -0.75;
    ASSERT_TRUE(gradient::ExampleSet(data->inputs, data->targets).isSparse());
    const evaluation::Evaluation evaluation = evaluation::evaluate(scenario, *data);
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
    model::Scenario scenario;
    scenario.depth = 1;
    scenario.outputActivation = "identity";
    scenario.weight = 0;
    scenario.learningRate = 1e-6;
    scenario.examples = 3;
    scenario.batch = 1;
    scenario.epochs = 1;
    auto data = std::make_shared<data::Dataset>();
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

/// The documented order of an epoch, from std::mt19937_64 and SplitMix64's finaliser alone.
std::vector<int> documentedOrder(std::uint64_t seed, std::uint64_t epoch, int examples)
{
    const auto scrambled = [](std::uint64_t value) {
        value += 0x9e3779b97f4a7c15u;
        value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9u;
        value = (value ^ (value >> 27)) * 0x94d049bb133111ebu;
        return value ^ (value >> 31);
    };
    constexpr std::uint64_t kOrder = 5;
    std::mt19937_64 generator(scrambled(scrambled(scrambled(seed) ^ kOrder) ^ epoch));
    std::vector<int> order(static_cast<std::size_t>(examples));
    std::iota(order.begin(), order.end(), 0);
    for (std::uint64_t i = order.size() - 1; i > 0; --i) { // of numbers this small hardly any is drawn again
        const std::uint64_t uneven = (0 - (i + 1)) % (i + 1);
        std::uint64_t drawn = generator();
        while (drawn < uneven)
            drawn = generator();
        std::swap(order[i], order[drawn % (i + 1)]);
    }
    return order;
}

// As above the examples can be read off the steps: here batches of two, whose sum says which they were.
TEST(TrainingExamples, BatchesAreCutOffTheDocumentedOrder)
{
    model::Scenario scenario;
    scenario.depth = 1;
    scenario.outputActivation = "identity";
    scenario.weight = 0;
    scenario.learningRate = 1e-9;
    scenario.examples = 7;
    scenario.batch = 2;
    scenario.epochs = 3;
    scenario.seed = 11;
    auto data = std::make_shared<data::Dataset>();
    data->inputs = Eigen::MatrixXd{{1, 2, 4, 8, 16, 32, 64}};
    data->targets = Eigen::MatrixXd::Ones(1, 7);
    Training training(scenario, data, {.threads = 1});
    double before = 0;
    for (std::uint64_t epoch = 0; epoch < 3; ++epoch) {
        const std::vector<int> order = documentedOrder(11, epoch, 7);
        for (std::size_t begin = 0; begin < 7; begin += 2) {
            ASSERT_EQ(training.advance(), Training::Outcome::stepped);
            const double weight = training.parameters()[0];
            const std::size_t end = std::min<std::size_t>(begin + 2, 7);
            double sum = 0;
            for (std::size_t i = begin; i < end; ++i)
                sum += data->inputs(0, order[i]);
            EXPECT_NEAR((weight - before) / scenario.learningRate, sum / static_cast<double>(end - begin), 1e-3)
                << epoch << ", from " << begin;
            before = weight;
        }
    }
}

} // namespace training_examples_test
} // namespace deltascope::training
