// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/kept_cells.h"

#include "maps/axis_values.h"
#include "maps/checked_map.h"
#include "results/needs.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <utility>

namespace deltascope::maps {

namespace {

using Row = parameters::Parameter<model::Scenario>;

/// The same measure over the same parameters, whatever the ranges.
bool sameQuestion(const model::Map& one, model::Map other)
{
    if (other.x.parameter != one.x.parameter || other.y.has_value() != one.y.has_value()
        || (one.y && one.y->parameter != other.y->parameter))
        return false;
    other.x = one.x;
    other.y = one.y;
    return other == one;
}

parameters::ParameterValue firstValue(const model::MapAxis& axis, const Row& row)
{
    if (!axis.choices.empty())
        return axis.choices.front();
    return isWhole(row) ? std::round(axis.from) : axis.from;
}

/// The scenario with the first value of every axis: what the cells do not depend on is the same then.
model::Scenario atFirstCell(model::Scenario scenario, const model::Map& map)
{
    for (const model::MapAxis* axis : {&map.x, map.y ? &*map.y : nullptr})
        if (axis)
            if (const Row* row = parameters::findScenarioParameter(axis->parameter))
                if (Result<model::Scenario> next = withAxisValue(scenario, *row, firstValue(*axis, *row)))
                    scenario = *std::move(next);
    return scenario;
}

/// What tells a value from all others of its parameter.
using ValueBits = std::pair<std::uint64_t, std::string>;
ValueBits bitsOf(const parameters::ParameterValue& value)
{
    if (const std::optional<double> number = parameters::numberIn(value))
        return {std::bit_cast<std::uint64_t>(*number), {}};
    const auto* text = value.as<std::string>();
    return {0, text ? *text : std::string()};
}

/// Of every value of the axis its place among those of the other one, or −1.
std::vector<int> placesIn(const model::MapAxis& axis, const model::MapAxis& other)
{
    std::map<ValueBits, int> places;
    const std::vector<parameters::ParameterValue> theirs = valuesOf(other), ours = valuesOf(axis);
    for (std::size_t i = 0; i < theirs.size(); ++i)
        places.emplace(bitsOf(theirs[i]), static_cast<int>(i));
    std::vector<int> found;
    for (const parameters::ParameterValue& value : ours) {
        const auto place = places.find(bitsOf(value));
        found.push_back(place == places.end() ? -1 : place->second);
    }
    return found;
}

/// A number of few binary digits: sums and products of such numbers with whole ones are exact.
double shortened(double value)
{
    constexpr double kDigits = 16; // four
    int exponent = 0;
    const double mantissa = std::frexp(value, &exponent);
    return std::ldexp(std::round(mantissa * kDigits) / kDigits, exponent);
}

model::MapAxis wholeRange(model::MapAxis axis, double from, double to, const Row& row)
{
    const bool all = axis.count > axis.to - axis.from;
    axis.from = std::clamp(std::round(from), row.minimum, row.maximum - 1);
    axis.to = std::clamp(std::round(to), axis.from + 1, row.maximum);
    const double most = all ? axis.to - axis.from + 1 : axis.count;
    constexpr double kMost = 256; // of those that all are shown
    axis.count = static_cast<int>(std::min({most, axis.to - axis.from + 1, std::max(kMost, axis.count + 0.0)}));
    while (axis.count > 2 && differentValues(axis) < axis.count)
        --axis.count;
    return axis;
}

} // namespace

bool sameCells(const model::Document& one, const model::Document& other)
{
    const std::optional<model::Map>&map = one.question.map, &otherMap = other.question.map;
    if (!map || !otherMap || !sameQuestion(*map, *otherMap))
        return map == otherMap;
    const measures::Measure measure = measureOf(*map);
    const results::Needs needs = measure.kind->needs();
    model::Question asked = other.question;
    asked.map = map;
    asked.point = one.question.point; // cells are of the examples
    if (results::dependsOn(needs, parameters::changedBetween(one.question, asked)))
        return false;
    const model::Scenario before = atFirstCell(one.scenario, *map), now = atFirstCell(other.scenario, *map);
    if (before == now)
        return true;
    if (!map->arguments.key.empty() || one.question.step > 0) // then it is about more than its results say
        return false;
    return !results::dependsOn(needs, parameters::changedBetween(before, now));
}

results::MapCells withKnownCells(const model::Map& map, std::span<const std::shared_ptr<const results::MapCells>> known)
{
    const auto columns = static_cast<std::size_t>(map.columns()), rows = static_cast<std::size_t>(map.rows());
    results::MapCells next{.map = map, .cells = std::vector<results::MapCell>(columns * rows), .done = 0};
    for (const auto& before : known) {
        const std::vector<int> x = placesIn(map.x, before->map.x);
        const std::vector<int> y = map.y ? placesIn(*map.y, *before->map.y) : std::vector<int>{0};
        for (std::size_t row = 0; row < rows; ++row)
            for (std::size_t column = 0; column < columns && y[row] >= 0; ++column)
                if (results::MapCell& cell = next.cells[row * columns + column];
                    x[column] >= 0 && cell.mark == results::CellMark::pending)
                    cell = before->at(x[column], y[row]);
    }
    next.done = static_cast<std::size_t>(std::ranges::count_if(
        next.cells, [](const results::MapCell& cell) { return cell.mark != results::CellMark::pending; }));
    return next;
}

model::MapAxis withRange(const model::MapAxis& axis, double from, double to)
{
    const Row* row = parameters::findScenarioParameter(axis.parameter);
    if (!row || !axis.choices.empty() || !std::isfinite(from) || !std::isfinite(to) || !(from < to))
        return axis;
    if (isWhole(*row))
        return wholeRange(axis, from, to, *row);
    model::MapAxis next = axis;
    next.from = std::max(from, row->minimum);
    next.to = std::min(to, row->maximum);
    if (axis.scale == model::MapScale::logarithmic || !(next.from < next.to))
        return next.from < next.to && (next.from > 0 || axis.scale == model::MapScale::linear) ? next : axis;
    const double last = axis.count - 1, before = (axis.to - axis.from) / last;
    double step = shortened(before) * std::exp2(std::round(std::log2((to - from) / last / before)));
    const double anchor = shortened(before) == before ? axis.from : 0;
    next.from = anchor + std::round((from - anchor) / step) * step;
    if (next.from < row->minimum)
        next.from = anchor + std::ceil((row->minimum - anchor) / step) * step;
    next.to = next.from + last * step;
    if (next.to > row->maximum) {
        next.from = anchor + std::floor((row->maximum - last * step - anchor) / step) * step;
        next.to = next.from + last * step;
    }
    if (next.from < row->minimum || next.to > row->maximum || !(next.from < next.to))
        return axis;
    return next;
}

} // namespace deltascope::maps
