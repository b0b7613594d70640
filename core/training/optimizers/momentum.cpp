// SPDX-License-Identifier: GPL-3.0-or-later
// v ← μv − η∇C(θ), θ ← θ + v. Polyak (1964), in the form of Sutskever et al. (2013). core/maths.md 11.3.
#include "base/message.h"
#include "training/optimizer.h"

namespace deltascope::optimizers {

extern const training::Optimizer momentum;
const training::Optimizer momentum{
    .id = "momentum",
    .name = translatable("core", "Momentum"),
    .formula = "v ← μv − η∇C(θ), θ ← θ + v",
    .description = translatable(
        "core", "Steps add up along directions in which the slope persists (Polyak 1964; Sutskever et al. 2013)."),
    .rank = 2,
    .usesMomentum = true,
    .memories = 1,
    .stableCurvature = [](const training::OptimizerStep& step) { return 2 * (1 + step.momentum) / step.learningRate; },
    .update =
        [](const training::OptimizerStep& step, std::span<double> gradient, double* velocity, double*) {
            for (std::size_t i = 0; i < gradient.size(); ++i) {
                velocity[i] = step.momentum * velocity[i] - step.learningRate * gradient[i];
                gradient[i] = velocity[i];
            }
        },
};

} // namespace deltascope::optimizers
