// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/scenario.h"
#include "training/training_progress.h"

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>

namespace deltascope::training {

/// What a training session is at one moment: one value, in which nothing contradicts anything.
///
///     none ── begin ──▶ making ── data and network are there ──▶ ready      begin, from each: making, at step 0
///       ▲                 │                                                 drop, from each: none
///       └── failure ──────┘            ready: stand ◀── the target, the end or a divergence is reached ── reach, run
struct TrainingState {
    enum class Phase {
        none, ///< there is no training
        making, ///< its data and its network are being made
        ready,
    };
    enum class Aim {
        stand,
        reach, ///< goes to the target, but not as what is called running: one step, or steps that are to be made again
        run, ///< goes to the target
    };
    static constexpr std::int64_t kEnd = std::numeric_limits<std::int64_t>::max(); ///< a target beyond every step

    Phase phase = Phase::none;
    Aim aim = Aim::stand;
    bool answered = true; ///< every order so far is carried out, and `progress` says so
    bool held = false; ///< an edit is being made: the next step is not begun before it is
    std::int64_t target = 0; ///< steps to be made in all
    std::int64_t steps = 0; ///< made, that which is changing the network included
    model::Scenario scenario = {}; ///< that is trained, with the changes asked for, or was to be
    std::shared_ptr<const TrainingProgress> progress = {}; ///< the newest; null before there is one
    std::optional<Error> failure = {}; ///< why the newest training could not be begun; phase is none then

    bool running() const { return phase != Phase::none && aim == Aim::run; }
    /// Nothing more will come without an order.
    bool stands() const { return answered && phase != Phase::making && aim == Aim::stand; }
    /// A step is to be made, if there is one.
    bool wantsStep() const { return !held && aim != Aim::stand && steps < target; }
};

} // namespace deltascope::training
