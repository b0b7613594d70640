// SPDX-License-Identifier: GPL-3.0-or-later
// v ← μv − η∇C(θ + μv), θ ← θ + v. Nesterov (1983), in the form of Sutskever et al. (2013). core/maths.md 11.4.
#include "base/message.h"
#include "training/optimizer.h"

namespace deltascope::optimizers {

extern const training::Optimizer nesterov;
const training::Optimizer nesterov{
    .id = "nesterov",
    .name = translatable("core", "Nesterov’s momentum"),
    .formula = "v ← μv − η∇C(θ + μv), θ ← θ + v",
    .description = translatable("core",
        "Momentum that takes the gradient where the last step will have led, and so brakes in time (Nesterov 1983; "
        "Sutskever et al. 2013)."),
    .rank = 3,
    .usesMomentum = true,
    .looksAhead = true,
    .memories = 1,
    .stableCurvature = // as momentum of μ(1 − λη)
    [](const training::OptimizerStep& step) {
        return 2 * (1 + step.momentum) / (1 + 2 * step.momentum) / step.learningRate;
    },
    .update =
        [](const training::OptimizerStep& step, std::span<double> gradient, double* velocity, double*) {
            for (std::size_t i = 0; i < gradient.size(); ++i) {
                velocity[i] = step.momentum * velocity[i] - step.learningRate * gradient[i];
                gradient[i] = velocity[i];
            }
        },
};

} // namespace deltascope::optimizers
