// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/map_computation.h"

#include "base/parallel.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <numeric>

namespace deltascope::maps {

namespace {

constexpr int kCoarsest = 16;
constexpr std::array kStrides{16, 8, 4, 2, 1};
static_assert(kStrides.front() == kCoarsest);

/// Every so many-th cell of every so many-th row, without those of the stride before.
std::vector<std::size_t> cellsAtStride(int columns, int rows, int stride)
{
    std::vector<std::size_t> cells;
    for (int row = 0; row < rows; row += stride)
        for (int column = 0; column < columns; column += stride)
            if (const int before = 2 * stride; stride == kCoarsest || column % before != 0 || row % before != 0)
                cells.push_back(static_cast<std::size_t>(row) * static_cast<std::size_t>(columns)
                    + static_cast<std::size_t>(column));
    return cells;
}

/// Where pieces of work end: neighbours of one family stay together, and quick cells come in numbers.
std::vector<std::size_t> endsOfPieces(const CellSource& source, std::span<const std::size_t> numbers)
{
    std::vector<std::size_t> ends;
    const std::size_t together = source.mostTogether();
    for (std::size_t begin = 0; begin < numbers.size();) {
        std::size_t end = begin + 1;
        if (together == 1)
            end = std::min(numbers.size(), begin + source.cellsOfAPiece());
        else
            while (end < numbers.size() && end - begin < together
                && source.familyOf(numbers[end]) == source.familyOf(numbers[begin]))
                ++end;
        ends.push_back(end);
        begin = end;
    }
    return ends;
}

} // namespace

std::vector<std::size_t> refinementOrder(int columns, int rows)
{
    std::vector<std::size_t> order;
    order.reserve(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
    for (const int stride : kStrides) {
        const std::vector<std::size_t> cells = cellsAtStride(columns, rows, stride);
        order.insert(order.end(), cells.begin(), cells.end());
    }
    return order;
}

bool computeCells(const CellSource& source, std::span<const std::size_t> numbers, std::span<results::MapCell> cells,
    const Computing& how)
{
    assert(numbers.size() == cells.size());
    const std::vector<std::size_t> ends = endsOfPieces(source, numbers);
    const auto compute = [&](std::size_t piece) {
        const std::size_t begin = piece == 0 ? 0 : ends[piece - 1], count = ends[piece] - begin;
        source.compute(numbers.subspan(begin, count), cells.subspan(begin, count), how.stop);
    };
    const Progress progress = [&](std::size_t finished) {
        const std::size_t done = finished == 0 ? 0 : ends[finished - 1];
        if (how.watch)
            how.watch(static_cast<double>(done) / static_cast<double>(numbers.size()));
        if (how.refined)
            how.refined(done);
    };
    const unsigned threads = how.threads == 0 ? source.threads() : std::min(how.threads, source.threads());
    return parallelFor(ends.size(), how.stop, compute, progress, threads) && !how.stop.stop_requested();
}

std::vector<std::size_t> byFamilies(const CellSource& source, std::vector<std::size_t> numbers)
{
    std::ranges::stable_sort(numbers, {}, [&](std::size_t cell) { return source.familyOf(cell); });
    return numbers;
}

namespace {

/// Family by family.
void computeAtOnce(const CellSource& source, const Computing& how, results::MapCells& map)
{
    std::vector<std::size_t> numbers(source.count());
    std::iota(numbers.begin(), numbers.end(), std::size_t{0});
    numbers = byFamilies(source, std::move(numbers));
    std::vector<results::MapCell> cells(numbers.size());
    computeCells(source, numbers, cells, how);
    for (std::size_t i = 0; i < numbers.size(); ++i)
        map.cells[numbers[i]] = cells[i];
    map.done = static_cast<std::size_t>(std::ranges::count_if(
        cells, [](const results::MapCell& cell) { return cell.mark != results::CellMark::pending; }));
}

} // namespace

results::MapCells computeMap(
    const CellSource& source, const Computing& how, const std::function<void(const results::MapCells&)>& refined)
{
    const std::size_t count = source.count();
    results::MapCells map{.map = source.map(), .cells = std::vector<results::MapCell>(count), .done = 0};
    if (!how.refined && !refined) { // nobody looks before all are there
        computeAtOnce(source, how, map);
        return map;
    }
    for (const int stride : kStrides) {
        const std::vector<std::size_t> numbers =
            byFamilies(source, cellsAtStride(source.map().columns(), source.map().rows(), stride));
        std::vector<results::MapCell> cells(numbers.size());
        const std::size_t before = map.done;
        const auto take = [&](std::size_t finished) {
            for (; map.done < before + finished; ++map.done)
                map.cells[numbers[map.done - before]] = cells[map.done - before];
            if (how.refined)
                how.refined(map.done);
            if (refined)
                refined(map);
        };
        Computing own = how;
        own.refined = take;
        if (how.watch)
            own.watch = [&](double share) {
                how.watch((static_cast<double>(before) + share * static_cast<double>(numbers.size()))
                    / static_cast<double>(count));
            };
        if (!computeCells(source, numbers, cells, own))
            break;
        if (before + numbers.size() < count)
            take(numbers.size()); // of the whole the caller has the map
        else
            for (std::size_t i = 0; i < numbers.size(); ++i)
                map.cells[numbers[i]] = cells[i];
        map.done = before + numbers.size();
    }
    return map;
}

} // namespace deltascope::maps
