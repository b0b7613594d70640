// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/with_network.h"

#include "documents/document_json.h"
#include "documents/parameter_json.h"
#include "parameters/groups.h"
#include "parameters/widths.h"
#include "reading/text_encoding.h"

#include <algorithm>
#include <string_view>

namespace deltascope::documents {

namespace {

std::string widthsText(const imported::ImportedNetwork& network)
{
    std::string text;
    for (const int size : network.sizes())
        text += (text.empty() ? "" : ":") + std::to_string(size);
    return text;
}

/// Of what layers are made, the activations that some have of their own, and the cost that goes with the last one's.
void takeStructure(model::Scenario& scenario, const model::Scenario& from)
{
    for (const parameters::Parameter<model::Scenario>& row : parameters::scenarioParameters())
        for (const char* group : {parameters::kActivation, parameters::kShape, parameters::kRemedies})
            if (std::string_view(row.group) == group)
                row.member.put(scenario, parameters::valueOf(from, row));
    scenario.loss = from.loss;
}

void takeActivations(model::Scenario& scenario, const model::Scenario& from)
{
    for (const model::LayerSetting& setting : from.layers)
        if (setting.activation && setting.layer < scenario.depth) {
            const model::LayerSetting* known = model::layerSetting(scenario, setting.layer);
            model::LayerSetting own = known ? *known : model::LayerSetting{.layer = setting.layer};
            own.activation = setting.activation;
            scenario = parameters::withLayerSetting(std::move(scenario), own);
        }
}

} // namespace

Result<model::Scenario> withNetwork(model::Scenario scenario, const imported::ImportedNetwork& network)
{
    scenario.tied = false;
    scenario.feed = model::Scenario{}.feed;
    scenario.gate = model::Scenario{}.gate;
    const Result<model::Document> made =
        network.scenario.empty() ? Result<model::Document>(model::Document{}) : readDocument(network.scenario);
    const bool ours = made && !network.scenario.empty();
    if (ours)
        takeStructure(scenario, made->scenario);
    scenario.layers.clear();
    Result<model::Scenario> sized = parameters::withWidths(std::move(scenario), widthsText(network));
    if (!sized)
        return Error{Fault::invalidData, {translatable("core", "“%1”: %2"), {network.name, sized.error().what}}};
    model::Scenario next = *std::move(sized);
    if (ours)
        takeActivations(next, made->scenario);
    for (const auto& [key, text] : network.said)
        if (const auto* row = parameters::findScenarioParameter(key))
            if (Result<model::Scenario> said = withText(next, *row, text)) // else a word that means nothing here
                next = *std::move(said);
    next.initializer = model::kFromFile;
    next.network = {network.name, network.fingerprint, network.sizes()};
    return next;
}

bool says(const imported::ImportedNetwork& network, std::string_view key)
{
    if (!network.scenario.empty() && readDocument(network.scenario))
        return true;
    const auto* row = parameters::findScenarioParameter(key);
    return std::ranges::any_of(network.said,
        [&](const auto& each) { return each.first == key && row && withText(model::Scenario{}, *row, each.second); });
}

Message understood(const imported::ImportedNetwork& network)
{
    constexpr std::size_t kMostNamed = 4;
    const int layers = static_cast<int>(network.layers.size());
    Message sentence = layers == 1
        ? Message{translatable("core", "“%1”: 1 layer, %2"), {network.name, widthsText(network)}}
        : Message{translatable("core", "“%1”: %2 layers, %3"), {network.name, layers, widthsText(network)}};
    std::size_t left = 0;
    for (const imported::ArrayUse& array : network.arrays)
        if (!array.used && ++left <= kMostNamed)
            sentence = Message{translatable("core", "%1; “%2”: %3"),
                {std::move(sentence), reading::shortened(array.name), array.became}};
    if (left > kMostNamed)
        sentence = Message{translatable("core", "%1; %2 more arrays are left out"),
            {std::move(sentence), static_cast<int>(left - kMostNamed)}};
    const auto notUnderstood = [&sentence](const Error& error) {
        sentence = Message{translatable("core", "%1; what it says of itself is not understood (%2)"),
            {std::move(sentence), error.what}};
    };
    if (!network.scenario.empty())
        if (const Result<model::Document> made = readDocument(network.scenario); !made)
            notUnderstood(made.error());
    for (const auto& [key, text] : network.said)
        if (const auto* row = parameters::findScenarioParameter(key))
            if (const Result<model::Scenario> said = withText({}, *row, text); !said)
                notUnderstood(said.error());
    if (!says(network, "activation"))
        sentence =
            Message{translatable("core",
                        "%1; it does not name its activations: they are those of activation and output_activation"),
                {std::move(sentence)}};
    return {"%1.", {std::move(sentence)}};
}

} // namespace deltascope::documents
