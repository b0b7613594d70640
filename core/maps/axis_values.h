// SPDX-License-Identifier: GPL-3.0-or-later
// The values of a map's axis, as the table of parameters has them. core/maths.md 12.6.
#pragma once

#include "model/map.h"
#include "parameters/parameters.h"

#include <optional>
#include <vector>

namespace deltascope::maps {

using model::kMostAxisValues;

/// True where the values are whole numbers.
bool isWhole(const parameters::Parameter<model::Scenario>& row);
/// True where the values are numbers, and so have an order and a distance.
bool isNumber(const parameters::Parameter<model::Scenario>& row);

/// The value at place i (0 … count − 1) of an axis of numbers, whole ones not rounded yet: the same bits everywhere.
double positionAt(const model::MapAxis& axis, int i);
/// The place, not rounded, whose position this is.
double placeOf(const model::MapAxis& axis, double position);

/// What a valid axis gives its parameter, in order.
std::vector<parameters::ParameterValue> valuesOf(const model::MapAxis& axis);

/// How many of `count` whole numbers on such an axis are different.
int differentValues(const model::MapAxis& axis);

/// The scenario with this value, and with what must follow it: sizes of other data, no layers beyond the depth. Error
/// (Fault::usage): the value is not allowed.
Result<model::Scenario> withAxisValue(model::Scenario scenario, const parameters::Parameter<model::Scenario>& row,
    const parameters::ParameterValue& value);

} // namespace deltascope::maps
