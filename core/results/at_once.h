// SPDX-License-Identifier: GPL-3.0-or-later
// What takes less than a frame, so that a slider need not wait for another thread.
#pragma once

#include "data/dataset.h"
#include "model/scenario.h"

namespace deltascope::results {

/// True where making the data and one forward and backward pass, with what else is quick, take less than a frame.
bool evaluatesAtOnce(const model::Scenario& scenario);

/// True where files are read for its data: never in a frame.
bool readsFiles(const model::Scenario& scenario, const data::DataFolder& folder);

} // namespace deltascope::results
