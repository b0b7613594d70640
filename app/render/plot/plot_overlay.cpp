// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/plot/plot_overlay.h"

#include "render/fonts.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace deltascope::plot {

namespace {

constexpr std::size_t kMostRings = 24;

void drawRing(QPainter& painter, const render::Theme& theme, QPointF centre)
{
    const double radius = 6.5 * theme.scale;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.background, 4 * theme.scale));
    painter.drawEllipse(centre, radius, radius);
    painter.setPen(QPen(theme.style(figures::Role::current).colour, 2 * theme.scale));
    painter.drawEllipse(centre, radius, radius);
}

/// Above the point, or under it where there is no room; moved sideways as far as it must, never over the point.
QRectF boxPlace(QPointF point, QSizeF size, const QRectF& bounds, double gap)
{
    double top = point.y() - gap - size.height();
    if (top < bounds.top())
        top = point.y() + gap;
    const double left =
        std::clamp(point.x() + gap / 2, bounds.left(), std::max(bounds.left(), bounds.right() - size.width()));
    return {
        QPointF(left, std::clamp(top, bounds.top(), std::max(bounds.top(), bounds.bottom() - size.height()))), size};
}

} // namespace

void drawLayerMark(QPainter& painter, const FigureRenderer& drawn, const render::Theme& theme, int layer)
{
    painter.setRenderHint(QPainter::Antialiasing);
    for (int panel = 0; panel < drawn.panelCount(); ++panel) {
        const draw::PixelMap map = drawn.map(panel);
        const figures::Panel& shown = drawn.figure().panels[static_cast<std::size_t>(panel)];
        const double x = map.x(layer);
        if (shown.axes && shown.x.scale == figures::AxisScale::layers && x >= map.rect.left()
            && x <= map.rect.right()) {
            painter.setPen(QPen(theme.style(figures::Role::current).colour, theme.scale, Qt::DotLine));
            painter.drawLine(QPointF(x, map.rect.top()), QPointF(x, map.rect.bottom()));
        }
        const std::vector<QPointF> pixels = pixelsOfLayer(drawn, panel, layer);
        for (std::size_t i = 0; i < std::min(pixels.size(), kMostRings); ++i)
            drawRing(painter, theme, pixels[i]);
    }
}

void drawReadout(QPainter& painter, const FigureRenderer& drawn, const render::Theme& theme, const PlotPoint& point,
    bool words, const QRectF& bounds)
{
    const QPointF place = pixelOf(drawn, point);
    painter.setRenderHint(QPainter::Antialiasing);
    drawRing(painter, theme, place);
    if (const QString text = readoutText(drawn, point); words && !text.isEmpty())
        drawTextBeside(painter, theme, place, text, bounds);
}

void drawTextBeside(
    QPainter& painter, const render::Theme& theme, QPointF place, const QString& text, const QRectF& bounds)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont font = render::figureFont(theme.fontPoints * theme.scale);
    const double padding = 5 * theme.scale, widest = std::max(60.0, bounds.width() * 0.7);
    const QRectF ink = QFontMetricsF(font).boundingRect(
        QRectF(0, 0, widest, 1000), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text);
    const QSizeF size(ink.width() + 2 * padding + 1, ink.height() + 2 * padding);
    const QRectF box = boxPlace(place, size, bounds.adjusted(2, 2, -2, -2), 11 * theme.scale);
    painter.setBrush(theme.background);
    painter.setPen(QPen(theme.subdued, 1));
    painter.drawRoundedRect(box, 3, 3);
    painter.setFont(font);
    painter.setPen(theme.foreground);
    painter.drawText(box.adjusted(padding, padding, -padding + 1, -padding + 1),
        Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap | Qt::TextDontClip, text);
}

void drawZoomBox(QPainter& painter, const render::Theme& theme, const QRectF& box)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.background, 1));
    painter.drawRect(box);
    painter.setPen(QPen(theme.foreground, 1, Qt::DashLine));
    painter.drawRect(box);
}

void drawVeil(QPainter& painter, const render::Theme& theme, const QString& text, const QRectF& bounds)
{
    constexpr float kGround = 0.88f; // the share of what is drawn that goes
    QColor ground = theme.background;
    ground.setAlphaF(kGround);
    painter.fillRect(bounds, ground);
    painter.setFont(render::figureFont(theme.fontPoints * theme.scale));
    painter.setPen(theme.foreground);
    constexpr int kFlags = Qt::AlignCenter | Qt::TextWordWrap;
    const double margin = 12 * theme.scale;
    const QRectF room = bounds.adjusted(margin, margin, -margin, -margin);
    const auto fits = [&](const QString& words) {
        const QRectF needed = painter.boundingRect(room, kFlags, words);
        return needed.height() <= room.height() && needed.width() <= room.width();
    };
    QString shown = text;
    for (qsizetype length = text.size(); length > 1 && !fits(shown); length -= std::max<qsizetype>(1, length / 8))
        shown = text.left(length).trimmed() + QChar(0x2026);
    painter.drawText(room, kFlags, shown);
}

void drawFocusFrame(QPainter& painter, const render::Theme& theme, const QRectF& bounds)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.style(figures::Role::primary).colour, 2));
    painter.drawRoundedRect(bounds.adjusted(1, 1, -1, -1), 3, 3);
}

} // namespace deltascope::plot
