// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/export/figure_table.h"

#include "render/export/series_group.h"
#include "text/language.h"

#include <QCoreApplication>

#include <algorithm>

namespace deltascope::exports {

namespace {

/// Adds the columns of one panel.
class PanelTable {
    Q_DECLARE_TR_FUNCTIONS(PanelTable)
public:
    PanelTable(const figures::Panel& panel, QString title, std::vector<TableColumn>& columns)
        : m_panel(panel)
        , m_title(std::move(title))
        , m_columns(columns)
    {
    }

    void add()
    {
        for (const SeriesGroup& group : seriesGroups(m_panel))
            addGroup(group);
        addGuides(true);
        addGuides(false);
        addRegions();
        for (const figures::Element& element : m_panel.elements) {
            if (const figures::Graph* graph = std::get_if<figures::Graph>(&element)) {
                addNodes(*graph);
                addEdges(*graph);
            }
            if (const figures::Ridges* ridges = std::get_if<figures::Ridges>(&element))
                addRidges(*ridges);
            if (const figures::ColourMap* map = std::get_if<figures::ColourMap>(&element))
                addMap(*map);
        }
    }

private:
    static QString log10Of(const figures::Axis& axis, const QString& name)
    {
        return axis.scale == figures::AxisScale::decades ? tr("log10 of %1").arg(name) : name;
    }

    static QString unitOf(const figures::Axis& axis)
    {
        return axis.unit.empty() ? QStringLiteral("1") : QString::fromStdString(axis.unit);
    }

    static QString nameOf(const figures::Axis& axis)
    {
        const QString name = log10Of(axis, text::toText(axis.title));
        return axis.origin == 0 ? name : tr("%1 minus %2").arg(name, QString::number(axis.origin, 'g', 17));
    }

    QString nameOf(const SeriesColumn& series) const
    {
        const QString name = log10Of(m_panel.y, text::toText(*series.name));
        switch (series.part) {
        case SeriesPart::mark:
            return tr("%1 (%2)").arg(text::toText(*series.name), nameOf(m_panel.y));
        case SeriesPart::start:
            return tr("%1, start of the bar").arg(name);
        case SeriesPart::end:
            return tr("%1, end of the bar").arg(name);
        case SeriesPart::lower:
            return tr("%1, lower edge").arg(name);
        case SeriesPart::upper:
            return tr("%1, upper edge").arg(name);
        case SeriesPart::value:
            break;
        }
        return name;
    }

    std::vector<Cell>& column(const QString& name, const QString& unit)
    {
        const QString full = m_title.isEmpty() ? name : tr("%1: %2").arg(m_title, name);
        return m_columns.emplace_back(TableColumn{full, unit, {}}).cells;
    }

    std::vector<Cell>& words(const QString& name) { return column(name, QStringLiteral("text")); }

    void addGroup(const SeriesGroup& group)
    {
        column(nameOf(m_panel.x), unitOf(m_panel.x)).assign(group.x.begin(), group.x.end());
        if (!group.layers.empty() && m_panel.x.scale != figures::AxisScale::layers) {
            std::vector<Cell>& layers = column(tr("layer"), QStringLiteral("1"));
            for (const int layer : group.layers)
                layers.emplace_back(static_cast<double>(layer));
        }
        for (const SeriesColumn& series : group.series) {
            std::vector<Cell>& cells = column(nameOf(series), unitOf(m_panel.y));
            cells.resize(group.x.size());
            for (std::size_t each = 0; each < series.y->size(); ++each)
                cells[group.row(series, each)] = (*series.y)[each];
        }
    }

    void addGuides(bool horizontal)
    {
        std::vector<Cell> names, values;
        for (const figures::Element& element : m_panel.elements)
            if (const figures::Guide* guide = std::get_if<figures::Guide>(&element))
                if (guide->horizontal == horizontal && !guide->name.empty()) {
                    names.emplace_back(text::toText(guide->name));
                    values.emplace_back(guide->value);
                }
        if (names.empty())
            return;
        const figures::Axis& axis = horizontal ? m_panel.y : m_panel.x;
        words(tr("reference line")) = std::move(names);
        column(nameOf(axis), unitOf(axis)) = std::move(values);
    }

    void addRegions()
    {
        std::vector<Cell> names, left, right, bottom, top;
        const auto put = [](std::vector<Cell>& cells, double value, bool given) {
            cells.emplace_back(given ? Cell(value) : Cell());
        };
        for (const figures::Element& element : m_panel.elements)
            if (const figures::Region* region = std::get_if<figures::Region>(&element);
                region && !region->name.empty()) {
                names.emplace_back(text::toText(region->name));
                put(left, region->xLower, region->xLower < region->xUpper);
                put(right, region->xUpper, region->xLower < region->xUpper);
                put(bottom, region->yLower, region->yLower < region->yUpper);
                put(top, region->yUpper, region->yLower < region->yUpper);
            }
        if (names.empty())
            return;
        words(tr("shaded area")) = std::move(names);
        addEdge(tr("%1, from").arg(nameOf(m_panel.x)), m_panel.x, std::move(left));
        addEdge(tr("%1, to").arg(nameOf(m_panel.x)), m_panel.x, std::move(right));
        addEdge(tr("%1, from").arg(nameOf(m_panel.y)), m_panel.y, std::move(bottom));
        addEdge(tr("%1, to").arg(nameOf(m_panel.y)), m_panel.y, std::move(top));
    }

