// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis.h"

#include "activation_symbol.h"
#include "diagnosis_details.h"

#include <algorithm>
#include <cmath>

namespace deltascope {
namespace {

constexpr double kBalancedDecades = 0.30103; // a factor of 2 either way still counts as balanced

Diagnosis nothingToLearn(const Scenario& scenario, const Evaluation& evaluation)
{
    const int depth = evaluation.depth();
    if (evaluation.outputGradient.isZero())
        return {Verdict::balanced,
            {translatable(
                 "core", "Nothing to learn: the output equals the target, so every learning speed is exactly 0."),
                {}},
            {}};
    if (!evaluation.chain)
        return {Verdict::dead,
            {translatable("core", "Dead: %1′ is exactly 0 in the whole output layer, so no layer learns."),
                {symbolOf(scenario, depth)}},
            {}};
    return {Verdict::dead,
        {translatable("core", "Dead: %2′(z) is exactly 0 in the output layer, where z = %1, so no layer learns."),
            {evaluation.layer(depth).z.mean.magnitude(), symbolOf(scenario, depth)}},
        {}};
}

Message whyDead(const Scenario& scenario, const Evaluation& evaluation, int dead)
{
    if (!evaluation.chain)
        return {translatable("core", "No gradient passes back through layer %1."), {dead + 1}};
    if (evaluation.layer(dead + 1).weight == 0)
        return {translatable("core", "The weight of layer %1 is 0, and nothing passes back through it."), {dead + 1}};
    return {translatable("core", "In layer %1, z = %2 lies where %3′ is exactly 0."),
        {dead, evaluation.layer(dead).z.mean.magnitude(), symbolOf(scenario, dead)}};
}

/// The layer nearest the output that does not learn; 0 where all do.
int lastDeadLayer(const Evaluation& evaluation)
{
    for (int l = evaluation.depth(); l >= 1; --l)
        if (evaluation.layer(l).speed.normOfMean.isZero())
            return l;
    return 0;
}

Diagnosis dead(const Scenario& scenario, const Evaluation& evaluation, int layer)
{
    const Message headline = layer == 1
        ? Message{translatable("core", "Dead: layer 1 does not learn at all."), {}}
        : Message{translatable("core", "Dead: layers 1 to %1 do not learn at all."), {layer}};
    return {Verdict::dead, headline, {whyDead(scenario, evaluation, layer)}};
}

Diagnosis oneLayer(const Scenario& scenario, const Evaluation& evaluation)
{
    const Magnitude speed = evaluation.layer(1).speed.normOfMean.magnitude();
    if (saturated(evaluation))
        return {Verdict::saturated,
            {translatable("core", "Saturated: the only layer learns at speed %1, because its %2′ is nearly 0."),
                {speed, symbolOf(scenario, 1)}},
            {}};
    return {Verdict::balanced,
        {translatable("core", "One layer, which learns at speed %1: nothing can vanish or explode along the way."),
            {speed}},
        {}};
}

Diagnosis compared(const Scenario& scenario, const Evaluation& evaluation)
{
    const int depth = evaluation.depth();
    const Magnitude ratio =
        (evaluation.layer(1).speed.normOfMean / evaluation.layer(depth).speed.normOfMean).magnitude();
    if (ratio.log10 < -kBalancedDecades)
        return {Verdict::vanishing,
            {translatable("core", "Vanishing: layer 1 learns %1 times as fast as layer %2."), {ratio, depth}}, {}};
    if (ratio.log10 > kBalancedDecades)
        return {Verdict::exploding,
            {translatable("core", "Exploding: layer 1 learns %1 times as fast as layer %2."), {ratio, depth}}, {}};
    if (saturated(evaluation))
        return {Verdict::saturated,
            {translatable("core", "Saturated: %2′ is at most %1 in every layer, so all of them learn slowly."),
                {largestDerivative(evaluation).magnitude(), sharedSymbol(scenario)}},
            {}};
    if (std::abs(ratio.log10) < 1e-9)
        return {
            Verdict::balanced, {translatable("core", "Balanced: layer 1 learns as fast as layer %1."), {depth}}, {}};
    return {Verdict::balanced,
        {translatable("core", "Balanced: layer 1 learns about as fast as layer %2 (%1 times as fast)."),
            {ratio, depth}},
        {}};
}

} // namespace

Diagnosis diagnose(const Scenario& scenario, const Evaluation& evaluation, const FormatArithmetic* formats)
{
    const int depth = evaluation.depth();
    const int deadLayer = lastDeadLayer(evaluation);
    Diagnosis diagnosis = depth > 0 && deadLayer == depth ? nothingToLearn(scenario, evaluation)
        : deadLayer > 0                                   ? dead(scenario, evaluation, deadLayer)
        : depth == 1                                      ? oneLayer(scenario, evaluation)
                                                          : compared(scenario, evaluation);
    for (Message& detail : diagnosisDetails(scenario, evaluation, diagnosis.verdict, formats))
        diagnosis.details.push_back(std::move(detail));
    return diagnosis;
}

} // namespace deltascope
