// SPDX-License-Identifier: GPL-3.0-or-later
// What was found of a map, cell by cell. core/maths.md 12.6.
#pragma once

#include "model/map.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace deltascope::results {

/// Why there is no value.
enum class CellMark : std::uint8_t {
    none, ///< there is one
    pending, ///< not computed yet
    dead, ///< the size is exactly 0, so it has no logarithm
    zero, ///< the same of what has no life to lose
    beyond, ///< of a size that neither a double nor the engine's own numbers hold
    diverged, ///< the training ended in numbers beyond doubles
    notReached, ///< what was waited for did not happen in the training
    inapplicable, ///< the measure means nothing with these values, or there is no such network
};

/// The word that files have in place of a value, or an empty one.
std::string_view wordOf(CellMark mark);
std::optional<CellMark> markNamed(std::string_view word);

struct MapCell {
    double value = 0; ///< log10 where the measure counts decades and the statistic is no share
    double p05 = 0, p95 = 0; ///< over the seeds that have a value
    std::int32_t count = 0; ///< of those seeds
    CellMark mark = CellMark::pending; ///< of the most seeds, where none has a value
    bool operator==(const MapCell&) const = default;
};

struct MapCells {
    model::Map map;
    std::vector<MapCell> cells; ///< row by row from the first y, each from the first x on
    std::size_t done = 0; ///< of them

    bool complete() const { return done == cells.size(); }
    const MapCell& at(int column, int row) const
    {
        return cells[static_cast<std::size_t>(row) * static_cast<std::size_t>(map.columns())
            + static_cast<std::size_t>(column)];
    }
    bool operator==(const MapCells&) const = default;
};

} // namespace deltascope::results
