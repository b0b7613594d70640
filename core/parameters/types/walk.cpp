// SPDX-License-Identifier: GPL-3.0-or-later
// Where a walk through the network stands: off, forward:2, cost, backward:2, backward:w2 (at the weights that lead into
// layer 2), update:2.
#include "model/walk.h"

#include "parameters/parameter_type.h"
#include "reading/text_encoding.h"

#include <charconv>
#include <optional>

namespace deltascope::types {

namespace {

using model::Walk;
using parameters::ParameterValue;

constexpr int kMostLayers = 10'000; // of `depth`

struct Named {
    std::string_view word;
    Walk::Pass pass;
};
constexpr Named kAlone[] = {{"off", Walk::Pass::none}, {"cost", Walk::Pass::cost}};
constexpr Named kOfLayers[] = {
    {"forward:", Walk::Pass::forward}, {"backward:", Walk::Pass::backward}, {"update:", Walk::Pass::update}};

std::optional<Walk> parsed(std::string_view text)
{
    for (const Named& each : kAlone)
        if (text == each.word)
            return Walk{each.pass};
    for (const Named& each : kOfLayers) {
        if (!text.starts_with(each.word))
            continue;
        std::string_view rest = text.substr(each.word.size());
        Walk walk{each.pass};
        if (walk.pass == Walk::Pass::backward && rest.starts_with('w')) {
            walk.link = true;
            rest.remove_prefix(1);
        }
        const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), walk.layer);
        const bool whole = error == std::errc() && end == rest.data() + rest.size();
        if (whole && walk.layer >= 1 && walk.layer <= kMostLayers)
            return walk;
    }
    return std::nullopt;
}

std::string written(const ParameterValue& value)
{
    const Walk& walk = *value.as<Walk>();
    for (const Named& each : kAlone)
        if (walk.pass == each.pass)
            return std::string(each.word);
    for (const Named& each : kOfLayers)
        if (walk.pass == each.pass)
            return std::string(each.word) + (walk.link ? "w" : "") + std::to_string(walk.layer);
    return "off";
}

Result<ParameterValue> accepted(const ParameterValue& given, const parameters::Limits& /*none*/)
{
    if (given.as<Walk>())
        return given;
    const std::string* text = given.as<std::string>();
    if (const std::optional<Walk> walk = text ? parsed(*text) : std::nullopt)
        return ParameterValue(*walk);
    return parameters::refused({translatable("core",
                                    "“%1” is no stage of the walk; stages are off, forward:2, cost, backward:2, "
                                    "backward:w2 (the weights that lead into layer 2) and update:2, with any layer "
                                    "from 1 to %2."),
        {text ? reading::shortened(*text) : std::string("…"), kMostLayers}});
}

ParameterValue read(const reading::JsonValue& json, reading::ListReader& /*of single values*/)
{
    const std::string* text = json.as<std::string>();
    return text != nullptr ? ParameterValue(*text) : ParameterValue();
}

std::string json(const ParameterValue& value)
{
    return reading::jsonString(written(value));
}

Result<ParameterValue> typed(std::string_view text, const parameters::Limits& /*later*/)
{
    return ParameterValue(std::string(text));
}

} // namespace

extern const parameters::ParameterType walk;
const parameters::ParameterType walk{
    .name = "stage",
    .type = &typeid(Walk),
    .accepted = accepted,
    .read = read,
    .json = json,
    .typed = typed,
    .text = written,
    .example = "backward:2",
};

} // namespace deltascope::types
