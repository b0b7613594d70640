// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/diagnosis.h"

#include "base/registry.h"
#include "data/dataset_kind.h"
#include "diagnosis/activation_symbol.h"
#include "diagnosis/diagnosis_details.h"
#include "diagnosis/sentence_parts.h"
#include "network/losses/loss.h"
#include "network/structure.h"

#include <cassert>
#include <cmath>

namespace deltascope::diagnosis {
namespace {

using Speed = numerics::Scaled network::LearningSpeeds::*;

bool learns(const evaluation::LayerEvaluation& layer)
{
    return !layer.speed.normOfMean.isZero() || !layer.speed.weight.isZero();
}

/// The last of the layers from 1 on that do not learn at all; 0 where layer 1 learns.
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

const losses::Loss& lossOf(const model::Scenario& scenario)
{
    const losses::Loss* loss = findKind(losses::lossesRegistry(), scenario.loss);
    assert(loss != nullptr);
    return *loss;
}

/// Under a softmax the error can be 0 away from the target: its least cost is the entropy of the targets.
Message nothingToLearnHeadline(const model::Scenario& scenario, const evaluation::Evaluation& evaluation)
{
    if (!lossOf(scenario).sumsToOne)
        return {translatable(
                    "core", "Nothing to learn: the output equals the target, so every learning speed is exactly 0."),
            {}};
    if (scenario.outputs == 1)
        return {translatable("core",
                    "Nothing to learn: a softmax over one output is always 1, so every learning speed is exactly 0."),
            {}};
    const data::DatasetKind* data = findKind(data::datasetsRegistry(), scenario.data);
    if (evaluation.cost.isZero() && data && data->usesInput && scenario.target == 0)
        return {translatable("core",
                    "Nothing to learn: with a target of 0 for every class the softmax cost is always 0, and so is "
                    "every learning speed."),
            {}};
    return {translatable("core",
                "Nothing to learn: the output’s error is exactly 0 at the cost %1, the least there is for these "
                "targets, so every learning speed is exactly 0."),
        {number(evaluation.cost)}};
}

Diagnosis noLayerLearns(const model::Scenario& scenario, const evaluation::Evaluation& evaluation)
{
    const int depth = evaluation.depth();
    const evaluation::LayerEvaluation& output = evaluation.layer(depth);
    if (evaluation.outputGradient.isZero())
        return {Verdict::balanced, nothingToLearnHeadline(scenario, evaluation), {}};
    if (!output.speed.rms.isZero())
        return {Verdict::dead,
            {translatable(
                 "core", "No layer learns: over the batch the gradients of the examples cancel to within rounding."),
                {}},
            {}};
    if (!hasNoSlope(output))
        return {Verdict::dead,
            {translatable("core", "Dead: wherever the output is wrong, %1′ is exactly 0, so no layer learns."),
                {symbolOf(scenario, depth)}},
            {}};
    if (!evaluation.chain || evaluation.examples > 1)
        return {Verdict::dead,
            {translatable("core", "Dead: %1′ is exactly 0 in the whole output layer, so no layer learns."),
                {symbolOf(scenario, depth)}},
            {}};
    return {Verdict::dead,
        {translatable("core", "Dead: %2′(z) is exactly 0 in the output layer, where z = %1, so no layer learns."),
            {output.weightedInput.magnitude(), symbolOf(scenario, depth)}},
        {}};
}

Message whyDead(const model::Scenario& scenario, const evaluation::Evaluation& evaluation, int dead)
{
    const evaluation::LayerEvaluation& layer = evaluation.layer(dead);
    if (hasNoSlope(layer) && evaluation.chain && evaluation.examples == 1)
        return {translatable("core", "In layer %1, z = %2 lies where %3′ is exactly 0."),
            {dead, layer.weightedInput.magnitude(), symbolOf(scenario, dead)}};
    if (hasNoSlope(layer))
        return {translatable("core", "In layer %1, %2′(z) is exactly 0 in every neuron and example."),
            {dead, symbolOf(scenario, dead)}};
    if (!evaluation.chain)
        return {translatable("core", "No gradient passes back from layer %1 to layer %2."), {dead + 1, dead}};
    if (!network::addsIdentity(scenario) && evaluation.layer(dead + 1).weight == 0)
        return {translatable("core", "The weight of layer %1 is 0, and nothing passes back through it."), {dead + 1}};
    if (evaluation.layer(dead + 1).factor.isZero() && evaluation.examples == 1)
        return {translatable("core", "In layer %1, w%2 %3′(z%2) + α is exactly 0: nothing passes back through it."),
            {dead + 1, subscript(dead + 1), symbolOf(scenario, dead + 1)}};
    return {translatable("core", "No gradient passes back from layer %1 to layer %2."), {dead + 1, dead}};
}

Diagnosis dead(const model::Scenario& scenario, const evaluation::Evaluation& evaluation, int layer)
{
    const Message headline = layer == 1 ? Message{translatable("core", "Dead: layer 1 does not learn at all."), {}}
        : layer == 2                    ? Message{translatable("core", "Dead: layers 1 and 2 do not learn at all."), {}}
                     : Message{translatable("core", "Dead: layers 1 to %1 do not learn at all."), {layer}};
    return {Verdict::dead, headline, {whyDead(scenario, evaluation, layer)}};
}

Diagnosis oneLayer(const model::Scenario& scenario, const evaluation::Evaluation& evaluation)
{
    const network::LearningSpeeds& speeds = evaluation.layer(1).speed;
    const Magnitude speed = (speeds.normOfMean.isZero() ? speeds.weight : speeds.normOfMean).magnitude();
    if (lossOf(scenario).outputActivation.empty()
        && isSaturated(scenario, evaluation)) // else f′ is no part of the speed
        return {Verdict::saturated,
            {translatable("core",
                 "Saturated: the only layer learns at speed %1; its %2′ is at most %3, under 5 % of its maximum."),
                {speed, symbolOf(scenario, 1), largestDerivative(evaluation).magnitude()}},
            {}};
    return {Verdict::balanced,
        {translatable("core", "One layer, which learns at speed %1: nothing can vanish or explode along the way."),
            {speed}},
        {}};
}

/// The biases' speeds, or the weights' where a bias at one of the ends does not learn though its weights do.
Speed comparedSpeed(const evaluation::Evaluation& evaluation)
{
    const network::LearningSpeeds &first = evaluation.layer(1).speed,
                                  &last = evaluation.layer(evaluation.depth()).speed;
    return first.normOfMean.isZero() || last.normOfMean.isZero() ? &network::LearningSpeeds::weight
                                                                 : &network::LearningSpeeds::normOfMean;
}

Verdict verdictOf(double decades, int depth)
{
    if (std::abs(decades) <= kBalancedDecades)
        return Verdict::balanced;
    if (std::abs(decades) <= kUnevenDecades && std::abs(decades) <= (depth - 1) * kBalancedDecades)
        return Verdict::uneven;
    return decades < 0 ? Verdict::vanishing : Verdict::exploding;
}

Message headlineOfBiases(Verdict verdict, Magnitude ratio, int depth)
{
    switch (verdict) {
    case Verdict::vanishing:
        return {translatable("core", "Vanishing: layer 1 learns %1 times as fast as layer %2."), {ratio, depth}};
    case Verdict::exploding:
        return {translatable("core", "Exploding: layer 1 learns %1 times as fast as layer %2."), {ratio, depth}};
    case Verdict::uneven:
        return {translatable("core",
                    "Uneven: layer 1 learns %1 times as fast as layer %2, %3 times from layer to layer on average."),
            {ratio, depth, Real{std::pow(10, ratio.log10 / (depth - 1)), 3}}};
    default:
        break;
    }
    if (std::abs(ratio.log10) < 1e-9)
        return {translatable("core", "Balanced: layer 1 learns as fast as layer %1."), {depth}};
    return {
        translatable("core", "Balanced: layer 1 learns about as fast as layer %2 (%1 times as fast)."), {ratio, depth}};
}

Message headlineOfWeights(Verdict verdict, Magnitude ratio, int depth)
{
    const char* english = translatable(
        "core", "Balanced: the weights of layer 1 learn about as fast as those of layer %2 (%1 times as fast).");
    if (verdict == Verdict::vanishing)
        english =
            translatable("core", "Vanishing: the weights of layer 1 learn %1 times as fast as those of layer %2.");
    if (verdict == Verdict::exploding)
        english =
            translatable("core", "Exploding: the weights of layer 1 learn %1 times as fast as those of layer %2.");
    if (verdict == Verdict::uneven)
        english = translatable("core", "Uneven: the weights of layer 1 learn %1 times as fast as those of layer %2.");
    return {english, {ratio, depth}};
}

/// The only layer that has both speeds of a kind is no pair to compare.
Diagnosis withoutRatio(const evaluation::Evaluation& evaluation)
{
    const int depth = evaluation.depth();
    return {Verdict::dead,
        {evaluation.layer(depth).speed.normOfMean.isZero()
                ? translatable("core", "Dead in part: of layer %1 only the weights learn, of layer 1 only the biases.")
                : translatable("core", "Dead in part: of layer 1 only the weights learn, of layer %1 only the biases."),
            {depth}},
        {}};
}

Diagnosis compared(const model::Scenario& scenario, const evaluation::Evaluation& evaluation)
{
    const int depth = evaluation.depth();
    if (!learns(evaluation.layer(depth)))
        return {
            Verdict::dead, {translatable("core", "Dead: layer %1, the output, does not learn at all."), {depth}}, {}};
    const Speed speed = comparedSpeed(evaluation);
    if ((evaluation.layer(1).speed.*speed).isZero() || (evaluation.layer(depth).speed.*speed).isZero())
        return withoutRatio(evaluation);
    const Magnitude ratio = evaluation::speedRatio(evaluation, 1, depth, speed).magnitude();
    const Verdict verdict = verdictOf(ratio.log10, depth);
    const bool level = verdict == Verdict::balanced || verdict == Verdict::uneven;
    if (level && isSaturated(scenario, evaluation))
        return {Verdict::saturated,
            {translatable("core", "Saturated: %2′ is at most %1 in every layer, under 5 % of its maximum."),
                {largestDerivative(evaluation).magnitude(), sharedSymbol(scenario)}},
            {}};
    return {verdict,
        speed == &network::LearningSpeeds::weight ? headlineOfWeights(verdict, ratio, depth)
                                                  : headlineOfBiases(verdict, ratio, depth),
        {}};
}

} // namespace

Diagnosis diagnose(
    const model::Scenario& scenario, const evaluation::Evaluation& evaluation, const formats::FormatArithmetic* formats)
{
    const int depth = evaluation.depth();
    assert(depth >= 1);
    const int deadLayer = lastDeadLayer(evaluation);
    Diagnosis diagnosis = deadLayer == depth ? noLayerLearns(scenario, evaluation)
        : deadLayer > 0                      ? dead(scenario, evaluation, deadLayer)
        : depth == 1                         ? oneLayer(scenario, evaluation)
                                             : compared(scenario, evaluation);
    for (Message& detail : diagnosisDetails(scenario, evaluation, diagnosis.verdict, formats))
        diagnosis.details.push_back(std::move(detail));
    return diagnosis;
}

} // namespace deltascope::diagnosis
