// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/map_computation.h"

#include "base/parallel.h"

#include <algorithm>
#include <cassert>

namespace deltascope::maps {

std::vector<std::size_t> refinementOrder(int columns, int rows)
{
    std::vector<std::size_t> order;
    order.reserve(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
    constexpr int kCoarsest = 16;
    for (int stride = kCoarsest; stride > 0; stride /= 2)
        for (int row = 0; row < rows; row += stride)
            for (int column = 0; column < columns; column += stride)
                if (const int before = 2 * stride; stride == kCoarsest || column % before != 0 || row % before != 0)
                    order.push_back(static_cast<std::size_t>(row) * static_cast<std::size_t>(columns)
                        + static_cast<std::size_t>(column));
    return order;
}

bool computeCells(const CellSource& source, std::span<const std::size_t> numbers, std::span<results::MapCell> cells,
    const Computing& how)
{
    assert(numbers.size() == cells.size());
    const std::size_t piece = source.cellsOfAPiece(), count = (numbers.size() + piece - 1) / piece;
    const auto compute = [&](std::size_t p) {
        const std::size_t end = std::min(numbers.size(), (p + 1) * piece);
        for (std::size_t i = p * piece; i < end && !how.stop.stop_requested(); ++i)
            if (cells[i].mark == results::CellMark::pending)
                cells[i] = source.cell(numbers[i], how.stop);
    };
    const Progress progress = [&](std::size_t finished) {
        if (how.watch)
            how.watch(static_cast<double>(finished) / static_cast<double>(count));
        if (how.refined)
            how.refined(std::min(numbers.size(), finished * piece));
    };
    const unsigned threads = how.threads == 0 ? source.threads() : std::min(how.threads, source.threads());
    return parallelFor(count, how.stop, compute, progress, threads) && !how.stop.stop_requested();
}

results::MapCells computeMap(
    const CellSource& source, const Computing& how, const std::function<void(const results::MapCells&)>& refined)
{
    const std::vector<std::size_t> order = refinementOrder(source.map().columns(), source.map().rows());
    std::vector<results::MapCell> inOrder(order.size());
    results::MapCells map{.map = source.map(), .cells = std::vector<results::MapCell>(order.size()), .done = 0};
    const auto take = [&](std::size_t finished) {
        for (; map.done < finished; ++map.done)
            map.cells[order[map.done]] = inOrder[map.done];
    };
    Computing own = how;
    own.refined = [&](std::size_t finished) {
        if (how.refined)
            how.refined(finished);
        take(finished);
        if (refined)
            refined(map);
    };
    if (computeCells(source, order, inOrder, own))
        take(order.size());
    return map;
}

} // namespace deltascope::maps
