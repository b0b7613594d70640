// SPDX-License-Identifier: GPL-3.0-or-later
// Wide random layers: mean field, and the singular values of their products. core/maths.md 9.3, 9.9, 10.7.
#include "base/random.h"
#include "check/numbers.h"
#include "evaluation/evaluation.h"
#include "numerics/spectra.h"
#include "theory/mean_field/fixed_points.h"

#include <cmath>
#include <optional>
#include <vector>

namespace deltascope::check {
namespace {

Message schoenholz()
{
    return {translatable("core", "mean field (Schoenholz et al. 2017), integrated independently"), {}};
}

void addMeanField(Numbers& numbers)
{
    add(numbers, {translatable("core", "√χ₁ of logistic layers, σw = σb = 1"), {}}, schoenholz(), 0.204841, 5e-7,
        std::sqrt(mean_field::fixedPoint(activation("sigmoid"), {1, 1}).factor));
    add(numbers, {translatable("core", "Critical σw of logistic layers without biases"), {}}, schoenholz(), 10.149264,
        5e-7, mean_field::criticalWeightDeviation(activation("sigmoid"), 0).value_or(0));
    add(numbers, {translatable("core", "χ₁ of logistic layers without biases, σw = 1"), {}}, schoenholz(), 0.0557, 5e-5,
        mean_field::fixedPoint(activation("sigmoid"), {1, 0}).factor);
    const double tanhDeviation = mean_field::criticalWeightDeviation(activation("tanh"), std::sqrt(0.05)).value_or(0);
    const double tanhVariance = tanhDeviation * tanhDeviation;
    add(numbers, {translatable("core", "Critical σw² of tanh layers at σb² = 0.05"), {}}, schoenholz(), 1.760955, 5e-7,
        tanhVariance);
    add(numbers, {translatable("core", "The mean square of z there, q*"), {}}, schoenholz(), 0.570048, 5e-7,
        mean_field::fixedPoint(activation("tanh"), {tanhVariance, 0.05}).meanSquare);
    add(numbers, {translatable("core", "χ₁ of tanh layers with gain 5/3"), {}}, schoenholz(), 1.20983, 5e-6,
        mean_field::fixedPoint(activation("tanh"), {25.0 / 9, 0}).factor);
    add(numbers, {translatable("core", "χ₁ of ReLU layers with σw² = 2 (He et al. 2015)"), {}}, closedForm("σw²/2"), 1,
        1e-12, mean_field::backwardFactor(activation("relu"), 2, 1));
}

/// ‖δ¹‖²/‖δ²‖² of layers of `width` and `outputs` logistic and linear neurons, over seeds; δ² all but constant.
double unequalWidths(int inputs, int width, int outputs)
{
    constexpr int kSeeds = 200;
    model::Scenario scenario;
    scenario.depth = 2;
    scenario.inputs = inputs;
    scenario.width = width;
    scenario.outputs = outputs;
    scenario.outputActivation = "identity";
    scenario.initializer = "scaled_normal";
    scenario.input = std::sqrt(mean_field::fixedPoint(activation("sigmoid"), {1, 1}).meanSquare - 1); // so that q¹ = q*
    scenario.target = 1e6;
    double sum = 0;
    for (int seed = 1; seed <= kSeeds; ++seed) {
        scenario.seed = seed;
        const evaluation::Evaluation evaluation = evaluation::evaluate(scenario, *data::makeDataset(scenario));
        const double ratio = (evaluation.layer(1).speed.rms / evaluation.layer(2).speed.rms).nearestDouble();
        sum += ratio * ratio;
    }
    return sum / kSeeds;
}

void addUnequalWidths(Numbers& numbers)
{
    add(numbers,
        {translatable("core", "E‖δ¹‖²/E‖δ²‖², 800 inputs, 50 logistic neurons, 800 outputs: widths cancel"), {}},
        schoenholz(), 0.0420, 0.0015, unequalWidths(800, 50, 800));
    add(numbers, {translatable("core", "The same with 50 inputs, 800 neurons, 50 outputs"), {}}, schoenholz(), 0.0420,
        0.0015, unequalWidths(50, 800, 50));
}

/// Exponents a factor of a product of many independent Gaussian 4 × 4 matrices, largest first.
std::vector<double> gaussianExponents()
{
    constexpr int kSize = 4, kFactors = 20'000;
    numerics::ProductSpectrum product;
    RandomStream stream(1, Purpose::weights, 2);
    for (int factor = 0; factor < kFactors; ++factor) {
        numerics::ScaledMatrix next{Eigen::MatrixXd(kSize, kSize), 0};
        for (double& value : next.mantissa.reshaped())
            value = stream.normal();
        product.multiply(next);
    }
    std::vector<double> exponents;
    const std::optional<numerics::Spectrum> values = product.singularValues();
    for (const numerics::Scaled& value : *values)
        exponents.push_back(value.naturalLog() / kFactors);
    return exponents;
}

void addExponents(Numbers& numbers)
{
    const double expected[] = {0.557966, 0.364819, 0.057966, -0.635181};
    const std::vector<double> exponents = gaussianExponents();
    for (std::size_t i = 0; i < exponents.size(); ++i)
        add(numbers,
            {translatable("core", "Lyapunov exponent %1 of a product of 20 000 Gaussian 4 × 4 matrices"),
                {static_cast<int>(i) + 1}},
            closedForm("½(ln 2 + ψ((N − i + 1)/2))"), expected[i], 0.02, exponents[i]);
}

/// Mean singular value of one size × size layer of independent entries.
template <class Entry>
double meanSingularValue(int size, const Entry& entry)
{
    RandomStream stream(1, Purpose::weights, 1);
    numerics::ScaledMatrix layer{Eigen::MatrixXd(size, size), 0};
    for (double& value : layer.mantissa.reshaped())
        value = entry(stream);
    double sum = 0;
    for (const numerics::Scaled& value : numerics::singularValues(layer))
        sum += value.nearestDouble();
    return sum / size;
}

void addSpectra(Numbers& numbers)
{
    constexpr int kSize = 200;
    const double root = std::sqrt(kSize);
    add(numbers, {translatable("core", "Mean singular value of a square Gaussian layer with variance 1/n"), {}},
        closedForm("8/(3π)"), 0.8488, 0.005,
        meanSingularValue(kSize, [&](RandomStream& s) { return s.normal() / root; }));
    add(numbers, {translatable("core", "The same of Glorot and Bengio's standard layer"), {}},
        {translatable("core", "closed form: 8/(3π√3); Glorot & Bengio (2010) find about 0.5"), {}}, 0.4901, 0.005,
        meanSingularValue(kSize, [&](RandomStream& s) { return s.uniform(-1, 1) / root; }));
}

} // namespace

std::span<const Chapter> wideChapters()
{
    static constexpr Chapter kChapters[] = {addMeanField, addUnequalWidths, addExponents, addSpectra};
    return kChapters;
}

} // namespace deltascope::check
