// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/plot/curve_names.h"

#include "render/draw/label_placer.h"
#include "text/language.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace deltascope::plot {

namespace {

constexpr std::size_t kMost = 12; // curves; more names than that are no help
constexpr std::size_t kTraced = 400; // points of a curve: as many as say where it passes
constexpr double kGap = 3; // pixels between a curve and its name

using draw::LabelPlacer;
using draw::PlacedText;

/// Every so manieth, and the last.
std::vector<QPointF> pixelsOf(const figures::Line& line, const draw::PixelMap& map)
{
    const std::size_t step = std::max<std::size_t>(1, line.x.size() / kTraced);
    std::vector<QPointF> pixels;
    for (std::size_t i = 0; i < line.x.size(); i += step)
        pixels.push_back(map(line.x[i], line.y[i]));
    if (!line.x.empty())
        pixels.push_back(map(line.x.back(), line.y.back()));
    return pixels;
}

/// What no name may stand on.
class Obstacles {
public:
    Obstacles(LabelPlacer& placer, const PanelContent& content, const draw::PixelMap& map)
        : m_placer(placer)
        , m_content(content)
        , m_map(map)
    {
    }

    void operator()(const figures::Line& line)
    {
        const std::vector<QPointF> pixels = pixelsOf(line, m_map);
        for (std::size_t i = 0; i < pixels.size(); ++i) {
            if (i > 0)
                m_placer.trace(pixels[i - 1], pixels[i]);
            if (line.markers || pixels.size() == 1)
                mark(pixels[i]);
        }
    }
    void operator()(const figures::Points& points)
    {
        const QFontMetricsF metrics(m_content.font);
        for (std::size_t i = 0; i < points.x.size(); ++i) {
            const QPointF at = m_map(points.x[i], points.y[i]);
            mark(at);
            if (i >= points.labels.size() || points.labels[i].empty())
                continue;
            const double wide = metrics.horizontalAdvance(text::toText(points.labels[i])); // its own words come first
            m_placer.cover({at.x() - wide / 2, at.y() - 1.6 * metrics.height(), wide, 1.2 * metrics.height()});
            m_placer.cover({at.x(), at.y() - metrics.height() / 2, wide + 12, metrics.height()});
        }
    }
    void operator()(const figures::Bars& bars)
    {
        for (std::size_t i = 0; i < bars.x.size(); ++i) {
            const double middle = bars.x[i] + bars.offset;
            const QRectF bar(m_map(middle - bars.width / 2, bars.y[i]),
                m_map(middle + bars.width / 2, i < bars.base.size() ? bars.base[i] : 0));
            m_placer.fill(bar.normalized());
        }
    }
    void operator()(const figures::Guide& guide)
    {
        const QRectF& inside = m_map.rect;
        const double place = guide.horizontal ? m_map.y(guide.value) : m_map.x(guide.value);
        if (guide.horizontal)
            m_placer.trace({inside.left(), place}, {inside.right(), place});
        else
            m_placer.trace({place, inside.top()}, {place, inside.bottom()});
        const QFontMetricsF metrics(m_content.font);
        if (const QString name = text::toText(guide.name); !name.isEmpty() && guide.horizontal)
            m_placer.cover({inside.right() - metrics.horizontalAdvance(name) - 6, place - metrics.height() - 2,
                metrics.horizontalAdvance(name) + 6, metrics.height() + 2});
    }
    void operator()(const figures::Ridges& ridges)
    {
        for (const figures::Ridge& ridge : ridges.ridges)
            if (!ridge.values.empty()) {
                const double half =
                    ridge.widths.empty() ? 0 : *std::max_element(ridge.widths.begin(), ridge.widths.end()) / 2;
                m_placer.fill(
                    QRectF(m_map(ridge.at - half, ridge.values.back()), m_map(ridge.at + half, ridge.values.front()))
                        .normalized());
            }
    }
    template <class Other>
    void operator()(const Other&) // areas lie behind; labels find their own place
    {
    }

private:
    void mark(QPointF at)
    {
        const double half = 0.6 * 6.5 * m_content.theme->scale;
        m_placer.fill(QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half));
    }

    LabelPlacer& m_placer;
    const PanelContent& m_content;
    const draw::PixelMap& m_map;
};

