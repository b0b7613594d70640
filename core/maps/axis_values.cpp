// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/axis_values.h"

#include "base/random.h"

#include <cassert>
#include <cmath>

namespace deltascope::maps {

bool isWhole(const parameters::Parameter<model::Scenario>& row)
{
    return parameters::typeOf(row).whole;
}

bool isNumber(const parameters::Parameter<model::Scenario>& row)
{
    return parameters::typeOf(row).number != nullptr;
}

double positionAt(const model::MapAxis& axis, int i)
{
    const int last = axis.count - 1;
    if (i == 0)
        return axis.from;
    if (i == last)
        return axis.to;
    if (axis.scale == model::MapScale::linear)
        return axis.from + (axis.to - axis.from) * i / last;
    const double lower = portableLog(axis.from), upper = portableLog(axis.to);
    return portableExp(lower + (upper - lower) * i / last);
}

double placeOf(const model::MapAxis& axis, double position)
{
    const bool logarithmic = axis.scale == model::MapScale::logarithmic;
    const double share = logarithmic ? std::log(position / axis.from) / std::log(axis.to / axis.from)
                                     : (position - axis.from) / (axis.to - axis.from);
    return share * (axis.count - 1);
}

std::vector<parameters::ParameterValue> valuesOf(const model::MapAxis& axis)
{
    std::vector<parameters::ParameterValue> values;
    for (const std::string& choice : axis.choices)
        values.emplace_back(choice);
    if (!values.empty())
        return values;
    const parameters::Parameter<model::Scenario>* row = parameters::findScenarioParameter(axis.parameter);
    assert(row != nullptr);
    for (int i = 0; i < axis.count; ++i)
        values.emplace_back(isWhole(*row) ? std::round(positionAt(axis, i)) : positionAt(axis, i));
    return values;
}

int differentValues(const model::MapAxis& axis)
{
    int different = 1;
    for (int i = 1; i < axis.count; ++i)
        if (std::round(positionAt(axis, i)) != std::round(positionAt(axis, i - 1)))
            ++different;
    return different;
}

Result<model::Scenario> withAxisValue(model::Scenario scenario, const parameters::Parameter<model::Scenario>& row,
    const parameters::ParameterValue& value)
{
    Result<model::Scenario> next = parameters::withValue(std::move(scenario), row, value);
    if (!next)
        return next;
    if (row.key == "depth")
        return parameters::withDepth(*next, next->depth);
    if (row.key == "data")
        return parameters::withData(*next, next->data);
    return next;
}

} // namespace deltascope::maps
