// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/parameter_json.h"

#include "documents/list_reader.h"
#include "documents/table_setting_json.h"
#include "reading/text_encoding.h"
#include "reading/typed_number.h"

#include <algorithm>
#include <cmath>
#include <type_traits>

namespace deltascope::documents {

namespace {

template <class Member>
struct MemberType;
template <class Record, class Type>
struct MemberType<Type Record::*> {
    using type = Type;
};

Message wholeLayerNeeded()
{
    return {translatable("core", "layer must be a whole number from 1 to 10000."), {}};
}

model::LayerSetting readEntry(
    const JsonValue::Object& entry, std::size_t offset, ListReader& reader, model::LayerSetting*)
{
    model::LayerSetting setting{0, {}, {}};
    for (const JsonMember& member : entry) {
        if (member.key == "layer")
            setting.layer = reader.whole(member, 1, 10'000, wholeLayerNeeded());
        else if (member.key == "weight")
            setting.weight = reader.number(member);
        else if (member.key == "bias")
            setting.bias = reader.number(member);
        else
            reader.unknownKey(member, "layer, weight, bias");
    }
    if (setting.layer == 0)
        reader.fail(offset, wholeLayerNeeded());
    return setting;
}

model::ViewRange readEntry(const JsonValue::Object& entry, std::size_t, ListReader& reader, model::ViewRange*)
{
    model::ViewRange range;
    for (const JsonMember& member : entry) {
        if (member.key == "figure")
            range.figure = reader.string(member);
        else if (member.key == "panel")
            range.panel = reader.whole(
                member, 0, 1000, {translatable("core", "panel must be a whole number from 0 to 1000."), {}});
        else if (member.key == "x")
            reader.limits(member, range.xLower, range.xUpper);
        else if (member.key == "y")
            reader.limits(member, range.yLower, range.yUpper);
        else
            reader.unknownKey(member, "figure, panel, x, y");
    }
    return range;
}

model::Change readEntry(const JsonValue::Object& entry, std::size_t offset, ListReader& reader, model::Change*)
{
    const Message wholeStep{translatable("core", "step must be a whole number from 0 to 10^15."), {}};
    model::Change change;
    bool hasStep = false, hasValue = false;
    for (const JsonMember& member : entry) {
        if (member.key == "step") {
            change.step = static_cast<std::int64_t>(reader.large(member, model::kMaxStep, wholeStep));
            hasStep = true;
        } else if (member.key == "key") {
            change.key = reader.string(member);
        } else if (member.key == "value") {
            change.value = reader.number(member);
            hasValue = true;
        } else {
            reader.unknownKey(member, "step, key, value");
        }
    }
    if (!hasStep || !hasValue || change.key.empty())
        reader.fail(offset, {translatable("core", "each change needs a step, a key and a value."), {}});
    return change;
}

template <class Entry>
std::vector<Entry> readEntries(const JsonValue::Array& array, ListReader& reader)
{
    std::vector<Entry> entries;
    for (const JsonValue& each : array) {
        if (const auto* object = each.as<JsonValue::Object>())
            entries.push_back(readEntry(*object, each.offset, reader, static_cast<Entry*>(nullptr)));
        else
            reader.fail(each.offset, {translatable("core", "each entry of this list must be an object {…}."), {}});
    }
    return entries;
}

std::vector<std::string> readTexts(const JsonValue::Array& array, ListReader& reader)
{
    std::vector<std::string> texts;
    for (const JsonValue& each : array) {
        if (const std::string* value = each.as<std::string>())
            texts.push_back(*value);
        else
            reader.fail(
                each.offset, {translatable("core", "each entry of this list must be a text in quotation marks."), {}});
    }
    return texts;
}

/// A value that no member of this type accepts, so that the table says what is needed.
template <class Type>
parameters::ParameterValue mismatch()
{
    if constexpr (std::is_same_v<Type, std::string>)
        return 0.0;
    else
        return std::string();
}

template <class Type>
parameters::ParameterValue read(const JsonValue& json, ListReader& reader)
{
    if constexpr (std::is_arithmetic_v<Type>) {
        if (const double* number = json.as<double>())
            return *number;
    } else if constexpr (std::is_same_v<Type, std::string>) {
        if (const std::string* value = json.as<std::string>())
            return *value;
    } else if constexpr (std::is_same_v<Type, model::TableSetting>) {
        if (const auto* object = json.as<JsonValue::Object>())
            return readTableSetting(*object, reader);
    } else if (const auto* array = json.as<JsonValue::Array>()) {
        if constexpr (std::is_same_v<Type, std::vector<std::string>>)
            return readTexts(*array, reader);
        else
            return readEntries<typename Type::value_type>(*array, reader);
    }
    return mismatch<Type>();
}

template <class Record>
parameters::ParameterValue valueIn(
    const JsonValue& json, const parameters::Parameter<Record>& parameter, ListReader& reader)
{
    return std::visit(
        [&](auto member) { return read<typename MemberType<decltype(member)>::type>(json, reader); }, parameter.member);
}

Error wrongText(std::string_view key, Message problem)
{
    return {Fault::usage, {translatable("core", "%1: %2"), {std::string(key), std::move(problem)}}};
}

std::vector<std::string> splitNumbers(std::string_view text)
{
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t comma = std::min(text.find(','), text.size());
        parts.emplace_back(text.substr(0, comma));
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return parts;
}

std::string list(const std::vector<std::string>& items)
{
    std::string text;
    for (const std::string& item : items)
        text += (text.empty() ? "" : ", ") + item;
    return "[" + text + "]";
}

struct ToJson {
    std::string operator()(int value) const { return std::to_string(value); }
    std::string operator()(std::int64_t value) const { return std::to_string(value); }
    std::string operator()(double value) const { return jsonNumber(value); }
    std::string operator()(const std::string& value) const { return jsonString(value); }
    std::string operator()(const model::LayerSetting& setting) const
    {
        std::string text = "{\"layer\": " + std::to_string(setting.layer);
        if (setting.weight)
            text += ", \"weight\": " + jsonNumber(*setting.weight);
        if (setting.bias)
            text += ", \"bias\": " + jsonNumber(*setting.bias);
        return text + "}";
    }
    std::string operator()(const model::TableSetting& table) const { return tableJson(table); }
    std::string operator()(const model::ViewRange& range) const
    {
        return "{\"figure\": " + jsonString(range.figure) + ", \"panel\": " + std::to_string(range.panel)
            + ", \"x\": " + list({jsonNumber(range.xLower), jsonNumber(range.xUpper)})
            + ", \"y\": " + list({jsonNumber(range.yLower), jsonNumber(range.yUpper)}) + "}";
    }
    std::string operator()(const model::Change& change) const
    {
        return "{\"step\": " + std::to_string(change.step) + ", \"key\": " + jsonString(change.key)
            + ", \"value\": " + jsonNumber(change.value) + "}";
    }
    template <class Entry>
    std::string operator()(const std::vector<Entry>& entries) const
    {
        std::vector<std::string> items;
        items.reserve(entries.size());
        for (const Entry& entry : entries)
            items.push_back((*this)(entry));
        return list(items);
    }
};

/// Whether the items can be written one after the other, with commas, and be told apart again.
bool arePlain(const std::vector<std::string>& items)
{
    return std::all_of(items.begin(), items.end(), [](const std::string& item) {
        return !item.empty() && !item.starts_with('[') && item.find(',') == std::string::npos;
    });
}

} // namespace

template <class Record>
Result<Record> withJson(
    Record record, const parameters::Parameter<Record>& parameter, const JsonValue& json, std::string_view text)
{
    ListReader reader(text);
    const parameters::ParameterValue value = valueIn(json, parameter, reader);
    if (reader.error)
        return *std::move(reader.error);
    Result<Record> next = parameters::withValue(std::move(record), parameter, value);
    if (!next)
        return errorAt(text, json.offset, next.error().what);
    return next;
}

template <class Record>
Result<Record> withText(Record record, const parameters::Parameter<Record>& parameter, std::string_view text)
{
    if (reading::invalidUtf8(text))
        return wrongText(parameter.key, {translatable("core", "the value must be text in UTF-8."), {}});
    const std::size_t kind = parameter.member.index();
    const bool whole = kind == 0 || std::holds_alternative<std::int64_t Record::*>(parameter.member);
    if (whole || kind == 1) { // 1: double
        const std::optional<double> number = reading::typedNumber(text);
        if (!number && whole)
            return wrongText(parameter.key,
                {translatable("core", "“%1” is not a whole number; one from %2 to %3 is needed."),
                    {reading::shortened(text), Real{parameter.minimum, 6}, Real{parameter.maximum, 16}}});
        if (!number)
            return wrongText(parameter.key,
                {translatable(
                     "core", "“%1” is not a number; one from %2 to %3 is needed, with a point as decimal mark."),
                    {reading::shortened(text), Real{parameter.minimum, 6}, Real{parameter.maximum, 6}}});
        return parameters::withValue(std::move(record), parameter, *number);
    }
    if (kind == 2)
        return parameters::withValue(std::move(record), parameter, std::string(text));
    if (kind == 3 && !text.starts_with('['))
        return parameters::withValue(std::move(record), parameter, splitNumbers(text));
    if (std::holds_alternative<model::TableSetting Record::*>(parameter.member) && !text.starts_with('{')) {
        const Result<model::TableSetting> table = typedTable(text);
        return table ? parameters::withValue(std::move(record), parameter, *table)
                     : wrongText(parameter.key, table.error().what);
    }
    const Result<JsonValue> json = parseJson(text);
    if (!json)
        return wrongText(parameter.key, json.error().what);
    ListReader reader(text);
    const parameters::ParameterValue value = valueIn(*json, parameter, reader);
    if (reader.error)
        return wrongText(parameter.key, reader.error->what);
    return parameters::withValue(std::move(record), parameter, value);
}

template Result<model::Scenario> withJson(
    model::Scenario, const parameters::Parameter<model::Scenario>&, const JsonValue&, std::string_view);
template Result<model::Question> withJson(
    model::Question, const parameters::Parameter<model::Question>&, const JsonValue&, std::string_view);
template Result<model::ViewState> withJson(
    model::ViewState, const parameters::Parameter<model::ViewState>&, const JsonValue&, std::string_view);
template Result<model::Preferences> withJson(
    model::Preferences, const parameters::Parameter<model::Preferences>&, const JsonValue&, std::string_view);
template Result<model::Scenario> withText(
    model::Scenario, const parameters::Parameter<model::Scenario>&, std::string_view);
template Result<model::Question> withText(
    model::Question, const parameters::Parameter<model::Question>&, std::string_view);
template Result<model::ViewState> withText(
    model::ViewState, const parameters::Parameter<model::ViewState>&, std::string_view);
template Result<model::Preferences> withText(
    model::Preferences, const parameters::Parameter<model::Preferences>&, std::string_view);

std::string typedText(const parameters::ParameterValue& value)
{
    if (const std::string* text = std::get_if<std::string>(&value))
        return *text;
    const auto* list = std::get_if<std::vector<std::string>>(&value);
    if (!list || !arePlain(*list))
        return jsonText(value);
    std::string text;
    for (const std::string& item : *list)
        text += (text.empty() ? "" : ",") + item;
    return text;
}

std::string jsonText(const parameters::ParameterValue& value)
{
    return std::visit(ToJson{}, value);
}

} // namespace deltascope::documents
