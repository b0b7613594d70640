// SPDX-License-Identifier: GPL-3.0-or-later
// Hessian-vector products against differences of gradients in closed form, and the ends of the spectrum against that of
// the whole matrix. core/maths.md 16.13, 16.14.
#include "theory/curvature/hessian.h"

#include "base/registry.h"
#include "network/activations/activation.h"
#include "results/laws/curvature_course.h"
#include "training/training.h"

#include <Eigen/Eigenvalues>
#include <gtest/gtest.h>

#include <cmath>

namespace deltascope::curvature {
namespace hessian_test {

const losses::Loss& lossOf(const model::Scenario& scenario)
{
    return *findKind(losses::lossesRegistry(), scenario.loss);
}

model::Scenario chain(int depth, double weight, double bias)
{
    model::Scenario scenario;
    scenario.depth = depth;
    scenario.weight = weight;
    scenario.bias = bias;
    return scenario;
}

model::Scenario smallScenario()
{
    model::Scenario scenario;
    scenario.initializer = "glorot_uniform";
    scenario.activation = "tanh";
    scenario.outputActivation = "sigmoid";
    scenario.data = "gaussian";
    scenario.meanSquare = 1;
    scenario.width = 4;
    scenario.inputs = 3;
    scenario.outputs = 2;
    scenario.depth = 3;
    scenario.examples = 5;
    return scenario;
}

Eigen::MatrixXd matrixOf(const Hessian& hessian)
{
    Eigen::MatrixXd all(hessian.size(), hessian.size());
    for (Eigen::Index i = 0; i < hessian.size(); ++i)
        all.col(i) = hessian.times(Eigen::VectorXd::Unit(hessian.size(), i));
    return all;
}

/// Differences of 4th order of the gradient.
Eigen::MatrixXd byDifferences(const model::Scenario& scenario, const data::Dataset& data, double step)
{
    network::Network network(scenario, data);
    const std::vector<double> start(network.values().begin(), network.values().end());
    const auto gradient = [&](Eigen::Index i, double change) {
        std::vector<double> values = start;
        values[static_cast<std::size_t>(i)] += change;
        network.setValues(values);
        return Eigen::VectorXd(Hessian(network, lossOf(scenario), data).gradient());
    };
    const auto size = static_cast<Eigen::Index>(start.size());
    Eigen::MatrixXd all(size, size);
    for (Eigen::Index i = 0; i < size; ++i)
        all.col(i) = (8 * (gradient(i, step) - gradient(i, -step)) - gradient(i, 2 * step) + gradient(i, -2 * step))
            / (12 * step);
    return all;
}

void expectHessian(const model::Scenario& scenario, double tolerance = 1e-8, double step = 1e-3)
{
    const data::Dataset data = *data::makeDataset(scenario);
    const network::Network network(scenario, data);
    const Hessian hessian(network, lossOf(scenario), data);
    ASSERT_TRUE(hessian.finite());
    const Eigen::MatrixXd exact = matrixOf(hessian), near = byDifferences(scenario, data, step);
    const double scale = near.cwiseAbs().maxCoeff();
    EXPECT_GT(scale, 0);
    EXPECT_LT((exact - near).cwiseAbs().maxCoeff(), tolerance * scale)
        << scenario.activation << ' ' << scenario.loss << ' ' << scenario.residual;
    EXPECT_LT((exact - exact.transpose()).cwiseAbs().maxCoeff(), 1e-12 * scale);
}

TEST(Hessian, EveryActivationsIsThatOfDifferences)
{
    for (const activations::Activation* each : activations::activationsRegistry()) {
        model::Scenario scenario = smallScenario();
        scenario.activation = scenario.outputActivation = each->id;
        const auto jumps = [&](auto of) { return std::abs(of(1e-9) - of(-1e-9)) > 1e-6; };
        const bool bends =
            jumps(each->derivative) || jumps([&](double z) { return activations::secondDerivative(*each, z); });
        if (bends) { // biases of their own, so that no z stands on a kink, and no output is dead
            scenario.initializer = "scaled_normal";
            scenario.outputActivation = "identity";
        }
        if (each->maxDerivative == 0) { // of a step nothing changes
            const data::Dataset data = *data::makeDataset(scenario);
            const network::Network network(scenario, data);
            EXPECT_TRUE(matrixOf(Hessian(network, lossOf(scenario), data)).isZero(0)) << each->id;
            continue;
        }
        expectHessian(scenario, bends ? 1e-5 : 1e-8, bends ? 1e-6 : 1e-3); // no step over a kink
    }
}

TEST(Hessian, EveryCostsIsThatOfDifferences)
{
    for (const losses::Loss* each : losses::lossesRegistry()) {
        model::Scenario scenario = smallScenario();
        scenario.loss = each->id;
        if (!each->outputActivation.empty())
            scenario.outputActivation = each->outputActivation;
        expectHessian(scenario);
    }
}

TEST(Hessian, OfResidualConnectionsAndAChainIsThatOfDifferences)
{
    model::Scenario scenario = smallScenario();
    scenario.residual = 0.7;
    scenario.depth = 5;
    expectHessian(scenario);
    expectHessian(chain(3, 1.5, 0.2));
}

TEST(Hessian, SecondDerivativesAreDifferencesOfTheFirst)
{
    for (const activations::Activation* each : activations::activationsRegistry())
        for (const double z : {-7.3, -2.0, -0.4, 0.3, 1.1, 5.9}) {
            constexpr double kStep = 1e-4;
            const auto over = [&](double h) { return (each->derivative(z + h) - each->derivative(z - h)) / (2 * h); };
            EXPECT_NEAR(activations::secondDerivative(*each, z), (4 * over(kStep) - over(2 * kStep)) / 3, 1e-10)
                << each->id << ' ' << z;
        }
}

TEST(Hessian, EndsOfTheSpectrumAreThoseOfTheWholeMatrix)
{
    for (const char* activation : {"tanh", "sigmoid", "swish", "relu"}) {
        model::Scenario scenario = smallScenario();
        scenario.activation = activation;
        scenario.width = 9;
        scenario.depth = 4;
        const data::Dataset data = *data::makeDataset(scenario);
        const network::Network network(scenario, data);
        const Hessian hessian(network, lossOf(scenario), data);
        const Eigen::VectorXd all = Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd>(matrixOf(hessian)).eigenvalues();
        const auto found = extremeCurvatures(hessian);
        ASSERT_TRUE(found);
        const double scale = std::max(all.maxCoeff(), -all.minCoeff());
        EXPECT_NEAR(found->largest, all.maxCoeff(), 1e-7 * scale) << activation;
        EXPECT_NEAR(found->smallest, all.minCoeff(), 1e-7 * scale) << activation;
        EXPECT_LT(found->products, hessian.size());
    }
}

// One weight and one bias, C = ½(w + b)² on the input 1: the Hessian is all ones.
TEST(Hessian, OfOneLinearNeuronIsInClosedForm)
{
    model::Scenario scenario = chain(1, 3, 1);
    scenario.outputActivation = "identity";
    const data::Dataset data = *data::makeDataset(scenario);
    const network::Network network(scenario, data);
    const auto found = extremeCurvatures(Hessian(network, lossOf(scenario), data));
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->largest, 2, 1e-12);
    EXPECT_NEAR(found->smallest, 0, 1e-12);
}

/// Whether a training of one linear neuron, whose curvature is 2, diverges: it does just where η > 1 = 2/λ for gradient
/// descent, and where the limits of the other rules say.
bool diverges(const char* optimizer, double momentum, double rate)
{
    model::Scenario scenario = chain(1, 3, 1);
    scenario.outputActivation = "identity";
    scenario.optimizer = optimizer;
    scenario.momentum = momentum;
    scenario.learningRate = rate;
    scenario.epochs = 400;
    const auto data = std::make_shared<const data::Dataset>(*data::makeDataset(scenario));
    training::Training training(scenario, data);
    while (training.advance() == training::Training::Outcome::stepped) { }
    const network::Network network = training.network();
    return training.divergence() || !(std::abs(network.weights(1)(0, 0) + network.biases(1)(0)) < 1);
}

TEST(Hessian, TrainingsDivergeBeyondTheLimitAndNotBelow)
{
    for (const auto& [optimizer, momentum] :
        {std::pair{"sgd", 0.0}, std::pair{"momentum", 0.5}, std::pair{"momentum", 0.9}, std::pair{"nesterov", 0.8}}) {
        model::Scenario scenario = chain(1, 3, 1);
        scenario.outputActivation = "identity";
        scenario.optimizer = optimizer;
        scenario.momentum = momentum;
        scenario.learningRate = 1;
        const auto data = std::make_shared<const data::Dataset>(*data::makeDataset(scenario));
        const auto course = results::curvatureCourse(scenario, data, 0, 1);
        ASSERT_TRUE(course && course->points.front().limit);
        const double limit = *course->points.front().limit / 2; // η at which it is the curvature, 2
        EXPECT_NEAR(course->points.front().largest, 2, 1e-12);
        EXPECT_FALSE(diverges(optimizer, momentum, 0.93 * limit)) << optimizer << momentum;
        EXPECT_TRUE(diverges(optimizer, momentum, 1.07 * limit)) << optimizer << momentum;
    }
}

TEST(Hessian, ACourseThatDivergesSaysWhereTheCurvatureWasTooLarge)
{
    model::Scenario scenario = smallScenario();
    scenario.outputActivation = scenario.activation = "identity";
    scenario.learningRate = 3;
    scenario.epochs = 200;
    const auto data = std::make_shared<const data::Dataset>(*data::makeDataset(scenario));
    const auto course = results::curvatureCourse(scenario, data, 200, 1);
    ASSERT_TRUE(course);
    ASSERT_TRUE(course->divergence);
    EXPECT_TRUE(course->complete);
    EXPECT_NEAR(*course->points.front().limit, 2.0 / 3, 1e-15);
    EXPECT_GT(course->points.back().largest, 2.0 / 3);
}

TEST(Hessian, WhatIsMoreInALayerHasNone)
{
    model::Scenario scenario = smallScenario();
    EXPECT_TRUE(whyNoHessian(scenario).empty());
    scenario.normalization = "layer";
    EXPECT_FALSE(whyNoHessian(scenario).empty());
}

} // namespace hessian_test
} // namespace deltascope::curvature
