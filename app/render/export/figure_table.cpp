// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/export/figure_table.h"

#include "render/export/series_group.h"
#include "text/language.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <span>

namespace deltascope::exports {

namespace {

/// 10^log10, as a double where one holds it in full.
Cell powerOf(double log10)
{
    if (log10 > std::log10(std::numeric_limits<double>::min())
        && log10 < std::log10(std::numeric_limits<double>::max()))
        return std::pow(10.0, log10);
    constexpr int kDigits = 12; // more are not in a log10 of three digits before the point
    double exponent = std::floor(log10);
    QString digits = QString::number(std::pow(10.0, log10 - exponent), 'g', kDigits);
    if (digits.startsWith(QStringLiteral("10"))) { // rounded up
        digits = QStringLiteral("1");
        ++exponent;
    }
    return digits + u'e' + QString::number(exponent, 'f', 0);
}

Cell valueOf(const numerics::Scaled& value)
{
    return value.fitsDouble() ? Cell(value.nearestDouble()) : powerOf(value.log10());
}

Cell powerOf(const Cell& log10)
{
    const double* number = std::get_if<double>(&log10);
    return number ? powerOf(*number) : log10; // of a word for what has no value: that word
}

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

    static QString plainNameOf(const figures::Axis& axis)
    {
        const QString name = text::toText(axis.title);
        return axis.origin == 0 ? name : tr("%1 minus %2").arg(name, QString::number(axis.origin, 'g', 17));
    }

    /// As it is drawn.
    static QString nameOf(const figures::Axis& axis) { return log10Of(axis, plainNameOf(axis)); }

    /// Along an axis: as drawn, and before that the values where these are their log10.
    void add(const figures::Axis& axis, const QString& name, std::vector<Cell> cells)
    {
        if (axis.scale == figures::AxisScale::decades)
            addPowers(name, unitOf(axis), cells);
        column(log10Of(axis, name), axis.scale == figures::AxisScale::decades ? kNoUnit : unitOf(axis)) =
            std::move(cells);
    }

    void addPowers(const QString& name, const QString& unit, const std::vector<Cell>& log10)
    {
        std::vector<Cell> powers;
        for (const Cell& cell : log10)
            powers.push_back(powerOf(cell));
        column(name, unit) = std::move(powers);
    }

