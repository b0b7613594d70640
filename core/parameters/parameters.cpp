// SPDX-License-Identifier: GPL-3.0-or-later
#include "parameters/parameters.h"

#include "base/registry.h"
#include "data/dataset_kind.h"
#include "network/initializer.h"
#include "network/losses/loss.h"
#include "network/operation.h"
#include "network/structure.h"

#include <algorithm>

namespace deltascope::parameters {

namespace {

Error wrongValue(std::string_view key, Message problem)
{
    return {Fault::usage, {translatable("core", "%1: %2"), {std::string(key), std::move(problem)}}};
}

/// As a double, for it may be larger than any integer.
double weightCount(const model::Scenario& scenario)
{
    double count = 0;
    for (const network::LayerGroup& group : network::layerGroups(scenario))
        count += static_cast<double>(group.shape.size)
            * (group.shape.before + network::gateColumnsOf(scenario, group.shape)) * group.count;
    return count;
}

std::optional<Message> layersThatDoNotFit(const model::Scenario& scenario)
{
    for (const model::LayerSetting& setting : scenario.layers) {
        if (setting.layer < 1 || setting.layer > scenario.depth)
            return Message{translatable("core", "layer %1 does not exist; the layers are 1 to %2 (the depth)."),
                {setting.layer, scenario.depth}};
        if (setting.layer == scenario.depth && (setting.width || setting.activation))
            return Message{translatable("core",
                               "layer %1 is the last one: set outputs and output_activation in place of a width and an "
                               "activation of its own."),
                {setting.layer}};
    }
    return std::nullopt;
}

/// Why these layers cannot share their parameters.
std::optional<Message> whyNotTied(const model::Scenario& scenario)
{
    std::vector<int> tied = network::tiedLayers(scenario);
    if (tied.empty() && (model::stepsOf(scenario) > 1 || network::mixes(scenario)) && scenario.tied)
        tied = {2}; // alone, but a step
    if (tied.empty())
        return std::nullopt;
    for (const int layer : tied)
        if (network::sizeOf(scenario, layer) != network::sizeOf(scenario, layer - 1))
            return Message{translatable("core",
                               "tied layers share one square matrix, so layers 1 to %1 must have the same width; layer "
                               "%2 has %3 neurons, the one before it %4."),
                {scenario.depth - 1, layer, network::sizeOf(scenario, layer), network::sizeOf(scenario, layer - 1)}};
    const network::Initializer* rule = findKind(network::initializersRegistry(), scenario.initializer);
    if (rule != nullptr && rule->biasFromForwardPass)
        return Message{
            translatable("core", "the initialization “%1” gives every layer a bias of its own; tied layers share one."),
            {Message{rule->name, {}}}};
    return std::nullopt;
}

/// Why a choice about the steps of tied layers means nothing without them, as error of its parameter.
std::optional<Error> withoutTheirTiedLayers(const model::Scenario& scenario)
{
    if (scenario.tied)
        return std::nullopt;
    if (scenario.feed != model::Scenario{}.feed)
        return wrongValue("feed",
            {translatable("core", "an input enters at every step only where layers are steps: it needs tied layers."),
                {}});
    for (const operations::Operation* kind : operations::operationsRegistry())
        if (kind->gateColumns != nullptr && kind->choiceId == scenario.gate)
            return wrongValue("gate",
                {translatable(
                     "core", "“%1” has one gate for all steps, with weights that it learns: it needs tied layers."),
                    {Message{kind->choice, {}}}});
    return std::nullopt;
}

std::optional<Error> refusedByAnOperation(const model::Scenario& scenario)
{
    for (const operations::Operation* kind : operations::operationsRegistry())
        if (kind->refusal != nullptr && network::standsIn(scenario, *kind))
            if (operations::Refusal refusal = kind->refusal(scenario); !refusal.why.empty())
                return wrongValue(refusal.key, std::move(refusal.why));
    return std::nullopt;
}

/// With these data, and `inputs` those of all steps together.
model::Scenario withInputsOfAllSteps(model::Scenario scenario, std::string_view id)
{
    scenario.data = id;
    scenario.inputs *= model::stepsOf(scenario);
    const data::DatasetKind* kind = findKind(data::datasetsRegistry(), id);
    if (kind && kind->fitSizes)
        kind->fitSizes(scenario);
    return scenario;
}

std::optional<Error> sizesThatDoNotFit(const model::Scenario& scenario)
{
    const model::Scenario fitted = withData(scenario, scenario.data);
    const int steps = model::stepsOf(scenario);
    if (const int all = withInputsOfAllSteps(scenario, scenario.data).inputs; all % steps != 0)
        return wrongValue("feed",
            {translatable(
                 "core", "the data “%1” have %2 inputs, which cannot be shared evenly among %3 steps (depth − 1)."),
                {scenario.data, all, steps}});
    if (fitted.inputs == scenario.inputs && fitted.outputs == scenario.outputs)
        return std::nullopt;
    return wrongValue(fitted.inputs != scenario.inputs ? "inputs" : "outputs",
        {translatable("core", "the data “%1” need inputs = %2 and outputs = %3, not %4 and %5."),
            {scenario.data, fitted.inputs, fitted.outputs, scenario.inputs, scenario.outputs}});
}

} // namespace

double memoryOf(const model::Scenario& scenario)
{
    const double inputs = static_cast<double>(scenario.inputs) * model::stepsOf(scenario);
    double neurons = inputs;
    for (const network::LayerGroup& group : network::layerGroups(scenario))
        neurons += static_cast<double>(group.shape.size) * group.count;
    constexpr double kPerValue = 5; // input or z, a, f′, and what a pass or a figure holds beside them
    const double heldOut = (inputs + scenario.outputs) * scenario.holdout;
    return sizeof(double) * (weightCount(scenario) + kPerValue * neurons * scenario.examples + heldOut);
}

const Parameter<model::Scenario>* findScenarioParameter(std::string_view key)
{
    return findParameter<model::Scenario>(key);
}

template <class Record>
Result<Record> withValue(Record record, const Parameter<Record>& parameter, const ParameterValue& value)
{
    const Result<ParameterValue> accepted = typeOf(parameter).accepted(value, limitsOf(parameter));
    if (!accepted)
        return wrongValue(parameter.key, accepted.error().what);
    parameter.member.put(record, *accepted);
    return record;
}

template Result<model::Scenario> withValue(model::Scenario, const Parameter<model::Scenario>&, const ParameterValue&);
template Result<model::Question> withValue(model::Question, const Parameter<model::Question>&, const ParameterValue&);
template Result<model::ViewState> withValue(
    model::ViewState, const Parameter<model::ViewState>&, const ParameterValue&);
template Result<model::Preferences> withValue(
    model::Preferences, const Parameter<model::Preferences>&, const ParameterValue&);

std::optional<Error> validate(const model::Scenario& scenario)
{
    if (std::optional<Message> problem = layersThatDoNotFit(scenario))
        return wrongValue("layers", *std::move(problem));
    if (std::optional<Error> error = withoutTheirTiedLayers(scenario))
        return error;
    if (std::optional<Message> problem = whyNotTied(scenario))
        return wrongValue("tied", *std::move(problem));
    if (const double bytes = memoryOf(scenario); bytes > kMaxMemory)
        return wrongValue(weightCount(scenario) * sizeof(double) > kMaxMemory / 2 ? "width" : "examples",
            {translatable("core", "these sizes would take %1 GB of memory; %2 GB are the limit."),
                {Real{bytes / 1e9, 3}, Real{kMaxMemory / 1e9, 3}}});
    const losses::Loss* loss = findKind(losses::lossesRegistry(), scenario.loss);
    if (loss && !loss->outputActivation.empty() && loss->outputActivation != scenario.outputActivation)
        return wrongValue("loss",
            {translatable("core", "“%1” goes only with the output activation %2, not with %3."),
                {scenario.loss, std::string(loss->outputActivation), scenario.outputActivation}});
    if (std::optional<Error> error = sizesThatDoNotFit(scenario))
        return error;
    return refusedByAnOperation(scenario);
}

model::Scenario withData(model::Scenario scenario, std::string_view id)
{
    scenario = withInputsOfAllSteps(std::move(scenario), id);
    const int steps = model::stepsOf(scenario);
    if (scenario.inputs % steps == 0)
        scenario.inputs /= steps;
    return scenario;
}

model::Scenario withDepth(model::Scenario scenario, int depth)
{
    scenario.depth = depth;
    for (model::LayerSetting& setting : scenario.layers)
        if (setting.layer == depth) { // which has the outputs' now
            setting.width.reset();
            setting.activation.reset();
        }
    std::erase_if(scenario.layers,
        [depth](const model::LayerSetting& setting) { return setting.layer > depth || setting.empty(); });
    return scenario;
}

model::Scenario withLayerSetting(model::Scenario scenario, const model::LayerSetting& setting)
{
    auto place = std::lower_bound(scenario.layers.begin(), scenario.layers.end(), setting.layer,
        [](const model::LayerSetting& each, int layer) { return each.layer < layer; });
    if (place != scenario.layers.end() && place->layer == setting.layer)
        place = scenario.layers.erase(place);
    if (!setting.empty())
        scenario.layers.insert(place, setting);
    return scenario;
}

} // namespace deltascope::parameters
