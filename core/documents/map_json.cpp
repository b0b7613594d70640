// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/map_json.h"

#include "base/registry.h"
#include "documents/document_json.h"
#include "documents/document_reader.h"
#include "maps/axis_values.h"
#include "maps/checked_map.h"
#include "reading/list_reader.h"
#include "reading/typed_number.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace deltascope::documents {

using reading::errorAt;
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

bool takes(const measures::MeasureKind* kind, std::string_view argument)
{
    return kind && std::string_view(kind->arguments).find(argument) != std::string_view::npos;
}

std::string measureJson(const model::Map& map)
{
    const measures::MeasureKind* kind = findKind(measures::measuresRegistry(), map.measure);
    std::string json = "{\"kind\": " + jsonString(map.measure);
    if (takes(kind, "layer"))
        json += ", \"layer\": " + std::to_string(map.arguments.layer);
    if (takes(kind, "against"))
        json += ", \"against\": " + std::to_string(map.arguments.against);
    if (takes(kind, "key"))
        json += ", \"key\": " + jsonString(map.arguments.key);
    if (takes(kind, "reach"))
        json += ", \"reach\": " + jsonNumber(map.arguments.cost);
    return json + "}";
}

/// Reads the members of the objects of a map.
class MapReader : public ListReader {
public:
    using ListReader::ListReader;

    void read(const JsonValue& json, model::Map& map)
    {
        if (!isObject(json))
            return;
        bool x = false;
        for (const JsonMember& member : *json.as<JsonValue::Object>()) {
            if (member.key == "measure")
                readMeasure(member.value, map);
            else if (member.key == "x")
                readAxis(member.value, map.x), x = true;
            else if (member.key == "y")
                readAxis(member.value, map.y.emplace());
            else if (member.key == "seeds")
                map.seeds = whole(
                    member, 1, maps::kMostSeeds, {translatable("core", "%1 must be a whole number."), {member.key}});
            else if (member.key == "statistic")
                map.statistic = string(member);
            else if (member.key == "at_least")
                map.atLeast = number(member);
            else if (member.key == "at_most")
                map.atMost = number(member);
            else
                unknownKey(member, "measure, x, y, seeds, statistic, at_least, at_most");
        }
        if (!x || map.measure.empty())
            fail(json.offset, {translatable("core", "a map needs a “measure” and an “x”."), {}});
    }

    bool isObject(const JsonValue& json)
    {
        if (json.as<JsonValue::Object>())
            return true;
        fail(json.offset, {translatable("core", "a JSON object {…} is needed."), {}});
        return false;
    }

private:
    void readMeasure(const JsonValue& json, model::Map& map)
    {
        if (!isObject(json))
            return;
        constexpr int kDeepest = 10'000;
        for (const JsonMember& member : *json.as<JsonValue::Object>()) {
            const Message problem{translatable("core", "%1 must be a whole number."), {member.key}};
            if (member.key == "kind")
                map.measure = string(member);
            else if (member.key == "layer")
                map.arguments.layer = whole(member, 1, kDeepest, problem);
            else if (member.key == "against")
                map.arguments.against = whole(member, 0, kDeepest, problem);
            else if (member.key == "key")
                map.arguments.key = string(member);
            else if (member.key == "reach")
                map.arguments.cost = number(member);
            else
                unknownKey(member, "kind, layer, against, key, cost");
        }
    }

    void readAxis(const JsonValue& json, model::MapAxis& axis)
    {
        if (!isObject(json))
            return;
        for (const JsonMember& member : *json.as<JsonValue::Object>()) {
            if (member.key == "parameter")
                axis.parameter = string(member);
            else if (member.key == "from")
                axis.from = number(member);
            else if (member.key == "to")
                axis.to = number(member);
            else if (member.key == "count")
                axis.count = whole(member, 2, maps::kMostAxisValues,
                    {translatable("core", "count must be a whole number from 2 to %1."), {maps::kMostAxisValues}});
            else if (member.key == "scale")
                readScale(member, axis);
            else if (member.key == "choices")
                readChoices(member, axis);
            else
                unknownKey(member, "parameter, from, to, count, scale, choices");
        }
    }

