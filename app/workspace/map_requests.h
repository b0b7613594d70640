// SPDX-License-Identifier: GPL-3.0-or-later
// Asking for a map from wherever something can be mapped.
#pragma once

#include "figures/figure_kind.h"
#include "model/map.h"
#include "parameters/parameters.h"

namespace deltascope::workspace {

class Workspace;

/// Asks for this map, as an undo step, and shows a figure that draws it.
void showMap(Workspace& workspace, const model::Map& map);

/// The map of what this figure shows, over the two parameters that the scenario suggests.
model::Map mapOfFigure(const Workspace& workspace, const figures::FigureKind& kind);

/// True where `mapOfParameter` has an answer: of numbers and choices.
bool canBeMapped(const parameters::Parameter<model::Scenario>& row);

/// The measure of the present map, or else the one that the scenario suggests, over this parameter alone. Choices are
/// the rows of a plane: over a number that means something with them. Precondition: canBeMapped.
model::Map mapOfParameter(const Workspace& workspace, const parameters::Parameter<model::Scenario>& row);

} // namespace deltascope::workspace
