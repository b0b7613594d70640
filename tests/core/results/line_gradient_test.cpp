// SPDX-License-Identifier: GPL-3.0-or-later
// The gradient along a line of inputs against differences of the output, and its autocorrelation against closed forms.
// core/maths.md 16.11.
#include "results/laws/line_gradient.h"

#include "network/forward_pass.h"

#include <gtest/gtest.h>

#include <cmath>

namespace deltascope::results {
namespace line_gradient_test {

model::Scenario smallScenario()
{
    model::Scenario scenario;
    scenario.initializer = "glorot_uniform";
    scenario.activation = "tanh";
    scenario.outputActivation = "identity";
    scenario.data = "gaussian";
    scenario.meanSquare = 1;
    scenario.width = 6;
    scenario.inputs = 4;
    scenario.outputs = 3;
    scenario.depth = 4;
    scenario.examples = 2;
    return scenario;
}

/// The first outputs at t + step of one point, all other points of the line as they are; their sum.
double sumOfOutputs(
    const network::Network& network, const LineGradient& line, const Eigen::VectorXd& direction, int moved, double step)
{
    Eigen::MatrixXd inputs(direction.size(), LineGradient::kPoints);
    for (int i = 0; i < LineGradient::kPoints; ++i)
        inputs.col(i) = direction * (line.at[static_cast<std::size_t>(i)] + (i == moved ? step : 0));
    network::ForwardPass pass(network, inputs);
    for (int layer = 1; layer <= network.depth(); ++layer)
        pass.step(layer);
    long double sum = 0;
    for (int i = 0; i < LineGradient::kPoints; ++i)
        sum += pass.a(network.depth(), 0, i).nearestDouble();
    return static_cast<double>(sum);
}

void expectDifferences(const model::Scenario& scenario)
{
    const data::Dataset data = *data::makeDataset(scenario);
    const network::Network network(scenario, data);
    const auto line = lineGradient(network, data);
    ASSERT_TRUE(line);
    ASSERT_EQ(line->gradient.size(), 256u);
    const Eigen::VectorXd direction = line->alongFirst ? Eigen::VectorXd(data.inputs.col(0))
                                                       : Eigen::VectorXd(Eigen::VectorXd::Ones(scenario.inputs));
    for (const int i : {3, 100, 128, 200}) {
        constexpr double kStep = 2e-5;
        const auto over = [&](double h) {
            return (sumOfOutputs(network, *line, direction, i, h) - sumOfOutputs(network, *line, direction, i, -h))
                / (2 * h);
        };
        const double expected = (4 * over(kStep) - over(2 * kStep)) / 3, size = line->size.nearestDouble();
        EXPECT_NEAR(line->gradient[static_cast<std::size_t>(i)] * size, expected, 1e-6 * size + 1e-8)
            << scenario.normalization << scenario.residual << ' ' << i;
    }
}

TEST(LineGradient, IsThatOfDifferences)
{
    model::Scenario scenario = smallScenario();
    expectDifferences(scenario);
    scenario.inputs = 1;
    expectDifferences(scenario);
    scenario.inputs = scenario.width = 5; // something is added to the first layer too
    scenario.residual = 0.8;
    expectDifferences(scenario);
    scenario.normalization = "layer";
    expectDifferences(scenario);
}

TEST(LineGradient, UnderBatchNormalizationItIsThatOfTheSumOfTheOutputs)
{
    model::Scenario scenario = smallScenario();
    scenario.normalization = "batch";
    expectDifferences(scenario);
    scenario.residual = 1;
    expectDifferences(scenario);
}

TEST(LineGradient, OfAStraightNetworkIsTheSameEverywhere)
{
    model::Scenario scenario = smallScenario();
    scenario.activation = "identity";
    const data::Dataset data = *data::makeDataset(scenario);
    const auto line = lineGradient(network::Network(scenario, data), data);
    ASSERT_TRUE(line);
    EXPECT_TRUE(line->autocorrelation.empty());
    for (const double value : line->gradient)
        EXPECT_NEAR(std::abs(value), 1, 1e-12);
}

TEST(LineGradient, OfADeadNetworkIsZero)
{
    model::Scenario scenario;
    scenario.depth = 3;
    scenario.weight = 0;
    const data::Dataset data = *data::makeDataset(scenario);
    const auto line = lineGradient(network::Network(scenario, data), data);
    ASSERT_TRUE(line);
    EXPECT_TRUE(line->size.isZero());
    EXPECT_TRUE(line->gradient.empty());
}

// Of a whole number of periods: ((n − k)/n) cos(2πk m/n), as half the products have no partner.
TEST(LineGradient, AutocorrelationOfAWaveIsInClosedForm)
{
    constexpr int kCount = 240, kWaves = 6;
    std::vector<double> wave;
    for (int i = 0; i < kCount; ++i)
        wave.push_back(3 + 2 * std::cos(2 * 3.14159265358979323846 * kWaves * i / kCount));
    const std::vector<double> found = autocorrelation(wave);
    ASSERT_EQ(found.size(), 121u);
    EXPECT_EQ(found[0], 1);
    for (const int lag : {20, 40, 80}) // of whole and half waves
        EXPECT_NEAR(found[static_cast<std::size_t>(lag)],
            (1 - static_cast<double>(lag) / kCount) * std::cos(2 * 3.14159265358979323846 * kWaves * lag / kCount),
            1e-12);
}

} // namespace line_gradient_test
} // namespace deltascope::results
