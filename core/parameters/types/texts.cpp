// SPDX-License-Identifier: GPL-3.0-or-later
// A list of texts: typed with commas between them, or as JSON.
#include "parameters/parameter_type.h"

#include <algorithm>

namespace deltascope::types {

extern const parameters::ParameterType texts;

namespace {

using parameters::ParameterValue;
using Texts = std::vector<std::string>;

Result<ParameterValue> accepted(const ParameterValue& given, const parameters::Limits& /*none*/)
{
    if (!given.as<Texts>())
        return parameters::refused({translatable("core", "a list of texts is needed."), {}});
    return given;
}

ParameterValue read(const reading::JsonValue& json, reading::ListReader& reader)
{
    const auto* array = json.as<reading::JsonValue::Array>();
    if (!array)
        return {};
    Texts items;
    for (const reading::JsonValue& each : *array) {
        if (const std::string* item = each.as<std::string>())
            items.push_back(*item);
        else
            reader.fail(
                each.offset, {translatable("core", "each entry of this list must be a text in quotation marks."), {}});
    }
    return items;
}

std::string json(const ParameterValue& value)
{
    Texts items;
    for (const std::string& item : *value.as<Texts>())
        items.push_back(reading::jsonString(item));
    return reading::jsonList(items);
}

Result<ParameterValue> typed(std::string_view text, const parameters::Limits& /*none*/)
{
    if (text.starts_with('['))
        return parameters::typedJson(texts, text);
    Texts items;
    while (!text.empty()) {
        const std::size_t comma = std::min(text.find(','), text.size());
        items.emplace_back(text.substr(0, comma));
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return ParameterValue(std::move(items));
}

/// Whether the items can be written one after the other, with commas, and be told apart again.
bool arePlain(const Texts& items)
{
    return std::all_of(items.begin(), items.end(), [](const std::string& item) {
        return !item.empty() && !item.starts_with('[') && item.find(',') == std::string::npos;
    });
}

std::string asTyped(const ParameterValue& value)
{
    const Texts& items = *value.as<Texts>();
    if (!arePlain(items))
        return json(value);
    std::string text;
    for (const std::string& item : items)
        text += (text.empty() ? "" : ",") + item;
    return text;
}

} // namespace

const parameters::ParameterType texts{
    .name = "list of texts",
    .type = &typeid(Texts),
    .accepted = accepted,
    .read = read,
    .json = json,
    .typed = typed,
    .text = asTyped,
    .example = "factors,learning_speed",
};

} // namespace deltascope::types
