// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QPolygonF>
#include <QRectF>

#include <vector>

namespace deltascope::draw {

/// Leaves of the points in each pixel column the first, lowest, highest and last: the same picture from far fewer
/// points.
QPolygonF thinned(const QPolygonF& points);

/// The parts of the polyline inside `rect`, cut exactly at its edges however far outside the other points lie.
std::vector<QPolygonF> clipped(const QPolygonF& points, const QRectF& rect);

/// The segments of the polyline, one by one.
std::vector<QLineF> segments(const QPolygonF& points);
/// Its dashes: lengths of dash, gap, dash … in pixels, carried over the corners. No pattern: the segments.
std::vector<QLineF> dashes(const QPolygonF& points, const QList<double>& pattern);

} // namespace deltascope::draw
