// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/plot/plot_zoom.h"

#include <algorithm>
#include <cmath>

namespace deltascope::plot {

namespace {

bool drawableRange(double lower, double upper)
{
    const double largest = std::max(std::abs(lower), std::abs(upper));
    return std::isfinite(lower) && std::isfinite(upper) && largest < 1e15 && upper - lower > 1e-13 * largest
        && upper - lower > 1e-30;
}

/// `next` where it can be drawn, axis by axis; else the limits before.
model::ViewRange accepted(const model::ViewRange& before, const model::ViewRange& next)
{
    model::ViewRange range = before;
    if (drawableRange(next.xLower, next.xUpper)) {
        range.xLower = next.xLower;
        range.xUpper = next.xUpper;
    }
    if (drawableRange(next.yLower, next.yUpper)) {
        range.yLower = next.yLower;
        range.yUpper = next.yUpper;
    }
    return range;
}

} // namespace

model::ViewRange zoomed(const model::ViewRange& range, QPointF centre, double xFactor, double yFactor)
{
    model::ViewRange next = range;
    next.xLower = centre.x() + (range.xLower - centre.x()) * xFactor;
    next.xUpper = centre.x() + (range.xUpper - centre.x()) * xFactor;
    next.yLower = centre.y() + (range.yLower - centre.y()) * yFactor;
    next.yUpper = centre.y() + (range.yUpper - centre.y()) * yFactor;
    return accepted(range, next);
}

model::ViewRange panned(const model::ViewRange& range, QPointF shift)
{
    model::ViewRange next = range;
    next.xLower += shift.x();
    next.xUpper += shift.x();
    next.yLower += shift.y();
    next.yUpper += shift.y();
    return accepted(range, next);
}

model::ViewRange boxed(const model::ViewRange& range, QPointF corner, QPointF opposite)
{
    model::ViewRange next = range;
    std::tie(next.xLower, next.xUpper) = std::minmax({corner.x(), opposite.x()});
    std::tie(next.yLower, next.yUpper) = std::minmax({corner.y(), opposite.y()});
    return accepted(range, next);
}

void putRange(model::ViewState& view, const model::ViewRange& range)
{
    const auto same = [&](const model::ViewRange& each) {
        return each.figure == range.figure && each.panel == range.panel;
    };
    const auto found = std::find_if(view.ranges.begin(), view.ranges.end(), same);
    if (found != view.ranges.end())
        *found = range;
    else
        view.ranges.push_back(range);
}

void dropRanges(model::ViewState& view, const std::string& figure)
{
    std::erase_if(view.ranges, [&](const model::ViewRange& range) { return range.figure == figure; });
}

} // namespace deltascope::plot
