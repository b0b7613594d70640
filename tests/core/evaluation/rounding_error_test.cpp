// SPDX-License-Identifier: GPL-3.0-or-later
// The estimate of rounding errors against forward passes in extended precision, over networks of every kind.
// core/maths.md 7.1 to 7.6.
#include "evaluation/rounding_error.h"

#include "base/registry.h"
#include "core/support/evaluated.h"
#include "core/support/normalized_over.h"
#include "network/activations/activation.h"
#include "network/operations/standardization.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <random>
#include <string>

namespace deltascope::evaluation {
namespace rounding_error_test {

using Extended = long double;
using Numbers = std::vector<Extended>;

struct Both {
    Extended value, derivative;
};

/// f and f′ in extended precision, each from its definition.
Both exactly(std::string_view id, Extended z)
{
    const Extended e = std::exp(-std::abs(z));
    const Extended logistic = z < 0 ? e / (1 + e) : 1 / (1 + e), slope = e / ((1 + e) * (1 + e));
    if (id == "sigmoid")
        return {logistic, slope};
    if (id == "tanh") {
        const Extended cosh = std::cosh(z);
        return {std::tanh(z), 1 / (cosh * cosh)};
    }
    if (id == "relu")
        return {std::max<Extended>(z, 0), z > 0 ? 1.0L : 0.0L};
    if (id == "leaky_relu")
        return {z > 0 ? z : 0.01 * z, z > 0 ? 1 : Extended{0.01}};
    if (id == "selu") {
        constexpr double kScale = 1.0507009873554805, kAlpha = 1.6732632423543772;
        return {z > 0 ? kScale * z : Extended{kScale} * kAlpha * std::expm1(z),
            z > 0 ? kScale : Extended{kScale} * kAlpha * std::exp(z)};
    }
    if (id == "elu")
        return {z > 0 ? z : std::expm1(z), z > 0 ? 1 : std::exp(z)};
    if (id == "gelu") {
        const Extended below = std::erfc(-z / std::numbers::sqrt2_v<Extended>) / 2;
        const Extended density = std::exp(-z * z / 2) / std::sqrt(2 * std::numbers::pi_v<Extended>);
        return {z * below, below + z * density};
    }
    if (id == "swish")
        return {z * logistic, logistic + z * slope};
    if (id == "softplus")
        return {std::max<Extended>(z, 0) + std::log1p(e), logistic};
    return {z, 1}; // identity
}

/// z of layers 1 … depth of the first example, by the same equations as ForwardPass.
std::vector<Numbers> extendedPass(
    const model::Scenario& scenario, const network::Network& network, const data::Dataset& data)
{
    const auto examples = static_cast<std::size_t>(data.examples());
    std::vector<Numbers> a(examples);
    for (std::size_t x = 0; x < examples; ++x)
        for (int i = 0; i < network.size(0); ++i)
            a[x].push_back(data.inputs(i, static_cast<Eigen::Index>(x)));
    std::vector<Numbers> all;
    for (int layer = 1; layer <= network.depth(); ++layer) {
        const auto weights = network.weights(layer);
        const auto size = static_cast<std::size_t>(network.size(layer));
        std::vector<Numbers> z(examples, Numbers(size));
        for (std::size_t x = 0; x < examples; ++x)
            for (std::size_t i = 0; i < size; ++i)
                for (std::size_t j = 0; j < a[x].size(); ++j)
                    z[x][i] += Extended{weights(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j))} * a[x][j];
        const auto standardize = [](std::vector<Extended*> group) {
            const Extended start = *group[0]; // about it, so that equal numbers are 0
            Extended mean = 0, squares = 0;
            for (Extended* each : group)
                *each -= start;
            for (const Extended* each : group)
                mean += *each / static_cast<Extended>(group.size());
            for (const Extended* each : group)
                squares += (*each - mean) * (*each - mean) / static_cast<Extended>(group.size());
            for (Extended* each : group)
                *each = (*each - mean) / std::sqrt(squares + operations::kNormalizationEpsilon);
        };
        if (normalizedOver(network, layer) == Over::neurons)
            for (Numbers& column : z) {
                std::vector<Extended*> group;
                for (Extended& each : column)
                    group.push_back(&each);
                if (takesMean(network, layer)) {
                    standardize(group);
                    continue;
                }
                Extended squares = 0;
                for (const Extended* each : group)
                    squares += *each * *each / static_cast<Extended>(group.size());
                for (Extended* each : group)
                    *each /= std::sqrt(squares + operations::kNormalizationEpsilon);
            }
        if (normalizedOver(network, layer) == Over::examples)
            for (std::size_t i = 0; i < size; ++i) {
                std::vector<Extended*> group;
                for (Numbers& column : z)
                    group.push_back(&column[i]);
                standardize(group);
            }
        for (std::size_t x = examples; x-- > 0;)
            for (std::size_t i = 0; i < size; ++i)
                z[x][i] = network.balanced(layer) ? z[x][i] - z[0][i]
                                                  : z[x][i] + network.biases(layer)[static_cast<Eigen::Index>(i)];
        const std::string& f = layer == network.depth() ? scenario.outputActivation : scenario.activation;
        for (std::size_t x = 0; x < examples; ++x) {
            Numbers next;
            for (std::size_t i = 0; i < size; ++i)
                next.push_back(
                    exactly(f, z[x][i]).value + (network.identity(layer) == 0 ? 0 : network.identity(layer) * a[x][i]));
            a[x] = std::move(next);
        }
        all.push_back(z[0]);
    }
    return all;
}

struct Comparison {
    std::vector<double> decades; ///< log10 of estimated over true error of z, root mean square over a layer
    int estimatedFrom = 0, trulyFrom = 0; ///< layer from which f′ is off by 1 %
    double largest = 0; ///< true error of z before the last layer
};

/// True where f′ is off by 1 % or more.
bool differs(const activations::Activation& activation, Extended exact, numerics::Scaled own)
{
    const auto high = static_cast<double>(exact);
    const numerics::Scaled z = numerics::Scaled::from(high) + numerics::Scaled::from(static_cast<double>(exact - high));
    const numerics::Scaled slope = activation.scaledDerivative(z), ownSlope = activation.scaledDerivative(own);
    if (slope.isZero() || ownSlope.isZero())
        return slope.isZero() != ownSlope.isZero();
    return std::abs((ownSlope / slope).nearestDouble() - 1) >= 0.01;
}

double rootMeanSquare(const std::vector<double>& values)
{
    double squares = 0;
    for (const double value : values)
        squares += value * value;
    return std::sqrt(squares / static_cast<double>(values.size()));
}

Comparison compare(const model::Scenario& scenario)
{
    const data::Dataset data = dataOf(scenario);
    const network::Network network(scenario, data);
    network::ForwardPass pass(network, data.inputs);
    for (int layer = 1; layer <= network.depth(); ++layer)
        pass.step(layer);
    const auto exact = extendedPass(scenario, network, data);
    const auto estimates = roundingErrors(network, pass);
    Comparison result;
    result.estimatedFrom = noiseFrom(network, pass);
    for (int layer = 1; layer <= network.depth(); ++layer) {
        std::vector<double> errors, estimated;
        const std::string& f = layer == network.depth() ? scenario.outputActivation : scenario.activation;
        double size = 0;
        for (int i = 0; i < network.size(layer); ++i) {
            const auto k = static_cast<std::size_t>(i), l = static_cast<std::size_t>(layer - 1);
            const Extended z = exact[l][k], own = pass.z(layer, i).nearestDouble();
            errors.push_back(static_cast<double>(own - z));
            estimated.push_back(estimates[l][k].nearestDouble());
            size = std::max(size, static_cast<double>(std::abs(z)));
            if (result.trulyFrom == 0 && differs(*findKind(activations::activationsRegistry(), f), z, pass.z(layer, i)))
                result.trulyFrom = layer;
        }
        const double truth = rootMeanSquare(errors), estimate = rootMeanSquare(estimated);
        if (layer < network.depth())
            result.largest = std::max(result.largest, truth);
        if (truth > 0 && estimate > 0 && truth < 0.01 && estimate < 0.01 && truth > 1e-19 * size)
            result.decades.push_back(std::log10(estimate / truth));
        else if (truth < 0.01 && truth > 3e-17 * size)
            result.decades.push_back(estimate > 0 ? std::log10(estimate / truth) : -99);
    }
    return result;
}

model::Scenario wide(const char* activation, const char* rule, int width, int depth, double gain = 1)
{
    model::Scenario scenario;
    scenario.activation = activation;
    scenario.outputActivation = "identity";
    scenario.initializer = rule;
    scenario.gain = gain;
    scenario.width = scenario.inputs = width;
    scenario.outputs = 3;
    scenario.depth = depth;
    scenario.data = "gaussian";
    scenario.meanSquare = 1;
    return scenario;
}

double quantile(std::vector<double>& sorted, double p)
{
    return sorted[static_cast<std::size_t>(p * static_cast<double>(sorted.size() - 1))];
}

/// Any network: rules, shapes, activations and remedies of every kind.
model::Scenario drawn(std::mt19937_64& random, int number)
{
    const auto pick = [&](const auto& list) { return list[random() % list.size()]; };
    const std::vector<const char*> activations{
        "sigmoid", "tanh", "relu", "leaky_relu", "selu", "elu", "gelu", "swish", "softplus", "identity"};
    const std::vector<const char*> rules{"he_normal", "lecun_normal", "glorot_uniform", "orthogonal", "mean_field",
        "standard_normal", "scaled_normal", "constant", "balanced", "sparse"};
    model::Scenario scenario = wide(pick(activations), pick(rules), pick(std::vector{1, 1, 2, 3, 8, 20, 50}),
        pick(std::vector{5, 20, 50, 80}), pick(std::vector{0.5, 1.0, 1.5, 2.0, 4.0}));
    scenario.seed = number;
    scenario.biasDeviation = pick(std::vector{0.0, 0.3});
    scenario.weight = pick(std::vector{0.3, 1.0, 3.0, 100.0});
    scenario.bias = pick(std::vector{0.0, 0.25, -0.7, -50.0});
    scenario.residual = pick(std::vector{0.0, 0.0, 1.0, 0.5});
    if (scenario.width == 1) {
        scenario.outputs = 1;
        scenario.data = "constant";
        scenario.input = 0.51;
        return scenario;
    }
    scenario.normalization = pick(std::vector{"none", "none", "none", "layer", "batch", "rms"});
    scenario.examples = scenario.normalization == "batch" ? pick(std::vector{2, 3, 10}) : 1;
    return scenario;
}

TEST(RoundingError, IsWithinADecadeOfExtendedPrecision)
{
    std::mt19937_64 random(7);
    std::vector<double> decades;
    int named = 0;
    for (int number = 0; number < 300; ++number) {
        const Comparison found = compare(drawn(random, number));
        decades.insert(decades.end(), found.decades.begin(), found.decades.end());
        named += found.trulyFrom > 0;
        EXPECT_EQ(found.estimatedFrom > 0, found.trulyFrom > 0) << number;
        EXPECT_LE(std::abs(found.estimatedFrom - found.trulyFrom), 6) << number;
    }
    std::ranges::sort(decades);
    ASSERT_GT(decades.size(), 5000u);
    EXPECT_GE(named, 5) << "networks whose digits are noise must be among them";
    EXPECT_NEAR(quantile(decades, 0.5), 0, 0.2);
    EXPECT_GT(quantile(decades, 0.02), -1.2); // a sum of errors may come out small by chance, on either side
    EXPECT_LT(quantile(decades, 0.95), 1);
    EXPECT_GT(decades.front(), -3);
}

TEST(RoundingError, OfCalmNetworksIsNoNoise)
{
    // Each was said to be noise from some layer on; by rounding_check.py the true errors of z are 10⁻¹⁴ and less.
    for (const char* activation : {"relu", "tanh", "selu", "gelu", "identity"})
        for (const double residual : {0.0, 0.5}) {
            model::Scenario scenario = wide(activation, "he_normal", 100, 100, residual > 0 ? 0.3 : 1);
            scenario.residual = residual;
            const Comparison found = compare(scenario);
            EXPECT_EQ(found.trulyFrom, 0) << activation;
            EXPECT_EQ(found.estimatedFrom, 0) << activation << " " << residual << " " << found.largest;
        }
}

// Neither w·a + b nor f rounds anything here, and z is exactly at the kink.
TEST(RoundingError, OfExactArithmeticIsZero)
{
    for (const int width : {1, 12}) {
        model::Scenario scenario = wide("relu", "constant", width, 6);
        scenario.outputs = 1;
        scenario.data = "constant";
        scenario.input = 1;
        scenario.weight = 1;
        scenario.bias = -width;
        const Evaluation evaluation = evaluated(scenario);
        ASSERT_EQ(evaluation.layer(1).z.mean, numerics::Scaled{});
        EXPECT_EQ(evaluation.noiseFrom, 0) << width;
        EXPECT_EQ(compare(scenario).largest, 0);
    }
}

TEST(RoundingError, OfAKinkMetByABalancedRuleIsZero)
{
    for (const int width : {1, 9}) {
        model::Scenario scenario = wide("relu", "balanced", width, 30);
        scenario.weight = 0.7;
        scenario.residual = 0.3;
        scenario.outputs = width == 1 ? 1 : 3;
        EXPECT_EQ(evaluated(scenario).noiseFrom, 0);
    }
}

// Equal numbers are normalised to exactly 0, which the kink of relu does not forgive an error.
TEST(RoundingError, OfEqualNumbersNormalisedIsZero)
{
    for (const char* over : {"layer", "batch", "rms"}) {
        model::Scenario scenario = wide("relu", "constant", 8, 20);
        scenario.weight = 0.3;
        scenario.data = "constant";
        scenario.input = 0.7;
        scenario.normalization = over;
        scenario.examples = 3;
        EXPECT_EQ(evaluated(scenario).noiseFrom, 0) << over;
    }
}

TEST(RoundingError, OfAChaoticWideNetworkIsNamed)
{
    const model::Scenario scenario = wide("tanh", "lecun_normal", 60, 80, 4);
    const Comparison found = compare(scenario);
    ASSERT_GT(found.trulyFrom, 10);
    EXPECT_NEAR(found.estimatedFrom, found.trulyFrom, 5);
}

} // namespace rounding_error_test
} // namespace deltascope::evaluation
