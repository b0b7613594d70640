// SPDX-License-Identifier: GPL-3.0-or-later
// Weights that are made of other numbers: every parametrization of the registry against central differences of the cost
// and against a training that takes its gradient from such differences alone; weight normalization against Salimans &
// Kingma (2016), 2.1. core/maths.md 11.17.
#include "network/parametrizations/parametrization.h"

#include "base/registry.h"
#include "core/support/evaluated.h"
#include "network/backward_pass.h"
#include "network/losses/loss.h"
#include "training/gradient/gradient_sweep.h"
#include "training/gradient/learnt_parameters.h"
#include "training/training.h"

#include <gtest/gtest.h>

#include <numeric>
#include <random>

namespace deltascope::training {
namespace parametrization_test {

using network::Parametrization;

std::vector<const Parametrization*> made()
{
    std::vector<const Parametrization*> kinds;
    for (const Parametrization* kind : network::parametrizationsRegistry())
        if (!kind->isIdentity())
            kinds.push_back(kind);
    return kinds;
}

const Parametrization& weightNormalization()
{
    return *findKind(network::parametrizationsRegistry(), "weight_normalization");
}

model::Scenario scenarioOf(const Parametrization& kind)
{
    model::Scenario scenario;
    scenario.depth = 3;
    scenario.width = 5;
    scenario.inputs = 4;
    scenario.outputs = 2;
    scenario.activation = scenario.outputActivation = "tanh";
    scenario.initializer = "standard_normal";
    scenario.data = "gaussian";
    scenario.meanSquare = 1;
    scenario.examples = 6;
    scenario.learningRate = 0.3;
    scenario.epochs = 4;
    scenario.parametrization = kind.id;
    return scenario;
}

double costOf(const network::Network& network, const data::Dataset& data)
{
    network::ForwardPass pass(network, data.inputs);
    for (int layer = 1; layer <= network.depth(); ++layer)
        pass.step(layer);
    const losses::Loss& quadratic = *findKind(losses::lossesRegistry(), "quadratic");
    return network::BackwardPass(network, pass, quadratic, data.targets).cost().nearestDouble();
}

/// By central differences in what is learnt.
std::vector<double> differences(const network::Network& at, const data::Dataset& data)
{
    constexpr double kStep = 1e-5;
    network::Network network = at;
    const std::vector<double> values(at.values().begin(), at.values().end());
    std::vector<double> gradient(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        std::vector<double> moved = values;
        moved[i] = values[i] + kStep;
        network.setValues(moved);
        const double above = costOf(network, data);
        moved[i] = values[i] - kStep;
        network.setValues(moved);
        gradient[i] = (above - costOf(network, data)) / (2 * kStep);
    }
    return gradient;
}

/// As training computes it, in the order of Network::values.
std::vector<double> ledBack(const network::Network& network, const data::Dataset& data)
{
    const gradient::ParameterLayout layout(network);
    const losses::Loss& quadratic = *findKind(losses::lossesRegistry(), "quadratic");
    gradient::GradientSweep sweep(network, layout, quadratic, data.examples(), 1);
    gradient::LearntParameters learnt(network, layout);
    const gradient::ExampleSet set(data.inputs, data.targets);
    std::vector<int> examples(static_cast<std::size_t>(data.examples()));
    std::iota(examples.begin(), examples.end(), 0);
    const std::vector<double> values = layout.pack(network);
    sweep.run(learnt.made(values), set, examples, gradient::GradientSweep::Want::gradient, {});
    learnt.leadBack(values, sweep.gradient());
    network::Network unpacked = network;
    layout.unpack(sweep.gradient(), unpacked);
    return {unpacked.values().begin(), unpacked.values().end()};
}

void expectNear(const std::vector<double>& values, const std::vector<double>& expected, double tolerance)
{
    ASSERT_EQ(values.size(), expected.size());
    double largest = 0;
    for (const double each : expected)
        largest = std::max(largest, std::abs(each));
    for (std::size_t i = 0; i < values.size(); ++i)
        EXPECT_NEAR(values[i], expected[i], tolerance * largest) << "number " << i;
}

/// Another network of the same structure, far from any start.
network::Network moved(network::Network network)
{
    std::mt19937_64 random(7);
    std::normal_distribution<double> normal;
    std::vector<double> values(network.values().begin(), network.values().end());
    for (double& each : values)
        each += 0.5 * normal(random);
    network.setValues(values);
    return network;
}

TEST(Parametrization, StartsWithTheWeightsOfTheStartRuleToTheBit)
{
    for (const Parametrization* kind : made())
        for (const char* rule : {"standard_normal", "orthogonal", "constant", "balanced", "sparse"}) {
            model::Scenario scenario = scenarioOf(*kind);
            scenario.initializer = rule;
            scenario.width = 12;
            const data::Dataset data = dataOf(scenario);
            const network::Network network(scenario, data);
            scenario.parametrization = "standard";
            const network::Network plain(scenario, data);
            for (int layer = 1; layer <= network.depth(); ++layer) {
                EXPECT_EQ(network.weights(layer), plain.weights(layer)) << kind->id << ", " << rule;
                EXPECT_EQ(network.biases(layer), plain.biases(layer)) << kind->id << ", " << rule;
            }
            EXPECT_GT(network.values().size(), plain.values().size()) << kind->id;
        }
}

TEST(Parametrization, ItsGradientIsThatOfTheCost)
{
    for (const Parametrization* kind : made()) {
        SCOPED_TRACE(kind->id);
        const model::Scenario scenario = scenarioOf(*kind);
        const data::Dataset data = dataOf(scenario);
        const network::Network start(scenario, data);
        expectNear(ledBack(start, data), differences(start, data), 1e-8);
        const network::Network other = moved(start);
        expectNear(ledBack(other, data), differences(other, data), 1e-8);
    }
}

TEST(Parametrization, SharedWeightsAreMadeOfSharedNumbers)
{
    for (const Parametrization* kind : made()) {
        SCOPED_TRACE(kind->id);
        model::Scenario scenario = scenarioOf(*kind);
        scenario.depth = 5;
        network::NetworkStructure structure = network::structureOf(scenario);
        structure.layers[2].parametersOf = structure.layers[3].parametersOf = 2;
        const data::Dataset data = dataOf(scenario);
        const network::Network network = moved(network::Network(structure));
        EXPECT_EQ(network.weights(2), network.weights(4));
        expectNear(ledBack(network, data), differences(network, data), 1e-8);
    }
}

TEST(Parametrization, ATrainingGoesAlongThatGradient)
{
    for (const Parametrization* kind : made())
        for (const char* optimizer : {"sgd", "momentum", "nesterov"}) {
            SCOPED_TRACE(std::string(kind->id) + ", " + optimizer);
            model::Scenario scenario = scenarioOf(*kind);
            scenario.optimizer = optimizer;
            scenario.momentum = 0.8;
            const auto data = sharedData(scenario);
            Training training(scenario, data);
            network::Network network(scenario, *data), ahead = network;
            std::vector<double> values(network.values().begin(), network.values().end()), velocity(values.size());
            const double momentum = scenario.optimizer == "sgd" ? 0 : scenario.momentum;
            for (int step = 0; step < scenario.epochs; ++step) {
                ASSERT_EQ(training.advance(), Training::Outcome::stepped);
                std::vector<double> where = values;
                if (scenario.optimizer == "nesterov")
                    for (std::size_t i = 0; i < where.size(); ++i)
                        where[i] += momentum * velocity[i];
                ahead.setValues(where);
                const std::vector<double> gradient = differences(ahead, *data);
                for (std::size_t i = 0; i < values.size(); ++i) {
                    velocity[i] = momentum * velocity[i] - scenario.learningRate * gradient[i];
                    values[i] += velocity[i];
                }
            }
            expectNear(training.parameters(), values, 1e-7);
        }
}

TEST(Parametrization, WhatIsRecordedIsOfTheWeights)
{
    for (const Parametrization* kind : made()) {
        SCOPED_TRACE(kind->id);
        model::Scenario scenario = scenarioOf(*kind);
        const auto data = sharedData(scenario);
        Training training(scenario, data);
        training.advance();
        const network::Network after = training.network();
        training.advance();
        const auto evaluations = {evaluation::evaluate(scenario, *data), *evaluation::evaluate(scenario, *data, after)};
        std::size_t record = 0;
        for (const evaluation::Evaluation& each : evaluations) {
            for (int layer = 1; layer <= scenario.depth; ++layer) {
                const LayerTrace& trace = training.trace().layer(record, layer);
                const network::LearningSpeeds& speeds = each.layers[static_cast<std::size_t>(layer - 1)].speed;
                EXPECT_NEAR(trace.weightSpeed.log10(), speeds.weight.log10(), 1e-12);
                EXPECT_NEAR(trace.biasSpeed.log10(), speeds.normOfMean.log10(), 1e-12);
            }
            ++record;
        }
        const network::Network before(scenario, *data);
        for (int layer = 1; layer <= scenario.depth; ++layer)
            EXPECT_NEAR(*training.trace().layer(0, layer).logUpdate,
                std::log10((after.weights(layer) - before.weights(layer)).norm() / before.weights(layer).norm()),
                1e-12);
    }
}

TEST(Parametrization, WeightDecayShortensNormalizedWeights)
{
    model::Scenario scenario = scenarioOf(weightNormalization());
    scenario.epochs = 1;
    const auto data = sharedData(scenario);
    Training without(scenario, data);
    without.advance();
    scenario.weightDecay = 2;
    Training with(scenario, data);
    with.advance();
    const network::Network start(scenario, *data), free = without.network(), decayed = with.network();
    const double share = scenario.learningRate * scenario.weightDecay / data->examples();
    for (int layer = 1; layer <= scenario.depth; ++layer)
        for (Eigen::Index neuron = 0; neuron < start.size(layer); ++neuron)
            EXPECT_NEAR(free.weights(layer).row(neuron).norm() - decayed.weights(layer).row(neuron).norm(),
                share * start.weights(layer).row(neuron).norm(), 1e-12)
                << "layer " << layer << ", neuron " << neuron;
}

TEST(Parametrization, WeightNormalizationHasThePublishedGradient)
{
    const Eigen::MatrixXd v = (Eigen::MatrixXd(2, 2) << 3, 4, 0, 2).finished();
    Eigen::VectorXd g(2), ownGradient(2);
    weightNormalization().begin(v, g);
    EXPECT_EQ(g, Eigen::Vector2d(5, 2));
    Eigen::MatrixXd gradient = (Eigen::MatrixXd(2, 2) << 1, 0, 1, 1).finished(), w(2, 2);
    g[1] = 6; // three times as long as v
    weightNormalization().make(v, g, w);
    EXPECT_EQ(w, (Eigen::MatrixXd(2, 2) << 3, 4, 0, 6).finished());
    weightNormalization().leadBack(v, g, gradient, ownGradient);
    EXPECT_TRUE(ownGradient.isApprox(Eigen::Vector2d(0.6, 1), 1e-15));
    EXPECT_TRUE(gradient.isApprox((Eigen::MatrixXd(2, 2) << 0.64, -0.48, 3, 0).finished(), 1e-15)) << gradient;
}

TEST(Parametrization, WeightsThatAreAllZeroHaveNoDirectionAndStay)
{
    model::Scenario scenario = scenarioOf(weightNormalization());
    scenario.initializer = "constant";
    scenario.weight = 0;
    scenario.bias = 0.5;
    const auto data = sharedData(scenario);
    Training training(scenario, data);
    while (training.advance() == Training::Outcome::stepped) { }
    EXPECT_FALSE(training.divergence());
    EXPECT_TRUE(training.network().weights(1).isZero(0));
    EXPECT_NE(training.network().biases(3)(0), 0.5);
}

} // namespace parametrization_test
} // namespace deltascope::training
