// SPDX-License-Identifier: GPL-3.0-or-later
// Values under the pointer: which point of a drawn figure is nearest, and what it says.
#pragma once

#include "render/plot/figure_renderer.h"

#include <QPointF>
#include <QString>

#include <optional>
#include <vector>

namespace deltascope::plot {

/// A point of a figure: element of a panel, index into its data.
struct PlotPoint {
    int panel = 0;
    int element = 0;
    int index = 0;
    bool operator==(const PlotPoint&) const = default;
};

/// Whether the drawn figure still has this point, and its curve is not hidden.
bool exists(const FigureRenderer& drawn, const PlotPoint& point);
/// The point of a visible curve, bar or neuron that is nearest to the pixel, in the panel under it.
std::optional<PlotPoint> nearestPoint(const FigureRenderer& drawn, QPointF pixel);
/// Where a press moves parameters: the mark of a layer right under the pixel, which a press there is meant for.
std::optional<PlotPoint> layerMarkUnder(const FigureRenderer& drawn, QPointF pixel);
/// `steps` further along the same curve, in the order of x; stops at its ends.
PlotPoint along(const FigureRenderer& drawn, const PlotPoint& point, int steps);
/// The nearest point in x of the next (1) or previous (−1) curve, going round.
PlotPoint otherCurve(const FigureRenderer& drawn, const PlotPoint& point, int direction);
/// The cell so many columns and rows from this one, at the edge that one itself; nothing where it is no cell of a map.
std::optional<PlotPoint> neighbour(const FigureRenderer& drawn, const PlotPoint& point, int columns, int rows);
/// Where a reading by keyboard starts: at this layer, at the cell of a map where the scenario stands, else at the first
/// point.
std::optional<PlotPoint> startPoint(const FigureRenderer& drawn, int layer);

int layerOf(const FigureRenderer& drawn, const PlotPoint& point); ///< 0: none
QPointF pixelOf(const FigureRenderer& drawn, const PlotPoint& point);
QPointF placeOf(const FigureRenderer& drawn, const PlotPoint& point); ///< in the coordinates of its panel
/// "bias speed at layer l = 3: 7.5·10⁻²⁵"
QString readoutText(const FigureRenderer& drawn, const PlotPoint& point);
/// The pixels of everything in this panel that belongs to the layer.
std::vector<QPointF> pixelsOfLayer(const FigureRenderer& drawn, int panel, int layer);

} // namespace deltascope::plot
