// SPDX-License-Identifier: GPL-3.0-or-later
// Figures while parameters go through a range, or while the network is trained.
#pragma once

#include "figures/figure_kind.h"
#include "parameters/parameters.h"
#include "results/map_cells.h"

#include <atomic>
#include <memory>
#include <stop_token>
#include <vector>

namespace deltascope::figures {

inline constexpr int kMostFrames = 10'000;

/// A number that goes from the first frame to the last.
struct Movement {
    const parameters::Parameter<model::Scenario>* parameter = nullptr;
    double from = 0, to = 1;
};

struct AnimationPlan {
    const FigureKind* kind = nullptr;
    std::vector<const FigureKind*> beside = {}; ///< other figures of the same frames
    model::Document start; ///< what does not move
    const parameters::Parameter<model::Scenario>* parameter =
        nullptr; ///< a number; nullptr: the training, from its start to its end
    double from = 0, to = 1; ///< of the parameter
    std::vector<Movement> along = {}; ///< what moves at the same time
    std::shared_ptr<const results::MapCells> map = nullptr; ///< of `start`, where somebody has computed it
    int frames = 100; ///< 2 … kMostFrames

    std::vector<const FigureKind*> kinds() const; ///< of every frame, in this order
};

/// The figures of all frames, frame by frame, with axes that hold still: each reaches as far as in any frame, and maps
/// have their colours in common. Counts frames in `done`. Empty where stop was requested. Error: a value that the
/// parameter cannot have, data that cannot be read, a map that is not asked for, or on which nothing moves.
Result<std::vector<Figure>> animate(const AnimationPlan& plan, const data::DataFolder& folder, std::atomic<int>& done,
    const std::stop_token& stop = {});

} // namespace deltascope::figures
