// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/draw/area_fill.h"
#include "render/draw/canvas.h"

#include <QPainter>

#include <cmath>

namespace deltascope::draw {

namespace {

constexpr double kPatterned = 7; // pixels: in thinner bars the stripes of a pattern are noise
constexpr double kSharp = 3; // pixels: thinner bars rounded to whole pixels would make patterns that are not there

QRectF barRect(const Canvas& canvas, const figures::Bars& bars, std::size_t i)
{
    const PixelMap& map = canvas.map;
    const double middle = bars.x[i] + bars.offset;
    double left = map.x(middle - bars.width / 2), right = map.x(middle + bars.width / 2);
    double from = map.y(bars.base[i]), to = map.y(bars.y[i]);
    if (canvas.fast && right - left >= kSharp) { // whole pixels: sharp and cheap without antialiasing
        left = std::floor(left);
        right = std::floor(right);
        from = std::floor(from);
        to = std::floor(to);
    }
    // a factor of exactly 1 has no height on a log axis, and is still there
    const double height = std::max(1.0, std::abs(from - to));
    return {left, std::min(from, to), std::max(1.0, right - left), height};
}

/// Bars narrower than a pixel: each column of pixels shows the span of all bars in it.
QRectF joinedBars(const QRectF& left, const QRectF& right)
{
    return left.isNull() ? right : left.united(right);
}

} // namespace

void drawElement(Canvas& canvas, const figures::Bars& bars)
{
    const render::RoleStyle& style = canvas.theme.style(bars.role);
    QRectF column;
    const auto put = [&](const QRectF& bar) {
        const QRectF shown = bar.intersected(canvas.map.rect);
        if (shown.isEmpty())
            return;
        canvas.painter.setRenderHint(QPainter::Antialiasing, !canvas.fast || bar.width() < kSharp);
        if (bar.width() < kPatterned)
            canvas.painter.fillRect(shown, style.fill);
        else
            fillArea(canvas.painter, shown, style, canvas.theme.background, canvas.theme.scale);
        canvas.labels.fill(shown);
    };
    for (std::size_t i = 0; i < bars.x.size(); ++i) {
        const QRectF bar = barRect(canvas, bars, i);
        if (bar.width() > 1) {
            put(bar);
        } else if (!column.isNull() && std::floor(bar.left()) == std::floor(column.left())) {
            column = joinedBars(column, bar);
        } else {
            put(column);
            column = bar;
        }
    }
    put(column);
}

} // namespace deltascope::draw
