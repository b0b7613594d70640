// SPDX-License-Identifier: GPL-3.0-or-later
// |w f′(z)| ≥ 1 solved from f′ itself, for any shape of f′: f′ is sampled outward from its peak, every change of side
// between two samples is bisected, and a sampled extremum on the wrong side is refined first so that no narrow hump is
// missed. core/maths.md 8.1 to 8.3.
#include "theory/explosion/steep_intervals.h"

#include "theory/explosion/peak_offset.h"

#include <algorithm>
#include <cmath>

namespace deltascope::explosion {
namespace {

constexpr double kNoLimit = std::numeric_limits<double>::infinity();
constexpr double kWindowStep = 0.25; // between samples near the peak
constexpr double kNear = 8; // from here on the samples spread
constexpr double kSpread = 1.25;
constexpr double kFarWindow = 1e8; // f′ is taken as constant beyond
constexpr double kKinkWidth = 1e-300; // samples this close on both sides of a kink

struct Sample {
    double z = 0, size = 0; ///< size is |w f′(z)|
};

double sizeAt(const activations::Activation& activation, double weight, double z)
{
    return std::abs(weight * activation.derivative(z));
}

bool peakedWindow(const activations::Activation& activation)
{
    const double at = activation.maxDerivativeAt;
    return std::isfinite(at) && std::abs(activation.derivative(at)) >= activation.maxDerivative * (1 - 1e-12);
}

std::vector<double> samplePoints(const activations::Activation& activation)
{
    const double centre = std::isfinite(activation.maxDerivativeAt) ? activation.maxDerivativeAt : 0;
    std::vector<double> points{centre};
    for (double s = kWindowStep; s <= kFarWindow; s = s < kNear ? s + kWindowStep : s * kSpread) {
        points.push_back(centre - s);
        points.push_back(centre + s);
    }
    for (const double kink : activation.kinks)
        points.insert(points.end(), {kink - kKinkWidth, kink, kink + kKinkWidth});
    std::sort(points.begin(), points.end());
    points.erase(std::unique(points.begin(), points.end()), points.end());
    return points;
}

/// The extremum of |w f′| between two samples: the largest where `rising`, else the smallest.
Sample extremum(const activations::Activation& activation, double weight, double lower, double upper, bool rising)
{
    const double golden = (std::sqrt(5.0) - 1) / 2;
    for (int i = 0; i < 60; ++i) {
        const double left = upper - golden * (upper - lower), right = lower + golden * (upper - lower);
        const bool keepRight = (sizeAt(activation, weight, left) < sizeAt(activation, weight, right)) == rising;
        (keepRight ? lower : upper) = keepRight ? left : right;
    }
    const double z = (lower + upper) / 2;
    return {z, sizeAt(activation, weight, z)};
}

/// f′ over all z, whatever the weight.
struct SampledDerivative {
    const activations::Activation& activation;
    std::vector<double> z, derivative;
};

/// Where f′ passes through 0 between two points of opposite sign: however steep the band, there is a gap in it.
double edgeBetween(const activations::Activation& activation, double lower, double upper)
{
    const bool rising = activation.derivative(lower) < 0;
    for (int i = 0; i < 60; ++i) {
        const double middle = lower + (upper - lower) / 2;
        ((activation.derivative(middle) < 0) == rising ? lower : upper) = middle;
    }
    return lower;
}

SampledDerivative sampledDerivative(const activations::Activation& activation)
{
    SampledDerivative sampled{activation, samplePoints(activation), {}};
    std::vector<double> values(sampled.z.size());
    sampled.derivative.resize(sampled.z.size());
    activation.evaluate(sampled.z.data(), values.data(), sampled.derivative.data(), sampled.z.size());
    for (std::size_t i = 1; !activation.monotone && i < sampled.z.size(); ++i)
        if (sampled.derivative[i - 1] * sampled.derivative[i] < 0) {
            const auto place = static_cast<std::ptrdiff_t>(i);
            const double zero = edgeBetween(activation, sampled.z[i - 1], sampled.z[i]);
            if (std::abs(activation.derivative(zero)) > 1e-6 * activation.maxDerivative)
                continue; // it jumps over 0, as at the kink of |z|: no gap
            sampled.z.insert(sampled.z.begin() + place, zero);
            sampled.derivative.insert(sampled.derivative.begin() + place, 0.0);
            ++i;
        }
    return sampled;
}

std::vector<Sample> samples(const SampledDerivative& sampled, double weight)
{
    const activations::Activation& activation = sampled.activation;
    const std::vector<double>& points = sampled.z;
    std::vector<Sample> all;
    all.reserve(points.size() + 8);
    const auto size = [&](std::size_t i) { return std::abs(weight * sampled.derivative[i]); };
    for (std::size_t i = 0; i < points.size(); ++i) {
        all.push_back({points[i], size(i)});
        if (i == 0 || i + 1 == points.size())
            continue;
        const bool hump = size(i) < 1 && size(i) > 0.5 && size(i) > size(i - 1) && size(i) >= size(i + 1);
        const bool dip = size(i) >= 1 && size(i) < 2 && size(i) < size(i - 1) && size(i) <= size(i + 1);
        if (hump || dip)
            all.push_back(extremum(activation, weight, points[i - 1], points[i + 1], hump));
    }
    if (peakedWindow(activation)) // the peak itself decides, not its rounding
        for (Sample& sample : all)
            if (sample.z == activation.maxDerivativeAt)
                sample.size = std::abs(weight) * activation.maxDerivative;
    if (all.size() > points.size())
        std::sort(all.begin(), all.end(), [](const Sample& a, const Sample& b) { return a.z < b.z; });
    return all;
}

/// Where |w f′| crosses 1 between a sample inside the band and its neighbour outside.
double crossing(const activations::Activation& activation, double weight, double inside, double outside)
{
    if (inside == activation.maxDerivativeAt && peakedWindow(activation)) {
        const int side = outside > inside ? 1 : -1;
        const double excess = std::fma(std::abs(weight), activation.maxDerivative, -1.0);
        if (const auto offset = peakOffset(activation, side, excess / (excess + 1)))
            return inside + side * *offset;
    }
    while (std::abs(outside - inside) > kKinkWidth) {
        const double middle = inside + (outside - inside) / 2;
        if (middle == inside || middle == outside)
            break;
        (sizeAt(activation, weight, middle) >= 1 ? inside : outside) = middle;
        // Towards z = 0 there are always doubles between: a boundary there is 0 to every digit that matters.
        if (std::max(std::abs(inside), std::abs(outside)) < 1e-17)
            return 0;
    }
    return std::abs(inside) <= kKinkWidth ? 0 : inside;
}

std::vector<Interval> bandOf(const SampledDerivative& sampled, double weight)
{
    const activations::Activation& activation = sampled.activation;
    std::vector<Interval> band;
    const double largest = std::abs(weight) * activation.maxDerivative;
    const bool onlyApproached = !std::isfinite(activation.maxDerivativeAt);
    if (!(largest >= 1) || (onlyApproached && largest == 1))
        return band;
    const std::vector<Sample> all = samples(sampled, weight);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].size < 1)
            continue;
        const bool first = i == 0, last = i + 1 == all.size();
        if (first || all[i - 1].size < 1)
            band.push_back({first ? -kNoLimit : crossing(activation, weight, all[i].z, all[i - 1].z), 0});
        if (last || all[i + 1].size < 1)
            band.back().upper = last ? kNoLimit : crossing(activation, weight, all[i].z, all[i + 1].z);
    }
    return band;
}

