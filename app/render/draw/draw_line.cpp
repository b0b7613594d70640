// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/draw/canvas.h"
#include "render/draw/marker.h"
#include "render/draw/polyline.h"

#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>

#include <cmath>

namespace deltascope::draw {

namespace {

constexpr qsizetype kManyPoints = 300; // of a curve whose joins nobody can tell apart

/// Thick polylines cost Qt's raster engine 8 to 45 times as much as their segments one by one (500 points 2 pixels wide
/// 7.2 ms against 0.5 ms), and seconds where thousands of points go up and down. In a picture to keep the joins matter
/// more, as long as there are few.
void stroke(Canvas& canvas, const QPolygonF& points, const QPen& pen)
{
    QPainter& painter = canvas.painter;
    const bool pixels = painter.paintEngine()->type() == QPaintEngine::Raster;
    const bool joined = !canvas.fast && (!pixels || points.size() < kManyPoints);
    const bool thin = pen.widthF() * painter.device()->devicePixelRatioF() <= 1;
    painter.setPen(pen);
    if (joined || (thin && pen.style() == Qt::SolidLine)) {
        painter.drawPolyline(points);
        return;
    }
    QList<double> pattern = pen.dashPattern(); // in pen widths
    for (double& length : pattern)
        length *= std::max(1.0, pen.widthF());
    const std::vector<QLineF> lines = dashes(points, pattern);
    QPen plain = pen;
    plain.setStyle(Qt::SolidLine);
    const Qt::PenCapStyle solid = canvas.fast ? Qt::SquareCap : Qt::RoundCap;
    plain.setCapStyle(pen.style() == Qt::SolidLine ? solid : Qt::FlatCap);
    painter.setPen(plain);
    painter.drawLines(lines.data(), static_cast<int>(lines.size()));
}

void drawPiece(Canvas& canvas, const figures::Line& line, std::size_t begin, std::size_t end, const QPen& pen)
{
    QPolygonF pixels;
    pixels.reserve(static_cast<qsizetype>(end - begin));
    for (std::size_t i = begin; i < end; ++i)
        pixels << canvas.map(line.x[i], line.y[i]);
    const double margin = pen.widthF() / 2; // a line along the edge keeps its width
    const QRectF visible = canvas.map.rect.adjusted(-margin, -margin, margin, margin);
    for (const QPolygonF& part : clipped(line.path ? pixels : thinned(pixels), visible)) {
        stroke(canvas, part, pen);
        for (int i = 1; i < part.size(); ++i)
            canvas.labels.trace(part[i - 1], part[i]);
    }
}

/// Marks stand apart: where the points are denser than marks can be told apart, every so manieth is drawn, and the
/// last.
void drawMarkers(Canvas& canvas, const figures::Line& line, const render::RoleStyle& style)
{
    const double size = canvas.markerSize();
    QPointF previous(-1e9, -1e9);
    MarkerStamp stamp(canvas.painter, style, canvas.theme.background, size, canvas.fast);
    canvas.painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < line.x.size(); ++i) {
        const QPointF pixel = canvas.map(line.x[i], line.y[i]);
        const QPointF step = pixel - previous;
        if (!canvas.map.rect.contains(pixel) || (std::hypot(step.x(), step.y()) < 1.6 * size && i + 1 < line.x.size()))
            continue;
        stamp.draw(pixel);
        canvas.labels.trace(pixel - QPointF(size, size) / 2, pixel + QPointF(size, size) / 2);
        previous = pixel;
    }
}

/// Every piece between its gaps.
void drawPieces(Canvas& canvas, const figures::Line& line, const QPen& pen)
{
    std::size_t begin = 0;
    for (const std::size_t end : line.breaks) {
        drawPiece(canvas, line, begin, std::min(end, line.x.size()), pen);
        begin = std::min(end, line.x.size());
    }
    drawPiece(canvas, line, begin, line.x.size(), pen);
}

} // namespace

void drawElement(Canvas& canvas, const figures::Line& line)
{
    if (line.x.empty())
        return;
    const render::RoleStyle& style = canvas.theme.style(line.role);
    QPen pen(style.colour, canvas.penWidth(line.role), line.dashed ? Qt::DashLine : style.penStyle);
    pen.setJoinStyle(Qt::RoundJoin);
    if (line.faint) {
        constexpr double kPale = 0.4, kThin = 0.6;
        pen.setColor(render::mixed(style.colour, canvas.theme.background, kPale));
        pen.setWidthF(kThin * pen.widthF());
        pen.setStyle(Qt::SolidLine);
    }
    canvas.painter.setRenderHint(QPainter::Antialiasing);
    canvas.painter.setBrush(Qt::NoBrush);
    if (line.path) { // it may lie on colours as light or as dark as itself
        QPen halo = pen;
        halo.setStyle(Qt::SolidLine);
        halo.setColor(canvas.theme.background);
        halo.setWidthF(pen.widthF() + 2 * canvas.theme.scale);
        drawPieces(canvas, line, halo);
    }
    drawPieces(canvas, line, pen);
    // a curve of one point is seen only by its mark
    if (line.markers || line.x.size() == 1)
        drawMarkers(canvas, line, style);
}

} // namespace deltascope::draw
