// SPDX-License-Identifier: GPL-3.0-or-later
#include "theory/mean_field/fixed_points.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace deltascope::mean_field {

namespace {

constexpr double kInfiniteVariance = std::numeric_limits<double>::infinity();
// Of t = ln q. f bends where |z| is about 1; far from there next(q) is all but c + d q, and meets q once at most.
constexpr double kFarVariance = 640, kNear = 74, kCore = 10;
constexpr double kFarStride = 30, kNearStride = 1, kCoreStride = 0.25;

double strideAt(double t)
{
    const double size = std::abs(t);
    return size >= kNear ? kFarStride : size >= kCore ? kNearStride : kCoreStride;
}

/// ln(next(q)/q) at t = ln q.
class Growth {
public:
    Growth(const HiddenLayer& layer, const MomentsAt& moments)
        : m_layer(layer)
        , m_moments(moments)
    {
    }

    double operator()(double t) const
    {
        const double next = nextMeanSquare(m_layer, m_moments(std::exp(t)));
        return next == 0 ? -kInfiniteVariance : std::isfinite(next) ? std::log(next) - t : kInfiniteVariance;
    }

private:
    const HiddenLayer& m_layer;
    const MomentsAt& m_moments;
};

int signOf(double growth)
{
    return growth > kSettled ? 1 : growth < -kSettled ? -1 : 0;
}

/// The zero of `growth`, which has opposite signs at a and b: Illinois' regula falsi.
double fixedPointBetween(const Growth& growth, double a, double b)
{
    double left = growth(a), right = growth(b);
    const double turn = left > 0 ? 1 : -1;
    for (int round = 0; round < 200 && b - a > 1e-15 * std::max(1.0, std::abs(b)); ++round) {
        double t = round % 8 == 7 ? (a + b) / 2 : (a * right - b * left) / (right - left);
        if (!(t > a && t < b))
            t = (a + b) / 2;
        if (t == a || t == b)
            break;
        const double middle = growth(t);
        if (turn * middle >= 0) {
            a = t;
            left = middle;
            right /= 2;
        } else {
            b = t;
            right = middle;
            left /= 2;
        }
    }
    return std::abs(left) < std::abs(right) ? a : b;
}

/// Where side·growth, above 0 at a and b, is least between them, or below 0: golden section.
double leastBetween(const Growth& growth, double a, double b, int side)
{
    constexpr double kGolden = 0.6180339887498949;
    double c = b - kGolden * (b - a), d = a + kGolden * (b - a);
    double atC = growth(c), atD = growth(d);
    while (b - a > 1e-9 * std::max(1.0, std::abs(a)) && side * atC > -kSettled && side * atD > -kSettled) {
        if (side * atC < side * atD) {
            b = d;
            d = c;
            atD = atC;
            c = b - kGolden * (b - a);
            atC = growth(c);
        } else {
            a = c;
            c = d;
            atC = atD;
            d = a + kGolden * (b - a);
            atD = growth(d);
        }
    }
    return side * atC < side * atD ? c : d;
}

/// At q = 0 and q = ∞ the limits, which differ from f′(0)² at a kink.
FixedPoint atZero(const HiddenLayer& layer, const MomentsAt& moments)
{
    return {0, backwardFactor(layer, moments(1e-300))};
}

FixedPoint atInfinity(const HiddenLayer& layer, const MomentsAt& moments)
{
    return {kInfiniteVariance, backwardFactor(layer, moments(1e300))};
}

FixedPoint at(const HiddenLayer& layer, const MomentsAt& moments, double q)
{
    return {q, backwardFactor(layer, moments(q))};
}

/// q = 0 that stays 0, with f′(0) as it is stated.
bool staysZero(const HiddenLayer& layer, const MomentsAt& moments)
{
    return nextMeanSquare(layer, moments(0)) == 0;
}

double logarithmOf(double q)
{
    return std::clamp(std::log(q), -kFarVariance, kFarVariance);
}

} // namespace

namespace {

/// The growth at a lattice of places, closer together where it is small: there zeros may be close to each other.
void sampleGrowth(const Growth& growthAt, std::vector<double>& at, std::vector<double>& growth)
{
    constexpr double kSmall = 0.02;
    constexpr int kCloser = 8;
    for (double t = -kFarVariance; t <= kFarVariance; t += strideAt(t + 1e-9)) {
        const double here = growthAt(t);
        if (!at.empty() && std::abs(t) <= kCore && std::min(std::abs(here), std::abs(growth.back())) < kSmall)
            for (int i = kCloser - 1; i > 0; --i) {
                at.push_back(t - i * kCoreStride / kCloser);
                growth.push_back(growthAt(at.back()));
            }
        at.push_back(t);
        growth.push_back(here);
    }
}

} // namespace

FixedPoints::FixedPoints(const HiddenLayer& layer, const MomentsAt& moments)
    : m_layer(layer)
    , m_moments(moments)
{
    std::vector<double> at, growth;
    sampleGrowth({m_layer, m_moments}, at, growth);
    const auto signs = [](double value) { return signOf(value) != 0; };
    const auto first = std::ranges::find_if(growth, signs);
    if (first == growth.end()) {
        m_everywhere = true;
        return;
    }
    const auto last = std::find_if(growth.rbegin(), growth.rend(), signs);
    findInside(at, growth);
    addEnds(signOf(*first), signOf(*last));
}

