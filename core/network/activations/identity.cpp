// SPDX-License-Identifier: GPL-3.0-or-later
// f(z) = z, f′ = 1: a linear network. Saxe, McClelland & Ganguli (2013). core/maths.md 4.13.
#include "base/message.h"
#include "network/activations/activation.h"

#include <algorithm>

namespace deltascope::activations {

namespace {

void evaluate(const double* z, double* value, double* derivative, std::size_t count)
{
    std::copy_n(z, count, value);
    std::fill_n(derivative, count, 1.0);
}

} // namespace

extern const Activation identity;
const Activation identity{
    .id = "identity",
    .name = translatable("core", "Identity (linear)"),
    .formula = "z",
    .description = translatable("core",
        "No activation function at all: only the weights are left to make the gradient grow or shrink "
        "(Saxe et al. 2013)."),
    .rank = 13,
    .value = [](double z) { return z; },
    .derivative = [](double) { return 1.0; },
    .evaluate = evaluate,
    .scaledValue = [](numerics::Scaled z) { return z; },
    .scaledDerivative = [](numerics::Scaled) { return numerics::Scaled::from(1); },
    .minus = [](numerics::Scaled z, double y) { return z - numerics::Scaled::from(y); },
    .second = [](double) { return 0.0; },
    .maxDerivative = 1,
    .maxDerivativeAt = 0,
    .python = "z",
    .pythonSlope = "1 + 0 * z",
};

} // namespace deltascope::activations
