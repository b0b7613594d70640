// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/draw/canvas.h"
#include "render/draw/marker.h"
#include "text/language.h"

#include <QPainter>

#include <cmath>
#include <unordered_set>

namespace deltascope::draw {

namespace {

constexpr std::size_t kCrowd = 400; // more marks than this become dots: 5 µs a mark, and nobody can tell them apart

int priority(figures::Role role)
{
    switch (role) {
    case figures::Role::selected:
        return 0;
    case figures::Role::current:
        return 1;
    case figures::Role::first:
    case figures::Role::last:
        return 3;
    default:
        return 5;
    }
}

void requestLabel(Canvas& canvas, const figures::Points& points, std::size_t i, QPointF pixel, bool textOnly)
{
    const double gap = canvas.markerSize() / 2 + 4;
    const int rank = priority(points.role);
    PlacedText text{.text = text::toText(points.labels[i]),
        .font = canvas.font,
        .colour = canvas.theme.foreground,
        .priority = rank,
        .required = rank < 3};
    if (textOnly)
        text.places.push_back({pixel, {0, 0}, 0});
    for (const QPointF direction : {QPointF(0, -1), QPointF(1, -0.6), QPointF(-1, -0.6), QPointF(1, 0), QPointF(-1, 0),
             QPointF(0, 1), QPointF(1, 0.8), QPointF(-1, 0.8), QPointF(0, -2.2), QPointF(0, 2.2)})
        text.places.push_back({pixel, direction, gap});
    canvas.labels.request(std::move(text));
}

} // namespace

void drawElement(Canvas& canvas, const figures::Points& points)
{
    render::RoleStyle style = canvas.theme.style(points.role);
    const bool textOnly = style.marker == u"none" && !points.labels.empty(); // "↓" is its own mark
    if (style.marker == u"none" && points.labels.empty())
        style.marker = QStringLiteral("disc");
    const bool crowded = points.x.size() > kCrowd;
    const double size = canvas.markerSize() * (crowded ? 0.5 : points.role == figures::Role::selected ? 1.5 : 1.2);
    // more marks than stand side by side: every so manieth, and the last
    const bool thinned =
        points.labels.empty() && static_cast<double>(points.x.size()) * size > 0.6 * canvas.map.rect.width();
    QPointF previous(-1e9, -1e9);
    MarkerStamp stamp(canvas.painter, style, canvas.theme.background, size, canvas.fast, fillOf(points));
    std::unordered_set<long long> seen; // pixels that have their mark: hundreds of layers may share one
    canvas.painter.setRenderHint(QPainter::Antialiasing, !crowded);
    for (std::size_t i = 0; i < points.x.size(); ++i) {
        const QPointF pixel = canvas.map(points.x[i], points.y[i]);
        if (!canvas.map.rect.adjusted(-1, -1, 1, 1).contains(pixel))
            continue;
        const long long cell = static_cast<long long>(pixel.x()) * 1'000'000 + static_cast<long long>(pixel.y());
        const QPointF step = pixel - previous;
        const bool close = thinned && i + 1 < points.x.size() && std::hypot(step.x(), step.y()) < 1.6 * size;
        if (close || (!seen.insert(cell).second && points.labels.empty()))
            continue;
        previous = pixel;
        if (crowded)
            canvas.painter.fillRect(QRectF(pixel - QPointF(size, size) / 2, QSizeF(size, size)), style.colour);
        else
            stamp.draw(pixel);
        canvas.labels.trace(pixel - QPointF(size, size) / 2, pixel + QPointF(size, size) / 2);
        if (i < points.labels.size())
            requestLabel(canvas, points, i, pixel, textOnly);
    }
}

} // namespace deltascope::draw
