// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>

#include <algorithm>

namespace deltascope::draw {

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

} // namespace deltascope::draw
