// SPDX-License-Identifier: GPL-3.0-or-later
// z/(1 + |z|), f′ = 1/(1 + |z|)²: tails that fall like 1/z² and not like e^(−|z|). Bergstra et al. (2009); Glorot &
// Bengio (2010). core/maths.md 4.4.
#include "activations/activation.h"
#include "activations/odd.h"
#include "double_double.h"
#include "message.h"

namespace deltascope::activations {

namespace {

double value(double z)
{
    return z / (1 + std::abs(z));
}

double derivative(double z)
{
    const double inverse = 1 / (1 + std::abs(z));
    return inverse * inverse;
}

void evaluate(const double* z, double* values, double* derivatives, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i) {
        const double inverse = 1 / (1 + std::abs(z[i]));
        values[i] = z[i] * inverse;
        derivatives[i] = inverse * inverse;
    }
}

Scaled onePlus(Scaled z)
{
    return Scaled::from(1) + abs(z);
}

Scaled scaledValue(Scaled z)
{
    return z / onePlus(z);
}

Scaled scaledDerivative(Scaled z)
{
    return Scaled::from(1) / (onePlus(z) * onePlus(z));
}

// For z ≥ 0; softsign is odd. z/(1 + z) − y = ((z − y) − zy)/(1 + z), the numerator in double-double.
Scaled minusAbove(Scaled z, double y)
{
    if (z.exponent < -400)
        return ((z - Scaled::from(y)) - z * Scaled::from(y)) / onePlus(z);
    if (z.exponent > 500)
        return (z * scaled(exactSum(1, -y)) - Scaled::from(y)) / onePlus(z);
    const double exact = z.nearestDouble();
    return scaled(exactSum(exact, -y) + -exactProduct(exact, y)) / onePlus(z);
}

} // namespace

extern const Activation softsign;
const Activation softsign{
    .id = "softsign",
    .name = translatable("core", "Softsign"),
    .formula = "z/(1 + |z|)",
    .description = translatable("core",
        "Like tanh, with tails that flatten out like 1/z² only, so saturated neurons still learn a little "
        "(Glorot & Bengio 2010)."),
    .rank = 4,
    .value = value,
    .derivative = derivative,
    .evaluate = evaluate,
    .scaledValue = scaledValue,
    .scaledDerivative = scaledDerivative,
    .minus = oddMinus<minusAbove>,
    .lower = -1,
    .upper = 1,
    .maxDerivative = 1,
    .maxDerivativeAt = 0,
};

} // namespace deltascope::activations
