// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/plot/plot_readout.h"

#include "render/plot/axis_text.h"
#include "render/plot/series.h"
#include "text/language.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace deltascope::plot {

namespace {

const figures::Panel& panelOf(const FigureRenderer& drawn, int panel)
{
    return drawn.figure().panels[static_cast<std::size_t>(panel)];
}

/// The visible series of an element; empty where it has none or is hidden.
std::optional<Series> visibleSeries(const FigureRenderer& drawn, int panel, int element)
{
    if (drawn.hidden(panel, element))
        return std::nullopt;
    auto series = seriesOf(panelOf(drawn, panel).elements[static_cast<std::size_t>(element)]);
    return series && series->size() > 0 ? series : std::nullopt;
}

template <class Visit>
void forEachSeries(const FigureRenderer& drawn, int panel, Visit visit)
{
    for (int element = 0; element < static_cast<int>(panelOf(drawn, panel).elements.size()); ++element)
        if (const auto series = visibleSeries(drawn, panel, element))
            visit(element, *series);
}

/// The layer's spread in five numbers, or its one value.
QString ridgeText(const figures::Panel& panel, const Message& name, const figures::Ridge& ridge, double height)
{
    const auto number = [&](double value) { return axisText(panel.y, value, height); };
    if (ridge.values.size() == 1)
        return QCoreApplication::translate("PlotReadout", "%1 of layer %2: %3")
            .arg(text::toText(name))
            .arg(ridge.layer)
            .arg(number(ridge.values.front()));
    if (ridge.percentiles.size() != 5)
        return QCoreApplication::translate("PlotReadout", "%1 of layer %2").arg(text::toText(name)).arg(ridge.layer);
    return QCoreApplication::translate(
        "PlotReadout", "%1 of layer %2: median %3, half of it between %4 and %5, 90 % between %6 and %7")
        .arg(text::toText(name))
        .arg(ridge.layer)
        .arg(number(ridge.percentiles[2]), number(ridge.percentiles[1]), number(ridge.percentiles[3]),
            number(ridge.percentiles[0]), number(ridge.percentiles[4]));
}

QString cellText(const figures::Panel& panel, const figures::ColourMap& map, int cell, const draw::PixelMap& pixels)
{
    const auto [x, y] = figures::middleOf(map, cell);
    figures::Axis colours;
    colours.scale = map.scale;
    const Message* mark = figures::markOf(map, cell);
    if (!map.classes.empty() && !mark)
        return QCoreApplication::translate("PlotReadout", "%1, %2 %3, at %4 = %5, %6 = %7")
            .arg(text::toText(map.classNames[map.classes[static_cast<std::size_t>(cell)]]), text::toText(map.name),
                axisText(colours, map.values[static_cast<std::size_t>(cell)], map.upper - map.lower),
                text::toText(panel.x.title), axisText(panel.x, x, pixels.xUpper - pixels.xLower),
                text::toText(panel.y.title), axisText(panel.y, y, pixels.yUpper - pixels.yLower));
    const QString value = mark ? text::toText(*mark)
                               : axisText(colours, map.values[static_cast<std::size_t>(cell)], map.upper - map.lower);
    return QCoreApplication::translate("PlotReadout", "%1 = %2 at %3 = %4, %5 = %6")
        .arg(text::toText(map.name), value, text::toText(panel.x.title),
            axisText(panel.x, x, pixels.xUpper - pixels.xLower), text::toText(panel.y.title),
            axisText(panel.y, y, pixels.yUpper - pixels.yLower));
}

constexpr double kNearMark = 8; // pixels from its middle

double squaredDistance(QPointF from, QPointF to)
{
    const QPointF span = to - from;
    return QPointF::dotProduct(span, span);
}

/// The cell that holds this place, or −1.
int cellAt(const figures::ColourMap& map, QPointF place)
{
    const double x = (place.x() - map.xLower) / (map.xUpper - map.xLower) * map.columns;
    const double y = (place.y() - map.yLower) / (map.yUpper - map.yLower) * map.rows;
    if (!(x >= 0 && x < map.columns && y >= 0 && y < map.rows))
        return -1;
    return static_cast<int>(y) * map.columns + static_cast<int>(x);
}

bool readsCells(const figures::Panel& panel)
{
    return !panel.x.moved.parameter.empty() || std::ranges::any_of(panel.elements, [](const figures::Element& each) {
        const auto* map = std::get_if<figures::ColourMap>(&each);
        return map && map->readCells;
    });
}

/// Of the panels whose axes move parameters, and where a map says so, the cell under the pixel, unless a mark is there:
/// lines and what is near them are read off the cells.
std::optional<PlotPoint> cellUnder(const FigureRenderer& drawn, int panel, QPointF pixel)
{
    if (!readsCells(panelOf(drawn, panel)))
        return std::nullopt;
    const draw::PixelMap map = drawn.map(panel);
    std::optional<PlotPoint> found;
    forEachSeries(drawn, panel, [&](int element, const Series& series) {
        const bool isMark =
            std::holds_alternative<figures::Points>(panelOf(drawn, panel).elements[static_cast<std::size_t>(element)]);
        if (series.map)
            if (const int cell = cellAt(*series.map, map.data(pixel)); cell >= 0)
                found = PlotPoint{panel, element, cell};
        for (int i = 0; isMark && found && i < series.size(); ++i)
            if (const QPointF data = series.at(i);
                squaredDistance(map(data.x(), data.y()), pixel) < kNearMark * kNearMark
                && panelOf(drawn, panel).elements.size() > 1
                && std::get<figures::Points>(panelOf(drawn, panel).elements[static_cast<std::size_t>(element)]).role
                    != figures::Role::current) // under the scenario's own mark its value is asked for
                found = PlotPoint{panel, element, i};
    });
    return found;
}

} // namespace

