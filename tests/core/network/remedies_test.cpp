// SPDX-License-Identifier: GPL-3.0-or-later
// Dropout, the scales of residual connections, the places of a normalization, and the start values made for them:
// against what their definitions say. core/maths.md 1.18 to 1.20, 5.22 to 5.25.
#include "evaluation/evaluation.h"
#include "network/backward_pass.h"
#include "network/losses/loss.h"
#include "network/operation.h"
#include "parameters/parameters.h"
#include "training/training.h"

#include <gtest/gtest.h>

#include <cmath>
#include <memory>

namespace deltascope::network {
namespace remedies_test {

model::Scenario wide()
{
    model::Scenario scenario;
    scenario.depth = 5;
    scenario.width = 20;
    scenario.inputs = 6;
    scenario.outputs = 2;
    scenario.activation = scenario.outputActivation = "tanh";
    scenario.initializer = "glorot_uniform";
    scenario.data = "gaussian";
    scenario.meanSquare = 1;
    scenario.examples = 30;
    return scenario;
}

std::shared_ptr<const data::Dataset> dataOf(const model::Scenario& scenario)
{
    return std::make_shared<const data::Dataset>(*data::makeDataset(scenario));
}

evaluation::Evaluation evaluationOf(const model::Scenario& scenario)
{
    return *evaluation::evaluate(scenario, *dataOf(scenario), Network(scenario, *dataOf(scenario)));
}

Eigen::MatrixXd numbersOf(const numerics::Columns& columns)
{
    Eigen::MatrixXd numbers(columns.size, columns.count);
    for (Eigen::Index x = 0; x < columns.count; ++x)
        for (Eigen::Index i = 0; i < columns.size; ++i)
            numbers(i, x) = columns.at(i, x).nearestDouble();
    return numbers;
}

/// a of a layer of its start values.
Eigen::MatrixXd activationsOf(const model::Scenario& scenario, int layer, std::int64_t step = 0)
{
    const auto data = dataOf(scenario);
    Network network(scenario, *data);
    network.setStep(step);
    ForwardPass pass(network, data->inputs);
    for (int l = 1; l <= layer; ++l)
        pass.step(l);
    return numbersOf(pass.a(layer));
}

TEST(Dropout, LeavesOutItsShareAndMakesTheRestLarger)
{
    model::Scenario scenario = wide();
    scenario.width = 200;
    scenario.examples = 100;
    const Eigen::MatrixXd all = activationsOf(scenario, 1);
    scenario.dropout = 0.3;
    const Eigen::MatrixXd left = activationsOf(scenario, 1);
    int out = 0;
    for (Eigen::Index i = 0; i < all.size(); ++i) {
        const double ratio = left(i) / all(i);
        out += ratio == 0;
        EXPECT_TRUE(ratio == 0 || std::abs(ratio - 1 / 0.7) < 1e-14) << ratio;
    }
    const double numbers = 200.0 * 100, deviation = std::sqrt(0.3 * 0.7 / numbers);
    EXPECT_NEAR(out / numbers, 0.3, 4 * deviation);
    // neither neurons nor examples nor layers have a share of their own
    const Eigen::MatrixXd kept = (left.array() != 0).cast<double>();
    EXPECT_LT((kept.rowwise().mean().array() - 0.7).abs().maxCoeff(), 5 * std::sqrt(0.21 / 100));
    EXPECT_LT((kept.colwise().mean().array() - 0.7).abs().maxCoeff(), 5 * std::sqrt(0.21 / 200));
}

TEST(Dropout, EveryStepSeedAndLayerHasAMaskOfItsOwn)
{
    const Draws first{7, 0, false, false, 0};
    const auto masks = [](const Draws& draws, int layer) {
        std::vector<std::uint64_t> numbers;
        for (int example = 0; example < 20; ++example)
            for (int neuron = 0; neuron < 20; ++neuron)
                numbers.push_back(draws.at(layer, example, neuron));
        return numbers;
    };
    EXPECT_EQ(masks(first, 2), masks(first, 2));
    EXPECT_NE(masks(first, 2), masks(first, 3));
    EXPECT_NE(masks(first, 2), masks(Draws{7, 1, false, false, 0}, 2));
    EXPECT_NE(masks(first, 2), masks(Draws{8, 0, false, false, 0}, 2));
    std::vector<std::uint64_t> all = masks(first, 2);
    std::ranges::sort(all);
    EXPECT_EQ(std::ranges::adjacent_find(all), all.end()) << "two numbers of a layer are the same";
}

TEST(Dropout, ATrainingMeetsTheMaskThatTheFiguresShow)
{
    model::Scenario scenario = wide();
    scenario.dropout = 0.4;
    scenario.epochs = 3;
    const auto data = dataOf(scenario);
    std::vector<double> costs;
    std::vector<std::vector<double>> speeds;
    training::TrainingOptions options;
    options.observe = [&](const training::TraceRecord& record, std::span<const training::LayerTrace> layers) {
        costs.push_back(record.cost.nearestDouble());
        speeds.emplace_back();
        for (const training::LayerTrace& layer : layers)
            speeds.back().push_back(layer.biasSpeed.nearestDouble());
    };
    training::Training training(scenario, data, options);
    for (std::int64_t step = 0; step < 3; ++step) {
        const Network now = training.network();
        EXPECT_EQ(now.draws().step, step);
        const evaluation::Evaluation seen = *evaluation::evaluate(scenario, *data, now);
        ASSERT_EQ(training.advance(), training::Training::Outcome::stepped);
        const auto place = static_cast<std::size_t>(step);
        EXPECT_NEAR(costs[place], seen.cost.nearestDouble(), 1e-12);
        for (int layer = 1; layer <= scenario.depth; ++layer)
            EXPECT_NEAR(speeds[place][static_cast<std::size_t>(layer - 1)],
                seen.layer(layer).speed.normOfMean.nearestDouble(), 1e-12);
    }
}

TEST(Dropout, HeldOutExamplesAreTestedWithAllNeurons)
{
    model::Scenario scenario = wide();
    scenario.holdout = 40;
    scenario.dropout = 0.5;
    scenario.epochs = 1;
    std::optional<double> heldOut;
    training::TrainingOptions options;
    options.observe = [&](const training::TraceRecord& record, std::span<const training::LayerTrace>) {
        if (!heldOut)
            heldOut = record.heldOutCost;
    };
    training::Training training(scenario, dataOf(scenario), options);
    ASSERT_EQ(training.advance(), training::Training::Outcome::stepped);
    model::Scenario without = scenario;
    without.dropout = 0;
    data::Dataset tested = *dataOf(scenario);
    tested.inputs = tested.heldOutInputs;
    tested.targets = tested.heldOutTargets;
    const Network network(without, *dataOf(without));
    ASSERT_TRUE(heldOut);
    EXPECT_NEAR(*heldOut, evaluation::evaluate(without, tested, network)->cost.nearestDouble(), 1e-12);
}

TEST(Dropout, TheSameBitsOnAnyNumberOfThreads)
{
    model::Scenario scenario = wide();
    scenario.examples = 400;
    scenario.width = 60;
    scenario.batch = 150;
    scenario.dropout = 0.4;
    scenario.epochs = 2;
    std::vector<std::vector<double>> found;
    for (const int threads : {1, 2, 5}) {
        training::TrainingOptions options;
        options.threads = threads;
        training::Training training(scenario, dataOf(scenario), options);
        while (training.advance() == training::Training::Outcome::stepped) { }
        found.push_back(training.parameters());
    }
    EXPECT_EQ(found[0], found[1]);
    EXPECT_EQ(found[0], found[2]);
}

TEST(Dropout, OfOneAndOfSingleNeuronsIsRefused)
{
    model::Scenario scenario = wide();
    scenario.dropout = 1;
    const auto whole = parameters::validate(scenario);
    ASSERT_TRUE(whole);
    EXPECT_NE(plainText(whole->what).find("below 1"), std::string::npos);
    scenario.dropout = 0.5;
    EXPECT_FALSE(parameters::validate(scenario));
    scenario.width = 1;
    EXPECT_TRUE(parameters::validate(scenario));
}

TEST(NormPosition, WithoutResidualBeforeIsBehind)
{
    for (const char* normalization : {"layer", "batch", "rms"}) {
        SCOPED_TRACE(normalization);
        model::Scenario before = wide();
        before.normalization = normalization;
        before.normPosition = "before";
        model::Scenario behind = before;
        behind.normPosition = "post_residual";
        EXPECT_FALSE(parameters::validate(before));
        const evaluation::Evaluation one = evaluationOf(before), other = evaluationOf(behind);
        EXPECT_NEAR(one.cost.nearestDouble(), other.cost.nearestDouble(), 1e-14);
        for (int layer = 1; layer <= before.depth; ++layer) {
            EXPECT_NEAR(one.layer(layer).speed.rms.log10(), other.layer(layer).speed.rms.log10(), 1e-11) << layer;
            EXPECT_NEAR(one.layer(layer).speed.weight.log10(), other.layer(layer).speed.weight.log10(), 1e-11) << layer;
        }
    }
}

TEST(NormPosition, WhatIsNormalizedHasMeanSquareOne)
{
    model::Scenario scenario = wide();
    scenario.residual = 1;
    scenario.normalization = "rms";
    scenario.normPosition = "post_residual";
    const Eigen::MatrixXd behind = activationsOf(scenario, 3);
    for (const auto column : behind.colwise())
        EXPECT_NEAR(column.squaredNorm() / static_cast<double>(column.size()), 1, 1e-3);
    scenario.normPosition = "before";
    const Eigen::MatrixXd before = activationsOf(scenario, 3);
    EXPECT_GT((before.colwise().squaredNorm().array() / 20 - 1).abs().maxCoeff(), 0.05);
}

TEST(ResidualScale, OneOverTheRootOfTheDepthIsWhatItSays)
{
    model::Scenario scenario = wide();
    scenario.residual = 0.8;
    scenario.residualScale = "inverse_root_depth";
    const auto data = dataOf(scenario);
    const Network network(scenario, *data);
    const Eigen::MatrixXd before = activationsOf(scenario, 1);
    const Eigen::MatrixXd z = (network.weights(2) * before).colwise() + network.biases(2);
    const Eigen::MatrixXd expected = z.array().tanh().matrix() / std::sqrt(5.0) + 0.8 * before;
    EXPECT_LT((activationsOf(scenario, 2) - expected).cwiseAbs().maxCoeff(), 1e-14);
}

TEST(ResidualScale, ReZeroStartsAsTheIdentityAndLearnsItsScaleFirst)
{
    model::Scenario scenario = wide();
    scenario.residual = 1;
    scenario.residualScale = "learned_zero";
    scenario.epochs = 2;
    EXPECT_EQ(activationsOf(scenario, 4), activationsOf(scenario, 1));
    const auto data = dataOf(scenario);
    training::Training training(scenario, data);
    const Network start = training.network();
    ASSERT_EQ(training.advance(), training::Training::Outcome::stepped);
    const Network after = training.network();
    for (const int layer : {2, 3, 4}) {
        EXPECT_EQ(start.branch(layer), 0);
        EXPECT_EQ(after.weights(layer), start.weights(layer)) << layer;
        EXPECT_NE(after.branch(layer), 0) << layer;
    }
    EXPECT_NE(after.weights(1), start.weights(1));
    ASSERT_EQ(training.advance(), training::Training::Outcome::stepped);
    EXPECT_NE(training.network().weights(3), start.weights(3));
}

TEST(ResidualScale, TiedLayersShareWhatTheyLearn)
{
    model::Scenario scenario = wide();
    scenario.inputs = 20;
    scenario.residual = 1;
    scenario.residualScale = "learned_zero";
    scenario.tied = true;
    scenario.epochs = 1;
    training::Training training(scenario, dataOf(scenario));
    ASSERT_EQ(training.advance(), training::Training::Outcome::stepped);
    const Network after = training.network();
    EXPECT_NE(after.branch(2), 0);
    EXPECT_EQ(after.branch(2), after.branch(4));
}

TEST(StartValues, LsuvGivesEveryLayerTheVarianceOne)
{
    for (const char* activation : {"tanh", "relu", "sigmoid"})
        for (const double gain : {1.0, 1.5}) {
            model::Scenario scenario = wide();
            scenario.activation = activation;
            scenario.initializer = "lsuv";
            scenario.gain = gain;
            const auto data = dataOf(scenario);
            const Network network(scenario, *data);
            ForwardPass pass(network, data->inputs);
            for (int layer = 1; layer <= scenario.depth; ++layer) {
                pass.step(layer);
                const Eigen::MatrixXd z = numbersOf(pass.z(layer));
                const double variance = (z.array() - z.mean()).square().mean();
                EXPECT_NEAR(variance / (gain * gain), 1, 0.1) << activation << ", layer " << layer;
                const Eigen::MatrixXd w = network.weights(layer); // still a multiple of an orthonormal matrix
                const Eigen::MatrixXd products =
                    w.rows() <= w.cols() ? Eigen::MatrixXd(w * w.transpose()) : Eigen::MatrixXd(w.transpose() * w);
                EXPECT_LT((products / products(0, 0) - Eigen::MatrixXd::Identity(products.rows(), products.cols()))
                              .cwiseAbs()
                              .maxCoeff(),
                    1e-12);
            }
        }
}

TEST(StartValues, LsuvLeavesWhatItCannotMeasure)
{
    model::Scenario chain; // one neuron, one example: no variance
    chain.initializer = "lsuv";
    const Network network(chain, *dataOf(chain));
    for (int layer = 1; layer <= chain.depth; ++layer)
        EXPECT_EQ(std::abs(network.weights(layer)(0, 0)), 1);
}

TEST(StartValues, FixupBeginsWithoutBranches)
{
    model::Scenario scenario = wide();
    scenario.residual = 1;
    scenario.activation = "gelu";
    scenario.initializer = "fixup";
    scenario.examples = 200;
    const Network network(scenario, *dataOf(scenario));
    EXPECT_NEAR(network.weights(1).squaredNorm() / 120, 2.0 / 6, 0.15);
    for (const int layer : {2, 3, 4, 5})
        EXPECT_TRUE(network.weights(layer).isZero(0)) << layer;
    EXPECT_EQ(activationsOf(scenario, 4), activationsOf(scenario, 1));
    scenario.residual = 0; // then no layer is a branch
    EXPECT_FALSE(Network(scenario, *dataOf(scenario)).weights(3).isZero(0));
}

} // namespace remedies_test
} // namespace deltascope::network
