// SPDX-License-Identifier: GPL-3.0-or-later
// λz for z > 0, else λα(e^z − 1), with the λ and α that keep mean 0 and variance 1 from layer to layer; f′(0) = λα.
// Klambauer, Unterthiner, Mayr & Hochreiter (2017). core/maths.md 4.9.
#include "base/message.h"
#include "network/activations/activation.h"
#include "network/activations/exponential_branch.h"

#include <cmath>

namespace deltascope::activations {

namespace {

constexpr double kLambda = 1.0507009873554805;
constexpr double kAlpha = 1.6732632423543772;
constexpr double kNegative = kLambda * kAlpha;

double value(double z)
{
    return z > 0 ? kLambda * z : kNegative * std::expm1(z);
}

double derivative(double z)
{
    return z > 0 ? kLambda : kNegative * std::exp(z);
}

void evaluate(const double* z, double* values, double* derivatives, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i) {
        values[i] = value(z[i]);
        derivatives[i] = derivative(z[i]);
    }
}

numerics::Scaled minus(numerics::Scaled z, double y)
{
    return z.sign() > 0 ? numerics::productMinus({kLambda, 0}, z, y)
                        : exponentialBranchMinus(numerics::exactProduct(kLambda, kAlpha), z, y);
}

} // namespace

extern const Activation selu;
const Activation selu{
    .id = "selu",
    .name = translatable("core", "SELU"),
    .formula = "1.0507z for z > 0, else 1.7581(eᶻ − 1)",
    .description = translatable("core",
        "A scaled ELU whose two constants keep mean 0 and variance 1 from layer to layer; its slope is largest, "
        "1.7581, at 0 (Klambauer et al. 2017)."),
    .rank = 8,
    .value = value,
    .derivative = derivative,
    .evaluate = evaluate,
    .scaledValue =
        [](numerics::Scaled z) {
            return z.sign() > 0 ? z * numerics::Scaled::from(kLambda)
                                : numerics::Scaled::from(kNegative) * scaledExpm1(z);
        },
    .scaledDerivative =
        [](numerics::Scaled z) {
            return z.sign() > 0 ? numerics::Scaled::from(kLambda)
                                : numerics::Scaled::from(kNegative) * numerics::exp(z);
        },
    .minus = minus,
    .minusLimit =
        [](numerics::Scaled z) {
            return numerics::Scaled::from(kNegative) * numerics::exp(z);
        }, // z < 0: above 0 there is no limit
    .tailExponent = [](numerics::Scaled z) { return numerics::abs(z); },
    .second = [](double z) { return z > 0 ? 0 : kNegative * std::exp(z); },
    .lower = -kNegative,
    .maxDerivative = kNegative,
    .maxDerivativeAt = 0,
    .kinks = kAtZero,
    .python = "1.0507009873554805 * where(z > 0, z, 1.6732632423543772 * (exp(where(z > 0, 0 * z, z)) - 1))",
    .pythonSlope = "where(z > 0, 1.0507009873554805, f + 1.0507009873554805 * 1.6732632423543772)",
};

} // namespace deltascope::activations
