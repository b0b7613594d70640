// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/draw/label_placer.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace deltascope::draw {

namespace {

constexpr double kCell = 4;
constexpr int kMostCells = 2048; // a side; a 16 000 pixel wide plot needs no finer picture of its curves

int cells(double pixels)
{
    return std::clamp(static_cast<int>(pixels / kCell) + 1, 1, kMostCells);
}

QRectF rectAt(const PlacedText::Place& place, QSizeF size)
{
    const QPointF centre(place.anchor.x() + place.direction.x() * (place.gap + size.width() / 2),
        place.anchor.y() + place.direction.y() * (place.gap + size.height() / 2));
    return {centre.x() - size.width() / 2, centre.y() - size.height() / 2, size.width(), size.height()};
}

void drawText(QPainter& painter, const PlacedText& request, const QRectF& rect, const QColor* halo)
{
    const QPointF baseline(rect.left(), rect.top() + QFontMetricsF(request.font).ascent());
    painter.setFont(request.font);
    if (halo) {
        QPainterPath outline;
        outline.addText(baseline, request.font, request.text);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.strokePath(outline, QPen(*halo, 4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    }
    painter.setPen(request.colour);
    painter.drawText(baseline, request.text);
}

} // namespace

LabelPlacer::LabelPlacer(const QRectF& bounds)
    : m_bounds(bounds)
    , m_columns(cells(bounds.width()))
    , m_rows(cells(bounds.height()))
    , m_cells(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows))
{
}

void LabelPlacer::cover(const QRectF& rect)
{
    m_covered.push_back(rect);
}

void LabelPlacer::trace(QPointF from, QPointF to)
{
    if (m_bounds.isEmpty()) // nothing will be placed
        return;
    const QPointF span = to - from;
    const int steps =
        std::clamp(static_cast<int>(std::max(std::abs(span.x()), std::abs(span.y())) / kCell) + 1, 1, 4096);
    for (int step = 0; step <= steps; ++step) {
        const QPointF point = from + span * (static_cast<double>(step) / steps) - m_bounds.topLeft();
        const double column = std::floor(point.x() / kCell), row = std::floor(point.y() / kCell);
        if (column >= 0 && column < m_columns && row >= 0 && row < m_rows)
            cell(static_cast<int>(column), static_cast<int>(row)) = 1;
    }
}

void LabelPlacer::fill(const QRectF& area)
{
    if (!area.intersects(m_bounds))
        return;
    const Cells under = cellsUnder(area);
    for (int row = under.top; row <= under.bottom; ++row)
        for (int column = under.left; column <= under.right; ++column)
            cell(column, row) = 1;
}

void LabelPlacer::request(PlacedText text)
{
    if (text.text.isEmpty() || text.places.empty())
        return;
    // the selected and the present layer may be one: it is named once
    const auto same = [&](const PlacedText& other) {
        const QPointF apart = other.places.front().anchor - text.places.front().anchor;
        return other.text == text.text && apart.manhattanLength() < 4;
    };
    if (std::none_of(m_requests.begin(), m_requests.end(), same))
        m_requests.push_back(std::move(text));
}

bool LabelPlacer::free(const QRectF& rect) const
{
    return m_bounds.contains(rect) && std::none_of(m_covered.begin(), m_covered.end(), [&](const QRectF& other) {
        return other.intersects(rect);
    });
}

LabelPlacer::Cells LabelPlacer::cellsUnder(const QRectF& rect) const
{
    const QRectF local = rect.translated(-m_bounds.topLeft());
    const auto index = [](double pixel, int count) {
        return std::clamp(static_cast<int>(pixel / kCell), 0, count - 1);
    };
    return {index(local.left(), m_columns), index(local.right(), m_columns), index(local.top(), m_rows),
        index(local.bottom(), m_rows)};
}

unsigned char& LabelPlacer::cell(int column, int row)
{
    return m_cells[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns)
        + static_cast<std::size_t>(column)];
}

int LabelPlacer::curvesUnder(const QRectF& rect)
{
    const Cells under = cellsUnder(rect.adjusted(0, 2, 0, -2));
    int found = 0;
    for (int row = under.top; row <= under.bottom; ++row)
        for (int column = under.left; column <= under.right; ++column)
            found += cell(column, row);
    return found;
}

std::optional<LabelPlacer::Found> LabelPlacer::best(const PlacedText& request, int first)
{
    const QFontMetricsF metrics(request.font);
    const QSizeF size(metrics.horizontalAdvance(request.text), metrics.height());
    std::optional<Found> found;
    const auto attempt = [&](int index) {
        const QRectF rect = rectAt(request.places[static_cast<std::size_t>(index)], size);
        if (!free(rect))
            return;
        if (const int curves = curvesUnder(rect); !found || curves < found->curves)
            found = Found{rect, curves, index};
    };
    const auto count = static_cast<int>(request.places.size());
    if (first > 0 && first < count)
        attempt(first);
    for (int i = 0; i < count && !(found && found->curves == 0); ++i)
        attempt(i);
    return found && (found->curves == 0 || request.required) ? found : std::nullopt;
}

std::optional<LabelPlacer::Found> LabelPlacer::reserve(const PlacedText& text, int first)
{
    const std::optional<Found> found = best(text, first);
    if (found)
        m_covered.push_back(found->rect.adjusted(-3, 0, 3, 0));
    return found;
}

std::optional<QRectF> LabelPlacer::place(QPainter& painter, const PlacedText& request, const QColor& halo)
{
    const std::optional<Found> found = best(request);
    if (!found)
        return std::nullopt;
    const QRectF& bestRect = found->rect;
    const bool overDrawing =
        found->curves > 0 || (request.required && m_coloured); // what is told where to stand may stand on colours
    if (request.parts) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(halo);
        painter.drawRoundedRect(bestRect.adjusted(-2, 1, 2, -1), 2, 2);
    }
    drawText(painter, request, bestRect, overDrawing && !request.parts ? &halo : nullptr);
    m_covered.push_back(bestRect.adjusted(-3, 0, 3, 0));
    return bestRect;
}

std::vector<QRectF> LabelPlacer::draw(QPainter& painter, const QColor& halo)
{
    std::stable_sort(m_requests.begin(), m_requests.end(),
        [](const PlacedText& left, const PlacedText& right) { return left.priority < right.priority; });
    std::vector<QRectF> placed;
    for (const PlacedText& request : m_requests)
        if (const auto rect = place(painter, request, halo))
            placed.push_back(*rect);
    m_requests.clear();
    return placed;
}

} // namespace deltascope::draw
