// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/structure.h"

#include "base/registry.h"
#include "model/scenario.h"
#include "network/activations/activation.h"
#include "network/operation.h"
#include "network/parametrizations/parametrization.h"

#include <algorithm>
#include <cassert>

namespace deltascope::network {

namespace {

constexpr int kFirstTied = 2; // layer 1 brings the input in, the last one reads the answer

int fedInputs(const model::Scenario& scenario)
{
    return model::stepsOf(scenario) > 1 ? scenario.inputs : 0;
}
/// Layers that may differ from those before and after them, ascending: the ends, what has something of its own, and
/// what follows that.
std::vector<int> unlikeLayers(const model::Scenario& scenario)
{
    std::vector<int> layers{1, scenario.depth};
    for (const model::LayerSetting& setting : scenario.layers) {
        if (setting.width || setting.activation)
            layers.push_back(setting.layer);
        if (setting.width && setting.layer < scenario.depth)
            layers.push_back(setting.layer + 1);
    }
    std::ranges::sort(layers);
    const auto doubled = std::ranges::unique(layers);
    layers.erase(doubled.begin(), doubled.end());
    return layers;
}

void addTo(std::vector<LayerGroup>& groups, const LayerGroup& next)
{
    const auto alike = std::ranges::find(groups, next.shape, &LayerGroup::shape);
    if (alike == groups.end())
        groups.push_back(next);
    else
        alike->count += next.count;
}

} // namespace

LayerPlan::LayerPlan(activations::Chosen f, std::vector<LayerOperation> inOrder, const Parametrization* made)
    : activation(std::move(f))
    , parametrization(made != nullptr && !made->isIdentity() ? made : nullptr)
    , operations(std::move(inOrder))
{
    for (std::size_t i = 0; i < operations.size(); ++i) {
        const operations::Operation& kind = *operations[i].kind;
        if (kind.parameters == operations::Operation::Parameters::weights)
            linear = i;
        if (kind.activates)
            activate = i;
        operations[i].kept = kept;
        kept += kind.standardizes ? 1 : kind.keeps;
        if (operations[i].learnt >= 0)
            operations[i].learnt = learnt++;
        plain = plain && (kind.activates || kind.parameters != operations::Operation::Parameters::none);
        draws = draws || kind.drawn != nullptr;
        goesPast = goesPast || kind.backwardPast != nullptr;
        mixes = mixes || kind.chainFactor != nullptr;
        couplesExamples = couplesExamples || kind.couplesExamples;
        removesShift = removesShift || kind.removesShift;
        removesOwnShift = removesOwnShift || (kind.removesShift && activate > 0);
        identity += kind.addsIdentity ? operations[i].scale : 0;
    }
    assert(linear < activate && operations[linear].kind->parameters == operations::Operation::Parameters::weights);
    assert(operations[activate].kind->activates);
    for (std::size_t i = linear; i + 1 < activate; ++i) // δ, the gradient of z, is that of the biases
        assert(operations[i].kind->parameters != operations::Operation::Parameters::biases);
    settled = activate + 1;
    while (settled < operations.size() && operations[settled].kind->forwardScaled != nullptr)
        ++settled;
    biasFollows = operations[linear + 1].kind->parameters == operations::Operation::Parameters::biases;
    for (std::size_t i = linear + 1; i < activate; ++i)
        changesSums = changesSums || operations[i].kind->backward != nullptr;
    readsBefore = goesPast || mixes || linear > 0;
}

const LayerOperation* LayerPlan::standardizing() const
{
    for (const LayerOperation& each : operations)
        if (each.kind->standardizes)
            return &each;
    return nullptr;
}

bool NetworkStructure::couplesExamples() const
{
    return std::ranges::any_of(plans, &LayerPlan::couplesExamples);
}

bool NetworkStructure::draws() const
{
    return std::ranges::any_of(plans, &LayerPlan::draws);
}

bool NetworkStructure::feeds() const
{
    return std::ranges::any_of(layers, [](const Layer& layer) { return layer.fed > 0; });
}

bool NetworkStructure::gated() const
{
    return std::ranges::any_of(layers, [](const Layer& layer) { return layer.gateColumns > 0; });
}

int NetworkStructure::sequence() const
{
    int numbers = inputs;
    for (const Layer& layer : layers)
        numbers += layer.fed;
    return numbers;
}

int sizeOf(const model::Scenario& scenario, int layer)
{
    return model::neuronsOf(scenario, layer);
}

activations::Chosen activationNamed(const model::Scenario& scenario, const std::string& id)
{
    const activations::Activation* record = findKind(activations::activationsRegistry(), id);
    assert(record != nullptr);
    return record->of != nullptr ? record->of(scenario) : activations::Chosen(*record);
}

activations::Chosen activationOf(const model::Scenario& scenario, int layer)
{
    if (layer == scenario.depth)
        return activationNamed(scenario, scenario.outputActivation);
    const model::LayerSetting* own = model::layerSetting(scenario, layer);
    return activationNamed(scenario, own != nullptr && own->activation ? *own->activation : scenario.activation);
}

activations::Chosen hiddenActivation(const model::Scenario& scenario)
{
    return activationNamed(scenario, scenario.activation);
}

bool hasActivationSetBy(const model::Scenario& scenario, std::string_view parameter)
{
    const auto isSet = [&](const std::string& id) {
        const activations::Activation* record = findKind(activations::activationsRegistry(), id);
        return record != nullptr && record->parameter == parameter;
    };
    return isSet(scenario.outputActivation) || (scenario.depth > 1 && isSet(scenario.activation))
        || std::ranges::any_of(scenario.layers, [&](const model::LayerSetting& own) {
               return own.layer < scenario.depth && own.activation && isSet(*own.activation);
           });
}

int ownerOf(const model::Scenario& scenario, int layer)
{
    return scenario.tied && layer > kFirstTied && layer < scenario.depth ? kFirstTied : layer;
}

std::vector<int> tiedLayers(const model::Scenario& scenario)
{
    std::vector<int> layers;
    if (scenario.tied && scenario.depth > kFirstTied + 1)
        for (int layer = kFirstTied; layer < scenario.depth; ++layer)
            layers.push_back(layer);
    return layers;
}

LayerShape shapeOf(const model::Scenario& scenario, int layer)
{
    const bool recurrent = scenario.tied && layer >= kFirstTied && layer < scenario.depth;
    return {sizeOf(scenario, layer), sizeOf(scenario, layer - 1), activationOf(scenario, layer),
        layer == scenario.depth, layer == 1, recurrent, recurrent ? fedInputs(scenario) : 0};
}

LayerShape commonShape(const model::Scenario& scenario)
{
    return {.size = scenario.width,
        .before = scenario.width,
        .activation = hiddenActivation(scenario),
        .recurrent = scenario.tied,
        .fed = scenario.tied ? fedInputs(scenario) : 0};
}

std::vector<LayerGroup> layerGroups(const model::Scenario& scenario)
{
    std::vector<LayerGroup> groups;
    int next = 1;
    for (const int layer : unlikeLayers(scenario)) {
        if (next < layer)
            addTo(groups, {commonShape(scenario), next, layer - next});
        addTo(groups, {shapeOf(scenario, layer), layer, 1});
        next = layer + 1;
    }
    return groups;
}

bool hiddenLayersDiffer(const model::Scenario& scenario)
{
    return std::ranges::any_of(scenario.layers, [&](const model::LayerSetting& own) {
        return own.layer < scenario.depth
            && ((own.width && *own.width != scenario.width)
                || (own.activation && *own.activation != scenario.activation));
    });
}

LayerPlan planOf(const model::Scenario& scenario, const LayerShape& shape)
{
    struct Placed {
        int order;
        LayerOperation operation;
    };
    std::vector<Placed> placed;
    for (const operations::Operation* kind : operations::operationsRegistry())
        if (const std::optional<operations::InLayer> place = kind->placed(scenario, shape))
            placed.push_back({place->order, {kind, place->scale, 0, place->learnt ? 0 : -1}});
    std::ranges::stable_sort(placed, {}, &Placed::order);
    std::vector<LayerOperation> operations;
    for (const Placed& each : placed)
        operations.push_back(each.operation);
    const Parametrization* learnt = findKind(parametrizationsRegistry(), scenario.parametrization);
    assert(learnt != nullptr);
    return {shape.activation, std::move(operations), learnt};
}

LayerPlan planOf(const model::Scenario& scenario, int layer)
{
    return planOf(scenario, shapeOf(scenario, layer));
}

std::vector<LayerPlan> plansOf(const model::Scenario& scenario)
{
    std::vector<LayerPlan> plans;
    for (const LayerGroup& group : layerGroups(scenario))
        plans.push_back(planOf(scenario, group.shape));
    return plans;
}

bool hasParametrization(const std::vector<LayerPlan>& plans)
{
    return std::ranges::any_of(plans, [](const LayerPlan& plan) { return plan.parametrization != nullptr; });
}

double identityOf(const model::Scenario& scenario, int layer)
{
    double identity = 0;
    for (const operations::Operation* kind : operations::operationsRegistry())
        if (kind->addsIdentity)
            if (const std::optional<operations::InLayer> place = kind->placed(scenario, shapeOf(scenario, layer)))
                identity += place->scale;
    return identity;
}

bool addsIdentity(const model::Scenario& scenario)
{
    return std::ranges::any_of(
        layerGroups(scenario), [&](const LayerGroup& group) { return identityOf(scenario, group.first) != 0; });
}

bool scalesBranch(const model::Scenario& scenario)
{
    return std::ranges::any_of(operations::operationsRegistry(),
        [&](const operations::Operation* kind) { return kind->scalesBranch && standsIn(scenario, *kind); });
}

bool draws(const model::Scenario& scenario)
{
    return std::ranges::any_of(operations::operationsRegistry(),
        [&](const operations::Operation* kind) { return kind->drawn != nullptr && standsIn(scenario, *kind); });
}

bool mixesIn(const model::Scenario& scenario, int layer)
{
    return std::ranges::any_of(operations::operationsRegistry(), [&](const operations::Operation* kind) {
        return kind->chainFactor != nullptr && kind->placed(scenario, shapeOf(scenario, layer));
    });
}

bool mixes(const model::Scenario& scenario)
{
    return std::ranges::any_of(
        layerGroups(scenario), [&](const LayerGroup& group) { return mixesIn(scenario, group.first); });
}

bool factorsAreProducts(const model::Scenario& scenario)
{
    return !addsIdentity(scenario) && !mixes(scenario);
}

std::span<const char* const> pathNames(const model::Scenario& scenario, int layer)
{
    for (const operations::Operation* kind : operations::operationsRegistry())
        if (!kind->pathNames.empty() && kind->placed(scenario, shapeOf(scenario, layer)))
            return kind->pathNames;
    return {};
}

bool standsIn(const model::Scenario& scenario, const operations::Operation& kind)
{
    return std::ranges::any_of(
        layerGroups(scenario), [&](const LayerGroup& group) { return kind.placed(scenario, group.shape).has_value(); });
}

int gateColumnsOf(const model::Scenario& scenario, const LayerShape& shape)
{
    for (const operations::Operation* kind : operations::operationsRegistry())
        if (kind->gateColumns != nullptr && kind->placed(scenario, shape))
            return kind->gateColumns(shape);
    return 0;
}

bool couplesExamples(const model::Scenario& scenario)
{
    return std::ranges::any_of(operations::operationsRegistry(),
        [&](const operations::Operation* kind) { return kind->couplesExamples && standsIn(scenario, *kind); });
}

NetworkStructure structureOf(const model::Scenario& scenario)
{
    NetworkStructure structure{scenario.inputs, plansOf(scenario), {}, static_cast<std::uint64_t>(scenario.seed)};
    const std::vector<LayerGroup> groups = layerGroups(scenario);
    const auto planOfShape = [&](const LayerShape& shape) {
        const auto group = std::ranges::find(groups, shape, &LayerGroup::shape);
        return group == groups.end() ? 0 : static_cast<int>(group - groups.begin());
    };
    const auto layerOf = [&](const LayerShape& shape) -> NetworkStructure::Layer {
        return {shape.size, planOfShape(shape), 0, shape.fed, gateColumnsOf(scenario, shape)};
    };
    structure.layers.resize(static_cast<std::size_t>(scenario.depth), layerOf(commonShape(scenario)));
    for (const int layer : unlikeLayers(scenario))
        structure.layers[static_cast<std::size_t>(layer - 1)] = layerOf(shapeOf(scenario, layer));
    for (const int layer : tiedLayers(scenario))
        if (layer != ownerOf(scenario, layer))
            structure.layers[static_cast<std::size_t>(layer - 1)].parametersOf = ownerOf(scenario, layer);
    return structure;
}

bool hiddenActivationsDiffer(const model::Scenario& scenario)
{
    const std::vector<LayerGroup> groups = layerGroups(scenario);
    return std::ranges::any_of(groups, [&](const LayerGroup& group) {
        return !group.shape.last && group.shape.activation != groups.front().shape.activation;
    });
}

bool isChain(const model::Scenario& scenario)
{
    return scenario.inputs == 1
        && std::ranges::all_of(layerGroups(scenario), [](const LayerGroup& group) { return group.shape.size == 1; })
        && !couplesExamples(scenario);
}

bool hasExplosionSet(const model::Scenario& scenario)
{
    return isChain(scenario) && !addsIdentity(scenario) && !mixes(scenario) && model::stepsOf(scenario) == 1;
}

Message caveatOf(const model::Scenario& scenario)
{
    for (const LayerGroup& group : layerGroups(scenario))
        for (const LayerOperation& operation : planOf(scenario, group.shape).operations)
            if (operation.kind->caveat != nullptr)
                if (Message caveat = operation.kind->caveat(scenario, group.shape); !caveat.empty())
                    return caveat;
    return {};
}

} // namespace deltascope::network
