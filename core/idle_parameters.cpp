// SPDX-License-Identifier: GPL-3.0-or-later
#include "idle_parameters.h"

#include "datasets/dataset_kind.h"
#include "initializers/initializer.h"
#include "optimizers/optimizer.h"
#include "registry.h"

namespace deltascope::idle {

namespace {

const Initializer* ruleOf(const Scenario& scenario)
{
    return findKind(initializersRegistry(), scenario.initializer);
}

const DatasetKind* dataOf(const Scenario& scenario)
{
    return findKind(datasetsRegistry(), scenario.data);
}

const Optimizer* optimizerOf(const Scenario& scenario)
{
    return findKind(optimizersRegistry(), scenario.optimizer);
}

} // namespace

Message withoutHiddenLayers(const Scenario& scenario)
{
    if (scenario.depth > 1)
        return {};
    return {translatable("core", "With a depth of 1 there are no hidden layers: this means nothing."), {}};
}

Message withoutBias(const Scenario& scenario)
{
    const Initializer* rule = ruleOf(scenario);
    if (!rule || rule->usesBias)
        return {};
    return {translatable("core", "The start values “%1” choose every bias themselves: %2."),
        {Message{rule->name, {}}, rule->formula}};
}

Message withoutWeight(const Scenario& scenario)
{
    const Initializer* rule = ruleOf(scenario);
    if (!rule || !rule->weightVariance)
        return {};
    return {translatable("core", "The start values “%1” draw every weight at random: %2."),
        {Message{rule->name, {}}, rule->formula}};
}

Message withoutGain(const Scenario& scenario)
{
    const Initializer* rule = ruleOf(scenario);
    if (!rule || rule->weightVariance)
        return {};
    return {
        translatable("core", "The start values “%1” are not random: %2."), {Message{rule->name, {}}, rule->formula}};
}

Message withoutRandomness(const Scenario& scenario)
{
    const Initializer* rule = ruleOf(scenario);
    const DatasetKind* data = dataOf(scenario);
    const bool shuffled = scenario.batch > 0 && scenario.batch < scenario.examples;
    const bool rowsDrawn = data && data->usesTable && scenario.table.draw != "file_order";
    if (!rule || rule->weightVariance || !data || data->random || rowsDrawn || shuffled)
        return {};
    return {translatable("core", "Nothing here is random: neither the start values “%1” nor the data “%2”."),
        {Message{rule->name, {}}, Message{data->name, {}}}};
}

Message withoutBiasDeviation(const Scenario& scenario)
{
    const Initializer* rule = ruleOf(scenario);
    if (!rule || rule->usesBiasDeviation)
        return {};
    return {translatable("core", "The start values “%1” have no σb to choose: %2."),
        {Message{rule->name, {}}, rule->formula}};
}

Message withoutInput(const Scenario& scenario)
{
    const DatasetKind* kind = dataOf(scenario);
    if (!kind || kind->usesInput)
        return {};
    return {translatable("core", "The data “%1” bring their own inputs and targets."), {Message{kind->name, {}}}};
}

Message withoutTable(const Scenario& scenario)
{
    const DatasetKind* kind = dataOf(scenario);
    if (!kind || kind->usesTable)
        return {};
    return {translatable("core", "The data “%1” are no table of yours."), {Message{kind->name, {}}}};
}

Message withoutMeanSquare(const Scenario& scenario)
{
    const DatasetKind* kind = dataOf(scenario);
    if (!kind || kind->usesMeanSquare)
        return {};
    return {translatable("core", "The data “%1” have no mean square to choose."), {Message{kind->name, {}}}};
}

Message withoutMomentum(const Scenario& scenario)
{
    const Optimizer* rule = optimizerOf(scenario);
    if (!rule || rule->usesMomentum)
        return {};
    return {translatable("core", "The optimizer “%1” has no momentum."), {Message{rule->name, {}}}};
}

Message withoutBetas(const Scenario& scenario)
{
    const Optimizer* rule = optimizerOf(scenario);
    if (!rule || rule->usesBetas)
        return {};
    return {translatable("core", "The optimizer “%1” keeps no mean squares."), {Message{rule->name, {}}}};
}

} // namespace deltascope::idle
