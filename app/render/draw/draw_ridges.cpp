// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/draw/canvas.h"
#include "render/draw/marker.h"

#include <QPainter>

#include <algorithm>

namespace deltascope::draw {

namespace {

constexpr double kFill = 0.4; // of the role's colour, the rest background
constexpr double kSlim = 9; // pixels: of a slimmer shape little but its outline would be seen
constexpr double kSlimFill = 0.6;
constexpr std::size_t kMedian = 2; // of the five percentiles

/// Half the width of the shape at a value, in x units.
double halfWidth(const figures::Ridge& ridge, double value)
{
    const auto above = std::lower_bound(ridge.values.begin(), ridge.values.end(), value);
    if (above == ridge.values.end())
        return 0;
    const auto i = static_cast<std::size_t>(above - ridge.values.begin());
    if (i == 0)
        return ridge.widths[0] / 2;
    const double span = ridge.values[i] - ridge.values[i - 1];
    const double share = span > 0 ? (value - ridge.values[i - 1]) / span : 1;
    return ((1 - share) * ridge.widths[i - 1] + share * ridge.widths[i]) / 2;
}

QPolygonF outlineOf(const Canvas& canvas, const figures::Ridge& ridge)
{
    QPolygonF outline;
    outline.reserve(2 * static_cast<qsizetype>(ridge.values.size()));
    for (std::size_t i = 0; i < ridge.values.size(); ++i)
        outline << canvas.map(ridge.at + ridge.widths[i] / 2, ridge.values[i]);
    for (std::size_t i = ridge.values.size(); i-- > 0;)
        outline << canvas.map(ridge.at - ridge.widths[i] / 2, ridge.values[i]);
    return outline;
}

/// All values of the layer are one: its mark, which a shape without width would not be.
void drawSingle(Canvas& canvas, const figures::Ridge& ridge, render::RoleStyle style)
{
    if (style.marker == u"none")
        style.marker = QStringLiteral("disc");
    const QPointF place = canvas.map(ridge.at, ridge.values.front());
    drawMarker(canvas.painter, style, canvas.theme.background, place, canvas.markerSize());
}

void drawMedian(Canvas& canvas, const figures::Ridge& ridge, const render::RoleStyle& style)
{
    const double median = ridge.percentiles[kMedian];
    const double least = 2.5 * canvas.theme.scale; // pixels to either side: a spike is thinner
    const QPointF middle = canvas.map(ridge.at, median);
    const double half = std::max(least, canvas.map.x(ridge.at + halfWidth(ridge, median)) - middle.x());
    canvas.painter.setPen(QPen(style.colour, 2 * canvas.theme.scale, Qt::SolidLine, Qt::FlatCap));
    canvas.painter.drawLine(middle - QPointF(half, 0), middle + QPointF(half, 0));
}

} // namespace

void drawElement(Canvas& canvas, const figures::Ridges& ridges)
{
    const render::RoleStyle& style = canvas.theme.style(ridges.role);
    for (const figures::Ridge& ridge : ridges.ridges) {
        canvas.painter.setRenderHint(QPainter::Antialiasing);
        if (ridge.values.size() == 1) {
            drawSingle(canvas, ridge, style);
            continue;
        }
        const QPolygonF outline = outlineOf(canvas, ridge);
        const bool slim = outline.boundingRect().width() < kSlim * canvas.theme.scale;
        canvas.painter.setBrush(render::mixed(style.colour, canvas.theme.background, slim ? kSlimFill : kFill));
        canvas.painter.setPen(slim ? QPen(Qt::NoPen) : QPen(style.colour, canvas.theme.scale));
        canvas.painter.drawPolygon(outline);
        canvas.labels.fill(outline.boundingRect().intersected(canvas.map.rect));
        if (!ridge.percentiles.empty())
            drawMedian(canvas, ridge, style);
    }
}

} // namespace deltascope::draw
