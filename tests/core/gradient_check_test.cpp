// SPDX-License-Identifier: GPL-3.0-or-later
// The speeds of whole networks against central differences of the cost, taken in long double by formulas of our own
// here: random weights, every activation, every loss, several sizes.
#include "activations/activation.h"
#include "evaluation.h"
#include "initializers/initializer.h"
#include "losses/loss.h"

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <random>

namespace deltascope {
namespace {

using Real = long double;
using Vector = Eigen::Matrix<Real, Eigen::Dynamic, 1>;
using Matrix = Eigen::Matrix<Real, Eigen::Dynamic, Eigen::Dynamic>;

const std::map<std::string, std::function<Real(Real)>> kFunctions{
    {"sigmoid", [](Real z) { return 1 / (1 + std::exp(-z)); }},
    {"tanh", [](Real z) { return std::tanh(z); }},
    {"relu", [](Real z) { return std::max<Real>(z, 0); }},
    {"softsign", [](Real z) { return z / (1 + std::abs(z)); }},
    {"softplus", [](Real z) { return std::log1p(std::exp(z)); }},
    {"identity", [](Real z) { return z; }},
    {"lecun_tanh", [](Real z) { return 1.7159 * std::tanh(2 * z / 3); }},
    {"leaky_relu", [](Real z) { return z > 0 ? z : 0.01 * z; }},
    {"elu", [](Real z) { return z > 0 ? z : std::exp(z) - 1; }},
    {"selu", [](Real z) { return 1.0507009873554805 * (z > 0 ? z : 1.6732632423543772 * (std::exp(z) - 1)); }},
    {"gelu", [](Real z) { return z * (1 + std::erf(z / std::sqrt(Real(2)))) / 2; }},
    {"swish", [](Real z) { return z / (1 + std::exp(-z)); }},
    {"arctan", [](Real z) { return std::atan(z); }},
};

struct Plain {
    std::vector<Matrix> weights;
    std::vector<Vector> biases;
};

Plain copyOf(const Network& network)
{
    Plain plain;
    for (int layer = 1; layer <= network.depth(); ++layer) {
        plain.weights.emplace_back(network.weights(layer).cast<Real>());
        plain.biases.emplace_back(network.biases(layer).cast<Real>());
    }
    return plain;
}

Real costOf(const Plain& plain, const Scenario& scenario)
{
    Vector a = Vector::Constant(plain.weights[0].cols(), scenario.input);
    for (std::size_t l = 0; l < plain.weights.size(); ++l) {
        const bool last = l + 1 == plain.weights.size();
        a = (plain.weights[l] * a + plain.biases[l]).eval();
        for (Real& component : a)
            component = kFunctions.at(last ? scenario.outputActivation : scenario.activation)(component);
    }
    const Real y = scenario.target;
    Real cost = 0;
    for (const Real component : a)
        cost += scenario.loss == "quadratic" ? (component - y) * (component - y) / 2
                                             : -(y * std::log(component) + (1 - y) * std::log(1 - component));
    return cost;
}

Real slope(Plain& plain, const Scenario& scenario, Real& parameter)
{
    const Real kept = parameter, h = 1e-5L;
    parameter = kept + h;
    const Real above = costOf(plain, scenario);
    parameter = kept - h;
    const Real below = costOf(plain, scenario);
    parameter = kept;
    return (above - below) / (2 * h);
}

std::mt19937_64 g_random;

// Weights of about the size that keeps the gradient alive, so that a wrong term shows at every layer.
void fillRandomly(const Scenario& /*scenario*/, int /*layer*/, LayerParameters& parameters)
{
    const auto next = [] { return 3 * (static_cast<double>(g_random() >> 11) * 0x1p-53 - 0.5); };
    for (double& weight : parameters.weights.reshaped())
        weight = next();
    for (double& bias : parameters.biases)
        bias = next();
}

const Initializer kRandom{
    .id = "random", .name = "", .formula = "", .description = "", .rank = 0, .fill = fillRandomly};

void check(const Scenario& scenario)
{
    const Network network(scenario, kRandom);
    Plain plain = copyOf(network);
    const Evaluation evaluation = evaluate(scenario, network);
    const auto where = [&] {
        return scenario.activation + " " + scenario.outputActivation + " " + scenario.loss + " depth "
            + std::to_string(scenario.depth) + " width " + std::to_string(scenario.width);
    };
    EXPECT_NEAR(evaluation.cost.nearestDouble(), static_cast<double>(costOf(plain, scenario)), 1e-12) << where();
    for (int l = 1; l <= scenario.depth; ++l) {
        const auto index = static_cast<std::size_t>(l - 1);
        Real biasSquares = 0, weightSquares = 0, lastSlope = 0;
        for (Real& bias : plain.biases[index]) {
            lastSlope = slope(plain, scenario, bias);
            biasSquares += lastSlope * lastSlope;
        }
        for (Real& weight : plain.weights[index].reshaped())
            weightSquares += std::pow(slope(plain, scenario, weight), 2.0L);
        const auto expected = [](Real squares) { return static_cast<double>(std::sqrt(squares)); };
        const LayerEvaluation& layer = evaluation.layer(l);
        EXPECT_NEAR(layer.biasSpeed.nearestDouble(), expected(biasSquares), 1e-7 * expected(biasSquares) + 1e-11)
            << where() << " layer " << l;
        EXPECT_NEAR(layer.weightSpeed.nearestDouble(), expected(weightSquares), 1e-7 * expected(weightSquares) + 1e-11)
            << where() << " layer " << l;
        if (evaluation.chain) {
            EXPECT_NEAR(layer.delta.nearestDouble(), static_cast<double>(lastSlope),
                1e-7 * static_cast<double>(std::abs(lastSlope)) + 1e-11)
                << where() << " layer " << l;
        }
    }
}

TEST(GradientCheck, everyActivationLossAndSize)
{
    struct Sizes {
        int depth, width, inputs, outputs;
    };
    for (const Activation* hidden : activationsRegistry()) {
        ASSERT_TRUE(kFunctions.contains(std::string(hidden->id))) << "give this test the formula of " << hidden->id;
        for (const Activation* output : activationsRegistry()) {
            for (const Loss* loss : lossesRegistry()) {
                if (!loss->outputActivation.empty() && loss->outputActivation != output->id)
                    continue;
                for (const Sizes& sizes :
                    {Sizes{1, 1, 1, 1}, Sizes{5, 1, 1, 1}, Sizes{3, 3, 2, 4}, Sizes{2, 4, 5, 1}}) {
                    g_random.seed(static_cast<unsigned>(hidden->rank * 100 + output->rank * 10 + sizes.width));
                    Scenario scenario;
                    scenario.depth = sizes.depth;
                    scenario.width = sizes.width;
                    scenario.inputs = sizes.inputs;
                    scenario.outputs = sizes.outputs;
                    scenario.activation = hidden->id;
                    scenario.outputActivation = output->id;
                    scenario.loss = loss->id;
                    scenario.input = 0.6;
                    scenario.target = 0.35;
                    check(scenario);
                }
            }
        }
    }
}

// Mean, deviation and extremes of every layer, and the norm of the output error, of a wide random network.
TEST(GradientCheck, statisticsAreThoseOfTheNeurons)
{
    Scenario scenario;
    scenario.depth = 2;
    scenario.width = 6;
    scenario.inputs = 3;
    scenario.outputs = 4;
    scenario.input = 0.4;
    scenario.target = 0.2;
    g_random.seed(3);
    const Network network(scenario, kRandom);
    const Plain plain = copyOf(network);
    const Evaluation evaluation = evaluate(scenario, network);
    Vector a = Vector::Constant(3, scenario.input);
    for (int l = 1; l <= 2; ++l) {
        const auto index = static_cast<std::size_t>(l - 1);
        const Vector z = plain.weights[index] * a + plain.biases[index];
        a = z.unaryExpr([](Real x) { return 1 / (1 + std::exp(-x)); });
        const LayerEvaluation& layer = evaluation.layer(l);
        const auto expectNear = [](Scaled actual, Real expected) {
            EXPECT_NEAR(actual.nearestDouble(), static_cast<double>(expected), 1e-14);
        };
        expectNear(layer.z.mean, z.mean());
        expectNear(layer.z.standardDeviation, std::sqrt((z.array() - z.mean()).square().mean()));
        expectNear(layer.z.minimum, z.minCoeff());
        expectNear(layer.z.maximum, z.maxCoeff());
        expectNear(layer.a.mean, a.mean());
        expectNear(layer.derivative.mean, (a.array() * (1 - a.array())).mean());
        if (l == 2)
            expectNear(evaluation.outputGradient, (a.array() - Real(scenario.target)).matrix().norm());
    }
    EXPECT_FALSE(evaluation.chain);
    EXPECT_EQ(evaluation.product, Scaled{});
}

// The condition number and the running product, da_L/da_0, against a difference in a₀.
TEST(GradientCheck, productIsTheSlopeOfTheOutput)
{
    Scenario scenario;
    scenario.depth = 6;
    scenario.weight = -2.5;
    scenario.bias = 0.8;
    scenario.input = 0.3;
    const auto output = [&](double a0) {
        Scenario moved = scenario;
        moved.input = a0;
        return evaluate(moved).layer(6).a.mean.nearestDouble();
    };
    const Evaluation evaluation = evaluate(scenario);
    const double expected = (output(0.3 + 1e-5) - output(0.3 - 1e-5)) / 2e-5;
    EXPECT_NEAR(evaluation.product.nearestDouble(), expected, 1e-6 * std::abs(expected));
    EXPECT_EQ(evaluation.condition, abs(evaluation.product) * Scaled::from(0x1p-53));
}

// Two neurons whose slopes are 10^400000 apart: the lesser one is unresolved, not dead.
TEST(GradientCheck, componentsTooFarApartAreCounted)
{
    Scenario scenario;
    scenario.depth = 2;
    scenario.width = 2;
    const Initializer apart{.id = "apart",
        .name = "",
        .formula = "",
        .description = "",
        .rank = 0,
        .fill = [](const Scenario&, int layer, LayerParameters& parameters) {
            parameters.weights.setConstant(1);
            parameters.biases.setZero();
            if (layer == 1)
                parameters.biases[0] = -1e6;
        }};
    const Evaluation evaluation = evaluate(scenario, Network(scenario, apart));
    EXPECT_EQ(evaluation.layer(1).belowResolution, 1);
    EXPECT_EQ(evaluation.layer(2).belowResolution, 0);
    EXPECT_NEAR(evaluation.layer(1).derivative.minimum.log10(), (-1e6 + 1) / std::log(10.0), 1e-6);
    EXPECT_NEAR(evaluation.layer(1).a.minimum.log10(), (-1e6 + 1) / std::log(10.0), 1e-6);
    EXPECT_NEAR(evaluation.layer(1).a.maximum.nearestDouble(), 1 / (1 + std::exp(-1.0)), 1e-15);
}

} // namespace
} // namespace deltascope
