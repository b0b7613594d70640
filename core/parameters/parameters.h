// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/preferences.h"
#include "model/question.h"
#include "model/scenario.h"
#include "model/view_state.h"
#include "parameters/parameter_type.h"

#include <type_traits>

namespace deltascope::parameters {

std::span<const Parameter<model::Scenario>> scenarioParameters();
std::span<const Parameter<model::Question>> questionParameters();
std::span<const Parameter<model::ViewState>> viewParameters();
std::span<const Parameter<model::Preferences>> preferenceParameters();

/// The table of Record.
template <class Record>
std::span<const Parameter<Record>> rowsOf()
{
    if constexpr (std::is_same_v<Record, model::Scenario>)
        return scenarioParameters();
    else if constexpr (std::is_same_v<Record, model::Question>)
        return questionParameters();
    else if constexpr (std::is_same_v<Record, model::ViewState>)
        return viewParameters();
    else
        return preferenceParameters();
}

/// The row with this key, or nullptr.
template <class Record>
const Parameter<Record>* findParameter(std::string_view key)
{
    for (const Parameter<Record>& row : rowsOf<Record>())
        if (row.key == key)
            return &row;
    return nullptr;
}
const Parameter<model::Scenario>* findScenarioParameter(std::string_view key);

template <class Record>
ParameterValue valueOf(const Record& record, const Parameter<Record>& parameter)
{
    return parameter.member.of(record);
}

/// The record with one value replaced, or the Error (Fault::usage) that names key, value and allowed range or ids. For
/// the records that have a table.
template <class Record>
Result<Record> withValue(Record record, const Parameter<Record>& parameter, const ParameterValue& value);

/// What differs between the two: by their tables.
template <class Record>
model::Dependencies changedBetween(const Record& one, const Record& other)
{
    model::Dependencies changed;
    if (one == other)
        return changed;
    for (const Parameter<Record>& row : rowsOf<Record>())
        if (row.member.differs(one, other))
            changed = changed | row.invalidates;
    return changed;
}

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
