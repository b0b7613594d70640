// SPDX-License-Identifier: GPL-3.0-or-later
// A list of numbers: typed with commas between them, or as JSON.
#include "parameters/parameter_type.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace deltascope::types {

extern const parameters::ParameterType numbers;

namespace {

using parameters::ParameterValue;
using Numbers = std::vector<double>;

Error needed(const parameters::Limits& limits)
{
    return parameters::refused({translatable("core", "a list of numbers from %1 to %2 is needed."),
        {Real{limits.minimum, 17}, Real{limits.maximum, 17}}});
}

Result<ParameterValue> accepted(const ParameterValue& given, const parameters::Limits& limits)
{
    const auto* numbers = given.as<Numbers>();
    if (!numbers || !std::ranges::all_of(*numbers, [&](double each) {
            return each >= limits.minimum && each <= limits.maximum;
        }))
        return needed(limits);
    return given;
}

ParameterValue read(const reading::JsonValue& json, reading::ListReader& reader)
{
    const auto* array = json.as<reading::JsonValue::Array>();
    if (!array)
        return {};
    Numbers items;
    for (const reading::JsonValue& each : *array) {
        if (const double* item = each.as<double>())
            items.push_back(*item);
        else
            reader.fail(each.offset, {translatable("core", "each entry of this list must be a number."), {}});
    }
    return items;
}

std::string json(const ParameterValue& value)
{
    std::vector<std::string> items;
    for (const double item : *value.as<Numbers>())
        items.push_back(reading::jsonNumber(item));
    return reading::jsonList(items);
}

Result<ParameterValue> typed(std::string_view text, const parameters::Limits& limits)
{
    if (text.starts_with('['))
        return parameters::typedJson(numbers, text);
    Numbers items;
    while (!text.empty()) {
        const std::string_view item = text.substr(0, text.find(','));
        double value = 0;
        const auto end = std::from_chars(item.data(), item.data() + item.size(), value);
        if (end.ec != std::errc{} || end.ptr != item.data() + item.size())
            return needed(limits);
        items.push_back(value);
        text.remove_prefix(std::min(item.size() + 1, text.size()));
    }
    return accepted(ParameterValue(std::move(items)), limits);
}

std::string asTyped(const ParameterValue& value)
{
    std::string text;
    for (const double item : *value.as<Numbers>())
        text += (text.empty() ? "" : ",") + reading::jsonNumber(item);
    return text;
}

} // namespace

const parameters::ParameterType numbers{
    .name = "list of numbers",
    .type = &typeid(Numbers),
    .accepted = accepted,
    .read = read,
    .json = json,
    .typed = typed,
    .text = asTyped,
    .example = "0.3,2.5",
};

} // namespace deltascope::types
