// SPDX-License-Identifier: GPL-3.0-or-later
// Wide random layers: mean field, and the singular values of their products.
#include "activations/activation.h"
#include "check/numbers.h"
#include "random.h"
#include "registry.h"
#include "theory/mean_field.h"
#include "theory/spectra.h"

#include <cmath>

namespace deltascope {
namespace {

const Activation& activation(std::string_view id)
{
    return *findKind(activationsRegistry(), id);
}

Message schoenholz()
{
    return {translatable("core", "mean field (Schoenholz et al. 2017), integrated independently"), {}};
}

void addMeanField(Numbers& numbers)
{
    add(numbers, {translatable("core", "√χ₁ of logistic layers, σ_w = σ_b = 1"), {}}, schoenholz(), 0.204841, 5e-7,
        std::sqrt(fixedPoint(activation("sigmoid"), {1, 1}).factor));
    add(numbers, {translatable("core", "Critical σ_w of logistic layers without biases"), {}}, schoenholz(), 10.149264,
        5e-7, criticalWeightDeviation(activation("sigmoid"), 0).value_or(0));
    const double tanhDeviation = criticalWeightDeviation(activation("tanh"), std::sqrt(0.05)).value_or(0);
    const double tanhVariance = tanhDeviation * tanhDeviation;
    add(numbers, {translatable("core", "Critical σ_w² of tanh layers at σ_b² = 0.05"), {}}, schoenholz(), 1.760955,
        5e-7, tanhVariance);
    add(numbers, {translatable("core", "The mean square of z there, q*"), {}}, schoenholz(), 0.570048, 5e-7,
        fixedPoint(activation("tanh"), {tanhVariance, 0.05}).meanSquare);
    add(numbers, {translatable("core", "χ₁ of tanh layers with gain 5/3"), {}}, schoenholz(), 1.20983, 5e-6,
        fixedPoint(activation("tanh"), {25.0 / 9, 0}).factor);
    add(numbers, {translatable("core", "χ₁ of ReLU layers with σ_w² = 2 (He et al. 2015)"), {}}, closedForm("σ_w²/2"),
        1, 1e-12, backwardFactor(activation("relu"), 2, 1));
}

/// Mean singular value of one size × size layer of independent entries.
template <class Entry>
double meanSingularValue(int size, const Entry& entry)
{
    RandomStream stream(1, Purpose::weights, 1);
    ScaledMatrix layer{Eigen::MatrixXd(size, size), 0};
    for (double& value : layer.mantissa.reshaped())
        value = entry(stream);
    double sum = 0;
    for (const Scaled& value : singularValues(layer))
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
        {translatable("core", "Glorot & Bengio (2010): about 0.5"), {}}, 0.4901, 0.005,
        meanSingularValue(kSize, [&](RandomStream& s) { return s.uniform(-1, 1) / root; }));
}

} // namespace

void addWideNumbers(Numbers& numbers)
{
    addMeanField(numbers);
    addSpectra(numbers);
}

} // namespace deltascope
