// SPDX-License-Identifier: GPL-3.0-or-later
// A map as text for other programs, and read back: every number reads back to the same bits.
#pragma once

#include "documents/map_json.h"
#include "reports/text_pieces.h"
#include "results/map_cells.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace deltascope::reports {

/// The cell with this number; asked for more than once, row by row.
using CellAt = std::function<results::MapCell(std::size_t cell)>;

/// True where the cells have 5th and 95th percentiles of their own to tell: of a curve over seeds.
bool hasBand(const model::Map& map);

/// {"format": "deltascope.map", "schema": 1, "scenario": {…}, "k", "step", "map": {…}, "cells": [[…] by row], "counts":
/// [[…] by row]}, of a curve over seeds also "p05" and "p95". A cell is a number (log10 where the measure counts
/// decades) or the word of its mark; a count says how many seeds have a value.
void writeMapJson(const model::Document& document, const model::Map& map, const CellAt& at, const TextSink& sink);

/// Tidy: the document in a comment, a row of names (the keys moved, value, count, of a curve over seeds p05 and p95),
/// and a row for each cell, by y and then x. In place of a value there may be the word of its mark.
void writeMapCsv(const model::Document& document, const model::Map& map, const CellAt& at, const TextSink& sink);

struct SavedMap {
    model::Document document;
    results::MapCells map;
};
inline constexpr std::string_view kMapPartFormat = "deltascope.map-part"; ///< of map_parts.h
inline constexpr std::size_t kMaxMapBytes = 512u << 20;
/// Errors (Fault::invalidData): line, column and what would be right.
Result<SavedMap> readMapJson(std::string_view text);

} // namespace deltascope::reports