    void addEdge(const QString& name, const figures::Axis& axis, std::vector<Cell> cells)
    {
        if (std::any_of(cells.begin(), cells.end(), [](const Cell& cell) { return cell.index() != 0; }))
            column(name, unitOf(axis)) = std::move(cells);
    }

    void addNodes(const figures::Graph& graph)
    {
        std::vector<Cell> layers, labels, signs, sizes;
        for (const figures::Node& node : graph.nodes) {
            layers.emplace_back(static_cast<double>(node.layer));
            labels.emplace_back(text::toText(node.label));
            signs.emplace_back(node.hasSize ? Cell(static_cast<double>(node.size.sign)) : Cell());
            sizes.emplace_back(node.hasSize && node.size.sign != 0 ? Cell(node.size.log10) : Cell());
        }
        const QString one = QStringLiteral("1"), size = text::toText(graph.sizeName);
        column(tr("layer"), one) = std::move(layers);
        words(tr("neuron")) = std::move(labels);
        column(tr("sign of %1").arg(size), one) = std::move(signs);
        column(tr("log10 of %1").arg(size), one) = std::move(sizes);
    }

    void addEdges(const figures::Graph& graph)
    {
        std::vector<Cell> from, to, labels, signs;
        const auto layerOf = [&](int node) {
            return static_cast<double>(graph.nodes[static_cast<std::size_t>(node)].layer);
        };
        for (const figures::Edge& edge : graph.edges) {
            from.emplace_back(layerOf(edge.from));
            to.emplace_back(layerOf(edge.to));
            labels.emplace_back(text::toText(edge.label));
            signs.emplace_back(static_cast<double>(edge.sign));
        }
        const QString one = QStringLiteral("1");
        column(tr("link from layer"), one) = std::move(from);
        column(tr("link to layer"), one) = std::move(to);
        words(tr("label of the link")) = std::move(labels);
        column(tr("sign of the factor"), one) = std::move(signs);
    }

    /// A row for each point of each shape.
    void addRidges(const figures::Ridges& ridges)
    {
        std::vector<Cell> layers, values, widths;
        for (const figures::Ridge& ridge : ridges.ridges)
            for (std::size_t i = 0; i < ridge.values.size(); ++i) {
                layers.emplace_back(static_cast<double>(ridge.layer));
                values.emplace_back(ridge.values[i]);
                widths.emplace_back(ridge.widths[i]);
            }
        const QString one = QStringLiteral("1"), name = text::toText(ridges.name);
        column(tr("layer"), one) = std::move(layers);
        column(tr("%1 (%2)").arg(name, nameOf(m_panel.y)), unitOf(m_panel.y)) = std::move(values);
        column(tr("%1, width of the shape").arg(name), one) = std::move(widths);
    }

    /// A row for each cell, at its middle.
    void addMap(const figures::ColourMap& map)
    {
        std::vector<Cell> x, y, values, classes;
        for (int cell = 0; cell < map.columns * map.rows; ++cell) {
            const auto [cellX, cellY] = figures::middleOf(map, cell);
            x.emplace_back(cellX);
            y.emplace_back(cellY);
            if (const Message* mark = figures::markOf(map, cell))
                values.emplace_back(text::toText(*mark));
            else
                values.emplace_back(map.values[static_cast<std::size_t>(cell)]);
            if (!map.classes.empty())
                classes.emplace_back(text::toText(map.classNames[map.classes[static_cast<std::size_t>(cell)]]));
        }
        const QString name = text::toText(map.name);
        column(nameOf(m_panel.x), unitOf(m_panel.x)) = std::move(x);
        column(nameOf(m_panel.y), unitOf(m_panel.y)) = std::move(y);
        if (!classes.empty())
            words(tr("class")) = std::move(classes);
        column(map.scale == figures::AxisScale::decades ? tr("log10 of %1").arg(name) : name, QStringLiteral("1")) =
            std::move(values);
    }

    const figures::Panel& m_panel;
    QString m_title;
    std::vector<TableColumn>& m_columns;
};

} // namespace

std::vector<TableColumn> figureTable(const figures::Figure& figure)
{
    std::vector<TableColumn> columns;
    for (const figures::Panel& panel : figure.panels)
        PanelTable(panel, figure.panels.size() > 1 ? text::toText(panel.title) : QString(), columns).add();
    return columns;
}

} // namespace deltascope::exports