    void readScale(const JsonMember& member, model::MapAxis& axis)
    {
        const std::string scale = string(member);
        if (scale == "logarithmic")
            axis.scale = model::MapScale::logarithmic;
        else if (scale != "linear")
            fail(member.value.offset, {translatable("core", "scale must be “linear” or “logarithmic”."), {}});
    }

    void readChoices(const JsonMember& member, model::MapAxis& axis)
    {
        const auto* array = member.value.as<JsonValue::Array>();
        constexpr std::size_t kMost = 1000;
        if (!array || array->size() > kMost) {
            fail(member.value.offset, {translatable("core", "%1 must be a list of texts."), {member.key}});
            return;
        }
        for (const JsonValue& each : *array) {
            const std::string* choice = each.as<std::string>();
            if (!choice)
                fail(each.offset, {translatable("core", "%1 must be a list of texts."), {member.key}});
            else
                axis.choices.push_back(*choice);
        }
        axis.count = static_cast<int>(axis.choices.size());
    }
};

Error usage(Message what)
{
    return {Fault::usage, std::move(what)};
}

std::vector<std::string_view> split(std::string_view text, char mark)
{
    std::vector<std::string_view> parts;
    for (std::size_t start = 0;;) {
        const std::size_t end = text.find(mark, start);
        parts.push_back(text.substr(start, end == std::string_view::npos ? end : end - start));
        if (end == std::string_view::npos)
            return parts;
        start = end + 1;
    }
}

/// A number of values or of a layer; what is no whole number is one below everything.
int typedWhole(std::string_view text)
{
    const std::optional<double> number = reading::typedNumber(text);
    if (!number || *number != std::floor(*number))
        return std::numeric_limits<int>::min();
    return static_cast<int>(std::clamp<double>(*number, -1, std::numeric_limits<int>::max()));
}

std::optional<Error> putArgument(model::Map& map, std::string_view name, std::string_view value)
{
    const std::optional<double> number = reading::typedNumber(value);
    const Error wrong =
        usage({translatable("core", "%1: “%2” is no value for it."), {std::string(name), reading::shortened(value)}});
    if (name == "at_least" || name == "at_most") {
        (name == "at_least" ? map.atLeast : map.atMost) = number;
        return number ? std::nullopt : std::optional(wrong);
    }
    const measures::MeasureKind* kind = findKind(measures::measuresRegistry(), map.measure);
    if (!takes(kind, name) || name.empty())
        return usage(
            {translatable("core", "the measure %1 does not take “%2”."), {map.measure, reading::shortened(name)}});
    if (name == "key") {
        map.arguments.key = value;
        return std::nullopt;
    }
    if (name == "reach") {
        map.arguments.cost = number.value_or(0);
        return number ? std::nullopt : std::optional(wrong);
    }
    int& place = name == "layer" ? map.arguments.layer : map.arguments.against;
    place = typedWhole(value);
    const bool right = place >= (name == "layer" ? 1 : 0) && place <= 10'000;
    return right ? std::nullopt : std::optional(wrong);
}

/// The most values up to `count` of which none comes twice.
int differentCount(model::MapAxis axis, int count)
{
    for (axis.count = count; axis.count > 2 && maps::differentValues(axis) < axis.count;)
        --axis.count;
    return axis.count;
}

} // namespace

std::string mapJson(const model::Map& map)
{
    std::string json = "{\"measure\": " + measureJson(map) + ", \"x\": " + axisJson(map.x);
    if (map.y)
        json += ", \"y\": " + axisJson(*map.y);
    json += ", \"seeds\": " + std::to_string(map.seeds) + ", \"statistic\": " + jsonString(map.statistic);
    if (map.atLeast)
        json += ", \"at_least\": " + jsonNumber(*map.atLeast);
    if (map.atMost)
        json += ", \"at_most\": " + jsonNumber(*map.atMost);
    return json + "}";
}

