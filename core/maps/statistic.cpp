// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/statistic.h"

#include "base/quantiles.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace deltascope::maps {

namespace {

constexpr std::array kStatistics{
    Statistic{"median", translatable("core", "median")},
    Statistic{"mean", translatable("core", "mean")},
    Statistic{"share", translatable("core", "share")},
    Statistic{"p05", translatable("core", "5th percentile")},
    Statistic{"p95", translatable("core", "95th percentile")},
};

/// Of the most readings; of several that are as frequent the first in the order of the marks.
results::CellMark mostFrequent(std::span<const Reading> readings)
{
    std::array<int, 8> counts{};
    for (const Reading& reading : readings)
        ++counts[static_cast<std::size_t>(reading.mark)];
    return static_cast<results::CellMark>(std::ranges::max_element(counts) - counts.begin());
}

} // namespace

std::span<const Statistic> statistics()
{
    return kStatistics;
}

bool inDecades(const model::Map& map, const measures::MeasureKind& kind)
{
    return kind.decades && map.statistic != "share";
}

measures::Range sharedRange(const model::Map& map, const measures::MeasureKind& kind)
{
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    const auto inUnit = [&](double size) { return kind.decades ? std::log10(size) : size; };
    return {map.atLeast ? inUnit(*map.atLeast) : -kInfinity, map.atMost ? inUnit(*map.atMost) : kInfinity};
}

results::MapCell summaryOf(
    const model::Map& map, const measures::MeasureKind& kind, std::span<const Reading> readings, int repeated)
{
    std::vector<double> values;
    values.reserve(readings.size());
    for (const Reading& reading : readings)
        if (reading.mark == results::CellMark::none)
            values.push_back(reading.value);
    results::MapCell cell;
    cell.count = static_cast<std::int32_t>(values.size()) * repeated;
    if (values.empty()) {
        cell.mark = mostFrequent(readings);
        return cell;
    }
    cell.mark = results::CellMark::none;
    const auto count = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / count; // in the order of the seeds
    const measures::Range range = sharedRange(map, kind);
    const auto inRange = std::ranges::count_if(values, [&](double value) { return range.contains(value); });
    const Quantiles quantiles = quantilesOf(values);
    cell.p05 = quantiles.p05;
    cell.p95 = quantiles.p95;
    if (map.statistic == "mean")
        cell.value = values.size() == 1 ? values.front() : mean;
    else if (map.statistic == "share")
        cell.value = static_cast<double>(inRange) / static_cast<double>(readings.size());
    else if (map.statistic == "p05")
        cell.value = quantiles.p05;
    else
        cell.value = map.statistic == "p95" ? quantiles.p95 : quantiles.median;
    return cell;
}

} // namespace deltascope::maps
