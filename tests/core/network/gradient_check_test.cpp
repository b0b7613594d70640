// SPDX-License-Identifier: GPL-3.0-or-later
// The speeds of whole networks against central differences of the cost, taken in long double by formulas of our own
// here: random weights, every activation, every loss, several sizes. A kind without a formula here is differenced by
// its own values, in doubles and so with wider steps and tolerances. core/maths.md 1.2 to 1.14, 15.1.
#include "base/registry.h"
#include "core/support/evaluated.h"
#include "evaluation/evaluation.h"
#include "network/activations/activation.h"
#include "network/forward_pass.h"
#include "network/initializer.h"
#include "network/losses/loss.h"
#include "parameters/parameters.h"

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <random>
#include <set>

namespace deltascope::network {
namespace gradient_check_test {

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

const std::set<std::string> kCosts{"quadratic", "softmax", "cross_entropy"};

std::function<Real(Real)> functionOf(const std::string& activation)
{
    if (const auto formula = kFunctions.find(activation); formula != kFunctions.end())
        return formula->second;
    return [kind = findKind(activations::activationsRegistry(), activation)](
               Real z) -> Real { return kind->value(static_cast<double>(z)); };
}

/// True where everything is taken in long double.
bool hasFormulas(const model::Scenario& scenario)
{
    return kFunctions.contains(scenario.activation) && kFunctions.contains(scenario.outputActivation)
        && kCosts.contains(scenario.loss);
}

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

/// (h − μ)/√(σ² + ε) along one line of a matrix.
template <class Line>
void standardize(Line&& h)
{
    h.array() -= h.mean();
    h /= std::sqrt(h.squaredNorm() / static_cast<Real>(h.size()) + Real(1e-5L));
}

void normalize(Matrix& h, const std::string& over)
{
    for (Eigen::Index i = 0; over == "layer" && i < h.cols(); ++i)
        standardize(h.col(i));
    for (Eigen::Index i = 0; over == "batch" && i < h.rows(); ++i)
        standardize(h.row(i));
    for (Eigen::Index i = 0; over == "rms" && i < h.cols(); ++i)
        h.col(i) /= std::sqrt(h.col(i).squaredNorm() / static_cast<Real>(h.rows()) + Real(1e-5L));
}

/// Of one example, from z and a of the last layer: ln(1 − a) of a saturated output would lose its digits.
Real costOf(const model::Scenario& scenario, const Vector& z, const Vector& output, const Vector& target)
{
    const std::string& loss = scenario.loss;
    if (!kCosts.contains(loss)) {
        std::vector<numerics::Scaled> scaledZ;
        for (const Real each : z)
            scaledZ.push_back(numerics::Scaled::from(static_cast<double>(each)));
        const Eigen::VectorXd plainTarget = target.cast<double>();
        const activations::Activation& last = *findKind(activations::activationsRegistry(), scenario.outputActivation);
        return findKind(losses::lossesRegistry(), loss)
            ->cost({last, scaledZ, {plainTarget.data(), scaledZ.size()}})
            .nearestDouble();
    }
    if (loss == "quadratic")
        return (output - target).squaredNorm() / 2;
    if (loss == "softmax")
        return -target.dot((output.array() - std::log(output.array().exp().sum())).matrix());
    Real cost = 0;
    for (Eigen::Index i = 0; i < output.size(); ++i)
        cost += target[i] * std::log1p(std::exp(-z[i])) + (1 - target[i]) * std::log1p(std::exp(z[i]));
    return cost;
}

Real costOf(const Plain& plain, const model::Scenario& scenario, const data::Dataset& data)
{
    Matrix a = data.inputs.cast<Real>(), z;
    for (std::size_t l = 0; l < plain.weights.size(); ++l) {
        const bool last = l + 1 == plain.weights.size();
        z = plain.weights[l] * a;
        if (!last)
            normalize(z, scenario.normalization);
        z.colwise() += plain.biases[l];
        const Matrix next = z.unaryExpr(functionOf(last ? scenario.outputActivation : scenario.activation));
        a = !last && next.rows() == a.rows() ? Matrix(next + Real(scenario.residual) * a) : next;
    }
    Real sum = 0;
    for (Eigen::Index x = 0; x < a.cols(); ++x)
        sum += costOf(scenario, z.col(x), a.col(x), data.targets.col(x).cast<Real>());
    return sum / static_cast<Real>(a.cols());
}

Real slope(Plain& plain, const model::Scenario& scenario, const data::Dataset& data, Real& parameter)
{
    // Five points: the fourth order is needed where a normalized layer divides by √ε.
    const Real kept = parameter, h = hasFormulas(scenario) ? 1e-7L : 1e-5L;
    const auto at = [&](Real step) {
        parameter = kept + step;
        return costOf(plain, scenario, data);
    };
    const Real difference = (8 * (at(h) - at(-h)) - (at(2 * h) - at(-2 * h))) / (12 * h);
    parameter = kept;
    return difference;
}

std::mt19937_64 g_random;

// Weights of about the size that keeps the gradient alive, so that a wrong term shows at every layer.
void fillRandomly(
    const model::Scenario& /*scenario*/, int /*layer*/, LayerParameters& parameters, const std::stop_token& /*stop*/)
{
    const auto next = [] { return 3 * (static_cast<double>(g_random() >> 11) * 0x1p-53 - 0.5); };
    for (double& weight : parameters.weights.reshaped())
        weight = next();
    for (double& bias : parameters.biases)
        bias = next();
}

const Initializer kRandom{
    .id = "random", .name = "", .formula = "", .description = "", .rank = 0, .fill = fillRandomly};

void check(const model::Scenario& scenario, const Initializer& rule = kRandom)
{
    const data::Dataset data = dataOf(scenario);
    const Network network(scenario, data, rule);
    Plain plain = copyOf(network);
    const evaluation::Evaluation evaluation = *evaluation::evaluate(scenario, data, network);
    const auto where = [&] {
        return scenario.activation + " " + scenario.outputActivation + " " + scenario.loss + " depth "
            + std::to_string(scenario.depth) + " width " + std::to_string(scenario.width) + " " + scenario.data + " x"
            + std::to_string(scenario.examples) + " α " + std::to_string(scenario.residual) + " "
            + scenario.normalization + " " + std::string(rule.id);
    };
    const auto cost = static_cast<double>(costOf(plain, scenario, data));
    const double relative = hasFormulas(scenario) ? 1e-7 : 1e-6, absolute = hasFormulas(scenario) ? 1e-9 : 1e-8;
    EXPECT_NEAR(evaluation.cost.nearestDouble(), cost, hasFormulas(scenario) ? 1e-12 : 1e-12 * (1 + cost)) << where();
    for (int l = 1; l <= scenario.depth; ++l) {
        const auto index = static_cast<std::size_t>(l - 1);
        Real biasSquares = 0, weightSquares = 0, lastSlope = 0;
        for (Real& bias : plain.biases[index]) {
            lastSlope = slope(plain, scenario, data, bias);
            biasSquares += lastSlope * lastSlope;
        }
        for (Real& weight : plain.weights[index].reshaped())
            weightSquares += std::pow(slope(plain, scenario, data, weight), 2.0L);
        const auto expected = [](Real squares) { return static_cast<double>(std::sqrt(squares)); };
        const evaluation::LayerEvaluation& layer = evaluation.layer(l);
        EXPECT_NEAR(
            layer.speed.normOfMean.nearestDouble(), expected(biasSquares), relative * expected(biasSquares) + absolute)
            << where() << " layer " << l;
        EXPECT_NEAR(
            layer.speed.weight.nearestDouble(), expected(weightSquares), relative * expected(weightSquares) + absolute)
            << where() << " layer " << l;
        if (evaluation.chain) {
            EXPECT_NEAR(layer.delta.nearestDouble(), static_cast<double>(lastSlope),
                relative * static_cast<double>(std::abs(lastSlope)) + absolute)
                << where() << " layer " << l;
        }
    }
}

bool touchesZero(const model::Scenario& scenario)
{
    const data::Dataset data = dataOf(scenario);
    const Network network(scenario, data);
    const double near = hasFormulas(scenario) ? 1e-5 : 1e-3;
    ForwardPass pass(network, data.inputs);
    for (int l = 1; l < network.depth(); ++l) {
        pass.step(l);
        if (pass.z(l).matrix().cwiseAbs().minCoeff() < near)
            return true;
    }
    return false;
}

TEST(GradientCheck, everyActivationLossAndSize)
{
    struct Sizes {
        int depth, width, inputs, outputs;
    };
    for (const activations::Activation* hidden : activations::activationsRegistry()) {
        for (const activations::Activation* output : activations::activationsRegistry()) {
            for (const losses::Loss* loss : losses::lossesRegistry()) {
                if (!loss->outputActivation.empty() && loss->outputActivation != output->id)
                    continue;
                for (const Sizes& sizes :
                    {Sizes{1, 1, 1, 1}, Sizes{5, 1, 1, 1}, Sizes{3, 3, 2, 4}, Sizes{2, 4, 5, 1}}) {
                    g_random.seed(static_cast<unsigned>(hidden->rank * 100 + output->rank * 10 + sizes.width));
                    model::Scenario scenario;
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

// Every hidden activation, start rule and remedy on a batch, with a loss for classes and one for numbers in turn.
TEST(GradientCheck, everyActivationInitializerAndRemedy)
{
    struct Remedy {
        double residual;
        const char* normalization;
    };
    int round = 0, checked = 0;
    for (const activations::Activation* activation : activations::activationsRegistry())
        for (const Initializer* rule : initializersRegistry())
            for (const Remedy& remedy : {Remedy{0, "none"}, Remedy{0.7, "none"}, Remedy{0, "layer"}, Remedy{0, "batch"},
                     Remedy{1, "layer"}, Remedy{0.5, "batch"}, Remedy{0, "rms"}, Remedy{0.5, "rms"}}) {
                if (rule->given) // a file's
                    continue;
                model::Scenario scenario;
                scenario.depth = 4;
                scenario.width = 3;
                scenario.inputs = ++round % 2 ? 3 : 2; // with and without a residual connection around layer 1
                scenario.outputs = 2;
                scenario.activation = activation->id;
                scenario.initializer = rule->id;
                scenario.biasDeviation = 0.3;
                scenario.bias = 0.1;
                scenario.weight = 0.3;
                scenario.data = round % 3 ? "gaussian" : "uniform";
                scenario.meanSquare = 0.8;
                scenario.examples = 4;
                scenario.loss = round % 4 == 0 ? "softmax" : round % 4 == 1 ? "cross_entropy" : "quadratic";
                scenario.outputActivation = round % 4 == 0 ? "identity" : "sigmoid";
                scenario.residual = remedy.residual;
                scenario.normalization = remedy.normalization;
                ASSERT_FALSE(parameters::validate(scenario));
                if (!activation->kinks.empty() || activation->id == "softsign" || activation->id == "elu"
                    || activation->id == "selu" || !hasFormulas(scenario))
                    if (touchesZero(scenario))
                        continue; // f′ or its slope jumps there: differences across it are not the derivative
                check(scenario, *rule);
                ++checked;
            }
    EXPECT_GT(checked, 700);
}

// Pairs let a gradient through by their ε alone.
TEST(GradientCheck, throughNormalizedPairs)
{
    for (const char* normalization : {"layer", "batch", "rms"})
        for (const double residual : {0.0, 1.0}) {
            model::Scenario scenario;
            scenario.depth = 2;
            scenario.width = scenario.inputs = scenario.outputs = 2;
            scenario.examples = 2;
            scenario.activation = "tanh";
            scenario.initializer = "glorot_uniform";
            scenario.data = "gaussian";
            scenario.meanSquare = 1e-4; // pairs near one another: what passes is not lost in differences of the cost
            scenario.normalization = normalization;
            scenario.residual = residual;
            check(scenario, *findKind(initializersRegistry(), "glorot_uniform"));
        }
}

// Mean, deviation and extremes of every layer, and the norm of the output error, of a wide random network.
TEST(GradientCheck, statisticsAreThoseOfTheNeurons)
{
    model::Scenario scenario;
    scenario.depth = 2;
    scenario.width = 6;
    scenario.inputs = 3;
    scenario.outputs = 4;
    scenario.input = 0.4;
    scenario.target = 0.2;
    g_random.seed(3);
    const Network network(scenario, dataOf(scenario), kRandom);
    const Plain plain = copyOf(network);
    const evaluation::Evaluation evaluation = *evaluation::evaluate(scenario, dataOf(scenario), network);
    Vector a = Vector::Constant(3, scenario.input);
    for (int l = 1; l <= 2; ++l) {
        const auto index = static_cast<std::size_t>(l - 1);
        const Vector z = plain.weights[index] * a + plain.biases[index];
        a = z.unaryExpr([](Real x) { return 1 / (1 + std::exp(-x)); });
        const evaluation::LayerEvaluation& layer = evaluation.layer(l);
        const auto expectNear = [](numerics::Scaled actual, Real expected) {
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
    EXPECT_EQ(evaluation.product, numerics::Scaled{});
}

// The condition number and the running product, da_L/da_0, against a difference in a₀.
TEST(GradientCheck, productIsTheSlopeOfTheOutput)
{
    model::Scenario scenario;
    scenario.depth = 6;
    scenario.weight = -2.5;
    scenario.bias = 0.8;
    scenario.input = 0.3;
    const auto output = [&](double a0) {
        model::Scenario moved = scenario;
        moved.input = a0;
        return evaluated(moved).layer(6).a.mean.nearestDouble();
    };
    for (const double residual : {0.0, 0.7}) {
        scenario.residual = residual;
        const evaluation::Evaluation evaluation = evaluated(scenario);
        const double expected = (output(0.3 + 1e-5) - output(0.3 - 1e-5)) / 2e-5;
        EXPECT_NEAR(evaluation.product.nearestDouble(), expected, 1e-6 * std::abs(expected)) << residual;
        EXPECT_EQ(evaluation.condition, numerics::abs(evaluation.product) * numerics::Scaled::from(0x1p-53));
    }
}

// Two neurons whose slopes are 10^400000 apart: the lesser one is unresolved, not dead.
TEST(GradientCheck, componentsTooFarApartAreCounted)
{
    model::Scenario scenario;
    scenario.depth = 2;
    scenario.width = 2;
    const Initializer apart{.id = "apart",
        .name = "",
        .formula = "",
        .description = "",
        .rank = 0,
        .fill = [](const model::Scenario&, int layer, LayerParameters& parameters, const std::stop_token&) {
            parameters.weights.setConstant(1);
            parameters.biases.setZero();
            if (layer == 1)
                parameters.biases[0] = -1e6;
        }};
    const evaluation::Evaluation evaluation =
        *evaluation::evaluate(scenario, dataOf(scenario), Network(scenario, dataOf(scenario), apart));
    EXPECT_EQ(evaluation.layer(1).belowResolution, 1);
    EXPECT_EQ(evaluation.layer(2).belowResolution, 0);
    EXPECT_NEAR(evaluation.layer(1).derivative.minimum.log10(), (-1e6 + 1) / std::log(10.0), 1e-6);
    EXPECT_NEAR(evaluation.layer(1).a.minimum.log10(), (-1e6 + 1) / std::log(10.0), 1e-6);
    EXPECT_NEAR(evaluation.layer(1).a.maximum.nearestDouble(), 1 / (1 + std::exp(-1.0)), 1e-15);
}

} // namespace gradient_check_test
} // namespace deltascope::network
