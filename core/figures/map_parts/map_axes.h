// SPDX-License-Identifier: GPL-3.0-or-later
// The axes of a map as axes of a figure.
#pragma once

#include "figures/figure.h"
#include "model/map.h"
#include "model/scenario.h"

#include <cstdint>
#include <optional>

namespace deltascope::map_parts {

/// "Weight, w"
Message axisName(const model::MapAxis& axis, const model::Scenario& scenario);

/// A place on the axis (0 … count − 1) in the coordinates of the figure.
double coordinateOf(const model::MapAxis& axis, double place);

/// `margin`: places beyond the first and the last one.
figures::Axis axisOf(const model::MapAxis& axis, const model::Scenario& scenario, double margin);

/// How far an axis of a figure goes beyond the first and the last value of the map's, in its coordinates.
double marginOf(const model::MapAxis& axis, const figures::Axis& drawn);

/// Where the scenario stands on the axis before step `step` of its training, in the coordinates of the figure; nothing
/// beside it.
std::optional<double> coordinateOf(
    const model::MapAxis& axis, const model::Scenario& scenario, std::int64_t step, double margin = 0);

} // namespace deltascope::map_parts
