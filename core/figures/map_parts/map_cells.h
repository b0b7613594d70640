// SPDX-License-Identifier: GPL-3.0-or-later
// The cells of a map while they are computed: what is known of those that are not there yet.
#pragma once

#include "maps/contours.h"
#include "results/map_cells.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace deltascope::map_parts {

/// The cell beside it that was computed first and stands for it until its own value is known, in the order of
/// maps::refinementOrder; nothing where that is not there either, or has no value.
std::optional<std::size_t> foretelling(const results::MapCells& cells, std::size_t cell);

/// The finest grid of which every cell is there: every one of `stride` columns and rows.
struct KnownGrid {
    int stride = 1;
    int columns = 0, rows = 0;
    std::vector<double> values;
    std::vector<std::uint8_t> missing; ///< 1: no value there

    maps::Grid grid() const { return {columns, rows, values, missing}; }
};
/// Nothing where not even the coarsest grid is there.
std::optional<KnownGrid> knownGrid(const results::MapCells& cells);

/// Of a map of two parameters in decades: true where the level 0 lies between neighbours that are decades apart, so
/// that what is between them may be anything.
bool leaps(const results::MapCells& cells);

} // namespace deltascope::map_parts
