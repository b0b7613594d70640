// SPDX-License-Identifier: GPL-3.0-or-later
// z for z > 0, else 0.01z; f′(0) = 0.01. Maas, Hannun & Ng (2013). core/maths.md 4.7.
#include "base/message.h"
#include "network/activations/activation.h"
#include "numerics/double_double.h"

namespace deltascope::activations {

namespace {

constexpr double kLeak = 0.01;

double value(double z)
{
    return z > 0 ? z : kLeak * z;
}

double derivative(double z)
{
    return z > 0 ? 1 : kLeak;
}

void evaluate(const double* z, double* values, double* derivatives, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i) {
        values[i] = value(z[i]);
        derivatives[i] = derivative(z[i]);
    }
}

} // namespace

extern const Activation leaky_relu;
const Activation leaky_relu{
    .id = "leaky_relu",
    .name = translatable("core", "Leaky ReLU"),
    .formula = "z for z > 0, else 0.01z",
    .description = translatable("core",
        "A rectifier with slope 0.01 below 0 and at 0, so that no neuron is ever quite dead (Maas, Hannun & Ng 2013)."),
    .rank = 6,
    .value = value,
    .derivative = derivative,
    .evaluate = evaluate,
    .scaledValue = [](numerics::Scaled z) { return z.sign() > 0 ? z : z * numerics::Scaled::from(kLeak); },
    .scaledDerivative = [](numerics::Scaled z) { return numerics::Scaled::from(z.sign() > 0 ? 1 : kLeak); },
    .minus =
        [](numerics::Scaled z, double y) {
            return numerics::productMinus({z.sign() > 0 ? 1 : kLeak, 0}, z, y);
        },
    .second = [](double) { return 0.0; },
    .maxDerivative = 1,
    .maxDerivativeAt = 0,
    .kink = true,
};

} // namespace deltascope::activations
