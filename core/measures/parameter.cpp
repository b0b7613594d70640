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
    return parameters::numberIn(parameters::valueOf(snapshot.scenario, *row));
}

} // namespace

extern const MeasureKind parameter{
    .id = "parameter",
    .name = translatable("core", "value of the parameter"),
    .decades = false,
    .needs = results::ownNeeds<evaluation::Evaluation>,
    .arguments = "key",
    .value = value,
    .reads = evaluation::kNothing,
};

} // namespace deltascope::measures
