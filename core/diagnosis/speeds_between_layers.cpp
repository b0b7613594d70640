// SPDX-License-Identifier: GPL-3.0-or-later
// core/maths.md 2.1, 2.4.
#include "diagnosis/speeds_between_layers.h"

#include "diagnosis/activation_symbol.h"
#include "diagnosis/sentence_parts.h"
#include "network/structure.h"

#include <cmath>

namespace deltascope::diagnosis {
namespace {

using Messages = std::vector<Message>;

constexpr double kSameSpeed = 1e-9; // but for rounding
constexpr double kOutstandingDecades = 1; // a layer ten times faster or slower is worth a sentence

/// Where all of this holds, the speeds of neighbours differ by δ_l/δ_(l+1) = w_(l+1) f′(z_l).
bool hasOwnSteps(const model::Scenario& scenario, const evaluation::Evaluation& evaluation)
{
    return evaluation.chain && evaluation.examples == 1 && network::factorsAreProducts(scenario);
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
            details.push_back(
                {exploding ? translatable(
                     "core", "The learning speed grows most from layer %2 back to layer %1, by a factor of %3.")
                           : translatable("core",
                               "The learning speed shrinks most from layer %2 back to layer %1, by a factor of %3."),
                    {layer, layer + 1,
                        times({1, std::abs(evaluation::speedRatio(evaluation, layer, layer + 1).log10())})}});
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
                     "Going back from the output, layer %1 is the first to learn over %2 times faster than layer %3."),
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
    const auto add = [&](const char* sentence, int layer, numerics::Scaled ratio) {
        if (layer != 1 && layer != depth && ratio.log10() > kOutstandingDecades)
            details.push_back({sentence, {layer, times(ratio.magnitude()), depth}});
    };
    add(translatable("core", "Layer %1 learns fastest: %2 times faster than the faster of layers 1 and %3."), fastest,
        evaluation::speedRatio(evaluation, fastest, faster));
    add(translatable("core", "Layer %1 learns slowest: %2 times more slowly than the slower of layers 1 and %3."),
        slowest, evaluation::speedRatio(evaluation, slower, slowest));
}

} // namespace

std::vector<Message> speedsBetweenLayers(
    const model::Scenario& scenario, const evaluation::Evaluation& evaluation, Verdict verdict)
{
    Messages details;
    addStep(scenario, evaluation, verdict, details);
    addOnset(evaluation, verdict, details);
    addInside(evaluation, details);
    return details;
}

} // namespace deltascope::diagnosis
