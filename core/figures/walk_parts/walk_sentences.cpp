// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/walk_parts/walk_sentences.h"

#include "figures/parts/figure_sentences.h"
#include "figures/walk_parts/update_sentences.h"
#include "figures/walk_parts/walk_numbers.h"
#include "network/structure.h"

#include <algorithm>
#include <cmath>

namespace deltascope::walk_parts {

using model::Walk;
using numerics::Scaled;

namespace {

constexpr double kAsFast = 1.005; // shown as 1 in three digits

std::string slopeSymbol(const At& at, int layer)
{
    return diagnosis::symbolOf(at.snapshot.scenario, layer) + "′(" + diagnosis::indexed("z", layer) + ")";
}

/// Of two ways to write a formula: with a number in parentheses where it is negative, as behind × or +.
const char* written(const char* positive, const char* negative, Scaled number)
{
    return number.sign() < 0 ? negative : positive;
}

/// True where z = w a + b and a = f(z), and nothing else enters.
bool isPlain(const At& at)
{
    return network::factorsAreProducts(at.snapshot.scenario) && model::stepsOf(at.snapshot.scenario) == 1;
}

bool skips(const At& at)
{
    return at.stage.layer - at.before > 1;
}

Scaled activationBefore(const At& at)
{
    if (at.stage.layer > 1)
        return at.evaluation().layer(at.stage.layer - 1).activation;
    return at.snapshot.data ? Scaled::from(at.snapshot.data->inputs(0, 0)) : Scaled{};
}

Message forwardOfChain(const At& at)
{
    const int l = at.stage.layer, depth = at.evaluation().depth();
    const evaluation::LayerEvaluation& values = at.layer();
    const std::string z = diagnosis::indexed("z", l), a = diagnosis::indexed("a", l);
    if (skips(at))
        return {translatable("core", "Forward through layers %1 to %2, of which the last is drawn: %3 = %4."),
            {at.before + 1, l, a, diagnosis::number(values.activation)}};
    if (!isPlain(at))
        return {translatable("core",
                    "Forward, layer %1 of %2: %3 = %4 and %5 = %6; more than w, b and the activation has a part in "
                    "them."),
            {l, depth, z, diagnosis::number(values.weightedInput), a, diagnosis::number(values.activation)}};
    const Scaled entering = activationBefore(at);
    const char* formula = entering.sign() < 0
        ? written("%1 = %2%3 + %4 = %5 × (%6) + %7 = %8", "%1 = %2%3 + %4 = %5 × (%6) + (%7) = %8", values.bias)
        : written("%1 = %2%3 + %4 = %5 × %6 + %7 = %8", "%1 = %2%3 + %4 = %5 × %6 + (%7) = %8", values.bias);
    const Message sum{formula,
        {z, diagnosis::indexed("w", l), diagnosis::indexed("a", l - 1), diagnosis::indexed("b", l),
            diagnosis::number(values.weight), diagnosis::number(entering), diagnosis::number(values.bias),
            diagnosis::number(values.weightedInput)}};
    const Message image{
        "%1 = %2(%3) = %4", {a, diagnosis::symbolOf(at.snapshot.scenario, l), z, diagnosis::number(values.activation)}};
    return {translatable("core", "Forward, layer %1 of %2: %3, %4."), {l, depth, sum, image}};
}

Message forwardOfWide(const At& at)
{
    const Argument z = diagnosis::number(rootMeanSquare(at.layer().z)),
                   a = diagnosis::number(rootMeanSquare(at.layer().a));
    if (skips(at))
        return {translatable("core",
                    "Forward through layers %1 to %2, of which the last is drawn: over its neurons the root mean "
                    "square of z is %3, that of a %4."),
            {at.before + 1, at.stage.layer, z, a}};
    return {translatable(
                "core", "Forward, layer %1 of %2: over its neurons the root mean square of z is %3, that of a %4."),
        {at.stage.layer, at.evaluation().depth(), z, a}};
}

Message costSentence(const At& at)
{
    const evaluation::Evaluation& evaluation = at.evaluation();
    const int depth = evaluation.depth();
    if (evaluation.examples > 1)
        return {translatable("core",
                    "The cost is C = %1, the mean over %2 examples; its slope at the outputs, ‖∂C/∂a‖, is %3 (root "
                    "mean square)."),
            {diagnosis::number(evaluation.cost), evaluation.examples, diagnosis::number(evaluation.outputGradient)}};
    if (!evaluation.chain || !at.snapshot.data)
        return {translatable("core", "The cost is C = %1; its slope at the outputs, ‖∂C/∂a‖, is %2."),
            {diagnosis::number(evaluation.cost), diagnosis::number(numerics::abs(evaluation.outputGradient))}};
    return {translatable("core", "The cost is C = %1 for %2 = %3 and the target %4; its slope there is ∂C/∂%2 = %5."),
        {diagnosis::number(evaluation.cost), diagnosis::indexed("a", depth),
            diagnosis::number(evaluation.layer(depth).activation), diagnosis::number(at.snapshot.data->targets(0, 0)),
            diagnosis::number(evaluation.outputGradient)}};
}

/// "δ₂ = σ′(z₂) · ∂C/∂a₂ = 0.25 × 0.1 = 0.025"
Message deltaFormula(const At& at)
{
    const int l = at.stage.layer;
    const evaluation::LayerEvaluation& values = at.layer();
    const std::string delta = diagnosis::indexed("δ", l);
    if (network::mixesIn(at.snapshot.scenario, l) || values.branch != 1)
        return {"%1 = ∂C/∂%2 = %3", {delta, diagnosis::indexed("z", l), diagnosis::number(values.delta)}};
    const Scaled gradient = gradientAt(at.snapshot.scenario, at.evaluation(), l);
    return {written("%1 = %2 · ∂C/∂%3 = %4 × %5 = %6", "%1 = %2 · ∂C/∂%3 = %4 × (%5) = %6", gradient),
        {delta, slopeSymbol(at, l), diagnosis::indexed("a", l), diagnosis::number(values.slope),
            diagnosis::number(gradient), diagnosis::number(values.delta)}};
}

Message nothingGoesBack(const At& at)
{
    return {translatable("core", "Backward: nothing goes back, because δ of layer %1 is exactly 0."),
        {at.evaluation().depth()}};
}

/// How many times, in three digits.
Argument times(Scaled ratio)
{
    if (ratio.beyondRange() || ratio.log10() >= 6 || ratio.log10() < -4)
        return ratio.magnitude();
    const double value = ratio.nearestDouble();
    return Real{value, std::max(3, static_cast<int>(std::floor(ratio.log10())) + 1), true};
}

enum class Compared { silent, slower, faster, alike };

Compared compared(Scaled ratio)
{
    const Scaled size = numerics::abs(ratio), limit = Scaled::from(kAsFast), one = Scaled::from(1);
    if (size.isZero())
        return Compared::silent;
    if (size < one / limit)
        return Compared::slower;
    return limit < size ? Compared::faster : Compared::alike;
}

Argument timesApart(Scaled ratio)
{
    const Scaled size = numerics::abs(ratio);
    return times(compared(ratio) == Compared::slower ? Scaled::from(1) / size : size);
}

Message neuronOfChain(const At& at, Scaled ratio)
{
    const int l = at.stage.layer, depth = at.evaluation().depth();
    const Message formula = deltaFormula(at);
    if (depth == 1)
        return {translatable("core", "Backward, layer %1: %2. It is the only layer."), {l, formula}};
    if (l == depth)
        return {translatable("core", "Backward, layer %1: %2. With it the other layers are compared."), {l, formula}};
    if (at.evaluation().examples > 1)
        return {translatable("core", "Backward, layer %1: %2, which is %3 times δ of layer %4."),
            {l, formula, diagnosis::number(ratio), depth}};
    switch (compared(ratio)) {
    case Compared::silent:
        return {translatable("core", "Backward, layer %1: %2. It does not learn."), {l, formula}};
    case Compared::slower:
        return {translatable("core", "Backward, layer %1: %2. It learns %3 times more slowly than layer %4."),
            {l, formula, timesApart(ratio), depth}};
    case Compared::faster:
        return {translatable("core", "Backward, layer %1: %2. It learns %3 times faster than layer %4."),
            {l, formula, timesApart(ratio), depth}};
    case Compared::alike:
        break;
    }
    return {translatable("core", "Backward, layer %1: %2. It learns as fast as layer %3."), {l, formula, depth}};
}

Message linkOfChain(const At& at)
{
    const int l = at.stage.layer;
    const model::Scenario& scenario = at.snapshot.scenario;
    const bool product = network::factorsAreProducts(scenario);
    const Scaled reached = gradientAt(at.snapshot.scenario, at.evaluation(), at.before);
    const std::string there = "∂C/∂" + diagnosis::indexed("a", at.before);
    if (skips(at) && !product)
        return {translatable("core", "Backward through layers that are not drawn, from %1 to %2: %3 = %4."),
            {l - 1, at.before + 1, there, diagnosis::number(reached)}};
    if (skips(at))
        return {translatable("core",
                    "Backward through layers that are not drawn, from %1 to %2: their weights and slopes multiply to "
                    "%3, and %4 = %5."),
            {l - 1, at.before + 1, diagnosis::number(productBetween(at.evaluation(), at.before, l)), there,
                diagnosis::number(reached)}};
    const Scaled from = product ? at.layer().delta : gradientAt(at.snapshot.scenario, at.evaluation(), l);
    const Message formula = product
        ? Message{written("%1 = %2 · %3 = %4 × %5 = %6", "%1 = %2 · %3 = %4 × (%5) = %6", from),
            {there, diagnosis::indexed("w", l), diagnosis::indexed("δ", l), diagnosis::number(at.layer().weight),
                diagnosis::number(from), diagnosis::number(reached)}}
        : Message{written("%1 = (%2) · ∂C/∂%3 = %4 × %5 = %6", "%1 = (%2) · ∂C/∂%3 = %4 × (%5) = %6", from),
            {there, parts::factorSymbol(scenario, l), diagnosis::indexed("a", l), diagnosis::number(at.layer().factor),
                diagnosis::number(from), diagnosis::number(reached)}};
    return {translatable("core", "Backward over the link from layer %1 to layer %2: %3."), {l, at.before, formula}};
}

Message layerOfWide(const At& at, Scaled ratio)
{
    const int l = at.stage.layer, depth = at.evaluation().depth();
    const auto speed = speedOf(at.view);
    const Scaled size = at.layer().speed.*speed;
    if (depth == 1)
        return {
            translatable("core", "Backward, layer %1: ‖δ‖ = %2. It is the only layer."), {l, diagnosis::number(size)}};
    if (l == depth)
        return {translatable("core", "Backward, layer %1: ‖δ‖ = %2. With it the other layers are compared."),
            {l, diagnosis::number(size)}};
    if (compared(ratio) == Compared::silent || (at.evaluation().layer(at.after).speed.*speed).isZero())
        return {translatable("core", "Backward, from layer %1 to layer %2: ‖δ‖ = %3."),
            {at.after, l, diagnosis::number(size)}};
    const Argument step = diagnosis::number(evaluation::speedRatio(at.evaluation(), l, at.after, speed));
    switch (compared(ratio)) {
    case Compared::slower:
        return {translatable("core",
                    "Backward, from layer %1 to layer %2: ‖δ‖ is multiplied by %3. Layer %2 learns %4 times "
                    "more slowly than layer %5."),
            {at.after, l, step, timesApart(ratio), depth}};
    case Compared::faster:
        return {translatable("core",
                    "Backward, from layer %1 to layer %2: ‖δ‖ is multiplied by %3. Layer %2 learns %4 times "
                    "faster than layer %5."),
            {at.after, l, step, timesApart(ratio), depth}};
    default:
        break;
    }
    return {translatable("core",
                "Backward, from layer %1 to layer %2: ‖δ‖ is multiplied by %3. Layer %2 learns as fast as "
                "layer %4."),
        {at.after, l, step, depth}};
}

std::optional<Scaled> runningHere(const At& at)
{
    return running(at.snapshot.scenario, at.evaluation(), at.stage, at.before, at.view);
}

Message backwardSentence(const At& at)
{
    const std::optional<Scaled> ratio = runningHere(at);
    if (!ratio)
        return nothingGoesBack(at);
    if (!at.evaluation().chain)
        return layerOfWide(at, *ratio);
    return at.stage.link ? linkOfChain(at) : neuronOfChain(at, *ratio);
}

Message largeBackward(const At& at)
{
    const std::optional<Scaled> ratio = runningHere(at);
    if (!ratio)
        return {"δ = 0", {}};
    const Argument shown = ratio->isZero() ? Argument(0) : times(*ratio);
    const bool several = at.evaluation().chain && at.evaluation().examples > 1;
    if (at.stage.link || several || at.stage.layer == at.evaluation().depth())
        return {"× %1", {shown}};
    switch (compared(*ratio)) {
    case Compared::silent:
        return {translatable("core", "× 0: does not learn"), {}};
    case Compared::slower:
        return {translatable("core", "× %1: %2 times slower"), {shown, timesApart(*ratio)}};
    case Compared::faster:
        return {translatable("core", "× %1: %2 times faster"), {shown, timesApart(*ratio)}};
    case Compared::alike:
        break;
    }
    return {translatable("core", "× %1: as fast"), {shown}};
}

} // namespace

Message sentenceOf(const At& at)
{
    switch (at.stage.pass) {
    case Walk::Pass::forward:
        return at.evaluation().chain ? forwardOfChain(at) : forwardOfWide(at);
    case Walk::Pass::cost:
        return costSentence(at);
    case Walk::Pass::backward:
        return backwardSentence(at);
    case Walk::Pass::update:
        return updateSentence(at);
    case Walk::Pass::none:
        break;
    }
    return {};
}

Message largeNumber(const At& at)
{
    switch (at.stage.pass) {
    case Walk::Pass::forward:
        if (at.evaluation().chain)
            return {"%1 = %2", {diagnosis::indexed("a", at.stage.layer), diagnosis::number(at.layer().activation)}};
        return {"√⟨a²⟩ = %1", {diagnosis::number(rootMeanSquare(at.layer().a))}};
    case Walk::Pass::cost:
        return {"C = %1", {diagnosis::number(at.evaluation().cost)}};
    case Walk::Pass::backward:
        return largeBackward(at);
    case Walk::Pass::update:
        return largeUpdate(at);
    case Walk::Pass::none:
        break;
    }
    return {};
}

std::vector<Message> notesOf(const At& at)
{
    std::vector<Message> notes;
    const evaluation::Evaluation& evaluation = at.evaluation();
    if (evaluation.chain && (at.stage.pass == Walk::Pass::forward || at.stage.pass == Walk::Pass::backward))
        if (Message whose = parts::ofFirstExample(evaluation); !whose.empty())
            notes.push_back(std::move(whose));
    if (!evaluation.chain && evaluation.examples > 1 && at.stage.pass == Walk::Pass::backward)
        notes.push_back(at.view.average == "rms"
                ? Message{translatable("core", "‖δ‖ is the root of the mean square over %1 examples."),
                    {evaluation.examples}}
                : at.view.average == "mean_of_norms"
                ? Message{translatable("core", "‖δ‖ is the mean of the norms over %1 examples."), {evaluation.examples}}
                : Message{
                    translatable("core", "‖δ‖ is the norm of the mean over %1 examples."), {evaluation.examples}});
    if (at.stage.pass == Walk::Pass::update)
        addUpdateNotes(at, notes);
    return notes;
}

} // namespace deltascope::walk_parts
