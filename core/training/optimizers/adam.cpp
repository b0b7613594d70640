// SPDX-License-Identifier: GPL-3.0-or-later
// m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², θ ← θ − η m̂/(√v̂ + ε), with m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ).
// Kingma & Ba (2015). core/maths.md 11.5.
#include "base/message.h"
#include "training/optimizer.h"

#include <cmath>

namespace deltascope::optimizers {

extern const training::Optimizer adam;

namespace {

constexpr training::OptimizerNumber kNumbers[] = {
    {.key = "beta1",
        .label = translatable("core", "Decay of the mean"),
        .symbol = "β₁",
        .help = translatable("core", "How slowly Adam forgets the mean of the gradients."),
        .member = &model::Scenario::beta1,
        .minimum = 0,
        .maximum = 0.999999999,
        .sliderMinimum = 0,
        .sliderMaximum = 0.999,
        .step = 0.01,
        .shortLabel = translatable("core", "Mean decay"),
        .idle = training::onlyUnder<adam>},
    {.key = "beta2",
        .label = translatable("core", "Decay of the squares"),
        .symbol = "β₂",
        .help = translatable("core", "How slowly Adam forgets the mean square of the gradients."),
        .member = &model::Scenario::beta2,
        .minimum = 0,
        .maximum = 0.999999999,
        .sliderMinimum = 0.9,
        .sliderMaximum = 0.9999,
        .step = 0.001,
        .shortLabel = translatable("core", "Square decay"),
        .idle = training::onlyUnder<adam>},
    {.key = "epsilon",
        .label = translatable("core", "Floor of the squares"),
        .symbol = "ε",
        .help = translatable("core", "What Adam adds to the root mean square before dividing by it."),
        .member = &model::Scenario::epsilon,
        .minimum = 1e-300,
        .maximum = 1,
        .sliderMinimum = 1e-10,
        .sliderMaximum = 1e-2,
        .step = 1e-8,
        .logarithmic = true,
        .shortLabel = translatable("core", "Floor"),
        .idle = training::onlyUnder<adam>},
};

} // namespace

const training::Optimizer adam{
    .id = "adam",
    .name = translatable("core", "Adam"),
    .formula = "θ ← θ − η m̂/(√v̂ + ε)",
    .description = translatable("core",
        "Every parameter’s step is scaled by the size that its own gradient has had, so that layers with small "
        "gradients learn as fast as the others (Kingma & Ba 2015)."),
    .rank = 4,
    .memories = 2,
    .numbers = kNumbers,
    .withoutNumbers = translatable("core", "The optimizer “%1” keeps no mean squares."),
    .update =
        [](const training::OptimizerStep& step, std::span<double> gradient, double* mean, double* square) {
            const auto count = static_cast<double>(step.step + 1);
            const double beta1 = step.scenario.beta1, beta2 = step.scenario.beta2, epsilon = step.scenario.epsilon;
            const double correction1 = 1 / (1 - std::pow(beta1, count));
            const double correction2 = 1 / (1 - std::pow(beta2, count));
            for (std::size_t i = 0; i < gradient.size(); ++i) {
                const double g = gradient[i];
                mean[i] = beta1 * mean[i] + (1 - beta1) * g;
                square[i] = beta2 * square[i] + (1 - beta2) * g * g;
                gradient[i] =
                    -step.learningRate * (mean[i] * correction1) / (std::sqrt(square[i] * correction2) + epsilon);
            }
        },
};

} // namespace deltascope::optimizers
