// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences about the factors of a chain: factors, running_product, and the links of its drawing.
#include "core/sentences/statement.h"

#include <algorithm>

namespace deltascope::sentences {
namespace {

int layerOf(const std::string& indexed) // "w₁₂"
{
    static constexpr const char* kDigits[] = {"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"};
    int layer = 0;
    for (std::size_t i = 1; i < indexed.size(); i += 3)
        for (int digit = 0; digit < 10; ++digit)
            if (indexed.compare(i, 3, kDigits[digit]) == 0)
                layer = 10 * layer + digit;
    return layer;
}

constexpr std::string_view kScale = "s·"; // before it, where a residual connection has a scale

/// Of "w₂σ′(z₂) + α", "s·w₂σ′(z₂) + α", "∂a₂/∂a₁".
int layerOfFactor(const std::string& name)
{
    constexpr std::string_view kPartial = "∂";
    std::string rest = name;
    for (const std::string_view before : {kScale, kPartial})
        if (rest.starts_with(before))
            rest = rest.substr(before.size());
    return layerOf(rest.substr(0, rest.find_first_not_of("wa₀₁₂₃₄₅₆₇₈₉")));
}
/// "w₂σ′(z₂) + α" with its numbers, and what they come to.
void factorInFull(Statement& say)
{
    const int layer = layerOfFactor(say.text(1));
    const double alpha = say.in.snapshot.network->identity(layer);
    const bool scaled = alpha != 0 && say.scenario().residualScale != "constant";
    const std::string name = (scaled ? std::string(kScale) : "") + subscripted("w", layer)
        + symbolOf(say.scenario(), layer) + "′(" + subscripted("z", layer) + ")";
    if (say.truth().exact().layer(layer).open.neurons > 0)
        say.isText(1, "∂" + subscripted("a", layer) + "/∂" + subscripted("a", layer - 1), "the factor's name");
    else
        say.isText(1, alpha == 0 ? name : name + " + α", "the factor's name");
    say.number(3, say.truth().of([layer](const OwnPasses& passes) { return passes.factor(layer); }), "the factor");
    say.holds(say.saysWhose(), "of which example they are is not said");
}

/// "4 × 0.25 + 1" in it.
void factorNumbers(Statement& say)
{
    if (!say.place.outer)
        return say.holds(false, "of which layer is not said");
    const std::string& name = std::get<std::string>(say.place.outer->arguments[0].value);
    const bool scaled = say.message.arguments.size() == 4;
    say.holds(name.starts_with(kScale) == scaled, "the name says it otherwise");
    const int first = scaled ? 1 : 0; // before the other numbers
    const int layer = layerOfFactor(name);
    if (scaled)
        say.number(
            1, say.truth().of([=](const OwnPasses& passes) { return passes.layer(layer).branch.at(0, 0); }), "s");
    say.number(first + 1, static_cast<long double>(say.in.snapshot.network->weights(layer)(0, 0)), "w");
    say.number(first + 2, say.truth().of([=](const OwnPasses& passes) { return passes.layer(layer).slope.at(0, 0); }),
        "f′(z)");
    if (say.message.arguments.size() > 2)
        say.number(first + 3, static_cast<long double>(say.in.snapshot.network->identity(layer)), "α");
}

/// "0.4 + 0.5" in it, by the paths of a layer that keeps a share of its input.
void factorPaths(Statement& say)
{
    if (!say.place.outer)
        return say.holds(false, "of which layer is not said");
    const int layer = layerOfFactor(std::get<std::string>(say.place.outer->arguments[0].value));
    const OwnLayer& own = say.truth().exact().layer(layer);
    say.holds(own.open.neurons > 0, "there is one path");
    const int paths = own.ofGate.neurons > 0 ? 3 : 2;
    say.number(1, say.truth().of([=](const OwnPasses& passes) {
        return Number(static_cast<long double>(say.in.snapshot.network->weights(layer)(0, 0)))
            * passes.layer(layer).slope.at(0, 0) * passes.layer(layer).open.at(0, 0);
    }),
        "what goes through f");
    say.number(2, say.truth().of([=](const OwnPasses& passes) { return passes.layer(layer).closed.at(0, 0); }),
        "what is kept");
    if (paths == 3)
        say.number(3, say.truth().of([=](const OwnPasses& passes) {
            const OwnLayer& here = passes.layer(layer);
            return (here.candidate.at(0, 0) - passes.layer(layer - 1).a.at(0, 0)) * here.open.at(0, 0)
                * here.closed.at(0, 0)
                * Number(static_cast<long double>(say.in.snapshot.network->gateWeights(layer)(0, 0)));
        }),
            "what goes through the gate");
    if (static_cast<int>(say.message.arguments.size()) > paths)
        say.number(paths + 1, static_cast<long double>(say.in.snapshot.network->identity(layer)), "α");
}

/// "w₂ = 4" on a link, "σ′ = 0.25" on a neuron: of the drawing, whose readouts hold the same numbers.
void weightOnLink(Statement& say)
{
    if (say.place.figure != "network" || !say.text(1).starts_with("w"))
        return;
    const int layer = layerOf(say.text(1));
    if (layer >= 1 && layer <= say.depth())
        say.number(2, static_cast<long double>(say.in.snapshot.network->weights(layer)(0, 0)), "w");
}

void onlyProduct(Statement& say, int n)
{
    say.number(n, say.truth().product(1, say.depth()), "the product");
    say.holds(say.saysWhose(), "of which example it is is not said");
}

/// The map a → f(wa + b) that all layers of this chain share.
struct OwnMap {
    std::string activation;
    long double weight, bias;

