// SPDX-License-Identifier: GPL-3.0-or-later
// Of a deep network only a choice of layers is described: the selected one is always among them, and drawn. And what
// the figures of distributions draw of the pinned networks.
#include "figure_checks.h"
#include "figures/figure_kind.h"
#include "layer_distributions.h"
#include "registry.h"
#include "snapshot.h"
#include "theory/network_spectrum.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace deltascope {
namespace {

Document deep(int selected)
{
    Document document;
    Scenario& scenario = document.scenario;
    scenario.depth = 200;
    scenario.inputs = scenario.width = scenario.outputs = 60; // few layers are decomposed
    scenario.initializer = "orthogonal";
    scenario.activation = "tanh";
    scenario.data = "gaussian";
    document.view.layer = selected;
    return document;
}

Figure drawn(const char* id, const Snapshot& snapshot, const ViewState& view)
{
    const Figure figure = findKind(figuresRegistry(), id)->build(snapshot, view);
    EXPECT_EQ(faultsOf(figure), std::vector<std::string>{}) << id;
    return figure;
}

bool says(const Figure& figure, const std::string& words)
{
    return std::ranges::any_of(
        figure.notes, [&](const Message& note) { return plainText(note).find(words) != std::string::npos; });
}

TEST(DescribedLayers, HoldTheSelectedOneAndDrawIt)
{
    constexpr Needs kBoth = Need::distributions | Need::evaluation;
    const Document without = deep(0), with = deep(137);
    const Snapshot unasked = computeSnapshot(without, kBoth), asked = computeSnapshot(with, kBoth);
    EXPECT_FALSE(holdsLayer(unasked, kBoth, 137));
    EXPECT_TRUE(holdsLayer(unasked, kBoth, 0));
    EXPECT_TRUE(holdsLayer(unasked, kBoth, 200));
    EXPECT_TRUE(holdsLayer(unasked, needs(Need::evaluation), 137));
    EXPECT_TRUE(holdsLayer(asked, kBoth, 137));
    Snapshot nothing;
    nothing.scenario = with.scenario;
    EXPECT_FALSE(holdsLayer(nothing, kBoth, 137)) << "what is on its way without it";
    for (const char* id : {"gradient_distribution", "activation_distribution"}) {
        const Figure figure = drawn(id, asked, with.view);
        int shapes = 0;
        for (const Element& element : figure.panels.front().elements)
            if (const Ridges* ridges = std::get_if<Ridges>(&element))
                shapes += static_cast<int>(std::ranges::count(ridges->ridges, 137, &Ridge::layer));
        EXPECT_EQ(shapes, 1) << id;
    }
    const Figure z = drawn("z_on_derivative", asked, with.view);
    EXPECT_TRUE(findElement<Bars>(z.panels[1], "z of layer 137"));
    EXPECT_FALSE(says(z, "the nearest one"));
}

TEST(DescribedLayers, OfSpectraToo)
{
    const Document document = deep(137);
    const Snapshot unasked = computeSnapshot(deep(0), needs(Need::spectrum));
    EXPECT_FALSE(holdsLayer(unasked, needs(Need::spectrum), 137));
    const Snapshot asked = computeSnapshot(document, needs(Need::spectrum));
    EXPECT_TRUE(holdsLayer(asked, needs(Need::spectrum), 137));
    EXPECT_NE(asked.spectrum->layer(137), nullptr);
}

Document pinnedDocument()
{
    Document document;
    Scenario& scenario = document.scenario;
    scenario.depth = 4;
    scenario.inputs = scenario.width = scenario.outputs = 20;
    scenario.initializer = "scaled_normal";
    scenario.activation = "tanh";
    scenario.data = "gaussian";
    scenario.examples = 50;
    document.view.layer = 3;
    Scenario other = scenario, flat = scenario;
    other.activation = "sigmoid";
    flat.depth = 2;
    document.pins = {{"before", other}, {"flat", flat}};
    return document;
}

TEST(DescribedLayers, OfPinsAreDrawnAsGhosts)
{
    const Document document = pinnedDocument();
    const FigureKind& kind = *findKind(figuresRegistry(), "z_on_derivative");
    const Snapshot snapshot = computeSnapshot(document, kind.needs);
    ASSERT_TRUE(isComplete(snapshot, kind.needs));
    const Figure figure = drawn("z_on_derivative", snapshot, document.view);
    const Line* ghost = findElement<Line>(figure.panels[1], "before: z of layer 3");
    ASSERT_TRUE(ghost);
    EXPECT_EQ(ghost->role, Role::pin);
    // What is under its outline is what the bars have: percent of values over bins of the same width.
    const Bars* bars = findElement<Bars>(figure.panels[1], "z of layer 3");
    ASSERT_TRUE(bars);
    double area = 0;
    for (std::size_t i = 1; i < ghost->x.size(); ++i)
        area += (ghost->x[i] - ghost->x[i - 1]) * (ghost->y[i] + ghost->y[i - 1]) / 2;
    EXPECT_NEAR(area / bars->width, 100, 2);
    // σ′ is another curve than tanh′, 1/4 high at 0.
    const Line* curve = findElement<Line>(figure.panels[0], "before: σ′(z)");
    ASSERT_TRUE(curve);
    EXPECT_NEAR(*std::ranges::max_element(curve->y), 0.25, 1e-6);
    EXPECT_TRUE(says(figure, "“flat” has no layer 3."));
}

TEST(DescribedLayers, OfAPinnedChainAreAMarkOnItsCurve)
{
    Document document;
    document.view.layer = 2;
    Scenario other = document.scenario;
    other.weight = 4;
    document.pins = {{"w = 4", other}};
    const FigureKind& kind = *findKind(figuresRegistry(), "z_on_derivative");
    const Figure figure = drawn("z_on_derivative", computeSnapshot(document, kind.needs), document.view);
    const Points* mark = findElement<Points>(figure.panels[0], "w = 4: z of layer 2");
    ASSERT_TRUE(mark);
    const double z = 4 / (1 + std::exp(-4.0)); // w σ(w a₀), a₀ = 1
    EXPECT_NEAR(mark->x[0], z, 1e-12);
    EXPECT_NEAR(mark->y[0], std::exp(-z) / std::pow(1 + std::exp(-z), 2), 1e-12);
    other.weight = 1e6;
    document.pins = {{"far", other}};
    EXPECT_TRUE(
        says(drawn("z_on_derivative", computeSnapshot(document, kind.needs), document.view), "beyond this axis"));
}

} // namespace
} // namespace deltascope
