// SPDX-License-Identifier: GPL-3.0-or-later
// z tanh(ln(1 + e^z)). With e = e^z and n = e(e + 2), for z ≤ 0: f = zn/(n + 2), f′ = e((e + 2)(n + 2) + 4z(1 + e))/(n
// + 2)²; with e = e^(−z) and d = 1 + 2e + 2e², for z > 0: f = z(1 + 2e)/d, f′ = (1 + 2e)/d + 4ze²(1 + e)/d². Not
// monotone: f falls below z = −1.192. Misra (2019). core/maths.md 4.20.
#include "base/message.h"
#include "formula/expression.h"
#include "network/activations/activation.h"
#include "numerics/double_double.h"

#include <cmath>

namespace deltascope::activations {

namespace {

constexpr double kDeep = -700; // below, e^z is near the end of double's range while z e^z is not

struct Both {
    double value, derivative;
};

Both mishOf(double z)
{
    if (z < kDeep) {
        const double root = std::exp(z / 2), value = z * root * root;
        return {value, value + root * root};
    }
    const double e = std::exp(-std::abs(z));
    if (z <= 0) {
        const double n = e * (e + 2), inverse = 1 / (n + 2);
        return {z * n * inverse, e * ((e + 2) * (n + 2) + 4 * z * (1 + e)) * inverse * inverse};
    }
    const double d = 1 + 2 * e * (1 + e), ratio = (1 + 2 * e) / d;
    return {z * ratio, ratio + (e > 0 ? 4 * z * e * e * (1 + e) / (d * d) : 0)};
}

void evaluate(const double* z, double* values, double* derivatives, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i) {
        const Both both = mishOf(z[i]);
        values[i] = both.value;
        derivatives[i] = both.derivative;
    }
}

numerics::Scaled number(double value)
{
    return numerics::Scaled::from(value);
}

numerics::Scaled scaledValue(numerics::Scaled z)
{
    const numerics::Scaled e = numerics::exp(-numerics::abs(z));
    if (z.sign() > 0)
        return z * (number(1) + number(2) * e) / (number(1) + number(2) * e * (number(1) + e));
    const numerics::Scaled n = e * (e + number(2));
    return z * n / (n + number(2));
}

numerics::Scaled scaledDerivative(numerics::Scaled z)
{
    const numerics::Scaled e = numerics::exp(-numerics::abs(z)), onePlus = number(1) + e;
    if (z.sign() > 0) {
        const numerics::Scaled d = number(1) + number(2) * e * onePlus;
        return (number(1) + number(2) * e) / d + number(4) * z * e * e * onePlus / (d * d);
    }
    const numerics::Scaled n = e * (e + number(2)), lower = n + number(2);
    return e * ((e + number(2)) * lower + number(4) * z * onePlus) / (lower * lower);
}

/// Where it cancels, in wide numbers.
numerics::Scaled minus(numerics::Scaled z, double y)
{
    const numerics::Scaled difference = scaledValue(z) - number(y);
    if (!numerics::cancels(difference, number(y)))
        return difference;
    static const formula::Expression f = *formula::Expression::parsed("z*tanh(softplus(z))");
    return (f.wideAt(formula::Wide(z), 0).value - formula::Wide(y)).rounded();
}

/// f″ = q(2 + z(1 − s − 2ts)) with s = σ(z), t = tanh(ln(1 + e^z)) and q = (1 − t²)s.
double second(double z)
{
    const double e = std::exp(-std::abs(z)), s = (z < 0 ? e : 1) / (1 + e);
    const double n = e * (e + 2), d = 1 + 2 * e * (1 + e);
    const double t = z < 0 ? n / (n + 2) : (1 + 2 * e) / d;
    const double q = z < 0 ? 4 * e * (1 + e) / ((n + 2) * (n + 2)) : 4 * e * e * (1 + e) / (d * d);
    return q * (2 + z * (1 - s - 2 * t * s));
}

} // namespace

extern const Activation mish;
const Activation mish{
    .id = "mish",
    .name = translatable("core", "Mish"),
    .formula = "z tanh(ln(1 + eᶻ))",
    .description = translatable("core",
        "The input times tanh of its softplus: a smooth rectifier that dips below 0, so that its slope is negative "
        "below z = −1.192 and above 1 around z = 1.49 (Misra 2019)."),
    .rank = 16,
    .value = [](double z) { return mishOf(z).value; },
    .derivative = [](double z) { return mishOf(z).derivative; },
    .evaluate = evaluate,
    .scaledValue = scaledValue,
    .scaledDerivative = scaledDerivative,
    .minus = minus,
    .tailExponent = [](numerics::Scaled z) { return numerics::abs(z); },
    .second = second,
    .lower = -0.30884341301725043,
    .maxDerivative = 1.0884981612517281,
    .maxDerivativeAt = 1.4905711794854284,
    .monotone = false,
    .python = "z * tanh(logaddexp(0 * z, z))",
    .pythonSlope = "tanh(logaddexp(0 * z, z)) + z * (1 - tanh(logaddexp(0 * z, z))**2) / (1 + exp(-z))",
};

} // namespace deltascope::activations
