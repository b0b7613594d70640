// SPDX-License-Identifier: GPL-3.0-or-later
#include "theory/explosion_curve.h"

#include "theory/explosion_set.h"

#include <algorithm>
#include <cmath>

namespace deltascope {

namespace {

constexpr std::size_t kBudget = 16'000; // layers passed through for one curve
constexpr std::size_t kFewestSamples = 24, kMostSamples = 600;
constexpr double kNarrowestView = 1e-11; // around an interval that doubles cannot tell from a point

using Windows = std::vector<ExplosionInterval>;

double middleOf(const ExplosionInterval& window)
{
    return window.lower + (window.upper - window.lower) / 2;
}

// True where the two ends of an interval are far enough apart to be drawn as an interval of t.
bool resolved(const ExplosionInterval& window)
{
    const double size = std::max(std::abs(window.lower), std::abs(window.upper));
    return window.upper - window.lower > std::max(1e-13 * size, 1e-290);
}

// The ends and the middle of every interval first, the nearest in any case; then closer and closer to each.
void sampleWindows(ProductCurve& curve, const Windows& windows, const InputRange& within)
{
    for (std::size_t i = 0; i < windows.size(); ++i)
        for (const double t : {windows[i].lower, middleOf(windows[i]), windows[i].upper})
            if (within.contains(t) && (i == 0 || !curve.spent()))
                curve.add(t);
    for (const ExplosionInterval& window : windows)
        if (within.contains(middleOf(window)) && !curve.spent())
            curve.addTowards(
                middleOf(window), std::max((window.upper - window.lower) / 8, 1e-6 * within.span()), within);
}

ExplosionCurve curveOver(
    const InputRange& range, const Orbit& orbit, const Windows& windows, const std::stop_token& stop)
{
    const std::size_t most = std::clamp(kBudget / orbit.size(), kFewestSamples, kMostSamples);
    ProductCurve curve(orbit, {}, most, stop);
    if (range.contains(0))
        curve.add(0);
    curve.addEvenly(range, std::min<std::size_t>(120, most / 3));
    sampleWindows(curve, windows, range);
    if (range.contains(0))
        curve.addTowards(0, 1e-4 * range.span(), range);
    curve.refine(range);
    return {range, curve.samples()};
}

InputRange nearRange(const ExplosionCurve& whole, const Orbit& orbit, const Windows& windows)
{
    if (!windows.empty() && resolved(windows.front())) {
        const double width = windows.front().upper - windows.front().lower;
        return {windows.front().lower - width, windows.front().upper + width};
    }
    const double t =
        windows.empty() ? ProductCurve(orbit, whole.samples, 0, {}).largestAt(whole.range, 0) : windows.front().lower;
    const double half = windows.empty() ? 0.01 : std::max(kNarrowestView, 1e-12 * std::abs(t));
    return {t - half, t + half};
}

} // namespace

ExplosionCurves explosionCurves(
    const Network& network, double centre, const Windows& windows, const std::stop_token& stop)
{
    const Orbit orbit = orbitThrough(network, centre);
    ExplosionCurves curves;
    curves.whole = curveOver({-centre, 1 - centre}, orbit, windows, stop);
    curves.near = curveOver(nearRange(curves.whole, orbit, windows), orbit, windows, stop);
    return curves;
}

} // namespace deltascope
