// SPDX-License-Identifier: GPL-3.0-or-later
// A network as text for other programs: every number reads back to the same bits.
#pragma once

#include "dataset.h"
#include "result.h"

#include <string>

namespace deltascope {

/// {"weights", "biases", "inputs", "targets"}: what another program needs to check us. Error (Fault::invalidData) where
/// a balanced bias is beyond double's range and so has no number that could be written; those of the data.
Result<std::string> networkJson(const Scenario& scenario, const DataFolder& folder = {});

} // namespace deltascope
