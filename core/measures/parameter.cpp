// SPDX-License-Identifier: GPL-3.0-or-later
// One number of the scenario.
#include "measures/measure.h"

#include "parameters.h"

namespace deltascope {

namespace {

std::optional<double> value(const Snapshot& snapshot, const MeasureArguments& arguments)
{
    const Parameter<Scenario>* row = findScenarioParameter(arguments.key);
    if (!row)
        return std::nullopt;
    const ParameterValue value = valueOf(snapshot.scenario, *row);
    if (const auto* real = std::get_if<double>(&value))
        return *real;
    if (const auto* whole = std::get_if<int>(&value))
        return *whole;
    return std::nullopt;
}

} // namespace

namespace measures {
extern const MeasureKind parameter{
    "parameter",
    translatable("core", "value of the parameter"),
    false,
    needs(Need::evaluation),
    "key",
    value,
};
} // namespace measures

} // namespace deltascope
