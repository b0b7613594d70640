// SPDX-License-Identifier: GPL-3.0-or-later
// tanh z, tanh′ z = 1/cosh² z. LeCun et al. (1998), Efficient BackProp. core/maths.md 4.2.
#include "base/message.h"
#include "network/activations/activation.h"
#include "network/activations/odd.h"
#include "numerics/double_double.h"
#include "numerics/hyperbolic.h"
#include "numerics/layer_functions.h"

namespace deltascope::activations {

namespace {

numerics::Scaled scaledValue(numerics::Scaled z)
{
    if (z.exponent < -30)
        return z;
    return numerics::Scaled::from(z.exponent > 10 ? z.sign() : numerics::hyperbolic(z.nearestDouble()).value);
}

numerics::Scaled scaledDerivative(numerics::Scaled z)
{
    const numerics::Scaled e = numerics::exp(numerics::Scaled::from(-2) * numerics::abs(z));
    const numerics::Scaled onePlus = numerics::Scaled::from(1) + e;
    return numerics::Scaled::from(4) * e / (onePlus * onePlus);
}

// For z ≥ 0; tanh is odd. Where y > ½ from the other side, (1 − y) − 2e/(1 + e).
numerics::Scaled minusAbove(numerics::Scaled z, double y)
{
    if (z.exponent < -20) { // tanh z = z − z³/3 + 2z⁵/15: all that is left where y = z
        const numerics::Scaled square = z * z;
        return (z - numerics::Scaled::from(y))
            - z * square * (numerics::Scaled::from(1.0 / 3) - square * numerics::Scaled::from(2.0 / 15));
    }
    const bool high = y > 0.5 && z.exponent > -1;
    const numerics::Scaled e = high ? numerics::exp(numerics::Scaled::from(-2) * z) : numerics::Scaled{};
    const numerics::Scaled reference =
        high ? numerics::Scaled::from(1) - numerics::Scaled::from(y) : numerics::Scaled::from(y);
    const numerics::Scaled difference =
        high ? reference - numerics::Scaled::from(2) * e / (numerics::Scaled::from(1) + e) : scaledValue(z) - reference;
    if (!numerics::cancels(difference, reference) || z.exponent > 8)
        return difference;
    const double exact = z.nearestDouble();
    if (high) {
        const numerics::DoubleDouble exactE = numerics::exp(numerics::DoubleDouble{-2 * exact, 0});
        return numerics::scaled(
            numerics::exactSum(1, -y) + -(exactE + exactE) / (numerics::DoubleDouble{1, 0} + exactE));
    }
    const numerics::DoubleDouble m = numerics::expm1(numerics::DoubleDouble{-2 * exact, 0});
    return numerics::scaled(-m / (numerics::DoubleDouble{2, 0} + m) + numerics::DoubleDouble{-y, 0});
}

} // namespace

extern const Activation tanh;
const Activation tanh{
    .id = "tanh",
    .name = translatable("core", "Tanh"),
    .formula = "tanh z = (eᶻ − e⁻ᶻ)/(eᶻ + e⁻ᶻ)",
    .description = translatable("core",
        "The hyperbolic tangent: a logistic function stretched to −1…1, whose slope reaches 1 at z = 0 "
        "(LeCun et al. 1998)."),
    .rank = 2,
    .value = [](double z) { return numerics::hyperbolic(z).value; },
    .derivative = [](double z) { return numerics::hyperbolic(z).derivative; },
    .evaluate = [](const double* z, double* values, double* derivatives,
                    std::size_t count) { numerics::layerFunctions().hyperbolic(z, values, derivatives, count); },
    .scaledValue = scaledValue,
    .scaledDerivative = scaledDerivative,
    .minus = oddMinus<minusAbove>,
    .tailExponent = [](numerics::Scaled z) { return numerics::Scaled::from(2) * numerics::abs(z); },
    .second =
        [](double z) {
            const auto both = numerics::hyperbolic(z);
            return -2 * both.value * both.derivative;
        },
    .lower = -1,
    .upper = 1,
    .maxDerivative = 1,
    .maxDerivativeAt = 0,
    .python = "tanh(z)",
    .pythonSlope = "1 - f**2",
};

} // namespace deltascope::activations
