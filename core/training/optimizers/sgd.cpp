// SPDX-License-Identifier: GPL-3.0-or-later
// θ ← θ − η∇C. Robbins & Monro (1951); Nielsen (2015), chapter 1. core/maths.md 11.2.
#include "base/message.h"
#include "training/optimizer.h"

namespace deltascope::optimizers {

extern const training::Optimizer sgd;
const training::Optimizer sgd{
    .id = "sgd",
    .name = translatable("core", "Gradient descent"),
    .formula = "θ ← θ − η∇C",
    .description = translatable("core",
        "Every parameter goes down its own slope, so a layer with a small gradient learns slowly (Nielsen 2015, "
        "chapter 1)."),
    .rank = 1,
    .stableCurvature = [](const training::OptimizerStep& step) { return 2 / step.learningRate; },
    .update =
        [](const training::OptimizerStep& step, std::span<double> gradient, double*, double*) {
            for (double& value : gradient)
                value *= -step.learningRate;
        },
};

} // namespace deltascope::optimizers
