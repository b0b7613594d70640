// SPDX-License-Identifier: GPL-3.0-or-later
// What the verdict adds to its headline.
#include "core/sentences/statement.h"

#include <algorithm>

namespace deltascope::sentences {
namespace {

constexpr long double kSaturatedShare = 0.05L; // of max|f′|
constexpr long double kNoise = 3e-4L; // two draws may miss the 1 % that is said, but not by much more than a decade

/// max |f′| over all layers.
Value largestSlopeOf(Statement& say)
{
    return say.truth().of([&](const OwnPasses& passes) {
        Number largest;
        for (int l = 1; l <= passes.depth(); ++l)
            for (const Number& slope : passes.layer(l).slope.values)
                largest = largest < abs(slope) ? abs(slope) : largest;
        return largest;
    });
}

Value ratio(Statement& say, int layer, int over)
{
    return say.truth().ratio(layer, over, Average::normOfMean);
}

std::string layerText(int layer)
{
    return "layer " + std::to_string(layer);
}

/// A layer's speed beside that of the faster or slower end.
void inside(Statement& say, bool fastest)
{
    const int layer = say.whole(1), depth = say.depth();
    const auto better = [fastest](
                            const Number& left, const Number& right) { return fastest ? right < left : left < right; };
    say.number(2, say.truth().of([=](const OwnPasses& passes) {
        const Number first = passes.speed(1, Average::normOfMean), last = passes.speed(depth, Average::normOfMean);
        const Number own = passes.speed(layer, Average::normOfMean), other = better(first, last) ? first : last;
        return fastest ? own / other : other / own;
    }),
        "the ratio");
    for (int l = 1; l <= depth; ++l) {
        const Value each = ratio(say, l, layer);
        say.holds(!each.sure() || (fastest ? each.log10() < 1e-9L : each.log10() > -1e-9L),
            layerText(l) + (fastest ? " is faster" : " is slower"));
    }
}

/// The step between neighbours' speeds that is the largest or smallest, from layer `from` back to `to`.
void extremeStep(Statement& say, bool largest, int number, int from, int to)
{
    const int layer = say.whole(to);
    say.isWhole(from, layer + 1, "the layer it comes from");
    const Value step = ratio(say, layer, layer + 1);
    if (number > 0)
        say.number(number, largest ? step : Value{Number(1) / step.exact, step.decades}, "the step");
    for (int l = 1; l < say.depth(); ++l) {
        const Value other = ratio(say, l, l + 1);
        if (other.sure() && step.sure())
            say.holds(largest ? other.log10() < step.log10() + 1e-9L : other.log10() > step.log10() - 1e-9L,
                "that of " + layerText(l) + " is more extreme");
    }
}

/// |w_(l+1) f′(z_l)|, with its names.
void stepFactor(Statement& say, int layer, int weight, int slope, int number)
{
    say.isText(weight, subscripted("w", layer + 1), "the weight's name");
    say.isText(slope, symbolOf(say.scenario(), layer) + "′(" + subscripted("z", layer) + ")", "the derivative's name");
    say.number(number, say.truth().of([&say, layer](const OwnPasses& passes) {
        return abs(Number(static_cast<long double>(say.in.snapshot.network->weights(layer + 1)(0, 0)))
            * passes.layer(layer).slope.at(0, 0));
    }),
        "that product");
}

void namedFactor(Statement& say, bool largest)
{
    extremeStep(say, largest, 0, 4, 5);
    stepFactor(say, say.whole(5), 1, 2, 3);
}

void onset(Statement& say)
{
    const int layer = say.whole(1);
    say.isWhole(3, say.depth(), "the last layer");
    const long double limit = std::log10(static_cast<long double>(say.whole(2)));
    say.holds(ratio(say, layer, say.depth()).log10() > limit || say.saysNoise(), "it is not so fast");
    for (int l = layer + 1; l < say.depth(); ++l)
        say.holds(
            ratio(say, l, say.depth()).log10() <= limit + 1e-9L || say.saysNoise(), layerText(l) + " is before it");
}

void entersZero(Statement& say)
{
    const int layer = say.whole(1);
    say.holds(say.truth().weightsLearnNothing(layer), "its weights learn");
    say.holds(say.truth().enteringZero(layer), "what enters it is not 0");
}

void idleWeights(Statement& say, bool normalized)
{
    const int layer = say.whole(1);
    say.holds(say.truth().weightsLearnNothing(layer), "its weights learn");
    say.holds(!say.truth().enteringZero(layer), "what enters it is 0");
    if (normalized)
        say.holds(
            say.scenario().normalization != "none" && (layer < say.depth() || say.scenario().normPosition == "before"),
            "it is not normalized");
}

void scaleIsZero(Statement& say, int layer)
{
    say.holds(say.scenario().residual != 0 && say.scenario().residualScale == "learned_zero"
            && say.truth().exact().layer(layer).branch.at(0, 0).isZero(),
        "the scale of " + layerText(layer) + " is not 0");
}

void idleBiases(Statement& say, bool normalized)
{
    for (const int l : layersIn(say.nested(1))) {
        say.holds(say.truth().biasLearnsNothing(l), "the biases of " + layerText(l) + " learn");
        if (!normalized) // there they learn by powers of ε, which long doubles take for rounding
            say.holds(!say.truth().weightsLearnNothing(l), "the weights of " + layerText(l) + " do not learn either");
        if (normalized)
            say.holds(say.scenario().normalization == "batch"
                    && (l + 1 < say.depth() || say.scenario().normPosition != "after"),
                "the layer after " + layerText(l) + " is not normalized");
        else
            say.holds(!say.truth().isDead(l), "δ of " + layerText(l) + " is 0 in each example");
    }
}

void noParameterLearns(Statement& say)
{
    for (const int l : layersIn(say.nested(1)))
        say.holds(say.truth().learnsNothing(l), layerText(l) + " learns");
}

void noise(Statement& say)
{
    const int layer = say.whole(1);
    const long double share = say.truth().noiseMost(layer);
    say.holds(share > kNoise, "doubles are off by " + std::to_string(static_cast<double>(share)) + " of f′ there");
}

void belowResolution(Statement& say)
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

void pairs(Statement& say)
{
    say.number(1, 1e-5L, "ε");
}

constexpr Row kRows[] = {
    {"The learning speed grows most from layer %2 back to layer %1, by a factor of %3.",
        [](Statement& say) { extremeStep(say, true, 3, 2, 1); }},
    {"The learning speed shrinks most from layer %2 back to layer %1, by a factor of %3.",
        [](Statement& say) { extremeStep(say, false, 3, 2, 1); }},
    {"The factor between the speeds of the two layers, |%1 %2|, is %3.",
        [](Statement& say) { stepFactor(say, 1, 1, 2, 3); }},
    {"The largest factor between the speeds of neighbours is |%1 %2| = %3, from layer %4 back to layer %5.",
        [](Statement& say) { namedFactor(say, true); }},
    {"The smallest factor between the speeds of neighbours is |%1 %2| = %3, from layer %4 back to layer %5.",
        [](Statement& say) { namedFactor(say, false); }},
    {"Every factor between the speeds of neighbours has the size %1.",
        [](Statement& say) {
            for (int l = 1; l < say.depth(); ++l)
                say.number(1, ratio(say, l, l + 1), "the factor of " + layerText(l));
        }},
    {"Going back from the output, layer %1 is the first to learn over %2 times faster than layer %3.", onset},
    {"Layer %1 learns fastest: %2 times faster than the faster of layers 1 and %3.",
        [](Statement& say) { inside(say, true); }},
    {"Layer %1 learns slowest: %2 times more slowly than the slower of layers 1 and %3.",
        [](Statement& say) { inside(say, false); }},
    {"Every layer is saturated: %2′ is at most %1, under 5 % of its maximum.",
        [](Statement& say) { saturatedEverywhere(say, 1); }},
    {"No parameter learns in %1; the gradient passes on by the residual connections.",
        [](Statement& say) {
            noParameterLearns(say);
            say.holds(say.scenario().residual != 0, "there are none");
        }},
    {"No parameter learns in %1; the gradient passes on by what each layer keeps of its input.",
        [](Statement& say) {
            noParameterLearns(say);
            say.holds(say.scenario().gate != "none", "they keep nothing");
        }},
    {"No parameter learns in %1.", noParameterLearns},
    {"The weights and biases of %1 do not learn yet: the scale of their residual connections is 0, and is what they "
     "learn first.",
        [](Statement& say) {
            noParameterLearns(say);
            for (const int l : layersIn(say.nested(1)))
                scaleIsZero(say, l);
        }},
    {"The biases do not learn in %1: the batch normalization of the next layer takes every shift out again.",
        [](Statement& say) { idleBiases(say, true); }},
    {"The biases do not learn in %1: the batch normalization after them takes every shift out again.",
        [](Statement& say) {
            idleBiases(say, true);
            say.holds(say.scenario().normPosition == "post_residual", "it stands elsewhere");
        }},
    {"The biases do not learn in %1: over the batch their gradients cancel to within rounding.",
        [](Statement& say) { idleBiases(say, false); }},
    {"The weight of layer %1 does not learn: what enters it is exactly 0.", entersZero},
    {"The weights of layer %1 do not learn: what enters it is exactly 0.", entersZero},
    {"The weights of layer %1 do not learn: its normalization lets no gradient through to them.",
        [](Statement& say) { idleWeights(say, true); }},
    {"The weights of layer %1 do not learn: over the batch their gradients are exactly 0 in the mean.",
        [](Statement& say) { idleWeights(say, false); }},
    {"From layer %1 on the digits are noise: rounding errors have grown there until they change f′(z) by 1 % or more.",
        noise},
    {"In layer %1 the smallest components of δ lie below the resolution: they are not dead.", belowResolution},
    {"A size shown as %1 is not 0: it is smaller than a number with a 64-bit exponent can be. How many times faster "
     "one layer learns than another is taken from what lies between them, and stays right.",
        [](Statement& say) {
            bool found = false;
            for (int l = 1; l <= say.depth(); ++l)
                found = found || (!say.truth().isDead(l) && say.truth().speed(l, Average::rms).log10() < -1.38e18L);
            say.holds(found, "none is so small");
        }},
    {"Dropout leaves out about %1 % of the hidden neurons, different ones in every step and example: what is shown is "
     "the network with its mask.",
        [](Statement& say) { say.number(1, 100 * static_cast<long double>(say.scenario().dropout), "p"); }},
    {"A residual connection needs two layers of the same width: hidden layers after one of a different width, which "
     "have none: %1.",
        [](Statement& say) {
            int without = 0;
            for (int l = 2; l < say.depth(); ++l)
                without += neuronsIn(say.scenario(), l) != neuronsIn(say.scenario(), l - 1);
            say.isWhole(1, without, "their number");
            say.holds(say.scenario().residual != 0, "there is none");
        }},
    {"Layer normalization over 2 neurons turns any two numbers into ±1: only its ε = %1 lets a gradient through, the "
     "share ε/s² of it (s² = variance + ε).",
        pairs},
    {"Batch normalization over 2 examples turns any two numbers into ±1: only its ε = %1 lets a gradient through, the "
     "share ε/s² of it (s² = variance + ε).",
        pairs},
};

} // namespace

void saturatedEverywhere(Statement& say, int n)
{
    say.number(n, largestSlopeOf(say), "the largest f′");
    for (int l = 1; l <= say.depth(); ++l) {
        const long double most = largestSlope(activationOf(say.scenario(), l));
        say.holds(std::ranges::all_of(say.truth().exact().layer(l).slope.values,
                      [&](const Number& slope) { return abs(slope) < Number(kSaturatedShare * most); })
                || say.saysNoise(),
            layerText(l) + " is not saturated");
    }
}

std::span<const Row> detailRows()
{
    return kRows;
}

} // namespace deltascope::sentences
