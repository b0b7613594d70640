// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure.h"

#include <QPointF>

#include <optional>
#include <span>

namespace deltascope {

/// What the elements that hold values have in common: points with a name, perhaps each of a layer.
struct Series {
    const Message* name = nullptr;
    std::span<const double> x, y;
    std::span<const double> base; ///< of bars, whose value is y − base
    std::span<const int> layers;
    double offset = 0; ///< of bars, beside x
    std::span<const Node> nodes; ///< of a drawing, in place of x and y

    int size() const { return static_cast<int>(nodes.empty() ? x.size() : nodes.size()); }
    /// Where it is drawn.
    QPointF at(int index) const
    {
        const auto i = static_cast<std::size_t>(index);
        return nodes.empty() ? QPointF(x[i] + offset, y[i]) : QPointF(nodes[i].x, nodes[i].y);
    }
    int layer(int index) const
    {
        const auto i = static_cast<std::size_t>(index);
        return !nodes.empty() ? nodes[i].layer : i < layers.size() ? layers[i] : 0;
    }
};

/// Empty for elements without values of their own (guides, areas, texts) and for marks that only repeat a curve's
/// value.
inline std::optional<Series> seriesOf(const Element& element)
{
    if (const auto* line = std::get_if<Line>(&element); line && !line->name.empty())
        return Series{&line->name, line->x, line->y, {}, line->layers, 0, {}};
    if (const auto* points = std::get_if<Points>(&element); points && !points->name.empty())
        return Series{&points->name, points->x, points->y, {}, points->layers, 0, {}};
    if (const auto* bars = std::get_if<Bars>(&element); bars && !bars->name.empty())
        return Series{&bars->name, bars->x, bars->y, bars->base, bars->layers, bars->offset, {}};
    if (const auto* graph = std::get_if<Graph>(&element))
        return Series{&graph->sizeName, {}, {}, {}, {}, 0, graph->nodes};
    return std::nullopt;
}

} // namespace deltascope
