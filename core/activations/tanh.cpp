// SPDX-License-Identifier: GPL-3.0-or-later
// tanh z, tanh′ z = 1/cosh² z. LeCun et al. (1998), Efficient BackProp. core/maths.md 4.2.
#include "activations/activation.h"
#include "activations/hyperbolic.h"
#include "activations/odd.h"
#include "double_double.h"
#include "layer_functions.h"
#include "message.h"

namespace deltascope::activations {

namespace {

Scaled scaledValue(Scaled z)
{
    if (z.exponent < -30)
        return z;
    return Scaled::from(z.exponent > 10 ? z.sign() : hyperbolic(z.nearestDouble()).value);
}

Scaled scaledDerivative(Scaled z)
{
    const Scaled e = exp(Scaled::from(-2) * abs(z));
    const Scaled onePlus = Scaled::from(1) + e;
    return Scaled::from(4) * e / (onePlus * onePlus);
}

// For z ≥ 0; tanh is odd. Where y > ½ from the other side, (1 − y) − 2e/(1 + e).
Scaled minusAbove(Scaled z, double y)
{
    if (z.exponent < -20) { // tanh z = z − z³/3 + 2z⁵/15: all that is left where y = z
        const Scaled square = z * z;
        return (z - Scaled::from(y)) - z * square * (Scaled::from(1.0 / 3) - square * Scaled::from(2.0 / 15));
    }
    const bool high = y > 0.5 && z.exponent > -1;
    const Scaled e = exp(Scaled::from(-2) * z);
    const Scaled reference = high ? Scaled::from(1) - Scaled::from(y) : Scaled::from(y);
    const Scaled difference =
        high ? reference - Scaled::from(2) * e / (Scaled::from(1) + e) : scaledValue(z) - reference;
    if (!cancels(difference, reference) || z.exponent > 8)
        return difference;
    const double exact = z.nearestDouble();
    if (high) {
        const DoubleDouble exactE = exp(DoubleDouble{-2 * exact, 0});
        return scaled(exactSum(1, -y) + -(exactE + exactE) / (DoubleDouble{1, 0} + exactE));
    }
    const DoubleDouble m = expm1(DoubleDouble{-2 * exact, 0});
    return scaled(-m / (DoubleDouble{2, 0} + m) + DoubleDouble{-y, 0});
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
    .value = [](double z) { return hyperbolic(z).value; },
    .derivative = [](double z) { return hyperbolic(z).derivative; },
    .evaluate = [](const double* z, double* values, double* derivatives,
                    std::size_t count) { layerFunctions().hyperbolic(z, values, derivatives, count); },
    .scaledValue = scaledValue,
    .scaledDerivative = scaledDerivative,
    .minus = oddMinus<minusAbove>,
    .tailExponent = [](Scaled z) { return Scaled::from(2) * abs(z); },
    .lower = -1,
    .upper = 1,
    .maxDerivative = 1,
    .maxDerivativeAt = 0,
};

} // namespace deltascope::activations