bool exists(const FigureRenderer& drawn, const PlotPoint& point)
{
    if (point.panel < 0 || point.panel >= drawn.panelCount() || point.element < 0
        || point.element >= static_cast<int>(panelOf(drawn, point.panel).elements.size()))
        return false;
    const auto series = visibleSeries(drawn, point.panel, point.element);
    return series && point.index >= 0 && point.index < series->size();
}

std::optional<PlotPoint> nearestPoint(const FigureRenderer& drawn, QPointF pixel)
{
    const int panel = drawn.panelAt(pixel);
    if (panel < 0)
        return std::nullopt;
    if (std::optional<PlotPoint> cell = cellUnder(drawn, panel, pixel))
        return cell;
    const draw::PixelMap map = drawn.map(panel);
    const QRectF visible = map.rect.adjusted(-1, -1, 1, 1);
    std::optional<PlotPoint> nearest;
    double least = std::numeric_limits<double>::infinity();
    forEachSeries(drawn, panel, [&](int element, const Series& series) {
        for (int i = 0; i < series.size(); ++i) {
            const QPointF data = series.at(i);
            const QPointF place = map(data.x(), data.y());
            const double distance = squaredDistance(place, pixel);
            if (distance < least && visible.contains(place)) {
                least = distance;
                nearest = PlotPoint{panel, element, i};
            }
        }
    });
    return nearest;
}

std::optional<PlotPoint> layerMarkUnder(const FigureRenderer& drawn, QPointF pixel)
{
    const int panel = drawn.panelAt(pixel);
    if (panel < 0 || panelOf(drawn, panel).x.moved.parameter.empty())
        return std::nullopt;
    const draw::PixelMap map = drawn.map(panel);
    std::optional<PlotPoint> nearest;
    double least = kNearMark * kNearMark;
    forEachSeries(drawn, panel, [&](int element, const Series& series) {
        for (int i = 0; i < series.size(); ++i) {
            const QPointF data = series.at(i);
            if (const double distance = squaredDistance(map(data.x(), data.y()), pixel);
                series.layer(i) > 0 && distance < least) {
                least = distance;
                nearest = PlotPoint{panel, element, i};
            }
        }
    });
    return nearest;
}

PlotPoint along(const FigureRenderer& drawn, const PlotPoint& point, int steps)
{
    const auto series = visibleSeries(drawn, point.panel, point.element);
    PlotPoint next = point;
    if (series)
        next.index = std::clamp(point.index + steps, 0, series->size() - 1);
    return next;
}

