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

const figures::Line* namedCurve(const figures::Element& element)
{
    const auto* line = std::get_if<figures::Line>(&element);
    return line && !line->path && !line->name.empty() && !line->x.empty() ? line : nullptr;
}

bool isDrawing(const figures::Element& element)
{
    return std::holds_alternative<figures::Graph>(element) || std::holds_alternative<figures::ColourMap>(element);
}

} // namespace

std::vector<CurveName> placeCurveNames(const PanelContent& content, const draw::PixelMap& map)
{
    const std::vector<figures::Element>& elements = content.panel->elements;
    std::vector<std::size_t> curves;
    for (std::size_t i = 0; i < elements.size(); ++i)
        if (namedCurve(elements[i]) && !content.isHidden(i))
            curves.push_back(i);
    if (!content.panel->legend || curves.empty() || curves.size() > kMost || map.rect.width() < 40
        || map.rect.height() < 40 || std::ranges::any_of(elements, isDrawing))
        return {};
    LabelPlacer placer(map.rect.adjusted(3, 1, -3, -1));
    Obstacles obstacles(placer, content, map);
    for (std::size_t i = 0; i < elements.size(); ++i)
        if (!content.isHidden(i))
            std::visit(obstacles, elements[i]);
    std::ranges::stable_partition(curves, [&](std::size_t i) { return !isGhost(elements[i]); });
    std::vector<CurveName> names;
    std::set<QString> known;
    for (const std::size_t i : curves) {
        const figures::Line& line = *namedCurve(elements[i]);
        const QString name = text::toText(line.name);
        if (!known.insert(name).second)
            continue;
        const auto rect = placer.reserve(
            {.text = name, .font = content.font, .places = placesAlong(pixelsOf(line, map), map.rect)});
        if (rect)
            names.push_back({static_cast<int>(i), name, *rect});
    }
    return names;
}

void drawCurveNames(QPainter& painter, const PanelContent& content, const std::vector<CurveName>& names)
{
    const double ascent = QFontMetricsF(content.font).ascent();
    painter.setFont(content.font);
    for (const CurveName& each : names) {
        const figures::Line* line = namedCurve(content.panel->elements[static_cast<std::size_t>(each.element)]);
        painter.setPen(content.theme->style(line->role).colour);
        painter.drawText(QPointF(each.rect.left(), each.rect.top() + ascent), each.text);
    }
}

} // namespace deltascope::plot
