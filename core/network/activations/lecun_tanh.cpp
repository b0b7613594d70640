// SPDX-License-Identifier: GPL-3.0-or-later
// f(z) = A tanh(2z/3), A = 1.7159, so that f(±1) = ±1 and the second derivative is largest there. LeCun et al. (1998),
// Efficient BackProp, section 4.4. f′ = (2A/3)·4e/(1 + e)² with e = e^(−4|z|/3), where 4|z|/3 is taken to twice the
// digits of a double, for e^x turns an absolute error of x into a relative one. core/maths.md 4.3.
#include "base/message.h"
#include "network/activations/activation.h"
#include "network/activations/odd.h"
#include "numerics/double_double.h"

#include <algorithm>
#include <cmath>

namespace deltascope::activations {

namespace {

constexpr double kAmplitude = 1.7159;
constexpr numerics::DoubleDouble kSlope{0x1.24d8d09f788f1p+0, 0x1.5555555555555p-54}; // 2A/3
constexpr double kFlat = 2000; // e is 0 in doubles from here on

/// 4|z|/3
numerics::DoubleDouble exponentOf(double z)
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
    const numerics::DoubleDouble exponent = exponentOf(z);
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
numerics::Scaled decay(numerics::Scaled z)
{
    if (z.exponent > 100)
        return numerics::exp(-numerics::abs(z));
    const numerics::Scaled mantissa = numerics::Scaled::from(4 * std::abs(z.mantissa));
    const numerics::Scaled quotient = mantissa / numerics::Scaled::from(3);
    const double rest = std::fma(-3.0, quotient.nearestDouble(), 4 * std::abs(z.mantissa)) / 3;
    const auto shifted = [&](numerics::Scaled part) {
        return numerics::Scaled::from(part.mantissa, part.exponent + z.exponent);
    };
    return numerics::exp(-shifted(quotient)) * numerics::exp(-shifted(numerics::Scaled::from(rest)));
}

numerics::Scaled scaledValue(numerics::Scaled z)
{
    if (z.exponent < -30)
        return z * numerics::Scaled::from(kSlope.high);
    return numerics::Scaled::from(kAmplitude * (z.exponent > 10 ? z.sign() : std::tanh(2 * (z.nearestDouble() / 3))));
}

numerics::Scaled scaledDerivative(numerics::Scaled z)
{
    const numerics::Scaled e = decay(z);
    const numerics::Scaled onePlus = numerics::Scaled::from(1) + e;
    return numerics::Scaled::from(kSlope.high) * (numerics::Scaled::from(4) * e / (onePlus * onePlus));
}

// For z ≥ 0; f is odd. Where y > A/2 from the other side, (A − y) − 2Ae/(1 + e).
numerics::Scaled minusAbove(numerics::Scaled z, double y)
{
    if (z.exponent < -30) { // tanh u = u − u³/3 + 2u⁵/15, u = 2z/3
        const numerics::Scaled square = z * z * numerics::Scaled::from(4.0 / 9);
        const numerics::Scaled rest =
            square * (numerics::Scaled::from(1.0 / 3) - square * numerics::Scaled::from(2.0 / 15));
        return numerics::productMinus(kSlope, z, y) - z * numerics::Scaled::from(kSlope.high) * rest;
    }
    const bool high = y > kAmplitude / 2 && z.exponent > -1;
    const numerics::Scaled amplitude = numerics::Scaled::from(kAmplitude), one = numerics::Scaled::from(1),
                           two = numerics::Scaled::from(2);
    const numerics::Scaled e = decay(z);
    const numerics::Scaled reference = high ? amplitude - numerics::Scaled::from(y) : numerics::Scaled::from(y);
    const numerics::Scaled difference = high ? reference - two * amplitude * e / (one + e) : scaledValue(z) - reference;
    if (!numerics::cancels(difference, reference) || z.exponent > 8)
        return difference;
    const numerics::DoubleDouble exponent = -exponentOf(z.nearestDouble());
    if (high) {
        const numerics::DoubleDouble exactE = numerics::exp(exponent);
        return numerics::scaled(numerics::exactSum(kAmplitude, -y)
            + -(numerics::DoubleDouble{2 * kAmplitude, 0} * exactE) / (numerics::DoubleDouble{1, 0} + exactE));
    }
    const numerics::DoubleDouble m = numerics::expm1(exponent);
    return numerics::scaled(-(numerics::DoubleDouble{kAmplitude, 0} * m) / (numerics::DoubleDouble{2, 0} + m)
        + numerics::DoubleDouble{-y, 0});
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
    .tailExponent = [](numerics::Scaled z) { return numerics::Scaled::from(4.0 / 3) * numerics::abs(z); },
    .second =
        [](double z) {
            const double value = std::tanh(z * 2 / 3);
            return kAmplitude * -8 / 9 * value * (1 - value) * (1 + value);
        },
    .lower = -kAmplitude,
    .upper = kAmplitude,
    .maxDerivative = kSlope.high,
    .maxDerivativeAt = 0,
    .python = "1.7159 * tanh(2 * z / 3)",
    .pythonSlope = "1.7159 * 2 / 3 * (1 - (f / 1.7159)**2)",
};

} // namespace deltascope::activations