PlotPoint otherCurve(const FigureRenderer& drawn, const PlotPoint& point, int direction)
{
    std::vector<PlotPoint> curves; // of all panels, each at the place nearest in x
    std::size_t present = 0;
    const double x = drawn.map(point.panel).data(pixelOf(drawn, point)).x();
    for (int panel = 0; panel < drawn.panelCount(); ++panel)
        forEachSeries(drawn, panel, [&](int element, const Series& series) {
            int best = 0;
            for (int i = 1; i < series.size(); ++i)
                if (std::abs(series.at(i).x() - x) < std::abs(series.at(best).x() - x))
                    best = i;
            if (panel == point.panel && element == point.element)
                present = curves.size();
            curves.push_back({panel, element, best});
        });
    if (curves.empty())
        return point;
    const std::size_t step = direction > 0 ? 1 : curves.size() - 1;
    return curves[(present + step) % curves.size()];
}

std::optional<PlotPoint> neighbour(const FigureRenderer& drawn, const PlotPoint& point, int columns, int rows)
{
    const auto series = visibleSeries(drawn, point.panel, point.element);
    if (!series || !series->map)
        return std::nullopt;
    const figures::ColourMap& map = *series->map;
    PlotPoint next = point;
    const int column = std::clamp(point.index % map.columns + columns, 0, map.columns - 1);
    const int row = std::clamp(point.index / map.columns + rows, 0, map.rows - 1);
    next.index = row * map.columns + column;
    return next;
}

std::optional<PlotPoint> startPoint(const FigureRenderer& drawn, int layer)
{
    std::optional<PlotPoint> first, wanted;
    for (int panel = 0; panel < drawn.panelCount(); ++panel)
        for (const figures::Element& element : panelOf(drawn, panel).elements)
            if (const auto* mark = std::get_if<figures::Points>(&element);
                mark && mark->role == figures::Role::current && !mark->x.empty())
                if (std::optional<PlotPoint> cell =
                        cellUnder(drawn, panel, drawn.map(panel)(mark->x.front(), mark->y.front())))
                    return cell;
    for (int panel = 0; panel < drawn.panelCount(); ++panel)
        forEachSeries(drawn, panel, [&](int element, const Series& series) {
            if (!first)
                first = PlotPoint{panel, element, 0};
            for (int i = 0; layer > 0 && !wanted && i < series.size(); ++i)
                if (series.layer(i) == layer)
                    wanted = PlotPoint{panel, element, i};
        });
    return wanted ? wanted : first;
}

int layerOf(const FigureRenderer& drawn, const PlotPoint& point)
{
    const auto series = visibleSeries(drawn, point.panel, point.element);
    return series ? series->layer(point.index) : 0;
}

QPointF placeOf(const FigureRenderer& drawn, const PlotPoint& point)
{
    const auto series = visibleSeries(drawn, point.panel, point.element);
    return series ? series->at(point.index) : QPointF();
}

QPointF pixelOf(const FigureRenderer& drawn, const PlotPoint& point)
{
    const QPointF data = placeOf(drawn, point);
    return drawn.map(point.panel)(data.x(), data.y());
}

QString readoutText(const FigureRenderer& drawn, const PlotPoint& point)
{
    const auto series = visibleSeries(drawn, point.panel, point.element);
    if (!series)
        return {};
    const auto i = static_cast<std::size_t>(point.index);
    if (!series->nodes.empty())
        return text::toText(series->nodes[i].readout);
    const figures::Panel& panel = panelOf(drawn, point.panel);
    const draw::PixelMap map = drawn.map(point.panel);
    if (series->map)
        return cellText(panel, *series->map, point.index, map);
    if (!series->ridges.empty())
        return ridgeText(panel, *series->name, series->ridges[i], map.yUpper - map.yLower);
    const double value = series->y[i] - (i < series->base.size() ? series->base[i] : 0);
    return QCoreApplication::translate("PlotReadout", "%1 at %2 = %3: %4")
        .arg(text::toText(*series->name), text::toText(panel.x.title),
            axisText(panel.x, series->x[i], map.xUpper - map.xLower),
            axisText(panel.y, value, map.yUpper - map.yLower));
}

std::vector<QPointF> pixelsOfLayer(const FigureRenderer& drawn, int panel, int layer)
{
    std::vector<QPointF> pixels;
    const draw::PixelMap map = drawn.map(panel);
    forEachSeries(drawn, panel, [&](int, const Series& series) {
        for (int i = 0; i < series.size(); ++i)
            if (const QPointF data = series.at(i); series.layer(i) == layer)
                if (const QPointF place = map(data.x(), data.y()); map.rect.adjusted(-1, -1, 1, 1).contains(place))
                    pixels.push_back(place);
    });
    return pixels;
}

} // namespace deltascope::plot
