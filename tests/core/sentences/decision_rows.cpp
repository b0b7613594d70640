// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences of what a network answers over its inputs, against the oracle's own outputs. core/maths.md 2.12.
#include "core/sentences/statement.h"

#include <algorithm>
#include <cmath>

namespace deltascope::sentences {
namespace {

constexpr int kMostShown = 400;

int shown(const Statement& say)
{
    return std::min(kMostShown, say.scenario().examples);
}

int shownHeldOut(const Statement& say)
{
    return std::min(kMostShown, say.scenario().holdout);
}

/// z^L of softmax, whose order is that of its shares, else a^L.
const Grid& outputs(const Statement& say)
{
    return say.truth().exact().layer(say.depth()).a;
}

/// The answer is a^L, not a share of 1 that is made of it.
bool isOutput(const Statement& say)
{
    return say.scenario().loss != "softmax";
}

/// How many examples are named right, and how many more may be, as two outputs are alike to rounding.
std::pair<int, int> rightAndUnsure(const Statement& say)
{
    const Grid& a = outputs(say);
    const Eigen::MatrixXd& targets = say.in.snapshot.data->targets;
    int right = 0, unsure = 0;
    for (int x = 0; x < shown(say); ++x) {
        int place = 0, wanted = 0;
        bool close = false;
        if (a.neurons == 1) {
            const long double value = isOutput(say) ? a.at(0, x).value() : 1; // a share of one output is all
            place = value > 0.5L;
            wanted = targets(0, x) > 0.5;
            close = std::abs(value - 0.5L) < 1e-12L;
        }
        for (int i = 1; i < a.neurons; ++i)
            if (a.at(place, x) < a.at(i, x))
                place = i;
        for (int i = 0; a.neurons > 1 && i < a.neurons; ++i) {
            wanted = targets(i, x) == 1 ? i : wanted;
            const long double gap = std::abs((a.at(place, x) - a.at(i, x)).value());
            close = close || (i != place && gap <= 1e-9L * std::abs(a.at(place, x).value()));
        }
        right += place == wanted && !close;
        unsure += close;
    }
    return {right, unsure};
}

void namesRight(Statement& say)
{
    // Nothing is left out here under dropout, and the oracle's pass is that of a training (decision_test.cpp has both).
    const auto [right, unsure] = say.scenario().dropout > 0 ? std::pair(0, shown(say)) : rightAndUnsure(say);
    say.holds(say.whole(1) >= right && say.whole(1) <= right + unsure,
        "it names " + std::to_string(right) + " to " + std::to_string(right + unsure) + " right");
    say.isWhole(2, shown(say), "the examples shown");
}

void misses(Statement& say)
{
    if (!isOutput(say))
        return;
    say.number(1, say.truth().of([&](const OwnPasses& passes) {
        const Grid& a = passes.layer(passes.depth()).a;
        const Eigen::MatrixXd& targets = say.in.snapshot.data->targets;
        Number sum;
        for (int x = 0; x < shown(say); ++x)
            for (int i = 0; i < a.neurons; ++i) {
                const Number miss = a.at(i, x) - Number(static_cast<long double>(targets(i, x)));
                sum = sum + miss * miss;
            }
        return sqrt(sum / Number(static_cast<long double>(a.neurons * shown(say))));
    }),
        "the root mean square");
}

constexpr Row kRows[] = {
    {"This network has %1 inputs, and a plane has two: with two inputs, as of the data “%2”, or with one there is "
     "something to be drawn.",
        [](Statement& say) {
            say.isWhole(1, say.scenario().inputs, "the inputs");
            say.holds(say.scenario().inputs > 2, "there are two at most");
        }},
    {"This network has %1 outputs; up to %2 can be told apart in a plane.",
        [](Statement& say) {
            say.isWhole(1, say.scenario().outputs, "the outputs");
            say.isWhole(2, 10, "the classes that have a mark of their own");
            say.holds(say.scenario().outputs > 10, "there are ten at most");
        }},
    {"Inputs enter at every step of this network, so that no example is a point of a plane; with inputs at the first "
     "step alone it is.",
        [](Statement& say) { say.holds(say.scenario().feed == "every", "they enter once"); }},
    {"Batch normalization computes with all examples together, so that a single point has no answer; with layer "
     "normalization it has one.",
        [](Statement& say) { say.holds(say.scenario().normalization == "batch", "there is none"); }},
    {"Two spirals", [](Statement&) {}},
    {"The network classifies its one example correctly.",
        [](Statement& say) {
            const auto [right, unsure] = rightAndUnsure(say);
            say.holds(shown(say) == 1 && right + unsure == 1, "it does not");
        }},
    {"The network classifies its one example wrongly.",
        [](Statement& say) { say.holds(shown(say) == 1 && rightAndUnsure(say).first == 0, "it does not"); }},
    {"%1 of %2 cells are beyond any number.",
        [](Statement& say) {
            const int cells = say.whole(2), side = static_cast<int>(std::lround(std::sqrt(cells)));
            say.holds(say.whole(1) >= 1 && say.whole(1) <= cells, "there are as many");
            say.holds(say.scenario().inputs == 2 && side * side == cells, "the plane has as many on both sides");
        }},
    {"The outputs for these examples are beyond any number that a double holds.",
        [](Statement& say) {
            bool beyond = false;
            for (const Number& a : outputs(say).values)
                beyond = beyond || (!a.isZero() && a.log10() > 300);
            say.holds(beyond, "a double holds them");
        }},
    {"At %1 = %2 the output is %3; its target is %4.",
        [](Statement& say) {
            say.number(2, static_cast<long double>(say.in.snapshot.data->inputs(0, 0)), "the input");
            if (isOutput(say))
                say.number(3,
                    say.truth().of([](const OwnPasses& passes) { return passes.layer(passes.depth()).a.at(0, 0); }),
                    "the output");
            say.number(4, static_cast<long double>(say.in.snapshot.data->targets(0, 0)), "the target");
        }},
    {"At %1 = %2 and %3 = %4 the output is %5; its target is %6.",
        [](Statement& say) {
            say.number(2, static_cast<long double>(say.in.snapshot.data->inputs(0, 0)), "the first input");
            say.number(4, static_cast<long double>(say.in.snapshot.data->inputs(1, 0)), "the second input");
            if (isOutput(say))
                say.number(5,
                    say.truth().of([](const OwnPasses& passes) { return passes.layer(passes.depth()).a.at(0, 0); }),
                    "the output");
            say.number(6, static_cast<long double>(say.in.snapshot.data->targets(0, 0)), "the target");
        }},
    {"The network classifies %1 of the %2 examples shown correctly.", namesRight},
    {"The network classifies %1 of the %2 examples shown correctly, and %3 of the %4 held out.",
        [](Statement& say) {
            namesRight(say);
            say.isWhole(4, shownHeldOut(say), "those held out");
            say.holds(say.whole(3) >= 0 && say.whole(3) <= say.whole(4), "more than there are");
        }},
    {"The outputs miss the targets of the examples shown by %1 (root mean square).", misses},
    {"The outputs miss the targets of the examples shown by %1 (root mean square), and of those held out by %2.",
        misses},
    {"Hollow marks are held-out examples.",
        [](Statement& say) { say.holds(say.scenario().holdout > 0, "none is held out"); }},
    {"Shown are the first %1 of %2 examples.",
        [](Statement& say) {
            say.isWhole(1, kMostShown, "those shown");
            say.isWhole(2, say.scenario().examples, "the examples");
        }},
    {"Of those held out the first %1 of %2 are shown.",
        [](Statement& say) {
            say.isWhole(1, kMostShown, "those shown");
            say.isWhole(2, say.scenario().holdout, "those held out");
        }},
    {"Of %1 outputs the first is drawn.",
        [](Statement& say) { say.isWhole(1, say.scenario().outputs, "the outputs"); }},
    {"Dropout leaves nothing out here, as when held-out examples are judged.",
        [](Statement& say) { say.holds(say.scenario().dropout > 0, "there is none"); }},
    {"Of the input (%1, %2) alone, with the target of the example nearest to it.",
        [](Statement& say) {
            say.number(1, static_cast<long double>(say.in.question().point.at(0)), "the first input");
            say.number(2, static_cast<long double>(say.in.question().point.at(1)), "the second input");
        }},
};

} // namespace

std::span<const Row> decisionRows()
{
    return kRows;
}

} // namespace deltascope::sentences