/// Points along a curve, as far as it is in the panel, a few pixels apart from left to right.
std::vector<QPointF> alongIn(const std::vector<QPointF>& pixels, const QRectF& inside)
{
    constexpr double kStep = 8;
    std::vector<QPointF> seen;
    const auto take = [&](QPointF point) {
        if (inside.contains(point))
            seen.push_back(point);
    };
    for (std::size_t i = 0; i < pixels.size(); ++i) {
        const QPointF span = i > 0 ? pixels[i] - pixels[i - 1] : QPointF();
        const int steps = std::clamp(static_cast<int>(std::abs(span.x()) / kStep), 1, 100);
        for (int step = 1; i > 0 && step < steps; ++step)
            take(pixels[i - 1] + span * (static_cast<double>(step) / steps));
        take(pixels[i]);
    }
    std::ranges::stable_sort(seen, {}, &QPointF::x);
    return seen;
}

/// Beside its last point, its first one, and then at places between.
std::vector<PlacedText::Place> placesAlong(const std::vector<QPointF>& pixels, const QRectF& inside)
{
    const std::vector<QPointF> seen = alongIn(pixels, inside);
    std::vector<PlacedText::Place> places;
    if (seen.empty())
        return places;
    const auto around = [&](QPointF anchor, std::initializer_list<QPointF> directions) {
        for (const QPointF& direction : directions)
            places.push_back({anchor, direction, 1.6 * kGap});
    };
    const auto at = [&](double share) {
        return seen[static_cast<std::size_t>(share * static_cast<double>(seen.size() - 1) + 0.5)];
    };
    around(at(1), {{1, 0}, {-1, -1}, {-1, 1}, {0, -1}, {0, 1}, {1, -1}, {1, 1}, {-1, 0}});
    around(at(0), {{1, -1}, {1, 1}, {0, -1}, {0, 1}, {-1, 0}, {1, 0}});
    for (const double share : {0.95, 0.9, 0.85, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0.05})
        around(at(share), {{0, -1}, {0, 1}, {1, -1}, {-1, -1}, {-1, 1}, {1, 1}, {-1, 0}, {1, 0}});
    return places;
}

std::vector<PlacedText::Place> placesIn(const figures::Band& band, const draw::PixelMap& map)
{
    std::vector<PlacedText::Place> places;
    for (const double share : {0.5, 0.3, 0.7, 0.15, 0.85, 0.95, 0.05}) {
        if (band.x.empty())
            break;
        const auto i = static_cast<std::size_t>(share * static_cast<double>(band.x.size() - 1));
        const QPointF low = map(band.x[i], std::max(band.lower[i], map.yLower)),
                      high = map(band.x[i], std::min(band.upper[i], map.yUpper));
        for (const double within : {0.5, 0.2, 0.8})
            for (const double side : {0.0, -1.0, 1.0})
                places.push_back({low + (high - low) * within, {side, 0}, side == 0 ? 0 : 1.0});
    }
    return places;
}

std::vector<PlacedText::Place> placesIn(const figures::Region& region, const draw::PixelMap& map)
{
    QRectF inside = map.rect;
    if (region.xLower < region.xUpper) {
        inside.setLeft(std::max(inside.left(), map.x(region.xLower)));
        inside.setRight(std::min(inside.right(), map.x(region.xUpper)));
    }
    if (region.yLower < region.yUpper) {
        inside.setTop(std::max(inside.top(), map.y(region.yUpper)));
        inside.setBottom(std::min(inside.bottom(), map.y(region.yLower)));
    }
    std::vector<PlacedText::Place> places;
    for (const double y : {0.0, 1.0, 0.5})
        for (const double x : {0.5, 0.0, 1.0, 0.25, 0.75}) {
            const QPointF at(inside.left() + x * inside.width(), inside.top() + y * inside.height());
            places.push_back({at, {x == 0 ? 1 : x == 1 ? -1 : 0.0, y == 0 ? 1 : y == 1 ? -1 : 0.0}, 3});
        }
    return places;
}

std::vector<PlacedText::Place> placesOf(const figures::Element& element, const draw::PixelMap& map)
{
    if (const auto* line = std::get_if<figures::Line>(&element))
        return placesAlong(pixelsOf(*line, map), map.rect);
    if (const auto* band = std::get_if<figures::Band>(&element))
        return placesIn(*band, map);
    if (const auto* region = std::get_if<figures::Region>(&element))
        return placesIn(*region, map);
    return {};
}

/// That a name beside it says what it is.
bool canBeNamed(const figures::Element& element)
{
    if (const auto* line = std::get_if<figures::Line>(&element))
        return !line->path && !line->name.empty() && !line->x.empty();
    if (const auto* band = std::get_if<figures::Band>(&element))
        return !band->name.empty();
    const auto* region = std::get_if<figures::Region>(&element);
    return region && !region->name.empty();
}

