// SPDX-License-Identifier: GPL-3.0-or-later
// z for z > 0, else e^z − 1 (α = 1); f′ = min(1, e^z), continuous at 0. Clevert, Unterthiner & Hochreiter (2016).
// core/maths.md 4.8.
#include "base/message.h"
#include "network/activations/activation.h"
#include "network/activations/exponential_branch.h"

#include <cmath>

namespace deltascope::activations {

namespace {

double value(double z)
{
    return z > 0 ? z : std::expm1(z);
}

double derivative(double z)
{
    return z > 0 ? 1 : std::exp(z);
}

void evaluate(const double* z, double* values, double* derivatives, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i) {
        values[i] = value(z[i]);
        derivatives[i] = derivative(z[i]);
    }
}

} // namespace

extern const Activation elu;
const Activation elu{
    .id = "elu",
    .name = translatable("core", "ELU"),
    .formula = "z for z > 0, else eᶻ − 1",
    .description = translatable("core",
        "The exponential linear unit: a rectifier whose negative side bends smoothly towards −1, so that its mean "
        "activation stays near 0 (Clevert, Unterthiner & Hochreiter 2016)."),
    .rank = 7,
    .value = value,
    .derivative = derivative,
    .evaluate = evaluate,
    .scaledValue = [](numerics::Scaled z) { return z.sign() > 0 ? z : scaledExpm1(z); },
    .scaledDerivative = [](numerics::Scaled z) { return z.sign() > 0 ? numerics::Scaled::from(1) : numerics::exp(z); },
    .minus =
        [](numerics::Scaled z, double y) {
            return z.sign() > 0 ? z - numerics::Scaled::from(y) : exponentialBranchMinus({1, 0}, z, y);
        },
    .tailExponent = [](numerics::Scaled z) { return numerics::abs(z); },
    .second = [](double z) { return z > 0 ? 0 : std::exp(z); },
    .lower = -1,
    .maxDerivative = 1,
    .maxDerivativeAt = 0,
    .python = "where(z > 0, z, exp(where(z > 0, 0 * z, z)) - 1)",
    .pythonSlope = "where(z > 0, 1.0, f + 1)",
};

} // namespace deltascope::activations
