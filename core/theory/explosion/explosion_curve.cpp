// SPDX-License-Identifier: GPL-3.0-or-later
#include "theory/explosion/explosion_curve.h"

#include "theory/explosion/explosion_set.h"

#include <algorithm>
#include <cmath>

namespace deltascope::explosion {

namespace {

constexpr std::size_t kBudget = 16'000; // layers passed through for one curve
constexpr std::size_t kFewestSamples = 24, kMostSamples = 600;
constexpr double kNarrowestView = 1e-11; // around an interval that doubles cannot tell from a point

using Intervals = std::vector<ExplosionInterval>;

double middleOf(const ExplosionInterval& interval)
{
    return interval.lower + (interval.upper - interval.lower) / 2;
}

// True where the two ends of an interval are far enough apart to be drawn as an interval of t.
bool resolved(const ExplosionInterval& interval)
{
    const double size = std::max(std::abs(interval.lower), std::abs(interval.upper));
    return interval.upper - interval.lower > std::max(1e-13 * size, 1e-290);
}

// The ends and the middle of every interval first, the nearest in any case; then closer and closer to each.
void sampleIntervals(ProductCurve& curve, const Intervals& intervals, const InputRange& within)
{
    for (std::size_t i = 0; i < intervals.size(); ++i)
        for (const double t : {intervals[i].lower, middleOf(intervals[i]), intervals[i].upper})
            if (within.contains(t) && (i == 0 || !curve.spent()))
                curve.add(t);
    for (const ExplosionInterval& interval : intervals)
        if (within.contains(middleOf(interval)) && !curve.spent())
            curve.addTowards(
                middleOf(interval), std::max((interval.upper - interval.lower) / 8, 1e-6 * within.span()), within);
}

ExplosionCurve curveOver(
    const InputRange& range, const Orbit& orbit, const Intervals& intervals, const std::stop_token& stop)
{
    const std::size_t most = std::clamp(kBudget / orbit.size(), kFewestSamples, kMostSamples);
    ProductCurve curve(orbit, {}, most, stop);
    if (range.contains(0))
        curve.add(0);
    curve.addEvenly(range, std::min<std::size_t>(120, most / 3));
    sampleIntervals(curve, intervals, range);
    if (range.contains(0))
        curve.addTowards(0, 1e-4 * range.span(), range);
    curve.refine(range);
    return {range, curve.samples()};
}

InputRange nearRange(const ExplosionCurve& whole, const Orbit& orbit, const Intervals& intervals)
{
    if (!intervals.empty() && resolved(intervals.front())) {
        const double width = intervals.front().upper - intervals.front().lower;
        return {intervals.front().lower - width, intervals.front().upper + width};
    }
    const double t = intervals.empty() ? ProductCurve(orbit, whole.samples, 0, {}).largestAt(whole.range, 0)
                                       : intervals.front().lower;
    const double half = intervals.empty() ? 0.01 : std::max(kNarrowestView, 1e-12 * std::abs(t));
    return {t - half, t + half};
}

} // namespace

ExplosionCurves explosionCurves(
    const network::Network& network, double centre, const Intervals& intervals, const std::stop_token& stop)
{
    const Orbit orbit = orbitThrough(network, centre);
    ExplosionCurves curves;
    curves.whole = curveOver({-centre, 1 - centre}, orbit, intervals, stop);
    curves.near = curveOver(nearRange(curves.whole, orbit, intervals), orbit, intervals, stop);
    return curves;
}

} // namespace deltascope::explosion
