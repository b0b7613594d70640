// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/schema_1.h"

#include <algorithm>
#include <array>
#include <utility>

namespace deltascope::documents {

namespace {

constexpr std::array<std::string_view, 4> kOfQuestion{"layer", "k", "seeds", "step"};
constexpr std::array<std::string_view, 2> kOfPreferences{"theme", "language"};

reading::JsonMember& memberOf(reading::JsonValue::Object& object, std::string_view key, std::size_t offset)
{
    const auto known = std::ranges::find(object, key, &reading::JsonMember::key);
    if (known != object.end())
        return *known;
    object.push_back({std::string(key), offset, {offset, reading::JsonValue::Object{}}});
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

reading::JsonValue fromSchema1(reading::JsonValue root)
{
    auto* members = std::get_if<reading::JsonValue::Object>(&root.data);
    const auto view = members ? std::ranges::find(*members, "view", &reading::JsonMember::key)
                              : reading::JsonValue::Object::iterator();
    auto* ofView =
        members && view != members->end() ? std::get_if<reading::JsonValue::Object>(&view->value.data) : nullptr;
    if (!ofView)
        return root;
    for (reading::JsonMember& member : std::exchange(*ofView, {})) {
        reading::JsonMember& place = memberOf(*members, placeOfViewKey(member.key), member.offset);
        if (auto* object =
                std::get_if<reading::JsonValue::Object>(&place.value.data)) // else it is refused as what it is
            object->push_back(std::move(member));
    }
    return root;
}

} // namespace deltascope::documents
