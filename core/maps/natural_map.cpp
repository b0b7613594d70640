// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/natural_map.h"

#include "maps/axis_values.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace deltascope::maps {

namespace {

using Row = parameters::Parameter<model::Scenario>;

// 64 steps: binary fractions of most sliders' ranges, so that half of them are whole again (withRange).
constexpr int kOfPlane = 65, kOfCurve = 201;

/// One digit, away from 0.
double roundedOut(double value)
{
    if (value == 0)
        return 0;
    const double decade = std::pow(10, std::floor(std::log10(std::abs(value))));
    return std::copysign(std::ceil(std::abs(value) / decade) * decade, value);
}

} // namespace

std::optional<model::MapAxis> naturalAxis(const model::Scenario& scenario, const Row& row, int count)
{
    model::MapAxis axis{.parameter = std::string(row.key)};
    const std::optional<double> value = parameters::numberIn(parameters::valueOf(scenario, row));
    if (!value) {
        if (!row.choices)
            return std::nullopt;
        for (const parameters::Choice& choice : row.choices())
            axis.choices.emplace_back(choice.id);
        axis.count = static_cast<int>(axis.choices.size());
        return axis.count < 2 ? std::nullopt : std::optional(std::move(axis));
    }
    axis.from = row.sliderMinimum;
    axis.to = row.sliderMaximum;
    if (*value > axis.to)
        axis.to = std::min(row.maximum, roundedOut(*value));
    if (*value < axis.from)
        axis.from = std::max(row.minimum, roundedOut(*value));
    if (row.scale == parameters::SliderScale::logarithmic && axis.from > 0)
        axis.scale = model::MapScale::logarithmic;
    if (!(axis.from < axis.to))
        return std::nullopt;
    axis.count = count;
    if (isWhole(row)) {
        axis.count = static_cast<int>(std::min(static_cast<double>(count), axis.to - axis.from + 1));
        while (axis.count > 2 && differentValues(axis) < axis.count)
            --axis.count;
    }
    return axis;
}

void putNaturalMeasure(model::Map& map, const model::Scenario& scenario)
{
    map.measure = scenario.depth > 1 ? "speed_ratio" : "speed";
    map.arguments = {.layer = 1, .against = 0};
}

model::Map naturalMap(const model::Scenario& scenario)
{
    model::Map map;
    putNaturalMeasure(map, scenario);
    std::vector<model::MapAxis> axes;
    for (const char* key : {"weight", "bias", "gain", "bias_std", "depth", "width"}) {
        const Row& row = *parameters::findScenarioParameter(key);
        if (axes.size() == 2 || (row.idle && !row.idle(scenario).empty()))
            continue;
        if (std::optional<model::MapAxis> axis = naturalAxis(scenario, row, kOfPlane))
            axes.push_back(*std::move(axis));
    }
    map.x = axes.front(); // the depth always means something
    if (axes.size() > 1)
        map.y = axes.back();
    return map;
}

model::Map naturalCurve(const model::Scenario& scenario, const Row& row)
{
    model::Map map;
    putNaturalMeasure(map, scenario);
    std::optional<model::MapAxis> axis = naturalAxis(scenario, row, kOfCurve);
    if (!axis)
        return naturalMap(scenario);
    map.x = *std::move(axis);
    return map;
}

} // namespace deltascope::maps
