// SPDX-License-Identifier: GPL-3.0-or-later
// A map, or none (null). Whether there is such a measure, and such axes, is said by maps::problemOf: measures stand on
// parameters.
#include "parameters/map_json.h"
#include "parameters/parameter_type.h"

#include <optional>

namespace deltascope::types {

namespace {

using parameters::ParameterValue;
using Map = std::optional<model::Map>;

Result<ParameterValue> accepted(const ParameterValue& given, const parameters::Limits& /*none*/)
{
    if (given.as<Map>())
        return given;
    return parameters::refused(
        {translatable("core", "an object {…} is needed, of measure, x and, of two parameters, y; or null."), {}});
}

ParameterValue read(const reading::JsonValue& json, reading::ListReader& reader)
{
    if (json.as<std::nullptr_t>())
        return Map();
    return json.as<reading::JsonValue::Object>() ? Map(parameters::readMap(json, reader)) : ParameterValue();
}

std::string json(const ParameterValue& value)
{
    const Map& map = *value.as<Map>();
    return map ? parameters::mapJson(*map) : "null";
}

} // namespace

extern const parameters::ParameterType map;
const parameters::ParameterType map{
    .name = "map",
    .type = &typeid(Map),
    .accepted = accepted,
    .read = read,
    .json = json,
    .example = "{\"measure\": {\"kind\": \"product\"}, \"x\": {\"parameter\": \"weight\", \"from\": 0, \"to\": 10, "
               "\"count\": 64}}",
};

} // namespace deltascope::types
