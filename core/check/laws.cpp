// SPDX-License-Identifier: GPL-3.0-or-later
// What the literature proved about gradients. core/maths.md 16.2, 16.3, 16.5, 16.6, 16.7.
#include "base/random.h"
#include "check/numbers.h"
#include "evaluation/evaluation.h"
#include "numerics/spectra.h"
#include "theory/finite_width/product_law.h"
#include "theory/mean_field/critical_point.h"
#include "theory/mean_field/fixed_points.h"

#include <cmath>
#include <numbers>

namespace deltascope::check {
namespace {

Message hanin()
{
    return {translatable("core", "Hanin & Nica (2018), by sums of digamma and trigamma over the binomial"), {}};
}

finite_width::BackwardFactor heLayer(int neurons)
{
    return {neurons, {0, 1}, 2.0 / neurons};
}

void addFiniteWidth(Numbers& numbers)
{
    struct Row {
        int neurons;
        double mean, variance;
    };
    for (const Row& row : {Row{16, -.176397, .419593}, Row{30, -.088396, .191148}, Row{64, -.040109, .082997},
             Row{100, -.025421, .051940}}) {
        const finite_width::BackwardFactor factor = heLayer(row.neurons);
        add(numbers,
            {translatable("core", "Mean of ln(‖δˡ‖²/‖δˡ⁺¹‖²) of a ReLU layer of %1, He’s rule"), {row.neurons}},
            hanin(), row.mean, 5e-7, factor.mean());
        add(numbers, {translatable("core", "Its variance at width %1"), {row.neurons}}, hanin(), row.variance, 5e-7,
            factor.variance());
    }
    constexpr double kDecades = 2 * std::numbers::ln10; // of ‖δ‖ in units of ln‖δ‖²
    const finite_width::ProductLaw law({heLayer(30)});
    const int counts[] = {100};
    add(numbers, {translatable("core", "Mean of log₁₀‖δ‖ over 100 such layers of 30, mean field’s rms = 0"), {}},
        hanin(), -1.919, 5e-4, law.mean(counts) / kDecades);
    add(numbers, {translatable("core", "Its standard deviation"), {}}, hanin(), .949, 5e-4,
        std::sqrt(law.variance(counts)) / kDecades);
}

void addCriticalPoints(Numbers& numbers)
{
    const Message theory{
        translatable("core", "Roberts, Yaida & Hanin, The Principles of Deep Learning Theory (2022)"), {}};
    const auto pointOf = [](std::string_view id) {
        return mean_field::criticalPoint(activation(id)).value_or(mean_field::CriticalPoint{});
    };
    const mean_field::CriticalPoint gelu = pointOf("gelu"), swish = pointOf("swish");
    add(numbers, {translatable("core", "Critical point of GELU, σb²"), {}}, theory, .17292239, 5e-9,
        gelu.variances.bias);
    add(numbers, {translatable("core", "Critical point of GELU, σw²"), {}}, theory, 1.98305826, 5e-9,
        gelu.variances.weight);
    add(numbers, {translatable("core", "Critical point of GELU, q*"), {}}, closedForm("(3 + √17)/2"),
        (3 + std::sqrt(17)) / 2, 1e-8, gelu.meanSquare);
    add(numbers, {translatable("core", "Critical point of swish, σb²"), {}}, theory, .55514317, 5e-9,
        swish.variances.bias);
    add(numbers, {translatable("core", "Critical point of swish, σw²"), {}}, theory, 1.98800468, 5e-9,
        swish.variances.weight);
    add(numbers, {translatable("core", "Critical point of swish, q*"), {}}, theory, 14.3201736, 5e-8, swish.meanSquare);
    add(numbers, {translatable("core", "Critical σw² of ReLU layers"), {}}, closedForm("2"), 2, 1e-12,
        pointOf("relu").variances.weight);
    add(numbers, {translatable("core", "√χ₁ of SELU with LeCun’s rule: it slowly explodes"), {}},
        {translatable("core", "Klambauer et al. (2017), its χ₁ integrated independently"), {}}, 1.0352, 5e-5,
        std::sqrt(mean_field::fixedPoint(activation("selu"), {1, 0}).factor));
    add(numbers, {translatable("core", "√χ₁ of sigmoid with Kumar’s rule, σw = 3.6: it still vanishes"), {}},
        {translatable("core", "Kumar (2017), its χ₁ integrated independently"), {}}, .597, 5e-4,
        std::sqrt(mean_field::fixedPoint(activation("sigmoid"), {3.6 * 3.6, 0}).factor));
}

/// By how much ‖δ‖ grows a layer from layer 8 back to layer 1 of ReLU layers with batch normalization.
double measuredGrowth(int width)
{
    constexpr int kFrom = 8;
    model::Scenario scenario;
    scenario.activation = "relu";
    scenario.outputActivation = "identity";
    scenario.initializer = "he_normal";
    scenario.normalization = "batch";
    scenario.width = scenario.inputs = scenario.outputs = scenario.examples = width;
    scenario.depth = kFrom + 2;
    scenario.data = "gaussian";
    scenario.meanSquare = 1;
    const evaluation::Evaluation found = evaluation::evaluate(scenario, *data::makeDataset(scenario));
    return std::pow((found.layer(1).speed.rms / found.layer(kFrom).speed.rms).nearestDouble(), 1.0 / (kFrom - 1));
}

void addBatchNormalization(Numbers& numbers)
{
    const double expected = std::sqrt(std::numbers::pi / (std::numbers::pi - 1));
    const Message source{translatable("core", "√(π/(π − 1)), large batches (Yang et al. 2019)"), {}};
    add(numbers, {translatable("core", "Growth of ‖δ‖ a layer, ReLU with batch normalization, wide"), {}}, source,
        1.211174, 5e-7, mean_field::growthUnderBatchNormalization(activation("relu")));
    add(numbers, {translatable("core", "The same, measured, %1 wide and %1 examples"), {256}}, source, expected, 0.012,
        measuredGrowth(256));
}

/// L square layers of independent N(0, 1/n), multiplied.
Eigen::MatrixXd gaussianProduct(int size, int factors)
{
    RandomStream stream(1, Purpose::weights, 3);
    Eigen::MatrixXd product = Eigen::MatrixXd::Identity(size, size), next(size, size);
    for (int i = 0; i < factors; ++i) {
        for (double& weight : next.reshaped())
            weight = stream.normal() / std::sqrt(size);
        product = next * product;
    }
    return product;
}

void addIsometry(Numbers& numbers)
{
    constexpr int kDepth = 10, kWide = 300, kOrthogonal = 48;
    const Message pennington{translatable("core", "Pennington, Schoenholz & Ganguli (2017), infinitely wide"), {}};
    // The edge of a spectrum fluctuates by n^(−2/3) of itself and more in products: 6 % are allowed.
    add(numbers, {translatable("core", "Largest σ of 10 Gaussian linear layers, σw = 1, %1 wide"), {kWide}}, pennington,
        5.341457, 0.32,
        numerics::largestSingularValue(
            {gaussianProduct(kWide, kDepth), std::vector<std::int64_t>(static_cast<std::size_t>(kWide), 0)})
            ->nearestDouble());
    model::Scenario scenario;
    scenario.initializer = "orthogonal";
    scenario.activation = scenario.outputActivation = "identity";
    scenario.width = scenario.inputs = scenario.outputs = kOrthogonal;
    scenario.depth = kDepth;
    const network::Network network(scenario, *data::makeDataset(scenario));
    numerics::ProductSpectrum product;
    for (int layer = 1; layer <= kDepth; ++layer)
        product.multiply(numerics::ScaledMatrix{network.weights(layer), 0});
    const numerics::Spectrum spectrum = *product.singularValues();
    const Message isometry{translatable("core", "a product of orthogonal matrices is one (Saxe et al. 2013)"), {}};
    add(numbers, {translatable("core", "Largest σ of 10 orthogonal linear layers"), {}}, isometry, 1, 1e-12,
        spectrum.front().nearestDouble());
    add(numbers, {translatable("core", "Their smallest σ"), {}}, isometry, 1, 1e-12, spectrum.back().nearestDouble());
}

} // namespace

std::span<const Chapter> lawChapters()
{
    static constexpr Chapter kChapters[] = {addFiniteWidth, addCriticalPoints, addBatchNormalization, addIsometry};
    return kChapters;
}

} // namespace deltascope::check
