// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/map_parts/map_axes.h"

#include "maps/axis_values.h"
#include "parameters/changes.h"
#include "training/mid_run_values.h"

#include <algorithm>
#include <cmath>

namespace deltascope::map_parts {

namespace {

const parameters::Parameter<model::Scenario>& rowOf(const model::MapAxis& axis)
{
    return *parameters::findScenarioParameter(axis.parameter);
}

} // namespace

Message axisName(const model::MapAxis& axis, const model::Scenario& scenario)
{
    const auto& row = rowOf(axis);
    const parameters::ParameterName name =
        row.nameIn ? row.nameIn(scenario) : parameters::ParameterName{row.label, row.symbol};
    std::string symbol = name.symbol;
    std::erase(symbol, '_');
    return symbol.empty() ? Message{name.label, {}} : Message{"%1, %2", {Message{name.label, {}}, symbol}};
}

double coordinateOf(const model::MapAxis& axis, double place)
{
    if (!axis.choices.empty())
        return place;
    const double last = axis.count - 1;
    if (axis.scale == model::MapScale::logarithmic) {
        const double lower = std::log10(axis.from), upper = std::log10(axis.to);
        return lower + (upper - lower) * place / last;
    }
    return axis.from + (axis.to - axis.from) * place / last;
}

figures::Axis axisOf(const model::MapAxis& axis, const model::Scenario& scenario, double margin)
{
    const auto& row = rowOf(axis);
    figures::Axis result{.title = axisName(axis, scenario), .unit = row.unit};
    result.lower = coordinateOf(axis, -margin);
    result.upper = coordinateOf(axis, axis.count - 1 + margin);
    result.moved = {
        .parameter = axis.parameter, .choices = axis.choices, .lower = axis.from, .upper = axis.to, .ranged = true};
    if (!axis.choices.empty()) {
        result.scale = figures::AxisScale::choices;
        for (const std::string& id : axis.choices)
            for (const parameters::Choice& choice : row.choices())
                if (choice.id == id)
                    result.names.push_back({choice.name, {}});
    } else if (axis.scale == model::MapScale::logarithmic) {
        result.scale = figures::AxisScale::decades;
    }
    return result;
}

double marginOf(const model::MapAxis& axis, const figures::Axis& drawn)
{
    return coordinateOf(axis, 0.0) - drawn.lower;
}

std::optional<double> coordinateOf(
    const model::MapAxis& axis, const model::Scenario& scenario, std::int64_t step, double margin)
{
    const auto& row = rowOf(axis);
    const parameters::ParameterValue value = parameters::valueOf(scenario, row);
    if (const auto* id = value.as<std::string>()) {
        const auto found = std::ranges::find(axis.choices, *id);
        return found == axis.choices.end() ? std::nullopt
                                           : std::optional(static_cast<double>(found - axis.choices.begin()));
    }
    const bool changes = training::findMidRunValue(axis.parameter) != nullptr;
    const double number = changes ? parameters::valueInForce(scenario, row, step) : parameters::numberIn(value).value();
    if (axis.scale == model::MapScale::logarithmic && number <= 0)
        return std::nullopt;
    const double place = maps::placeOf(axis, number);
    if (!(place >= -margin && place <= axis.count - 1 + margin))
        return std::nullopt;
    return coordinateOf(axis, place);
}

} // namespace deltascope::map_parts
