// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/idle_layers.h"

#include "base/registry.h"
#include "diagnosis/activation_symbol.h"
#include "diagnosis/sentence_parts.h"
#include "network/initializer.h"
#include "network/network.h"
#include "network/structure.h"

#include <algorithm>
#include <array>

namespace deltascope::diagnosis {
namespace {

using Messages = std::vector<Message>;

/// Layers that do not learn behind others that do: a residual connection leads past them.
void addDeadInside(const model::Scenario& scenario, const evaluation::Evaluation& evaluation, Messages& details)
{
    std::vector<int> layers;
    bool before = false; // a layer that learns
    for (int l = 1; l <= evaluation.depth(); ++l) {
        const network::LearningSpeeds& speed = evaluation.layer(l).speed;
        const bool dead = speed.normOfMean.isZero() && speed.weight.isZero();
        before = before || !dead;
        if (before && dead)
            layers.push_back(l);
    }
    if (layers.empty() || layers.back() == evaluation.depth())
        return;
    if (std::ranges::all_of(layers, [&](int layer) { return evaluation.layer(layer).branch == 0; })) {
        details.push_back({translatable("core",
                               "The weights and biases of %1 do not learn yet: the scale of their residual connections "
                               "is 0, and is what they learn first."),
            {layersNamed(layers)}});
        return;
    }
    if (network::mixes(scenario)) {
        details.push_back(
            {translatable(
                 "core", "No parameter learns in %1; the gradient passes on by what each layer keeps of its input."),
                {layersNamed(layers)}});
        return;
    }
    details.push_back(network::addsIdentity(scenario)
            ? Message{translatable(
                          "core", "No parameter learns in %1; the gradient passes on by the residual connections."),
                {layersNamed(layers)}}
            : Message{translatable("core", "No parameter learns in %1."), {layersNamed(layers)}});
}

/// Layers whose biases do not learn though their weights do.
void addIdleBiases(const model::Scenario& scenario, const evaluation::Evaluation& evaluation, Messages& details)
{
    std::vector<int> layers;
    for (int l = 1; l <= evaluation.depth(); ++l)
        if (evaluation.layer(l).speed.normOfMean.isZero() && !evaluation.layer(l).speed.weight.isZero())
            layers.push_back(l);
    if (layers.empty())
        return;
    const bool removed = layers.back() < evaluation.depth() && !network::planOf(scenario, layers.back()).draws
        && (network::planOf(scenario, layers.back()).removesOwnShift
            || network::planOf(scenario, layers.back() + 1).removesShift);
    const bool byThemselves = removed && network::planOf(scenario, layers.back()).removesOwnShift;
    details.push_back({byThemselves
            ? translatable("core",
                "The biases do not learn in %1: the batch normalization after them takes every shift out again.")
            : removed
            ? translatable("core",
                "The biases do not learn in %1: the batch normalization of the next layer takes every shift out again.")
            : translatable(
                "core", "The biases do not learn in %1: over the batch their gradients cancel to within rounding."),
        {layersNamed(layers)}});
}

bool isZero(const evaluation::Statistics& statistics)
{
    return statistics.minimum.isZero() && statistics.maximum.isZero();
}

const char* whyIdle(const model::Scenario& scenario, const evaluation::Evaluation& evaluation, int layer)
{
    const bool normalized = network::planOf(scenario, layer).kept > 0;
    const bool silent = layer == 1 ? evaluation.inputsAreZero : isZero(evaluation.layer(layer - 1).a);
    if (!silent && normalized)
        return translatable(
            "core", "The weights of layer %1 do not learn: its normalization lets no gradient through to them.");
    if (!silent && evaluation.examples > 1)
        return translatable(
            "core", "The weights of layer %1 do not learn: over the batch their gradients are exactly 0 in the mean.");
    return evaluation.chain
        ? translatable("core", "The weight of layer %1 does not learn: what enters it is exactly 0.")
        : translatable("core", "The weights of layer %1 do not learn: what enters it is exactly 0.");
}

/// Whether the rule gives two neurons the same weights: tried with a layer of two.
bool startsAlike(const model::Scenario& scenario, const network::Initializer& rule)
{
    if (!rule.usesWeight())
        return false;
    std::array<double, 4> weights{};
    std::array<double, 2> biases{};
    network::LayerParameters tried{{weights.data(), 2, 2}, {biases.data(), 2}};
    rule.fill(scenario, 1, tried, {});
    return tried.weights.row(0) == tried.weights.row(1);
}

} // namespace

bool learns(const evaluation::LayerEvaluation& layer)
{
    return !layer.speed.normOfMean.isZero() || !layer.speed.weight.isZero();
}

int lastDeadLayer(const evaluation::Evaluation& evaluation)
{
    int layer = 0;
    while (layer < evaluation.depth() && !learns(evaluation.layer(layer + 1)))
        ++layer;
    return layer;
}

bool hasNoSlope(const evaluation::LayerEvaluation& layer)
{
    return layer.derivative.minimum.isZero() && layer.derivative.maximum.isZero();
}

Message whyDead(const model::Scenario& scenario, const evaluation::Evaluation& evaluation, int dead)
{
    const evaluation::LayerEvaluation& layer = evaluation.layer(dead);
    if (layer.branch == 0)
        return {translatable("core",
                    "In layer %1 the scale of the residual connection is 0, and is what the layer learns first."),
            {dead}};
    if (hasNoSlope(layer) && evaluation.chain && evaluation.examples == 1)
        return {translatable("core", "In layer %1, z = %2 lies where %3′ is exactly 0."),
            {dead, layer.weightedInput.magnitude(), symbolOf(scenario, dead)}};
    if (hasNoSlope(layer))
        return {translatable("core", "In layer %1, %2′(z) is exactly 0 in every neuron and example."),
            {dead, symbolOf(scenario, dead)}};
    if (!evaluation.chain)
        return {translatable("core", "No gradient passes back from layer %1 to layer %2."), {dead + 1, dead}};
    if (network::factorsAreProducts(scenario) && evaluation.layer(dead + 1).weight == 0)
        return {translatable("core", "The weight of layer %1 is 0, and nothing passes back through it."), {dead + 1}};
    if (!network::mixes(scenario) && evaluation.layer(dead + 1).factor.isZero() && evaluation.examples == 1
        && !network::scalesBranch(scenario))
        return {translatable("core", "In layer %1, w%2 %3′(z%2) + α is exactly 0: nothing passes back through it."),
            {dead + 1, subscript(dead + 1), symbolOf(scenario, dead + 1)}};
    return {translatable("core", "No gradient passes back from layer %1 to layer %2."), {dead + 1, dead}};
}

std::vector<Message> idleLayers(const model::Scenario& scenario, const evaluation::Evaluation& evaluation)
{
    Messages details;
    addDeadInside(scenario, evaluation, details);
    addIdleBiases(scenario, evaluation, details);
    return details;
}

Message alikeNeurons(const model::Scenario& scenario)
{
    const network::Initializer* rule = findKind(network::initializersRegistry(), scenario.initializer);
    const bool wide = std::ranges::any_of(network::layerGroups(scenario),
        [](const network::LayerGroup& group) { return !group.shape.last && group.shape.size > 1; });
    if (!rule || !startsAlike(scenario, *rule) || !wide || network::draws(scenario))
        return {};
    return {
        translatable("core",
            "Under the initialization “%1” the neurons of a hidden layer have the same weights and stay alike, so this "
            "network can learn no more than one of width 1: a random one, as Glorot’s, tells them apart."),
        {Message{rule->name, {}}}};
}

Message idleWeight(const model::Scenario& scenario, const evaluation::Evaluation& evaluation)
{
    for (int l = 1; l <= evaluation.depth(); ++l) {
        const evaluation::LayerEvaluation& layer = evaluation.layer(l);
        if (!layer.speed.weight.isZero() || layer.speed.normOfMean.isZero())
            continue;
        return {whyIdle(scenario, evaluation, l), {l}};
    }
    return {};
}

} // namespace deltascope::diagnosis
