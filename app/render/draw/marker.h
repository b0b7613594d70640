// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure.h"
#include "render/theme.h"

#include <QImage>
#include <QPointF>

#include <array>
#include <cstddef>

class QPainter;

namespace deltascope::draw {

/// Of marks that have an inside: filled; filled with a rim of the background, to stand on a colour; or a line around
/// it.
enum class MarkerFill { plain, rimmed, hollow };

/// The mark of a role around a point, `size` pixels wide; nothing for "none". Open marks are filled with the
/// background, so that a curve does not pass through them.
void drawMarker(QPainter& painter, const render::RoleStyle& style, const QColor& background, QPointF centre,
    double size, MarkerFill fill = MarkerFill::plain);

/// Marks of classes stand on the colours of their classes.
inline MarkerFill fillOf(const figures::Points& points)
{
    return points.hollow                       ? MarkerFill::hollow
        : points.role >= figures::Role::class0 ? MarkerFill::rimmed
                                               : MarkerFill::plain;
}

/// Many marks that are alike. On a screen each is drawn once for every quarter of a pixel that it can stand at, and
/// then copied, which takes a fifth of the time; on paper they stay shapes.
class MarkerStamp {
public:
    MarkerStamp(QPainter& painter, const render::RoleStyle& style, const QColor& background, double size, bool fast,
        MarkerFill fill = MarkerFill::plain);

    void draw(QPointF centre);

private:
    static constexpr std::size_t kPhases = 4; // places within a pixel, each way
    struct Place {
        int pixel;
        std::size_t phase;
    };
    static Place nearest(double place);

    QPainter& m_painter;
    render::RoleStyle m_style;
    QColor m_background;
    double m_size;
    MarkerFill m_fill;
    bool m_copied;
    std::array<std::array<QImage, kPhases>, kPhases> m_images; // null: not drawn yet
};

} // namespace deltascope::draw
