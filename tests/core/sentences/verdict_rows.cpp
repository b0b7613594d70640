// SPDX-License-Identifier: GPL-3.0-or-later
// The verdict and its details.
#include "own_formats.h"
#include "saying.h"

#include <algorithm>

namespace deltascope::sentences {
namespace {

constexpr long double kAlike = 1e-6L; // decades of "as fast as"
constexpr long double kSaturatedShare = 0.05L; // of max|f′|: more is not saturated by any of the thresholds in use

void nothingLearns(Saying& say)
{
    for (int l = 1; l <= say.depth(); ++l)
        say.holds(say.truth().learnsNothing(l), "layer " + std::to_string(l) + " learns");
}

void zIs(Saying& say, int n, int layer)
{
    const Grid& z = say.truth().exact().layer(layer).z;
    say.number(n, say.truth().of([layer](const OwnPasses& passes) { return passes.layer(layer).z.at(0, 0); }), "z");
    say.holds(say.saysWhose()
            || std::ranges::all_of(z.values, [&](const Number& each) { return (each - z.at(0, 0)).isZero(); }),
        "z is told without saying of which example");
}

Value ratio(Saying& say, int layer, int over)
{
    return say.truth().ratio(layer, over, Average::normOfMean);
}

void compared(Saying& say, int layerArgument, int ratioArgument)
{
    say.isWhole(layerArgument, say.depth(), "the last layer");
    if (ratioArgument > 0)
        say.number(ratioArgument, ratio(say, 1, say.depth()), "the ratio of the speeds");
}

void vanishing(Saying& say)
{
    compared(say, 2, 1);
    say.holds(ratio(say, 1, say.depth()).log10() < 0 || say.saysNoise(), "layer 1 is the faster one");
}

void exploding(Saying& say)
{
    compared(say, 2, 1);
    say.holds(ratio(say, 1, say.depth()).log10() > 0 || say.saysNoise(), "layer 1 is the slower one");
}

/// max |f′| over these layers.
Value largestSlopeOf(Saying& say)
{
    return say.truth().of([&](const OwnPasses& passes) {
        Number largest;
        for (int l = 1; l <= passes.depth(); ++l)
            for (const Number& slope : passes.layer(l).slope.values)
                largest = largest < abs(slope) ? abs(slope) : largest;
        return largest;
    });
}

void saturated(Saying& say, int n)
{
    say.number(n, largestSlopeOf(say), "the largest f′");
    for (int l = 1; l <= say.depth(); ++l) {
        const long double most =
            largestSlope(l == say.depth() ? say.scenario().outputActivation : say.scenario().activation);
        say.holds(std::ranges::all_of(say.truth().exact().layer(l).slope.values,
                      [&](const Number& slope) { return abs(slope) < Number(kSaturatedShare * most); }),
            "layer " + std::to_string(l) + " is not saturated");
    }
}

/// A layer's speed beside that of the faster or slower end.
void inside(Saying& say, bool fastest)
{
    const int layer = say.whole(1), depth = say.depth();
    const auto better = [fastest](
                            const Number& left, const Number& right) { return fastest ? right < left : left < right; };
    say.number(2, say.truth().of([=](const OwnPasses& passes) {
        const Number first = passes.speed(1, Average::normOfMean), last = passes.speed(depth, Average::normOfMean);
        return passes.speed(layer, Average::normOfMean) / (better(first, last) ? first : last);
    }),
        "the ratio");
    for (int l = 1; l <= depth; ++l) {
        const Value each = ratio(say, l, layer);
        say.holds(!each.sure() || (fastest ? each.log10() < 1e-9L : each.log10() > -1e-9L),
            "layer " + std::to_string(l) + (fastest ? " is faster" : " is slower"));
    }
}

/// Of the factors between neighbours' speeds, the extreme one; told as that of layer l where δ goes from l + 1 to l.
void extremeFactor(Saying& say, bool largest)
{
    int best = 1;
    for (int l = 2; l < say.depth(); ++l) {
        const Number factor = say.truth().exact().speedFactor(l), record = say.truth().exact().speedFactor(best);
        if (largest ? record < factor : factor < record)
            best = l;
    }
    say.number(1, say.truth().of([best](const OwnPasses& passes) { return passes.speedFactor(best); }),
        "that factor between two speeds");
    say.isWhole(2, best, "its layer");
}

void onset(Saying& say)
{
    const int layer = say.whole(1);
    say.isWhole(3, say.depth(), "the last layer");
    const long double limit = std::log10(static_cast<long double>(say.whole(2)));
    say.holds(ratio(say, layer, say.depth()).log10() > limit || say.saysNoise(), "it is not so fast");
    for (int l = layer + 1; l < say.depth(); ++l)
        say.holds(ratio(say, l, say.depth()).log10() <= limit + 1e-9L || say.saysNoise(),
            "layer " + std::to_string(l) + " is before it");
}

void losesFormat(Saying& say, int layer, bool overflow)
{
    const OwnFormat* format = ownFormat(say.text(1));
    say.holds(format != nullptr, "no such format");
    if (!format)
        return;
    const auto fate = [&](int l) { return rounded(*format, say.truth().speed(l, Average::normOfMean).exact); };
    const Fate expected = overflow ? Fate::infinity : Fate::zero;
    say.holds(fate(layer) == expected || say.saysNoise(), "layer " + std::to_string(layer) + " is held");
    for (int l = layer + 1; l <= say.depth(); ++l)
        say.holds(fate(l) == Fate::kept || say.truth().biasLearnsNothing(l) || say.saysNoise(),
            "layer " + std::to_string(l) + " is lost too");
    if (!overflow && (say.scenario().residual != 0 || say.scenario().normalization == "batch"))
        for (int l = 1; l < layer; ++l) // a branch that is lost takes nothing from the one beside it
            say.holds(fate(l) == Fate::zero, "layer " + std::to_string(l) + " shows more than 0");
}

void entersZero(Saying& say)
{
    const int layer = say.whole(1);
    say.holds(say.truth().weightsLearnNothing(layer), "its weights learn");
    say.holds(say.truth().enteringZero(layer), "what enters it is not 0");
}

void noise(Saying& say)
{
    const int layer = say.whole(1);
    const long double share = say.truth().noiseShare(layer);
    say.holds(share > 1e-3L, "doubles are off by " + std::to_string(static_cast<double>(share)) + " of f′ there");
}

void belowResolution(Saying& say)
{
    const Grid& delta = say.truth().exact().layer(say.whole(1)).delta;
    bool found = false;
    for (int x = 0; x < delta.examples; ++x) {
        Number largest;
        for (int i = 0; i < delta.neurons; ++i)
            largest = largest < abs(delta.at(i, x)) ? abs(delta.at(i, x)) : largest;
        for (int i = 0; i < delta.neurons; ++i)
            found = found || (!delta.at(i, x).isZero() && delta.at(i, x).log10() < largest.log10() - 307);
    }
    say.holds(found, "no component of δ is so small");
}

void pairs(Saying& say)
{
    say.number(1, 1e-5L, "ε");
}

constexpr Row kRows[] = {
    {"Nothing to learn: the output equals the target, so every learning speed is exactly 0.",
        [](Saying& say) {
            say.holds(say.truth().exact().errorIsZero(), "the output does not equal the target");
            nothingLearns(say);
        }},
    {"Dead: %1′ is exactly 0 in the whole output layer, so no layer learns.",
        [](Saying& say) {
            say.holds(say.truth().slopesAllZero(say.depth()), "f′ of the output layer is not all 0");
            nothingLearns(say);
        }},
    {"Dead: %2′(z) is exactly 0 in the output layer, where z = %1, so no layer learns.",
        [](Saying& say) {
            zIs(say, 1, say.depth());
            say.holds(say.truth().slopesAllZero(say.depth()), "f′ of the output layer is not all 0");
            nothingLearns(say);
        }},
    {"No gradient passes back through layer %1.",
        [](Saying& say) { say.holds(say.truth().gradientAllZero(say.whole(1) - 1), "∂C/∂a behind it is not 0"); }},
    {"The weight of layer %1 is 0, and nothing passes back through it.",
        [](Saying& say) {
            say.holds(say.in.snapshot.network->weights(say.whole(1))(0, 0) == 0, "the weight is not 0");
            say.holds(say.truth().gradientAllZero(say.whole(1) - 1), "∂C/∂a behind it is not 0");
        }},
    {"In layer %1, z = %2 lies where %3′ is exactly 0.",
        [](Saying& say) {
            say.holds(say.truth().slopesAllZero(say.whole(1)), "f′ is not 0 there");
            zIs(say, 2, say.whole(1));
            say.isText(3, symbolOf(say.scenario(), say.whole(1)), "the activation's name");
        }},
    {"Dead: layer 1 does not learn at all.",
        [](Saying& say) {
            say.holds(say.truth().learnsNothing(1), "layer 1 learns");
            say.holds(say.depth() == 1 || !say.truth().learnsNothing(2), "layer 2 does not learn either");
        }},
    {"Dead: layers 1 to %1 do not learn at all.",
        [](Saying& say) {
            for (int l = 1; l <= say.whole(1); ++l)
                say.holds(say.truth().learnsNothing(l), "layer " + std::to_string(l) + " learns");
            for (int l = say.whole(1) + 1; l <= say.depth(); ++l)
                say.holds(!say.truth().learnsNothing(l), "layer " + std::to_string(l) + " does not learn either");
        }},
    {"Saturated: the only layer learns at speed %1, because its %2′ is nearly 0.",
        [](Saying& say) {
            say.number(1, say.truth().speed(1, Average::normOfMean), "the speed");
            say.holds(
                largestSlopeOf(say).exact < Number(kSaturatedShare * largestSlope(say.scenario().outputActivation)),
                "f′ is not nearly 0");
            say.holds(say.scenario().loss == "quadratic", "f′ has no part in the speed under this cost");
        }},
    {"One layer, which learns at speed %1: nothing can vanish or explode along the way.",
        [](Saying& say) { say.number(1, say.truth().speed(1, Average::normOfMean), "the speed"); }},
    {"Vanishing: layer 1 learns %1 times as fast as layer %2.", vanishing},
    {"Exploding: layer 1 learns %1 times as fast as layer %2.", exploding},
    {"Saturated: %2′ is at most %1 in every layer, so all of them learn slowly.",
        [](Saying& say) {
            saturated(say, 1);
            const Value fastest = say.truth().of([&](const OwnPasses& passes) {
                Number most;
                for (int l = 1; l <= passes.depth(); ++l)
                    most = std::max(most, passes.speed(l, Average::normOfMean) * passes.unit());
                return most;
            });
            say.holds(fastest.log10() < -2, "a layer learns at speed 10^" + std::to_string(fastest.log10()));
        }},
    {"Balanced: layer 1 learns as fast as layer %1.",
        [](Saying& say) {
            compared(say, 1, 0);
            say.holds(std::abs(ratio(say, 1, say.depth()).log10()) < kAlike || say.saysNoise(), "it does not");
        }},
    {"Balanced: layer 1 learns about as fast as layer %2 (%1 times as fast).",
        [](Saying& say) { compared(say, 2, 1); }},
    {"Layer 1’s own factor, %1, is passed by no gradient on its way back to layer 1: it changes no learning speed.",
        [](Saying& say) { say.holds(false, "f′(z₁) is a factor of δ₁ and so of layer 1's speed"); }},
    {"The factor between the two layers, w₂%2′(z₂), is %1.",
        [](Saying& say) {
            const Value truth = say.truth().of([](const OwnPasses& passes) {
                const Number weight = passes.factor(2); // only its sign is used
                return Number(weight.sign() < 0 ? -1 : 1) * passes.speedFactor(1);
            });
            say.number(1, truth, "the factor between the speeds, |w₂f′(z₁)|,");
        }},
    {"The largest factor |w %3′(z)| on the way back to layer 1 is %1, in layer %2.",
        [](Saying& say) { extremeFactor(say, true); }},
    {"The smallest factor |w %3′(z)| on the way back to layer 1 is %1, in layer %2.",
        [](Saying& say) { extremeFactor(say, false); }},
    {"Going back from the output, layer %1 is the first to learn over %2 times as fast as layer %3.", onset},
    {"Layer %1 learns fastest: %2 times as fast as the faster of layers 1 and %3.",
        [](Saying& say) { inside(say, true); }},
    {"Layer %1 learns slowest: %2 times as fast as the slower of layers 1 and %3.",
        [](Saying& say) { inside(say, false); }},
    {"Every layer is saturated: %2′ is at most %1.", [](Saying& say) { saturated(say, 1); }},
    {"Even %1 would overflow at layer %2.", [](Saying& say) { losesFormat(say, say.whole(2), true); }},
    {"%1 would overflow at layer %2.", [](Saying& say) { losesFormat(say, say.whole(2), true); }},
    {"Even %1 would show 0 in every layer.", [](Saying& say) { losesFormat(say, say.depth(), false); }},
    {"%1 would show 0 in every layer.", [](Saying& say) { losesFormat(say, say.depth(), false); }},
    {"Even %1 would show 0 below layer %2.", [](Saying& say) { losesFormat(say, say.whole(2) - 1, false); }},
    {"%1 would show 0 below layer %2.", [](Saying& say) { losesFormat(say, say.whole(2) - 1, false); }},
    {"The weight of layer %1 does not learn: what enters it is exactly 0.", entersZero},
    {"The weights of layer %1 do not learn: what enters it is exactly 0.", entersZero},
    {"From layer %1 on the digits are noise: rounding errors have grown there to the size of 1 in z.", noise},
    {"In layer %1 the smallest components of δ lie below the resolution: they are not dead.", belowResolution},
    {"Layer normalization over 2 neurons makes ±1 of any two numbers: only its ε = %1 lets a gradient through, the "
     "share "
     "ε/s² of it (s² = variance + ε).",
        pairs},
    {"Batch normalization over 2 examples makes ±1 of any two numbers: only its ε = %1 lets a gradient through, the "
     "share ε/s² of it (s² = variance + ε).",
        pairs},
};

} // namespace

std::span<const Row> verdictRows()
{
    return kRows;
}

} // namespace deltascope::sentences
