// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences about float formats: precision, the notes of learning_speed, the verdict's details.
#include "core/sentences/arithmetic/own_format_pass.h"

namespace deltascope::sentences {
namespace {

RoundedOutcome fateOf(const Statement& say, const OwnFormat& format, int layer)
{
    return rounded(format, say.truth().speed(layer, Average::normOfMean).exact);
}

/// "float16", or "Even double".
const OwnFormat* formatIn(const Statement& say, int n = 1)
{
    const std::string name = say.text(n);
    if (!name.empty())
        return ownFormat(std::string_view(name).substr(0, name.find(',')));
    const std::string words = plainText(say.nested(n));
    return ownFormat(std::string_view(words).substr(words.rfind(' ') + 1));
}

/// From the output back, the first layer whose exact δ this format loses is %2, in this way.
void lostOnce(Statement& say, RoundedOutcome fate, bool comesBack)
{
    const OwnFormat* format = formatIn(say);
    say.holds(format != nullptr, "no such format");
    if (!format || say.saysNoise())
        return;
    const int layer = say.whole(2);
    say.holds(fateOf(say, *format, layer) == fate, "layer " + std::to_string(layer) + " is not lost so");
    for (int l = layer + 1; l <= say.depth(); ++l)
        say.holds(fateOf(say, *format, l) == RoundedOutcome::kept || say.truth().biasLearnsNothing(l),
            "layer " + std::to_string(l) + " is lost before it");
    bool again = false;
    for (int l = 1; l < layer; ++l)
        again = again || fateOf(say, *format, l) == RoundedOutcome::kept;
    say.holds(again == comesBack, comesBack ? "it is lost in every layer below" : "it is kept in a layer below");
}

void guide(Statement& say, bool zero)
{
    if (!say.place.element || !std::holds_alternative<figures::Guide>(*say.place.element))
        return; // a mark: it stands where its layer's δ is lost
    const figures::Guide& guide = std::get<figures::Guide>(*say.place.element);
    const OwnFormat* format = formatIn(say);
    say.holds(format != nullptr, "no such format");
    if (!format)
        return;
    const Number end = zero ? Number(0.5L, format->least - format->fraction) : Number(1, format->most + 1);
    say.holds(std::abs(guide.value - end.log10()) < 1e-3L, "it stands at 10^" + std::to_string(end.log10()));
}

/// What the format makes of the chain; nothing where this test does not compute it or the digits are noise.
std::optional<OwnFormatPass> passOf(Statement& say)
{
    const OwnFormat* format = formatIn(say);
    say.holds(format != nullptr, "no such format");
    return format && !say.saysNoise() ? computedIn(*format, say) : std::nullopt;
}

std::string layerText(int layer)
{
    return "layer " + std::to_string(layer);
}

/// 0 in layers 1 … last and not in the next one.
void zerosTo(Statement& say, int last)
{
    const auto pass = passOf(say);
    if (!pass)
        return;
    for (int l = 1; l <= last; ++l)
        say.holds(pass->isZero(l), layerText(l) + " shows more than 0");
    if (last < say.depth())
        say.holds(!pass->isZero(last + 1), layerText(last + 1) + " shows 0 too");
}

void zerosCounted(Statement& say, int count)
{
    const auto pass = passOf(say);
    if (!pass)
        return;
    int zeros = 0;
    for (int l = 1; l <= say.depth(); ++l)
        zeros += pass->isZero(l) && !say.truth().biasLearnsNothing(l);
    say.holds(zeros == count, "it shows 0 in " + std::to_string(zeros));
}

void infiniteFrom(Statement& say, int layer, int notANumberFrom)
{
    const auto pass = passOf(say);
    if (!pass)
        return;
    say.holds(!pass->isNumber(layer), layerText(layer) + " shows a number");
    say.holds(layer == say.depth() || pass->isNumber(layer + 1), layerText(layer + 1) + " shows none either");
    if (notANumberFrom > 0)
        say.holds(pass->isNaN(notANumberFrom), layerText(notANumberFrom) + " is no NaN");
}

void forwardOverflow(Statement& say, int layer, bool noDelta)
{
    const auto pass = passOf(say);
    if (!pass)
        return;
    say.holds(pass->overflowsAt == layer,
        pass->overflowsAt < 0 ? "nothing overflows" : layerText(pass->overflowsAt) + " overflows first");
    for (int l = 1; noDelta && l <= say.depth(); ++l)
        say.holds(pass->isNaN(l), "δ of " + layerText(l) + " is a number");
}

void parameterOverflow(Statement& say)
{
    const OwnFormat* format = formatIn(say);
    const network::Network& network = *say.in.snapshot.network;
    const int layer = say.whole(2);
    bool found = false;
    for (Eigen::Index i = 0; format && i < network.weights(layer).size(); ++i)
        found = found
            || rounded(*format, abs(Number(static_cast<long double>(network.weights(layer).data()[i]))))
                == RoundedOutcome::infinity;
    for (Eigen::Index i = 0; format && i < network.biases(layer).size(); ++i)
        found = found
            || rounded(*format, abs(Number(static_cast<long double>(network.biases(layer)(i)))))
                == RoundedOutcome::infinity;
    say.holds(found, "it holds them");
}

void inputOverflow(Statement& say)
{
    const OwnFormat* format = formatIn(say);
    const auto& inputs = say.in.snapshot.data->inputs;
    bool found = false;
    for (Eigen::Index i = 0; format && i < inputs.size(); ++i)
        found = found
            || rounded(*format, abs(Number(static_cast<long double>(inputs.data()[i])))) == RoundedOutcome::infinity;
    say.holds(found, "it holds the input");
}

/// The wrong number of layer 1 and, where `exact` is an argument, the right one.
void wrongIn(Statement& say, int shown, int exact)
{
    if (exact > 0)
        say.number(exact, say.truth().speed(1, Average::normOfMean), "the exact speed");
    if (const auto pass = passOf(say))
        say.number(shown, Value{abs(Number(pass->delta.front())), 1e-3L}, "what the format shows");
}

void silent(Statement& say, int layer)
{
    if (const auto pass = passOf(say))
        say.holds(pass->silentAt == layer, "it is not 0 there first");
}

void keptIn(Statement& say, int n, bool once)
{
    const std::string kept = plainText(say.nested(n));
    for (const OwnFormat& format : kOwnFormats) {
        const bool named = (", " + kept + ",").find(", " + std::string(format.id) + ",") != std::string::npos;
        if (!named || say.saysNoise())
            continue;
        const auto pass = computedIn(format, say);
        for (int l = 1; l <= say.depth(); ++l)
            if (!say.truth().biasLearnsNothing(l) && (once || pass))
                say.holds(once ? fateOf(say, format, l) == RoundedOutcome::kept : !pass->isZero(l) && pass->isNumber(l),
                    std::string(format.id) + " loses " + layerText(l));
    }
}

void allZero(Statement& say)
{
    for (int l = 1; l <= say.depth(); ++l)
        say.holds(say.truth().biasLearnsNothing(l), layerText(l) + " learns");
}

constexpr Row kRows[] = {
    {"0 in %1", [](Statement& say) { guide(say, true); }},
    {"∞ in %1", [](Statement& say) { guide(say, false); }},
    {"in %1 at layer %2 (∞)", [](Statement& say) { lostOnce(say, RoundedOutcome::infinity, false); }},
    {"in %1 at layer %2 (0)", [](Statement& say) { lostOnce(say, RoundedOutcome::zero, false); }},
    {"in %1 at layer %2 (∞, but not in every layer below)",
        [](Statement& say) { lostOnce(say, RoundedOutcome::infinity, true); }},
    {"in %1 at layer %2 (0, but not in every layer below)",
        [](Statement& say) { lostOnce(say, RoundedOutcome::zero, true); }},
    {"in %1 at layer %2",
        [](Statement& say) {
            const OwnFormat* format = formatIn(say);
            if (format && !say.saysNoise())
                say.holds(isSubnormal(*format, say.truth().speed(say.whole(2), Average::normOfMean).exact),
                    "that layer is no subnormal");
        }},
    {"δ is exactly 0 in every layer: there is nothing that a format could lose.", allZero},
    {"Rounded once, no δ is lost: %1 all hold it down to layer 1.", [](Statement& say) { keptIn(say, 1, true); }},
    {"Walking back from the output, the exact δ, rounded once, is lost %1; never in %2.",
        [](Statement& say) { keptIn(say, 2, true); }},
    {"Computed in the format, no δ is lost: %1 all hold it down to layer 1.",
        [](Statement& say) { keptIn(say, 1, false); }},
    {"Every operation rounded to the format. %1. No layer is lost in %2.",
        [](Statement& say) { keptIn(say, 2, false); }},
    {"%1, every layer underflows to 0.", [](Statement& say) { zerosTo(say, say.depth()); }},
    {"%1, layer 1 underflows to 0.", [](Statement& say) { zerosTo(say, 1); }},
    {"%1, layers 1–%2 underflow to 0.", [](Statement& say) { zerosTo(say, say.whole(2)); }},
    {"%1 would show 0 in one layer, but not below it.", [](Statement& say) { zerosCounted(say, 1); }},
    {"%1 would show 0 in %2 of the %3 layers, but not in layer 1.",
        [](Statement& say) {
            zerosCounted(say, say.whole(2));
            say.isWhole(3, say.depth(), "the number of layers");
            if (const auto pass = passOf(say))
                say.holds(!pass->isZero(1), "layer 1 shows 0");
        }},
    {"%1: 0 in every layer", [](Statement& say) { zerosTo(say, say.depth()); }},
    {"%1: layer 1 underflows to 0", [](Statement& say) { zerosTo(say, 1); }},
    {"%1: layers 1–%2 underflow to 0", [](Statement& say) { zerosTo(say, say.whole(2)); }},
    {"%1: 0 in %2 of %3 layers", [](Statement& say) { zerosCounted(say, say.whole(2)); }},
    {"%1 would overflow at layer %2.", [](Statement& say) { infiniteFrom(say, say.whole(2), 0); }},
    {"%1 would overflow at layer %2 on the way back, and be no number (NaN) from layer %3 down.",
        [](Statement& say) { infiniteFrom(say, say.whole(2), say.whole(3)); }},
    {"%1 would show no number (NaN) for δ from layer %2 down.",
        [](Statement& say) { infiniteFrom(say, say.whole(2), say.whole(2)); }},
    {"%1: ∞ from layer %2 down", [](Statement& say) { infiniteFrom(say, say.whole(2), 0); }},
    {"%1: NaN from layer %2 down", [](Statement& say) { infiniteFrom(say, say.whole(2), say.whole(2)); }},
    {"%1: ∞ at layer %2, NaN from layer %3 down",
        [](Statement& say) { infiniteFrom(say, say.whole(2), say.whole(3)); }},
    {"%1 would overflow on the way forward, in layer %2, and δ would not be a number (NaN) in any layer.",
        [](Statement& say) { forwardOverflow(say, say.whole(2), true); }},
    {"%1 would overflow on the way forward, in layer %2.",
        [](Statement& say) { forwardOverflow(say, say.whole(2), false); }},
    {"%1: ∞ on the way forward, in layer %2, so that every δ is NaN",
        [](Statement& say) { forwardOverflow(say, say.whole(2), true); }},
    {"%1: ∞ on the way forward, in layer %2", [](Statement& say) { forwardOverflow(say, say.whole(2), false); }},
    {"%1: ∞ on the way forward", [](Statement&) {}},
    {"%1 could not hold a weight or bias of layer %2: it would become ∞, and δ would not be a number (NaN) in any "
     "layer.",
        parameterOverflow},
    {"%1 could not hold a weight or bias of layer %2: it would become ∞.", parameterOverflow},
    {"%1: a weight or bias of layer %2 is ∞, so that every δ is NaN", parameterOverflow},
    {"%1 could not hold the input: it would become ∞, and δ would not be a number (NaN) in any layer.", inputOverflow},
    {"%1 could not hold the input: it would become ∞.", inputOverflow},
    {"%1: the input is ∞, so that every δ is NaN", inputOverflow},
    {"%1 would get stuck at %2 below layer %3 (exact in layer 1: %4): the digits are gone, but zero is never reached.",
        [](Statement& say) {
            wrongIn(say, 2, 4);
            if (const auto pass = passOf(say))
                for (int l = 1; l < say.whole(3); ++l)
                    say.holds(std::abs(pass->delta[static_cast<std::size_t>(l - 1)]) == std::abs(pass->delta.front()),
                        layerText(l) + " shows another number");
        }},
    {"%1 would be wrong in every layer: %2 in layer 1, where the exact speed is %3.",
        [](Statement& say) { wrongIn(say, 2, 3); }},
    {"%1 would be wrong below layer %3: %2 in layer 1, where the exact speed is %4.",
        [](Statement& say) { wrongIn(say, 2, 4); }},
    {"%1: stuck at %2 below layer %3", [](Statement& say) { wrongIn(say, 2, 0); }},
    {"%1: %2 in layer 1 instead of %3", [](Statement& say) { wrongIn(say, 2, 3); }},
    {"%1 would make the input 0.", [](Statement& say) { silent(say, 0); }},
    {"%1: the input is 0", [](Statement& say) { silent(say, 0); }},
    {"%1 would make every activation of layer %2 0.", [](Statement& say) { silent(say, say.whole(2)); }},
    {"%1: all activations of layer %2 are 0", [](Statement& say) { silent(say, say.whole(2)); }},
    {"The float formats were tried on the first %1 of %2 examples.",
        [](Statement& say) {
            say.isWhole(2, say.truth().examples(), "the examples");
            say.holds(say.whole(1) < say.whole(2), "all of them");
        }},
};

} // namespace

std::span<const Row> formatRows()
{
    return kRows;
}

} // namespace deltascope::sentences
