// SPDX-License-Identifier: GPL-3.0-or-later
// f(z) = A tanh(2z/3), A = 1.7159, so that f(±1) = ±1 and the second derivative is largest there. LeCun et al. (1998),
// Efficient BackProp, section 4.4. f′ = (2A/3)·4e/(1 + e)² with e = e^(−4|z|/3), where 4|z|/3 is taken to twice the
// digits of a double, for e^x turns an absolute error of x into a relative one. core/maths.md 4.3.
#include "activations/activation.h"
#include "activations/odd.h"
#include "double_double.h"
#include "message.h"

#include <algorithm>
#include <cmath>

namespace deltascope::activations {

namespace {

constexpr double kAmplitude = 1.7159;
constexpr DoubleDouble kSlope{0x1.24d8d09f788f1p+0, 0x1.5555555555555p-54}; // 2A/3
constexpr double kFlat = 2000; // e is 0 in doubles from here on

/// 4|z|/3
DoubleDouble exponentOf(double z)
{
    const double fourfold = 4 * std::min(std::abs(z), kFlat);
    const double quotient = fourfold / 3;
    return {quotient, std::fma(-3.0, quotient, fourfold) / 3};
}

double value(double z)
{
    return kAmplitude * std::tanh(2 * (z / 3));
}

double derivative(double z)
{
    const DoubleDouble exponent = exponentOf(z);
    const double e = std::exp(-exponent.high) * (1 - exponent.low);
    return kSlope.high * (4 * e / ((1 + e) * (1 + e)));
}

void evaluate(const double* z, double* values, double* derivatives, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i) {
        values[i] = value(z[i]);
        derivatives[i] = derivative(z[i]);
    }
}

/// e^(−4|z|/3)
Scaled decay(Scaled z)
{
    if (z.exponent > 100)
        return exp(-abs(z));
    const Scaled mantissa = Scaled::from(4 * std::abs(z.mantissa));
    const Scaled quotient = mantissa / Scaled::from(3);
    const double rest = std::fma(-3.0, quotient.nearestDouble(), 4 * std::abs(z.mantissa)) / 3;
    const auto shifted = [&](Scaled part) { return Scaled::from(part.mantissa, part.exponent + z.exponent); };
    return exp(-shifted(quotient)) * exp(-shifted(Scaled::from(rest)));
}

Scaled scaledValue(Scaled z)
{
    if (z.exponent < -30)
        return z * Scaled::from(kSlope.high);
    return Scaled::from(kAmplitude * (z.exponent > 10 ? z.sign() : std::tanh(2 * (z.nearestDouble() / 3))));
}

Scaled scaledDerivative(Scaled z)
{
    const Scaled e = decay(z);
    const Scaled onePlus = Scaled::from(1) + e;
    return Scaled::from(kSlope.high) * (Scaled::from(4) * e / (onePlus * onePlus));
}

// For z ≥ 0; f is odd. Where y > A/2 from the other side, (A − y) − 2Ae/(1 + e).
Scaled minusAbove(Scaled z, double y)
{
    if (z.exponent < -30) { // tanh u = u − u³/3 + 2u⁵/15, u = 2z/3
        const Scaled square = z * z * Scaled::from(4.0 / 9);
        const Scaled rest = square * (Scaled::from(1.0 / 3) - square * Scaled::from(2.0 / 15));
        return productMinus(kSlope, z, y) - z * Scaled::from(kSlope.high) * rest;
    }
    const bool high = y > kAmplitude / 2 && z.exponent > -1;
    const Scaled amplitude = Scaled::from(kAmplitude), one = Scaled::from(1), two = Scaled::from(2);
    const Scaled e = decay(z);
    const Scaled reference = high ? amplitude - Scaled::from(y) : Scaled::from(y);
    const Scaled difference = high ? reference - two * amplitude * e / (one + e) : scaledValue(z) - reference;
    if (!cancels(difference, reference) || z.exponent > 8)
        return difference;
    const DoubleDouble exponent = -exponentOf(z.nearestDouble());
    if (high) {
        const DoubleDouble exactE = exp(exponent);
        return scaled(
            exactSum(kAmplitude, -y) + -(DoubleDouble{2 * kAmplitude, 0} * exactE) / (DoubleDouble{1, 0} + exactE));
    }
    const DoubleDouble m = expm1(exponent);
    return scaled(-(DoubleDouble{kAmplitude, 0} * m) / (DoubleDouble{2, 0} + m) + DoubleDouble{-y, 0});
}

} // namespace

extern const Activation lecun_tanh;
const Activation lecun_tanh{
    .id = "lecun_tanh",
    .name = translatable("core", "Scaled tanh (LeCun)"),
    .formula = "1.7159 tanh(2z/3)",
    .description = translatable("core",
        "Tanh stretched so that it maps 1 to 1 and −1 to −1: its slope at 0 is 1.1439, above 1 "
        "(LeCun et al. 1998)."),
    .rank = 3,
    .value = value,
    .derivative = derivative,
    .evaluate = evaluate,
    .scaledValue = scaledValue,
    .scaledDerivative = scaledDerivative,
    .minus = oddMinus<minusAbove>,
    .tailExponent = [](Scaled z) { return Scaled::from(4.0 / 3) * abs(z); },
    .lower = -kAmplitude,
    .upper = kAmplitude,
    .maxDerivative = kSlope.high,
    .maxDerivativeAt = 0,
};

} // namespace deltascope::activations