    long double next(long double a) const { return activated(activation, weight * a + bias).value.value(); }
    long double factor(long double a) const { return weight * activated(activation, weight * a + bias).slope.value(); }
};

OwnMap mapOf(const Statement& say)
{
    const network::Network& network = *say.in.snapshot.network;
    return {activationOf(say.scenario(), 1), network.weights(1)(0, 0), network.biases(1)(0)};
}

/// A point of period 1 or 2, from the shown one by Newton's iteration, and its multiplier.
void periodic(Statement& say, int period, bool attracts)
{
    const OwnMap map = mapOf(say);
    long double a = say.shown(1), multiplier = 0;
    for (int i = 0; i < 60; ++i) {
        const long double image = map.next(a);
        multiplier = map.factor(a) * (period == 2 ? map.factor(image) : 1);
        const long double moved = (period == 2 ? map.next(image) : image) - a;
        if (multiplier == 1)
            return;
        a -= moved / (multiplier - 1);
    }
    if (std::abs(std::abs(multiplier) - 1) < 1e-6L || map.weight * a + map.bias == 0)
        return; // on the edge, or at a kink
    const auto shows = [&](int n, long double truth, long double decades, const char* what) {
        if (std::abs(truth) < 1e-4900L) // long doubles end there
            return say.holds(std::abs(say.shown(n)) < 1e-300, std::string(what) + " is smaller");
        say.number(n, Value{Number(truth), decades}, what);
    };
    shows(1, a, 1e-9L, "the point");
    if (period == 2)
        shows(2, map.next(a), 1e-9L, "the other point");
    shows(period + 1, multiplier, 1e-6L, "its factor");
    say.holds((std::abs(multiplier) < 1) == attracts, "its factor is " + std::to_string(multiplier));
}

/// Some orbit settles on a point or a 2-cycle.
bool settles(const OwnMap& map)
{
    for (const long double start : {-1.0L, 0.0L, 0.3L, 0.7L, 2.0L}) {
        long double a = start;
        for (int i = 0; i < 20000; ++i)
            a = map.next(map.next(a));
        if (std::abs(map.next(map.next(a)) - a) <= 1e-6L * (1 + std::abs(a)) && std::abs(a) < 1e100L)
            return true;
    }
    return false;
}

constexpr Row kRows[] = {
    {"%1 = %2 = %3, the only factor.", factorInFull},
    {"%1 = %2 = %3; the product of the %4 factors is ∂a%5/∂a₀ = %6.",
        [](Statement& say) {
            factorInFull(say);
            say.isWhole(4, say.depth(), "the number of factors");
            onlyProduct(say, 6);
        }},
    {"%1 × %2", factorNumbers},
    {"%1 × %2 + %3", factorNumbers},
    {"%1 × %2 × %3 + %4", factorNumbers},
    {"%1 + %2", factorPaths},
    {"%1 + %2 + %3", factorPaths},
    {"%1 + %2 + %3 + %4", factorPaths},
    {"%1 = %2", weightOnLink},
    {"%1 = 0 exactly: a factor of 0 cuts the chain.",
        [](Statement& say) { say.holds(say.truth().product(1, say.depth()).isZero(), "the product is not 0"); }},
    {"%1 = %2, the only factor.", [](Statement& say) { onlyProduct(say, 2); }},
    {"%1 = %2: %3 factors, %4 each in the geometric mean.",
        [](Statement& say) {
            onlyProduct(say, 2);
            say.isWhole(3, say.depth(), "the number of factors");
            const Value product = say.truth().product(1, say.depth());
            const long double mean = product.log10() / say.depth();
            say.number(4, Value{exp(Number(mean * 2.302585092994045684L)), product.decades / say.depth() + 1e-12L},
                "the mean");
        }},
    {"max %1",
        [](Statement& say) {
            const int selected = say.in.question().layer;
            Number most;
            for (int l = selected > 0 ? selected : 1; l <= (selected > 0 ? selected : say.depth()); ++l) {
                const std::string& id = activationOf(say.scenario(), l);
                const long double weight =
                    std::abs(static_cast<long double>(say.in.snapshot.network->weights(l)(0, 0)));
                most = std::max(most,
                    Number(weight * std::abs(static_cast<long double>(say.in.snapshot.network->branch(l)))
                            * largestSlope(id)
                        + std::abs(static_cast<long double>(say.in.snapshot.network->identity(l)))));
                say.holds(
                    !(Number(static_cast<long double>(say.shown(1)) * 1.001L) < abs(say.truth().exact().factor(l))),
                    "the factor of layer " + std::to_string(l) + " lies above it");
            }
            say.number(1, Value{most, 1e-3L}, "the largest |w|·max f′ + |α|");
        }},
    {"%1: %2 of %3 layers are marked.",
        [](Statement& say) {
            int negative = 0;
            const std::string what = plainText(say.nested(1));
            for (int l = what.starts_with("w") || what.starts_with(kScale) ? 1 : 0; l <= say.depth(); ++l) {
                const Value value = what == "forward < 0" ? say.truth().product(1, l)
                    : what == "back < 0"                  ? say.truth().product(l + 1, say.depth())
                                                          : say.truth().product(l, l);
                if (!value.sure())
                    return;
                negative +=
                    value.exact.sign() < 0 && std::abs(value.log10()) < 1.38e18L; // else it has no mark but an arrow
            }
            say.isWhole(3, negative, "the number of negative ones");
        }},
    {"%1, ∏ = %2", [](Statement&) {}},
    {"%1 layers", [](Statement&) {}},
    {"The fixed point a = %1 attracts: the factor there is %2.", [](Statement& say) { periodic(say, 1, true); }},
    {"The fixed point a = %1 attracts, ever more slowly: the factor there is %2.",
        [](Statement& say) {
            const OwnMap map = mapOf(say);
            say.number(2, Value{Number(map.factor(say.shown(1))), 1e-6L}, "its factor");
            say.holds(std::abs(std::abs(say.shown(2)) - 1) < 1e-9, "the factor is not 1 in size");
            long double a = say.shown(1) + 0.1L, before = 0.1L;
            for (int i = 0; i < 5; ++i, before = std::abs(a - say.shown(1))) {
                for (int step = 0; step < 100; ++step)
                    a = map.next(a);
                say.holds(std::abs(a - say.shown(1)) < before, "an orbit near by does not come nearer");
            }
        }},
    {"The fixed point a = %1 repels: the factor there is %2.", [](Statement& say) { periodic(say, 1, false); }},
    {"The 2-cycle %1 ↔ %2 attracts: its two factors multiply to %3.", [](Statement& say) { periodic(say, 2, true); }},
    {"The 2-cycle %1 ↔ %2 repels: its two factors multiply to %3.", [](Statement& say) { periodic(say, 2, false); }},
    {"An orbit settles where a point attracts, and there its factors multiply to at most 1 in size: growth lasts "
     "only while it is on its way, or exactly on a point that repels.",
        [](Statement& say) { say.holds(settles(mapOf(say)), "no orbit settles"); }},
    {"No fixed point or 2-cycle attracts here.", [](Statement&) {}},
    {"Where a point attracts, the factors of an orbit that settles multiply to at most 1 in size: there growth ends. "
     "An orbit that runs off, or never settles, may grow on.",
        [](Statement& say) { say.holds(settles(mapOf(say)), "no orbit settles"); }},
    {"a%1 = %2 lies beyond what is drawn.",
        [](Statement& say) {
            const int layer = say.text(1) == "₀" ? 0 : layerOf("a" + say.text(1));
            if (layer == 0)
                say.number(2, static_cast<long double>(say.in.snapshot.data->inputs(0, 0)), "a₀");
            else
                say.number(2, say.truth().of([=](const OwnPasses& passes) { return passes.layer(layer).a.at(0, 0); }),
                    "the activation");
            const figures::Axis& axis = say.place.whole->panels[0].x;
            say.holds(say.shown(2) <= axis.lower || say.shown(2) >= axis.upper, "it is drawn");
            say.holds(say.saysWhose(), "of which example it is is not said");
        }},
    {"The layers of this chain are not one and the same map: each has a weight, a bias or an activation of its own, or "
     "something is added or normalized.",
        [](Statement& say) {
            const network::Network& network = *say.in.snapshot.network;
            bool differ = say.scenario().residual != 0 || say.scenario().normalization != "none"
                || activationOf(say.scenario(), 1) != activationOf(say.scenario(), say.depth());
            for (int l = 2; l <= say.depth(); ++l)
                differ = differ || activationOf(say.scenario(), l) != activationOf(say.scenario(), 1)
                    || network.weights(l)(0, 0) != network.weights(1)(0, 0)
                    || network.biases(l)(0) != network.biases(1)(0);
            differ = differ || say.scenario().gate != "none" || say.scenario().feed != "first";
            say.holds(differ, "they are");
        }},
    {"The first %1 steps of the walk are drawn.", [](Statement& say) { say.holds(say.depth() > 60, "all are"); }},
};

} // namespace

std::span<const Row> chainRows()
{
    return kRows;
}

} // namespace deltascope::sentences
