// SPDX-License-Identifier: GPL-3.0-or-later
// Of a deep network only a choice of layers is described: the selected one is always among them, and drawn. And what
// the figures of distributions draw of the pinned networks.
#include "base/registry.h"
#include "core/support/figure_checks.h"
#include "evaluation/layer_distributions.h"
#include "figures/figure_kind.h"
#include "results/snapshot.h"
#include "theory/jacobian/network_spectrum.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace deltascope::evaluation {
namespace described_layers_test {

model::Document deep(int selected)
{
    model::Document document;
    model::Scenario& scenario = document.scenario;
    scenario.depth = 200;
    scenario.inputs = scenario.width = scenario.outputs = 60; // few layers are decomposed
    scenario.initializer = "orthogonal";
    scenario.activation = "tanh";
    scenario.data = "gaussian";
    document.question.layer = selected;
    return document;
}

figures::Figure drawn(const char* id, const results::Snapshot& snapshot, const model::Question& question)
{
    const figures::Figure figure = findKind(figures::figuresRegistry(), id)->build(snapshot, question, {});
    EXPECT_EQ(faultsOf(figure), std::vector<std::string>{}) << id;
    return figure;
}

bool says(const figures::Figure& figure, const std::string& words)
{
    return std::ranges::any_of(
        figure.notes, [&](const Message& note) { return plainText(note).find(words) != std::string::npos; });
}

TEST(DescribedLayers, HoldTheSelectedOneAndDrawIt)
{
    const model::Document without = deep(0), with = deep(137);
    const results::Needs both = results::needs<LayerDistributions, Evaluation>();
    const results::Snapshot unasked = results::computeSnapshot(without, both),
                            asked = results::computeSnapshot(with, both);
    EXPECT_EQ(unasked.get<LayerDistributions>()->find(137), nullptr);
    EXPECT_NE(unasked.get<LayerDistributions>()->find(200), nullptr);
    EXPECT_NE(asked.get<LayerDistributions>()->find(137), nullptr);
    const auto stillHolds = [&](const results::ResultKind& kind, int layer) {
        return results::holds(kind, {without.scenario, {}}, {without.scenario, {.layer = layer}});
    };
    EXPECT_FALSE(stillHolds(results::kindOf<LayerDistributions>(), 137));
    EXPECT_TRUE(stillHolds(results::kindOf<LayerDistributions>(), 200)) << "it is among them anyway";
    EXPECT_TRUE(stillHolds(results::kindOf<Evaluation>(), 137));
    EXPECT_FALSE(stillHolds(results::kindOf<jacobian::NetworkSpectrum>(), 137));
    for (const char* id : {"gradient_distribution", "activation_distribution"}) {
        const figures::Figure figure = drawn(id, asked, with.question);
        int shapes = 0;
        for (const figures::Element& element : figure.panels.front().elements)
            if (const figures::Ridges* ridges = std::get_if<figures::Ridges>(&element))
                shapes += static_cast<int>(std::ranges::count(ridges->ridges, 137, &figures::Ridge::layer));
        EXPECT_EQ(shapes, 1) << id;
    }
    const figures::Figure z = drawn("z_on_derivative", asked, with.question);
    EXPECT_TRUE(findElement<figures::Bars>(z.panels[1], "z of layer 137"));
    EXPECT_FALSE(says(z, "the nearest one"));
}

TEST(DescribedLayers, OfSpectraToo)
{
    const model::Document document = deep(137);
    const results::Snapshot unasked = results::computeSnapshot(deep(0), results::needs<jacobian::NetworkSpectrum>());
    EXPECT_EQ(unasked.get<jacobian::NetworkSpectrum>()->layer(137), nullptr);
    const results::Snapshot asked = results::computeSnapshot(document, results::needs<jacobian::NetworkSpectrum>());
    EXPECT_NE(asked.get<jacobian::NetworkSpectrum>()->layer(137), nullptr);
}

model::Document pinnedDocument()
{
    model::Document document;
    model::Scenario& scenario = document.scenario;
    scenario.depth = 4;
    scenario.inputs = scenario.width = scenario.outputs = 20;
    scenario.initializer = "scaled_normal";
    scenario.activation = "tanh";
    scenario.data = "gaussian";
    scenario.examples = 50;
    document.question.layer = 3;
    model::Scenario other = scenario, flat = scenario;
    other.activation = "sigmoid";
    flat.depth = 2;
    document.pins = {{"before", other}, {"flat", flat}};
    return document;
}

TEST(DescribedLayers, OfPinsAreDrawnBesideTheirOwn)
{
    const model::Document document = pinnedDocument();
    const figures::FigureKind& kind = *findKind(figures::figuresRegistry(), "z_on_derivative");
    const results::Snapshot snapshot = results::computeSnapshot(document, kind.needs());
    ASSERT_TRUE(results::isComplete(snapshot, kind.needs()));
    const figures::Figure figure = drawn("z_on_derivative", snapshot, document.question);
    const figures::Line* pinned = findElement<figures::Line>(figure.panels[1], "before: z of layer 3");
    ASSERT_TRUE(pinned);
    EXPECT_EQ(pinned->role, figures::Role::pin);
    // What is under its outline is what the bars have: percent of values over bins of the same width.
    const figures::Bars* bars = findElement<figures::Bars>(figure.panels[1], "z of layer 3");
    ASSERT_TRUE(bars);
    double area = 0;
    for (std::size_t i = 1; i < pinned->x.size(); ++i)
        area += (pinned->x[i] - pinned->x[i - 1]) * (pinned->y[i] + pinned->y[i - 1]) / 2;
    EXPECT_NEAR(area / bars->width, 100, 2);
    // σ′ is another curve than tanh′, 1/4 high at 0.
    const figures::Line* curve = findElement<figures::Line>(figure.panels[0], "before: σ′(z)");
    ASSERT_TRUE(curve);
    EXPECT_NEAR(*std::ranges::max_element(curve->y), 0.25, 1e-6);
    EXPECT_TRUE(says(figure, "“flat” has no layer 3."));
}

TEST(DescribedLayers, OfAPinnedChainAreAMarkOnItsCurve)
{
    model::Document document;
    document.question.layer = 2;
    model::Scenario other = document.scenario;
    other.weight = 4;
    document.pins = {{"w = 4", other}};
    const figures::FigureKind& kind = *findKind(figures::figuresRegistry(), "z_on_derivative");
    const figures::Figure figure =
        drawn("z_on_derivative", results::computeSnapshot(document, kind.needs()), document.question);
    const figures::Points* mark = findElement<figures::Points>(figure.panels[0], "w = 4: z of layer 2");
    ASSERT_TRUE(mark);
    const double z = 4 / (1 + std::exp(-4.0)); // w σ(w a₀), a₀ = 1
    EXPECT_NEAR(mark->x[0], z, 1e-12);
    EXPECT_NEAR(mark->y[0], std::exp(-z) / std::pow(1 + std::exp(-z), 2), 1e-12);
    other.weight = 1e6;
    document.pins = {{"far", other}};
    EXPECT_TRUE(says(drawn("z_on_derivative", results::computeSnapshot(document, kind.needs()), document.question),
        "beyond this axis"));
}

} // namespace described_layers_test
} // namespace deltascope::evaluation
