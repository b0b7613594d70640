// SPDX-License-Identifier: GPL-3.0-or-later
// A text: of a parameter with choices the id of one.
#include "parameters/parameter_type.h"
#include "reading/text_encoding.h"

namespace deltascope::types {

namespace {

using parameters::ParameterValue;

std::optional<Message> unknownChoice(const std::string& value, const parameters::Limits& limits)
{
    if (!limits.choices)
        return std::nullopt;
    std::string allowed;
    for (const parameters::Choice& choice : limits.choices()) {
        if (choice.id == value)
            return std::nullopt;
        allowed += (allowed.empty() ? "" : ", ") + std::string(choice.id);
    }
    return Message{translatable("core", "“%1” is not known; the choices are %2."),
        {reading::shortened(value), std::move(allowed)}};
}

Result<ParameterValue> accepted(const ParameterValue& given, const parameters::Limits& limits)
{
    const std::string* value = given.as<std::string>();
    if (!value)
        return parameters::refused({translatable("core", "a text is needed."), {}});
    if (std::optional<Message> problem = unknownChoice(*value, limits))
        return parameters::refused(*std::move(problem));
    return given;
}

ParameterValue read(const reading::JsonValue& json, reading::ListReader& /*of single values*/)
{
    const std::string* value = json.as<std::string>();
    return value != nullptr ? ParameterValue(*value) : ParameterValue();
}

std::string json(const ParameterValue& value)
{
    return reading::jsonString(*value.as<std::string>());
}

Result<ParameterValue> typed(std::string_view text, const parameters::Limits& /*later*/)
{
    return ParameterValue(std::string(text));
}

std::string asTyped(const ParameterValue& value)
{
    return *value.as<std::string>();
}

} // namespace

extern const parameters::ParameterType text;
const parameters::ParameterType text{
    .name = "text",
    .type = &typeid(std::string),
    .accepted = accepted,
    .read = read,
    .json = json,
    .typed = typed,
    .text = asTyped,
};

} // namespace deltascope::types
