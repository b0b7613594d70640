// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/parts/map_walk.h"

#include <algorithm>
#include <utility>

namespace deltascope::parts {

namespace {

using figures::Line;
using figures::Points;
using figures::Role;

constexpr std::size_t kMostSteps = 60; // of a walk that are drawn

/// The stretch of the curve that lies in the range: it may leave it through top or bottom.
Line cut(Line curve, const AxisRange& range)
{
    const std::vector<double> x = std::exchange(curve.x, {}), y = std::exchange(curve.y, {});
    const auto add = [&](double atX, double atY) {
        curve.x.push_back(atX);
        curve.y.push_back(std::clamp(atY, range.lower, range.upper)); // the cut rounds
    };
    for (std::size_t i = 0; i < x.size(); ++i) {
        const bool inside = range.contains(y[i]), before = i > 0 && range.contains(y[i - 1]);
        if (i > 0 && inside != before) {
            const double edge = (inside ? y[i - 1] : y[i]) > range.upper ? range.upper : range.lower;
            if (inside && !curve.x.empty())
                curve.breaks.push_back(curve.x.size());
            add(x[i - 1] + (edge - y[i - 1]) / (y[i] - y[i - 1]) * (x[i] - x[i - 1]), edge);
        }
        if (inside)
            add(x[i], y[i]);
    }
    return curve;
}

} // namespace

DrawnWalk drawnWalk(const MapWalk& walk, const Message& walkName, const Message& measuredName, const Message& diagonal)
{
    DrawnWalk drawn;
    const AxisRange& range = walk.range;
    drawn.elements.push_back(
        Line{diagonal, Role::reference, {range.lower, range.upper}, {range.lower, range.upper}, {}, {}});
    if (Line curve = cut(walk.curve, range); !curve.x.empty())
        drawn.elements.push_back(std::move(curve));
    Line path{.name = walkName, .role = Role::current, .path = true};
    for (std::size_t i = 0; i + 1 < walk.orbit.size() && i < kMostSteps; ++i) {
        if (!range.contains(walk.orbit[i]) || !range.contains(walk.orbit[i + 1])) {
            if (!path.x.empty())
                break;
            continue;
        }
        if (path.x.empty()) { // it begins on the axis
            path.x.push_back(walk.orbit[i]);
            path.y.push_back(range.lower);
        }
        path.x.insert(path.x.end(), {walk.orbit[i], walk.orbit[i + 1]});
        path.y.insert(path.y.end(), {walk.orbit[i + 1], walk.orbit[i + 1]});
    }
    if (!path.x.empty())
        drawn.elements.push_back(std::move(path));
    Points steps{measuredName, Role::secondary, {}, {}, {}, {}}, marked{{}, Role::selected, {}, {}, {}, {}};
    for (std::size_t i = 0; i + 1 < walk.measured.size(); ++i) {
        if (!range.contains(walk.measured[i]) || !range.contains(walk.measured[i + 1])) {
            ++drawn.outside;
            continue;
        }
        const int layer = static_cast<int>(i) + 2; // the one that is reached
        for (Points* those : {&steps, &marked})
            if (those == &steps || layer == walk.selected) {
                those->x.push_back(walk.measured[i]);
                those->y.push_back(walk.measured[i + 1]);
                those->layers.push_back(layer);
            }
    }
    for (Points* those : {&steps, &marked})
        if (!those->x.empty())
            drawn.elements.push_back(std::move(*those));
    return drawn;
}

} // namespace deltascope::parts
