// SPDX-License-Identifier: GPL-3.0-or-later
// A type of parameters: one const record in one file of parameters/types, which knows all that anybody asks of its
// values, and has the row of the parameter that it was made for.
#pragma once

#include "base/result.h"
#include "parameters/parameter.h"
#include "parameters/parameter_value.h"
#include "reading/list_reader.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <typeinfo>

namespace deltascope::parameters {

/// What a row allows.
struct Limits {
    double minimum = 0, maximum = 0;
    std::vector<Choice> (*choices)() = nullptr;
};

/// The functions get values of its own type, where nothing else is said.
struct ParameterType {
    std::string_view name; ///< in lists: "integer", "list of layers"
    const std::type_info* type; ///< of its values
    /// Any value as a parameter of this type takes it, put in order; or the Error (Fault::usage) that says what is
    /// needed, without the key.
    Result<ParameterValue> (*accepted)(const ParameterValue& given, const Limits& limits);
    /// A value for accepted(), of none where the JSON is of another sort; faults inside go to the reader.
    ParameterValue (*read)(const reading::JsonValue& json, reading::ListReader& reader);
    std::string (*json)(const ParameterValue& value); ///< on one line

    /// As typed after KEY=, and written so; nullptr: as JSON. Errors as those of accepted().
    Result<ParameterValue> (*typed)(std::string_view text, const Limits& limits) = nullptr;
    std::string (*text)(const ParameterValue& value) = nullptr;
    std::string_view example = {}; ///< as typed, where that has a form of its own
    /// Of what sliders and animations move and lessons measure; nullptr: it is no number.
    double (*number)(const ParameterValue& value) = nullptr;
    bool whole = false; ///< such numbers have no fraction

    /// The row of the parameter that has this type, behind the row with this key; nullptr: rows are in the tables.
    std::string_view after = {};
    Parameter<model::Scenario> (*row)() = nullptr;
};

std::span<const ParameterType* const> typesRegistry();

/// The type whose values are of this type of C++: there is one (asserted).
const ParameterType& typeOf(const std::type_info& type);
inline const ParameterType& typeOf(const ParameterValue& value)
{
    return typeOf(value.type());
}
template <class Record>
const ParameterType& typeOf(const Parameter<Record>& row)
{
    return typeOf(row.member.type());
}

template <class Record>
Limits limitsOf(const Parameter<Record>& row)
{
    return {.minimum = row.minimum, .maximum = row.maximum, .choices = row.choices};
}

/// The value as a number, where its type is one.
std::optional<double> numberIn(const ParameterValue& value);

/// Text as it is typed for a parameter of this type. Errors (Fault::usage) without the key.
Result<ParameterValue> typedValue(const ParameterType& type, std::string_view text, const Limits& limits);
/// The same, where it is JSON.
Result<ParameterValue> typedJson(const ParameterType& type, std::string_view text);

/// An Error (Fault::usage) of one sentence, for accepted() and typed().
Error refused(Message why);

} // namespace deltascope::parameters
