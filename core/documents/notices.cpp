// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/notices.h"

#include "reading/typed_number.h"

#include <string>

namespace deltascope::documents {

using reading::JsonMember;
using reading::JsonValue;
using reading::parseJson;

namespace {

struct TooSmall {
    std::string key, number; // of the first
    int count = 0;
};

/// True for the text of a number in which some digit before the exponent is not 0.
bool notZero(std::string_view number)
{
    return number.substr(0, number.find_first_of("eE")).find_first_of("123456789") != std::string_view::npos;
}

void meet(TooSmall& found, std::string_view key, std::string_view number)
{
    constexpr std::size_t kMostDigits = 24;
    if (!notZero(number))
        return;
    if (found.count++ > 0)
        return;
    found.key = key;
    found.number = number.substr(0, kMostDigits);
    if (number.size() > kMostDigits)
        found.number += "…";
}

void search(TooSmall& found, std::string_view text, const JsonValue& value, std::string_view key)
{
    if (const double* number = value.as<double>(); number && *number == 0) {
        const std::string_view rest = text.substr(value.offset);
        meet(found, key, rest.substr(0, rest.find_first_not_of("+-.0123456789eE")));
    }
    if (const auto* array = value.as<JsonValue::Array>())
        for (const JsonValue& each : *array)
            search(found, text, each, key);
    if (const auto* object = value.as<JsonValue::Object>())
        for (const JsonMember& member : *object)
            search(found, text, member.value, member.key);
}

void say(const TooSmall& found, Notices& notices)
{
    if (found.count == 1)
        notices.push_back(
            {translatable("core", "%1: %2 is too small for a double and was read as 0."), {found.key, found.number}});
    else if (found.count > 1)
        notices.push_back(
            {translatable("core", "%1: %2 is too small for a double and was read as 0; so were other numbers (%3)."),
                {found.key, found.number, found.count - 1}});
}

} // namespace

void noteTooSmall(std::string_view text, const JsonValue& root, Notices& notices)
{
    TooSmall found;
    search(found, text, root, {});
    say(found, notices);
}

void noteTooSmall(std::string_view key, std::string_view typed, Notices& notices)
{
    TooSmall found;
    if (const std::optional<double> number = reading::typedNumber(typed)) {
        if (*number == 0)
            meet(found, key, typed);
    } else if (const Result<JsonValue> json = parseJson(typed)) {
        search(found, typed, *json, key);
    }
    say(found, notices);
}

} // namespace deltascope::documents
