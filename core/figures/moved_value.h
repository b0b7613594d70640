// SPDX-License-Identifier: GPL-3.0-or-later
// The value of a parameter at a place of an axis that it is along (Axis::moved), or where a hand has taken the mark
// that stands for it (Grip).
#pragma once

#include "figures/figure.h"
#include "parameters/parameters.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace deltascope::figures {

/// The value at this coordinate, as far as the axis and the row go, of a number in no more decimal digits than tell one
/// pixel from the next. `pixel`: the width of one in coordinates, above 0. Nothing where the axis moves no parameter.
std::optional<parameters::ParameterValue> movedValue(const Axis& axis, double coordinate, double pixel);

/// The value that brings a grip's mark to this coordinate of the horizontal axis, rounded alike, within the limits of
/// its parameter. Precondition: the grip is not turned and names a parameter with numbers.
double grippedValue(const Grip& grip, const Axis& axis, double coordinate, double pixel);

/// The row to put, and the value to put there, so that what the grip stands for is `value`: of one layer's own weight
/// or bias the list of all that layers have of their own. Precondition: the grip names a parameter with numbers.
std::pair<const parameters::Parameter<model::Scenario>*, parameters::ParameterValue> putOf(
    const model::Scenario& scenario, const Grip& grip, double value);

/// The key of the row that a grip puts.
std::string keyOf(const Grip& grip);

/// "w₃", "b₃": the parameter with its layer.
std::string symbolOf(const Grip& grip);

/// Takes hold of a layer's own weight or bias where a hand can move it: in the chain of a start that heeds them, before
/// training; else the grip is empty. `layer`: the one that has it where several share theirs.
Grip gripOfLayer(const model::Scenario& scenario, std::int64_t step, const char* parameter, int layer);

/// The figure without what would move a parameter with one of these keys (a lesson leaves them out).
void releaseGrips(Figure& figure, const std::vector<std::string>& keys);

} // namespace deltascope::figures
