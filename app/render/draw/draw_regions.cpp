// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/draw/area_fill.h"
#include "render/draw/canvas.h"
#include "text/language.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace deltascope::draw {

namespace {

/// Whether a text with its middle at this height is nearer to another guide than to its own.
bool belongsElsewhere(const Canvas& canvas, double level, double middle)
{
    return std::ranges::any_of(
        canvas.levels, [&](double other) { return std::abs(middle - other) < std::abs(middle - level) - 0.5; });
}

/// At an end of the line, on either side of it; else along it. Not at all where it would name another one.
void requestName(Canvas& canvas, const figures::Guide& guide, const QColor& colour, double place)
{
    const QRectF& inside = canvas.map.rect;
    PlacedText text{
        .text = text::toText(guide.name), .font = canvas.font, .colour = colour, .priority = 2, .required = true};
    const double gap = 3, high = QFontMetricsF(canvas.font).height();
    if (guide.horizontal && canvas.beside) {
        for (const double side : {0.0, -1.0, 1.0, -3.0})
            if (!belongsElsewhere(canvas, place, place + side * high / 2))
                text.places.push_back({{inside.right() + 2 * gap, place}, {1, side}, 0});
        canvas.beside->request(std::move(text));
        return;
    }
    const auto inward = [](double along) { return 1 - 2 * along; }; // away from the nearer end: the text stays inside
    for (const double along : {1.0, 0.0, 0.5, 0.75, 0.25})
        for (const double side : {-1.0, 1.0})
            if (guide.horizontal && belongsElsewhere(canvas, place, place + side * (gap + high / 2)))
                continue;
            else if (guide.horizontal)
                text.places.push_back(
                    {{inside.left() + along * inside.width() + gap * inward(along), place + side * gap},
                        {inward(along), side}, 0});
            else // from the top, and first to the right
                text.places.push_back(
                    {{place - side * (gap + 1), inside.bottom() - along * inside.height() - gap * inward(along)},
                        {-side, -inward(along)}, 0});
    canvas.labels.request(std::move(text));
}

} // namespace

void drawElement(Canvas& canvas, const figures::Band& band)
{
    QPolygonF outline;
    outline.reserve(2 * static_cast<qsizetype>(band.x.size()));
    for (std::size_t i = 0; i < band.x.size(); ++i)
        outline << canvas.map(band.x[i], band.upper[i]);
    for (std::size_t i = band.x.size(); i-- > 0;)
        outline << canvas.map(band.x[i], band.lower[i]);
    canvas.painter.setRenderHint(QPainter::Antialiasing, !canvas.fast);
    canvas.painter.setPen(Qt::NoPen);
    canvas.painter.setBrush(canvas.theme.style(band.role).fill);
    canvas.painter.drawPolygon(outline);
}

void drawElement(Canvas& canvas, const figures::Region& region)
{
    const QRectF& inside = canvas.map.rect;
    QRectF shaded = inside;
    if (region.xLower < region.xUpper) {
        shaded.setLeft(canvas.map.x(region.xLower));
        shaded.setRight(canvas.map.x(region.xUpper));
    }
    if (region.yLower < region.yUpper) {
        shaded.setTop(canvas.map.y(region.yUpper));
        shaded.setBottom(canvas.map.y(region.yLower));
    }
    const render::RoleStyle& style = canvas.theme.style(region.role);
    const double least = 2 * canvas.theme.scale;
    const bool narrow = shaded.width() < least || shaded.height() < least; // too thin for a pale fill to be seen
    if (shaded.width() < least)
        shaded.setWidth(least);
    if (shaded.height() < least)
        shaded.setHeight(least);
    canvas.painter.setRenderHint(QPainter::Antialiasing, !canvas.fast);
    if (narrow)
        canvas.painter.fillRect(shaded.intersected(inside), style.colour);
    else
        fillArea(canvas.painter, shaded.intersected(inside), style, canvas.theme.background, canvas.theme.scale);
}

void drawElement(Canvas& canvas, const figures::Guide& guide)
{
    const QRectF& inside = canvas.map.rect;
    const double place = guide.horizontal ? canvas.map.y(guide.value) : canvas.map.x(guide.value);
    if (guide.horizontal ? place < inside.top() - 1 || place > inside.bottom() + 1
                         : place < inside.left() - 1 || place > inside.right() + 1)
        return;
    const render::RoleStyle& style = canvas.theme.style(guide.role);
    const QPointF start = guide.horizontal ? QPointF(inside.left(), place) : QPointF(place, inside.top());
    const QPointF end = guide.horizontal ? QPointF(inside.right(), place) : QPointF(place, inside.bottom());
    canvas.painter.setRenderHint(QPainter::Antialiasing, false);
    // whole pixels on a screen: without antialiasing 1.2 is drawn now as 1 and now as 2
    const double thin = std::min(style.penWidth, 1.2) * canvas.theme.scale;
    const double width = canvas.fast ? std::max(1.0, std::round(thin)) : thin;
    canvas.painter.setPen(QPen(style.colour, width, style.penStyle));
    canvas.painter.drawLine(start, end);
    canvas.labels.trace(start, end);
    requestName(canvas, guide, style.colour, place);
}

void drawElement(Canvas& canvas, const figures::Label& label)
{
    const QPointF pixel = canvas.map(label.x, label.y);
    if (label.others.empty() && !canvas.map.rect.contains(pixel))
        return;
    QFont font = canvas.font;
    font.setPointSizeF(font.pointSizeF() * label.size);
    font.setBold(label.size > 1);
    const double width = QFontMetricsF(font).horizontalAdvance(text::toText(label.text)),
                 most = 0.94 * canvas.map.rect.width();
    if (label.size > 1 && width > most) // smaller before it has no place
        font.setPointSizeF(font.pointSizeF() * std::max(1 / label.size, most / width));
    PlacedText text{.text = text::toText(label.text),
        .font = font,
        .colour = canvas.theme.style(label.role).colour,
        .priority = 1,
        .required = true};
    text.parts = !label.others.empty();
    for (const auto& [x, y] : label.others)
        text.places.push_back({canvas.map(x, y), {0, 0}, 0});
    if (text.parts) {
        canvas.labels.request(std::move(text));
        return;
    }
    for (const QPointF direction : {QPointF(0, 0), QPointF(1, 1), QPointF(-1, 1), QPointF(1, -1), QPointF(-1, -1),
             QPointF(1, 0), QPointF(-1, 0), QPointF(0, -1), QPointF(0, 1)})
        text.places.push_back({pixel, direction, 6 * std::abs(direction.x())}); // beside a line, not against it
    canvas.labels.request(std::move(text));
}

} // namespace deltascope::draw
