// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/diagnosis.h"

#include "base/registry.h"
#include "data/dataset_kind.h"
#include "diagnosis/activation_symbol.h"
#include "diagnosis/beyond_range_sentence.h"
#include "diagnosis/format_sentences.h"
#include "diagnosis/idle_layers.h"
#include "diagnosis/pace.h"
#include "diagnosis/saturated_layers.h"
#include "diagnosis/sentence_parts.h"
#include "diagnosis/speeds_between_layers.h"
#include "evaluation/unreachable_target.h"
#include "network/losses/loss.h"
#include "network/structure.h"

#include <cassert>
#include <cmath>

namespace deltascope::diagnosis {
namespace {

using Messages = std::vector<Message>;
using Speed = numerics::Scaled network::LearningSpeeds::*;

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
                "Nothing to learn: the output’s error is exactly 0 at the cost %1, the least possible for these "
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

Diagnosis dead(const model::Scenario& scenario, const evaluation::Evaluation& evaluation, int layer)
{
    if (evaluation.layer(layer).branch == 0)
        return {Verdict::dead,
            layer == 1
                ? Message{translatable("core", "The weights and biases of layer 1 do not learn yet."), {}}
                : Message{translatable("core", "The weights and biases of layers 1 to %1 do not learn yet."), {layer}},
            {whyDead(scenario, evaluation, layer)}};
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

Message headlineOfBiases(Verdict verdict, numerics::Scaled ratio, int depth)
{
    const Message told = paceAgainst(depth, ratio);
    switch (verdict) {
    case Verdict::vanishing:
        return {translatable("core", "Vanishing: layer 1 learns %1."), {told}};
    case Verdict::exploding:
        return {translatable("core", "Exploding: layer 1 learns %1."), {told}};
    case Verdict::uneven:
        return {translatable("core", "Uneven: layer 1 learns %1, on average by a factor of %2 per layer."),
            {told, Real{std::pow(10, std::abs(ratio.log10()) / (depth - 1)), 3}}};
    default:
        return {translatable("core", "Balanced: layer 1 learns %1."), {told}};
    }
}

Message headlineOfWeights(Verdict verdict, numerics::Scaled ratio, int depth)
{
    const char* english = translatable("core", "Balanced: the weights of layer 1 learn %1.");
    if (verdict == Verdict::vanishing)
        english = translatable("core", "Vanishing: the weights of layer 1 learn %1.");
    if (verdict == Verdict::exploding)
        english = translatable("core", "Exploding: the weights of layer 1 learn %1.");
    if (verdict == Verdict::uneven)
        english = translatable("core", "Uneven: the weights of layer 1 learn %1.");
    return {english, {paceAgainstWeightsOf(depth, ratio)}};
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
    const numerics::Scaled ratio = evaluation::speedRatio(evaluation, 1, depth, speed);
    const Verdict verdict = verdictOf(ratio.log10(), depth);
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

void addSaturation(
    const model::Scenario& scenario, const evaluation::Evaluation& evaluation, Verdict verdict, Messages& details)
{
    if (verdict != Verdict::vanishing || !isSaturated(scenario, evaluation))
        return;
    details.push_back({translatable("core", "Every layer is saturated: %2′ is at most %1, under 5 % of its maximum."),
        {largestDerivative(evaluation).magnitude(), sharedSymbol(scenario)}});
}

void addNoise(const evaluation::Evaluation& evaluation, Messages& details)
{
    if (evaluation.noiseFrom > 0)
        details.push_back({translatable("core",
                               "From layer %1 on the digits are noise: rounding errors have grown there until they "
                               "change f′(z) by 1 % or more."),
            {evaluation.noiseFrom}});
}

void addUnresolved(const evaluation::Evaluation& evaluation, Messages& details)
{
    for (int l = 1; l <= evaluation.depth(); ++l)
        if (evaluation.layer(l).belowResolution > 0) {
            details.push_back(
                {translatable(
                     "core", "In layer %1 the smallest components of δ lie below the resolution: they are not dead."),
                    {l}});
            return;
        }
}

/// Everything that must be said beside this headline's verdict, most important first.
Messages detailsOf(const model::Scenario& scenario, const evaluation::Evaluation& evaluation, Verdict verdict,
    const formats::FormatArithmetic* formats)
{
    Messages details = speedsBetweenLayers(scenario, evaluation, verdict);
    for (Message& sentence : idleLayers(scenario, evaluation))
        details.push_back(std::move(sentence));
    addSaturation(scenario, evaluation, verdict, details);
    if (Message caveat = network::caveatOf(scenario); !caveat.empty())
        details.push_back(std::move(caveat));
    if (!evaluation.unreachableTarget.empty())
        details.push_back(evaluation.unreachableTarget);
    if (Message remedy = evaluation::reachRemedy(scenario); !evaluation.unreachableTarget.empty() && !remedy.empty())
        details.push_back(std::move(remedy));
    for (Message& sentence : precisionSentences(formats, evaluation))
        details.push_back(std::move(sentence));
    if (Message beyond = sizesBeyondRange(evaluation); !beyond.empty())
        details.push_back(std::move(beyond));
    if (Message idle = idleWeight(scenario, evaluation); !idle.empty())
        details.push_back(std::move(idle));
    addNoise(evaluation, details);
    addUnresolved(evaluation, details);
    return details;
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
    for (Message& detail : detailsOf(scenario, evaluation, diagnosis.verdict, formats))
        diagnosis.details.push_back(std::move(detail));
    return diagnosis;
}

} // namespace deltascope::diagnosis
