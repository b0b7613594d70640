// SPDX-License-Identifier: GPL-3.0-or-later
// Trainings from their start on, as results: of one scenario, and of the pinned ones beside it.
#pragma once

#include "snapshot.h"
#include "training.h"
#include "watch.h"

#include <functional>
#include <limits>
#include <memory>
#include <stop_token>
#include <vector>

namespace deltascope {

inline constexpr std::int64_t kWholeTraining = std::numeric_limits<std::int64_t>::max(); ///< steps

/// Trains to the end, or up to `steps` of them; nullptr where that is stopped. `soFar` hears of it now and then.
std::shared_ptr<const TrainingProgress> trained(const Scenario& scenario, std::shared_ptr<const Dataset> data,
    int threads, const std::stop_token& stop, const std::function<void(const Training&)>& soFar = {},
    std::int64_t steps = kWholeTraining, const Watch& watch = {});

/// The course of each pinned scenario, of as many as are drawn together; side by side, on a thread each.
void trainPins(
    std::vector<PinnedResult>& pins, const DataFolder& folder, const std::stop_token& stop, const Watch& watch);

} // namespace deltascope
