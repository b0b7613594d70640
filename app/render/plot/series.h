// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure.h"

#include <QPointF>

#include <optional>
#include <span>

namespace deltascope::plot {

/// What the elements that hold values have in common: points with a name, perhaps each of a layer.
struct Series {
    const Message* name = nullptr;
    std::span<const double> x, y;
    std::span<const double> base; ///< of bars, whose value is y − base
    std::span<const int> layers;
    double offset = 0; ///< of bars, beside x
    std::span<const figures::Node> nodes; ///< of a drawing, in place of x and y
    std::span<const figures::Ridge> ridges; ///< of shapes, each read at its median
    const figures::ColourMap* map = nullptr; ///< each cell read at its middle

    int size() const
    {
        if (map)
            return map->columns * map->rows;
        return static_cast<int>(!nodes.empty() ? nodes.size() : !ridges.empty() ? ridges.size() : x.size());
    }
    /// Where it is drawn.
    QPointF at(int index) const
    {
        const auto i = static_cast<std::size_t>(index);
        if (map) {
            const auto [middleX, middleY] = figures::middleOf(*map, index);
            return {middleX, middleY};
        }
        if (!ridges.empty())
            return {ridges[i].at, middle(ridges[i])};
        return nodes.empty() ? QPointF(x[i] + offset, y[i]) : QPointF(nodes[i].x, nodes[i].y);
    }
    int layer(int index) const
    {
        const auto i = static_cast<std::size_t>(index);
        if (!ridges.empty())
            return ridges[i].layer;
        return !nodes.empty() ? nodes[i].layer : i < layers.size() ? layers[i] : 0;
    }

private:
    static double middle(const figures::Ridge& ridge)
    {
        return ridge.percentiles.size() == 5 ? ridge.percentiles[2] : ridge.values[ridge.values.size() / 2];
    }
};

/// Empty for elements without values of their own (guides, areas, texts) and for marks that only repeat a curve's
/// value.
inline std::optional<Series> seriesOf(const figures::Element& element)
{
    Series series;
    const auto named = [&](const Message& name) { series.name = &name; };
    if (const auto* line = std::get_if<figures::Line>(&element)) {
        named(line->name);
        series.x = line->x;
        series.y = line->y;
        series.layers = line->layers;
    } else if (const auto* points = std::get_if<figures::Points>(&element)) {
        named(points->name);
        series.x = points->x;
        series.y = points->y;
        series.layers = points->layers;
    } else if (const auto* bars = std::get_if<figures::Bars>(&element)) {
        named(bars->name);
        series.x = bars->x;
        series.y = bars->y;
        series.base = bars->base;
        series.layers = bars->layers;
        series.offset = bars->offset;
    } else if (const auto* graph = std::get_if<figures::Graph>(&element)) {
        named(graph->sizeName);
        series.nodes = graph->nodes;
    } else if (const auto* ridges = std::get_if<figures::Ridges>(&element)) {
        named(ridges->name);
        series.ridges = ridges->ridges;
    } else if (const auto* map = std::get_if<figures::ColourMap>(&element)) {
        named(map->name);
        series.map = map;
    }
    return series.name && !series.name->empty() ? std::optional(series) : std::nullopt;
}

} // namespace deltascope::plot
