// SPDX-License-Identifier: GPL-3.0-or-later
#include "mid_run.h"

namespace deltascope {

double valueInForce(const Scenario& scenario, const Parameter<Scenario>& row, std::int64_t step)
{
    const auto* member = std::get_if<double Scenario::*>(&row.member);
    double value = member ? scenario.**member : 0;
    for (const Change& change : scenario.changes)
        if (change.key == row.key && change.step <= step)
            value = change.value;
    return value;
}

Result<Scenario> withValueFrom(
    const Scenario& scenario, const Parameter<Scenario>& row, double value, std::int64_t step)
{
    if (step <= 0)
        return withValue(scenario, row, value);
    std::vector<Change> changes = scenario.changes;
    std::erase_if(changes, [&](const Change& each) { return each.step == step && each.key == row.key; });
    if (value != valueInForce(scenario, row, step - 1))
        changes.push_back({step, std::string(row.key), value});
    return withValue(scenario, *findScenarioParameter("changes"), changes);
}

} // namespace deltascope
