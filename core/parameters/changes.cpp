// SPDX-License-Identifier: GPL-3.0-or-later
#include "parameters/changes.h"

namespace deltascope::parameters {

double valueInForce(const model::Scenario& scenario, const Parameter<model::Scenario>& row, std::int64_t step)
{
    const auto member = row.member.as<double>();
    double value = member ? scenario.*member : 0;
    for (const model::Change& change : scenario.changes)
        if (change.key == row.key && change.step <= step)
            value = change.value;
    return value;
}

Result<model::Scenario> withValueFrom(
    const model::Scenario& scenario, const Parameter<model::Scenario>& row, double value, std::int64_t step)
{
    if (step <= 0)
        return withValue(scenario, row, value);
    std::vector<model::Change> changes = scenario.changes;
    std::erase_if(changes, [&](const model::Change& each) { return each.step == step && each.key == row.key; });
    if (value != valueInForce(scenario, row, step - 1))
        changes.push_back({step, std::string(row.key), value});
    return withValue(scenario, *findScenarioParameter("changes"), changes);
}

} // namespace deltascope::parameters
