// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/schema_1.h"

#include <algorithm>
#include <array>
#include <utility>

namespace deltascope::documents {

namespace {

constexpr std::array<std::string_view, 4> kOfQuestion{"layer", "k", "seeds", "step"};
constexpr std::array<std::string_view, 2> kOfPreferences{"theme", "language"};

JsonMember& memberOf(JsonValue::Object& object, std::string_view key, std::size_t offset)
{
    const auto known = std::ranges::find(object, key, &JsonMember::key);
    if (known != object.end())
        return *known;
    object.push_back({std::string(key), offset, {offset, JsonValue::Object{}}});
    return object.back();
}

} // namespace

std::string_view placeOfViewKey(std::string_view key)
{
    if (std::ranges::find(kOfQuestion, key) != kOfQuestion.end())
        return "question";
    if (std::ranges::find(kOfPreferences, key) != kOfPreferences.end())
        return "preferences";
    return "view";
}

JsonValue fromSchema1(JsonValue root)
{
    auto* members = std::get_if<JsonValue::Object>(&root.data);
    const auto view = members ? std::ranges::find(*members, "view", &JsonMember::key) : JsonValue::Object::iterator();
    auto* ofView = members && view != members->end() ? std::get_if<JsonValue::Object>(&view->value.data) : nullptr;
    if (!ofView)
        return root;
    for (JsonMember& member : std::exchange(*ofView, {})) {
        JsonMember& place = memberOf(*members, placeOfViewKey(member.key), member.offset);
        if (auto* object = std::get_if<JsonValue::Object>(&place.value.data)) // else it is refused as what it is
            object->push_back(std::move(member));
    }
    return root;
}

} // namespace deltascope::documents
