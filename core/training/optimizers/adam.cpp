// SPDX-License-Identifier: GPL-3.0-or-later
// m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², θ ← θ − η m̂/(√v̂ + ε), with m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ).
// Kingma & Ba (2015). core/maths.md 11.5.
#include "base/message.h"
#include "training/optimizer.h"

#include <cmath>

namespace deltascope::optimizers {

extern const training::Optimizer adam;
const training::Optimizer adam{
    .id = "adam",
    .name = translatable("core", "Adam"),
    .formula = "θ ← θ − η m̂/(√v̂ + ε)",
    .description = translatable("core",
        "Every parameter’s step is measured by the size that its own gradient has had, so that layers with small "
        "gradients learn as fast as the others (Kingma & Ba 2015)."),
    .rank = 4,
    .usesBetas = true,
    .memories = 2,
    .update =
        [](const training::OptimizerStep& step, std::span<double> gradient, double* mean, double* square) {
            const auto count = static_cast<double>(step.step + 1);
            const double correction1 = 1 / (1 - std::pow(step.beta1, count));
            const double correction2 = 1 / (1 - std::pow(step.beta2, count));
            for (std::size_t i = 0; i < gradient.size(); ++i) {
                const double g = gradient[i];
                mean[i] = step.beta1 * mean[i] + (1 - step.beta1) * g;
                square[i] = step.beta2 * square[i] + (1 - step.beta2) * g * g;
                gradient[i] =
                    -step.learningRate * (mean[i] * correction1) / (std::sqrt(square[i] * correction2) + step.epsilon);
            }
        },
};

} // namespace deltascope::optimizers
