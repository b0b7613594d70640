// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/parts/wording.h"

#include "initializers/initializer.h"
#include "registry.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace deltascope {

std::string subscript(int number)
{
    static constexpr const char* digits[] = {"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"};
    std::string text;
    for (const char digit : std::to_string(std::max(number, 0)))
        text += digits[digit - '0'];
    return text;
}

std::string indexed(std::string_view symbol, int layer)
{
    return std::string(symbol) + subscript(layer);
}

Argument number(Scaled value)
{
    if (value.isZero())
        return Argument(0.0);
    const double size = value.log10();
    if (size < -4 || size >= 6)
        return Argument(value.magnitude());
    const double real = value.nearestDouble();
    if (std::abs(real - std::round(real)) <= 1e-9 * std::abs(real)) // 390625, whole but for rounding
        return Argument(Real{std::round(real), 7});
    return Argument(Real{real, std::max(4, static_cast<int>(std::floor(size)) + 1)});
}

Argument number(double value)
{
    return number(Scaled::from(value));
}

namespace {

constexpr std::size_t kLongestRuns = 5;

std::vector<std::pair<int, int>> runsOf(const std::vector<int>& layers)
{
    std::vector<std::pair<int, int>> runs;
    for (const int layer : layers) {
        if (!runs.empty() && runs.back().second >= layer - 1)
            runs.back().second = layer;
        else
            runs.emplace_back(layer, layer);
    }
    return runs;
}

} // namespace

std::string layerRuns(const std::vector<int>& layers)
{
    std::string text;
    for (const auto& [first, last] : runsOf(layers)) {
        text += text.empty() ? "" : ", ";
        text += std::to_string(first);
        if (last > first)
            text += (last == first + 1 ? ", " : "–") + std::to_string(last);
    }
    return text;
}

Message layersNamed(const std::vector<int>& layers)
{
    assert(!layers.empty());
    if (layers.size() == 1)
        return {translatable("core", "layer %1"), {layers.front()}};
    if (runsOf(layers).size() <= kLongestRuns)
        return {translatable("core", "layers %1"), {layerRuns(layers)}};
    return {translatable("core", "%1 layers between %2 and %3"),
        {static_cast<int>(layers.size()), layers.front(), layers.back()}};
}

int selectedLayer(const Snapshot& snapshot, const ViewState& view)
{
    return view.layer >= 1 && view.layer <= snapshot.scenario.depth ? view.layer : 0;
}

Message beingComputed()
{
    return {translatable("core", "The results are being computed."), {}};
}

Message needsChain()
{
    return {translatable(
                "core", "This figure is about chains: it needs one neuron in each layer, inputs and outputs included."),
        {}};
}

const Activation& activationOf(const Scenario& scenario, int layer)
{
    const std::string& id = layer == scenario.depth ? scenario.outputActivation : scenario.activation;
    const Activation* activation = findKind(activationsRegistry(), id);
    assert(activation);
    return *activation;
}

const Activation& chainActivation(const Scenario& scenario)
{
    return activationOf(scenario, 1);
}

double weightOf(const Snapshot& snapshot, int layer)
{
    const Scenario& scenario = snapshot.scenario;
    const Initializer* rule = findKind(initializersRegistry(), scenario.initializer);
    if (rule && rule->weightVariance) {
        layer = std::max(1, layer);
        if (snapshot.evaluation && snapshot.evaluation->chain && layer <= snapshot.evaluation->depth())
            return snapshot.evaluation->layer(layer).weight;
        const int fanIn = layer == 1 ? scenario.inputs : scenario.width;
        const int fanOut = layer == scenario.depth ? scenario.outputs : scenario.width;
        return scenario.gain * std::sqrt(rule->weightVariance(fanIn, fanOut) / fanIn);
    }
    const LayerSetting* setting = layerSetting(scenario, layer);
    return setting && setting->weight ? *setting->weight : scenario.weight;
}

bool drawnOneByOne(const Scenario& scenario)
{
    const Initializer* rule = findKind(initializersRegistry(), scenario.initializer);
    return rule && rule->weightVariance && isChain(scenario);
}

double shownWeight(const Snapshot& snapshot, const ViewState& view)
{
    return weightOf(snapshot, selectedLayer(snapshot, view));
}

} // namespace deltascope
