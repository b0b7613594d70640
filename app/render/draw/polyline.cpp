// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/draw/polyline.h"

#include <algorithm>
#include <cmath>

namespace deltascope::draw {

namespace {

/// The points of one pixel column: first, lowest, highest and last, in the order in which they came.
struct PixelColumn {
    QPointF first, low, high, last;
    bool lowFirst = true;

    explicit PixelColumn(QPointF point)
        : first(point)
        , low(point)
        , high(point)
        , last(point)
    {
    }
    void add(QPointF point)
    {
        if (point.y() < low.y()) {
            low = point;
            lowFirst = false;
        }
        if (point.y() > high.y()) {
            high = point;
            lowFirst = true;
        }
        last = point;
    }
    void put(QPolygonF& into) const
    {
        into << first;
        for (const QPointF& point : {lowFirst ? low : high, lowFirst ? high : low, last})
            if (point != into.back())
                into << point;
    }
};

/// Narrows the part [from, to] of a segment to where p·t ≤ q (Liang and Barsky 1984); false where nothing is left.
bool narrow(double p, double q, double& from, double& to)
{
    if (p == 0)
        return q >= 0;
    const double t = q / p;
    if (p < 0)
        from = std::max(from, t);
    else
        to = std::min(to, t);
    return from <= to;
}

/// The parameters of the segment's part inside `rect`; false where it misses it.
bool clipSegment(QPointF start, QPointF end, const QRectF& rect, double& from, double& to)
{
    const QPointF span = end - start;
    from = 0;
    to = 1;
    return narrow(-span.x(), start.x() - rect.left(), from, to) && narrow(span.x(), rect.right() - start.x(), from, to)
        && narrow(-span.y(), start.y() - rect.top(), from, to) && narrow(span.y(), rect.bottom() - start.y(), from, to);
}

} // namespace

QPolygonF thinned(const QPolygonF& points)
{
    if (points.size() < 3)
        return points;
    QPolygonF result;
    result.reserve(points.size());
    PixelColumn column(points.front());
    double present = std::floor(points.front().x());
    for (const QPointF& point : points) {
        const double place = std::floor(point.x());
        if (place == present) {
            column.add(point);
            continue;
        }
        column.put(result);
        column = PixelColumn(point);
        present = place;
    }
    column.put(result);
    return result;
}

std::vector<QPolygonF> clipped(const QPolygonF& points, const QRectF& rect)
{
    std::vector<QPolygonF> parts;
    bool joined = false; // the part's last point is the start of the next segment
    for (int i = 1; i < points.size(); ++i) {
        double from = 0, to = 1;
        if (!clipSegment(points[i - 1], points[i], rect, from, to)) {
            joined = false;
            continue;
        }
        const QPointF span = points[i] - points[i - 1];
        if (!joined || from > 0)
            parts.push_back({points[i - 1] + span * from});
        parts.back() << (to < 1 ? points[i - 1] + span * to : points[i]);
        joined = to == 1;
    }
    return parts;
}

std::vector<QLineF> segments(const QPolygonF& points)
{
    std::vector<QLineF> lines;
    lines.reserve(static_cast<std::size_t>(std::max<qsizetype>(points.size(), 1) - 1));
    for (int i = 1; i < points.size(); ++i)
        lines.emplace_back(points[i - 1], points[i]);
    return lines;
}

std::vector<QLineF> dashes(const QPolygonF& points, const QList<double>& pattern)
{
    if (pattern.isEmpty())
        return segments(points);
    std::vector<QLineF> lines;
    qsizetype place = 0;
    double left = pattern.front();
    for (int i = 1; i < points.size(); ++i) {
        const QLineF line(points[i - 1], points[i]);
        const double length = line.length();
        for (double done = 0; done < length;) {
            const double next = std::min(length, done + left);
            if (place % 2 == 0)
                lines.emplace_back(line.pointAt(done / length), line.pointAt(next / length));
            left -= next - done;
            done = next;
            if (left <= 1e-6) {
                place = (place + 1) % pattern.size();
                left += std::max(0.5, pattern[place]);
            }
        }
    }
    return lines;
}

} // namespace deltascope::draw
