// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/map_parts/map_colours.h"

#include "maps/checked_map.h"
#include "maps/statistic.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace deltascope::map_parts {

namespace {

bool countsDecades(const model::Map& map)
{
    return maps::inDecades(map, *maps::measureOf(map).kind);
}

} // namespace

bool isAboutOne(const model::Map& map)
{
    return countsDecades(map) && maps::measureOf(map).kind->ratio;
}

std::optional<results::MapColours> coloursOf(const results::MapCells& cells)
{
    const bool aboutOne = isAboutOne(cells.map);
    std::vector<double> values;
    for (const results::MapCell& cell : cells.cells)
        if (cell.mark == results::CellMark::none)
            values.push_back(aboutOne ? std::abs(cell.value) : cell.value);
    if (values.empty())
        return std::nullopt;
    const auto at = [&](double share) {
        const auto place = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
        std::nth_element(values.begin(), values.begin() + place, values.end());
        return values[static_cast<std::size_t>(place)];
    };
    constexpr double kRare = 0.05, kUsual = 0.75;
    if (aboutOne) {
        const double upper = std::max(1.0, at(kUsual)); // a ridge about 1 keeps its colours beside what is far from it
        return results::MapColours{-upper, upper};
    }
    const double lower = countsDecades(cells.map) ? at(kRare) : std::ranges::min(values);
    const double upper = std::ranges::max(values);
    return lower < upper ? results::MapColours{lower, upper} : results::MapColours{lower - 0.5, upper + 0.5};
}

} // namespace deltascope::map_parts
