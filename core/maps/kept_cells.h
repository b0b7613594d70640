// SPDX-License-Identifier: GPL-3.0-or-later
// Which cells of a map are those of another one: what need not be computed again.
#pragma once

#include "model/document.h"
#include "results/map_cells.h"

#include <memory>
#include <span>

namespace deltascope::maps {

/// True where the maps of both documents (`question.map`) are the same measure over the same parameters, and a cell
/// with the same values of these is the same in both: whatever values their scenarios have of them themselves, and
/// however far the axes go.
bool sameCells(const model::Document& one, const model::Document& other);

/// The map with what is known of its cells: those whose values of both parameters are the same bits. Precondition:
/// sameCells of all these maps.
results::MapCells withKnownCells(
    const model::Map& map, std::span<const std::shared_ptr<const results::MapCells>> known);

/// The map of another range: about `from` … `to` of an axis of numbers, `count` values as before, on a lattice that
/// includes as many of the values before as may be. Whole numbers stay whole. An axis of choices stays as it is.
model::MapAxis withRange(const model::MapAxis& axis, double from, double to);

} // namespace deltascope::maps
