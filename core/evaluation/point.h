// SPDX-License-Identifier: GPL-3.0-or-later
// One input in place of the examples.
#pragma once

#include "data/dataset.h"
#include "model/scenario.h"

#include <vector>

namespace deltascope::evaluation {

/// True where such a point is an input that this network, of two inputs or more, answers on its own.
bool looksAtPoint(const model::Scenario& scenario, const std::vector<double>& point);

/// The point as the only example, with the target of the example nearest to it (the first of several). Precondition:
/// looksAtPoint().
data::Dataset atPoint(const data::Dataset& data, const std::vector<double>& point);

} // namespace deltascope::evaluation
