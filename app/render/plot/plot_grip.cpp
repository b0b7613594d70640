// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/plot/plot_grip.h"

#include "render/draw/graph_layout.h"

#include <algorithm>
#include <cmath>

namespace deltascope::plot {

namespace {

constexpr double kMarkReach = 9, kLinkReach = 7; // pixels from its middle

/// The nearest so far; where two are as near, the later one, which covers the other.
struct Nearest {
    double distance;
    std::optional<figures::Grip> grip = {};

    void offer(const figures::Grip& offered, double away)
    {
        if (offered.parameter.empty() || away > distance)
            return;
        distance = away;
        grip = offered;
    }
};

double distanceTo(QPointF from, QPointF to, QPointF pixel)
{
    const QPointF along = to - from, there = pixel - from;
    const double length = QPointF::dotProduct(along, along);
    const double share = length > 0 ? std::clamp(QPointF::dotProduct(there, along) / length, 0.0, 1.0) : 0;
    const QPointF away = there - share * along;
    return std::hypot(away.x(), away.y());
}

void lookIn(const figures::Points& points, const draw::PixelMap& map, QPointF pixel, Nearest& nearest)
{
    for (std::size_t i = 0; i < points.grips.size(); ++i) {
        const QPointF away = map(points.x[i], points.y[i]) - pixel;
        nearest.offer(points.grips[i], std::hypot(away.x(), away.y()));
    }
}

/// A neuron before the links that end at it.
std::optional<figures::Grip> gripIn(const figures::Graph& graph, const draw::PixelMap& map, QPointF pixel, double scale)
{
    const double radius = draw::nodeRadius(graph, map, scale);
    Nearest neuron{std::max(radius, kMarkReach)};
    for (const figures::Node& node : graph.nodes) {
        const QPointF away = map(node.x, node.y) - pixel;
        const double distance = std::hypot(away.x(), away.y());
        if (distance <= radius && node.grip.parameter.empty())
            return std::nullopt;
        neuron.offer(node.grip, distance);
    }
    if (neuron.grip)
        return neuron.grip;
    Nearest link{kLinkReach * scale};
    for (const figures::Edge& edge : graph.edges)
        if (edge.bend == 0) {
            const figures::Node& from = graph.nodes[static_cast<std::size_t>(edge.from)];
            const figures::Node& to = graph.nodes[static_cast<std::size_t>(edge.to)];
            link.offer(edge.grip, distanceTo(map(from.x, from.y), map(to.x, to.y), pixel));
        }
    return link.grip;
}

} // namespace

std::optional<figures::Grip> gripUnder(const FigureRenderer& drawn, QPointF pixel, double scale)
{
    const int panel = drawn.panelAt(pixel);
    if (panel < 0)
        return std::nullopt;
    const draw::PixelMap map = drawn.map(panel);
    Nearest mark{kMarkReach * scale};
    std::optional<figures::Grip> ofGraph;
    const figures::Panel& shown = drawn.figure().panels[static_cast<std::size_t>(panel)];
    for (std::size_t i = 0; i < shown.elements.size(); ++i) {
        if (drawn.hidden(panel, static_cast<int>(i)))
            continue;
        if (const auto* points = std::get_if<figures::Points>(&shown.elements[i]))
            lookIn(*points, map, pixel, mark);
        else if (const auto* graph = std::get_if<figures::Graph>(&shown.elements[i]); graph && !ofGraph)
            ofGraph = gripIn(*graph, map, pixel, scale);
    }
    return mark.grip ? mark.grip : ofGraph;
}

} // namespace deltascope::plot
