// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"
#include "model/scenario.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace deltascope::training {

/// What a rule is told of one step.
struct OptimizerStep {
    const model::Scenario& scenario; ///< with the changes made so far: the numbers that the rule has of its own
    std::int64_t step = 0; ///< 0 is the first
    double learningRate = 0.1; ///< η
    double momentum = 0; ///< μ of this step, by the schedule
};

/// A number that one optimizer has of its own: a member of the scenario, of which its row in the table of parameters is
/// made. It may change during a training.
struct OptimizerNumber {
    std::string_view key; ///< in files and on the command line
    const char* label; ///< translatable
    const char* symbol; ///< not translated
    const char* help; ///< translatable: one sentence on what it does
    double model::Scenario::*member;
    double minimum, maximum; ///< the engine's limits
    double sliderMinimum, sliderMaximum; ///< where the slider starts out
    double step;
    bool logarithmic = false; ///< how the slider moves over its range
    const char* shortLabel = ""; ///< translatable: its label under the heading; "": the same
    Message (*idle)(const model::Scenario&); ///< `onlyUnder` its optimizer
};

/// How a gradient becomes a step. One const record in one file.
struct Optimizer {
    std::string_view id;
    const char* name; ///< translatable
    const char* formula; ///< "θ ← θ − η∇C"
    const char* description; ///< translatable: one sentence, with its source
    int rank; ///< place in menus and lists

    bool usesMomentum = false; ///< the parameters `momentum` and `momentum_schedule` mean something
    bool looksAhead = false; ///< wants the gradient at θ + μv, v its first memory
    int memories = 0; ///< 0 … 2: how many numbers it keeps for each parameter, 0 at the start
    std::span<const OptimizerNumber> numbers = {}; ///< that it alone has
    const char* withoutNumbers = ""; ///< translatable: why they mean nothing under the optimizer %1

    /// The largest curvature of the cost along which its steps do not grow, of a quadratic cost and constant numbers;
    /// nullptr: there is no such number.
    double (*stableCurvature)(const OptimizerStep& step) = nullptr;

    /// `gradient` → what is to be added to the parameters, in place. Each memory is as long as the gradient.
    void (*update)(const OptimizerStep& step, std::span<double> gradient, double* first, double* second);
};

std::span<const Optimizer* const> optimizersRegistry();
std::vector<const Optimizer*> optimizersInOrder(); ///< of their rank
std::vector<const OptimizerNumber*> optimizerNumbers(); ///< of all of them, in the same order

/// Why the numbers of `rule` mean nothing under this scenario's optimizer; an empty message where it is that one.
Message idleUnder(const model::Scenario& scenario, const Optimizer& rule);
/// The same as OptimizerNumber::idle.
template <const Optimizer& rule>
Message onlyUnder(const model::Scenario& scenario)
{
    return idleUnder(scenario, rule);
}

} // namespace deltascope::training
