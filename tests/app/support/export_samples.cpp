// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/export_samples.h"

namespace deltascope {

model::Document hardDocument()
{
    model::Document document;
    document.scenario.depth = 12;
    document.scenario.weight = 0.1 + 0.2; // 0.30000000000000004
    document.scenario.bias = -0.0;
    document.scenario.layers = {{2, 5e-324, std::nullopt}, {7, -1.0 / 3, -0.0}};
    document.view.figures = {"factors", "explosion_window"};
    document.question.layer = 7;
    document.question.k = 1e300;
    document.view.ranges = {{"learning_speed", 0, 1.5, 7.25, -40, -1e-9}, {"factors", 1, -0.0, 1, 0, 1e-300}};
    model::Scenario pinned;
    pinned.weight = -6.894151;
    document.pins = {{"before \"it\" — <δ & σ′>, ção", pinned}, {"=1+1", model::Scenario{}}};
    return document;
}

figures::Figure figureOfEverything()
{
    figures::Figure figure;
    figure.id = "everything";
    figure.title = {"Speed <a & b> of %1 layers", {3}};
    figure.caption = {"Layer 1 learns %1 times as fast as layer 3.", {Magnitude{1, -24.125}}};
    figure.notes = {{"Layer 2 is exactly zero and has no place on a logarithmic axis.", {}}};

    figures::Panel speeds;
    speeds.title = {"speeds", {}};
    speeds.x = {{"layer", {}}, "", figures::AxisScale::layers, 0.5, 3.5, 0};
    speeds.y = {{"learning speed", {}}, "", figures::AxisScale::decades, -26, 1, 0};
    speeds.elements = {figures::Region{.name = {"lost, in float32", {}},
                           .role = figures::Role::shaded,
                           .xLower = 0,
                           .xUpper = 0,
                           .yLower = -46,
                           .yUpper = -44.85},
        figures::Line{.name = {"bias speed", {}},
            .role = figures::Role::primary,
            .x = {1, 3},
            .y = {-24.125, 0.1},
            .layers = {1, 3},
            .breaks = {1},
            .markers = true},
        figures::Bars{.name = {"factor", {}},
            .role = figures::Role::secondary,
            .x = {1, 2, 3},
            .base = {0, 0, 0},
            .y = {-12, -1.0 / 3, 0.5},
            .layers = {1, 2, 3},
            .width = 0.4,
            .offset = 0},
        figures::Points{
            .role = figures::Role::first, .x = {1}, .y = {-24.125}, .layers = {1}, .labels = {Message{"first", {}}}},
        figures::Guide{.name = {"float32", {}}, .role = figures::Role::floor, .horizontal = true, .value = -44.85},
        figures::Label{.text = {"0", {}}, .role = figures::Role::zero, .x = 2, .y = -25}};

    figures::Panel curve;
    curve.title = {"curve", {}};
    curve.x = {{"a₀", {}}, "", figures::AxisScale::linear, -1e-11, 1e-11, 0.5};
    curve.y = {{"width", {}}, "mm", figures::AxisScale::linear, 0, 1, 0};
    curve.elements = {figures::Band{.name = {"window", {}},
                          .role = figures::Role::shaded,
                          .x = {-1e-12, 1e-12},
                          .lower = {0, 0},
                          .upper = {0.1, 0.2}},
        figures::Line{.name = {"σ′", {}}, .role = figures::Role::primary, .x = {-1e-12, 1e-12}, .y = {-0.0, 0.1 + 0.2}},
        figures::Points{
            .name = {"=cmd|'/C calc'!A0", {}}, .role = figures::Role::pin, .x = {3e-12}, .y = {1e-300}, .layers = {4}},
        figures::Guide{.name = {"now", {}}, .role = figures::Role::current, .horizontal = false, .value = 2e-12}};

    figures::Panel network;
    network.title = {"network", {}};
    network.axes = false;
    network.x = {{}, "", figures::AxisScale::linear, -0.5, 2.5, 0};
    network.y = {{}, "", figures::AxisScale::linear, -1, 1, 0};
    figures::Graph graph{.role = figures::Role::primary, .sizeName = {"bias speed", {}}, .lower = -24, .upper = 0};
    graph.nodes = {{0, 0, 0, {"a₀", {}}, {}, {}, false}, {1, 0, 1, {"1", {}}, {-1, -24.125}, {"δ₁", {}}},
        {2, 0, 2, {"2", {}}, {0, 0}, {"δ₂", {}}}};
    graph.edges = {{0, 1, {"w σ′ = %1", {0.25}}, 1}, {1, 2, {}, -1}};
    network.elements = {graph};

    figure.panels = {speeds, curve, network};
    return figure;
}

figures::Figure figureOfShapes()
{
    figures::Figure figure{.id = "shapes", .title = {"Shapes", {}}, .caption = {"Two panels.", {}}};
    figures::Panel spread;
    spread.title = {"spread", {}};
    spread.x = {{"layer", {}}, "", figures::AxisScale::layers, 0.5, 3.5, 0};
    spread.y = {{"a", {}}, "", figures::AxisScale::linear, -1, 1, 0};
    spread.elements = {figures::Ridges{.name = {"activations", {}},
        .role = figures::Role::primary,
        .ridges = {{1, 1, {-0.5, 0.1 + 0.2}, {0.25, 0.8}, {-0.5, -0.25, 0, 0.125, 0.25}}, {3, 3, {1e-300}, {0}, {}}}}};

    figures::Panel phase;
    phase.title = {"phase", {}};
    phase.x = {{"σ_w", {}}, "", figures::AxisScale::linear, 0, 3, 0};
    phase.y = {{"σ_b", {}}, "", figures::AxisScale::linear, 0, 2, 0};
    phase.elements = {figures::ColourMap{{"χ", {}}, 0, 3, 0, 2, 3, 2, {-1, -1.0 / 3, 0, 1e-300, 0.1 + 0.2, 1}, -1, 1,
        true, figures::AxisScale::decades}};
    figure.panels = {spread, phase};
    return figure;
}

} // namespace deltascope
