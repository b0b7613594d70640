// SPDX-License-Identifier: GPL-3.0-or-later
// One number of the scenario.
#include "measures/measure.h"

#include "parameters/parameters.h"

namespace deltascope::measures {

namespace {

std::optional<double> value(const results::Snapshot& snapshot, const MeasureArguments& arguments)
{
    const parameters::Parameter<model::Scenario>* row = parameters::findScenarioParameter(arguments.key);
    if (!row)
        return std::nullopt;
    const parameters::ParameterValue value = parameters::valueOf(snapshot.scenario, *row);
    if (const auto* real = std::get_if<double>(&value))
        return *real;
    if (const auto* whole = std::get_if<int>(&value))
        return *whole;
    return std::nullopt;
}

} // namespace

extern const MeasureKind parameter{
    .id = "parameter",
    .name = translatable("core", "value of the parameter"),
    .decades = false,
    .needs = results::ownNeeds<evaluation::Evaluation>,
    .arguments = "key",
    .value = value,
};

} // namespace deltascope::measures
