// SPDX-License-Identifier: GPL-3.0-or-later
// zσ(z) (β = 1), f′ = σ(z)(1 + zσ(−z)): with e = e^(−|z|), e(1 + z + e)/(1 + e)² for z < 0 and (1 + e(1 + z))/(1 + e)²
// else. Not monotone: f falls below z = −1.278. Elfwing, Uchibe & Doya (2018); Ramachandran, Zoph & Le (2017).
// core/maths.md 4.12.
#include "base/message.h"
#include "network/activations/activation.h"
#include "network/activations/gated.h"
#include "numerics/logistic.h"

namespace deltascope::activations {

namespace {

constexpr double kDeep = -700; // below, e^z is near the end of double's range while z e^z is not

struct Both {
    double value, derivative;
};

Both swishOf(double z)
{
    if (z < kDeep) {
        const double root = std::exp(z / 2);
        const double value = z * root * root;
        return {value, value + root * root};
    }
    const double e = std::exp(-std::abs(z));
    const double inverse = 1 / (1 + e);
    if (z < 0)
        return {z * e * inverse, e * (1 + z + e) * inverse * inverse};
    return {z * inverse, (1 + (e > 0 ? e * (1 + z) : 0)) * inverse * inverse};
}

void evaluate(const double* z, double* values, double* derivatives, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i) {
        const Both both = swishOf(z[i]);
        values[i] = both.value;
        derivatives[i] = both.derivative;
    }
}

numerics::Scaled scaledValue(numerics::Scaled z)
{
    return z * numerics::scaledLogistic(z);
}

numerics::Scaled scaledDerivative(numerics::Scaled z)
{
    const numerics::Scaled one = numerics::Scaled::from(1), e = numerics::exp(-numerics::abs(z)), onePlus = one + e;
    const numerics::Scaled numerator = z.sign() < 0 ? e * ((one + z) + e) : one + e * (one + z);
    return numerator / (onePlus * onePlus);
}

constexpr Gate kGate{
    .slope = 0.25,
    .centred =
        [](double z) { // σ(|z|) − ½ = ½ tanh(|z|/2) = −m/(4 + 2m) with m = e^(−|z|) − 1
            const numerics::DoubleDouble m = numerics::expm1(numerics::DoubleDouble{-std::abs(z), 0});
            const numerics::DoubleDouble half = m / (numerics::DoubleDouble{4, 0} + m + m);
            return z < 0 ? half : -half;
        },
    .tail =
        [](double t) { // σ(−t) = e^(−t)/(1 + e^(−t))
            const numerics::DoubleDouble root = numerics::exp(numerics::DoubleDouble{-t / 2, 0});
            return GateTail{numerics::DoubleDouble{1, 0} / (numerics::DoubleDouble{1, 0} + root * root), root};
        },
    .value = scaledValue,
};

} // namespace

extern const Activation swish;
const Activation swish{
    .id = "swish",
    .name = translatable("core", "Swish (SiLU)"),
    .formula = "z/(1 + e⁻ᶻ)",
    .description = translatable("core",
        "The input times its own logistic function: a smooth rectifier that dips below 0, so that its slope is "
        "negative below z = −1.278 and above 1 around z = 2.4 (Ramachandran, Zoph & Le 2017)."),
    .rank = 11,
    .value = [](double z) { return swishOf(z).value; },
    .derivative = [](double z) { return swishOf(z).derivative; },
    .evaluate = evaluate,
    .scaledValue = scaledValue,
    .scaledDerivative = scaledDerivative,
    .minus = [](numerics::Scaled z, double y) { return gatedMinus(kGate, z, y); },
    .tailExponent = [](numerics::Scaled z) { return numerics::abs(z); },
    .second =
        [](double z) {
            const auto both = numerics::logistic(z);
            return both.derivative * (2 + z * (1 - 2 * both.value));
        },
    .lower = -0.27846454276107380,
    .maxDerivative = 1.0998393201288670,
    .maxDerivativeAt = 2.3993572805154675,
    .monotone = false,
    .python = "z / (1 + exp(-z))",
    .pythonSlope = "(1 + f * exp(-z)) / (1 + exp(-z))",
};

} // namespace deltascope::activations