    /// What the column of a series is called: of its values, or of their log10.
    QString nameOf(const SeriesColumn& series, bool log10) const
    {
        const QString plain = text::toText(*series.name), name = log10 ? tr("log10 of %1").arg(plain) : plain;
        switch (series.part) {
        case SeriesPart::mark:
            return tr("%1 (%2)").arg(plain, log10 ? nameOf(m_panel.y) : plainNameOf(m_panel.y));
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
        add(m_panel.x, plainNameOf(m_panel.x), {group.x.begin(), group.x.end()});
        if (!group.layers.empty() && m_panel.x.scale != figures::AxisScale::layers) {
            std::vector<Cell>& layers = column(tr("layer"), QStringLiteral("1"));
            for (const int layer : group.layers)
                layers.emplace_back(static_cast<double>(layer));
        }
        const bool decades = m_panel.y.scale == figures::AxisScale::decades;
        for (std::size_t i = 0; i < group.series.size(); ++i) {
            const auto same = [&](const SeriesColumn& other) {
                return *other.name == *group.series[i].name && other.part == group.series[i].part;
            };
            const auto begin = group.series.begin(), here = begin + static_cast<std::ptrdiff_t>(i);
            if (std::any_of(begin, here, same))
                continue; // went on with that one
            std::vector<Cell> values(group.x.size()), drawn(group.x.size());
            for (auto series = here; series != group.series.end(); ++series)
                if (same(*series))
                    put(group, *series, values, drawn);
            if (decades)
                column(nameOf(*here, false), unitOf(m_panel.y)) = std::move(values);
            column(nameOf(*here, decades), decades ? kNoUnit : unitOf(m_panel.y)) = std::move(drawn);
        }
    }

    static void put(
        const SeriesGroup& group, const SeriesColumn& series, std::vector<Cell>& values, std::vector<Cell>& drawn)
    {
        for (std::size_t each = 0; each < series.x->size(); ++each) {
            const std::size_t row = group.row(series, each);
            if (!series.y) {
                values[row] = 0.0; // exactly: it has no log10
                continue;
            }
            drawn[row] = (*series.y)[each];
            values[row] = series.values ? valueOf((*series.values)[each]) : powerOf((*series.y)[each]);
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
        add(axis, plainNameOf(axis), std::move(values));
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
        addEdge(tr("%1, from").arg(plainNameOf(m_panel.x)), m_panel.x, std::move(left));
        addEdge(tr("%1, to").arg(plainNameOf(m_panel.x)), m_panel.x, std::move(right));
        addEdge(tr("%1, from").arg(plainNameOf(m_panel.y)), m_panel.y, std::move(bottom));
        addEdge(tr("%1, to").arg(plainNameOf(m_panel.y)), m_panel.y, std::move(top));
    }

    void addEdge(const QString& name, const figures::Axis& axis, std::vector<Cell> cells)
    {
        if (std::any_of(cells.begin(), cells.end(), [](const Cell& cell) { return cell.index() != 0; }))
            add(axis, name, std::move(cells));
    }

    void addNodes(const figures::Graph& graph)
    {
        std::vector<Cell> layers, labels, signs, values, sizes;
        for (const figures::Node& node : graph.nodes) {
            layers.emplace_back(static_cast<double>(node.layer));
            labels.emplace_back(text::toText(node.label));
            signs.emplace_back(node.hasSize ? Cell(static_cast<double>(node.size.sign)) : Cell());
            const bool hasLog = node.hasSize && node.size.sign != 0 && !node.size.beyondRange();
            sizes.emplace_back(hasLog ? Cell(node.size.log10) : Cell());
            values.emplace_back(hasLog                    ? powerOf(node.size.log10)
                    : node.hasSize && node.size.sign == 0 ? Cell(0.0)
                                                          : Cell());
        }
        const QString one = QStringLiteral("1"), size = text::toText(graph.sizeName);
        column(tr("layer"), one) = std::move(layers);
        words(tr("neuron")) = std::move(labels);
        column(tr("sign of %1").arg(size), one) = std::move(signs);
        column(size, one) = std::move(values);
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

    /// A row for each point of each shape; then one for each shape with its quantiles.
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
        const bool decades = m_panel.y.scale == figures::AxisScale::decades;
        column(tr("layer"), one) = std::move(layers);
        if (decades)
            addPowers(tr("%1 (%2)").arg(name, plainNameOf(m_panel.y)), unitOf(m_panel.y), values);
        column(tr("%1 (%2)").arg(name, nameOf(m_panel.y)), decades ? kNoUnit : unitOf(m_panel.y)) = std::move(values);
        column(tr("%1, width of the shape").arg(name), one) = std::move(widths);
        addQuantiles(ridges, name);
    }

    void addQuantiles(const figures::Ridges& ridges, const QString& name)
    {
        constexpr int kPercent[] = {5, 25, 50, 75, 95};
        std::vector<Cell> layers;
        std::vector<Cell> quantiles[std::size(kPercent)];
        for (const figures::Ridge& ridge : ridges.ridges) {
            if (ridge.percentiles.size() != std::size(kPercent))
                continue;
            layers.emplace_back(static_cast<double>(ridge.layer));
            for (std::size_t i = 0; i < std::size(kPercent); ++i)
                quantiles[i].emplace_back(ridge.percentiles[i]);
        }
        if (layers.empty())
            return;
        column(tr("layer"), QStringLiteral("1")) = std::move(layers);
        for (std::size_t i = 0; i < std::size(kPercent); ++i)
            add(m_panel.y, tr("%1, %2 % quantile").arg(name).arg(kPercent[i]), std::move(quantiles[i]));
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
        add(m_panel.x, plainNameOf(m_panel.x), std::move(x));
        add(m_panel.y, plainNameOf(m_panel.y), std::move(y));
        if (!classes.empty())
            words(tr("class")) = std::move(classes);
        figures::Axis axis;
        axis.scale = map.scale;
        add(axis, name, std::move(values));
    }

    const QString kNoUnit = QStringLiteral("1");
    const figures::Panel& m_panel;
    QString m_title;
    std::vector<TableColumn>& m_columns;
};

} // namespace

std::vector<TableColumn> figureTable(const figures::Figure& figure)
{
    return figureTable(std::span(&figure, 1));
}

std::vector<TableColumn> figureTable(std::span<const figures::Figure> figures)
{
    std::vector<TableColumn> columns;
    for (const figures::Figure& figure : figures)
        for (const figures::Panel& panel : figure.panels) {
            QStringList title;
            if (figures.size() > 1)
                title << text::toText(figure.title);
            if (figure.panels.size() > 1)
                title << text::toText(panel.title);
            PanelTable(panel, title.join(QStringLiteral(": ")), columns).add();
        }
    return columns;
}

} // namespace deltascope::exports
