// SPDX-License-Identifier: GPL-3.0-or-later
// What moves with the pointer, painted over the finished picture so that hovering never draws a figure again.
#pragma once

#include "render/plot/plot_readout.h"

#include <QRectF>

class QPainter;

namespace deltascope::plot {

/// The layer under the pointer of some plot: a line through its place on a layers axis, rings around its points.
void drawLayerMark(QPainter& painter, const FigureRenderer& drawn, const render::Theme& theme, int layer);
/// The ring around the point that is read, and with `words` its text in a box inside `bounds`.
void drawReadout(QPainter& painter, const FigureRenderer& drawn, const render::Theme& theme, const PlotPoint& point,
    bool words, const QRectF& bounds);
/// A text in a box above `place`, inside `bounds`.
void drawTextBeside(
    QPainter& painter, const render::Theme& theme, QPointF place, const QString& text, const QRectF& bounds);
/// The rectangle that a box zoom is about to fill.
void drawZoomBox(QPainter& painter, const render::Theme& theme, const QRectF& box);
/// Greys what is drawn and writes a text over it, as much of it as has room.
void drawVeil(QPainter& painter, const render::Theme& theme, const QString& text, const QRectF& bounds);
void drawFocusFrame(QPainter& painter, const render::Theme& theme, const QRectF& bounds);

} // namespace deltascope::plot
