// SPDX-License-Identifier: GPL-3.0-or-later
// A figure while a parameter goes through a range, or while the network is trained.
#pragma once

#include "figures/figure_kind.h"
#include "parameters/parameters.h"

#include <atomic>
#include <stop_token>
#include <vector>

namespace deltascope::figures {

inline constexpr int kMostFrames = 10'000;

struct AnimationPlan {
    const FigureKind* kind = nullptr;
    model::Document start; ///< what does not move
    const parameters::Parameter<model::Scenario>* parameter =
        nullptr; ///< a number; nullptr: the training, from its start to its end
    double from = 0, to = 1; ///< of the parameter
    int frames = 100; ///< 2 … kMostFrames
};

/// The figures of all frames, with axes that hold still: each reaches as far as in any frame. Counts in `done`. Empty
/// where stop was requested. Error: a value that the parameter cannot have, or data that cannot be read.
Result<std::vector<Figure>> animate(const AnimationPlan& plan, const data::DataFolder& folder, std::atomic<int>& done,
    const std::stop_token& stop = {});

} // namespace deltascope::figures
