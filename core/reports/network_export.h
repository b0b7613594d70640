// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/watch.h"
#include "data/dataset.h"
#include "network/network.h"

#include <cstdint>
#include <memory>

namespace deltascope::reports {

/// What other programs are given of a scenario: its examples, and its network before a step of its training.
struct NetworkExport {
    model::Scenario scenario;
    std::int64_t step = 0; ///< 0: the start values
    std::shared_ptr<const data::Dataset> data;
    std::shared_ptr<const network::Network> network;
};

/// Makes it. Errors: of the memory that its text would take (Fault::usage), of the data, and where a balanced bias is
/// beyond double's range and so has no number that could be written (Fault::invalidData).
Result<NetworkExport> networkExport(const model::Scenario& scenario, const data::DataFolder& folder = {},
    std::int64_t step = 0, const Watch& watch = {});

/// The network before that step of its training, or at its end where it has fewer.
std::shared_ptr<const network::Network> trainedNetwork(const model::Scenario& scenario,
    const std::shared_ptr<const data::Dataset>& data, std::int64_t step, const Watch& watch = {});

} // namespace deltascope::reports
