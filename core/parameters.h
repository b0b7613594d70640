// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parameter.h"
#include "result.h"
#include "scenario.h"
#include "view_state.h"

namespace deltascope {

/// A parameter's value, whatever its type.
using ParameterValue = std::variant<int, double, std::string, std::vector<std::string>, std::vector<LayerSetting>,
    std::vector<ViewRange>, std::int64_t, std::vector<Change>, TableSetting>;

std::span<const Parameter<Scenario>> scenarioParameters();
std::span<const Parameter<ViewState>> viewParameters();

/// The row with this key, or nullptr.
const Parameter<Scenario>* findScenarioParameter(std::string_view key);
const Parameter<ViewState>* findViewParameter(std::string_view key);

template <class Record>
ParameterValue valueOf(const Record& record, const Parameter<Record>& parameter)
{
    return std::visit([&](auto member) -> ParameterValue { return record.*member; }, parameter.member);
}

/// The record with one value replaced, or the Error (Fault::usage) that names key, value and allowed range or ids.
Result<Scenario> withValue(Scenario scenario, const Parameter<Scenario>& parameter, const ParameterValue& value);
Result<ViewState> withValue(ViewState view, const Parameter<ViewState>& parameter, const ParameterValue& value);

inline constexpr double kMaxMemory = 2e9; ///< bytes of one network and its passes: what a small computer holds

/// Bytes that the network takes with its examples, z, a and f′ of every layer; as a double, for it may be larger than
/// any integer.
double memoryOf(const Scenario& scenario);

/// The conditions that no single parameter can check: layers within depth and given once, memoryOf within kMaxMemory,
/// costs on the output activation that they go with, something to normalize over in every batch, the sizes that the
/// data need. Returns the first violation (Fault::usage).
std::optional<Error> validate(const Scenario& scenario);

/// The scenario with other data, and with the sizes that these data need.
Scenario withData(Scenario scenario, std::string_view id);

/// The scenario with another depth; layers set by hand beyond it are dropped.
Scenario withDepth(Scenario scenario, int depth);

/// The scenario with one layer's setting replaced; a setting with neither weight nor bias removes it.
Scenario withLayerSetting(Scenario scenario, const LayerSetting& setting);

} // namespace deltascope
