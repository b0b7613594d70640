// SPDX-License-Identifier: GPL-3.0-or-later
// What single layers have of their own, in their order.
#include "base/registry.h"
#include "model/scenario.h"
#include "network/activations/activation.h"
#include "parameters/groups.h"
#include "parameters/idle_parameters.h"
#include "parameters/parameter_type.h"

#include <algorithm>
#include <cmath>

namespace deltascope::types {

namespace {

using parameters::ParameterValue;
using Layers = std::vector<model::LayerSetting>;

std::optional<Message> problemOf(const Layers& settings)
{
    int previous = 0;
    for (const model::LayerSetting& setting : settings) {
        if (setting.layer == previous)
            return Message{
                translatable("core", "layer %1 is given twice; each layer may be given once."), {setting.layer}};
        previous = setting.layer;
        for (const std::optional<double>& value : {setting.weight, setting.bias})
            if (value && !(std::abs(*value) <= 1e6))
                return Message{
                    translatable("core", "layer %1: weight and bias must be finite numbers from −1000000 to 1000000."),
                    {setting.layer}};
        if (setting.activation && !findKind(activations::activationsRegistry(), *setting.activation))
            return Message{
                translatable("core", "layer %1: there is no activation “%2”."), {setting.layer, *setting.activation}};
        if (setting.empty())
            return Message{translatable("core",
                               "layer %1 has nothing of its own; give a weight, a bias, a width or an activation."),
                {setting.layer}};
    }
    return std::nullopt;
}

Result<ParameterValue> accepted(const ParameterValue& given, const parameters::Limits& /*none*/)
{
    if (!given.as<Layers>())
        return parameters::refused({translatable("core", "a list of layers is needed."), {}});
    Layers settings = *given.as<Layers>();
    std::ranges::stable_sort(settings, {}, &model::LayerSetting::layer);
    if (std::optional<Message> problem = problemOf(settings))
        return parameters::refused(*std::move(problem));
    return ParameterValue(std::move(settings));
}

Message wholeLayerNeeded()
{
    return {translatable("core", "layer must be a whole number from 1 to 10000."), {}};
}

model::LayerSetting readLayer(const reading::JsonValue::Object& entry, std::size_t offset, reading::ListReader& reader)
{
    model::LayerSetting setting{.layer = 0};
    for (const reading::JsonMember& member : entry) {
        if (member.key == "layer")
            setting.layer = reader.whole(member, 1, 10'000, wholeLayerNeeded());
        else if (member.key == "weight")
            setting.weight = reader.number(member);
        else if (member.key == "bias")
            setting.bias = reader.number(member);
        else if (member.key == "width")
            setting.width = reader.whole(
                member, 1, 1024, {translatable("core", "width must be a whole number from 1 to 1024."), {}});
        else if (member.key == "activation")
            setting.activation = reader.string(member);
        else
            reader.unknownKey(member, "layer, weight, bias, width, activation");
    }
    if (setting.layer == 0)
        reader.fail(offset, wholeLayerNeeded());
    return setting;
}

ParameterValue read(const reading::JsonValue& json, reading::ListReader& reader)
{
    const auto* array = json.as<reading::JsonValue::Array>();
    return array != nullptr ? ParameterValue(reader.entries(*array, readLayer)) : ParameterValue();
}

std::string json(const ParameterValue& value)
{
    std::vector<std::string> items;
    for (const model::LayerSetting& setting : *value.as<Layers>()) {
        std::string text = "{\"layer\": " + std::to_string(setting.layer);
        if (setting.weight)
            text += ", \"weight\": " + reading::jsonNumber(*setting.weight);
        if (setting.bias)
            text += ", \"bias\": " + reading::jsonNumber(*setting.bias);
        if (setting.width)
            text += ", \"width\": " + std::to_string(*setting.width);
        if (setting.activation)
            text += ", \"activation\": " + reading::jsonString(*setting.activation);
        items.push_back(text + "}");
    }
    return reading::jsonList(items);
}

parameters::Parameter<model::Scenario> row()
{
    return {
        .key = "layers",
        .label = translatable("core", "Single layers"),
        .symbol = "w_l, b_l",
        .unit = "",
        .help = translatable("core", "Single layers with a weight, a bias, a width or an activation of their own."),
        .member = &model::Scenario::layers,
        .group = parameters::kStart,
        .idle = parameters::idle::withoutOwnLayers,
    };
}

} // namespace

extern const parameters::ParameterType layers;
const parameters::ParameterType layers{
    .name = "list of layers",
    .type = &typeid(Layers),
    .accepted = accepted,
    .read = read,
    .json = json,
    .example = "[{\"layer\": 1, \"weight\": 0.5, \"bias\": 0.25}]",
    .after = "seed",
    .row = row,
};

} // namespace deltascope::types
