// SPDX-License-Identifier: GPL-3.0-or-later
// arctan z, f′ = 1/(1 + z²): tails like those of softsign. Above z = 1 by its distance from π/2, arctan(1/z).
// core/maths.md 4.5.
#include "activations/activation.h"
#include "activations/odd.h"
#include "double_double.h"
#include "message.h"

namespace deltascope::activations {

namespace {

constexpr DoubleDouble kHalfPi{0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54};

double derivative(double z)
{
    if (std::abs(z) <= 1)
        return 1 / (1 + z * z);
    const double inverse = 1 / z;
    return inverse * inverse / (1 + inverse * inverse);
}

void evaluate(const double* z, double* values, double* derivatives, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i) {
        values[i] = std::atan(z[i]);
        derivatives[i] = derivative(z[i]);
    }
}

/// For any z; a small one is its own arctangent.
Scaled scaledValue(Scaled z)
{
    if (z.exponent < -30)
        return z;
    return Scaled::from(z.exponent > 60 ? z.sign() * kHalfPi.high : std::atan(z.nearestDouble()));
}

Scaled scaledDerivative(Scaled z)
{
    return Scaled::from(1) / (Scaled::from(1) + z * z);
}

/// x − arctan x = x³/3 − x⁵/5, |x| < 2^−20
Scaled bend(Scaled x)
{
    const Scaled square = x * x;
    return x * square * (Scaled::from(1.0 / 3) - square * Scaled::from(0.2));
}

/// arctan z, 0 ≤ z ≤ 1, to twice the digits of a double: from the double θ nearest to it,
/// arctan z = θ + arctan((z cos θ − sin θ)/(cos θ + z sin θ)), whose last term is its argument to 48 digits.
DoubleDouble exactArctan(DoubleDouble z)
{
    const double theta = std::atan(z.high);
    const DoubleDouble square = -exactProduct(theta, theta);
    DoubleDouble sine{1, 0}, cosine{1, 0}; // Horner's scheme; sine is sin θ/θ
    for (int n = 28; n >= 2; n -= 2) {
        cosine = DoubleDouble{1, 0} + cosine * square / DoubleDouble{n * (n - 1.0), 0};
        sine = DoubleDouble{1, 0} + sine * square / DoubleDouble{n * (n + 1.0), 0};
    }
    sine = sine * DoubleDouble{theta, 0};
    return DoubleDouble{theta, 0} + (z * cosine + -sine) / (cosine + z * sine);
}

// For z ≥ 0; arctan is odd.
Scaled minusAbove(Scaled z, double y)
{
    if (z.exponent < -30)
        return (z - Scaled::from(y)) - bend(z);
    const Scaled difference = scaledValue(z) - Scaled::from(y);
    if (!cancels(difference, Scaled::from(y)))
        return difference;
    const DoubleDouble fromLimit = kHalfPi + DoubleDouble{-y, 0};
    if (z.exponent > 20) {
        const Scaled inverse = Scaled::from(1) / z;
        return scaled(fromLimit) - (inverse - bend(inverse));
    }
    const DoubleDouble exact{z.nearestDouble(), 0};
    if (exact.high > 1)
        return scaled(fromLimit + -exactArctan(DoubleDouble{1, 0} / exact));
    return scaled(exactArctan(exact) + DoubleDouble{-y, 0});
}

} // namespace

extern const Activation arctan;
const Activation arctan{
    .id = "arctan",
    .name = translatable("core", "Arctangent"),
    .formula = "arctan z",
    .description = translatable("core",
        "Like tanh, from −π/2 to π/2, with tails that flatten out like 1/z² only, so saturated neurons still learn "
        "a little."),
    .rank = 12,
    .value = [](double z) { return std::atan(z); },
    .derivative = derivative,
    .evaluate = evaluate,
    .scaledValue = scaledValue,
    .scaledDerivative = scaledDerivative,
    .minus = oddMinus<minusAbove>,
    .minusLimit = [](Scaled z) { return -scaledValue(Scaled::from(1) / z); },
    .lower = -kHalfPi.high,
    .upper = kHalfPi.high,
    .maxDerivative = 1,
    .maxDerivativeAt = 0,
};

} // namespace deltascope::activations
