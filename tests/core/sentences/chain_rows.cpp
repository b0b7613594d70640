// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences about the factors of a chain: factors, running_product, and the links of its drawing.
#include "saying.h"

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

void weightTimesSlope(Saying& say)
{
    const int layer = layerOf(say.text(1));
    say.isText(2, symbolOf(say.scenario(), layer), "the activation's name");
    say.isText(3, subscripted("z", layer), "the weighted input's name");
    say.number(4, static_cast<long double>(say.in.snapshot.network->weights(layer)(0, 0)), "w");
    say.number(5, say.truth().of([=](const OwnPasses& passes) { return passes.layer(layer).slope.at(0, 0); }), "f′(z)");
    const Value product = say.truth().of([=](const OwnPasses& passes) {
        return Number(static_cast<long double>(say.in.snapshot.network->weights(layer)(0, 0)))
            * passes.layer(layer).slope.at(0, 0);
    });
    say.number(6, product, "w × f′"); // with a residual connection the step is another number
    say.holds(say.saysWhose(), "of which example they are is not said");
}

void onlyProduct(Saying& say, int n)
{
    say.number(n, say.truth().product(1, say.depth()), "the product");
    say.holds(say.saysWhose(), "of which example it is is not said");
}

void link(Saying& say)
{
    const int layer = layerOf(say.text(1));
    say.number(3, say.in.truth->of([=](const OwnPasses& passes) {
        return Number(static_cast<long double>(say.in.snapshot.network->weights(layer)(0, 0)))
            * passes.layer(layer).slope.at(0, 0);
    }),
        "w × f′ of the link");
    say.isText(2, symbolOf(say.scenario(), layer), "the activation's name");
}

constexpr Row kRows[] = {
    {"%1 %2′(%3) = %4 × %5 = %6, the only factor.", weightTimesSlope},
    {"%1 %2′(%3) = %4 × %5 = %6; all %7 factors together: %8.",
        [](Saying& say) {
            weightTimesSlope(say);
            say.isWhole(7, say.depth(), "the number of factors");
            onlyProduct(say, 8);
        }},
    {"%1%2′ = %3", link},
    {"%1 = 0 exactly: a factor of 0 cuts the chain.",
        [](Saying& say) { say.holds(say.truth().product(1, say.depth()).isZero(), "the product is not 0"); }},
    {"%1 = %2, the only factor.", [](Saying& say) { onlyProduct(say, 2); }},
    {"%1 = %2: %3 factors, %4 each in the geometric mean.",
        [](Saying& say) {
            onlyProduct(say, 2);
            say.isWhole(3, say.depth(), "the number of factors");
            const Value product = say.truth().product(1, say.depth());
            const long double mean = product.log10() / say.depth();
            say.number(4, Value{exp(Number(mean * 2.302585092994045684L)), product.decades / say.depth() + 1e-12L},
                "the mean");
        }},
    {"max %1",
        [](Saying& say) {
            if (say.in.view().layer == 0) {
                for (int l = 1; l <= say.depth(); ++l)
                    say.holds(say.truth().exact().factor(l).isZero()
                            || std::pow(10.0L,
                                   std::abs(say.truth().exact().factor(l).log10()) > 4000
                                       ? -1
                                       : say.truth().exact().factor(l).log10())
                                <= static_cast<long double>(say.shown(1)) * 1.0001L,
                        "the factor of layer " + std::to_string(l) + " lies above it");
                return;
            }
            const int layer = say.in.view().layer;
            const long double weight =
                std::abs(static_cast<long double>(say.in.snapshot.network->weights(layer)(0, 0)));
            const std::string& id = layer == say.depth() ? say.scenario().outputActivation : say.scenario().activation;
            say.number(1, Value{Number(weight * largestSlope(id)), 1e-9L}, "|w|·max f′ of that layer");
        }},
    {"%1: %2 of %3 layers are marked.",
        [](Saying& say) {
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
    {"%1 layers, ∏ = %2", [](Saying&) {}},
    {"%1 layers", [](Saying&) {}},
};

} // namespace

std::span<const Row> chainRows()
{
    return kRows;
}

} // namespace deltascope::sentences
