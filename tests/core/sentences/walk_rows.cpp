// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences of a walk through the drawing, and of a gradient check.
#include "core/sentences/statement.h"

#include <algorithm>
#include <cmath>

namespace deltascope::sentences {
namespace {

/// "δ₁₂", "∂C/∂a₁₂": 12.
int layerAt(const std::string& symbol)
{
    static constexpr const char* kDigits[] = {"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"};
    int layer = 0, place = 1;
    for (std::size_t end = symbol.size(); end >= 3; end -= 3, place *= 10) {
        const auto digit = std::ranges::find(kDigits, symbol.substr(end - 3, 3));
        if (digit == std::end(kDigits))
            break;
        layer += place * static_cast<int>(digit - std::begin(kDigits));
    }
    return layer;
}

/// What the oracle knows; of what cancelled to rounding nothing is asked.
void known(Statement& say, int n, const Value& value, const std::string& what)
{
    if (value.sure())
        say.number(n, value, what);
}

Value firstOf(Statement& say, int layer, Grid OwnLayer::*member)
{
    const bool inUnits = member == &OwnLayer::delta || member == &OwnLayer::gradient;
    return say.truth().of([=](const OwnPasses& passes) {
        return (passes.layer(layer).*member).at(0, 0) * (inUnits ? passes.unit() : Number(1));
    });
}

/// ∂C/∂a of a layer: of the last one from its δ, since a cost may know that alone; nothing sure where f′ is beyond what
/// is held.
Value gradient(Statement& say, int layer)
{
    if (layer < say.depth())
        return firstOf(say, layer, &OwnLayer::gradient);
    constexpr long double kHeld = 1e15L; // decades
    const Value slope = firstOf(say, layer, &OwnLayer::slope);
    if (slope.isZero() || std::abs(slope.log10()) > kHeld)
        return {Number(), HUGE_VALL};
    return say.truth().of([=](const OwnPasses& passes) {
        const OwnLayer& last = passes.layer(layer);
        return last.delta.at(0, 0) * passes.unit() / last.slope.at(0, 0);
    });
}

long double weight(Statement& say, int layer)
{
    return say.in.snapshot.network->weights(layer)(0, 0);
}

Average averageOf(const Statement& say)
{
    const std::string& average = say.in.view().average;
    return average == "mean_of_norms" ? Average::meanOfNorms : average == "rms" ? Average::rms : Average::normOfMean;
}

Value over(Statement& say, int layer, int other)
{
    return say.truth().ratio(layer, other, averageOf(say));
}

Value inverse(const Value& value)
{
    return {Number(1) / value.exact, value.decades};
}

constexpr long double kAlike = 0.0022L; // log10 of 1.005, and its rounding

void slower(Statement& say, int n, int layer, int last)
{
    say.isWhole(last, say.depth(), "the last layer");
    const Value ratio = over(say, layer, say.depth());
    if (!ratio.sure() || ratio.isZero())
        return;
    say.holds(ratio.log10() < -kAlike * 0.98L, "it is not slower");
    say.number(n, inverse(ratio), "how much slower");
}

void faster(Statement& say, int n, int layer, int last)
{
    say.isWhole(last, say.depth(), "the last layer");
    const Value ratio = over(say, layer, say.depth());
    if (!ratio.sure())
        return;
    say.holds(ratio.log10() > kAlike * 0.98L, "it is not faster");
    say.number(n, ratio, "how much faster");
}

void alike(Statement& say, int layer, int last)
{
    say.isWhole(last, say.depth(), "the last layer");
    if (const Value ratio = over(say, layer, say.depth()); ratio.sure())
        say.holds(std::abs(ratio.log10()) < kAlike * 1.02L, "they differ");
}

void silent(Statement& say, int layer)
{
    if (const Value ratio = over(say, layer, say.depth()); ratio.sure())
        say.holds(ratio.isZero(), "it learns");
}

/// "z₂ = w₂a₁ + b₂ = 1 × 0.5 + 0 = 0.5"
void weightedSum(Statement& say)
{
    const int layer = layerAt(say.text(1));
    for (const auto& [n, symbol, of] : {std::tuple{1, "z", layer}, std::tuple{2, "w", layer},
             std::tuple{3, "a", layer - 1}, std::tuple{4, "b", layer}})
        say.isText(n, subscripted(symbol, of), "the symbol");
    say.number(5, weight(say, layer), "w");
    known(say, 6, firstOf(say, layer, &OwnLayer::entering), "a");
    known(say, 8, firstOf(say, layer, &OwnLayer::z), "z");
    // The bias of a balanced layer is the pass's own: what is shown must add up, as far as its digits go.
    const double z = say.shown(5) * say.shown(6) + say.shown(7);
    const double size = std::abs(say.shown(5) * say.shown(6)) + std::abs(say.shown(7));
    say.holds(!std::isfinite(size) || std::abs(z - say.shown(8)) <= 2e-3 * size, "it does not add up");
}

/// "a₂ = σ(z₂) = 0.6"
void image(Statement& say)
{
    const int layer = layerAt(say.text(1));
    say.isText(1, subscripted("a", layer), "the symbol");
    say.isText(2, symbolOf(say.scenario(), layer), "the activation");
    say.isText(3, subscripted("z", layer), "the symbol");
    known(say, 4, firstOf(say, layer, &OwnLayer::a), "a");
}

/// "δ₂ = σ′(z₂) · ∂C/∂a₂ = 0.25 × 0.1 = 0.025", or "∂C/∂a₁ = …" by a factor of a layer with several paths.
void throughLayer(Statement& say)
{
    if (say.text(1).starts_with("∂")) {
        const int layer = layerAt(say.text(3));
        say.isText(1, "∂C/∂" + subscripted("a", layer - 1), "the gradient");
        known(say, 4, say.truth().of([=](const OwnPasses& passes) { return passes.factor(layer); }), "the factor");
        known(say, 5, gradient(say, layer), "∂C/∂a");
        known(say, 6, gradient(say, layer - 1), "∂C/∂a before");
        return;
    }
    const int layer = layerAt(say.text(1));
    say.isText(1, subscripted("δ", layer), "the symbol");
    say.isText(2, symbolOf(say.scenario(), layer) + "′(" + subscripted("z", layer) + ")", "the slope");
    say.isText(3, subscripted("a", layer), "the symbol");
    known(say, 4, firstOf(say, layer, &OwnLayer::slope), "f′(z)");
    known(say, 5, gradient(say, layer), "∂C/∂a");
    known(say, 6, firstOf(say, layer, &OwnLayer::delta), "δ");
}

/// "∂C/∂a₁ = w₂ · δ₂ = 1 × 0.025 = 0.025"
void overLink(Statement& say)
{
    const int layer = layerAt(say.text(2));
    say.isText(1, "∂C/∂" + subscripted("a", layer - 1), "the gradient");
    say.isText(2, subscripted("w", layer), "the weight");
    say.isText(3, subscripted("δ", layer), "δ");
    say.number(4, weight(say, layer), "w");
    known(say, 5, firstOf(say, layer, &OwnLayer::delta), "δ");
    known(say, 6, gradient(say, layer - 1), "∂C/∂a");
}

/// "Δw₂ = −η ∂C/∂w₂ = −0.1 × 0.02 = −0.002"
void change(Statement& say)
{
    const bool bias = say.text(1).starts_with("b");
    const int layer = layerAt(say.text(1));
    const Value slope = say.truth().of([=](const OwnPasses& passes) {
        const Number delta = passes.layer(layer).delta.at(0, 0) * passes.unit();
        return bias ? delta : delta * passes.layer(layer).entering.at(0, 0);
    });
    const long double rate = say.scenario().learningRate;
    say.number(2, rate, "η");
    known(say, 3, slope, "the gradient");
    known(say, 4, {slope.exact * Number(-rate), slope.decades}, "the change");
}

Value rootMeanSquare(Statement& say, int layer, Grid OwnLayer::*member)
{
    return say.truth().of([=](const OwnPasses& passes) {
        const Grid& grid = passes.layer(layer).*member;
        Number sum;
        for (const Number& each : grid.values)
            sum = sum + each * each;
        return sqrt(sum / Number(static_cast<long double>(grid.values.size())));
    });
}

void forwardOfWide(Statement& say, int layer)
{
    known(say, 3, rootMeanSquare(say, layer, &OwnLayer::z), "z");
    known(say, 4, rootMeanSquare(say, layer, &OwnLayer::a), "a");
}

/// "from layer %1 to layer %2: ‖δ‖ is multiplied by %3"
void stepBack(Statement& say)
{
    say.holds(say.whole(2) < say.whole(1), "that is no way back");
    known(say, 3, over(say, say.whole(2), say.whole(1)), "the step");
}

void shownLayer(Statement& say)
{
    say.holds(say.whole(1) >= 1 && say.whole(1) <= say.depth(), "there is no such layer");
}

void normsOfUpdate(Statement& say)
{
    const int layer = say.whole(1);
    const long double rate = say.scenario().learningRate;
    say.number(2, rate, "η");
    const Value w = say.truth().weightSpeed(layer), b = say.truth().speed(layer, Average::normOfMean);
    const auto times = [&](const Value& value) { return Value{value.exact * Number(rate), value.decades}; };
    if (w.sure()) {
        say.number(3, w, "‖∂C/∂w‖");
        say.number(4, times(w), "‖Δw‖");
    }
    if (b.sure()) {
        say.number(5, b, "‖∂C/∂b‖");
        say.number(6, times(b), "‖Δb‖");
    }
}

void costOfBatch(Statement& say)
{
    known(say, 1, say.truth().of([](const OwnPasses& passes) { return passes.cost(); }), "the cost");
    say.isWhole(2, say.truth().examples(), "the examples");
}

void running(Statement& say, int n)
{
    // of which layer is said by the caption
    const Message& caption = say.place.whole->caption;
    if (caption.english.starts_with("Backward, layer") && say.truth().examples() == 1) {
        const int layer = static_cast<int>(std::get<std::int64_t>(caption.arguments[0].value));
        Value ratio = over(say, layer, say.depth());
        if (say.truth().exact().layer(layer).delta.at(0, 0).sign()
                * say.truth().exact().layer(say.depth()).delta.at(0, 0).sign()
            < 0)
            ratio.exact = -ratio.exact;
        if (say.in.snapshot.get<evaluation::Evaluation>()->chain)
            known(say, n, ratio, "the running product");
        else
            known(say, n, over(say, layer, say.depth()), "the running product");
    } else if (caption.english.starts_with("Backward, from")) {
        known(say, n, over(say, static_cast<int>(std::get<std::int64_t>(caption.arguments[1].value)), say.depth()),
            "the running product");
    }
}

constexpr Row kWalkRows[] = {
    {"Forward, layer %1 of %2: %3, %4.", [](Statement& say) { say.isWhole(2, say.depth(), "the depth"); }},
    {"%1 = %2%3 + %4 = %5 × %6 + %7 = %8", weightedSum},
    {"%1 = %2%3 + %4 = %5 × (%6) + %7 = %8", weightedSum},
    {"%1 = %2%3 + %4 = %5 × %6 + (%7) = %8", weightedSum},
    {"%1 = %2%3 + %4 = %5 × (%6) + (%7) = %8", weightedSum},
    {"%1 = %2(%3) = %4", image},
    {"Forward through layers %1 to %2, of which the last is drawn: %3 = %4.",
        [](Statement& say) {
            say.holds(say.whole(1) < say.whole(2), "that is one layer");
            known(say, 4, firstOf(say, say.whole(2), &OwnLayer::a), "a");
        }},
    {"Forward, layer %1 of %2: %3 = %4 and %5 = %6; more than w, b and the activation has a part in them.",
        [](Statement& say) {
            say.isWhole(2, say.depth(), "the depth");
            known(say, 4, firstOf(say, say.whole(1), &OwnLayer::z), "z");
            known(say, 6, firstOf(say, say.whole(1), &OwnLayer::a), "a");
        }},
    {"Forward through layers %1 to %2, of which the last is drawn: over its neurons the root mean square of z is %3, "
     "that of a %4.",
        [](Statement& say) { forwardOfWide(say, say.whole(2)); }},
    {"Forward, layer %1 of %2: over its neurons the root mean square of z is %3, that of a %4.",
        [](Statement& say) { forwardOfWide(say, say.whole(1)); }},
    {"The cost is C = %1, the mean over %2 examples; its slope at the outputs, ‖∂C/∂a‖, is %3 (root mean square).",
        costOfBatch},
    {"The cost is C = %1; its slope at the outputs, ‖∂C/∂a‖, is %2.",
        [](Statement& say) {
            known(say, 1, say.truth().of([](const OwnPasses& passes) { return passes.cost(); }), "the cost");
        }},
    {"The cost is C = %1 for %2 = %3 and the target %4; its slope there is ∂C/∂%2 = %5.",
        [](Statement& say) {
            known(say, 1, say.truth().of([](const OwnPasses& passes) { return passes.cost(); }), "the cost");
            say.isText(2, subscripted("a", say.depth()), "the output");
            known(say, 3, firstOf(say, say.depth(), &OwnLayer::a), "the output");
            say.number(4, static_cast<long double>(say.in.snapshot.data->targets(0, 0)), "the target");
            known(say, 5, gradient(say, say.depth()), "the slope");
        }},
    {"%1 = ∂C/∂%2 = %3",
        [](Statement& say) { known(say, 3, firstOf(say, layerAt(say.text(1)), &OwnLayer::delta), "δ"); }},
    {"%1 = %2 · ∂C/∂%3 = %4 × %5 = %6", throughLayer},
    {"%1 = %2 · ∂C/∂%3 = %4 × (%5) = %6", throughLayer},
    {"%1 = (%2) · ∂C/∂%3 = %4 × %5 = %6", throughLayer},
    {"%1 = (%2) · ∂C/∂%3 = %4 × (%5) = %6", throughLayer},
    {"%1 = %2 · %3 = %4 × %5 = %6", overLink},
    {"%1 = %2 · %3 = %4 × (%5) = %6", overLink},
    {"Backward: nothing goes back, because δ of layer %1 is exactly 0.",
        [](Statement& say) {
            say.isWhole(1, say.depth(), "the last layer");
            say.holds(say.truth().isDead(say.depth()) || say.truth().biasLearnsNothing(say.depth())
                    || firstOf(say, say.depth(), &OwnLayer::delta).isZero()
                    || !firstOf(say, say.depth(), &OwnLayer::delta).sure(),
                "it is not 0");
        }},
    {"Backward, layer %1: %2. It is the only layer.",
        [](Statement& say) { say.holds(say.depth() == 1, "there are others"); }},
    {"Backward, layer %1: %2. With it the other layers are compared.",
        [](Statement& say) { say.isWhole(1, say.depth(), "the last layer"); }},
    {"Backward, layer %1: %2, which is %3 times δ of layer %4.",
        [](Statement& say) {
            const int layer = say.whole(1), last = say.whole(4);
            say.isWhole(4, say.depth(), "the last layer");
            say.holds(say.saysWhose(), "of which example is not said");
            known(say, 3, say.truth().of([=](const OwnPasses& passes) {
                return passes.layer(layer).delta.at(0, 0) / passes.layer(last).delta.at(0, 0);
            }),
                "how many times");
        }},
    {"Backward, layer %1: %2. It does not learn.", [](Statement& say) { silent(say, say.whole(1)); }},
    {"Backward, layer %1: %2. It learns %3 times more slowly than layer %4.",
        [](Statement& say) { slower(say, 3, say.whole(1), 4); }},
    {"Backward, layer %1: %2. It learns %3 times faster than layer %4.",
        [](Statement& say) { faster(say, 3, say.whole(1), 4); }},
    {"Backward, layer %1: %2. It learns as fast as layer %3.", [](Statement& say) { alike(say, say.whole(1), 3); }},
    {"Backward through layers that are not drawn, from %1 to %2: %3 = %4.",
        [](Statement& say) { known(say, 4, gradient(say, say.whole(2) - 1), "∂C/∂a"); }},
    {"Backward through layers that are not drawn, from %1 to %2: their weights and slopes multiply to %3, and %4 = %5.",
        [](Statement& say) {
            const int from = say.whole(2) - 1, to = say.whole(1) + 1;
            known(say, 3, say.truth().of([&](const OwnPasses& passes) {
                Number product = weight(say, from + 1);
                for (int l = from + 1; l < to; ++l)
                    product = product * passes.layer(l).slope.at(0, 0) * Number(weight(say, l + 1));
                return product;
            }),
                "the product");
            known(say, 5, gradient(say, from), "∂C/∂a");
        }},
    {"Backward over the link from layer %1 to layer %2: %3.",
        [](Statement& say) { say.holds(say.whole(1) == say.whole(2) + 1, "they are no neighbours"); }},
    {"Backward, layer %1: ‖δ‖ = %2. It is the only layer.",
        [](Statement& say) {
            say.holds(say.depth() == 1, "there are others");
            known(say, 2, say.truth().speed(1, averageOf(say)), "‖δ‖");
        }},
    {"Backward, layer %1: ‖δ‖ = %2. With it the other layers are compared.",
        [](Statement& say) {
            say.isWhole(1, say.depth(), "the last layer");
            known(say, 2, say.truth().speed(say.depth(), averageOf(say)), "‖δ‖");
        }},
    {"Backward, from layer %1 to layer %2: ‖δ‖ = %3.",
        [](Statement& say) {
            if (!say.truth().biasLearnsNothing(say.whole(2)))
                known(say, 3, say.truth().speed(say.whole(2), averageOf(say)), "‖δ‖");
        }},
    {"Backward, from layer %1 to layer %2: ‖δ‖ is multiplied by %3. Layer %2 learns %4 times more slowly than layer "
     "%5.",
        [](Statement& say) {
            stepBack(say);
            slower(say, 4, say.whole(2), 5);
        }},
    {"Backward, from layer %1 to layer %2: ‖δ‖ is multiplied by %3. Layer %2 learns %4 times faster than layer %5.",
        [](Statement& say) {
            stepBack(say);
            faster(say, 4, say.whole(2), 5);
        }},
    {"Backward, from layer %1 to layer %2: ‖δ‖ is multiplied by %3. Layer %2 learns as fast as layer %4.",
        [](Statement& say) {
            stepBack(say);
            alike(say, say.whole(2), 4);
        }},
    {"× %1", [](Statement& say) { running(say, 1); }},
    {"× 0: does not learn", [](Statement& say) { say.holds(say.place.whole != nullptr, "of what is not said"); }},
    {"× %1: %2 times slower",
        [](Statement& say) {
            running(say, 1);
            say.holds(std::abs(say.shown(1) * say.shown(2)) < 1.02 || !std::isfinite(say.shown(2)) || say.shown(1) == 0,
                "they do not agree");
        }},
    {"× %1: %2 times faster",
        [](Statement& say) {
            running(say, 1);
            say.holds(std::abs(say.shown(1)) == say.shown(2), "they do not agree");
        }},
    {"× %1: as fast", [](Statement& say) { running(say, 1); }},
    {"C = %1",
        [](Statement& say) {
            known(say, 1, say.truth().of([](const OwnPasses& passes) { return passes.cost(); }), "the cost");
        }},
    {"‖δ‖ is the norm of the mean over %1 examples.",
        [](Statement& say) {
            say.isWhole(1, say.truth().examples(), "the examples");
            say.holds(averageOf(say) == Average::normOfMean, "it is another");
        }},
    {"‖δ‖ is the mean of the norms over %1 examples.",
        [](Statement& say) {
            say.isWhole(1, say.truth().examples(), "the examples");
            say.holds(averageOf(say) == Average::meanOfNorms, "it is another");
        }},
    {"‖δ‖ is the root of the mean square over %1 examples.",
        [](Statement& say) {
            say.isWhole(1, say.truth().examples(), "the examples");
            say.holds(averageOf(say) == Average::rms, "it is another");
        }},
    {"Update, layer %1: %2; %3.", shownLayer},
    {"Δ%1 = −η ∂C/∂%1 = −%2 × %3 = %4", change},
    {"Δ%1 = −η ∂C/∂%1 = −%2 × (%3) = %4", change},
    {"Update, layer %1: ‖Δw‖ = η‖∂C/∂w‖ = %2 × %3 = %4, ‖Δb‖ = η‖∂C/∂b‖ = %2 × %5 = %6.", normsOfUpdate},
    {"Update, layer %1: the step is not shown, because %2; the gradient of this layer is ‖∂C/∂w‖ = %3, ‖∂C/∂b‖ = %4.",
        [](Statement& say) {
            const int layer = say.whole(1);
            if (say.truth().weightSpeed(layer).sure())
                say.number(3, say.truth().weightSpeed(layer), "‖∂C/∂w‖");
            const Value b = say.truth().speed(layer, Average::normOfMean);
            if (b.sure())
                say.number(4, b, "‖∂C/∂b‖");
        }},
    {"layers %1 to %2 share their weights and biases, and their gradients add up",
        [](Statement& say) {
            say.holds(say.scenario().tied, "they are not tied");
            say.isWhole(1, 2, "the first");
            say.isWhole(2, say.depth() - 1, "the last");
        }},
    {"what learns is not the weights themselves",
        [](Statement& say) { say.holds(say.scenario().parametrization != "standard", "it is the weights"); }},
    {"the gradient of all layers is clipped as a whole",
        [](Statement& say) { say.holds(say.scenario().clipNorm > 0, "nothing is clipped"); }},
    {"the rule goes by the steps before it too",
        [](Statement& say) { say.holds(say.in.question().step > 0, "this is the first step"); }},
    {"the rule measures each number by its own gradient",
        [](Statement& say) { say.holds(say.scenario().optimizer == "adam", "it does not"); }},
    {"Update, layer %1, the first step by the rule “%2”: %3, %4.",
        [](Statement& say) { say.holds(say.scenario().optimizer == "adam", "the rule is linear"); }},
    {"Δ%1 = %2",
        [](Statement& say) { // Adam's first step: −η g/(|g| + ε)
            if (say.scenario().optimizer != "adam")
                return;
            const bool bias = say.text(1).starts_with("b");
            const int layer = layerAt(say.text(1));
            const Value slope = say.truth().of([=](const OwnPasses& passes) {
                const Number delta = passes.layer(layer).delta.at(0, 0) * passes.unit();
                return bias ? delta : delta * passes.layer(layer).entering.at(0, 0);
            });
            const long double rate = say.scenario().learningRate, epsilon = say.scenario().epsilon;
            known(say, 2, {slope.exact * Number(-rate) / (abs(slope.exact) + Number(epsilon)), slope.decades},
                "the change");
        }},
    {"Besides, weight decay multiplies the weights by %1.",
        [](Statement& say) {
            say.number(1,
                1
                    - static_cast<long double>(say.scenario().learningRate) * say.scenario().weightDecay
                        / say.truth().examples(),
                "the factor");
        }},
    {"The gradient is that of all %1 examples; a step of the training takes %2 of them.",
        [](Statement& say) {
            say.isWhole(1, say.truth().examples(), "the examples");
            say.isWhole(2, say.scenario().batch, "the batch");
        }},
    {"gradient over δ of layer %1", [](Statement& say) { say.isWhole(1, say.depth(), "the last layer"); }},
};

} // namespace

std::span<const Row> walkRows()
{
    return kWalkRows;
}

} // namespace deltascope::sentences
