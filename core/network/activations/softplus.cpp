// SPDX-License-Identifier: GPL-3.0-or-later
// ln(1 + e^z), f′ = σ(z). Dugas et al. (2001); Glorot, Bordes & Bengio (2011). core/maths.md 4.10.
#include "network/activations/softplus.h"

#include "base/message.h"
#include "network/activations/activation.h"
#include "numerics/double_double.h"
#include "numerics/logistic.h"

namespace deltascope::activations {

namespace {

void evaluate(const double* z, double* value, double* derivative, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i) {
        value[i] = softplusValue(z[i]);
        derivative[i] = numerics::logistic(z[i]).value;
    }
}

numerics::Scaled minus(numerics::Scaled z, double y)
{
    if (z.exponent > 9 && z.sign() > 0)
        return (z - numerics::Scaled::from(y)) + numerics::exp(-z); // so that 800 − y keeps its e^(−800) where y = 800
    const numerics::Scaled difference = scaledSoftplus(z) - numerics::Scaled::from(y);
    if (!numerics::cancels(difference, numerics::Scaled::from(y)) || z.exponent > 9)
        return difference;
    const double exact = z.nearestDouble(); // a z below double's range changes ln 2 − y by less than its last digit
    const numerics::DoubleDouble tail = numerics::log1p(numerics::exp(numerics::DoubleDouble{-std::abs(exact), 0}));
    return numerics::scaled(numerics::exactSum(exact > 0 ? exact : 0, -y) + tail);
}

} // namespace

extern const Activation softplus;
const Activation softplus{
    .id = "softplus",
    .name = translatable("core", "Softplus"),
    .formula = "ln(1 + eᶻ)",
    .description =
        translatable("core", "A smooth rectifier whose slope is the logistic function (Glorot, Bordes & Bengio 2011)."),
    .rank = 9,
    .value = softplusValue,
    .derivative = [](double z) { return numerics::logistic(z).value; },
    .evaluate = evaluate,
    .scaledValue = scaledSoftplus,
    .scaledDerivative = numerics::scaledLogistic,
    .minus = minus,
    .tailExponent = [](numerics::Scaled z) { return numerics::abs(z); },
    .second = [](double z) { return numerics::logistic(z).derivative; },
    .lower = 0,
    .maxDerivative = 1,
    .maxDerivativeAt = std::numeric_limits<double>::infinity(),
    .python = "logaddexp(0 * z, z)",
    .pythonSlope = "1 / (1 + exp(-z))",
};

} // namespace deltascope::activations
