// SPDX-License-Identifier: GPL-3.0-or-later
// The learning speeds of every layer and nothing else: what is computed for many networks, where `evaluate` would cost
// several times as much for statistics that nobody reads. core/maths.md 2.1.
#pragma once

#include "dataset.h"
#include "learning_speeds.h"
#include "network.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace deltascope {

/// The speeds of layers 1 … depth, as `evaluate` has them bit for bit. Nothing where stop was requested.
std::optional<std::vector<LearningSpeeds>> learningSpeedsOf(
    const Scenario& scenario, const Dataset& data, const Network& network, const std::stop_token& stop = {});

/// The same without the weights (0 there), whose gradient costs a matrix product a layer; for ratios, right also where
/// speeds are beyond range.
std::optional<std::vector<RelativeSpeeds>> biasSpeedsOf(
    const Scenario& scenario, const Dataset& data, const Network& network, const std::stop_token& stop = {});

} // namespace deltascope
