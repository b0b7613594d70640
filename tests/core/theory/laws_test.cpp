// SPDX-License-Identifier: GPL-3.0-or-later
// The laws of core/maths.md section 16 against thousands of networks; every z-score is printed. core/maths.md 16.1 to
// 16.10, 16.15.
#include "base/random.h"
#include "base/registry.h"
#include "evaluation/layer_speeds.h"
#include "network/forward_pass.h"
#include "numerics/spectra.h"
#include "results/laws/two_inputs.h"
#include "theory/finite_width/finite_width.h"
#include "theory/jacobian/layer_jacobian.h"
#include "theory/jacobian/linear_law.h"
#include "theory/jacobian/network_spectrum.h"
#include "theory/mean_field/critical_point.h"

#include <gtest/gtest.h>

#include <cmath>
#include <iostream>
#include <numbers>

namespace deltascope::finite_width {
namespace laws_test {

constexpr int kNetworks = 2000;
constexpr double kFar = 4; // standard errors: one test in 16 000 by chance

void expectNear(const std::string& what, double measured, double expected, double error)
{
    const double z = (measured - expected) / error;
    std::cout << "  " << what << ": " << measured << ", law " << expected << ", z = " << z << '\n';
    EXPECT_LT(std::abs(z), kFar) << what;
}

model::Scenario reluScenario(int width, int depth)
{
    model::Scenario scenario;
    scenario.initializer = "he_normal";
    scenario.activation = "relu";
    scenario.outputActivation = "identity";
    scenario.data = "gaussian";
    scenario.meanSquare = 1;
    scenario.inputs = width;
    scenario.width = width;
    scenario.outputs = 1;
    scenario.depth = depth;
    return scenario;
}

/// ln(‖δ¹‖²/‖δᴸ‖²) of networks of many seeds that are not dead, ascending.
std::vector<double> logsOf(model::Scenario scenario)
{
    std::vector<double> logs;
    for (int seed = 1; seed <= kNetworks; ++seed) {
        scenario.seed = seed;
        const data::Dataset data = *data::makeDataset(scenario);
        const auto speeds = evaluation::biasSpeedsOf(scenario, data, network::Network(scenario, data), {});
        constexpr auto norm = &network::LearningSpeeds::normOfMean;
        if (!(speeds->front().speeds.*norm).isZero())
            logs.push_back(2 * network::speedRatio(speeds->front(), speeds->back(), norm).naturalLog());
    }
    std::ranges::sort(logs);
    return logs;
}

struct Sample {
    double mean = 0, variance = 0;
    double count = 0;
};

Sample sampleOf(const std::vector<double>& values)
{
    Sample sample{0, 0, static_cast<double>(values.size())};
    for (const double value : values)
        sample.mean += value / sample.count;
    for (const double value : values)
        sample.variance += (value - sample.mean) * (value - sample.mean) / (sample.count - 1);
    return sample;
}

TEST(Laws, FiniteWidthHoldsOfThousandsOfNetworks)
{
    for (const auto& [width, depth] : {std::pair{16, 9}, std::pair{30, 21}}) {
        const model::Scenario scenario = reluScenario(width, depth);
        const std::vector<double> logs = logsOf(scenario);
        const Sample found = sampleOf(logs);
        const BackwardFactor factor(width, {0, 1}, 2.0 / width);
        const double mean = (depth - 1) * factor.mean(), variance = (depth - 1) * factor.variance();
        const std::string of = "width " + std::to_string(width) + ", depth " + std::to_string(depth);
        expectNear(of + ", mean of ln", found.mean, mean, std::sqrt(variance / found.count));
        // The variance of a variance, of what is all but normal.
        expectNear(of + ", variance of ln", found.variance, variance, variance * std::sqrt(2.4 / found.count));
        const data::Dataset data = *data::makeDataset(scenario);
        const evaluation::Evaluation evaluation = evaluation::evaluate(scenario, data);
        const FiniteWidthLaw law = *finiteWidthLaw(scenario, evaluation);
        for (const auto& [quantile, share] : {std::pair{law.layers[0].p05, 0.05}, std::pair{law.layers[0].median, 0.5},
                 std::pair{law.layers[0].p95, 0.95}}) {
            const double log = 2 * (quantile / evaluation.outputSpeeds.front()).naturalLog();
            const auto below = static_cast<double>(std::ranges::lower_bound(logs, log) - logs.begin());
            expectNear(of + ", share below the quantile", below / found.count, share,
                std::sqrt(share * (1 - share) / found.count));
        }
        EXPECT_NEAR(medianRatio(scenario).naturalLog() * 2,
            2 * (law.layers[0].median / evaluation.outputSpeeds.front()).naturalLog(), 1e-9);
    }
}

// E z¹·z² of the second layer is σ_w²⟨f f⟩ + σ_b² at any width, as z of the first layer is normal given the inputs.
TEST(Laws, TheMapsOfTwoInputsAreExactOneLayerOn)
{
    for (const char* activation : {"tanh", "relu", "sigmoid"}) {
        model::Scenario scenario = reluScenario(10, 3);
        scenario.initializer = "mean_field";
        scenario.activation = activation;
        scenario.gain = 1.7;
        scenario.biasDeviation = 0.4;
        Eigen::MatrixXd inputs(10, 2);
        RandomStream stream(7, Purpose::inputs, 0);
        for (double& value : inputs.reshaped())
            value = stream.uniform(-1, 1);
        const data::Dataset data{inputs, Eigen::MatrixXd::Zero(1, 2)};
        const double weight = 1.7 * 1.7, bias = 0.16;
        const auto mean = [&](int i, int j) { return weight * inputs.col(i).dot(inputs.col(j)) / 10 + bias; };
        const mean_field::InputPair first{mean(0, 0), mean(1, 1), mean(0, 1) / std::sqrt(mean(0, 0) * mean(1, 1))};
        const auto second =
            mean_field::nextPair(*findKind(activations::activationsRegistry(), activation), {weight, bias}, first);
        ASSERT_TRUE(second);
        std::vector<double> squares, products;
        for (int seed = 1; seed <= kNetworks; ++seed) {
            scenario.seed = seed;
            const network::Network network(scenario, data);
            network::ForwardPass pass(network, inputs);
            pass.step(1);
            pass.step(2);
            const auto z = pass.z(2).matrix();
            squares.push_back(z.col(0).squaredNorm() / 10);
            products.push_back(z.col(0).dot(z.col(1)) / 10);
        }
        const Sample square = sampleOf(squares), product = sampleOf(products);
        expectNear(std::string(activation) + ", q of layer 2", square.mean, second->first,
            std::sqrt(square.variance / square.count));
        expectNear(std::string(activation) + ", product of layer 2", product.mean,
            second->correlation * std::sqrt(second->first * second->second),
            std::sqrt(product.variance / product.count));
    }
}

// In wide layers and large batches; `check` looks at 256, which is nearer.
TEST(Laws, BatchNormalizationGrowsAboutAsYangSays)
{
    constexpr int kSize = 128, kSeeds = 3, kFrom = 11;
    double sum = 0;
    for (int seed = 1; seed <= kSeeds; ++seed) {
        model::Scenario scenario = reluScenario(kSize, kFrom + 1);
        scenario.normalization = "batch";
        scenario.outputs = scenario.examples = kSize;
        scenario.seed = seed;
        const evaluation::Evaluation found = evaluation::evaluate(scenario, *data::makeDataset(scenario));
        sum += (found.layer(1).speed.rms / found.layer(kFrom).speed.rms).naturalLog() / (kFrom - 1) / kSeeds;
    }
    const double growth = std::exp(sum), law = std::sqrt(std::numbers::pi / (std::numbers::pi - 1));
    std::cout << "  growth a layer, " << kSize << " wide: " << growth << ", infinitely wide: " << law << '\n';
    EXPECT_NEAR(growth, law, 0.09);
}

/// The singular values of ∂aᴸ/∂a⁰.
std::vector<double> spectrumOf(const model::Scenario& scenario)
{
    const data::Dataset data = *data::makeDataset(scenario);
    const network::Network network(scenario, data);
    const auto found = jacobian::networkSpectrum(network, data, jacobian::sampledLayers(scenario, 0), {}, {});
    std::vector<double> values;
    for (const numerics::Scaled& value : found->first()->product)
        values.push_back(value.nearestDouble());
    return values;
}

model::Scenario squareScenario(const char* rule, const char* activation, double gain, int depth)
{
    model::Scenario scenario = reluScenario(80, depth);
    scenario.initializer = rule;
    scenario.activation = scenario.outputActivation = activation;
    scenario.gain = gain;
    scenario.outputs = 80;
    return scenario;
}

TEST(Laws, GaussianLinearProductsStretchAsPenningtonSays)
{
    for (const int depth : {1, 3, 10}) {
        const model::Scenario scenario = squareScenario("lecun_normal", "identity", 1, depth);
        const auto law = jacobian::largestOfLinear(scenario);
        ASSERT_TRUE(law);
        const double expected = law->of(depth).nearestDouble(), found = spectrumOf(scenario).front();
        std::cout << "  largest singular value of " << depth << ": " << found << ", wide: " << expected << '\n';
        EXPECT_NEAR(expected, std::sqrt(std::pow(depth + 1, depth + 1) / std::pow(depth, depth)), 1e-12 * expected);
        EXPECT_NEAR(found / expected, 1, depth == 1 ? 0.06 : 0.25); // of a finite width it is smaller
    }
    const model::Scenario orthogonal = squareScenario("orthogonal", "identity", 1.1, 10);
    EXPECT_NEAR(jacobian::largestOfLinear(orthogonal)->of(10).nearestDouble(), std::pow(1.1, 10), 1e-12);
    EXPECT_NEAR(spectrumOf(orthogonal).front(), std::pow(1.1, 10), 1e-11);
    EXPECT_NEAR(spectrumOf(orthogonal).back(), std::pow(1.1, 10), 1e-11);
}

TEST(Laws, OnlyLinearNetworksOfOneWidthHaveThatLaw)
{
    EXPECT_FALSE(jacobian::largestOfLinear(squareScenario("lecun_normal", "relu", 1, 4)));
    EXPECT_FALSE(jacobian::largestOfLinear(squareScenario("glorot_uniform", "identity", 1, 4)));
    model::Scenario narrow = squareScenario("lecun_normal", "identity", 1, 4);
    narrow.outputs = 3;
    EXPECT_FALSE(jacobian::largestOfLinear(narrow));
    model::Scenario residual = squareScenario("lecun_normal", "identity", 1, 4);
    residual.residual = 1;
    EXPECT_FALSE(jacobian::largestOfLinear(residual));
}

// Pennington et al. (2017): with ⟨σ²⟩ = 1 the variance of σ² is L(μ₂/μ₁² − 1 − s₁), s₁ = 0 of orthogonal weights: L for
// ReLU, whose f′² is 0 or 1 evenly; next to 0 for tanh at small q.
TEST(Laws, OrthogonalReluSpreadsInProportionToDepthAndTanhHardly)
{
    for (const int depth : {2, 6}) {
        double relu = 0, tanh = 0;
        constexpr int kSeeds = 3;
        for (int seed = 1; seed <= kSeeds; ++seed) {
            for (const bool straight : {true, false}) {
                model::Scenario scenario = straight ? squareScenario("orthogonal", "relu", std::numbers::sqrt2, depth)
                                                    : squareScenario("orthogonal", "tanh", 1, depth);
                scenario.meanSquare = straight ? 1 : 0.01;
                scenario.seed = seed;
                std::vector<double> squares = spectrumOf(scenario);
                for (double& value : squares)
                    value *= value;
                const Sample sample = sampleOf(squares);
                (straight ? relu : tanh) += sample.variance / (sample.mean * sample.mean) / kSeeds;
            }
        }
        std::cout << "  depth " << depth << ": variance of the squares, ReLU " << relu << ", law " << depth << "; tanh "
                  << tanh << '\n';
        EXPECT_NEAR(relu / depth, 1, 0.25);
        EXPECT_LT(tanh, 0.02);
    }
}

} // namespace laws_test
} // namespace deltascope::finite_width
