// SPDX-License-Identifier: GPL-3.0-or-later
// What is changed during a training: part of the scenario (`changes`), so that the training can be repeated exactly.
#pragma once

#include "parameters/parameters.h"

namespace deltascope::parameters {

/// The value of a row that may change during a training, for the step with this number (0 is the first).
double valueInForce(const model::Scenario& scenario, const Parameter<model::Scenario>& row, std::int64_t step);

/// The scenario in which the row has this value from `step` on, up to the next change of it. At step 0 the value itself
/// is replaced. Error (Fault::usage): the row may not change during a training, or not to this value.
Result<model::Scenario> withValueFrom(
    const model::Scenario& scenario, const Parameter<model::Scenario>& row, double value, std::int64_t step);

} // namespace deltascope::parameters
