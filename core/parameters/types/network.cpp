// SPDX-License-Identifier: GPL-3.0-or-later
// What a network of the user's is known by, as {"file": "mlp.safetensors", "fingerprint": "0123456789abcdef", "sizes":
// [784, 300, 10]}; {}: there is none. Its numbers stand in its file alone.
#include "model/scenario.h"
#include "parameters/groups.h"
#include "parameters/idle_parameters.h"
#include "parameters/parameter_type.h"

#include <algorithm>
#include <cmath>

namespace deltascope::types {

extern const parameters::ParameterType network;

namespace {

using parameters::ParameterValue;

constexpr int kMostNeurons = 65'536;
constexpr std::size_t kMostSizes = 10'001, kMostName = 255;

/// A name alone: no path of a stranger's is used.
bool isFileName(const std::string& name)
{
    return !name.empty() && name.size() <= kMostName && name != "." && name != ".."
        && std::ranges::none_of(name, [](char c) { return c == '/' || c == '\\' || (c >= 0 && c < ' '); });
}

bool isFingerprint(const std::string& text)
{
    return text.size() == 16 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

Result<ParameterValue> accepted(const ParameterValue& given, const parameters::Limits& /*none*/)
{
    const auto* setting = given.as<model::NetworkSetting>();
    if (!setting)
        return parameters::refused(
            {translatable("core", "an object {…} is needed, of file, fingerprint and sizes."), {}});
    if (*setting == model::NetworkSetting{})
        return given;
    const bool sized = setting->sizes.size() >= 2 && setting->sizes.size() <= kMostSizes
        && std::ranges::all_of(setting->sizes, [](int size) { return size >= 1 && size <= kMostNeurons; });
    if (!isFileName(setting->file) || !isFingerprint(setting->fingerprint) || !sized)
        return parameters::refused({translatable("core",
                                        "a file's name without its folder, a fingerprint of 16 digits 0 to f, and "
                                        "sizes from 1 to %1, inputs first, are needed; --network fills them in."),
            {kMostNeurons}});
    return given;
}

ParameterValue read(const reading::JsonValue& json, reading::ListReader& reader)
{
    const auto* object = json.as<reading::JsonValue::Object>();
    if (!object)
        return {};
    model::NetworkSetting setting;
    for (const reading::JsonMember& member : *object) {
        if (member.key == "file") {
            setting.file = reader.string(member);
        } else if (member.key == "fingerprint") {
            setting.fingerprint = reader.string(member);
        } else if (member.key == "sizes") {
            if (const auto* sizes = member.value.as<reading::JsonValue::Array>())
                for (const reading::JsonValue& each : *sizes) {
                    const double* size = each.as<double>();
                    const bool whole = size && *size == std::floor(*size) && *size >= 1 && *size <= kMostNeurons;
                    setting.sizes.push_back(whole ? static_cast<int>(*size) : 0);
                }
        } else {
            reader.unknownKey(member, "file, fingerprint, sizes");
        }
    }
    return setting;
}

std::string json(const ParameterValue& value)
{
    const model::NetworkSetting& setting = *value.as<model::NetworkSetting>();
    if (setting == model::NetworkSetting{})
        return "{}";
    std::vector<std::string> sizes;
    for (const int size : setting.sizes)
        sizes.push_back(std::to_string(size));
    return "{\"file\": " + reading::jsonString(setting.file) + ", \"fingerprint\": "
        + reading::jsonString(setting.fingerprint) + ", \"sizes\": " + reading::jsonList(sizes) + "}";
}

parameters::Parameter<model::Scenario> row()
{
    return {
        .key = "network",
        .label = translatable("core", "Network file"),
        .symbol = "",
        .unit = "",
        .help = translatable("core",
            "Your own network, whose weights and biases are the initial ones: the name, the fingerprint and the sizes "
            "of its file, not its numbers."),
        .member = &model::Scenario::network,
        .group = parameters::kStart,
        .idle = parameters::idle::withoutFile,
    };
}

} // namespace

const parameters::ParameterType network{
    .name = "network",
    .type = &typeid(model::NetworkSetting),
    .accepted = accepted,
    .read = read,
    .json = json,
    .example = R"({"file": "mlp.safetensors", "fingerprint": "0123456789abcdef", "sizes": [784, 300, 10]})",
    .after = "initializer",
    .row = row,
};

} // namespace deltascope::types
