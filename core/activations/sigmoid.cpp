// SPDX-License-Identifier: GPL-3.0-or-later
// σ(z) = 1/(1 + e^(−z)), σ′(z) = σ(z)σ(−z) ≤ 1/4. Nielsen (2015), chapter 1. core/maths.md 4.1.
#include "activations/activation.h"
#include "activations/logistic.h"
#include "double_double.h"
#include "layer_functions.h"
#include "message.h"

namespace deltascope::activations {

namespace {

// σ(z) − y = (½ − y) + ½ tanh(z/2), and tanh(|z|/2) = −m/(2 + m) with m = e^(−|z|) − 1; for |z| ≤ 700.
Scaled minusByTanh(double z, double y)
{
    const DoubleDouble m = expm1(DoubleDouble{-std::abs(z), 0});
    const DoubleDouble half = m / (DoubleDouble{4, 0} + m + m);
    return scaled(exactSum(0.5, -y) + (z < 0 ? half : -half));
}

// For z > 0 from the other side, (1 − y) − σ(−z), so that σ(800) − 1 is −10^−347 and not 0.
Scaled minus(Scaled z, double y)
{
    const bool positive = z.sign() > 0;
    const Scaled reference = positive ? Scaled::from(1) - Scaled::from(y) : Scaled::from(y);
    const Scaled difference = positive ? reference - scaledLogistic(-z) : scaledLogistic(z) - reference;
    if (!cancels(difference, reference) || z.exponent > 9)
        return difference;
    if (z.exponent < -500)
        return Scaled::from(0.5 - y) + z * Scaled::from(0.25);
    const double exact = z.nearestDouble();
    if (std::abs(exact) < 1)
        return minusByTanh(exact, y);
    const DoubleDouble e = exp(DoubleDouble{-std::abs(exact), 0});
    const DoubleDouble smaller = e / (DoubleDouble{1, 0} + e);
    return scaled(exact > 0 ? exactSum(1, -y) + -smaller : smaller + DoubleDouble{-y, 0});
}

} // namespace

extern const Activation sigmoid;
const Activation sigmoid{
    .id = "sigmoid",
    .name = translatable("core", "Sigmoid (logistic)"),
    .formula = "σ(z) = 1/(1 + e⁻ᶻ)",
    .description = translatable("core",
        "The logistic function: it squeezes every number into 0…1 and its slope is never above 1/4, so a chain of "
        "small weights vanishes (Nielsen 2015, chapters 1 and 5)."),
    .rank = 1,
    .value = [](double z) { return logistic(z).value; },
    .derivative = [](double z) { return logistic(z).derivative; },
    .evaluate = [](const double* z, double* values, double* derivatives,
                    std::size_t count) { layerFunctions().logistic(z, values, derivatives, count); },
    .scaledValue = scaledLogistic,
    .scaledDerivative = scaledLogisticDerivative,
    .minus = minus,
    .tailExponent = [](Scaled z) { return abs(z); },
    .lower = 0,
    .upper = 1,
    .maxDerivative = 0.25,
    .maxDerivativeAt = 0,
};

} // namespace deltascope::activations
