// SPDX-License-Identifier: GPL-3.0-or-later
#include "theory/explosion/product_curve.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace deltascope::explosion {

namespace {

constexpr int kPasses = 24;
constexpr double kSmooth = 1.0 / 60; // of the height: neighbours nearer than this need nothing between them

struct Height {
    double lower = std::numeric_limits<double>::infinity(), upper = -lower;
    double span() const { return lower > upper ? 0 : upper - lower; }
};

Height heightOf(const ProductSamples& samples, const InputRange& within)
{
    Height height;
    for (const auto& [t, product] : samples)
        if (within.contains(t) && drawable(product)) {
            height.lower = std::min(height.lower, product.log10());
            height.upper = std::max(height.upper, product.log10());
        }
    return height;
}

} // namespace

bool drawable(numerics::Scaled product)
{
    return !product.isZero() && !product.beyondRange();
}

ProductCurve::ProductCurve(const Orbit& orbit, ProductSamples samples, std::size_t most, std::stop_token stop)
    : m_orbit(orbit)
    , m_samples(std::move(samples))
    , m_most(most)
    , m_stop(std::move(stop))
{
}

void ProductCurve::add(double t)
{
    if (std::isfinite(t) && !m_stop.stop_requested() && !m_samples.contains(t))
        m_samples.emplace(t, displacedProduct(m_orbit, numerics::Scaled::from(t)));
}

void ProductCurve::addEvenly(const InputRange& range, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        add(std::lerp(range.lower, range.upper, static_cast<double>(i) / static_cast<double>(count - 1)));
}

void ProductCurve::addTowards(double t, double least, const InputRange& within)
{
    add(t);
    for (double distance = within.span() / 4; distance > least && !spent(); distance /= 4)
        for (const double place : {t - distance, t + distance})
            if (within.contains(place))
                add(place);
}

void ProductCurve::refine(const InputRange& within)
{
    for (int pass = 0; pass < kPasses && !spent() && !m_samples.empty(); ++pass) {
        const double height = heightOf(m_samples, within).span();
        std::vector<double> middles;
        for (auto left = m_samples.begin(), right = std::next(left); right != m_samples.end(); ++left, ++right) {
            const double gap = right->first - left->first;
            const bool both = drawable(left->second) && drawable(right->second);
            const bool one = drawable(left->second) != drawable(right->second);
            const double step = both ? std::abs(left->second.log10() - right->second.log10()) : 0;
            if (within.contains(left->first) && within.contains(right->first) && gap > 1e-5 * within.span()
                && (step > kSmooth * height || one))
                middles.push_back(left->first + gap / 2);
        }
        for (const double t : middles)
            if (!spent())
                add(t);
        if (middles.empty())
            return;
    }
}

double ProductCurve::largestAt(const InputRange& within, double otherwise) const
{
    double best = -std::numeric_limits<double>::infinity();
    for (const auto& [t, product] : m_samples)
        if (within.contains(t) && drawable(product) && product.log10() > best) {
            best = product.log10();
            otherwise = t;
        }
    return otherwise;
}

} // namespace deltascope::explosion