std::string mapQuestionJson(const model::Document& document, const model::Map& map)
{
    return "\"scenario\": " + writeScenario(document.scenario, true) + ",\n\"k\": " + jsonNumber(document.question.k)
        + ", \"step\": " + std::to_string(document.question.step) + ",\n\"map\": " + mapJson(map);
}

Result<MapQuestion> mapQuestionFrom(std::string_view text, const JsonValue& root)
{
    const JsonMember *scenario = root.find("scenario"), *map = root.find("map");
    if (!scenario || !map)
        return errorAt(text, root.offset, {translatable("core", "a map needs a “scenario” and a “map”."), {}});
    Result<model::Document> document = documentFrom(text, scenario->value);
    if (!document)
        return document.error();
    MapQuestion question{.document = *std::move(document), .map = {}};
    MapReader reader(text);
    reader.read(map->value, question.map);
    if (const JsonMember* k = root.find("k"))
        question.document.question.k = reader.number(*k);
    if (const JsonMember* step = root.find("step"))
        question.document.question.step = static_cast<std::int64_t>(reader.large(
            *step, model::kMaxStep, {translatable("core", "step must be a whole number from 0 to 10^15."), {}}));
    if (reader.error)
        return *std::move(reader.error);
    if (std::optional<Error> problem = maps::problemOf(question.document, question.map))
        return errorAt(text, map->value.offset, std::move(problem->what));
    return question;
}

std::optional<Error> putTypedMeasure(model::Map& map, std::string_view typed)
{
    const std::size_t colon = typed.find(':');
    map.measure = typed.substr(0, colon);
    map.arguments = {.against = 0};
    if (!findKind(measures::measuresRegistry(), map.measure) || colon == std::string_view::npos)
        return std::nullopt; // that there is no such measure is said of the whole map
    for (const std::string_view argument : split(typed.substr(colon + 1), ',')) {
        const std::size_t equals = argument.find('=');
        if (equals == std::string_view::npos)
            return usage({translatable("core", "“%1” is no argument of a measure; write it like layer=1."),
                {reading::shortened(argument)}});
        if (std::optional<Error> error = putArgument(map, argument.substr(0, equals), argument.substr(equals + 1)))
            return error;
    }
    return std::nullopt;
}

Result<model::MapAxis> typedAxis(std::string_view typed, int count)
{
    const Error form = usage({translatable("core",
                                  "“%1” is no axis; write it like weight=0:10, gain=0.1:10:100:log or "
                                  "activation=sigmoid,tanh."),
        {reading::shortened(typed)}});
    const std::size_t equals = typed.find('=');
    if (equals == std::string_view::npos || equals == 0)
        return form;
    model::MapAxis axis{.parameter = std::string(typed.substr(0, equals))};
    const auto* row = parameters::findScenarioParameter(axis.parameter);
    if (!row)
        return *maps::problemOf(axis);
    const std::string_view range = typed.substr(equals + 1);
    if (!maps::isNumber(*row)) {
        if (range == "all" && row->choices)
            for (const parameters::Choice& choice : row->choices())
                axis.choices.emplace_back(choice.id);
        else
            for (const std::string_view choice : split(range, ','))
                axis.choices.emplace_back(choice);
        axis.count = static_cast<int>(axis.choices.size());
    } else {
        std::vector<std::string_view> words = split(range, ':');
        if (words.size() > 2 && words.back() == "log") {
            axis.scale = model::MapScale::logarithmic;
            words.pop_back();
        }
        if (words.size() < 2 || words.size() > 3)
            return form;
        const std::optional<double> from = reading::typedNumber(words[0]), to = reading::typedNumber(words[1]);
        if (!from || !to)
            return form;
        axis.from = *from;
        axis.to = *to;
        if (words.size() == 3) {
            axis.count = typedWhole(words[2]);
            if (axis.count == std::numeric_limits<int>::min())
                return form;
        } else if (!maps::problemOf(axis)) {
            axis.count = maps::isWhole(*row) ? differentCount(axis, count) : count;
        }
    }
    if (std::optional<Error> error = maps::problemOf(axis))
        return *std::move(error);
    return axis;
}

} // namespace deltascope::documents
