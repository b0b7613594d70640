// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/checked_map.h"

#include "base/registry.h"
#include "maps/axis_values.h"
#include "maps/statistic.h"
#include "parameters/parameters.h"
#include "reading/text_encoding.h"
#include "results/memory_need.h"
#include "results/snapshot_memory.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <functional>

namespace deltascope::maps {

namespace {

using Row = parameters::Parameter<model::Scenario>;

Error usage(Message what)
{
    return {Fault::usage, std::move(what)};
}

template <class Kinds>
std::string listOf(const Kinds& kinds)
{
    std::string ids;
    for (const auto& kind : kinds)
        ids += (ids.empty() ? "" : ", ") + std::string(kind.id);
    return ids;
}

std::string listOfParameters()
{
    std::string keys;
    for (const Row& row : parameters::scenarioParameters())
        if (isNumber(row) || row.choices)
            keys += (keys.empty() ? "" : ", ") + std::string(row.key);
    return keys;
}

std::optional<Error> problemOfNumbers(const model::MapAxis& axis, const Row& row)
{
    if (!std::isfinite(axis.from) || !std::isfinite(axis.to))
        return usage({translatable("core", "%1: from and to must be finite numbers."), {axis.parameter}});
    if (axis.from == axis.to)
        return usage({translatable("core", "%1: from and to are both %2; a map needs two different values."),
            {axis.parameter, Real{axis.from, 6}}});
    if (axis.from > axis.to)
        return usage({translatable("core", "%1: from, %2, is above to, %3; the smaller value comes first."),
            {axis.parameter, Real{axis.from, 6}, Real{axis.to, 6}}});
    if (axis.scale == model::MapScale::logarithmic && axis.from <= 0)
        return usage({translatable("core", "%1: a logarithmic axis needs values above 0, and this one begins at %2."),
            {axis.parameter, Real{axis.from, 6}}});
    if (!isWhole(row))
        return std::nullopt;
    if (axis.from != std::floor(axis.from) || axis.to != std::floor(axis.to))
        return usage({translatable("core", "%1: from and to must be whole numbers."), {axis.parameter}});
    if (const int different = differentValues(axis); different < axis.count)
        return usage(
            {translatable("core", "%1: of %2 values from %3 to %4 only %5 are different whole numbers; write fewer."),
                {axis.parameter, axis.count, Real{axis.from, 17}, Real{axis.to, 17}, different}});
    return std::nullopt;
}

std::optional<Error> problemOfChoices(const model::MapAxis& axis, const Row& row)
{
    if (!row.choices || isNumber(row))
        return usage({translatable("core", "%1 is a number; write from and to, like %1=1:10."), {axis.parameter}});
    for (std::size_t i = 0; i < axis.choices.size(); ++i)
        if (std::find(axis.choices.begin(), axis.choices.begin() + static_cast<std::ptrdiff_t>(i), axis.choices[i])
            != axis.choices.begin() + static_cast<std::ptrdiff_t>(i))
            return usage({translatable("core", "%1: “%2” is on the axis twice; once is enough."),
                {axis.parameter, reading::shortened(axis.choices[i])}});
    return std::nullopt;
}

/// Calls `look` with the scenarios of the first and the last value of numbers, and of every choice, of both axes, until
/// it returns true; those whose values no scenario may have are left out.
bool anyOfEnds(
    const model::Scenario& scenario, const model::Map& map, const std::function<bool(const model::Scenario&)>& look)
{
    const auto endsOf = [](const model::MapAxis& axis) {
        std::vector<parameters::ParameterValue> values = valuesOf(axis);
        if (axis.choices.empty())
            values = {values.front(), values[values.size() / 2], values.back()};
        return values;
    };
    const auto with = [](const model::Scenario& from, const model::MapAxis& axis,
                          const parameters::ParameterValue& value) {
        return withAxisValue(from, *parameters::findScenarioParameter(axis.parameter), value);
    };
    for (const parameters::ParameterValue& x : endsOf(map.x)) {
        const Result<model::Scenario> atX = with(scenario, map.x, x);
        if (!atX)
            continue;
        if (!map.y && look(*atX))
            return true;
        if (map.y)
            for (const parameters::ParameterValue& y : endsOf(*map.y))
                if (const Result<model::Scenario> atBoth = with(*atX, *map.y, y); atBoth && look(*atBoth))
                    return true;
    }
    return false;
}

/// Where a parameter means nothing in any cell, why; and where the measure is of something else.
std::optional<Error> problemOfParameter(
    const model::Document& document, const model::Map& map, const model::MapAxis& axis)
{
    const Row& row = *parameters::findScenarioParameter(axis.parameter);
    Message why;
    const auto means = [&](const model::Scenario& scenario) {
        const Message idle = row.idle ? row.idle(scenario) : Message{};
        if (why.empty())
            why = idle;
        return idle.empty();
    };
    if (!anyOfEnds(document.scenario, map, means) && !why.empty())
        return usage({translatable("core", "%1 changes nothing here. %2"), {axis.parameter, why}});
    const measures::Measure measure = measureOf(map);
    const results::Needs needs = measure.kind->needs();
    const bool trained = results::dependsOn(needs, model::Dependency::step) && document.question.step > 0;
    if (!results::dependsOn(needs, row.invalidates)
        && !(trained && row.invalidates.contains(model::Dependency::training)))
        return usage({translatable("core", "%1 changes nothing of the measure “%2”: it is about something else."),
            {axis.parameter, map.measure}});
    return std::nullopt;
}

std::optional<Error> problemOfMeasure(const model::Map& map)
{
    const measures::MeasureKind* kind = findKind(measures::measuresRegistry(), map.measure);
    if (!kind) {
        std::string ids;
        for (const measures::MeasureKind* each : measures::measuresRegistry())
            ids += (ids.empty() ? "" : ", ") + std::string(each->id);
        return usage({translatable("core", "There is no measure “%1”; there are %2."),
            {reading::shortened(map.measure), std::move(ids)}});
    }
    if (std::string_view(kind->arguments).find("pin") != std::string_view::npos)
        return usage({translatable("core", "The measure “%1” compares with a pin, and the cells of a map have none."),
            {map.measure}});
    if (std::string_view(kind->arguments) == "key") {
        const Row* row = parameters::findScenarioParameter(map.arguments.key);
        if (!row || !isNumber(*row))
            return usage({translatable("core", "The measure “%1” needs the key of a parameter that is a number."),
                {map.measure}});
    }
    return std::nullopt;
}

std::optional<Error> problemOfStatistic(const model::Map& map)
{
    if (std::ranges::find(statistics(), map.statistic, &Statistic::id) == statistics().end())
        return usage({translatable("core", "There is no statistic “%1”; there are %2."),
            {reading::shortened(map.statistic), listOf(statistics())}});
    if (map.seeds < 1 || map.seeds > kMostSeeds)
        return usage(
            {translatable("core", "The number of seeds must be from 1 to %1, not %2."), {kMostSeeds, map.seeds}});
    const bool limits = map.atLeast || map.atMost;
    if (map.statistic == "share" && !limits)
        return usage({translatable("core",
                          "The statistic “share” counts the seeds whose measure is at least or at most so much: write "
                          "at_least or at_most."),
            {}});
    if (map.statistic != "share" && limits)
        return usage({translatable("core", "at_least and at_most go only with the statistic “share”."), {}});
    const bool decades = findKind(measures::measuresRegistry(), map.measure)->decades;
    for (const std::optional<double>& limit : {map.atLeast, map.atMost})
        if (limit && (!std::isfinite(*limit) || (decades && *limit <= 0)))
            return usage({decades ? translatable("core", "at_least and at_most must be numbers above 0.")
                                  : translatable("core", "at_least and at_most must be numbers."),
                {}});
    return std::nullopt;
}

/// Where the measure is of no cell at all.
std::optional<Error> whereItAppliesNowhere(const model::Document& document, const model::Map& map)
{
    const measures::Measure measure = measureOf(map);
    std::optional<Error> first;
    const auto remember = [&](Error error) {
        if (!first)
            first = std::move(error);
        return false;
    };
    const auto applies = [&](const model::Scenario& scenario) {
        if (std::optional<Error> invalid = parameters::validate(scenario))
            return remember(*std::move(invalid));
        if (measure.kind->inapplicable)
            if (Message why = measure.kind->inapplicable(scenario); !why.empty())
                return remember(usage(
                    {translatable("core", "The measure “%1” does not apply: %2"), {map.measure, std::move(why)}}));
        const int deepest = std::max(measure.arguments.layer, measure.arguments.against);
        if (deepest > scenario.depth)
            return remember(usage({translatable("core", "The measure “%1” is of layer %2, and there are only %3."),
                {map.measure, deepest, scenario.depth}}));
        return true;
    };
    return anyOfEnds(document.scenario, map, applies) ? std::nullopt : first;
}

std::optional<Error> problemOfMemory(const model::Document& document, const model::Map& map, double cells)
{
    std::optional<Error> error;
    const results::Needs needs = measureOf(map).kind->needs();
    const double count = cells > 0 ? cells : static_cast<double>(map.columns()) * map.rows();
    const double held = count * (2 * sizeof(results::MapCell) + 2 * sizeof(std::size_t)); // in two orders
    if (held > results::kMemoryLimit / 2)
        return usage(
            {translatable("core",
                 "%1 cells at once would take %2 GB of memory, and %3 GB are the limit: choose fewer, or compute "
                 "the map in more parts (--shard)."),
                {static_cast<std::int64_t>(count), Real{held / 1e9, 3}, Real{results::kMemoryLimit / 2e9, 3}}});
    model::Document cell = document;
    anyOfEnds(document.scenario, map, [&](const model::Scenario& scenario) {
        cell.scenario = scenario;
        error = results::refusedForMemory(scenario,
            results::kProgramMemory + results::kDrawingMemory + held + results::snapshotMemory(cell, needs.own()));
        return error.has_value();
    });
    return error;
}

} // namespace

measures::Measure measureOf(const model::Map& map)
{
    const measures::MeasureKind* kind = findKind(measures::measuresRegistry(), map.measure);
    assert(kind != nullptr);
    return {kind, map.arguments};
}

std::optional<Error> problemOf(const model::MapAxis& axis)
{
    const Row* row = parameters::findScenarioParameter(axis.parameter);
    if (!row)
        return usage({translatable("core", "There is no parameter “%1”; there are %2."),
            {reading::shortened(axis.parameter), listOfParameters()}});
    if (!isNumber(*row) && !row->choices)
        return usage(
            {translatable("core", "%1 has neither numbers nor choices and cannot be an axis."), {axis.parameter}});
    if (!isNumber(*row))
        for (const std::string& choice : axis.choices)
            if (const auto allowed = parameters::withValue(model::Scenario{}, *row, choice); !allowed)
                return allowed.error();
    if (axis.count < 2 || axis.count > kMostAxisValues)
        return usage({translatable("core", "%1: an axis has from 2 to %2 values, not %3."),
            {axis.parameter, kMostAxisValues, axis.count}});
    if (!isNumber(*row) && axis.choices.empty())
        return usage(
            {translatable("core", "%1 has no numbers; write its choices with commas between."), {axis.parameter}});
    if (std::optional<Error> error = axis.choices.empty() ? problemOfNumbers(axis, *row) : problemOfChoices(axis, *row))
        return error;
    if (!axis.choices.empty())
        return std::nullopt;
    const std::vector<parameters::ParameterValue> values = valuesOf(axis);
    for (const parameters::ParameterValue& end : {values.front(), values.back()})
        if (const auto allowed = parameters::withValue(model::Scenario{}, *row, end); !allowed)
            return allowed.error();
    return std::nullopt;
}

std::optional<Error> problemOf(const model::Map& map)
{
    if (std::optional<Error> error = problemOf(map.x))
        return error;
    if (map.y) {
        if (std::optional<Error> error = problemOf(*map.y))
            return error;
        if (map.x.parameter == map.y->parameter)
            return usage(
                {translatable("core", "%1 is on both axes; they need two different parameters."), {map.x.parameter}});
    }
    if (std::optional<Error> error = problemOfMeasure(map))
        return error;
    return problemOfStatistic(map);
}

std::optional<Error> problemOf(const model::Document& document, const model::Map& map, double cells)
{
    if (std::optional<Error> error = problemOf(map))
        return error;
    for (const model::MapAxis* axis : {&map.x, map.y ? &*map.y : nullptr})
        if (axis)
            if (std::optional<Error> error = problemOfParameter(document, map, *axis))
                return error;
    if (std::optional<Error> error = whereItAppliesNowhere(document, map))
        return error;
    return problemOfMemory(document, map, cells);
}

double memoryOfCell(const model::Document& document, const model::Map& map)
{
    double most = 0;
    const results::Needs needs = measureOf(map).kind->needs();
    model::Document cell = document;
    anyOfEnds(document.scenario, map, [&](const model::Scenario& scenario) {
        cell.scenario = scenario;
        most = std::max(most, results::snapshotMemory(cell, needs.own()));
        return false;
    });
    return most;
}

} // namespace deltascope::maps
