// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/diagnosis_details.h"

#include "base/registry.h"
#include "base/saturation.h"
#include "diagnosis/activation_symbol.h"
#include "diagnosis/beyond_range_sentence.h"
#include "diagnosis/format_sentences.h"
#include "diagnosis/sentence_parts.h"
#include "network/operations/operation.h"
#include "network/structure.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace deltascope::diagnosis {
namespace {

using Messages = std::vector<Message>;

constexpr double kSameSpeed = 1e-9; // but for rounding
constexpr double kOutstandingDecades = 1; // a layer ten times faster or slower is worth a sentence

/// Where all of this holds, the speeds of neighbours differ by δ_l/δ_(l+1) = w_(l+1) f′(z_l).
bool hasOwnSteps(const model::Scenario& scenario, const evaluation::Evaluation& evaluation)
{
    return evaluation.chain && evaluation.examples == 1 && !network::addsIdentity(scenario);
}

/// w_(l+1) f′(z_l)
numerics::Scaled stepTo(const evaluation::Evaluation& evaluation, int layer)
{
    return numerics::Scaled::from(evaluation.layer(layer + 1).weight) * evaluation.layer(layer).slope;
}

/// The layer of 1 … L−1 that is the fastest (or slowest) one beside its neighbour l+1; 0 where a speed is 0.
int extremeStep(const evaluation::Evaluation& evaluation, bool largest)
{
    int best = 0;
    numerics::Scaled record;
    for (int l = 1; l < evaluation.depth(); ++l) {
        if (evaluation.layer(l + 1).speed.normOfMean.isZero() || evaluation.layer(l).speed.normOfMean.isZero())
            return 0;
        const numerics::Scaled step = evaluation::speedRatio(evaluation, l, l + 1);
        if (best == 0 || (largest ? record < step : step < record)) {
            best = l;
            record = step;
        }
    }
    return best;
}

/// True where each speed is the same multiple of the next layer's.
bool stepsAreAlike(const evaluation::Evaluation& evaluation)
{
    const numerics::Scaled first = evaluation::speedRatio(evaluation, 1, 2);
    for (int l = 2; l < evaluation.depth(); ++l)
        if (const numerics::Scaled other = evaluation::speedRatio(evaluation, l, l + 1) / first;
            numerics::Scaled::from(kSameSpeed) < numerics::abs(other - numerics::Scaled::from(1)))
            return false;
    return true;
}

void addStep(
    const model::Scenario& scenario, const evaluation::Evaluation& evaluation, Verdict verdict, Messages& details)
{
    if (!evaluation.chain || evaluation.depth() < 2)
        return;
    if (verdict != Verdict::vanishing && verdict != Verdict::exploding)
        return;
    const bool exploding = verdict == Verdict::exploding;
    const int layer = extremeStep(evaluation, exploding);
    if (layer == 0)
        return;
    if (!hasOwnSteps(scenario, evaluation)) {
        if (evaluation.depth() > 2)
            details.push_back({exploding
                    ? translatable("core", "The learning speed grows most from layer %2 back to layer %1, %3 times.")
                    : translatable("core",
                        "The learning speed shrinks most from layer %2 back to layer %1, to %3 times what it was."),
                {layer, layer + 1, evaluation::speedRatio(evaluation, layer, layer + 1).magnitude()}});
        return;
    }
    const numerics::Scaled step = numerics::abs(stepTo(evaluation, layer));
    const Argument weight = indexed("w", layer + 1),
                   slope = symbolOf(scenario, layer) + "′(" + indexed("z", layer) + ")";
    if (evaluation.depth() == 2) {
        details.push_back({translatable("core", "The factor between the speeds of the two layers, |%1 %2|, is %3."),
            {weight, slope, step.magnitude()}});
        return;
    }
    if (stepsAreAlike(evaluation)) {
        details.push_back({translatable("core", "Every factor between the speeds of neighbours has the size %1."),
            {step.magnitude()}});
        return;
    }
    details.push_back(
        {exploding ? translatable("core",
             "The largest factor between the speeds of neighbours is |%1 %2| = %3, from layer %4 back to layer %5.")
                   : translatable("core",
                       "The smallest factor between the speeds of neighbours is |%1 %2| = %3, from layer %4 back to "
                       "layer %5."),
            {weight, slope, step.magnitude(), layer + 1, layer}});
}

/// Going back from the output, where an explosion passes tenfold.
void addOnset(const evaluation::Evaluation& evaluation, Verdict verdict, Messages& details)
{
    const int depth = evaluation.depth();
    if (verdict != Verdict::exploding || depth < 3 || evaluation.layer(depth).speed.normOfMean.isZero())
        return;
    for (int l = depth - 1; l >= 1; --l) {
        if (evaluation.layer(l).speed.normOfMean.isZero())
            continue;
        if (evaluation::speedRatio(evaluation, l, depth).log10() > kOutstandingDecades) {
            details.push_back(
                {translatable("core",
                     "Going back from the output, layer %1 is the first to learn over %2 times as fast as layer %3."),
                    {l, 10, depth}});
            return;
        }
    }
}

/// A layer inside that is far faster or slower than both ends.
void addInside(const evaluation::Evaluation& evaluation, Messages& details)
{
    const int depth = evaluation.depth();
    int fastest = 1, slowest = 1;
    for (int l = 1; l <= depth; ++l) {
        if (evaluation.layer(l).speed.normOfMean.isZero())
            return;
        if (evaluation::learnsSlower(evaluation, fastest, l))
            fastest = l;
        if (evaluation::learnsSlower(evaluation, l, slowest))
            slowest = l;
    }
    const bool firstIsSlower = evaluation::learnsSlower(evaluation, 1, depth);
    const int faster = firstIsSlower ? depth : 1, slower = firstIsSlower ? 1 : depth;
    const auto add = [&](const char* sentence, int layer, int end) {
        if (layer == 1 || layer == depth)
            return;
        const numerics::Scaled ratio = evaluation::speedRatio(evaluation, layer, end);
        if (std::abs(ratio.log10()) > kOutstandingDecades)
            details.push_back({sentence, {layer, ratio.magnitude(), depth}});
    };
    add(translatable("core", "Layer %1 learns fastest: %2 times as fast as the faster of layers 1 and %3."), fastest,
        faster);
    add(translatable("core", "Layer %1 learns slowest: %2 times as fast as the slower of layers 1 and %3."), slowest,
        slower);
}

void addSaturation(
    const model::Scenario& scenario, const evaluation::Evaluation& evaluation, Verdict verdict, Messages& details)
{
    if (verdict != Verdict::vanishing || !isSaturated(scenario, evaluation))
        return;
    details.push_back({translatable("core", "Every layer is saturated: %2′ is at most %1, under 5 % of its maximum."),
        {largestDerivative(evaluation).magnitude(), sharedSymbol(scenario)}});
}

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
    const bool removed =
        layers.back() < evaluation.depth() && network::planOf(scenario, layers.back() + 1).removesShift;
    details.push_back(
        {removed ? translatable("core",
             "The biases do not learn in %1: the batch normalization of the next layer takes every shift out again.")
                 : translatable("core",
                     "The biases do not learn in %1: over the batch their gradients cancel to within rounding."),
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

void addIdleWeight(const model::Scenario& scenario, const evaluation::Evaluation& evaluation, Messages& details)
{
    for (int l = 1; l <= evaluation.depth(); ++l) {
        const evaluation::LayerEvaluation& layer = evaluation.layer(l);
        if (!layer.speed.weight.isZero() || layer.speed.normOfMean.isZero())
            continue;
        details.push_back({whyIdle(scenario, evaluation, l), {l}});
        return;
    }
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

numerics::Scaled largestDerivative(const evaluation::LayerEvaluation& layer)
{
    return std::max(numerics::abs(layer.derivative.minimum), numerics::abs(layer.derivative.maximum));
}

} // namespace

numerics::Scaled largestDerivative(const evaluation::Evaluation& evaluation)
{
    numerics::Scaled largest;
    for (const evaluation::LayerEvaluation& layer : evaluation.layers)
        largest = std::max(largest, largestDerivative(layer));
    return largest;
}

bool isSaturated(const model::Scenario& scenario, const evaluation::Evaluation& evaluation)
{
    for (int l = 1; l <= evaluation.depth(); ++l) {
        const std::string& id = l == evaluation.depth() ? scenario.outputActivation : scenario.activation;
        const activations::Activation* activation = findKind(activations::activationsRegistry(), id);
        assert(activation != nullptr);
        if (!(largestDerivative(evaluation.layer(l)) < numerics::Scaled::from(kSaturated * activation->maxDerivative)))
            return false;
    }
    return !largestDerivative(evaluation).isZero();
}

Message caveatOf(const model::Scenario& scenario)
{
    for (const network::LayerOperation& operation : network::planOf(scenario, 1).operations)
        if (operation.kind->caveat != nullptr)
            if (Message caveat = operation.kind->caveat(scenario, network::shapeOf(scenario, 1)); !caveat.empty())
                return caveat;
    return {};
}

std::vector<Message> diagnosisDetails(const model::Scenario& scenario, const evaluation::Evaluation& evaluation,
    Verdict verdict, const formats::FormatArithmetic* formats)
{
    Messages details;
    addStep(scenario, evaluation, verdict, details);
    addOnset(evaluation, verdict, details);
    addInside(evaluation, details);
    addDeadInside(scenario, evaluation, details);
    addIdleBiases(scenario, evaluation, details);
    addSaturation(scenario, evaluation, verdict, details);
    if (Message caveat = caveatOf(scenario); !caveat.empty())
        details.push_back(std::move(caveat));
    if (!evaluation.unreachableTarget.empty())
        details.push_back(evaluation.unreachableTarget);
    for (Message& sentence : precisionSentences(formats, evaluation))
        details.push_back(std::move(sentence));
    if (Message beyond = sizesBeyondRange(evaluation); !beyond.empty())
        details.push_back(std::move(beyond));
    addIdleWeight(scenario, evaluation, details);
    addNoise(evaluation, details);
    addUnresolved(evaluation, details);
    return details;
}

} // namespace deltascope::diagnosis
