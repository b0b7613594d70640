// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/parts/product_curve.h"

#include <algorithm>
#include <cmath>

namespace deltascope {

namespace {

constexpr std::size_t kFewestSamples = 6, kMostSamples = 600;
constexpr int kPasses = 24;
constexpr double kSmooth = 1.0 / 60; // of the height: neighbours nearer than this need nothing between them

bool drawable(Scaled value)
{
    return !value.isZero() && !value.beyondRange();
}

} // namespace

ProductCurve::ProductCurve(const Orbit& orbit, std::size_t budget)
    : m_orbit(orbit)
    , m_most(std::clamp(budget / orbit.size(), kFewestSamples, kMostSamples))
{
}

void ProductCurve::add(double t)
{
    if (std::isfinite(t) && !m_samples.contains(t))
        m_samples.emplace(t, displacedProduct(m_orbit, Scaled::from(t)));
}

void ProductCurve::addEvenly(double lower, double upper, std::size_t count)
{
    count = std::min(count, m_most / 3);
    for (std::size_t i = 0; i < count; ++i)
        add(std::lerp(lower, upper, static_cast<double>(i) / static_cast<double>(count - 1)));
}

void ProductCurve::addTowards(double t, double least, const AxisRange& within)
{
    add(t);
    for (double distance = within.span() / 4; distance > least && !spent(); distance /= 4)
        for (const double place : {t - distance, t + distance})
            if (within.contains(place))
                add(place);
}

void ProductCurve::refine(const AxisRange& within)
{
    for (int pass = 0; pass < kPasses && !spent(); ++pass) {
        AxisRange y;
        for (const auto& [t, product] : m_samples)
            if (within.contains(t) && drawable(product))
                y.include(product.log10());
        std::vector<double> middles;
        for (auto left = m_samples.begin(), right = std::next(left); right != m_samples.end(); ++left, ++right) {
            const double gap = right->first - left->first;
            const bool both = drawable(left->second) && drawable(right->second);
            const bool one = drawable(left->second) != drawable(right->second);
            const double step = both ? std::abs(left->second.log10() - right->second.log10()) : 0;
            if (within.contains(left->first) && within.contains(right->first) && gap > 1e-5 * within.span()
                && (step > kSmooth * y.span() || one))
                middles.push_back(left->first + gap / 2);
        }
        for (const double t : middles)
            if (!spent())
                add(t);
        if (middles.empty())
            return;
    }
}

double ProductCurve::largestAt(const AxisRange& within, double otherwise) const
{
    double best = -std::numeric_limits<double>::infinity();
    for (const auto& [t, product] : m_samples)
        if (within.contains(t) && drawable(product) && product.log10() > best) {
            best = product.log10();
            otherwise = t;
        }
    return otherwise;
}

Line ProductCurve::line(const AxisRange& within, double shift, std::vector<double>& zeros, AxisRange& y) const
{
    Line line;
    bool gap = false;
    for (auto sample = m_samples.lower_bound(within.lower); sample != m_samples.end() && sample->first <= within.upper;
         ++sample) {
        if (!drawable(sample->second)) {
            zeros.push_back(shift + sample->first);
            gap = true;
            continue;
        }
        if (gap && !line.x.empty())
            line.breaks.push_back(line.x.size());
        gap = false;
        line.x.push_back(shift + sample->first);
        line.y.push_back(sample->second.log10());
        y.include(line.y.back());
    }
    return line;
}

} // namespace deltascope
