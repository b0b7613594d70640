// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/map_parts/map_cells.h"

#include <cmath>

namespace deltascope::map_parts {

namespace {

constexpr int kCoarsest = 16; // of maps::refinementOrder

bool isKnown(const results::MapCells& cells, int stride)
{
    for (int row = 0; row < cells.map.rows(); row += stride)
        for (int column = 0; column < cells.map.columns(); column += stride)
            if (cells.at(column, row).mark == results::CellMark::pending)
                return false;
    return true;
}

} // namespace

std::optional<std::size_t> foretelling(const results::MapCells& cells, std::size_t cell)
{
    const auto columns = static_cast<std::size_t>(cells.map.columns());
    const std::size_t column = cell % columns, row = cell / columns;
    for (std::size_t stride = 2; stride <= kCoarsest; stride *= 2) {
        const std::size_t beside = (row - row % stride) * columns + column - column % stride;
        const results::CellMark mark = cells.cells[beside].mark;
        if (mark != results::CellMark::pending)
            return mark == results::CellMark::none ? std::optional(beside) : std::nullopt;
    }
    return std::nullopt;
}

std::optional<KnownGrid> knownGrid(const results::MapCells& cells)
{
    int stride = 1;
    while (stride <= kCoarsest && !isKnown(cells, stride))
        stride *= 2;
    if (stride > kCoarsest)
        return std::nullopt;
    KnownGrid known{.stride = stride,
        .columns = (cells.map.columns() + stride - 1) / stride,
        .rows = (cells.map.rows() + stride - 1) / stride,
        .values = {},
        .missing = {}};
    for (int row = 0; row < cells.map.rows(); row += stride)
        for (int column = 0; column < cells.map.columns(); column += stride) {
            const results::MapCell& cell = cells.at(column, row);
            const bool missing = cell.mark != results::CellMark::none;
            known.values.push_back(missing ? 0 : cell.value);
            known.missing.push_back(missing ? 1 : 0);
        }
    return known;
}

bool leaps(const results::MapCells& cells)
{
    constexpr double kLeap = 3;
    const auto apart = [](const results::MapCell& one, const results::MapCell& other) {
        return one.mark == results::CellMark::none && other.mark == results::CellMark::none
            && (one.value >= 0) != (other.value >= 0) && std::abs(one.value - other.value) > kLeap;
    };
    if (!cells.map.y || !cells.map.x.choices.empty() || !cells.map.y->choices.empty())
        return false;
    for (int row = 0; row < cells.map.rows(); ++row)
        for (int column = 0; column < cells.map.columns(); ++column)
            if ((column > 0 && apart(cells.at(column - 1, row), cells.at(column, row)))
                || (row > 0 && apart(cells.at(column, row - 1), cells.at(column, row))))
                return true;
    return false;
}

} // namespace deltascope::map_parts
