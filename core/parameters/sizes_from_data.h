// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/dataset.h"

namespace deltascope::parameters {

/// The scenario with the numbers of inputs and outputs that the files decide; of one that asks for a single example,
/// the default, with as many as there are rows, at most kMostRowsTaken. Errors (Fault::usage): more of them than a
/// network can have.
inline constexpr int kMostRowsTaken = 10'000;
Result<model::Scenario> withSizes(model::Scenario scenario, const data::DataSizes& sizes);

} // namespace deltascope::parameters
