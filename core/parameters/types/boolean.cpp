// SPDX-License-Identifier: GPL-3.0-or-later
// Yes or no.
#include "parameters/parameter_type.h"

namespace deltascope::types {

namespace {

using parameters::ParameterValue;

Error trueOrFalseNeeded()
{
    return parameters::refused({translatable("core", "true or false is needed."), {}});
}

Result<ParameterValue> accepted(const ParameterValue& given, const parameters::Limits& /*none*/)
{
    if (!given.as<bool>())
        return trueOrFalseNeeded();
    return given;
}

ParameterValue read(const reading::JsonValue& json, reading::ListReader& /*of single values*/)
{
    const bool* value = json.as<bool>();
    return value != nullptr ? ParameterValue(*value) : ParameterValue();
}

std::string json(const ParameterValue& value)
{
    return *value.as<bool>() ? "true" : "false";
}

Result<ParameterValue> typed(std::string_view text, const parameters::Limits& /*none*/)
{
    if (text != "true" && text != "false")
        return trueOrFalseNeeded();
    return ParameterValue(text == "true");
}

} // namespace

extern const parameters::ParameterType boolean;
const parameters::ParameterType boolean{
    .name = "boolean",
    .type = &typeid(bool),
    .accepted = accepted,
    .read = read,
    .json = json,
    .typed = typed,
    .text = json,
    .example = "true",
};

} // namespace deltascope::types
