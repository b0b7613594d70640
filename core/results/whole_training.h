// SPDX-License-Identifier: GPL-3.0-or-later
// Trainings from their start on, as results.
#pragma once

#include "base/watch.h"
#include "data/dataset.h"
#include "training/training.h"
#include "training/training_progress.h"

#include <functional>
#include <limits>
#include <memory>
#include <stop_token>

namespace deltascope::results {

inline constexpr std::int64_t kWholeTraining = std::numeric_limits<std::int64_t>::max(); ///< steps

/// Trains to the end, or up to `steps` of them; nullptr where that is stopped. `soFar` hears of it now and then.
std::shared_ptr<const training::TrainingProgress> trained(const model::Scenario& scenario,
    std::shared_ptr<const data::Dataset> data, int threads, const std::stop_token& stop,
    const std::function<void(const training::Training&)>& soFar = {}, std::int64_t steps = kWholeTraining,
    const Watch& watch = {});

} // namespace deltascope::results
