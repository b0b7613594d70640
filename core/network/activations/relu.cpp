// SPDX-License-Identifier: GPL-3.0-or-later
// max(0, z); f′ = 1 for z > 0, else exactly 0. Nair & Hinton (2010); Glorot, Bordes & Bengio (2011). core/maths.md 4.6.
#include "base/message.h"
#include "network/activations/activation.h"

namespace deltascope::activations {

namespace {

double value(double z)
{
    return z > 0 ? z : 0;
}

double derivative(double z)
{
    return z > 0 ? 1 : 0;
}

void evaluate(const double* z, double* values, double* derivatives, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i) {
        values[i] = value(z[i]);
        derivatives[i] = derivative(z[i]);
    }
}

numerics::Scaled scaledValue(numerics::Scaled z)
{
    return z.sign() > 0 ? z : numerics::Scaled{};
}

} // namespace

extern const Activation relu;
const Activation relu{
    .id = "relu",
    .name = translatable("core", "ReLU"),
    .formula = "max(0, z)",
    .description = translatable("core",
        "The rectifier: slope 1 above 0, slope exactly 0 below and at 0, so a neuron either passes the gradient on "
        "whole "
        "or is dead (Glorot, Bordes & Bengio 2011)."),
    .rank = 5,
    .value = value,
    .derivative = derivative,
    .evaluate = evaluate,
    .scaledValue = scaledValue,
    .scaledDerivative = [](numerics::Scaled z) { return numerics::Scaled::from(z.sign() > 0 ? 1 : 0); },
    .minus = [](numerics::Scaled z, double y) { return scaledValue(z) - numerics::Scaled::from(y); },
    .second = [](double) { return 0.0; },
    .lower = 0,
    .maxDerivative = 1,
    .maxDerivativeAt = 0,
    .kinks = kAtZero,
    .python = "where(z > 0, z, 0 * z)",
    .pythonSlope = "where(z > 0, 1.0, 0.0)",
};

} // namespace deltascope::activations
