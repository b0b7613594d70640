// SPDX-License-Identifier: GPL-3.0-or-later
#include "parameters/map_json.h"

namespace deltascope::parameters {

using reading::JsonMember;
using reading::jsonNumber;
using reading::jsonString;
using reading::JsonValue;
using reading::ListReader;

namespace {

std::string choicesJson(const std::vector<std::string>& choices)
{
    std::string list;
    for (const std::string& choice : choices)
        list += (list.empty() ? "" : ", ") + jsonString(choice);
    return "[" + list + "]";
}

std::string axisJson(const model::MapAxis& axis)
{
    const std::string start = "{\"parameter\": " + jsonString(axis.parameter);
    if (!axis.choices.empty())
        return start + ", \"choices\": " + choicesJson(axis.choices) + "}";
    return start + ", \"from\": " + jsonNumber(axis.from) + ", \"to\": " + jsonNumber(axis.to)
        + ", \"count\": " + std::to_string(axis.count)
        + ", \"scale\": " + (axis.scale == model::MapScale::logarithmic ? "\"logarithmic\"" : "\"linear\"") + "}";
}

std::string measureJson(const model::Map& map, std::string_view arguments)
{
    const model::MeasureArguments standard;
    const model::MeasureArguments& given = map.arguments;
    std::string json = "{\"kind\": " + jsonString(map.measure);
    const auto put = [&](std::string_view name, bool differs, const std::string& value) {
        if (differs || arguments.find(name) != std::string_view::npos)
            json += ", " + jsonString(name) + ": " + value;
    };
    put("layer", given.layer != standard.layer, std::to_string(given.layer));
    put("against", given.against != standard.against, std::to_string(given.against));
    put("key", given.key != standard.key, jsonString(given.key));
    put("reach", given.cost != standard.cost, jsonNumber(given.cost));
    return json + "}";
}

bool isObject(const JsonValue& json, ListReader& reader)
{
    if (json.as<JsonValue::Object>())
        return true;
    reader.fail(json.offset, {translatable("core", "a JSON object {…} is needed."), {}});
    return false;
}

void readMeasure(const JsonValue& json, model::Map& map, ListReader& reader)
{
    if (!isObject(json, reader))
        return;
    constexpr int kDeepest = 10'000;
    for (const JsonMember& member : *json.as<JsonValue::Object>()) {
        const Message problem{translatable("core", "%1 must be a whole number."), {member.key}};
        if (member.key == "kind")
            map.measure = reader.string(member);
        else if (member.key == "layer")
            map.arguments.layer = reader.whole(member, 1, kDeepest, problem);
        else if (member.key == "against")
            map.arguments.against = reader.whole(member, 0, kDeepest, problem);
        else if (member.key == "key")
            map.arguments.key = reader.string(member);
        else if (member.key == "reach")
            map.arguments.cost = reader.number(member);
        else
            reader.unknownKey(member, "kind, layer, against, key, reach");
    }
}

void readScale(const JsonMember& member, model::MapAxis& axis, ListReader& reader)
{
    const std::string scale = reader.string(member);
    if (scale == "logarithmic")
        axis.scale = model::MapScale::logarithmic;
    else if (scale != "linear")
        reader.fail(member.value.offset, {translatable("core", "scale must be “linear” or “logarithmic”."), {}});
}

void readChoices(const JsonMember& member, model::MapAxis& axis, ListReader& reader)
{
    const auto* array = member.value.as<JsonValue::Array>();
    constexpr std::size_t kMost = 1000;
    if (!array || array->size() > kMost) {
        reader.fail(member.value.offset, {translatable("core", "%1 must be a list of texts."), {member.key}});
        return;
    }
    for (const JsonValue& each : *array) {
        const std::string* choice = each.as<std::string>();
        if (!choice)
            reader.fail(each.offset, {translatable("core", "%1 must be a list of texts."), {member.key}});
        else
            axis.choices.push_back(*choice);
    }
    axis.count = static_cast<int>(axis.choices.size());
}

void readAxis(const JsonValue& json, model::MapAxis& axis, ListReader& reader)
{
    if (!isObject(json, reader))
        return;
    for (const JsonMember& member : *json.as<JsonValue::Object>()) {
        if (member.key == "parameter")
            axis.parameter = reader.string(member);
        else if (member.key == "from")
            axis.from = reader.number(member);
        else if (member.key == "to")
            axis.to = reader.number(member);
        else if (member.key == "count")
            axis.count = reader.whole(member, 2, model::kMostAxisValues,
                {translatable("core", "count must be a whole number from 2 to %1."), {model::kMostAxisValues}});
        else if (member.key == "scale")
            readScale(member, axis, reader);
        else if (member.key == "choices")
            readChoices(member, axis, reader);
        else
            reader.unknownKey(member, "parameter, from, to, count, scale, choices");
    }
}

} // namespace

std::string mapJson(const model::Map& map, std::string_view arguments)
{
    std::string json = "{\"measure\": " + measureJson(map, arguments) + ", \"x\": " + axisJson(map.x);
    if (map.y)
        json += ", \"y\": " + axisJson(*map.y);
    json += ", \"seeds\": " + std::to_string(map.seeds) + ", \"statistic\": " + jsonString(map.statistic);
    if (map.atLeast)
        json += ", \"at_least\": " + jsonNumber(*map.atLeast);
    if (map.atMost)
        json += ", \"at_most\": " + jsonNumber(*map.atMost);
    return json + "}";
}

model::Map readMap(const JsonValue& json, ListReader& reader)
{
    model::Map map;
    if (!isObject(json, reader))
        return map;
    bool x = false;
    for (const JsonMember& member : *json.as<JsonValue::Object>()) {
        if (member.key == "measure")
            readMeasure(member.value, map, reader);
        else if (member.key == "x")
            readAxis(member.value, map.x, reader), x = true;
        else if (member.key == "y")
            readAxis(member.value, map.y.emplace(), reader);
        else if (member.key == "seeds")
            map.seeds = reader.whole(
                member, 1, model::kMostMapSeeds, {translatable("core", "%1 must be a whole number."), {member.key}});
        else if (member.key == "statistic")
            map.statistic = reader.string(member);
        else if (member.key == "at_least")
            map.atLeast = reader.number(member);
        else if (member.key == "at_most")
            map.atMost = reader.number(member);
        else
            reader.unknownKey(member, "measure, x, y, seeds, statistic, at_least, at_most");
    }
    if (!x || map.measure.empty())
        reader.fail(json.offset, {translatable("core", "a map needs a “measure” and an “x”."), {}});
    return map;
}

} // namespace deltascope::parameters