void FixedPoints::findInside(const std::vector<double>& at, const std::vector<double>& growth)
{
    std::size_t before = growth.size(); // the last place with a sign
    for (std::size_t i = 0; i < growth.size(); ++i) {
        const int sign = signOf(growth[i]);
        if (sign == 0)
            continue;
        if (before < i) {
            const int last = signOf(growth[before]);
            if (last != sign)
                add(fixedPointBetween({m_layer, m_moments}, at[before], at[i]), last, sign);
            else if (i - before > 1)
                add((at[before] + at[i]) / 2, last, sign);
            else if (before > 0)
                addTouching(at, growth, before);
        }
        before = i;
    }
}

void FixedPoints::addTouching(const std::vector<double>& at, const std::vector<double>& growth, std::size_t middle)
{
    constexpr double kClose = 0.3; // two zeros between neighbouring places come with a small minimum
    const double here = std::abs(growth[middle]);
    const int side = signOf(growth[middle]);
    if (here > kClose || here > std::abs(growth[middle - 1]) || here > std::abs(growth[middle + 1])
        || signOf(growth[middle - 1]) != side)
        return;
    const Growth growthAt(m_layer, m_moments);
    const double least = leastBetween(growthAt, at[middle - 1], at[middle + 1], side);
    const int there = signOf(growthAt(least));
    if (there == side)
        return;
    if (there == 0) {
        add(least, side, side);
        return;
    }
    add(fixedPointBetween(growthAt, at[middle - 1], least), side, -side);
    add(fixedPointBetween(growthAt, least, at[middle + 1]), -side, side);
}

void FixedPoints::add(double t, int before, int after)
{
    m_all.push_back({at(m_layer, m_moments, std::exp(t)), before > 0, after < 0});
}

void FixedPoints::addEnds(int first, int last)
{
    if (staysZero(m_layer, m_moments))
        m_all.insert(m_all.begin(), {atZero(m_layer, m_moments), false, first < 0});
    if (last > 0)
        m_all.push_back({atInfinity(m_layer, m_moments), true, false});
}

int FixedPoints::attractors() const
{
    return static_cast<int>(std::ranges::count_if(m_all, &StabilityOfPoint::attracts));
}

FixedPoint FixedPoints::reachedFrom(double start) const
{
    if (start == 0 && staysZero(m_layer, m_moments))
        return at(m_layer, m_moments, 0);
    if (m_everywhere)
        return at(m_layer, m_moments, start);
    const int sign = signOf(Growth(m_layer, m_moments)(logarithmOf(start)));
    assert(!m_all.empty());
    if (sign == 0) { // it is there, or further away than the layers of any network go
        const auto far = [&](const StabilityOfPoint& each) {
            return std::abs(logarithmOf(each.point.meanSquare) - logarithmOf(start));
        };
        return std::ranges::min(m_all, {}, far).point;
    }
    if (sign > 0) {
        for (const StabilityOfPoint& each : m_all)
            if (each.point.meanSquare > start && each.fromBelow)
                return each.point;
        return atInfinity(m_layer, m_moments);
    }
    for (auto each = m_all.rbegin(); each != m_all.rend(); ++each)
        if (each->point.meanSquare < start && each->fromAbove)
            return each->point;
    return atZero(m_layer, m_moments);
}

FixedPoint fixedPoint(const HiddenLayer& layer, const MomentsAt& moments, double start)
{
    if (start == 0 && staysZero(layer, moments))
        return at(layer, moments, 0);
    const Growth growthAt(layer, moments);
    double t = logarithmOf(start), before = t, growth = growthAt(t);
    const int side = signOf(growth);
    if (side == 0)
        return at(layer, moments, start);
    constexpr int kStrides = 2; // this many of those above at a time: the first fixed point on the way is enough
    for (int sign = side; sign == side; sign = signOf(growth)) {
        before = t;
        t += side * std::max(kStrides * strideAt(t), std::abs(growth));
        if (std::abs(t) > kFarVariance)
            return side > 0 ? atInfinity(layer, moments) : atZero(layer, moments);
        growth = growthAt(t);
    }
    double beyond = t; // over a stretch where q counts as settled: does it go on at its end?
    while (signOf(growth) == 0) {
        beyond += side * kStrides * strideAt(beyond);
        if (std::abs(beyond) > kFarVariance)
            return side > 0 ? atInfinity(layer, moments) : atZero(layer, moments);
        growth = growthAt(beyond);
    }
    if (signOf(growth) == side)
        return at(layer, moments, std::exp(t));
    return at(
        layer, moments, std::exp(fixedPointBetween(growthAt, std::min(before, beyond), std::max(before, beyond))));
}

FixedPoint fixedPoint(const activations::Activation& activation, operations::Variances variances, double start)
{
    return fixedPoint(HiddenLayer(variances), momentsOf(activation), start);
}

} // namespace deltascope::mean_field
