// SPDX-License-Identifier: GPL-3.0-or-later
// What the literature proved about gradients. core/maths.md 16.2, 16.3, 16.5 to 16.7, 16.9, 16.10, 16.12, 16.15.
#include "base/random.h"
#include "check/numbers.h"
#include "evaluation/evaluation.h"
#include "numerics/spectra.h"
#include "results/laws/linear_modes.h"
#include "theory/finite_width/product_law.h"
#include "theory/jacobian/linear_law.h"
#include "theory/jacobian/network_spectrum.h"
#include "theory/mean_field/critical_point.h"
#include "theory/mean_field/fixed_points.h"
#include "theory/mean_field/two_inputs.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <memory>
#include <numbers>
#include <optional>
#include <vector>

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
    add(numbers, {translatable("core", "Growth of ‖δ‖ per layer, wide ReLU layers with batch normalization"), {}},
        source, 1.211174, 5e-7, mean_field::growthUnderBatchNormalization(activation("relu")));
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

Message pennington()
{
    return {translatable("core", "Pennington, Schoenholz & Ganguli (2017), infinitely wide"), {}};
}

void addIsometry(Numbers& numbers)
{
    constexpr int kDepth = 10, kWide = 300, kOrthogonal = 48;
    add(numbers, {translatable("core", "Largest σ of 10 Gaussian linear layers, σw = 1"), {}},
        closedForm("√((L + 1)ᴸ⁺¹/Lᴸ)"), 5.341457, 5e-7, jacobian::LinearLaw{}.of(kDepth).nearestDouble());
    // The edge of a spectrum fluctuates by n^(−2/3) of itself and more in products: 6 % are allowed.
    add(numbers, {translatable("core", "The same, measured, %1 wide"), {kWide}}, pennington(), 5.341457, 0.32,
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

/// The variance of σ² of ∂aᴸ/∂a⁰ where their mean is 1, of orthogonal layers, over some seeds.
double spreadOfSquares(model::Scenario scenario)
{
    constexpr int kSeeds = 4, kWide = 128;
    scenario.initializer = "orthogonal";
    scenario.outputActivation = scenario.activation;
    scenario.data = "gaussian";
    scenario.width = scenario.inputs = scenario.outputs = kWide;
    double spread = 0;
    for (int seed = 1; seed <= kSeeds; ++seed) {
        scenario.seed = seed;
        const data::Dataset data = *data::makeDataset(scenario);
        const auto spectrum = jacobian::networkSpectrum(network::Network(scenario, data), data, {{}, {1}});
        double sum = 0, squares = 0;
        for (const numerics::Scaled& value : spectrum->first()->product) {
            const double square = (value * value).nearestDouble();
            sum += square / kWide;
            squares += square * square / kWide;
        }
        spread += (squares / (sum * sum) - 1) / kSeeds;
    }
    return spread;
}

void addSpread(Numbers& numbers)
{
    model::Scenario relu, tanh;
    relu.activation = "relu";
    relu.gain = std::numbers::sqrt2;
    relu.meanSquare = 1;
    for (const int depth : {2, 6}) {
        relu.depth = depth;
        add(numbers,
            {translatable("core", "Variance of σ² of %1 orthogonal ReLU layers, ⟨σ²⟩ = 1: it grows like L"), {depth}},
            pennington(), depth, 0.2 * depth, spreadOfSquares(relu));
    }
    tanh.activation = "tanh";
    tanh.meanSquare = 0.01;
    tanh.depth = 6;
    add(numbers, {translatable("core", "The same of %1 tanh layers at small q: it stays"), {6}}, pennington(), 0, 0.02,
        spreadOfSquares(tanh));
}

void addTwoInputs(Numbers& numbers)
{
    const Message published{translatable("core", "Schoenholz et al. (2017), figure 5, tanh, σb² = 0.05"), {}};
    const activations::Activation& tanh = activation("tanh");
    struct Row {
        double variance, scale, tolerance;
    };
    for (const Row& row : {Row{1, 3.63, 5e-3}, Row{1.3, 7.83, 5e-3}, Row{1.5, 15.8, 0.05}, Row{2, 21.5, 0.05},
             Row{2.5, 8.0, 0.05}, Row{3, 5.3, 0.05}, Row{4, 3.4, 0.05}})
        add(numbers, {translatable("core", "Depth scale |1/ln χ₁| at σw² = %1"), {Real{row.variance, 2}}}, published,
            row.scale, row.tolerance,
            std::abs(1 / std::log(mean_field::fixedPoint(tanh, {row.variance, 0.05}).factor)));
    model::Scenario scenario;
    scenario.activation = "tanh";
    scenario.initializer = "mean_field";
    scenario.gain = 2.5;
    scenario.biasDeviation = 0.3;
    scenario.data = "gaussian";
    scenario.meanSquare = 1;
    scenario.width = scenario.inputs = 30;
    scenario.depth = 4;
    scenario.examples = 2;
    const mean_field::PairMaps maps = mean_field::pairMaps(scenario, *data::makeDataset(scenario));
    const Message poole{translatable("core", "Poole et al. (2016), its integrals computed independently"), {}};
    add(numbers, {translatable("core", "q* of tanh layers, σw = 2.5, σb = 0.3"), {}}, poole, 4.079124, 5e-7,
        maps.meanSquare);
    add(numbers, {translatable("core", "The slope of the length map there"), {}}, poole, .233922, 5e-7,
        maps.lengthSlope);
    add(numbers, {translatable("core", "χ₁ there, the slope of the correlation map at c = 1"), {}}, poole, 1.585225,
        5e-7, maps.points.back().slope);
    add(numbers, {translatable("core", "c* there, where unlike inputs end"), {}}, poole, .122104, 5e-7, maps.settled);
    add(numbers, {translatable("core", "The slope at c*"), {}}, poole, .822229, 5e-7, maps.points.front().slope);
}

/// Where a course that rises first reaches a level, between its records.
double stepsTo(double level, const std::vector<std::int64_t>& steps, const std::vector<double>& course)
{
    const auto above =
        static_cast<std::size_t>(std::ranges::find_if(course, [&](double u) { return u >= level; }) - course.begin());
    if (above == 0 || above == course.size())
        return 0;
    const double share = (level - course[above - 1]) / (course[above] - course[above - 1]);
    return std::lerp(static_cast<double>(steps[above - 1]), static_cast<double>(steps[above]), share);
}

void addLearningTimes(Numbers& numbers)
{
    const Message saxe{translatable("core", "closed form: ln(s/u₀ − 1)/(2s) (Saxe et al. 2014)"), {}};
    model::Scenario scenario;
    scenario.data = "linear_teacher"; // modes 1, ½, ⅓
    scenario.initializer = "scaled_identity";
    scenario.activation = scenario.outputActivation = "identity";
    scenario.depth = 2;
    scenario.width = scenario.inputs = scenario.outputs = 3;
    scenario.examples = 6;
    scenario.meanSquare = 1;
    scenario.weight = 0.2;
    scenario.learningRate = 0.005;
    scenario.epochs = 1500;
    const double start = scenario.weight * scenario.weight;
    const std::optional<results::LinearModes> found =
        results::linearModes(scenario, std::make_shared<const data::Dataset>(*data::makeDataset(scenario)), 1);
    for (int mode = 1; mode <= 2; ++mode) {
        const double strength = 1.0 / mode, time = std::log(strength / start - 1) / (2 * strength);
        add(numbers,
            {translatable("core", "Time until two linear layers know half of a mode of strength %1"), {strength}}, saxe,
            time, 1e-9, results::timeToHalf(2, strength, start).value_or(0));
        add(numbers,
            {translatable("core", "The same of strength %1, measured in a training with η = %2"),
                {strength, scenario.learningRate}},
            saxe, time, 0.01,
            scenario.learningRate
                * stepsTo(strength / 2, found->steps, found->modes.at(static_cast<std::size_t>(mode - 1)).measured));
    }
}

} // namespace

std::span<const Chapter> lawChapters()
{
    static constexpr Chapter kChapters[] = {addFiniteWidth, addCriticalPoints, addBatchNormalization, addIsometry,
        addSpread, addTwoInputs, addLearningTimes};
    return kChapters;
}

} // namespace deltascope::check
