// SPDX-License-Identifier: GPL-3.0-or-later
#include "parameters/parameter_type.h"

#include <algorithm>
#include <cassert>

namespace deltascope::parameters {

const ParameterType& typeOf(const std::type_info& type)
{
    const auto all = typesRegistry();
    const auto found = std::ranges::find_if(all, [&](const ParameterType* each) { return *each->type == type; });
    assert(found != all.end() && "every type of a parameter has its file in parameters/types");
    return **found;
}

std::optional<double> numberIn(const ParameterValue& value)
{
    for (const ParameterType* each : typesRegistry())
        if (each->number != nullptr && *each->type == value.type())
            return each->number(value);
    return std::nullopt;
}

Result<ParameterValue> typedValue(const ParameterType& type, std::string_view text, const Limits& limits)
{
    return type.typed != nullptr ? type.typed(text, limits) : typedJson(type, text);
}

Result<ParameterValue> typedJson(const ParameterType& type, std::string_view text)
{
    const Result<reading::JsonValue> json = reading::parseJson(text);
    if (!json)
        return refused(json.error().what);
    reading::ListReader reader(text);
    ParameterValue value = type.read(*json, reader);
    if (reader.error)
        return refused(std::move(reader.error->what));
    return value;
}

Error refused(Message why)
{
    return {Fault::usage, std::move(why)};
}

} // namespace deltascope::parameters
