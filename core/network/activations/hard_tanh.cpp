// SPDX-License-Identifier: GPL-3.0-or-later
// z cut off at −1 and 1; f′ = 1 between them, exactly 0 at and beyond them. Collobert (2004). core/maths.md 4.18.
#include "base/message.h"
#include "network/activations/activation.h"

namespace deltascope::activations {

namespace {

constexpr double kEnds[] = {-1, 1};

double value(double z)
{
    return z >= 1 ? 1 : z <= -1 ? -1 : z;
}

double derivative(double z)
{
    return z > -1 && z < 1 ? 1 : 0;
}

void evaluate(const double* z, double* values, double* derivatives, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i) {
        values[i] = value(z[i]);
        derivatives[i] = derivative(z[i]);
    }
}

bool isCutOff(numerics::Scaled z)
{
    return z.exponent >= 1; // |z| ≥ 1
}

numerics::Scaled scaledValue(numerics::Scaled z)
{
    return isCutOff(z) ? numerics::Scaled::from(z.sign()) : z;
}

} // namespace

extern const Activation hard_tanh;
const Activation hard_tanh{
    .id = "hard_tanh",
    .name = translatable("core", "Hard tanh"),
    .formula = "min(1, max(−1, z))",
    .description = translatable("core",
        "tanh in three straight lines: slope 1 between −1 and 1, exactly 0 at and beyond them (Collobert 2004)."),
    .rank = 14,
    .value = value,
    .derivative = derivative,
    .evaluate = evaluate,
    .scaledValue = scaledValue,
    .scaledDerivative = [](numerics::Scaled z) { return numerics::Scaled::from(isCutOff(z) ? 0 : 1); },
    .minus = [](numerics::Scaled z, double y) { return scaledValue(z) - numerics::Scaled::from(y); },
    .second = [](double) { return 0.0; },
    .lower = -1,
    .upper = 1,
    .maxDerivative = 1,
    .maxDerivativeAt = 0,
    .kinks = kEnds,
    .python = "where(z >= 1, 1 + 0 * z, where(z <= -1, 0 * z - 1, z))",
    .pythonSlope = "where((z > -1) & (z < 1), 1.0, 0.0)",
};

} // namespace deltascope::activations
