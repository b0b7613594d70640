// SPDX-License-Identifier: GPL-3.0-or-later
// The learning speeds of every layer and nothing else: what is computed for many networks, where `evaluate` would cost
// several times as much for statistics that nobody reads. core/maths.md 2.1.
#pragma once

#include "data/dataset.h"
#include "network/learning_speeds.h"
#include "network/network.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace deltascope::evaluation {

/// The speeds of layers 1 … depth, as `evaluate` has them bit for bit. Nothing where stop was requested.
std::optional<std::vector<network::LearningSpeeds>> learningSpeedsOf(const model::Scenario& scenario,
    const data::Dataset& data, const network::Network& network, const std::stop_token& stop = {});

/// The same without the weights (0 there), whose gradient costs a matrix product a layer; for ratios, right also where
/// speeds are beyond range.
std::optional<std::vector<network::RelativeSpeeds>> biasSpeedsOf(const model::Scenario& scenario,
    const data::Dataset& data, const network::Network& network, const std::stop_token& stop = {});

} // namespace deltascope::evaluation
