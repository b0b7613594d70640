// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/parts/gradient_sentences.h"

#include "figures/parts/figure_sentences.h"
#include "network/structure.h"

#include <algorithm>

namespace deltascope::parts {

using gradient_check::DifferenceBy;
using gradient_check::GradientCheck;
using numerics::Scaled;

std::optional<Scaled> errorOf(const std::optional<double>& difference, const GradientCheck& check)
{
    if (!difference)
        return std::nullopt;
    return gradient_check::relativeError(Scaled::from(*difference), check.analytic);
}

std::optional<BestStep> bestStep(const GradientCheck& check, std::optional<double> DifferenceBy::*difference)
{
    if (std::ranges::all_of(check.differences, [&](const DifferenceBy& each) { return each.*difference == 0.0; }))
        return std::nullopt;
    std::optional<BestStep> best;
    for (const DifferenceBy& each : check.differences)
        if (const std::optional<Scaled> error = errorOf(each.*difference, check);
            error && (!best || *error < best->error))
            best = BestStep{each.step, *error};
    return best;
}

namespace {

bool allZero(const GradientCheck& check, std::optional<double> DifferenceBy::*difference)
{
    return std::ranges::all_of(check.differences, [&](const DifferenceBy& each) { return each.*difference == 0.0; });
}

/// "∂C/∂w₂", in a wide network with its neurons.
Message symbolOf(const GradientCheck& check, const model::Scenario& scenario)
{
    const gradient_check::CheckedParameter& at = check.parameter;
    const std::string symbol = "∂C/∂" + diagnosis::indexed(at.column == 0 ? "b" : "w", at.layer);
    if (network::isChain(scenario))
        return {"%1", {symbol}};
    if (at.column == 0)
        return {translatable("core", "%1 (neuron %2)"), {symbol, at.row}};
    return {translatable("core", "%1 (neuron %2, from neuron %3)"), {symbol, at.row, at.column}};
}

void addDouble(std::vector<Message>& notes, const GradientCheck& check)
{
    const std::optional<BestStep> best = bestStep(check, &DifferenceBy::inDouble);
    if (allZero(check, &DifferenceBy::inDouble))
        notes.push_back(
            {translatable("core",
                 "In double the costs on both sides are the same number at every step from 10⁻¹⁶ to 1: their "
                 "difference is 0."),
                {}});
    else if (best)
        notes.push_back({translatable("core", "In double the best step from 10⁻¹⁶ to 1 is h = %1, off by %2."),
            {diagnosis::number(best->step), diagnosis::number(best->error)}});
}

void addSingle(std::vector<Message>& notes, const GradientCheck& check)
{
    if (!check.carried)
        return;
    if (!check.inSingle)
        notes.push_back({translatable("core", "In float32 back-propagation leaves the range of numbers."), {}});
    else if (*check.inSingle == 0)
        notes.push_back({translatable("core", "In float32 back-propagation gives 0: the gradient underflows."), {}});
    else
        notes.push_back({translatable("core", "In float32 back-propagation gives %1, off by %2."),
            {diagnosis::number(*check.inSingle), diagnosis::number(*errorOf(check.inSingle, check))}});
    const std::optional<BestStep> best = bestStep(check, &DifferenceBy::inSingle);
    if (allZero(check, &DifferenceBy::inSingle))
        notes.push_back({translatable("core",
                             "In float32 the costs on both sides are the same number at every step from 10⁻¹⁶ to 1: "
                             "their difference is 0."),
            {}});
    else if (best)
        notes.push_back({translatable("core", "In float32 the best step from 10⁻¹⁶ to 1 is h = %1, off by %2."),
            {diagnosis::number(best->step), diagnosis::number(best->error)}});
}

} // namespace

Message gradientSentence(const GradientCheck& check, const model::Scenario& scenario)
{
    const Message symbol = symbolOf(check, scenario);
    if (check.analytic.isZero())
        return {translatable("core",
                    "%1 is exactly 0 by back-propagation, and %2 by the central difference with h = %3: there is no "
                    "relative error to draw."),
            {symbol, diagnosis::number(check.difference), diagnosis::number(check.step)}};
    return {translatable("core",
                "%1 is %2 by back-propagation and %3 by the central difference with h = %4: they differ by %5 of it."),
        {symbol, diagnosis::number(check.analytic), diagnosis::number(check.difference), diagnosis::number(check.step),
            diagnosis::number(gradient_check::relativeError(check.difference, check.analytic))}};
}

std::vector<Message> gradientNotes(const GradientCheck& check)
{
    std::vector<Message> notes;
    if (!check.analytic.isZero()) {
        addDouble(notes, check);
        addSingle(notes, check);
    }
    if (!check.carried)
        notes.push_back({translatable("core",
                             "More than weights, biases and activations stands in these layers: the differences are "
                             "those of costs in double."),
            {}});
    if (check.examples < check.allExamples)
        notes.push_back(
            {translatable("core", "Of the cost of the first %1 of %2 examples."), {check.examples, check.allExamples}});
    return notes;
}

} // namespace deltascope::parts
