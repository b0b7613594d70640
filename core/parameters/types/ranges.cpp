// SPDX-License-Identifier: GPL-3.0-or-later
// Axis limits chosen by hand.
#include "model/view_state.h"
#include "parameters/parameter_type.h"

#include <algorithm>
#include <cmath>

namespace deltascope::types {

namespace {

using parameters::ParameterValue;
using Ranges = std::vector<model::ViewRange>;

bool isFull(const model::ViewRange& range)
{
    const bool finite = std::isfinite(range.xLower) && std::isfinite(range.xUpper) && std::isfinite(range.yLower)
        && std::isfinite(range.yUpper);
    return !range.figure.empty() && range.panel >= 0 && finite && range.xLower < range.xUpper
        && range.yLower < range.yUpper;
}

Result<ParameterValue> accepted(const ParameterValue& given, const parameters::Limits& /*none*/)
{
    const Ranges* ranges = given.as<Ranges>();
    if (!ranges)
        return parameters::refused({translatable("core", "a list of axis limits is needed."), {}});
    if (!std::ranges::all_of(*ranges, isFull))
        return parameters::refused({translatable("core",
                                        "each entry needs a figure, a panel from 0 up, and finite limits with the "
                                        "lower one first."),
            {}});
    return given;
}

model::ViewRange readRange(const reading::JsonValue::Object& entry, std::size_t, reading::ListReader& reader)
{
    model::ViewRange range;
    for (const reading::JsonMember& member : entry) {
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

ParameterValue read(const reading::JsonValue& json, reading::ListReader& reader)
{
    const auto* array = json.as<reading::JsonValue::Array>();
    return array != nullptr ? ParameterValue(reader.entries(*array, readRange)) : ParameterValue();
}

std::string json(const ParameterValue& value)
{
    const auto pair = [](double lower, double upper) {
        return reading::jsonList({reading::jsonNumber(lower), reading::jsonNumber(upper)});
    };
    std::vector<std::string> items;
    for (const model::ViewRange& range : *value.as<Ranges>())
        items.push_back("{\"figure\": " + reading::jsonString(range.figure)
            + ", \"panel\": " + std::to_string(range.panel) + ", \"x\": " + pair(range.xLower, range.xUpper)
            + ", \"y\": " + pair(range.yLower, range.yUpper) + "}");
    return reading::jsonList(items);
}

} // namespace

extern const parameters::ParameterType ranges;
const parameters::ParameterType ranges{
    .name = "list of ranges",
    .type = &typeid(Ranges),
    .accepted = accepted,
    .read = read,
    .json = json,
    .example = "[{\"figure\": \"factors\", \"panel\": 0, \"x\": [1, 4], \"y\": [-2, 2]}]",
};

} // namespace deltascope::types
