// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/scenario.h"
#include "model/view_state.h"
#include "parameters/parameter_type.h"

namespace deltascope::parameters {

std::span<const Parameter<model::Scenario>> scenarioParameters();
std::span<const Parameter<model::ViewState>> viewParameters();

/// The row with this key, or nullptr.
const Parameter<model::Scenario>* findScenarioParameter(std::string_view key);
const Parameter<model::ViewState>* findViewParameter(std::string_view key);

template <class Record>
ParameterValue valueOf(const Record& record, const Parameter<Record>& parameter)
{
    return parameter.member.of(record);
}

/// The record with one value replaced, or the Error (Fault::usage) that names key, value and allowed range or ids.
Result<model::Scenario> withValue(
    model::Scenario scenario, const Parameter<model::Scenario>& parameter, const ParameterValue& value);
Result<model::ViewState> withValue(
    model::ViewState view, const Parameter<model::ViewState>& parameter, const ParameterValue& value);

/// What differs between the two.
model::Dependencies changedBetween(const model::Scenario& one, const model::Scenario& other);

inline constexpr double kMaxMemory = 2e9; ///< bytes of one network and its passes: what a small computer holds

/// Bytes that the network takes with its examples, z, a and f′ of every layer; as a double, for it may be larger than
/// any integer.
double memoryOf(const model::Scenario& scenario);

/// The conditions that no single parameter can check: layers within depth and given once, memoryOf within kMaxMemory,
/// costs on the output activation that they go with, something to normalize over in every batch, the sizes that the
/// data need. Returns the first violation (Fault::usage).
std::optional<Error> validate(const model::Scenario& scenario);

/// The scenario with other data, and with the sizes that these data need.
model::Scenario withData(model::Scenario scenario, std::string_view id);

/// The scenario with another depth; layers set by hand beyond it are dropped.
model::Scenario withDepth(model::Scenario scenario, int depth);

/// The scenario with one layer's setting replaced; a setting with neither weight nor bias removes it.
model::Scenario withLayerSetting(model::Scenario scenario, const model::LayerSetting& setting);

} // namespace deltascope::parameters
