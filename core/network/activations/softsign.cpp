// SPDX-License-Identifier: GPL-3.0-or-later
// z/(1 + |z|), f′ = 1/(1 + |z|)²: tails that fall like 1/z² and not like e^(−|z|). Bergstra et al. (2009); Glorot &
// Bengio (2010). core/maths.md 4.4.
#include "base/message.h"
#include "network/activations/activation.h"
#include "network/activations/odd.h"
#include "numerics/double_double.h"

#include <cmath>

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

numerics::Scaled onePlus(numerics::Scaled z)
{
    return numerics::Scaled::from(1) + numerics::abs(z);
}

numerics::Scaled scaledValue(numerics::Scaled z)
{
    return z / onePlus(z);
}

numerics::Scaled scaledDerivative(numerics::Scaled z)
{
    return numerics::Scaled::from(1) / (onePlus(z) * onePlus(z));
}

// For z ≥ 0; softsign is odd. z/(1 + z) − y = ((z − y) − zy)/(1 + z), the numerator in double-double.
numerics::Scaled minusAbove(numerics::Scaled z, double y)
{
    if (z.exponent < -400)
        return ((z - numerics::Scaled::from(y)) - z * numerics::Scaled::from(y)) / onePlus(z);
    if (z.exponent > 500)
        return (z * numerics::scaled(numerics::exactSum(1, -y)) - numerics::Scaled::from(y)) / onePlus(z);
    const double exact = z.nearestDouble();
    return numerics::scaled(numerics::exactSum(exact, -y) + -numerics::exactProduct(exact, y)) / onePlus(z);
}

} // namespace

extern const Activation softsign;
const Activation softsign{
    .id = "softsign",
    .name = translatable("core", "Softsign"),
    .formula = "z/(1 + |z|)",
    .description = translatable("core",
        "Like tanh, with tails that flatten out only like 1/z², so saturated neurons still learn a little (Glorot & "
        "Bengio 2010)."),
    .rank = 4,
    .value = value,
    .derivative = derivative,
    .evaluate = evaluate,
    .scaledValue = scaledValue,
    .scaledDerivative = scaledDerivative,
    .minus = oddMinus<minusAbove>,
    .second =
        [](double z) {
            const double size = 1 + std::abs(z);
            return (z > 0 ? -2 : z < 0 ? 2 : 0) / (size * size * size);
        },
    .lower = -1,
    .upper = 1,
    .maxDerivative = 1,
    .maxDerivativeAt = 0,
    .python = "z / (1 + abs(z))",
    .pythonSlope = "1 / (1 + abs(z))**2",
};

} // namespace deltascope::activations
