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

/// "w₂σ′(z₂) + α" with its numbers, and what they come to.
void factorInFull(Statement& say)
{
    const int layer = layerOf(say.text(1).substr(0, say.text(1).find_first_not_of("w₀₁₂₃₄₅₆₇₈₉")));
    const double alpha = say.in.snapshot.network->identity(layer);
    const std::string name =
        subscripted("w", layer) + symbolOf(say.scenario(), layer) + "′(" + subscripted("z", layer) + ")";
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
    const int layer = layerOf(name.substr(0, name.find_first_not_of("w₀₁₂₃₄₅₆₇₈₉")));
    say.number(1, static_cast<long double>(say.in.snapshot.network->weights(layer)(0, 0)), "w");
    say.number(2, say.truth().of([=](const OwnPasses& passes) { return passes.layer(layer).slope.at(0, 0); }), "f′(z)");
    if (say.message.arguments.size() > 2)
        say.number(3, static_cast<long double>(say.in.snapshot.network->identity(layer)), "α");
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

constexpr Row kRows[] = {
    {"%1 = %2 = %3, the only factor.", factorInFull},
    {"%1 = %2 = %3; all %4 factors multiply to ∂a%5/∂a₀ = %6.",
        [](Statement& say) {
            factorInFull(say);
            say.isWhole(4, say.depth(), "the number of factors");
            onlyProduct(say, 6);
        }},
    {"%1 × %2", factorNumbers},
    {"%1 × %2 + %3", factorNumbers},
    {"%1 = %2", weightOnLink},
    {"%1 = %2, α = %3", weightOnLink},
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
                const std::string& id = l == say.depth() ? say.scenario().outputActivation : say.scenario().activation;
                const long double weight =
                    std::abs(static_cast<long double>(say.in.snapshot.network->weights(l)(0, 0)));
                most = std::max(most,
                    Number(weight * largestSlope(id)
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
            for (int l = what.starts_with("w") ? 1 : 0; l <= say.depth(); ++l) {
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
};

} // namespace

std::span<const Row> chainRows()
{
    return kRows;
}

} // namespace deltascope::sentences
