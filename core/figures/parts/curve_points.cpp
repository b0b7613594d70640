// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/parts/curve_points.h"

#include <algorithm>
#include <cmath>

namespace deltascope::parts {

namespace {

void addEvenly(std::vector<double>& points, double lower, double upper, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        points.push_back(std::lerp(lower, upper, static_cast<double>(i) / static_cast<double>(count - 1)));
}

} // namespace

AxisRange drawnRange(const AxisRange& fit, const model::ViewRange* chosen)
{
    AxisRange range = fit;
    if (chosen && chosen->xLower < chosen->xUpper) {
        range.include(chosen->xLower);
        range.include(chosen->xUpper);
    }
    return range;
}

void addKinks(std::vector<double>& places, const activations::Activation& activation)
{
    for (const double kink : activation.kinks) {
        const double beside = 1e-9 * std::max(1.0, std::abs(kink));
        places.insert(places.end(), {kink - beside, kink, kink + beside});
    }
}

std::vector<std::size_t> breaksAt(const std::vector<double>& places, std::span<const double> kinks)
{
    std::vector<std::size_t> breaks;
    for (std::size_t i = 1; i < places.size(); ++i)
        if (std::ranges::any_of(kinks, [&](double kink) { return places[i - 1] <= kink && places[i] > kink; }))
            breaks.push_back(i);
    return breaks;
}

std::vector<std::size_t> jumpsOf(const std::vector<double>& places, const activations::Activation& activation)
{
    std::vector<double> jumps;
    for (const double kink : activation.kinks) {
        const double beside = 1e-9 * std::max(1.0, std::abs(kink));
        if (std::abs(activation.value(kink + beside) - activation.value(kink - beside))
            > 1e-6 + 4 * beside * activation.maxDerivative)
            jumps.push_back(kink);
    }
    return breaksAt(places, jumps);
}

std::vector<double> curvePoints(
    const AxisRange& fit, const model::ViewRange* chosen, std::size_t count, const std::vector<double>& extra)
{
    std::vector<double> points;
    points.reserve(2 * count + extra.size());
    addEvenly(points, fit.lower, fit.upper, count);
    if (chosen && std::isfinite(chosen->xLower) && std::isfinite(chosen->xUpper) && chosen->xLower < chosen->xUpper)
        addEvenly(points, chosen->xLower, chosen->xUpper, count);
    const AxisRange range = drawnRange(fit, chosen);
    for (const double place : extra)
        if (range.contains(place))
            points.push_back(place);
    std::sort(points.begin(), points.end());
    points.erase(std::unique(points.begin(), points.end()), points.end());
    return points;
}

} // namespace deltascope::parts
