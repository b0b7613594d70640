// SPDX-License-Identifier: GPL-3.0-or-later
// What a map is asked for where nobody has said it: the measure and the parameters that a scenario suggests.
#pragma once

#include "model/map.h"
#include "model/scenario.h"
#include "parameters/parameters.h"

#include <optional>

namespace deltascope::maps {

/// The axis of a parameter over the range of its slider, widened to hold the scenario's own value; of choices all of
/// them. Nothing where it is neither a number nor a choice. `count`: values of a number at the most.
std::optional<model::MapAxis> naturalAxis(
    const model::Scenario& scenario, const parameters::Parameter<model::Scenario>& row, int count);

/// Learning speed of the first layer over the last one's; of a single layer its speed.
void putNaturalMeasure(model::Map& map, const model::Scenario& scenario);

/// Over the first two that mean something of w and b, σ_w and σ_b, depth.
model::Map naturalMap(const model::Scenario& scenario);

/// Over one parameter; over naturalMap's two where it cannot be an axis.
model::Map naturalCurve(const model::Scenario& scenario, const parameters::Parameter<model::Scenario>& row);

} // namespace deltascope::maps
