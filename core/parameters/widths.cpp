// SPDX-License-Identifier: GPL-3.0-or-later
#include "parameters/widths.h"

#include "network/structure.h"
#include "parameters/parameters.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

namespace deltascope::parameters {

namespace {

std::optional<std::vector<int>> wholeNumbers(std::string_view typed)
{
    std::vector<int> numbers;
    for (;;) {
        const std::string_view text = typed.substr(0, typed.find(':'));
        int number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc() || end != text.data() + text.size() || text.empty())
            return std::nullopt;
        numbers.push_back(number);
        if (text.size() == typed.size())
            return numbers;
        typed.remove_prefix(text.size() + 1);
    }
}

/// The first of those that are there most often.
int mostFrequent(const std::vector<int>& numbers)
{
    return *std::ranges::max_element(numbers, {}, [&](int number) { return std::ranges::count(numbers, number); });
}

void putWidth(model::Scenario& scenario, int layer, std::optional<int> width)
{
    const model::LayerSetting* known = model::layerSetting(scenario, layer);
    model::LayerSetting own = known != nullptr ? *known : model::LayerSetting{.layer = layer};
    own.width = width;
    scenario = withLayerSetting(std::move(scenario), own);
}

} // namespace

Result<model::Scenario> withWidths(model::Scenario scenario, std::string_view typed)
{
    const std::optional<std::vector<int>> sizes = wholeNumbers(typed);
    if (!sizes || sizes->size() < 2)
        return Error{Fault::usage,
            {translatable(
                 "core", "widths: sizes such as 784:300:100:10 are needed: inputs, neurons of each layer, outputs."),
                {}}};
    const std::vector<int> hidden(sizes->begin() + 1, sizes->end() - 1);
    const int shared = hidden.empty() ? scenario.width : mostFrequent(hidden);
    Result<model::Scenario> next = scenario;
    for (const auto& [key, value] : {std::pair{"depth", static_cast<int>(sizes->size()) - 1},
             std::pair{"inputs", sizes->front()}, std::pair{"width", shared}, std::pair{"outputs", sizes->back()}}) {
        next = withValue(*next, *findScenarioParameter(key), value);
        if (!next)
            return next;
    }
    scenario = withDepth(*std::move(next), static_cast<int>(sizes->size()) - 1);
    const Parameter<model::Scenario>& width = *findScenarioParameter("width");
    for (int layer = 1; layer < scenario.depth; ++layer) {
        const int neurons = hidden[static_cast<std::size_t>(layer - 1)];
        if (neurons < width.minimum || neurons > width.maximum)
            return Error{Fault::usage,
                {translatable("core", "widths: layer %1 may have %2 to %3 neurons, not %4."),
                    {layer, static_cast<int>(width.minimum), static_cast<int>(width.maximum), neurons}}};
        putWidth(scenario, layer, neurons == shared ? std::nullopt : std::optional(neurons));
    }
    return scenario;
}

std::string widthsOf(const model::Scenario& scenario)
{
    std::string text = std::to_string(scenario.inputs);
    for (int layer = 1; layer <= scenario.depth; ++layer)
        text += ':' + std::to_string(network::sizeOf(scenario, layer));
    return text;
}

} // namespace deltascope::parameters
