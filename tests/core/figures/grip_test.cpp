// SPDX-License-Identifier: GPL-3.0-or-later
// What a hand can take hold of in a figure, and the value that comes of it: z = w a + b turned round, |w| with its
// sign, a₀; and the colours of the drawing, which count from the last layer. The chain is computed here by itself.
#include "base/registry.h"
#include "core/support/figure_checks.h"
#include "figures/figure_kind.h"
#include "figures/moved_value.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace deltascope::figures {
namespace grip_test {

model::Document chainOf(double weight, double bias, double input, int depth)
{
    model::Document document;
    document.scenario.weight = weight;
    document.scenario.bias = bias;
    document.scenario.input = input;
    document.scenario.depth = depth;
    return document;
}

Figure drawn(const char* id, const model::Document& document)
{
    const FigureKind* kind = findKind(figuresRegistry(), id);
    EXPECT_TRUE(kind) << id;
    return kind->build(results::computeSnapshot(document, kind->needs()), document.question, document.view);
}

/// Every grip of the points of a panel with a layer, or of scenario values.
std::vector<Grip> gripsOf(const Panel& panel)
{
    std::vector<Grip> grips;
    for (const Element& element : panel.elements)
        if (const auto* points = std::get_if<Points>(&element))
            for (const Grip& grip : points->grips)
                if (!grip.parameter.empty())
                    grips.push_back(grip);
    return grips;
}

model::Scenario put(const model::Scenario& scenario, const Grip& grip, double value)
{
    const auto [row, next] = putOf(scenario, grip, value);
    const Result<model::Scenario> changed = parameters::withValue(scenario, *row, next);
    EXPECT_TRUE(changed);
    return changed ? *changed : scenario;
}

double logistic(double z)
{
    return 1 / (1 + std::exp(-z));
}

/// z of layer 1, 2 … of a logistic chain, by hand.
std::vector<double> weightedInputs(const std::vector<double>& w, const std::vector<double>& b, double a)
{
    std::vector<double> z;
    for (std::size_t i = 0; i < w.size(); ++i) {
        z.push_back(w[i] * a + b[i]);
        a = logistic(z.back());
    }
    return z;
}

TEST(Grips, ADraggedZBringsTheBiasThatPutsItThere)
{
    const model::Document document = chainOf(3, -1, 0.7, 4);
    const double pixel = 0.02, wanted = -2.345;
    for (const char* id : {"derivative_curve", "z_on_derivative"})
        for (int layer = 1; layer <= 4; ++layer) {
            model::Document selected = document;
            selected.question.layer = layer;
            const Figure figure = drawn(id, selected);
            const Panel& panel = figure.panels.front();
            const std::vector<Grip> grips = gripsOf(panel);
            const auto own = std::ranges::find(grips, layer, &Grip::layer);
            ASSERT_NE(own, grips.end()) << id << layer;
            EXPECT_EQ(own->parameter, "bias");
            const double bias = grippedValue(*own, panel.x, wanted, pixel);
            std::vector<double> b(4, -1);
            const double before = weightedInputs({3, 3, 3, 3}, b, 0.7)[static_cast<std::size_t>(layer - 1)];
            EXPECT_NEAR(bias, -1 + wanted - before, pixel / 2 + 1e-12) << "b = z − w a";
            b[static_cast<std::size_t>(layer - 1)] = bias;
            EXPECT_NEAR(weightedInputs({3, 3, 3, 3}, b, 0.7)[static_cast<std::size_t>(layer - 1)], wanted, pixel / 2);
            const model::Scenario next = put(selected.scenario, *own, bias);
            ASSERT_EQ(next.layers.size(), 1u);
            EXPECT_EQ(next.layers[0], (model::LayerSetting{.layer = layer, .bias = bias}));
        }
}

TEST(Grips, WhatElseALayerHasOfItsOwnStays)
{
    model::Document document = chainOf(1, 0, 1, 5);
    document.scenario.layers = {{.layer = 2, .weight = 7}, {.layer = 4, .bias = 3}};
    const Grip grip{.parameter = "bias", .layer = 2};
    EXPECT_EQ(put(document.scenario, grip, 0.5).layers,
        (std::vector<model::LayerSetting>{{.layer = 2, .weight = 7, .bias = 0.5}, {.layer = 4, .bias = 3}}));
    EXPECT_EQ(keyOf(grip), "layers");
    EXPECT_EQ(symbolOf(grip), "b₂");
    EXPECT_EQ(keyOf({.parameter = "weight"}), "weight");
}

TEST(Grips, TheMarkOfTheWeightGoesAlongItsSizeAndKeepsItsSign)
{
    model::Document document = chainOf(-7, 0, 0.5, 6);
    document.scenario.layers = {{.layer = 3, .weight = 20}};
    const Panel panel = drawn("window_width", document).panels.front();
    const std::vector<Grip> grips = gripsOf(panel);
    const auto shared = std::ranges::find(grips, 0, &Grip::layer), own = std::ranges::find(grips, 3, &Grip::layer);
    ASSERT_NE(shared, grips.end());
    ASSERT_NE(own, grips.end());
    EXPECT_EQ(grippedValue(*shared, panel.x, 1, 0.005), -10);
    EXPECT_EQ(grippedValue(*own, panel.x, 1, 0.005), 10);
    EXPECT_NEAR(grippedValue(*shared, panel.x, std::log10(31.4159), 0.005), -31.4, 1e-12) << "as a pixel can mean";
    EXPECT_EQ(put(document.scenario, *shared, -31.4).weight, -31.4);
    EXPECT_EQ(put(document.scenario, *own, 10).layers[0].weight, 10);
}

TEST(Grips, TheInputIsItsOwnPlace)
{
    const Panel panel = drawn("explosion_window", chainOf(10, -5, 0.25, 3)).panels.front();
    const std::vector<Grip> grips = gripsOf(panel);
    ASSERT_EQ(grips.size(), 1u);
    EXPECT_EQ(grippedValue(grips[0], panel.x, 0.6218, 0.002), 0.622);
    EXPECT_EQ(keyOf(grips[0]), "input");
}

TEST(Grips, NeuronsAndLinksOfAChainAreTurned)
{
    model::Document document = chainOf(2, 0.5, 0.3, 3);
    document.scenario.layers = {{.layer = 2, .weight = -4}};
    const Figure figure = drawn("network", document);
    const Graph* graph = std::get_if<Graph>(&figure.panels.front().elements.front());
    ASSERT_NE(graph, nullptr);
    ASSERT_EQ(graph->edges.size(), 3u);
    for (int layer = 1; layer <= 3; ++layer) {
        const Grip& link = graph->edges[static_cast<std::size_t>(layer - 1)].grip;
        EXPECT_EQ(link, (Grip{.parameter = "weight", .layer = layer, .turned = true, .value = layer == 2 ? -4.0 : 2}));
        const Grip& neuron = graph->nodes[static_cast<std::size_t>(layer)].grip;
        EXPECT_EQ(neuron, (Grip{.parameter = "bias", .layer = layer, .turned = true, .value = 0.5}));
    }
    EXPECT_EQ(graph->nodes[0].grip, (Grip{.parameter = "input", .turned = true, .value = 0.3}));
}

TEST(Grips, NothingIsTakenHoldOfWhereItWouldMeanNothing)
{
    model::Document random = chainOf(2, 0, 0.3, 3);
    random.scenario.initializer = "glorot_uniform";
    model::Document wide = chainOf(2, 0, 0.3, 3);
    wide.scenario.width = 4;
    model::Document tied = chainOf(2, 0, 0.3, 6);
    tied.scenario.tied = true;
    for (const char* id : {"derivative_curve", "z_on_derivative", "window_width"})
        EXPECT_TRUE(gripsOf(drawn(id, random).panels.front()).empty()) << id;
    EXPECT_TRUE(gripsOf(drawn("derivative_curve", wide).panels.front()).empty());
    for (const Grip& grip : gripsOf(drawn("derivative_curve", tied).panels.front()))
        EXPECT_TRUE(grip.layer == 1 || grip.layer == 6) << "a shared b would move the layers before, too";
    EXPECT_EQ(gripOfLayer(chainOf(2, 0, 0.3, 3).scenario, 1, "bias", 2), Grip()) << "it has been trained";

    Figure figure = drawn("derivative_curve", chainOf(2, 0, 0.3, 3));
    ASSERT_FALSE(gripsOf(figure.panels.front()).empty());
    releaseGrips(figure, {"weight"});
    EXPECT_FALSE(gripsOf(figure.panels.front()).empty());
    releaseGrips(figure, {"layers"});
    EXPECT_TRUE(gripsOf(figure.panels.front()).empty()) << "a lesson leaves them out";
}

TEST(Grips, ThePhasePlaneIsAlongItsTwoDeviations)
{
    model::Document document;
    document.scenario.depth = 5;
    document.scenario.width = document.scenario.inputs = document.scenario.outputs = 20;
    document.scenario.initializer = "glorot_uniform";
    const Panel panel = drawn("phase", document).panels.front();
    EXPECT_EQ(panel.x.moved.parameter, "gain");
    EXPECT_EQ(panel.y.moved.parameter, "bias_std");
    for (const Axis* axis : {&panel.x, &panel.y}) {
        EXPECT_EQ(axis->moved.with, (std::vector<std::pair<std::string, std::string>>{{"initializer", "mean_field"}}));
        EXPECT_EQ(axis->moved.upper, axis->upper) << "no further than the plane";
    }
    EXPECT_EQ(parameters::numberIn(*movedValue(panel.x, 1.2345678, 0.01)), 1.23);
    EXPECT_EQ(parameters::numberIn(*movedValue(panel.y, -3, 0.01)), 0);
    EXPECT_EQ(parameters::numberIn(*movedValue(panel.y, 1e9, 0.01)), panel.y.upper);
}

TEST(DrawingColours, CountFromTheLastLayerInFewFixedWidths)
{
    const auto scaleOf = [](double weight, int depth) {
        const Figure figure = drawn("network", chainOf(weight, 0, 1, depth));
        return *std::get_if<Graph>(&figure.panels.front().elements.front());
    };
    for (const double weight : {0.01, 0.5, 1.0, 4.0, 30.0})
        for (const int depth : {1, 4, 12, 40}) {
            const Graph graph = scaleOf(weight, depth);
            const Node& last = graph.nodes.back();
            EXPECT_NEAR(graph.unit, last.size.log10, 1e-12) << "layer L is 1";
            EXPECT_NEAR((graph.lower + graph.upper) / 2, graph.unit, 1e-9) << "and the middle of the colours";
            const double reach = graph.upper - graph.unit;
            double farthest = 0;
            for (const Node& node : graph.nodes)
                if (node.hasSize && node.size.sign != 0)
                    farthest = std::max(farthest, std::abs(node.size.log10 - graph.unit));
            EXPECT_GE(reach + 1e-9, farthest);
            const double decade = std::pow(10, std::floor(std::log10(reach) + 1e-9));
            const auto isOf = [&](double end) { return std::abs(reach / decade - end) < 1e-9; };
            EXPECT_TRUE(isOf(1) || isOf(2) || isOf(3) || isOf(4) || isOf(5) || isOf(7)) << reach;
            EXPECT_GE(reach, 1);
            EXPECT_TRUE(farthest <= 2 || farthest > reach / 2) << reach << " decades of colours for " << farthest;
        }
    EXPECT_NEAR(scaleOf(1, 4).upper - scaleOf(1, 4).unit, 3, 1e-12);
    // The chapter's explosion, w = 100 and z = 0: 25³ = 10^4.19 in layer 1.
    model::Document explosion = chainOf(100, 0, 1, 4);
    explosion.scenario.initializer = "balanced";
    const Graph graph = *std::get_if<Graph>(&drawn("network", explosion).panels.front().elements.front());
    EXPECT_NEAR(graph.upper - graph.unit, 5, 1e-12);
    EXPECT_NEAR(graph.nodes[1].size.log10 - graph.unit, 3 * std::log10(25.0), 1e-9);
}

TEST(DrawingColours, OneToFiveDecadesTakeTwoThirdsOfThem)
{
    // w = 4·10^(d/3) with z = 0: ∏ w/4 over three layers is 10^d.
    for (const double decades : {-5.0, -4.0, -3.0, -2.0, -1.0, 1.0, 2.0, 3.0, 4.0, 5.0}) {
        model::Document document = chainOf(4 * std::pow(10, decades / 3), 0, 1, 4);
        document.scenario.initializer = "balanced";
        const Graph graph = *std::get_if<Graph>(&drawn("network", document).panels.front().elements.front());
        EXPECT_NEAR(graph.nodes[1].size.log10 - graph.unit, decades, 1e-9);
        EXPECT_NEAR(graph.upper - graph.unit, std::abs(decades), 1e-9) << "to the end of the colours";
    }
}

} // namespace grip_test
} // namespace deltascope::figures
