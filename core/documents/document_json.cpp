// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/document_json.h"

#include "documents/document_reader.h"
#include "documents/parameter_json.h"
#include "documents/schema_1.h"
#include "reading/text_encoding.h"

#include <algorithm>
#include <cmath>

namespace deltascope::documents {

using reading::errorAt;
using reading::JsonMember;
using reading::jsonString;
using reading::JsonValue;
using reading::parseJson;

namespace {

Error notAnObject(std::string_view text, const JsonValue& value, const char* key)
{
    return errorAt(text, value.offset, {translatable("core", "%1 must be an object {…}."), {key}});
}

Error unknownKey(std::string_view text, const JsonMember& member)
{
    return errorAt(
        text, member.offset, {translatable("core", "the key “%1” is not known."), {reading::shortened(member.key)}});
}

/// Puts every member that has a row in Record's table; the others must be among `others`.
template <class Record>
Result<Record> readRecord(std::string_view text, const JsonValue::Object& members, Record record,
    std::span<const std::string_view> others = {})
{
    for (const JsonMember& member : members) {
        const parameters::Parameter<Record>* parameter = parameters::findParameter<Record>(member.key);
        if (!parameter) {
            if (std::find(others.begin(), others.end(), member.key) == others.end())
                return unknownKey(text, member);
            continue;
        }
        Result<Record> next = withJson(std::move(record), *parameter, member.value, text);
        if (!next)
            return next;
        record = *std::move(next);
    }
    return record;
}

/// The object under this key, on top of `base`.
template <class Record>
Result<Record> readGroup(std::string_view text, const JsonValue& root, const char* key, Record base)
{
    const JsonMember* member = root.find(key);
    if (!member)
        return base;
    const auto* members = member->value.as<JsonValue::Object>();
    return members ? readRecord(text, *members, std::move(base)) : notAnObject(text, member->value, key);
}

Result<model::Scenario> readScenario(std::string_view text, const JsonValue& json, model::Scenario base = {},
    std::span<const std::string_view> others = {})
{
    Result<model::Scenario> scenario = readRecord(text, *json.as<JsonValue::Object>(), std::move(base), others);
    if (!scenario)
        return scenario;
    if (const std::optional<Error> error = parameters::validate(*scenario))
        return errorAt(text, json.offset, error->what);
    return scenario;
}

Result<model::Pin> readPin(std::string_view text, const JsonValue& json)
{
    const auto* members = json.as<JsonValue::Object>();
    if (!members)
        return notAnObject(text, json, "pins");
    for (const JsonMember& member : *members)
        if (member.key != "name" && member.key != "scenario")
            return unknownKey(text, member);
    const JsonMember* name = json.find("name");
    const JsonMember* scenario = json.find("scenario");
    if (!name || !name->value.as<std::string>())
        return errorAt(
            text, json.offset, {translatable("core", "a pin needs a “name”, a text in quotation marks."), {}});
    if (!scenario || !scenario->value.as<JsonValue::Object>())
        return errorAt(text, json.offset, {translatable("core", "a pin needs a “scenario”, an object {…}."), {}});
    Result<model::Scenario> pinned = readScenario(text, scenario->value);
    if (!pinned)
        return pinned.error();
    return model::Pin{*name->value.as<std::string>(), *std::move(pinned)};
}

Result<std::vector<model::Pin>> readPins(std::string_view text, const JsonValue& json)
{
    const auto* array = json.as<JsonValue::Array>();
    if (!array || array->size() > kMaxPins)
        return errorAt(text, json.offset,
            {translatable("core", "pins must be a list of at most %1 pinned scenarios."),
                {static_cast<int>(kMaxPins)}});
    std::vector<model::Pin> pins;
    for (const JsonValue& each : *array) {
        Result<model::Pin> pin = readPin(text, each);
        if (!pin)
            return pin.error();
        pins.push_back(*std::move(pin));
    }
    return pins;
}

Result<std::vector<std::string>> readHide(std::string_view text, const JsonValue& json)
{
    std::vector<std::string> keys;
    const auto* array = json.as<JsonValue::Array>();
    for (const JsonValue& each : array ? *array : JsonValue::Array{json}) {
        const std::string* key = each.as<std::string>();
        if (!array || !key || !parameters::findScenarioParameter(*key))
            return errorAt(text, each.offset,
                {translatable("core", "hide must be a list of keys of parameters, such as [\"seed\", \"loss\"]."), {}});
        keys.push_back(*key);
    }
    return keys;
}

Result<model::LessonPlace> readLessonPlace(std::string_view text, const JsonValue& json)
{
    const JsonMember *id = json.find("id"), *step = json.find("step");
    const std::string* name = id ? id->value.as<std::string>() : nullptr;
    const double* number = step ? step->value.as<double>() : nullptr;
    constexpr double kMostSteps = 1000;
    if (!name || !number || *number != std::floor(*number) || *number < 1 || *number > kMostSteps
        || json.as<JsonValue::Object>()->size() != 2)
        return errorAt(text, json.offset,
            {translatable("core", "lesson must be an object with its “id”, a text, and a “step” from 1."), {}});
    return model::LessonPlace{*name, static_cast<int>(*number)};
}

/// Of another program, or of a newer version of this one: said before anything else is found strange.
std::optional<Error> wrongFormat(std::string_view text, const JsonValue& root)
{
    if (const JsonMember* format = root.find("format")) {
        const std::string* name = format->value.as<std::string>();
        if (!name || *name != "deltascope")
            return errorAt(text, format->value.offset,
                {translatable("core", "format must be “deltascope”: this is not a Deltascope document."), {}});
    }
    if (const JsonMember* schema = root.find("schema")) {
        const double* number = schema->value.as<double>();
        if (number && *number > kSchema)
            return errorAt(text, schema->value.offset,
                {translatable("core", "schema %1 was made by a newer version; this one reads schema %2."),
                    {Real{*number, 17}, kSchema}});
        if (!number || *number < 1 || *number != std::floor(*number))
            return errorAt(text, schema->value.offset,
                {translatable("core", "schema must be a whole number from 1 to %1."), {kSchema}});
    }
    return std::nullopt;
}

template <class Record>
void appendParameters(std::vector<std::string>& members, const Record& record, bool every)
{
    const Record defaults;
    for (const parameters::Parameter<Record>& parameter : parameters::rowsOf<Record>()) {
        // Compared as text: −0 and 0 are equal, but not the same.
        const std::string value = jsonText(parameters::valueOf(record, parameter));
        if (every || value != jsonText(parameters::valueOf(defaults, parameter)))
            members.push_back(jsonString(parameter.key) + ": " + value);
    }
}

std::string object(const std::vector<std::string>& members)
{
    std::string text;
    for (const std::string& member : members)
        text += (text.empty() ? "" : ", ") + member;
    return "{" + text + "}";
}

template <class Record>
void appendGroup(std::vector<std::string>& members, std::string_view key, const Record& record, bool every)
{
    std::vector<std::string> group;
    appendParameters(group, record, every);
    if (!group.empty())
        members.push_back(jsonString(key) + ": " + object(group));
}

/// The values of the document's three groups.
std::optional<Error> readGroups(std::string_view text, const JsonValue& root, model::Document& document)
{
    Result<model::Question> question = readGroup(text, root, "question", document.question);
    if (!question)
        return question.error();
    document.question = *std::move(question);
    Result<model::ViewState> view = readGroup(text, root, "view", document.view);
    if (!view)
        return view.error();
    document.view = *std::move(view);
    const model::Preferences nothing;
    Result<model::Preferences> preferences =
        readGroup(text, root, "preferences", document.preferences.value_or(nothing));
    if (!preferences)
        return preferences.error();
    document.preferences = *preferences == nothing ? std::nullopt : std::optional(*std::move(preferences));
    return std::nullopt;
}

} // namespace

Result<model::Document> documentFrom(std::string_view text, const JsonValue& given,
    std::span<const std::string_view> others, Notices* notices, const model::Document& base, int schema)
{
    if (!given.as<JsonValue::Object>())
        return errorAt(text, given.offset, {translatable("core", "a JSON object {…} is needed."), {}});
    if (std::optional<Error> error = wrongFormat(text, given))
        return *std::move(error);
    if (const JsonMember* said = given.find("schema"))
        schema = static_cast<int>(*said->value.as<double>());
    const std::optional<JsonValue> migrated = schema == 1 ? std::optional(fromSchema1(given)) : std::nullopt;
    const JsonValue& root = migrated ? *migrated : given;
    std::vector<std::string_view> besides{
        "format", "schema", "question", "view", "preferences", "pins", "hide", "lesson"};
    besides.insert(besides.end(), others.begin(), others.end());

    model::Document document = base;
    Result<model::Scenario> scenario = readScenario(text, root, base.scenario, besides);
    if (!scenario)
        return scenario.error();
    document.scenario = *std::move(scenario);
    if (std::optional<Error> error = readGroups(text, root, document))
        return *std::move(error);
    if (const JsonMember* member = root.find("pins")) {
        Result<std::vector<model::Pin>> pins = readPins(text, member->value);
        if (!pins)
            return pins.error();
        document.pins = *std::move(pins);
    }
    if (const JsonMember* member = root.find("hide")) {
        Result<std::vector<std::string>> hide = readHide(text, member->value);
        if (!hide)
            return hide.error();
        document.hide = *std::move(hide);
    }
    if (const JsonMember* member = root.find("lesson")) {
        Result<model::LessonPlace> place = readLessonPlace(text, member->value);
        if (!place)
            return place.error();
        document.lesson = *std::move(place);
    }
    if (notices)
        noteTooSmall(text, root, *notices);
    return document;
}

Result<model::Document> readDocument(std::string_view json, Notices* notices)
{
    const Result<JsonValue> root = parseJson(json, {.bytes = kMaxDocumentBytes, .keep = {}});
    if (!root)
        return root.error();
    return documentFrom(json, *root, {}, notices);
}

std::string writeScenario(const model::Scenario& scenario, bool everyKey)
{
    std::vector<std::string> members;
    appendParameters(members, scenario, everyKey);
    return object(members);
}

std::string writeDocument(const model::Document& document, bool everyKey)
{
    std::vector<std::string> members{"\"format\": \"deltascope\"", "\"schema\": " + std::to_string(kSchema)};
    appendParameters(members, document.scenario, everyKey);
    appendGroup(members, "question", document.question, everyKey);
    appendGroup(members, "view", document.view, everyKey);
    if (document.preferences)
        appendGroup(members, "preferences", *document.preferences, everyKey);
    std::string pins;
    for (const model::Pin& pin : document.pins)
        pins += (pins.empty() ? "" : ", ")
            + object({"\"name\": " + jsonString(pin.name), "\"scenario\": " + writeScenario(pin.scenario, everyKey)});
    if (!pins.empty() || everyKey)
        members.push_back("\"pins\": [" + pins + "]");
    std::string hide;
    for (const std::string& key : document.hide)
        hide += (hide.empty() ? "" : ", ") + jsonString(key);
    if (!hide.empty())
        members.push_back("\"hide\": [" + hide + "]");
    if (document.lesson)
        members.push_back("\"lesson\": "
            + object(
                {"\"id\": " + jsonString(document.lesson->id), "\"step\": " + std::to_string(document.lesson->step)}));
    return object(members);
}

} // namespace deltascope::documents
