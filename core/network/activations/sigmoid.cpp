// SPDX-License-Identifier: GPL-3.0-or-later
// σ(z) = 1/(1 + e^(−z)), σ′(z) = σ(z)σ(−z) ≤ 1/4. Nielsen (2015), chapter 1. core/maths.md 4.1.
#include "base/message.h"
#include "network/activations/activation.h"
#include "numerics/double_double.h"
#include "numerics/layer_functions.h"
#include "numerics/logistic.h"

namespace deltascope::activations {

namespace {

// σ(z) − y = (½ − y) + ½ tanh(z/2), and tanh(|z|/2) = −m/(2 + m) with m = e^(−|z|) − 1; for |z| ≤ 700.
numerics::Scaled minusByTanh(double z, double y)
{
    const numerics::DoubleDouble m = numerics::expm1(numerics::DoubleDouble{-std::abs(z), 0});
    const numerics::DoubleDouble half = m / (numerics::DoubleDouble{4, 0} + m + m);
    return numerics::scaled(numerics::exactSum(0.5, -y) + (z < 0 ? half : -half));
}

// For z > 0 from the other side, (1 − y) − σ(−z), so that σ(800) − 1 is −10^−347 and not 0.
numerics::Scaled minus(numerics::Scaled z, double y)
{
    const bool positive = z.sign() > 0;
    const numerics::Scaled reference =
        positive ? numerics::Scaled::from(1) - numerics::Scaled::from(y) : numerics::Scaled::from(y);
    const numerics::Scaled difference =
        positive ? reference - numerics::scaledLogistic(-z) : numerics::scaledLogistic(z) - reference;
    if (!numerics::cancels(difference, reference) || z.exponent > 9)
        return difference;
    if (z.exponent < -500)
        return numerics::Scaled::from(0.5 - y) + z * numerics::Scaled::from(0.25);
    const double exact = z.nearestDouble();
    if (std::abs(exact) < 1)
        return minusByTanh(exact, y);
    const numerics::DoubleDouble e = numerics::exp(numerics::DoubleDouble{-std::abs(exact), 0});
    const numerics::DoubleDouble smaller = e / (numerics::DoubleDouble{1, 0} + e);
    return numerics::scaled(exact > 0 ? numerics::exactSum(1, -y) + -smaller : smaller + numerics::DoubleDouble{-y, 0});
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
    .value = [](double z) { return numerics::logistic(z).value; },
    .derivative = [](double z) { return numerics::logistic(z).derivative; },
    .evaluate = [](const double* z, double* values, double* derivatives,
                    std::size_t count) { numerics::layerFunctions().logistic(z, values, derivatives, count); },
    .scaledValue = numerics::scaledLogistic,
    .scaledDerivative = numerics::scaledLogisticDerivative,
    .minus = minus,
    .tailExponent = [](numerics::Scaled z) { return numerics::abs(z); },
    .second =
        [](double z) {
            const auto both = numerics::logistic(z);
            return both.derivative * (1 - 2 * both.value);
        },
    .lower = 0,
    .upper = 1,
    .maxDerivative = 0.25,
    .maxDerivativeAt = 0,
    .python = "1 / (1 + exp(-z))",
    .pythonSlope = "f * (1 - f)",
};

} // namespace deltascope::activations
