// SPDX-License-Identifier: GPL-3.0-or-later
// The same scenario at every depth from 1 to its own: how fast the first layer learns beside the last. Each layer draws
// from a stream of its own, so adding one changes no other. core/maths.md 12.4, 9.11.
#pragma once

#include "data/dataset.h"
#include "model/scenario.h"
#include "network/learning_speeds.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace deltascope::results {

struct SpeedRatio {
    int depth = 1;
    /// Of layers 1 and `depth`, without the weights' speed; in a unit of their own where the last is beyond range.
    network::LearningSpeeds first, last;
    std::optional<numerics::Scaled> predicted; ///< mean field: √(E‖δ^1‖²/E‖δ^depth‖²); nothing where there is no theory
    std::optional<numerics::Scaled> typical; ///< the median by the law of finite width; nothing where there is none
    bool operator==(const SpeedRatio&) const = default;
};

struct SpeedRatios {
    enum class Sampling { all, even, geometric };
    Sampling sampling = Sampling::all; ///< which depths: all of them, or some evenly or in equal ratios
    std::vector<SpeedRatio> depths; ///< ascending; as far as it has got
    int wanted = 0; ///< how many there will be

    bool isComplete() const { return static_cast<int>(depths.size()) == wanted; }
    bool operator==(const SpeedRatios&) const = default;
};

/// At most about 60 depths from 1 to `depth`, both among them. All of a few, evenly up to a thousand layers, in equal
/// ratios beyond: the work is the sum of the depths.
std::vector<int> sampledDepths(int depth, SpeedRatios::Sampling& sampling);

/// Why there are no networks of other depths to be compared with, in one sentence; mostly empty.
Message whyNoOtherDepths(const model::Scenario& scenario);

/// Evaluates the scenario, of which that is empty, at these depths on its data. `refined` gets what is there from time
/// to time. Nothing where stop was requested.
std::optional<SpeedRatios> speedRatios(const model::Scenario& scenario, const data::Dataset& data,
    const std::stop_token& stop = {}, const std::function<void(SpeedRatios)>& refined = {});

} // namespace deltascope::results
