// SPDX-License-Identifier: GPL-3.0-or-later
// What the seeds of one cell come to. core/maths.md 12.6.
#pragma once

#include "measures/measure.h"
#include "model/map.h"
#include "results/map_cells.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace deltascope::maps {

/// What a measure says of one network.
struct Reading {
    double value = 0;
    results::CellMark mark = results::CellMark::none;
};

struct Statistic {
    std::string_view id;
    const char* name; ///< translatable
};
std::span<const Statistic> statistics();

/// True where the cells hold log10 of what is meant.
bool inDecades(const model::Map& map, const measures::MeasureKind& kind);

/// The range that `share` counts, in the unit of the measure's values.
measures::Range sharedRange(const model::Map& map, const measures::MeasureKind& kind);

/// Of at least one reading, in the order of the seeds. `repeated`: how many seeds each of them stands for.
results::MapCell summaryOf(
    const model::Map& map, const measures::MeasureKind& kind, std::span<const Reading> readings, int repeated = 1);

} // namespace deltascope::maps
