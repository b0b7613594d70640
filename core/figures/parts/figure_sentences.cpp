// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/parts/figure_sentences.h"

#include "base/registry.h"
#include "network/initializer.h"
#include "network/structure.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace deltascope::parts {

int selectedLayer(const results::Snapshot& snapshot, const model::Question& question)
{
    return question.layer >= 1 && question.layer <= snapshot.scenario.depth ? question.layer : 0;
}

Message beingComputed()
{
    return {translatable("core", "The results are being computed."), {}};
}

Message ofFirstExample(const evaluation::Evaluation& evaluation)
{
    if (evaluation.examples == 1)
        return {};
    return {
        translatable("core", "z, f′(z) and the factors are those of the first of %1 examples."), {evaluation.examples}};
}

std::string factorSymbol(const model::Scenario& scenario, int layer)
{
    if (network::mixesIn(scenario, layer))
        return "∂" + diagnosis::indexed("a", layer) + "/∂" + diagnosis::indexed("a", layer - 1);
    const std::string product = diagnosis::indexed("w", layer) + diagnosis::symbolOf(scenario, layer) + "′("
        + diagnosis::indexed("z", layer) + ")";
    if (network::identityOf(scenario, layer) == 0)
        return product;
    return (network::scalesBranch(scenario) ? "s·" : "") + product + " + α";
}

Message factorNumbers(const model::Scenario& scenario, const evaluation::LayerEvaluation& values, int layer)
{
    const double identity = network::identityOf(scenario, layer);
    if (!values.paths.empty()) {
        static constexpr const char* kSums[] = {"%1 + %2", "%1 + %2 + %3", "%1 + %2 + %3 + %4"};
        std::vector<Argument> terms;
        for (const numerics::Scaled& path : values.paths)
            terms.push_back(diagnosis::number(path));
        if (identity != 0)
            terms.push_back(diagnosis::number(identity));
        return {kSums[terms.size() - 2], std::move(terms)};
    }
    if (identity != 0 && network::scalesBranch(scenario))
        return {"%1 × %2 × %3 + %4",
            {diagnosis::number(values.branch), diagnosis::number(values.weight), diagnosis::number(values.slope),
                diagnosis::number(identity)}};
    if (identity != 0)
        return {"%1 × %2 + %3",
            {diagnosis::number(values.weight), diagnosis::number(values.slope), diagnosis::number(identity)}};
    return {"%1 × %2", {diagnosis::number(values.weight), diagnosis::number(values.slope)}};
}

Message needsChain()
{
    return {translatable(
                "core", "This figure is about chains: it needs one neuron in each layer, inputs and outputs included."),
        {}};
}

activations::Chosen chainActivation(const model::Scenario& scenario)
{
    return network::activationOf(scenario, 1);
}

double weightOf(const results::Snapshot& snapshot, int layer)
{
    const model::Scenario& scenario = snapshot.scenario;
    const network::Initializer* rule = findKind(network::initializersRegistry(), scenario.initializer);
    if (rule && !rule->usesWeight()) {
        layer = std::max(1, layer);
        if (snapshot.get<evaluation::Evaluation>() && snapshot.get<evaluation::Evaluation>()->chain
            && layer <= snapshot.get<evaluation::Evaluation>()->depth())
            return snapshot.get<evaluation::Evaluation>()->layer(layer).weight;
        if (rule->weightVariance == nullptr) {
            const auto weights = snapshot.network ? snapshot.network->weights(std::min(layer, scenario.depth))
                                                  : Eigen::Map<const Eigen::MatrixXd>(nullptr, 0, 0);
            return weights.size() == 0 ? scenario.gain
                                       : weights.norm() / std::sqrt(static_cast<double>(weights.size()));
        }
        const int fanIn = network::sizeOf(scenario, layer - 1), fanOut = network::sizeOf(scenario, layer);
        return scenario.gain * std::sqrt(rule->weightVariance(fanIn, fanOut) / fanIn);
    }
    const model::LayerSetting* setting = model::layerSetting(scenario, network::ownerOf(scenario, layer));
    return setting && setting->weight ? *setting->weight : scenario.weight;
}

bool hasRandomWeights(const model::Scenario& scenario)
{
    const network::Initializer* rule = findKind(network::initializersRegistry(), scenario.initializer);
    return rule && rule->isRandom() && network::isChain(scenario);
}

double shownWeight(const results::Snapshot& snapshot, const model::Question& question)
{
    return weightOf(snapshot, selectedLayer(snapshot, question));
}

} // namespace deltascope::parts
