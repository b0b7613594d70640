// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of steep intervals, of the explosion set and of the network, against closed forms and published numbers
// (Nielsen, chapter 5). core/maths.md 8.1, 8.2.
#include "base/registry.h"
#include "core/support/figure_checks.h"
#include "figures/figure_kind.h"
#include "theory/explosion/explosion_set.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace deltascope::figures {

namespace figures_interval_test {

model::Scenario chain(double weight, double bias, double input, int depth)
{
    model::Scenario scenario;
    scenario.weight = weight;
    scenario.bias = bias;
    scenario.input = input;
    scenario.depth = depth;
    return scenario;
}

Figure drawn(const char* id, const model::Document& document)
{
    const FigureKind* kind = findKind(figuresRegistry(), id);
    EXPECT_TRUE(kind) << id;
    return kind->build(results::computeSnapshot(document, kind->needs()), document.question, document.view);
}

std::vector<Region> regions(const Panel& panel)
{
    std::vector<Region> found;
    for (const Element& element : panel.elements)
        if (const Region* region = std::get_if<Region>(&element))
            found.push_back(*region);
    return found;
}

const Graph& graphOf(const Figure& figure)
{
    static const Graph none;
    for (const Element& element : figure.panels.front().elements)
        if (const Graph* graph = std::get_if<Graph>(&element))
            return *graph;
    ADD_FAILURE() << "no graph";
    return none;
}

TEST(FiguresWindow, WidestWhereNielsenSays)
{
    const Figure figure = drawn("window_width", {chain(100, 0, 1, 4), {}, {}});
    const Panel& panel = figure.panels.front();
    const Points* widest = findElement<Points>(panel, "widest window");
    ASSERT_TRUE(widest);
    EXPECT_NEAR(std::pow(10, widest->x[0]), 6.894151, 5e-7);
    EXPECT_NEAR(widest->y[0], 0.4477432, 5e-8);
    const Points* current = findElement<Points>(panel, "layers with the shared w");
    ASSERT_TRUE(current);
    EXPECT_NEAR(current->x[0], 2, 1e-12);
    EXPECT_NEAR(current->y[0], 0.091697, 5e-7);
}

TEST(FiguresWindow, TheCurveIsTheClosedForm)
{
    const Figure figure = drawn("window_width", {chain(-7, 0, 1, 4), {}, {}});
    const Line* line = findElement<Line>(figure.panels.front(), "width of the window in a");
    ASSERT_TRUE(line);
    ASSERT_GT(line->x.size(), 60u);
    for (std::size_t i = 0; i < line->x.size(); ++i) {
        const double weight = std::pow(10, line->x[i]);
        const double expected = weight <= 4 ? 0 : 4 / weight * std::acosh(std::sqrt(weight) / 2);
        EXPECT_NEAR(line->y[i], expected, 1e-7) << weight;
    }
}

// A weight of an orthogonal start is 1 but for its last digit.
TEST(FiguresWindow, WhatIsPrintedAsOneIsNotSaidToBeLess)
{
    model::Scenario scenario = chain(1 - 0x1p-53, 0, 1, 3);
    scenario.activation = scenario.outputActivation = "tanh";
    EXPECT_EQ(plainText(drawn("window_width", {scenario, {}, {}}).caption),
        "|w|·max f′ = 1 × 1 is just below 1: there is no a with |w f′(wa + b)| ≥ 1.");
    scenario.weight = 0.98;
    EXPECT_EQ(plainText(drawn("window_width", {scenario, {}, {}}).caption),
        "|w|·max f′ = 0.98 × 1 = 0.98 < 1: there is no a with |w f′(wa + b)| ≥ 1.");
}

TEST(FiguresWindow, AnUnboundedWindowIsARegionAndASentence)
{
    model::Scenario scenario = chain(2, 0, 1, 3);
    scenario.activation = scenario.outputActivation = "relu";
    const Figure figure = drawn("window_width", {scenario, {}, {}});
    ASSERT_EQ(regions(figure.panels.front()).size(), 1u);
    EXPECT_NEAR(regions(figure.panels.front())[0].xLower, 0, 1e-9); // |w| = 1
    EXPECT_FALSE(figure.notes.empty());
}

TEST(FiguresWindow, TheExplodingInputsOfTheKnifeEdge)
{
    const double widths[] = {0.0917, 0.00629, 1.866e-5};
    const int depths[] = {1, 2, 4};
    for (int i = 0; i < 3; ++i) {
        const Figure figure = drawn("explosion_window", {chain(100, -50, 0.5, depths[i]), {}, {}});
        ASSERT_EQ(figure.panels.size(), 2u);
        for (const Panel& panel : figure.panels) {
            const std::vector<Region> windows = regions(panel);
            ASSERT_EQ(windows.size(), 1u) << depths[i];
            EXPECT_NEAR(windows[0].xUpper - windows[0].xLower, widths[i], 5e-3 * widths[i]);
        }
        const Axis& zoomed = figure.panels[1].x; // a third of it is the window
        EXPECT_NEAR(zoomed.upper - zoomed.lower, 3 * widths[i], 2e-2 * widths[i]);
    }
}

TEST(FiguresWindow, ThePeakIsNotMissed)
{
    const Figure figure = drawn("explosion_window", {chain(100, -50, 0.5, 6), {}, {}});
    for (const Panel& panel : figure.panels) {
        const Line* line = findElement<Line>(panel, "|∂a₆/∂a₀|");
        ASSERT_TRUE(line);
        EXPECT_NEAR(*std::max_element(line->y.begin(), line->y.end()), 6 * std::log10(25.0), 1e-9);
    }
}

TEST(FiguresWindow, TheCurveIsDrawnThroughTheSamplesThatCameWithTheSet)
{
    const model::Document document{chain(100, -50, 0.5, 4), {}, {}};
    const FigureKind* kind = findKind(figuresRegistry(), "explosion_window");
    results::Snapshot snapshot = results::computeSnapshot(document, kind->needs());
    explosion::ExplosionSet set = *snapshot.get<explosion::ExplosionSet>();
    set.curves.whole.samples = {{-0.25, numerics::Scaled::from(10)}, {0.25, numerics::Scaled::from(100)}};
    snapshot.put<explosion::ExplosionSet>(std::make_shared<const explosion::ExplosionSet>(set));
    const Figure figure = kind->build(snapshot, document.question, document.view);
    const Line* line = findElement<Line>(figure.panels.front(), "|∂a₄/∂a₀|");
    ASSERT_TRUE(line);
    EXPECT_EQ(line->x, (std::vector<double>{0.25, 0.75}));
    EXPECT_EQ(line->y, (std::vector<double>{1, 2})) << "nothing is computed where it is drawn";
    model::Document zoomed = document;
    zoomed.view.ranges = {{"explosion_window", 0, 0.4, 0.6, -1, 6}};
    const Figure closer = kind->build(snapshot, zoomed.question, zoomed.view);
    EXPECT_GT(findElement<Line>(closer.panels.front(), "|∂a₄/∂a₀|")->x.size(), 50u);
}

TEST(FiguresWindow, ADeepChainHasItsCurveToo)
{
    const Figure figure = drawn("explosion_window", {chain(4, -2, 0.5, 10'000), {}, {}});
    for (const Panel& panel : figure.panels)
        EXPECT_GE(findElement<Line>(panel, "|∂a₁₀₀₀₀/∂a₀|")->x.size(), 8u);
}

TEST(FiguresWindow, WithoutTheSetTheCurveIsDrawnAndTheRestIsSaid)
{
    const model::Document document{chain(100, -50, 0.5, 4), {}, {}};
    const FigureKind* kind = findKind(figuresRegistry(), "explosion_window");
    const Figure figure =
        kind->build(results::computeSnapshot(document, results::needs<evaluation::Evaluation>()), {}, {});
    EXPECT_TRUE(findElement<Line>(figure.panels.front(), "|∂a₄/∂a₀|"));
    EXPECT_NE(plainText(figure.caption).find("being computed"), std::string::npos);
}

TEST(FiguresNetwork, DrawsEveryLayerOfAShortChainWithWeightAndSlope)
{
    model::Document document{chain(100, 0, 1, 4), {}, {}};
    document.scenario.initializer = "balanced";
    document.scenario.layers = {{2, {}, 0.25}};
    document.question.layer = 3;
    const Figure figure = drawn("network", document);
    const Graph& graph = graphOf(figure);
    ASSERT_EQ(graph.nodes.size(), 5u);
    ASSERT_EQ(graph.edges.size(), 4u);
    EXPECT_FALSE(graph.nodes[0].hasSize);
    EXPECT_TRUE(graph.nodes[3].selected && !graph.nodes[2].selected);
    EXPECT_TRUE(graph.nodes[2].setByHand && !graph.nodes[1].setByHand);
    EXPECT_EQ(plainText(graph.edges[0].label), "w₁ = 100");
    EXPECT_EQ(plainText(graph.nodes[1].slope), "σ′ = 0.25");
    EXPECT_TRUE(graph.nodes[0].slope.empty());
}

TEST(FiguresNetwork, ADeepChainIsElidedAndNothingIsLostFromItsProduct)
{
    model::Document document{chain(4, 0, 1, 1000), {}, {}};
    document.scenario.initializer = "balanced"; // 494 weights of 4 and 493 slopes of 1/4 lie between two neurons
    document.question.layer = 500;
    const Figure figure = drawn("network", document);
    const Graph& graph = graphOf(figure);
    std::vector<int> layers;
    for (const Node& node : graph.nodes)
        layers.push_back(node.layer);
    EXPECT_EQ(layers, (std::vector<int>{0, 1, 2, 3, 4, 5, 499, 500, 501, 996, 997, 998, 999, 1000}));
    const auto elided =
        std::count_if(graph.edges.begin(), graph.edges.end(), [](const Edge& edge) { return edge.elided; });
    EXPECT_EQ(elided, 2);
    EXPECT_EQ(plainText(graph.edges[5].label), "493 layers, ∏ = 4");
    EXPECT_FALSE(figure.notes.empty());
}

TEST(FiguresNetwork, AWideLayerIsSampledAndTheRestCounted)
{
    model::Document document{chain(0.5, 0, 1, 3), {}, {}};
    document.scenario.inputs = 784;
    document.scenario.width = 30;
    document.scenario.outputs = 10;
    const Figure figure = drawn("network", document);
    std::vector<std::string> counts;
    for (const Element& element : figure.panels.front().elements)
        if (const Label* label = std::get_if<Label>(&element))
            counts.push_back(plainText(label->text));
    EXPECT_EQ(counts, (std::vector<std::string>{"a₀", "+772", "1", "+18", "2", "+18", "3"}));
    EXPECT_EQ(graphOf(figure).nodes.size(), 12u + 12 + 12 + 10);
}

TEST(FiguresNetwork, NoLinkIsDrawnBeforeItsWeightIsKnown)
{
    results::Snapshot nothing;
    nothing.scenario.depth = 3;
    nothing.scenario.inputs = nothing.scenario.width = nothing.scenario.outputs = 5;
    const Figure figure = findKind(figuresRegistry(), "network")->build(nothing, {}, {});
    EXPECT_EQ(faultsOf(figure), std::vector<std::string>{});
    EXPECT_EQ(graphOf(figure).nodes.size(), 20u);
    EXPECT_TRUE(graphOf(figure).edges.empty());
}

} // namespace figures_interval_test
} // namespace deltascope::figures
