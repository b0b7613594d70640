// SPDX-License-Identifier: GPL-3.0-or-later
#include "parameters/idle_parameters.h"

#include "base/registry.h"
#include "data/dataset_kind.h"
#include "network/activations/activation.h"
#include "network/initializer.h"
#include "network/structure.h"
#include "training/optimizer.h"

#include <algorithm>
#include <cassert>
#include <string>
#include <string_view>

namespace deltascope::parameters::idle {

namespace {

const network::Initializer* startRule(const model::Scenario& scenario)
{
    return findKind(network::initializersRegistry(), scenario.initializer);
}

const data::DatasetKind* dataOf(const model::Scenario& scenario)
{
    return findKind(data::datasetsRegistry(), scenario.data);
}

const training::Optimizer* optimizerOf(const model::Scenario& scenario)
{
    return findKind(training::optimizersRegistry(), scenario.optimizer);
}

/// Where no layer has an activation that the parameter sets.
Message withoutActivationSetBy(std::string_view parameter, const model::Scenario& scenario)
{
    const auto kind =
        std::ranges::find(activations::activationsRegistry(), parameter, &activations::Activation::parameter);
    assert(kind != activations::activationsRegistry().end());
    if (network::hasActivationSetBy(scenario, parameter))
        return {};
    return {
        translatable("core", "No layer has the activation “%1”, which this is about."), {Message{(*kind)->name, {}}}};
}

} // namespace

Message withoutHiddenLayers(const model::Scenario& scenario)
{
    if (scenario.depth > 1)
        return {};
    return {translatable("core", "With a depth of 1 there are no hidden layers: this has no effect."), {}};
}

Message underFile(const model::Scenario& scenario)
{
    if (!model::startsFromFile(scenario) || scenario.network.fingerprint.empty())
        return {};
    return {translatable("core", "The network “%1” has its own sizes."), {scenario.network.file}};
}

Message widthUnderFile(const model::Scenario& scenario)
{
    const Message why = withoutHiddenLayers(scenario);
    return why.empty() ? underFile(scenario) : why;
}

Message withoutFile(const model::Scenario& scenario)
{
    const network::Initializer* rule = startRule(scenario);
    if (!rule || rule->given)
        return {};
    return {translatable("core", "The initialization “%1” does not come from a file: %2."),
        {Message{rule->name, {}}, rule->formula}};
}

Message withoutEqualWidths(const model::Scenario& scenario)
{
    if (Message why = withoutHiddenLayers(scenario); !why.empty())
        return why;
    if (std::ranges::any_of(network::layerGroups(scenario),
            [](const network::LayerGroup& each) { return !each.shape.last && each.shape.size == each.shape.before; }))
        return {};
    return {
        translatable("core", "A residual connection needs a hidden layer as wide as the one before it; none is."), {}};
}

Message withoutResidual(const model::Scenario& scenario)
{
    if (Message why = withoutEqualWidths(scenario); !why.empty())
        return why;
    if (network::addsIdentity(scenario))
        return {};
    return {translatable("core", "No layer has a residual connection for this to scale."), {}};
}

Message withoutNormalization(const model::Scenario& scenario)
{
    if (Message why = withoutHiddenLayers(scenario); !why.empty())
        return why;
    if (scenario.normalization != "none")
        return {};
    return {translatable("core", "There is no normalization to position."), {}};
}

Message withoutTiedLayers(const model::Scenario& scenario)
{
    if (scenario.depth > 3)
        return {};
    return {translatable("core", "With a depth below 4 there are no two layers between the first and the last."), {}};
}

Message withoutSteps(const model::Scenario& scenario)
{
    if (scenario.tied && scenario.depth > 2)
        return {};
    return {translatable("core", "Only tied layers are steps at which an input can enter, from a depth of 3 on."), {}};
}

Message withoutGate(const model::Scenario& scenario)
{
    if (scenario.gate != model::Scenario{}.gate)
        return {};
    return {translatable("core", "Without a gate every layer forgets what it does not compute: z has no effect."), {}};
}

Message withoutBias(const model::Scenario& scenario)
{
    const network::Initializer* rule = startRule(scenario);
    if (!rule || rule->usesBias)
        return {};
    return {translatable("core", "The initialization “%1” chooses every bias itself: %2."),
        {Message{rule->name, {}}, rule->formula}};
}

Message withoutWeight(const model::Scenario& scenario)
{
    const network::Initializer* rule = startRule(scenario);
    if (!rule || rule->usesWeight())
        return {};
    if (rule->given)
        return {translatable("core", "The initialization “%1” brings every weight: %2."),
            {Message{rule->name, {}}, rule->formula}};
    return {translatable("core", "The initialization “%1” draws every weight at random: %2."),
        {Message{rule->name, {}}, rule->formula}};
}

Message withoutOwnLayers(const model::Scenario& scenario)
{
    const bool shapes = std::ranges::any_of(
        scenario.layers, [](const model::LayerSetting& own) { return own.width || own.activation; });
    return shapes ? Message{} : withoutWeight(scenario);
}

Message withoutOwnValues(const model::Scenario& scenario, int layer)
{
    const model::LayerSetting* own = model::layerSetting(scenario, layer);
    if (!own || (!own->weight && !own->bias))
        return {};
    if (const network::Initializer* rule = startRule(scenario); rule && !rule->usesWeight())
        return {translatable("core",
                    "Layer %1 has a weight or a bias of its own, which means nothing under the initialization “%2”."),
            {layer, Message{rule->name, {}}}};
    if (const int owner = network::ownerOf(scenario, layer); owner != layer)
        return {translatable("core",
                    "Layer %1 has a weight or a bias of its own, which means nothing: tied layers have those of layer "
                    "%2."),
            {layer, owner}};
    return {};
}

std::vector<Message> ownValuesInVain(const model::Scenario& scenario)
{
    constexpr std::size_t kMostNamed = 10;
    std::vector<int> layers;
    for (const model::LayerSetting& own : scenario.layers)
        if (own.layer <= scenario.depth && !withoutOwnValues(scenario, own.layer).empty())
            layers.push_back(own.layer);
    if (layers.size() < 2)
        return layers.empty() ? std::vector<Message>{} : std::vector{withoutOwnValues(scenario, layers.front())};
    std::string names;
    for (std::size_t i = 0; i < layers.size() && i < kMostNamed; ++i)
        names += (i == 0 ? "" : ", ") + std::to_string(layers[i]);
    names += layers.size() > kMostNamed ? ", …" : "";
    const network::Initializer* rule = startRule(scenario);
    if (rule && !rule->usesWeight())
        return {{translatable("core",
                     "The layers %1 have weights or biases of their own, which mean nothing under the initialization "
                     "“%2”."),
            {names, Message{rule->name, {}}}}};
    return {
        {translatable("core",
             "The layers %1 have weights or biases of their own, which mean nothing: tied layers have those of layer "
             "%2."),
            {names, network::ownerOf(scenario, layers.front())}}};
}

Message withoutSlope(const model::Scenario& scenario)
{
    return withoutActivationSetBy("slope", scenario);
}

Message withoutFormula(const model::Scenario& scenario)
{
    return withoutActivationSetBy("formula", scenario);
}

Message withoutGain(const model::Scenario& scenario)
{
    const network::Initializer* rule = startRule(scenario);
    if (!rule || rule->isRandom())
        return {};
    return {
        translatable("core", "The initialization “%1” is not random: %2."), {Message{rule->name, {}}, rule->formula}};
}

Message withoutRandomness(const model::Scenario& scenario)
{
    const network::Initializer* rule = startRule(scenario);
    const data::DatasetKind* data = dataOf(scenario);
    const bool shuffled = scenario.batch > 0 && scenario.batch < scenario.examples;
    const bool rowsShuffled = data && data->usesTable && scenario.table.draw != "file_order";
    if (!rule || rule->isRandom() || network::draws(scenario) || !data || data->random || rowsShuffled || shuffled)
        return {};
    return {translatable("core", "Nothing here is random: neither the initialization “%1” nor the data “%2”."),
        {Message{rule->name, {}}, Message{data->name, {}}}};
}

Message withoutBiasDeviation(const model::Scenario& scenario)
{
    const network::Initializer* rule = startRule(scenario);
    if (!rule || rule->usesBiasDeviation)
        return {};
    return {translatable("core", "The initialization “%1” has no σb to choose: %2."),
        {Message{rule->name, {}}, rule->formula}};
}

Message withoutInput(const model::Scenario& scenario)
{
    const data::DatasetKind* kind = dataOf(scenario);
    if (!kind || kind->usesInput)
        return {};
    return {translatable("core", "The data “%1” bring their own inputs and targets."), {Message{kind->name, {}}}};
}

Message withoutTable(const model::Scenario& scenario)
{
    const data::DatasetKind* kind = dataOf(scenario);
    if (!kind || kind->usesTable)
        return {};
    return {translatable("core", "The data “%1” are not a table of your own."), {Message{kind->name, {}}}};
}

Message withoutMeanSquare(const model::Scenario& scenario)
{
    const data::DatasetKind* kind = dataOf(scenario);
    if (!kind || kind->usesMeanSquare)
        return {};
    return {translatable("core", "The data “%1” have no mean square to choose."), {Message{kind->name, {}}}};
}

Message withoutMomentum(const model::Scenario& scenario)
{
    const training::Optimizer* rule = optimizerOf(scenario);
    if (!rule || rule->usesMomentum)
        return {};
    return {translatable("core", "The optimizer “%1” has no momentum."), {Message{rule->name, {}}}};
}

} // namespace deltascope::parameters::idle
