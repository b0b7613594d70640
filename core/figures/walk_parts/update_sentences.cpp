// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/walk_parts/update_sentences.h"

#include "figures/parts/figure_sentences.h"
#include "figures/walk_parts/walk_numbers.h"
#include "network/structure.h"

#include <algorithm>

namespace deltascope::walk_parts {

using numerics::Scaled;

namespace {

/// One number of a layer of a chain with one example: its gradient, signed.
Scaled weightGradient(const At& at)
{
    const int l = at.stage.layer;
    const Scaled before = l > 1 ? at.evaluation().layer(l - 1).activation
        : at.snapshot.data      ? Scaled::from(at.snapshot.data->inputs(0, 0))
                                : Scaled{};
    const Scaled size = at.layer().speed.weight;
    return at.layer().delta.sign() * before.sign() < 0 ? -size : size;
}

bool isSingle(const At& at)
{
    return at.evaluation().chain && at.evaluation().examples == 1;
}

/// Why no step is shown; empty where one is.
Message whyNoStep(const At& at, const Rule& rule)
{
    const model::Scenario& scenario = at.snapshot.scenario;
    const std::vector<int> tied = network::tiedLayers(scenario);
    if (std::ranges::find(tied, at.stage.layer) != tied.end())
        return {translatable("core", "layers %1 to %2 share their weights and biases, and their gradients add up"),
            {tied.front(), tied.back()}};
    if (network::hasParametrization(network::plansOf(scenario)))
        return {translatable("core", "what learns is not the weights themselves"), {}};
    if (scenario.clipNorm > 0)
        return {translatable("core", "the gradient of all layers is clipped as a whole"), {}};
    if (rule.remembers() && at.question.step > 0)
        return {translatable("core", "the rule goes by the steps before it too"), {}};
    if (!rule.linear() && (!isSingle(at) || !rule.change(weightGradient(at)) || !rule.change(at.layer().delta)))
        return {translatable("core", "the rule measures each number by its own gradient"), {}};
    return {};
}

Rule ruleAt(const At& at)
{
    return Rule(inForce(at.snapshot.scenario, at.question.step));
}

/// "Δw₂ = −η ∂C/∂w₂ = −0.1 × 0.02 = −0.002"
Message changeOf(const Rule& rule, const std::string& symbol, Scaled gradient)
{
    const Scaled change = *rule.change(gradient);
    if (!rule.linear())
        return {"Δ%1 = %2", {symbol, diagnosis::number(change)}};
    return {gradient.sign() < 0 ? "Δ%1 = −η ∂C/∂%1 = −%2 × (%3) = %4" : "Δ%1 = −η ∂C/∂%1 = −%2 × %3 = %4",
        {symbol, diagnosis::number(-rule.perGradient()), diagnosis::number(gradient), diagnosis::number(change)}};
}

} // namespace

Message updateSentence(const At& at)
{
    const int l = at.stage.layer;
    const Rule rule = ruleAt(at);
    if (Message why = whyNoStep(at, rule); !why.empty())
        return {translatable("core",
                    "Update, layer %1: the step is not shown, because %2; the gradient of this layer is ‖∂C/∂w‖ = %3, "
                    "‖∂C/∂b‖ = %4."),
            {l, std::move(why), diagnosis::number(at.layer().speed.weight),
                diagnosis::number(at.layer().speed.normOfMean)}};
    if (isSingle(at)) {
        const Message w = changeOf(rule, diagnosis::indexed("w", l), weightGradient(at)),
                      b = changeOf(rule, diagnosis::indexed("b", l), at.layer().delta);
        if (rule.linear())
            return {translatable("core", "Update, layer %1: %2; %3."), {l, w, b}};
        return {translatable("core", "Update, layer %1, the first step by the rule “%2”: %3, %4."),
            {l, Message{rule.name(), {}}, w, b}};
    }
    const Argument rate = diagnosis::number(-rule.perGradient());
    return {translatable("core", "Update, layer %1: ‖Δw‖ = η‖∂C/∂w‖ = %2 × %3 = %4, ‖Δb‖ = η‖∂C/∂b‖ = %2 × %5 = %6."),
        {l, rate, diagnosis::number(at.layer().speed.weight),
            diagnosis::number(numerics::abs(*rule.change(at.layer().speed.weight))),
            diagnosis::number(at.layer().speed.normOfMean),
            diagnosis::number(numerics::abs(*rule.change(at.layer().speed.normOfMean)))}};
}

Message largeUpdate(const At& at)
{
    const Rule rule = ruleAt(at);
    if (!whyNoStep(at, rule).empty())
        return {"‖∂C/∂w‖ = %1", {diagnosis::number(at.layer().speed.weight)}};
    if (isSingle(at))
        return {
            "Δ%1 = %2", {diagnosis::indexed("w", at.stage.layer), diagnosis::number(*rule.change(weightGradient(at)))}};
    return {"‖Δw‖ = %1", {diagnosis::number(numerics::abs(*rule.change(at.layer().speed.weight)))}};
}

void addUpdateNotes(const At& at, std::vector<Message>& notes)
{
    const model::Scenario now = inForce(at.snapshot.scenario, at.question.step);
    const Rule rule(now);
    if (!rule.linear())
        notes.push_back({translatable("core", "The rule “%1”: %2."), {Message{rule.name(), {}}, rule.formula()}});
    if (now.weightDecay > 0)
        notes.push_back({translatable("core", "Besides, weight decay multiplies the weights by %1."),
            {Real{1 - now.learningRate * now.weightDecay / at.evaluation().examples, 6}}});
    if (now.batch > 0 && now.batch < at.evaluation().examples)
        notes.push_back(
            {translatable("core", "The gradient is that of all %1 examples; a step of the training takes %2 of them."),
                {at.evaluation().examples, now.batch}});
}

} // namespace deltascope::walk_parts
