// SPDX-License-Identifier: GPL-3.0-or-later
// Members of objects as strangers write them, with the place of the first fault.
#pragma once

#include "reading/json.h"
#include "reading/text_encoding.h"

#include <cmath>
#include <optional>
#include <string>
#include <string_view>

namespace deltascope::reading {

/// Walks the entries of a list of objects and reads their members; the first fault wins and carries its place.
class ListReader {
public:
    explicit ListReader(std::string_view text)
        : m_text(text)
    {
    }

    std::optional<Error> error;

    void fail(std::size_t offset, Message problem)
    {
        if (!error)
            error = errorAt(m_text, offset, std::move(problem));
    }
    double number(const JsonMember& member)
    {
        if (const double* value = member.value.as<double>())
            return *value;
        fail(member.value.offset, {translatable("core", "%1 must be a finite number."), {member.key}});
        return 0;
    }
    int whole(const JsonMember& member, double lower, double upper, Message problem)
    {
        const double* value = member.value.as<double>();
        if (value && *value == std::floor(*value) && *value >= lower && *value <= upper)
            return static_cast<int>(*value);
        fail(member.value.offset, std::move(problem));
        return 0;
    }
    double large(const JsonMember& member, double upper, Message problem)
    {
        const double* value = member.value.as<double>();
        if (value && *value == std::floor(*value) && *value >= 0 && *value <= upper)
            return *value;
        fail(member.value.offset, std::move(problem));
        return 0;
    }
    std::string string(const JsonMember& member)
    {
        if (const std::string* value = member.value.as<std::string>())
            return *value;
        fail(member.value.offset, {translatable("core", "%1 must be a text in quotation marks."), {member.key}});
        return {};
    }
    void limits(const JsonMember& member, double& lower, double& upper)
    {
        const auto* pair = member.value.as<JsonValue::Array>();
        if (!pair || pair->size() != 2 || !(*pair)[0].as<double>() || !(*pair)[1].as<double>()) {
            fail(member.value.offset,
                {translatable("core", "%1 must be a list of two finite numbers, the lower one first."), {member.key}});
            return;
        }
        lower = *(*pair)[0].as<double>();
        upper = *(*pair)[1].as<double>();
    }
    /// Of a list of objects; `read` gets each with its place.
    template <class Entry>
    std::vector<Entry> entries(
        const JsonValue::Array& array, Entry (*read)(const JsonValue::Object&, std::size_t, ListReader&))
    {
        std::vector<Entry> all;
        for (const JsonValue& each : array) {
            if (const auto* object = each.as<JsonValue::Object>())
                all.push_back(read(*object, each.offset, *this));
            else
                fail(each.offset, {translatable("core", "each entry of this list must be an object {…}."), {}});
        }
        return all;
    }
    void unknownKey(const JsonMember& member, const char* allowed)
    {
        fail(member.offset,
            {translatable("core", "the key “%1” is not known here; the keys are %2."),
                {shortened(member.key), allowed}});
    }

private:
    std::string_view m_text;
};

} // namespace deltascope::reading
