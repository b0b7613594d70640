// SPDX-License-Identifier: GPL-3.0-or-later
// The verdict's headline and the reason of a dead layer. core/maths.md 2.4.
#include "core/sentences/statement.h"

#include <algorithm>

namespace deltascope::sentences {
namespace {

constexpr long double kFactor2 = 0.301029995663981195L; // up to here r is balanced, and the rate of an uneven network
constexpr long double kUneven = 1; // up to here r is uneven
constexpr long double kEdge = 1e-9L; // of these limits

void nothingLearns(Statement& say)
{
    for (int l = 1; l <= say.depth(); ++l)
        say.holds(say.truth().learnsNothing(l), "layer " + std::to_string(l) + " learns");
}

void zIs(Statement& say, int n, int layer)
{
    const Grid& z = say.truth().exact().layer(layer).z;
    say.number(n, say.truth().of([layer](const OwnPasses& passes) { return passes.layer(layer).z.at(0, 0); }), "z");
    say.holds(say.saysWhose()
            || std::ranges::all_of(z.values, [&](const Number& each) { return (each - z.at(0, 0)).isZero(); }),
        "z is told without saying of which example");
}

/// Of the biases' speeds, or of the weights'.
Value ratio(const Statement& say, bool ofWeights)
{
    return ofWeights ? say.truth().weightRatio(1, say.depth()) : say.truth().ratio(1, say.depth(), Average::normOfMean);
}

enum class Word { vanishing, exploding, uneven, balanced };

Word wordFor(long double decades, int depth)
{
    const long double size = std::abs(decades);
    if (size <= kFactor2)
        return Word::balanced;
    if (size <= kUneven && size <= (depth - 1) * kFactor2)
        return Word::uneven;
    return decades < 0 ? Word::vanishing : Word::exploding;
}

void compared(Statement& say, Word word, bool ofWeights)
{
    const Value truth = ratio(say, ofWeights);
    say.pace(1, truth, say.depth(), "the ratio of the speeds");
    if (!truth.sure())
        return;
    const bool atAnEdge =
        wordFor(truth.log10() * (1 + kEdge), say.depth()) != wordFor(truth.log10() * (1 - kEdge), say.depth());
    say.holds(atAnEdge || wordFor(truth.log10(), say.depth()) == word,
        "the word does not go with r = 10^" + std::to_string(truth.log10()));
    const bool idle = say.truth().biasLearnsNothing(1) || say.truth().biasLearnsNothing(say.depth());
    say.holds(ofWeights == idle, ofWeights ? "the biases could be compared" : "a bias at an end learns nothing");
}

void insideASentence(Statement& say)
{
    say.holds(say.place.outer != nullptr, "it stands alone");
}

void times(Statement& say)
{
    insideASentence(say);
    say.holds(say.shown(1) > 1.004, "the number of times is not above 1");
}

/// Nothing learns, and the cost is the least possible.
void nothingToLearn(Statement& say)
{
    nothingLearns(say);
    say.holds(say.truth().exact().errorIsZero(), "the output's error is not 0");
}

constexpr Row kRows[] = {
    {"Nothing to learn: the output equals the target, so every learning speed is exactly 0.",
        [](Statement& say) {
            nothingToLearn(say);
            say.holds(say.scenario().loss != "softmax", "a softmax's output is another one");
        }},
    {"Nothing to learn: a softmax over one output is always 1, so every learning speed is exactly 0.",
        [](Statement& say) {
            nothingToLearn(say);
            say.holds(say.scenario().loss == "softmax" && say.scenario().outputs == 1, "it is not so");
        }},
    {"Nothing to learn: with a target of 0 for every class the softmax cost is always 0, and so is every learning "
     "speed.",
        [](Statement& say) {
            nothingToLearn(say);
            say.holds(say.in.snapshot.data->targets.isZero(), "the targets are not 0");
        }},
    {"Nothing to learn: the output’s error is exactly 0 at the cost %1, the least possible for these targets, so every "
     "learning speed is exactly 0.",
        [](Statement& say) {
            nothingToLearn(say);
            say.number(1, say.truth().of([](const OwnPasses& passes) { return passes.cost(); }), "the cost");
        }},
    {"No layer learns: over the batch the gradients of the examples cancel to within rounding.",
        [](Statement& say) {
            nothingLearns(say);
            say.holds(!say.truth().isDead(say.depth()), "each example's gradient is 0");
        }},
    {"Dead: wherever the output is wrong, %1′ is exactly 0, so no layer learns.",
        [](Statement& say) {
            nothingLearns(say);
            say.holds(say.truth().isDead(say.depth()) && !say.truth().exact().errorIsZero(), "it is not so");
        }},
    {"Dead: %1′ is exactly 0 in the whole output layer, so no layer learns.",
        [](Statement& say) {
            say.holds(say.truth().slopesAllZero(say.depth()), "f′ of the output layer is not all 0");
            nothingLearns(say);
        }},
    {"Dead: %2′(z) is exactly 0 in the output layer, where z = %1, so no layer learns.",
        [](Statement& say) {
            zIs(say, 1, say.depth());
            say.holds(say.truth().slopesAllZero(say.depth()), "f′ of the output layer is not all 0");
            nothingLearns(say);
        }},
    {"No gradient passes back from layer %1 to layer %2.",
        [](Statement& say) {
            say.isWhole(2, say.whole(1) - 1, "the layer before");
            say.holds(say.truth().gradientAllZero(say.whole(2)) || say.truth().isDead(say.whole(2)), "one does");
            say.holds(!say.truth().slopesAllZero(say.whole(2)), "f′ is what stops it");
        }},
    {"The weight of layer %1 is 0, and nothing passes back through it.",
        [](Statement& say) {
            say.holds(say.in.snapshot.network->weights(say.whole(1))(0, 0) == 0, "the weight is not 0");
            say.holds(say.truth().gradientAllZero(say.whole(1) - 1), "∂C/∂a behind it is not 0");
        }},
    {"In layer %1, w%2 %3′(z%2) + α is exactly 0: nothing passes back through it.",
        [](Statement& say) {
            say.holds(say.truth().exact().factor(say.whole(1)).isZero(), "it is not 0");
            say.holds(say.truth().gradientAllZero(say.whole(1) - 1), "∂C/∂a behind it is not 0");
        }},
    {"In layer %1, z = %2 lies where %3′ is exactly 0.",
        [](Statement& say) {
            say.holds(say.truth().slopesAllZero(say.whole(1)), "f′ is not 0 there");
            zIs(say, 2, say.whole(1));
            say.isText(3, symbolOf(say.scenario(), say.whole(1)), "the activation's name");
        }},
    {"In layer %1, %2′(z) is exactly 0 in every neuron and example.",
        [](Statement& say) { say.holds(say.truth().slopesAllZero(say.whole(1)), "f′ is not 0 there"); }},
    {"Dead: layer 1 does not learn at all.",
        [](Statement& say) {
            say.holds(say.truth().learnsNothing(1), "layer 1 learns");
            say.holds(say.depth() == 1 || !say.truth().learnsNothing(2), "layer 2 does not learn either");
        }},
    {"Dead: layers 1 and 2 do not learn at all.",
        [](Statement& say) {
            say.holds(say.truth().learnsNothing(1) && say.truth().learnsNothing(2), "one of them learns");
            say.holds(say.depth() == 2 || !say.truth().learnsNothing(3), "layer 3 does not learn either");
        }},
    {"The weights and biases of layer 1 do not learn yet.",
        [](Statement& say) { say.holds(say.truth().learnsNothing(1), "they do"); }},
    {"The weights and biases of layers 1 to %1 do not learn yet.",
        [](Statement& say) {
            for (int l = 1; l <= say.whole(1); ++l)
                say.holds(say.truth().learnsNothing(l), "layer " + std::to_string(l) + " learns");
            say.holds(!say.truth().learnsNothing(say.whole(1) + 1), "the next one does not learn either");
        }},
    {"In layer %1 the scale of the residual connection is 0, and is what the layer learns first.",
        [](Statement& say) {
            say.holds(say.scenario().residual != 0 && say.scenario().residualScale == "learned_zero"
                    && say.truth().exact().layer(say.whole(1)).branch.at(0, 0).isZero(),
                "it is not");
        }},
    {"Dead: layers 1 to %1 do not learn at all.",
        [](Statement& say) {
            for (int l = 1; l <= say.whole(1); ++l)
                say.holds(say.truth().learnsNothing(l), "layer " + std::to_string(l) + " learns");
            say.holds(say.whole(1) == say.depth() || !say.truth().learnsNothing(say.whole(1) + 1),
                "the next one does not learn either");
        }},
    {"Dead: layer %1, the output, does not learn at all.",
        [](Statement& say) {
            say.isWhole(1, say.depth(), "the last layer");
            say.holds(say.truth().learnsNothing(say.depth()), "it learns");
        }},
    {"Dead in part: of layer %1 only the weights learn, of layer 1 only the biases.",
        [](Statement& say) {
            say.holds(say.truth().biasLearnsNothing(say.depth()) && !say.truth().weightsLearnNothing(say.depth()),
                "of the last layer it is not so");
            say.holds(
                !say.truth().biasLearnsNothing(1) && say.truth().weightsLearnNothing(1), "of the first it is not so");
        }},
    {"Dead in part: of layer 1 only the weights learn, of layer %1 only the biases.",
        [](Statement& say) {
            say.holds(say.truth().biasLearnsNothing(1) && !say.truth().weightsLearnNothing(1),
                "of the first layer it is not so");
            say.holds(!say.truth().biasLearnsNothing(say.depth()) && say.truth().weightsLearnNothing(say.depth()),
                "of the last it is not so");
        }},
    {"Saturated: the only layer learns at speed %1; its %2′ is at most %3, under 5 % of its maximum.",
        [](Statement& say) {
            const Value bias = say.truth().speed(1, Average::normOfMean);
            say.number(1, bias.isZero() ? say.truth().weightSpeed(1) : bias, "the speed");
            saturatedEverywhere(say, 3);
        }},
    {"Saturated: %2′ is at most %1 in every layer, under 5 % of its maximum.",
        [](Statement& say) { saturatedEverywhere(say, 1); }},
    {"One layer, which learns at speed %1: nothing can vanish or explode along the way.",
        [](Statement& say) {
            const Value bias = say.truth().speed(1, Average::normOfMean);
            say.number(1, bias.isZero() ? say.truth().weightSpeed(1) : bias, "the speed");
        }},
    {"Vanishing: layer 1 learns %1.", [](Statement& say) { compared(say, Word::vanishing, false); }},
    {"Exploding: layer 1 learns %1.", [](Statement& say) { compared(say, Word::exploding, false); }},
    {"Uneven: layer 1 learns %1, on average by a factor of %2 per layer.",
        [](Statement& say) {
            compared(say, Word::uneven, false);
            const Value truth = ratio(say, false);
            say.number(2,
                Value{exp(Number(std::abs(truth.log10()) / (say.depth() - 1) * 2.302585092994045684L)),
                    truth.decades + 1e-12L},
                "the rate");
        }},
    {"Balanced: layer 1 learns %1.", [](Statement& say) { compared(say, Word::balanced, false); }},
    {"Vanishing: the weights of layer 1 learn %1.", [](Statement& say) { compared(say, Word::vanishing, true); }},
    {"Exploding: the weights of layer 1 learn %1.", [](Statement& say) { compared(say, Word::exploding, true); }},
    {"Uneven: the weights of layer 1 learn %1.", [](Statement& say) { compared(say, Word::uneven, true); }},
    {"Balanced: the weights of layer 1 learn %1.", [](Statement& say) { compared(say, Word::balanced, true); }},
    // how a ratio is told: which one it is, the sentence around it asks (Statement::pace)
    {"%1 times more slowly", times},
    {"%1 times faster", times},
    {"at practically the same speed", insideASentence},
    {"at the same speed", insideASentence},
    {"not at all", insideASentence},
    {"%1 times more slowly than layer %2", times},
    {"%1 times faster than layer %2", times},
    {"at practically the same speed as layer %1", insideASentence},
    {"at the same speed as layer %1", insideASentence},
    {"%1 times more slowly than those of layer %2", times},
    {"%1 times faster than those of layer %2", times},
    {"at practically the same speed as those of layer %1", insideASentence},
    {"at the same speed as those of layer %1", insideASentence},
};

} // namespace

std::span<const Row> verdictRows()
{
    return kRows;
}

} // namespace deltascope::sentences