bool isDrawing(const figures::Element& element)
{
    return std::holds_alternative<figures::Graph>(element) || std::holds_alternative<figures::ColourMap>(element);
}

QFont fontOf(const PanelContent& content, const CurveName& name)
{
    QFont font = content.font;
    font.setBold(name.bold);
    return font;
}

/// Those of the titles that find a place: at the top, and over the end of the horizontal axis.
void placeTitles(LabelPlacer& placer, const PanelContent& content, const QRectF& inside, const InnerTitles& titles,
    std::vector<CurveName>& names)
{
    const auto put = [&](CurveName name, std::vector<PlacedText::Place> places) {
        if (name.text.isEmpty())
            return;
        const auto found = placer.reserve(
            {.text = name.text, .font = fontOf(content, name), .required = true, .places = std::move(places)});
        if (!found)
            return;
        name.rect = found->rect;
        names.push_back(std::move(name));
    };
    put({.element = -1, .text = titles.x},
        {{inside.bottomRight(), {-1, -1}, 4}, {{inside.center().x(), inside.bottom()}, {0, -1}, 4},
            {inside.bottomLeft(), {1, -1}, 4}});
    put({.element = -1, .text = titles.y},
        {{inside.topLeft(), {1, 1}, 3}, {{inside.center().x(), inside.top()}, {0, 1}, 3},
            {inside.topRight(), {-1, 1}, 3}, {inside.bottomLeft(), {1, -1}, 3}});
    put({.element = -1, .text = titles.title, .bold = true},
        {{inside.topLeft(), {1, 1}, 3}, {{inside.center().x(), inside.top()}, {0, 1}, 3},
            {inside.topRight(), {-1, 1}, 3}, {inside.bottomLeft(), {1, -1}, 3}, {inside.bottomRight(), {-1, -1}, 3}});
}

} // namespace

std::vector<CurveName> placeCurveNames(const PanelContent& content, const draw::PixelMap& map,
    const InnerTitles& titles, const std::vector<CurveName>& before)
{
    const std::vector<figures::Element>& elements = content.panel->elements;
    std::vector<std::size_t> named;
    for (std::size_t i = 0; i < elements.size(); ++i)
        if (content.panel->legend && canBeNamed(elements[i]) && !content.isHidden(i))
            named.push_back(i);
    if (named.size() > kMost || map.rect.width() < 40 || map.rect.height() < 40
        || std::ranges::any_of(elements, isDrawing))
        return {};
    LabelPlacer placer(map.rect.adjusted(3, 1, -3, -1));
    Obstacles obstacles(placer, content, map);
    for (std::size_t i = 0; i < elements.size(); ++i)
        if (!content.isHidden(i))
            std::visit(obstacles, elements[i]);
    std::vector<CurveName> names;
    placeTitles(placer, content, map.rect, titles, names);
    const auto rank = [&](std::size_t i) { // areas have most places to choose from
        return (isGhost(elements[i]) ? 2 : 0) + (std::holds_alternative<figures::Line>(elements[i]) ? 0 : 1);
    };
    std::ranges::stable_sort(named, {}, rank);
    std::set<QString> known;
    for (const std::size_t i : named) {
        const QString name = text::toText(legendName(elements[i]));
        if (!known.insert(name).second)
            continue;
        const auto stood = std::ranges::find(before, name, &CurveName::text);
        if (const auto found =
                placer.reserve({.text = name, .font = content.font, .places = placesOf(elements[i], map)},
                    stood == before.end() ? 0 : stood->place))
            names.push_back({static_cast<int>(i), name, found->rect, found->place});
    }
    return names;
}

void drawCurveNames(QPainter& painter, const PanelContent& content, const std::vector<CurveName>& names)
{
    for (const CurveName& each : names) {
        const QFont font = fontOf(content, each);
        QColor colour = content.theme->foreground;
        if (each.element >= 0)
            std::visit(
                [&](const auto& element) {
                    if constexpr (requires { element.role; })
                        colour = content.theme->style(element.role).colour;
                },
                content.panel->elements[static_cast<std::size_t>(each.element)]);
        else
            painter.fillRect(each.rect.adjusted(-2, 1, 2, -1), content.theme->background);
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(QPointF(each.rect.left(), each.rect.top() + QFontMetricsF(font).ascent()), each.text);
    }
}

} // namespace deltascope::plot
