// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/figure_memory.h"

namespace deltascope::figures {

namespace {

constexpr double kMessage = 250; // a sentence with two or three arguments

template <class Value>
double of(const std::vector<Value>& values)
{
    return static_cast<double>(values.size() * sizeof(Value));
}

struct ElementMemory {
    double operator()(const Line& line) const { return of(line.x) + of(line.y) + of(line.layers) + of(line.breaks); }
    double operator()(const Points& points) const
    {
        return of(points.x) + of(points.y) + of(points.layers) + kMessage * static_cast<double>(points.labels.size());
    }
    double operator()(const Bars& bars) const { return of(bars.x) + of(bars.base) + of(bars.y) + of(bars.layers); }
    double operator()(const Band& band) const { return of(band.x) + of(band.lower) + of(band.upper); }
    double operator()(const Region&) const { return 0; }
    double operator()(const Guide&) const { return 0; }
    double operator()(const Label&) const { return 0; }
    double operator()(const Graph& graph) const
    {
        return of(graph.nodes) + of(graph.edges)
            + kMessage * static_cast<double>(2 * graph.nodes.size() + graph.edges.size());
    }
    double operator()(const Ridges& ridges) const
    {
        double bytes = of(ridges.ridges);
        for (const Ridge& ridge : ridges.ridges)
            bytes += of(ridge.values) + of(ridge.widths) + of(ridge.percentiles);
        return bytes;
    }
    double operator()(const ColourMap& map) const { return of(map.values) + of(map.marks) + of(map.classes); }
};

} // namespace

double memoryOf(const Figure& figure)
{
    double bytes = sizeof figure + kMessage * static_cast<double>(2 + figure.notes.size());
    for (const Panel& panel : figure.panels) {
        bytes += sizeof panel + kMessage;
        for (const Element& element : panel.elements)
            bytes += sizeof element + kMessage + std::visit(ElementMemory{}, element);
    }
    return bytes;
}

} // namespace deltascope::figures
