// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/structure.h"

#include "base/registry.h"
#include "model/scenario.h"
#include "network/activations/activation.h"
#include "network/operations/operation.h"
#include "network/parametrizations/parametrization.h"

#include <algorithm>
#include <cassert>

namespace deltascope::network {

namespace {

/// A layer of each shape: the first, one between, the last, as far as there are such.
std::vector<int> layersOfEachShape(const model::Scenario& scenario)
{
    std::vector<int> layers{1};
    if (scenario.depth > 2)
        layers.push_back(2);
    if (scenario.depth > 1)
        layers.push_back(scenario.depth);
    return layers;
}

} // namespace

LayerPlan::LayerPlan(
    const activations::Activation& f, std::vector<LayerOperation> inOrder, const Parametrization* learnt)
    : activation(&f)
    , parametrization(learnt != nullptr && !learnt->isIdentity() ? learnt : nullptr)
    , operations(std::move(inOrder))
{
    for (std::size_t i = 0; i < operations.size(); ++i) {
        const operations::Operation& kind = *operations[i].kind;
        if (kind.parameters == operations::Operation::Parameters::weights)
            linear = i;
        if (kind.activates)
            activate = i;
        operations[i].kept = kept;
        kept += kind.standardizes;
        goesPast = goesPast || kind.backwardPast != nullptr;
        couplesExamples = couplesExamples || kind.couplesExamples;
        removesShift = removesShift || kind.removesShift;
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
    readsBefore = goesPast || linear > 0;
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

LayerShape shapeOf(const model::Scenario& scenario, int layer)
{
    return {layer == scenario.depth ? scenario.outputs : scenario.width, layer == 1 ? scenario.inputs : scenario.width,
        layer == scenario.depth};
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
            placed.push_back({place->order, {kind, place->scale}});
    std::ranges::stable_sort(placed, {}, &Placed::order);
    std::vector<LayerOperation> operations;
    for (const Placed& each : placed)
        operations.push_back(each.operation);
    const activations::Activation* f =
        findKind(activations::activationsRegistry(), shape.last ? scenario.outputActivation : scenario.activation);
    assert(f != nullptr);
    const Parametrization* learnt = findKind(parametrizationsRegistry(), scenario.parametrization);
    assert(learnt != nullptr);
    return {*f, std::move(operations), learnt};
}

LayerPlan planOf(const model::Scenario& scenario, int layer)
{
    return planOf(scenario, shapeOf(scenario, layer));
}

std::vector<LayerPlan> plansOf(const model::Scenario& scenario)
{
    std::vector<LayerPlan> plans;
    for (const int layer : layersOfEachShape(scenario))
        plans.push_back(planOf(scenario, layer));
    return plans;
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
        layersOfEachShape(scenario), [&](int layer) { return identityOf(scenario, layer) != 0; });
}

bool standsIn(const model::Scenario& scenario, const operations::Operation& kind)
{
    return std::ranges::any_of(layersOfEachShape(scenario),
        [&](int layer) { return kind.placed(scenario, shapeOf(scenario, layer)).has_value(); });
}

bool couplesExamples(const model::Scenario& scenario)
{
    return std::ranges::any_of(operations::operationsRegistry(),
        [&](const operations::Operation* kind) { return kind->couplesExamples && standsIn(scenario, *kind); });
}

NetworkStructure structureOf(const model::Scenario& scenario)
{
    NetworkStructure structure{scenario.inputs, plansOf(scenario), {}};
    structure.layers.resize(static_cast<std::size_t>(scenario.depth), {scenario.width, 1, 0});
    structure.layers.front().plan = 0;
    structure.layers.back() = {scenario.outputs, static_cast<int>(structure.plans.size()) - 1, 0};
    return structure;
}

bool isChain(const model::Scenario& scenario)
{
    return scenario.inputs == 1 && scenario.outputs == 1 && (scenario.width == 1 || scenario.depth == 1)
        && !couplesExamples(scenario);
}

bool hasExplosionSet(const model::Scenario& scenario)
{
    return isChain(scenario) && !addsIdentity(scenario);
}

Message caveatOf(const model::Scenario& scenario)
{
    for (const LayerOperation& operation : planOf(scenario, 1).operations)
        if (operation.kind->caveat != nullptr)
            if (Message caveat = operation.kind->caveat(scenario, shapeOf(scenario, 1)); !caveat.empty())
                return caveat;
    return {};
}

} // namespace deltascope::network
