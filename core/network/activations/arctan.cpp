// SPDX-License-Identifier: GPL-3.0-or-later
// arctan z, f′ = 1/(1 + z²): tails like those of softsign. Above z = 1 by its distance from π/2, arctan(1/z).
// core/maths.md 4.5.
#include "base/message.h"
#include "network/activations/activation.h"
#include "network/activations/odd.h"
#include "numerics/double_double.h"

namespace deltascope::activations {

namespace {

constexpr numerics::DoubleDouble kHalfPi{0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54};

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
numerics::Scaled scaledValue(numerics::Scaled z)
{
    if (z.exponent < -30)
        return z;
    return numerics::Scaled::from(z.exponent > 60 ? z.sign() * kHalfPi.high : std::atan(z.nearestDouble()));
}

numerics::Scaled scaledDerivative(numerics::Scaled z)
{
    return numerics::Scaled::from(1) / (numerics::Scaled::from(1) + z * z);
}

/// x − arctan x = x³/3 − x⁵/5, |x| < 2^−20
numerics::Scaled bend(numerics::Scaled x)
{
    const numerics::Scaled square = x * x;
    return x * square * (numerics::Scaled::from(1.0 / 3) - square * numerics::Scaled::from(0.2));
}

/// arctan z, 0 ≤ z ≤ 1, to twice the digits of a double: from the double θ nearest to it,
/// arctan z = θ + arctan((z cos θ − sin θ)/(cos θ + z sin θ)), whose last term is its argument to 48 digits.
numerics::DoubleDouble exactArctan(numerics::DoubleDouble z)
{
    const double theta = std::atan(z.high);
    const numerics::DoubleDouble square = -numerics::exactProduct(theta, theta);
    numerics::DoubleDouble sine{1, 0}, cosine{1, 0}; // Horner's scheme; sine is sin θ/θ
    for (int n = 28; n >= 2; n -= 2) {
        cosine = numerics::DoubleDouble{1, 0} + cosine * square / numerics::DoubleDouble{n * (n - 1.0), 0};
        sine = numerics::DoubleDouble{1, 0} + sine * square / numerics::DoubleDouble{n * (n + 1.0), 0};
    }
    sine = sine * numerics::DoubleDouble{theta, 0};
    return numerics::DoubleDouble{theta, 0} + (z * cosine + -sine) / (cosine + z * sine);
}

// For z ≥ 0; arctan is odd.
numerics::Scaled minusAbove(numerics::Scaled z, double y)
{
    if (z.exponent < -30)
        return (z - numerics::Scaled::from(y)) - bend(z);
    const numerics::Scaled difference = scaledValue(z) - numerics::Scaled::from(y);
    if (!numerics::cancels(difference, numerics::Scaled::from(y)))
        return difference;
    const numerics::DoubleDouble fromLimit = kHalfPi + numerics::DoubleDouble{-y, 0};
    if (z.exponent > 20) {
        const numerics::Scaled inverse = numerics::Scaled::from(1) / z;
        return numerics::scaled(fromLimit) - (inverse - bend(inverse));
    }
    const numerics::DoubleDouble exact{z.nearestDouble(), 0};
    if (exact.high > 1)
        return numerics::scaled(fromLimit + -exactArctan(numerics::DoubleDouble{1, 0} / exact));
    return numerics::scaled(exactArctan(exact) + numerics::DoubleDouble{-y, 0});
}

} // namespace

extern const Activation arctan;
const Activation arctan{
    .id = "arctan",
    .name = translatable("core", "Arctangent"),
    .formula = "arctan z",
    .description = translatable("core",
        "Like tanh, from −π/2 to π/2, with tails that flatten out only like 1/z², so saturated neurons still learn a "
        "little."),
    .rank = 12,
    .value = [](double z) { return std::atan(z); },
    .derivative = derivative,
    .evaluate = evaluate,
    .scaledValue = scaledValue,
    .scaledDerivative = scaledDerivative,
    .minus = oddMinus<minusAbove>,
    .minusLimit = [](numerics::Scaled z) { return -scaledValue(numerics::Scaled::from(1) / z); },
    .second =
        [](double z) {
            const double square = 1 + z * z;
            return -2 * z / (square * square);
        },
    .lower = -kHalfPi.high,
    .upper = kHalfPi.high,
    .maxDerivative = 1,
    .maxDerivativeAt = 0,
    .python = "arctan(z)",
    .pythonSlope = "1 / (1 + z**2)",
};

} // namespace deltascope::activations
