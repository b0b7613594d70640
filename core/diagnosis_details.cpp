// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis_details.h"

#include "activation_symbol.h"
#include "normalization.h"
#include "precision_words.h"

#include <algorithm>
#include <cmath>

namespace deltascope {
namespace {

using Messages = std::vector<Message>;

constexpr double kSaturatedDecades = -4;
constexpr double kOutstandingDecades = 1; // a layer ten times faster or slower is worth a sentence

/// The layer of 2 … L whose |factor| is the largest (or smallest) one.
int extremeFactor(const Evaluation& evaluation, bool largest)
{
    int best = 2;
    for (int l = 3; l <= evaluation.depth(); ++l) {
        const Scaled factor = abs(evaluation.layer(l).factor), record = abs(evaluation.layer(best).factor);
        if (largest ? record < factor : factor < record)
            best = l;
    }
    return best;
}

/// The drawing shows layer 1's factor too: where it beats the one named, why it was not named.
void addFirstFactor(const Evaluation& evaluation, Scaled named, bool exploding, Messages& details)
{
    const Scaled first = abs(evaluation.layer(1).factor), more = Scaled::from(1.01); // beyond rounding
    if (exploding ? named * more < first : first * more < named)
        details.push_back(
            {translatable("core",
                 "Layer 1’s own factor, %1, is passed by no gradient on its way back to layer 1: it changes "
                 "no learning speed."),
                {first.magnitude()}});
}

void addFactors(const Scenario& scenario, const Evaluation& evaluation, Verdict verdict, Messages& details)
{
    if (!evaluation.chain || evaluation.depth() < 2)
        return;
    if (verdict != Verdict::vanishing && verdict != Verdict::exploding)
        return;
    if (evaluation.depth() == 2) {
        details.push_back({translatable("core", "The factor between the two layers, w₂%2′(z₂), is %1."),
            {evaluation.layer(2).factor.magnitude(), symbolOf(scenario, 2)}});
        return;
    }
    const bool exploding = verdict == Verdict::exploding;
    const int layer = extremeFactor(evaluation, exploding);
    const Scaled size = abs(evaluation.layer(layer).factor);
    details.push_back({exploding
            ? translatable("core", "The largest factor |w %3′(z)| on the way back to layer 1 is %1, in layer %2.")
            : translatable("core", "The smallest factor |w %3′(z)| on the way back to layer 1 is %1, in layer %2."),
        {size.magnitude(), layer, symbolOf(scenario, layer)}});
    addFirstFactor(evaluation, size, exploding, details);
}

/// Going back from the output, where an explosion passes tenfold.
void addOnset(const Evaluation& evaluation, Verdict verdict, Messages& details)
{
    const int depth = evaluation.depth();
    if (verdict != Verdict::exploding || depth < 3)
        return;
    for (int l = depth - 1; l >= 1; --l) {
        const Scaled ratio = evaluation.layer(l).speed.normOfMean / evaluation.layer(depth).speed.normOfMean;
        if (ratio.log10() > kOutstandingDecades) {
            details.push_back(
                {translatable("core",
                     "Going back from the output, layer %1 is the first to learn over %2 times as fast as layer %3."),
                    {l, 10, depth}});
            return;
        }
    }
}

/// A layer inside that is far faster or slower than both ends.
void addInside(const Evaluation& evaluation, Messages& details)
{
    const int depth = evaluation.depth();
    int fastest = 1, slowest = 1;
    for (int l = 1; l <= depth; ++l) {
        const Scaled speed = evaluation.layer(l).speed.normOfMean;
        if (speed.isZero())
            return;
        if (evaluation.layer(fastest).speed.normOfMean < speed)
            fastest = l;
        if (speed < evaluation.layer(slowest).speed.normOfMean)
            slowest = l;
    }
    const auto inside = [depth](int l) { return l != 1 && l != depth; };
    const Scaled ends[] = {evaluation.layer(1).speed.normOfMean, evaluation.layer(depth).speed.normOfMean};
    const Scaled top = std::max(ends[0], ends[1]), bottom = std::min(ends[0], ends[1]);
    const auto add = [&](const char* sentence, int layer, Scaled ratio) {
        if (inside(layer) && std::abs(ratio.log10()) > kOutstandingDecades)
            details.push_back({sentence, {layer, ratio.magnitude(), depth}});
    };
    add(translatable("core", "Layer %1 learns fastest: %2 times as fast as the faster of layers 1 and %3."), fastest,
        evaluation.layer(fastest).speed.normOfMean / top);
    add(translatable("core", "Layer %1 learns slowest: %2 times as fast as the slower of layers 1 and %3."), slowest,
        evaluation.layer(slowest).speed.normOfMean / bottom);
}

void addSaturation(const Scenario& scenario, const Evaluation& evaluation, Verdict verdict, Messages& details)
{
    if (verdict != Verdict::vanishing || !saturated(evaluation))
        return;
    details.push_back({translatable("core", "Every layer is saturated: %2′ is at most %1."),
        {largestDerivative(evaluation).magnitude(), sharedSymbol(scenario)}});
}

void addIdleWeight(const Evaluation& evaluation, Messages& details)
{
    for (int l = 1; l <= evaluation.depth(); ++l) {
        const LayerEvaluation& layer = evaluation.layer(l);
        if (!layer.speed.weight.isZero() || layer.speed.normOfMean.isZero())
            continue;
        details.push_back(evaluation.chain
                ? Message{translatable("core", "The weight of layer %1 does not learn: what enters it is exactly 0."),
                    {l}}
                : Message{
                    translatable("core", "The weights of layer %1 do not learn: what enters it is exactly 0."), {l}});
        return;
    }
}

void addNoise(const Evaluation& evaluation, Messages& details)
{
    if (evaluation.noiseFrom > 0)
        details.push_back(
            {translatable("core",
                 "From layer %1 on the digits are noise: rounding errors have grown there to the size of 1 in z."),
                {evaluation.noiseFrom}});
}

void addUnresolved(const Evaluation& evaluation, Messages& details)
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

} // namespace

Scaled largestDerivative(const Evaluation& evaluation)
{
    Scaled largest;
    for (const LayerEvaluation& layer : evaluation.layers)
        for (const Scaled size : {abs(layer.derivative.minimum), abs(layer.derivative.maximum)})
            if (largest < size)
                largest = size;
    return largest;
}

bool saturated(const Evaluation& evaluation)
{
    const Scaled largest = largestDerivative(evaluation);
    return !largest.isZero() && largest.log10() <= kSaturatedDecades;
}

Message normalizationOfPairs(const Scenario& scenario)
{
    const bool neurons = scenario.normalization == "layer" && scenario.width == kPair;
    const bool examples = scenario.normalization == "batch" && scenario.examples == kPair;
    if (scenario.depth == 1 || !(neurons || examples)) // the output is not normalized
        return {};
    return {neurons
            ? translatable("core",
                "Layer normalization over 2 neurons makes ±1 of any two numbers: only its ε = %1 lets a gradient "
                "through, the share ε/s² of it (s² = variance + ε).")
            : translatable("core",
                "Batch normalization over 2 examples makes ±1 of any two numbers: only its ε = %1 lets a gradient "
                "through, the share ε/s² of it (s² = variance + ε)."),
        {Magnitude{1, std::log10(kNormalizationEpsilon)}}};
}

std::vector<Message> diagnosisDetails(
    const Scenario& scenario, const Evaluation& evaluation, Verdict verdict, const FormatArithmetic* formats)
{
    Messages details;
    addFactors(scenario, evaluation, verdict, details);
    addOnset(evaluation, verdict, details);
    addInside(evaluation, details);
    addSaturation(scenario, evaluation, verdict, details);
    if (Message pairs = normalizationOfPairs(scenario); !pairs.empty())
        details.push_back(std::move(pairs));
    for (Message& sentence : precisionSentences(formats, evaluation))
        details.push_back(std::move(sentence));
    addIdleWeight(evaluation, details);
    addNoise(evaluation, details);
    addUnresolved(evaluation, details);
    return details;
}

} // namespace deltascope
