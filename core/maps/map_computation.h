// SPDX-License-Identifier: GPL-3.0-or-later
// Computes cells of a map, a rough picture of it first.
#pragma once

#include "base/watch.h"
#include "maps/cell_source.h"
#include "results/map_cells.h"

#include <cstddef>
#include <functional>
#include <span>
#include <stop_token>
#include <vector>

namespace deltascope::maps {

/// Every cell once, coarse to fine: every 16th of every 16th row first, then those between them at 8, 4, 2 and 1.
std::vector<std::size_t> refinementOrder(int columns, int rows);

/// The same cells, those of one family beside each other: so they are computed together.
std::vector<std::size_t> byFamilies(const CellSource& source, std::vector<std::size_t> numbers);

struct Computing {
    std::stop_token stop = {};
    Watch watch = {}; ///< on the calling thread
    /// Called on the calling thread now and then with how many of the first cells are done.
    std::function<void(std::size_t finished)> refined = {};
    unsigned threads = 0; ///< at most so many; 0: as many as there are processors and the memory allows
};

/// cells[i] becomes the cell with the number numbers[i], unless it is there already; begun in this order. Where stop
/// was requested those that are not done stay pending. True when all are there.
bool computeCells(const CellSource& source, std::span<const std::size_t> numbers, std::span<results::MapCell> cells,
    const Computing& how = {});

/// All cells. `refined` gets what is there of them from time to time.
results::MapCells computeMap(const CellSource& source, const Computing& how = {},
    const std::function<void(const results::MapCells&)>& refined = {});

} // namespace deltascope::maps
