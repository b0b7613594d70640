// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace deltascope::training {

/// What a rule is told of one step.
struct OptimizerStep {
    std::int64_t step = 0; ///< 0 is the first
    double learningRate = 0.1; ///< η
    double momentum = 0; ///< μ of this step, by the schedule
    double beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8;
};

/// How a gradient becomes a step. One const record in one file.
struct Optimizer {
    std::string_view id;
    const char* name; ///< translatable
    const char* formula; ///< "θ ← θ − η∇C"
    const char* description; ///< translatable: one sentence, with its source
    int rank; ///< place in menus and lists

    bool usesMomentum = false; ///< the parameters `momentum` and `momentum_schedule` mean something
    bool usesBetas = false; ///< the parameters `beta1`, `beta2` and `epsilon` mean something
    bool looksAhead = false; ///< wants the gradient at θ + μv, v its first memory
    int memories = 0; ///< 0 … 2: how many numbers it keeps for each parameter, 0 at the start

    /// `gradient` → what is to be added to the parameters, in place. Each memory is as long as the gradient.
    void (*update)(const OptimizerStep& step, std::span<double> gradient, double* first, double* second);
};

std::span<const Optimizer* const> optimizersRegistry();

} // namespace deltascope::training
