// SPDX-License-Identifier: GPL-3.0-or-later
// 1 for z > 0, else 0; f′ is exactly 0 everywhere, at the jump too: nothing comes back through it. McCulloch & Pitts
// (1943); Rosenblatt (1958). core/maths.md 4.19.
#include "base/message.h"
#include "network/activations/activation.h"

#include <algorithm>

namespace deltascope::activations {

namespace {

void evaluate(const double* z, double* values, double* derivatives, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        values[i] = z[i] > 0 ? 1 : 0;
    std::fill_n(derivatives, count, 0.0);
}

} // namespace

extern const Activation step;
const Activation step{
    .id = "step",
    .name = translatable("core", "Step (threshold)"),
    .formula = "1 for z > 0, else 0",
    .description = translatable("core",
        "The threshold of the perceptron: its slope is exactly 0 everywhere, so no gradient at all passes it and only "
        "what comes after it learns (McCulloch & Pitts 1943; Rosenblatt 1958)."),
    .rank = 15,
    .value = [](double z) { return z > 0 ? 1.0 : 0.0; },
    .derivative = [](double) { return 0.0; },
    .evaluate = evaluate,
    .scaledValue = [](numerics::Scaled z) { return numerics::Scaled::from(z.sign() > 0 ? 1 : 0); },
    .scaledDerivative = [](numerics::Scaled) { return numerics::Scaled{}; },
    .minus = [](numerics::Scaled z,
                 double y) { return numerics::Scaled::from(z.sign() > 0 ? 1 : 0) - numerics::Scaled::from(y); },
    .second = [](double) { return 0.0; },
    .lower = 0,
    .upper = 1,
    .maxDerivative = 0,
    .maxDerivativeAt = 0,
    .kinks = kAtZero,
    .python = "where(z > 0, 1 + 0 * z, 0 * z)",
    .pythonSlope = "0 * z",
};

} // namespace deltascope::activations
