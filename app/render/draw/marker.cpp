// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/draw/marker.h"

#include <QPaintDevice>
#include <QPainter>

#include <cmath>
#include <numbers>

namespace deltascope::draw {

namespace {

using Corners = std::initializer_list<QPointF>;

QPolygonF polygon(QPointF centre, double half, Corners corners)
{
    QPolygonF result;
    for (const QPointF& corner : corners)
        result << centre + corner * half;
    return result;
}

QPolygonF star(QPointF centre, double half)
{
    QPolygonF result;
    for (int i = 0; i < 10; ++i) {
        const double angle = std::numbers::pi * (i / 5.0 - 0.5), radius = half * (i % 2 ? 0.55 : 1.3);
        result << centre + radius * QPointF(std::cos(angle), std::sin(angle));
    }
    return result;
}

/// Two thick strokes, turned by an angle.
QPolygonF thickPlus(QPointF centre, double half, double angle)
{
    constexpr double kLong = 1.15, kThick = 0.42;
    QPolygonF result;
    for (int quarter = 0; quarter < 4; ++quarter)
        for (const QPointF corner : {QPointF(kThick, -kThick), QPointF(kLong, -kThick), QPointF(kLong, kThick)}) {
            const double turn = angle + quarter * std::numbers::pi / 2;
            const double cosine = std::cos(turn), sine = std::sin(turn);
            result << centre
                    + half * QPointF(cosine * corner.x() - sine * corner.y(), sine * corner.x() + cosine * corner.y());
        }
    return result;
}

/// Filled marks are polygons; of the open ones nothing is left for this.
QPolygonF filledMark(const QString& marker, QPointF centre, double half)
{
    if (marker == u"diamond")
        return polygon(centre, half, {{0, -1.25}, {1.25, 0}, {0, 1.25}, {-1.25, 0}});
    if (marker == u"triangle")
        return polygon(centre, half, {{0, -1.2}, {1.15, 0.9}, {-1.15, 0.9}});
    if (marker == u"triangle_down")
        return polygon(centre, half, {{0, 1.2}, {1.15, -0.9}, {-1.15, -0.9}});
    if (marker == u"square")
        return polygon(centre, half, {{-0.9, -0.9}, {0.9, -0.9}, {0.9, 0.9}, {-0.9, 0.9}});
    if (marker == u"triangle_left")
        return polygon(centre, half, {{-1.2, 0}, {0.9, -1.15}, {0.9, 1.15}});
    if (marker == u"triangle_right")
        return polygon(centre, half, {{1.2, 0}, {-0.9, 1.15}, {-0.9, -1.15}});
    if (marker == u"plus_filled")
        return thickPlus(centre, half, 0);
    if (marker == u"cross_filled")
        return thickPlus(centre, half, std::numbers::pi / 4);
    if (marker == u"star")
        return star(centre, half);
    return {};
}

void drawStrokes(QPainter& painter, QPointF centre, double half, bool upright)
{
    const QPointF one = upright ? QPointF(half, 0) : QPointF(half, half);
    const QPointF other = upright ? QPointF(0, half) : QPointF(half, -half);
    painter.drawLine(centre - one, centre + one);
    painter.drawLine(centre - other, centre + other);
}

void drawOpenMark(
    QPainter& painter, const render::RoleStyle& style, const QColor& background, QPointF centre, double half)
{
    const double width = std::max(1.0, half / 2.5);
    painter.setPen(QPen(style.colour, width));
    painter.setBrush(background);
    if (style.marker.startsWith(u"circle"))
        painter.drawEllipse(centre, half - width / 4, half - width / 4);
    if (style.marker == u"diamond_open")
        painter.drawPolygon(polygon(centre, half, {{0, -1.2}, {1.2, 0}, {0, 1.2}, {-1.2, 0}}));
    if (style.marker == u"square_cross")
        painter.drawRect(QRectF(centre - QPointF(half, half), centre + QPointF(half, half)));
    if (style.marker == u"plus" || style.marker == u"cross") { // strokes alone are lost on a bar
        painter.setPen(QPen(background, width + 2.5, Qt::SolidLine, Qt::SquareCap));
        drawStrokes(painter, centre, half, style.marker == u"plus");
        painter.setPen(QPen(style.colour, width));
    }
    if (style.marker == u"circle_plus" || style.marker == u"plus")
        drawStrokes(painter, centre, half, true);
    if (style.marker == u"cross" || style.marker == u"square_cross")
        drawStrokes(painter, centre, style.marker == u"cross" ? half : half * 0.7, false);
}

} // namespace

void drawMarker(QPainter& painter, const render::RoleStyle& style, const QColor& background, QPointF centre,
    double size, MarkerFill fill)
{
    const QPolygonF filled = filledMark(style.marker, centre, size / 2);
    if (style.marker != u"disc" && filled.isEmpty()) {
        drawOpenMark(painter, style, background, centre, size / 2);
        return;
    }
    if (fill == MarkerFill::plain)
        painter.setPen(Qt::NoPen);
    else
        painter.setPen(QPen(fill == MarkerFill::hollow ? style.colour : background, std::max(1.0, size / 6),
            Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(fill == MarkerFill::hollow ? background : style.colour);
    if (filled.isEmpty())
        painter.drawEllipse(centre, size / 2, size / 2);
    else
        painter.drawPolygon(filled);
}

MarkerStamp::MarkerStamp(QPainter& painter, const render::RoleStyle& style, const QColor& background, double size,
    bool fast, MarkerFill fill)
    : m_painter(painter)
    , m_style(style)
    , m_background(background)
    , m_size(size)
    , m_fill(fill)
    // where a pixel of the picture is not one of the device, a copy would be scaled
    , m_copied(
          fast && painter.device()->devicePixelRatioF() == 1 && painter.transform().type() <= QTransform::TxTranslate)
{
}

/// The nearest place that there is a picture for: the pixel it lies in, and where in it.
MarkerStamp::Place MarkerStamp::nearest(double place)
{
    const double rounded = std::floor(place * kPhases + 0.5) / kPhases, pixel = std::floor(rounded);
    return {static_cast<int>(pixel), static_cast<std::size_t>((rounded - pixel) * kPhases)};
}

void MarkerStamp::draw(QPointF centre)
{
    if (!m_copied) {
        drawMarker(m_painter, m_style, m_background, centre, m_size, m_fill);
        return;
    }
    const int half = static_cast<int>(std::ceil(0.75 * m_size)) + 2; // a star reaches 0.65 of its size, strokes beyond
    const Place x = nearest(centre.x()), y = nearest(centre.y());
    QImage& image = m_images[y.phase][x.phase];
    if (image.isNull()) {
        image = QImage(2 * half + 1, 2 * half + 1, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        const QPointF within(static_cast<double>(x.phase) / kPhases, static_cast<double>(y.phase) / kPhases);
        drawMarker(painter, m_style, m_background, QPointF(half, half) + within, m_size, m_fill);
    }
    m_painter.drawImage(QPoint(x.pixel - half, y.pixel - half), image);
}

} // namespace deltascope::draw
