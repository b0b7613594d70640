// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure.h"
#include "render/label_placer.h"
#include "render/theme.h"

#include <QFont>
#include <QRectF>

#include <algorithm>

class QPainter;

namespace deltascope {

/// From data to pixels of one panel and back. Pixels are kept finite: beyond 1e9 they mean nothing.
struct PixelMap {
    QRectF rect; ///< the panel's inside, in pixels
    double xLower = 0, xUpper = 1, yLower = 0, yUpper = 1;

    static double finite(double pixel) { return std::clamp(pixel, -1e9, 1e9); }
    double x(double value) const { return finite(rect.left() + (value - xLower) / (xUpper - xLower) * rect.width()); }
    double y(double value) const
    {
        return finite(rect.bottom() - (value - yLower) / (yUpper - yLower) * rect.height());
    }
    QPointF operator()(double xValue, double yValue) const { return {x(xValue), y(yValue)}; }
    QPointF data(QPointF pixel) const
    {
        return {xLower + (pixel.x() - rect.left()) / rect.width() * (xUpper - xLower),
            yLower + (rect.bottom() - pixel.y()) / rect.height() * (yUpper - yLower)};
    }
};

/// What an element is drawn with. `fast`: for a screen, where joins and caps of thick lines may be plain.
struct Canvas {
    QPainter& painter;
    const Theme& theme;
    PixelMap map;
    LabelPlacer& labels;
    QFont font;
    bool fast = false;

    double penWidth(Role role) const { return theme.style(role).penWidth * theme.scale; }
    double markerSize() const { return 6.5 * theme.scale; }
};

// The fixed vocabulary of core/figures/figure.h: one function for each kind of element.
void drawElement(Canvas& canvas, const Line& line);
void drawElement(Canvas& canvas, const Points& points);
void drawElement(Canvas& canvas, const Bars& bars);
void drawElement(Canvas& canvas, const Band& band);
void drawElement(Canvas& canvas, const Region& region);
void drawElement(Canvas& canvas, const Guide& guide);
void drawElement(Canvas& canvas, const Label& label);
void drawElement(Canvas& canvas, const Graph& graph);

} // namespace deltascope
