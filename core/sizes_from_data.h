// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dataset.h"

namespace deltascope {

/// The scenario with the numbers of inputs and outputs that the files decide; of one that asks for a single example,
/// the default, with as many as there are rows, at most kMostRowsTaken. Errors (Fault::usage): more of them than a
/// network can have.
inline constexpr int kMostRowsTaken = 10'000;
Result<Scenario> withSizes(Scenario scenario, const DataSizes& sizes);

} // namespace deltascope
