// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "results/map_cells.h"
#include "results/map_colours.h"

#include <optional>

namespace deltascope::map_parts {

/// True where the cells hold decades about 1, which is balance.
bool isAboutOne(const model::Map& map);

/// From where to where the colours go: what is rarer than one cell in twenty at an end may lie beyond it. Nothing where
/// no cell has a value.
std::optional<results::MapColours> coloursOf(const results::MapCells& cells);

} // namespace deltascope::map_parts
