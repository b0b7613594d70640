// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/draw/area_fill.h"

#include <QLineF>
#include <QPainter>

#include <algorithm>
#include <vector>

namespace deltascope::draw {

namespace {

/// The directions of the stripes of a pattern.
struct Stripes {
    bool rising = false, falling = false, level = false, upright = false;
    double pitch = 5;
};

Stripes stripesOf(Qt::BrushStyle pattern)
{
    switch (pattern) {
    case Qt::BDiagPattern:
        return {.rising = true};
    case Qt::FDiagPattern:
        return {.falling = true};
    case Qt::DiagCrossPattern:
        return {.rising = true, .falling = true};
    case Qt::CrossPattern:
        return {.level = true, .upright = true};
    case Qt::HorPattern:
        return {.level = true};
    case Qt::VerPattern:
        return {.upright = true};
    case Qt::Dense4Pattern:
        return {.rising = true, .pitch = 3};
    case Qt::Dense6Pattern:
        return {.rising = true, .pitch = 9};
    default:
        return {};
    }
}

/// One stripe from the left or bottom edge, rising at 45°, cut at the rectangle; mirrored left to right where
/// `falling`.
QLineF diagonal(const QRectF& rect, double offset, bool falling)
{
    const double from = std::max(0.0, offset - rect.height()), to = std::min(offset, rect.width());
    const auto x = [&](double place) { return falling ? rect.right() - place : rect.left() + place; };
    return {x(from), rect.top() + offset - from, x(to), rect.top() + offset - to};
}

std::vector<QLineF> stripeLines(const QRectF& rect, const Stripes& stripes, double pitch)
{
    std::vector<QLineF> lines;
    const double diagonalPitch = pitch * 1.41;
    for (double offset = diagonalPitch / 2; offset < rect.width() + rect.height(); offset += diagonalPitch) {
        if (stripes.rising)
            lines.push_back(diagonal(rect, offset, false));
        if (stripes.falling)
            lines.push_back(diagonal(rect, offset, true));
    }
    for (double y = rect.bottom() - pitch / 2; stripes.level && y > rect.top(); y -= pitch)
        lines.emplace_back(rect.left(), y, rect.right(), y);
    for (double x = rect.left() + pitch / 2; stripes.upright && x < rect.right(); x += pitch)
        lines.emplace_back(x, rect.top(), x, rect.bottom());
    return lines;
}

} // namespace

void fillArea(
    QPainter& painter, const QRectF& rect, const render::RoleStyle& style, const QColor& background, double scale)
{
    painter.fillRect(rect, style.fill);
    const Stripes stripes = stripesOf(style.pattern);
    const bool any = stripes.rising || stripes.falling || stripes.level || stripes.upright;
    // a bar of a few pixels has no room to show a pattern, and hundreds of them no time
    if (!any || rect.width() < 5 * scale || rect.height() < 3 * scale)
        return;
    const std::vector<QLineF> lines = stripeLines(rect, stripes, stripes.pitch * scale);
    painter.setPen(QPen(style.fill == style.colour ? background : style.colour, scale, Qt::SolidLine, Qt::FlatCap));
    painter.drawLines(lines.data(), static_cast<int>(lines.size()));
}

} // namespace deltascope::draw
