// SPDX-License-Identifier: GPL-3.0-or-later
// The cobweb of a chain against orbits and fixed points in closed form. core/maths.md 8.5, 16.8.
#include "base/registry.h"
#include "figures/figure_kind.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace deltascope::figures {
namespace cobweb_test {

model::Document chain(double weight, double bias, double input, const char* activation = "sigmoid")
{
    model::Document document;
    document.scenario.depth = 12;
    document.scenario.weight = weight;
    document.scenario.bias = bias;
    document.scenario.input = input;
    document.scenario.activation = document.scenario.outputActivation = activation;
    return document;
}

Figure drawn(const model::Document& document)
{
    const FigureKind& kind = *findKind(figuresRegistry(), "cobweb");
    return kind.build(results::computeSnapshot(document, kind.needs()), document.question, document.view);
}

template <class Kind>
const Kind* elementOf(const Figure& figure, Role role, bool named)
{
    for (const Element& element : figure.panels.at(0).elements)
        if (const Kind* each = std::get_if<Kind>(&element); each && each->role == role && each->name.empty() != named)
            return each;
    return nullptr;
}

bool says(const Figure& figure, const std::string& beginning)
{
    return std::ranges::any_of(
        figure.notes, [&](const Message& note) { return plainText(note).starts_with(beginning); });
}

TEST(Cobweb, StepsAreTheOrbitOfTheLayers)
{
    const Figure figure = drawn(chain(-6, 3, 0.45));
    const Points* steps = elementOf<Points>(figure, Role::current, true);
    ASSERT_TRUE(steps && steps->x.size() == 12);
    double a = 0.45;
    for (std::size_t i = 0; i < 12; ++i) {
        EXPECT_NEAR(steps->x[i], a, 1e-12);
        a = 1 / (1 + std::exp(6 * a - 3));
        EXPECT_NEAR(steps->y[i], a, 1e-12);
        EXPECT_EQ(steps->layers[i], static_cast<int>(i) + 1);
    }
    const Points* attracting = elementOf<Points>(figure, Role::first, true);
    ASSERT_TRUE(attracting && attracting->x.size() == 2); // both points of the 2-cycle, which lie about ½ alike
    EXPECT_NEAR(attracting->x[0] + attracting->x[1], 1, 1e-12);
    EXPECT_NEAR(std::log(1 / attracting->y[0] - 1), 6 * attracting->x[0] - 3, 1e-9);
    EXPECT_TRUE(says(figure, "The fixed point a = 0.5 repels: the factor there is -1.5."));
}

TEST(Cobweb, AWalkThatRunsOffIsCutWhereThePanelEnds)
{
    const Figure figure = drawn(chain(1.5, 0, 1, "relu"));
    const Axis& axis = figure.panels.at(0).x;
    const Line* walk = elementOf<Line>(figure, Role::current, false);
    ASSERT_TRUE(walk);
    EXPECT_EQ(walk->x.front(), 1); // from a₀ on the axis
    EXPECT_EQ(walk->y.front(), axis.lower);
    EXPECT_EQ(walk->y.back(), axis.upper); // up to a₈, which is not reached
    EXPECT_NEAR(walk->x.back(), std::pow(1.5, 7), 1e-9);
    EXPECT_TRUE(walk->breaks.empty());
    const Line* curve = elementOf<Line>(figure, Role::primary, true);
    ASSERT_TRUE(curve);
    EXPECT_EQ(curve->y.back(), axis.upper);
    EXPECT_NEAR(curve->x.back(), axis.upper / 1.5, 1e-9);
    EXPECT_TRUE(says(figure, "a₈ = 25.63 lies beyond what is drawn."));
}

TEST(Cobweb, WhoZoomsOutSeesWhatLiesBeyond)
{
    model::Document document = chain(1, 0, 1e6);
    EXPECT_TRUE(says(drawn(document), "a₀ = "));
    document.view.ranges.push_back({"cobweb", 0, 0, 2e6, 0, 1});
    const Figure figure = drawn(document);
    EXPECT_FALSE(says(figure, "a₀ = "));
    EXPECT_EQ(elementOf<Points>(figure, Role::current, true)->x.front(), 1e6);
}

TEST(Cobweb, APointThatNoDoubleHoldsIsNotCalledZero)
{
    const Figure figure = drawn(chain(2000, -1000, 0.4)); // σ(−1000) = 10^−434.294482
    EXPECT_TRUE(says(figure, "The fixed point a = 5.08e-435 attracts: the factor there is 1.02e-431."))
        << plainText(figure.notes.at(0));
}

TEST(Cobweb, AHandMovesTheStartAlongItsAxis)
{
    const Figure figure = drawn(chain(-6, 3, 0.45));
    const Axis& axis = figure.panels.at(0).x;
    EXPECT_EQ(axis.moved.parameter, "input");
    EXPECT_EQ(axis.moved.lower, axis.lower);
    EXPECT_EQ(axis.moved.upper, axis.upper);
    EXPECT_FALSE(axis.moved.ranged) << "nothing is computed for the range";
    EXPECT_TRUE(figure.panels.at(0).y.moved.parameter.empty());
    const Points* start = elementOf<Points>(figure, Role::primary, true);
    ASSERT_TRUE(start);
    EXPECT_EQ(start->x, std::vector{0.45});
    EXPECT_EQ(start->y, std::vector{figure.panels.at(0).y.lower});
    model::Document drawnByChance = chain(-6, 3, 0.45);
    drawnByChance.scenario.data = "gaussian";
    EXPECT_TRUE(drawn(drawnByChance).panels.at(0).x.moved.parameter.empty()) << "there is no a₀ to put";
}

// σ(4a − 2) at ½: F′ = 1, F″ = 0, F‴ < 0.
TEST(Cobweb, AFactorOfExactlyOneAttractsAllTheSame)
{
    const Figure figure = drawn(chain(4, -2, 0.9));
    EXPECT_TRUE(says(figure, "The fixed point a = 0.5 attracts, ever more slowly: the factor there is 1."))
        << plainText(figure.notes.at(0));
    EXPECT_TRUE(plainText(figure.caption).starts_with("An orbit settles where a point attracts"));
    EXPECT_TRUE(elementOf<Points>(figure, Role::first, true));
    EXPECT_FALSE(elementOf<Points>(figure, Role::last, true));
}

TEST(Cobweb, LayersOfTheirOwnAreNoMap)
{
    model::Document document = chain(2, 0, 1);
    document.scenario.layers = {{3, 1.5, {}}};
    const Figure figure = drawn(document);
    EXPECT_TRUE(figure.panels.at(0).elements.empty());
    EXPECT_TRUE(plainText(figure.caption).starts_with("The layers of this chain are not one and the same map"));
}

} // namespace cobweb_test
} // namespace deltascope::figures
