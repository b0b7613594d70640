// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences of the drawing: its caption, its notes and what stands under the pointer.
#include "core/sentences/statement.h"

#include <algorithm>

namespace deltascope::sentences {
namespace {

void firstAndLast(Statement& say)
{
    say.number(1, say.truth().speed(1, Average::normOfMean), "the speed of layer 1");
    say.number(2, say.truth().speed(say.depth(), Average::normOfMean), "the speed of the last layer");
    say.isWhole(3, say.depth(), "the last layer");
}

/// z and a of the first example, but where they are what two numbers cancelled to.
void firstExample(Statement& say, int z, int a, int symbol, int slope)
{
    const int layer = say.whole(1);
    const auto value = [&](auto member) {
        return say.truth().of([=](const OwnPasses& passes) { return (passes.layer(layer).*member).at(0, 0); });
    };
    for (const auto& [n, member, name] : {std::tuple{z, &OwnLayer::z, "z"}, std::tuple{a, &OwnLayer::a, "a"}})
        if (value(member).sure())
            say.number(n, value(member), name);
    say.isText(symbol, symbolOf(say.scenario(), layer), "the activation's name");
    say.number(slope, value(&OwnLayer::slope), "f′(z)");
}

void chainReadout(Statement& say)
{
    const int layer = say.whole(1);
    say.holds(say.truth().examples() == 1, "there are more examples");
    firstExample(say, 4, 5, 6, 7);
    say.number(2, static_cast<long double>(say.in.snapshot.network->weights(layer)(0, 0)), "w");
    say.number(8,
        say.truth().of([=](const OwnPasses& passes) { return passes.layer(layer).delta.at(0, 0) * passes.unit(); }),
        "∂C/∂b");
    say.number(9, say.truth().weightSpeed(layer), "∂C/∂w");
}

void batchReadout(Statement& say)
{
    say.isWhole(2, say.truth().examples(), "the examples");
    firstExample(say, 3, 4, 5, 6);
    if (const Value speed = say.truth().speed(say.whole(1), Average::normOfMean);
        speed.sure() || say.truth().biasLearnsNothing(say.whole(1)))
        say.number(7, speed, "‖∂C/∂b‖");
    if (const Value speed = say.truth().weightSpeed(say.whole(1));
        speed.sure() || say.truth().weightsLearnNothing(say.whole(1)))
        say.number(8, speed, "‖∂C/∂w‖");
}

Value meanOver(Statement& say, int layer, int neuron, Grid OwnLayer::*member)
{
    return say.truth().of([=](const OwnPasses& passes) {
        Number sum;
        for (int x = 0; x < passes.examples(); ++x)
            sum = sum + (passes.layer(layer).*member).at(neuron, x);
        return sum / Number(passes.examples()) * (member == &OwnLayer::delta ? passes.unit() : Number(1));
    });
}

void neuronReadout(Statement& say, int first)
{
    const int layer = say.whole(1), neuron = say.whole(2) - 1;
    const Value z = meanOver(say, layer, neuron, &OwnLayer::z), a = meanOver(say, layer, neuron, &OwnLayer::a);
    if (z.sure()) // else it is what numbers cancelled to
        say.number(first, z, "z");
    if (a.sure())
        say.number(first + 1, a, "a");
}

/// Part of a neuron's readout, which says which one it is.
void neuronDelta(Statement& say, bool bound)
{
    const Message* outer = say.place.outer;
    if (!outer || outer->arguments.size() < 2)
        return say.holds(false, "of which neuron is not said");
    const auto index = [&](std::size_t n) {
        return static_cast<int>(std::get<std::int64_t>(outer->arguments[n].value));
    };
    const Value delta = meanOver(say, index(0), index(1) - 1, &OwnLayer::delta);
    if (!delta.sure())
        return;
    if (!bound)
        return say.number(1, delta, "δ");
    const auto* limit = std::get_if<Magnitude>(&say.message.arguments[0].value);
    say.holds(delta.isZero()
            || (limit ? delta.log10() < limit->log10 + 1e-3L : abs(delta.exact) < Number(say.shown(1) * 1.001L)),
        "it is larger");
}

void everyExampleZero(Statement& say)
{
    for (const int layer : layersIn(say.nested(1)))
        say.holds(say.truth().biasLearnsNothing(layer), "layer " + std::to_string(layer) + " has a speed");
}

/// Σ over layers of ⟨u aᵀ⟩, entry by entry.
std::vector<Number> sharedSum(const OwnPasses& passes, int from, int to)
{
    std::vector<Number> sum;
    for (int l = from; l <= to; ++l) {
        const OwnLayer &layer = passes.layer(l), &before = passes.layer(l - 1);
        const int rows = layer.raw.neurons, columns = before.a.neurons;
        sum.resize(static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns));
        for (int i = 0; i < rows; ++i)
            for (int j = 0; j < columns; ++j)
                for (int x = 0; x < passes.examples(); ++x) {
                    Number& entry = sum[static_cast<std::size_t>(i * columns + j)];
                    entry = entry + layer.raw.at(i, x) * before.a.at(j, x) / Number(passes.examples());
                }
    }
    return sum;
}

Number dot(const std::vector<Number>& one, const std::vector<Number>& other)
{
    Number sum;
    for (std::size_t i = 0; i < one.size(); ++i)
        sum = sum + one[i] * other[i];
    return sum;
}

void shares(Statement& say)
{
    const int last = say.depth() - 1;
    say.isWhole(2, last - 1, "how many are tied");
    say.isWhole(3, last, "the latest");
    say.isWhole(5, 2, "the earliest");
    const Value whole = say.truth().of([=](const OwnPasses& passes) {
        const std::vector<Number> sum = sharedSum(passes, 2, last);
        return sqrt(dot(sum, sum)) * passes.unit();
    });
    if (whole.sure())
        say.number(1, whole, "the sum");
    for (const auto& [argument, layer] : {std::pair{4, last}, std::pair{6, 2}}) {
        const Value share = say.truth().of([=, l = layer](const OwnPasses& passes) {
            const std::vector<Number> sum = sharedSum(passes, 2, last);
            const Number squares = dot(sum, sum);
            return squares.isZero() ? Number() : Number(100) * dot(sharedSum(passes, l, l), sum) / squares;
        });
        if (whole.sure() && share.sure())
            say.number(argument, share, "a share");
    }
}

constexpr Row kRows[] = {
    {"‖∂C/∂w‖ = %1 is the sum of %2 contributions: layer %3, the latest step, gives %4 % of it, layer %5, the "
     "earliest, %6 "
     "%.",
        shares},
    {"The contributions of layers %1 to %2 add up to exactly 0.",
        [](Statement& say) {
            say.isWhole(1, 2, "the first");
            say.isWhole(2, say.depth() - 1, "the last");
        }},
    {"No two layers share their weights: this figure is about tied ones, four layers or more.",
        [](Statement& say) { say.holds(!say.scenario().tied || say.depth() < 4, "they do"); }},
    {"There is no mean field theory here: each layer keeps a share of its input, with no independent weights in "
     "between.",
        [](Statement& say) { say.holds(say.scenario().gate != "none", "they keep nothing"); }},
    {"Layers 2 to %1 are one cell with the same weights, step after step; its colour and its numbers are those of "
     "layer "
     "%2.",
        [](Statement& say) {
            say.holds(say.scenario().tied && say.depth() > 3, "no layers are tied");
            say.isWhole(1, say.depth() - 1, "the last step");
            const int selected = say.in.question().layer;
            say.isWhole(2, selected > 1 && selected < say.depth() ? selected : say.depth() - 1, "the step drawn");
        }},
    {"what enters at step %1, through the weights of layer 1",
        [](Statement& say) { say.holds(say.scenario().tied && say.scenario().feed == "every", "nothing does"); }},
    {"A line of inputs is about networks that take in the whole input at once; here it enters step by step.",
        [](Statement& say) { say.holds(say.scenario().tied && say.scenario().feed == "every", "it enters at once"); }},
    {"Mean field theory applies to independent weights in every layer; here layers 2 to %1 share theirs.",
        [](Statement& say) {
            say.holds(say.scenario().tied, "they do not");
            say.isWhole(1, say.depth() - 1, "the last");
        }},
    {"The exact law of finite width holds for independent weights in every layer; here layers 2 to %1 share theirs.",
        [](Statement& say) {
            say.holds(say.scenario().tied, "they do not");
            say.isWhole(1, say.depth() - 1, "the last");
        }},
    {"One layer that learns, at the speed ‖∂C/∂b₁‖ = %1.",
        [](Statement& say) {
            say.holds(say.depth() == 1, "it is not the only layer");
            say.number(1, say.truth().speed(1, Average::normOfMean), "the speed");
            say.holds(!say.truth().learnsNothing(1), "it does not learn");
        }},
    {"The only layer does not learn: ‖∂C/∂b₁‖ = 0.",
        [](Statement& say) { say.holds(say.truth().biasLearnsNothing(1), "it learns"); }},
    {"Learning speed ‖δˡ‖: %1 in layer 1, %2 in layer %3.", [](Statement& say) { firstAndLast(say); }},
    {"Learning speed |δˡ|: %1 in layer 1, %2 in layer %3; their ratio is |%4| = %5.",
        [](Statement& say) {
            firstAndLast(say);
            say.number(5, say.truth().ratio(1, say.depth(), Average::normOfMean), "the ratio");
            const auto step = [&](int l) {
                return symbolOf(say.scenario(), l) + "′(" + subscripted("z", l) + ")" + subscripted("w", l + 1);
            };
            const int last = say.depth() - 1;
            say.isText(4, last == 1 ? step(1) : step(1) + (last == 2 ? " " : " … ") + step(last), "the product's name");
            // |∏ f′(z_l) w_(l+1)| it is
            say.number(5, say.truth().of([last](const OwnPasses& passes) {
                Number product = 1;
                for (int l = 1; l <= last; ++l)
                    product = product * passes.speedFactor(l);
                return product;
            }),
                "the product");
        }},
    {"The learning speed is exactly 0 in %1: those neurons are empty and marked 0.", everyExampleZero},
    {"Neurons drawn empty, because their δ is exactly 0: %1 of %2.",
        [](Statement& say) {
            int zeros = 0, all = 0;
            for (const figures::Panel& panel : say.place.whole->panels)
                for (const figures::Element& element : panel.elements)
                    if (const figures::Graph* graph = std::get_if<figures::Graph>(&element);
                        graph && graph->role != figures::Role::pin)
                        for (const figures::Node& node : graph->nodes) {
                            all += node.hasSize;
                            zeros += node.hasSize && node.size.sign == 0;
                        }
            say.isWhole(1, zeros, "the count of empty neurons");
            say.isWhole(2, all, "the count of neurons");
        }},
    {"layer %1: w = %2, b = %3, z = %4, a = %5, %6′(z) = %7, ∂C/∂b = %8, |∂C/∂w| = %9", chainReadout},
    {"layer %1, first of %2 examples: z = %3, a = %4, %5′(z) = %6; over all of them ‖⟨∂C/∂b⟩‖ = %7, ‖⟨∂C/∂w⟩‖ = %8",
        batchReadout},
    {"layer %1, neuron %2: z = %3, a = %4, %5", [](Statement& say) { neuronReadout(say, 3); }},
    {"layer %1, neuron %2, mean over %3 examples: z = %4, a = %5, %6",
        [](Statement& say) {
            say.isWhole(3, say.truth().examples(), "the examples");
            neuronReadout(say, 4);
        }},
    {"δ = %1", [](Statement& say) { neuronDelta(say, false); }},
    {"|δ| < %1", [](Statement& say) { neuronDelta(say, true); }},
    {"input %1 = %2",
        [](Statement& say) {
            say.number(2, static_cast<long double>(say.in.snapshot.data->inputs(say.whole(1) - 1, 0)), "the input");
        }},
    {"input %1, mean %2 over %3 examples",
        [](Statement& say) {
            long double sum = 0;
            for (int x = 0; x < say.truth().examples(); ++x)
                sum += static_cast<long double>(say.in.snapshot.data->inputs(say.whole(1) - 1, x));
            say.number(2, Value{Number(sum / say.truth().examples()), 1e-9L}, "the mean input");
            say.isWhole(3, say.truth().examples(), "the examples");
        }},
    {"the input, a₀ = %1",
        [](Statement& say) {
            say.number(1, static_cast<long double>(say.in.snapshot.data->inputs(0, 0)), "the input");
            say.holds(say.truth().examples() == 1, "there are more examples");
        }},
    {"the input, a₀ = %1 in the first of %2 examples",
        [](Statement& say) {
            say.number(1, static_cast<long double>(say.in.snapshot.data->inputs(0, 0)), "the input");
            say.isWhole(2, say.truth().examples(), "the examples");
        }},
};

} // namespace

std::span<const Row> networkRows()
{
    return kRows;
}

} // namespace deltascope::sentences