double widthOf(const SampledDerivative& sampled, double weight)
{
    double width = 0;
    for (const Interval& z : bandOf(sampled, weight))
        width += z.width() / std::abs(weight);
    return width;
}

} // namespace

std::vector<Interval> steepIntervalsOfZ(const activations::Activation& activation, double weight)
{
    return bandOf(sampledDerivative(activation), weight);
}

std::vector<Interval> steepIntervalsOfA(const activations::Activation& activation, double weight, double bias)
{
    std::vector<Interval> window;
    for (const Interval& z : steepIntervalsOfZ(activation, weight)) {
        const double first = (z.lower - bias) / weight, second = (z.upper - bias) / weight;
        window.push_back({std::min(first, second), std::max(first, second)});
    }
    if (weight < 0)
        std::reverse(window.begin(), window.end());
    return window;
}

double steepWidth(const activations::Activation& activation, double weight)
{
    return widthOf(sampledDerivative(activation), weight);
}

std::vector<double> steepWidths(const activations::Activation& activation, std::span<const double> weights)
{
    const SampledDerivative sampled = sampledDerivative(activation);
    std::vector<double> widths;
    for (const double weight : weights)
        widths.push_back(widthOf(sampled, weight));
    return widths;
}

std::optional<WidestSteepInterval> widestSteepInterval(const activations::Activation& activation)
{
    constexpr double largest = 1e6; // the weights that a scenario may have
    constexpr int count = 60;
    if (activation.maxDerivative == 0)
        return std::nullopt;
    const SampledDerivative sampled = sampledDerivative(activation);
    const double start = std::log(1 / activation.maxDerivative), span = std::log(largest) - start;
    const auto widthAt = [&](double logWeight) { return widthOf(sampled, std::exp(logWeight)); };
    int best = 0;
    double bestWidth = 0;
    for (int i = 0; i <= count; ++i) {
        const double width = widthAt(start + span * i / count);
        if (!std::isfinite(width))
            return std::nullopt;
        if (width > bestWidth) {
            bestWidth = width;
            best = i;
        }
    }
    if (best == 0 || best == count)
        return std::nullopt;
    double lower = start + span * (best - 1) / count, upper = start + span * (best + 1) / count;
    const double golden = (std::sqrt(5.0) - 1) / 2;
    double left = upper - golden * (upper - lower), right = lower + golden * (upper - lower);
    double leftWidth = widthAt(left), rightWidth = widthAt(right);
    while (upper - lower > 1e-9) { // a maximum is flat: beyond half the digits only rounding decides
        const bool keepRight = leftWidth < rightWidth;
        (keepRight ? lower : upper) = keepRight ? left : right;
        (keepRight ? left : right) = keepRight ? right : left;
        (keepRight ? leftWidth : rightWidth) = keepRight ? rightWidth : leftWidth;
        double& fresh = keepRight ? right : left;
        fresh = keepRight ? lower + golden * (upper - lower) : upper - golden * (upper - lower);
        (keepRight ? rightWidth : leftWidth) = widthAt(fresh);
    }
    const double weight = std::exp((lower + upper) / 2);
    return WidestSteepInterval{weight, widthOf(sampled, weight)};
}

} // namespace deltascope::explosion
