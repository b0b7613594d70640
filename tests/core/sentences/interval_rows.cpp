// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences about |w f′| ≥ 1: derivative_curve, window_width, explosion_window. core/maths.md 8.1, 8.2, 8.10.
#include "core/sentences/statement.h"
#include "network/structure.h"

#include <algorithm>

namespace deltascope::sentences {
namespace {

std::string hidden(const Statement& say)
{
    return activationOf(say.scenario(), 1);
}

long double slopeAt(const Statement& say, long double z)
{
    return std::abs(activated(hidden(say), z).slope.value());
}

/// |w| × max f′ = …, three numbers from %n on.
long double peak(Statement& say, int symbol, int n)
{
    const long double most = largestSlope(hidden(say)), weight = std::abs(static_cast<long double>(say.shown(n)));
    say.isText(symbol, hidden(say) == "sigmoid" ? "σ" : "f", "the activation's name");
    say.number(n + 1, Value{Number(most), 1e-9L}, "max f′");
    say.number(n + 2, Value{Number(weight * most), 1e-3L}, "|w|·max f′");
    return weight * most;
}

/// ∂C/∂a of every layer with this weight is larger than that of the layer before.
void everyLayerOfThisWeightShrinks(Statement& say)
{
    const long double weight = std::abs(static_cast<long double>(say.shown(2)));
    for (int l = 1; l < say.depth(); ++l) {
        const long double own = std::abs(static_cast<long double>(say.in.snapshot.network->weights(l)(0, 0)));
        if (std::abs(own - weight) > 1e-3L * weight)
            continue;
        say.holds(
            abs(say.truth().exact().factor(l)) < Number(1), "|w f′| of layer " + std::to_string(l) + " is not below 1");
    }
}

/// Total length of {z : |w f′(z)| ≥ 1} in |z| ≤ 1e4.
long double bandLength(const Statement& say, long double weight)
{
    long double length = 0;
    const auto inside = [&](long double z) { return weight * slopeAt(say, z) >= 1; };
    long double before = -64;
    const long double step = 1.0L / 256;
    bool was = inside(before);
    const auto edge = [&](long double out, long double in) {
        for (int i = 0; i < 70; ++i) {
            const long double middle = (out + in) / 2;
            (inside(middle) ? in : out) = middle;
        }
        return in;
    };
    long double from = before;
    for (long double z = before + step; z <= 64; z += step) {
        const bool is = inside(z);
        if (is && !was)
            from = edge(z - step, z);
        if (!is && was)
            length += edge(z, z - step) - from;
        was = is;
    }
    return was ? HUGE_VALL : length;
}

bool isBounded(const std::string& name)
{
    const std::string_view id = plainName(name);
    return id == "hard_tanh" || id == "step" || id == "sigmoid" || id == "tanh" || id == "lecun_tanh"
        || id == "softsign" || id == "arctan";
}

bool isMonotone(const Statement& say)
{
    const auto falls = [](std::string_view id) {
        return id == "gelu" || id == "swish" || id == "mish" || id.starts_with("leaky_relu:-");
    };
    for (int l = 1; l <= say.depth(); ++l)
        if (falls(plainName(activationOf(say.scenario(), l))))
            return false;
    return true;
}

void inputsPast(Statement& say, int n, int k, const std::string& what)
{
    (void)k;
    say.number(n, say.truth().product(1, say.depth()), what);
    say.holds(say.saysWhose(), "of which example it is is not said");
}

constexpr Row kRows[] = {
    {"|w|·max %1′ = %2 × %3 = %4: nowhere is |w %1′(z)| ≥ 1, so a layer with this w shrinks the gradient wherever its "
     "z lies.",
        [](Statement& say) {
            say.holds(peak(say, 1, 2) <= 1, "it passes 1"); // 1 may be a bound that no z reaches
            say.holds(network::isChain(say.scenario()) && (say.scenario().residual == 0 || say.depth() == 1),
                "a layer is more than w f′");
            everyLayerOfThisWeightShrinks(say);
        }},
    {"|w|·max %1′ = %2 × %3 = %4: nowhere is |w %1′(z)| ≥ 1; the slopes of layers with an activation of their own are "
     "drawn "
     "beside it.",
        [](Statement& say) {
            say.holds(peak(say, 1, 2) <= 1, "it passes 1"); // 1 may be a bound that no z reaches
            bool other = false;
            for (int l = 2; l < say.depth(); ++l)
                other = other || activationOf(say.scenario(), l) != activationOf(say.scenario(), 1);
            say.holds(other, "none has");
        }},
    {"|w|·max %1′ = %2 × %3 = %4: nowhere is |w %1′(z)| ≥ 1, but the residual connection adds %5 to w %1′(z) in every "
     "hidden layer.",
        [](Statement& say) {
            say.holds(peak(say, 1, 2) < 1, "it reaches 1");
            say.number(5, static_cast<long double>(say.scenario().residual), "α");
        }},
    {"|w|·max %1′ = %2 × %3 = %4: nowhere is |w %1′(z)| ≥ 1, but the residual connection adds %5 to s times it in "
     "every "
     "hidden layer.",
        [](Statement& say) {
            say.holds(peak(say, 1, 2) < 1, "it reaches 1");
            say.number(5, static_cast<long double>(say.scenario().residual), "α");
            say.holds(say.scenario().residualScale != "constant", "s is 1");
        }},
    {"|w|·max %1′ = %2 × %3 = %4: nowhere is |w %1′(z)| ≥ 1, but a layer keeps a share of its input, which comes to "
     "its "
     "factor.",
        [](Statement& say) {
            say.holds(peak(say, 1, 2) <= 1, "it passes 1");
            say.holds(say.scenario().gate != "none", "it keeps nothing");
        }},
    {"|w|·max %1′ = %2 × %3 = %4 for a single link; a neuron adds up many, so whether a layer shrinks the gradient is "
     "not "
     "seen here.",
        [](Statement& say) {
            peak(say, 1, 2);
            say.holds(!network::isChain(say.scenario()), "it is a chain");
        }},
    {"|w|·max %1′ = %2 × %3 = %4: where the band is shaded, |w %1′(z)| ≥ 1.",
        [](Statement& say) { say.holds(peak(say, 1, 2) >= 1 - 1e-9L, "it does not reach 1"); }},
    {"|w|·max %1′ = %2 × %3 = %4: |w %1′(z)| ≥ 1 only at z = %5.",
        [](Statement& say) {
            say.holds(std::abs(peak(say, 1, 2) - 1) < 1e-9L, "it does not just reach 1");
            const long double weight = std::abs(static_cast<long double>(say.shown(2))), top = say.shown(5);
            say.holds(weight * slopeAt(say, top) > 1 - 1e-9L, "it does not reach 1 there");
            for (const long double beside : {top - 0.02L, top + 0.02L})
                say.holds(weight * slopeAt(say, beside) < 1, "nor only there");
        }},
    {"|w|·max %1′ = %2 × %3 = %4: |w %1′(z)| ≥ 1 for z from %5 to %6.",
        [](Statement& say) {
            say.holds(peak(say, 1, 2) >= 1 - 1e-9L, "it does not reach 1");
            const long double weight = std::abs(static_cast<long double>(say.shown(2))), low = say.shown(5),
                              high = say.shown(6);
            if (high - low < 1e-3L)
                return;
            for (const long double inner : {low + (high - low) * 0.01L, (low + high) / 2, high - (high - low) * 0.01L})
                say.holds(weight * slopeAt(say, inner) > 0.999L, "not at z = " + std::to_string(inner));
            const long double out = std::max(0.02L, 0.02L * (high - low));
            for (const long double outer : {low - out, high + out})
                say.holds(weight * slopeAt(say, outer) < 1.0005L, "at z = " + std::to_string(outer) + " too");
        }},
    {"%1: z lies outside the drawing in %2, up to |z| = %3; marked at the border.",
        [](Statement& say) {
            if (plainText(say.nested(1)) != "This network" || layersIn(say.nested(2)).empty())
                return; // a pin's, or too many layers to be named
            const auto farthest = [layers = layersIn(say.nested(2))](const OwnPasses& passes) {
                Number most;
                for (const int l : layers) {
                    Number sum;
                    for (const Number& z : passes.layer(l).z.values)
                        sum = sum + z;
                    most = std::max(most, abs(sum) / Number(static_cast<long double>(passes.layer(l).z.values.size())));
                }
                return most;
            };
            if (say.truth().of(farthest).sure())
                say.number(3, say.truth().of(farthest), "the largest |z|");
        }},
    {"Each layer is marked at the mean of its z and of its %1′(z) over neurons and examples, which need not lie on the "
     "curve; the band is that of one neuron.",
        [](Statement& say) { say.isText(1, sharedSymbol(say.scenario()), "the activation's name"); }},
    {"|w|·max %1′ = %2 × %3 = %4 < 1: there is no a with |w %1′(wa + b)| ≥ 1.",
        [](Statement& say) { say.holds(peak(say, 1, 2) < 1, "it reaches 1"); }},
    {"|w|·max %1′ = %2 × %3 is just below 1: there is no a with |w %1′(wa + b)| ≥ 1.",
        [](Statement& say) {
            const long double most = largestSlope(hidden(say)),
                              weight = std::abs(static_cast<long double>(say.shown(2)));
            say.isText(1, hidden(say) == "sigmoid" ? "σ" : "f", "the activation's name");
            say.number(3, Value{Number(most), 1e-9L}, "max f′");
            say.holds(weight * most > 0.999L && weight * most < 1.001L, "it is not near 1");
        }},
    {"With |w| = %1 the inputs a with |w %2′(wa + b)| ≥ 1 fill a half-line or more.",
        [](Statement& say) { say.holds(std::isinf(bandLength(say, say.shown(1))), "the band ends"); }},
    {"With |w| = %1 the inputs a with |w %2′(wa + b)| ≥ 1 fill a window %3 wide, whatever b is.",
        [](Statement& say) {
            const long double weight = say.shown(1);
            if (weight * largestSlope(hidden(say)) > 1.001L)
                say.number(3, Value{Number(bandLength(say, weight) / weight), 2e-3L}, "the width");
        }},
    {"At |w| = %1 the window |w %2′(wa + b)| ≥ 1 is %3 wide in a, whatever b is; the widest, %4, is at |w| = %5.",
        [](Statement& say) {
            const long double weight = say.shown(1), best = say.shown(5);
            if (bandLength(say, weight) > 0.2L)
                say.number(3, Value{Number(bandLength(say, weight) / weight), 2e-3L}, "the width");
            say.number(4, Value{Number(bandLength(say, best) / best), 2e-3L}, "the widest");
            for (const long double beside : {0.9L, 1.1L})
                say.holds(bandLength(say, best * beside) / (best * beside) < static_cast<long double>(say.shown(4)),
                    "it is wider beside that");
        }},
    {"From |w| = %1 on the window has no bound: %2′ does not fall below 1/|w| again.",
        [](Statement& say) {
            const long double from = say.shown(1);
            say.holds(from * std::max(slopeAt(say, 1e30L), slopeAt(say, -1e30L)) > 0.999L, "it does");
        }},
    {"K = %1", [](Statement& say) { say.number(1, static_cast<long double>(say.in.question().k), "K"); }},
    {"a₀ = %1: %2",
        [](Statement& say) {
            say.number(1, static_cast<long double>(say.in.snapshot.data->inputs(0, 0)), "a₀");
            const Value product = say.truth().product(1, say.depth());
            say.number(2, product, "the product");
        }},
    {"There is no bound on the measure: f is not monotone or not bounded.",
        [](Statement& say) {
            say.holds(!isBounded(activationOf(say.scenario(), say.depth())) || !isMonotone(say), "it is both");
        }},
    {"f is not monotone: the windows were sampled, narrow ones may be missing.",
        [](Statement& say) { say.holds(!isMonotone(say), "it is"); }},
    {"This figure is about chains: it needs one neuron in each layer, inputs and outputs included.",
        [](Statement& say) {
            const model::Scenario& scenario = say.scenario();
            bool wide = false;
            for (int l = 0; l <= scenario.depth; ++l)
                wide = wide || neuronsIn(scenario, l) != 1;
            say.holds(wide || scenario.normalization == "batch" || scenario.residual != 0 || scenario.gate != "none"
                    || scenario.feed != "first",
                "this is one");
        }},
    {"The curve is that of layer 1; other layers have an activation of their own.",
        [](Statement& say) {
            bool other = false;
            for (int l = 2; l < say.depth(); ++l)
                other = other || activationOf(say.scenario(), l) != activationOf(say.scenario(), 1);
            say.holds(other, "none has");
        }},
    {"The curve is that of the hidden layers; the output has another activation.",
        [](Statement& say) { say.holds(say.scenario().activation != say.scenario().outputActivation, "it has not"); }},
    {"widest: %1 at |w| = %2", [](Statement&) {}}, // the caption's numbers again
    {"At a₀ = %1, %2 = %3; no input in [0, 1] has |%2| ≥ %4.",
        [](Statement& say) {
            inputsPast(say, 3, 4, "the product");
            const Value product = say.truth().product(1, say.depth());
            const long double input = static_cast<long double>(say.in.snapshot.data->inputs(0, 0));
            say.holds(input < 0 || input > 1
                    || product.log10() < std::log10(static_cast<long double>(say.in.question().k)) || !product.sure(),
                "this input has");
        }},
    {"|%1| ≥ %2 on %3 of [0, 1] (windows: %4). At a₀ = %5 it is %6.",
        [](Statement& say) { inputsPast(say, 6, 2, "the product"); }},
    {"|%1| ≥ %2 on %3 of [0, 1] (windows: %4; at most %5 for any weights). At a₀ = %6 it is %7.",
        [](Statement& say) {
            inputsPast(say, 7, 2, "the product");
            say.holds(say.shown(3) <= say.shown(5) * 1.0001, "more than the most");
        }},
    {"The present a₀ = %1 lies outside [0, 1].",
        [](Statement& say) { say.holds(say.shown(1) < 0 || say.shown(1) > 1, "it does not"); }},
};

} // namespace

std::span<const Row> intervalRows()
{
    return kRows;
}

} // namespace deltascope::sentences
