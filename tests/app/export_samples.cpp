// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export_samples.h"

namespace deltascope {

Document hardDocument()
{
    Document document;
    document.scenario.depth = 12;
    document.scenario.weight = 0.1 + 0.2; // 0.30000000000000004
    document.scenario.bias = -0.0;
    document.scenario.layers = {{2, 5e-324, std::nullopt}, {7, -1.0 / 3, -0.0}};
    document.view.figures = {"factors", "explosion_window"};
    document.view.layer = 7;
    document.view.k = 1e300;
    document.view.ranges = {{"learning_speed", 0, 1.5, 7.25, -40, -1e-9}, {"factors", 1, -0.0, 1, 0, 1e-300}};
    Scenario pinned;
    pinned.weight = -6.894151;
    document.pins = {{"before \"it\" — <δ & σ′>, ção", pinned}, {"=1+1", Scenario{}}};
    return document;
}

Figure figureOfEverything()
{
    Figure figure;
    figure.id = "everything";
    figure.title = {"Speed <a & b> of %1 layers", {3}};
    figure.caption = {"Layer 1 learns %1 times as fast as layer 3.", {Magnitude{1, -24.125}}};
    figure.notes = {{"Layer 2 is exactly zero and has no place on a logarithmic axis.", {}}};

    Panel speeds;
    speeds.title = {"speeds", {}};
    speeds.x = {{"layer", {}}, "", AxisScale::layers, 0.5, 3.5, 0};
    speeds.y = {{"learning speed", {}}, "", AxisScale::decades, -26, 1, 0};
    speeds.elements = {Region{{"lost, in float32", {}}, Role::window, 0, 0, -46, -44.85},
        Line{{"bias speed", {}}, Role::primary, {1, 3}, {-24.125, 0.1}, {1, 3}, {1}, true, false},
        Bars{{"factor", {}}, Role::secondary, {1, 2, 3}, {0, 0, 0}, {-12, -1.0 / 3, 0.5}, {1, 2, 3}, 0.4, 0},
        Points{{}, Role::first, {1}, {-24.125}, {1}, {Message{"first", {}}}},
        Guide{{"float32", {}}, Role::floor, true, -44.85}, Label{{"0", {}}, Role::zero, 2, -25}};

    Panel curve;
    curve.title = {"curve", {}};
    curve.x = {{"a₀", {}}, "", AxisScale::linear, -1e-11, 1e-11, 0.5};
    curve.y = {{"width", {}}, "mm", AxisScale::linear, 0, 1, 0};
    curve.elements = {Band{{"window", {}}, Role::window, {-1e-12, 1e-12}, {0, 0}, {0.1, 0.2}},
        Line{{"σ′", {}}, Role::primary, {-1e-12, 1e-12}, {-0.0, 0.1 + 0.2}, {}, {}, false, false},
        Points{{"=cmd|'/C calc'!A0", {}}, Role::pin, {3e-12}, {1e-300}, {4}, {}},
        Guide{{"now", {}}, Role::current, false, 2e-12}};

    Panel network;
    network.title = {"network", {}};
    network.axes = false;
    network.x = {{}, "", AxisScale::linear, -0.5, 2.5, 0};
    network.y = {{}, "", AxisScale::linear, -1, 1, 0};
    Graph graph{Role::primary, {"bias speed", {}}, -24, 0, {}, {}};
    graph.nodes = {{0, 0, 0, {"a₀", {}}, {}, {}, false}, {1, 0, 1, {"1", {}}, {-1, -24.125}, {"δ₁", {}}},
        {2, 0, 2, {"2", {}}, {0, 0}, {"δ₂", {}}}};
    graph.edges = {{0, 1, {"w σ′ = %1", {0.25}}, 1}, {1, 2, {}, -1}};
    network.elements = {graph};

    figure.panels = {speeds, curve, network};
    return figure;
}

Figure figureOfShapes()
{
    Figure figure{"shapes", {"Shapes", {}}, {}, {"Two panels.", {}}, {}};
    Panel spread;
    spread.title = {"spread", {}};
    spread.x = {{"layer", {}}, "", AxisScale::layers, 0.5, 3.5, 0};
    spread.y = {{"a", {}}, "", AxisScale::linear, -1, 1, 0};
    spread.elements = {Ridges{{"activations", {}}, Role::primary,
        {{1, 1, {-0.5, 0.1 + 0.2}, {0.25, 0.8}, {-0.5, -0.25, 0, 0.125, 0.25}}, {3, 3, {1e-300}, {0}, {}}}}};

    Panel phase;
    phase.title = {"phase", {}};
    phase.x = {{"σ_w", {}}, "", AxisScale::linear, 0, 3, 0};
    phase.y = {{"σ_b", {}}, "", AxisScale::linear, 0, 2, 0};
    phase.elements = {ColourMap{
        {"χ", {}}, 0, 3, 0, 2, 3, 2, {-1, -1.0 / 3, 0, 1e-300, 0.1 + 0.2, 1}, -1, 1, true, AxisScale::decades}};
    figure.panels = {spread, phase};
    return figure;
}

} // namespace deltascope
