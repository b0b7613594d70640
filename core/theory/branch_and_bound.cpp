// SPDX-License-Identifier: GPL-3.0-or-later
#include "theory/branch_and_bound.h"

#include "activations/activation.h"

#include <algorithm>
#include <cmath>

namespace deltascope {
namespace {

constexpr std::int64_t kMaxLayers = 20'000'000; // evaluated in one search: about two seconds
constexpr std::int64_t kMaxHeldLayers = 2'500'000; // in memory at once: 100 MB
constexpr std::int64_t kMaxNesting = 3000; // of calls on a thread's stack
constexpr double kLevel = 1e-13; // bounds this close: the product is K to every digit that matters
constexpr std::int64_t kRecentreBits = 24; // a cell this much smaller than its distance gets an orbit of its own
constexpr std::int64_t kRoundingBits = 50; // no layer tells the ends of a cell apart beyond this

/// Where to cut a cell: in the middle, but by orders of magnitude where its ends differ by some.
Scaled cut(Scaled lower, Scaled upper)
{
    if (lower.sign() * upper.sign() < 0)
        return {};
    const auto nearZero = [](Scaled end) {
        const std::int64_t exponent = std::min<std::int64_t>(end.exponent, 0);
        return Scaled{end.sign() * 0.5, 2 * exponent - 1};
    };
    if (lower.isZero())
        return nearZero(upper);
    if (upper.isZero())
        return nearZero(lower);
    if (std::abs(upper.exponent - lower.exponent) > 2)
        return Scaled{lower.sign() * 0.5, (lower.exponent + upper.exponent) / 2};
    return (lower + upper) * Scaled::from(0.5);
}

std::int64_t spread(const DisplacedOrbit& lower, const DisplacedOrbit& upper, const Orbit& orbit)
{
    std::int64_t widest = -kRoundingBits - 1;
    for (std::size_t i = 0; i < orbit.size(); ++i) {
        const Scaled width = upper.layers[i].dz - lower.layers[i].dz;
        if (width.isZero())
            continue;
        const Scaled z = orbit[i].z + lower.layers[i].dz;
        widest = std::max(widest, width.exponent - std::max<std::int64_t>(z.exponent, 0));
    }
    return widest;
}

} // namespace

BranchAndBound::BranchAndBound(Scaled k, std::stop_token stop)
    : m_k(k)
    , m_stop(std::move(stop))
    , m_layersLeft(kMaxLayers)
{
}

DisplacedOrbit BranchAndBound::at(const Frame& frame, Scaled t)
{
    m_layersLeft -= static_cast<std::int64_t>(frame.orbit.size());
    return displaced(frame.orbit, t);
}

void BranchAndBound::search(const Orbit& orbit, Scaled lower, Scaled upper, double offset)
{
    const Frame frame{orbit, offset};
    explore(frame, at(frame, lower), at(frame, upper));
    close();
}

BranchAndBound::Where BranchAndBound::decide(
    const Frame& frame, const DisplacedOrbit& lower, const DisplacedOrbit& upper) const
{
    Scaled least = Scaled::from(1), most = Scaled::from(1);
    for (std::size_t i = 0; i < frame.orbit.size(); ++i) {
        const Displacement &a = lower.layers[i], &b = upper.layers[i];
        const Scaled left = abs(a.factor), right = abs(b.factor);
        const bool leftIsLess = left < right;
        const OrbitLayer& layer = frame.orbit[i];
        least = least * (leftIsLess ? left : right);
        most = most
            * (a.side * b.side <= 0
                    ? Scaled::from(std::abs(layer.weight)) * Scaled::from(layer.activation->maxDerivative)
                    : leftIsLess ? right
                                 : left);
    }
    if (most < m_k)
        return Where::outside;
    if (!(least < m_k))
        return Where::inside;
    const bool level = !least.isZero() && most < least * Scaled::from(1 + kLevel);
    return level || spread(lower, upper, frame.orbit) < -kRoundingBits ? Where::level : Where::undecided;
}

void BranchAndBound::explore(const Frame& frame, const DisplacedOrbit& lower, const DisplacedOrbit& upper)
{
    if (!running())
        return;
    const Where where = decide(frame, lower, upper);
    if (where == Where::outside || where == Where::inside)
        return emit(frame, where == Where::inside, lower.t, upper.t);
    if (where == Where::level)
        return settle(frame, lower, upper);
    const std::int64_t depth = static_cast<std::int64_t>(frame.orbit.size());
    if (m_nesting >= std::min(kMaxNesting, kMaxHeldLayers / depth)) {
        m_unresolved = true;
        return settle(frame, lower, upper);
    }
    ++m_nesting;
    halve(frame, lower, upper);
    --m_nesting;
}

/// Two halves, or the whole cell from an orbit of its own.
void BranchAndBound::halve(const Frame& frame, const DisplacedOrbit& lower, const DisplacedOrbit& upper)
{
    const Scaled width = upper.t - lower.t;
    const std::int64_t distance = std::max(lower.t.exponent, upper.t.exponent);
    if (lower.t.sign() * upper.t.sign() > 0 && distance - width.exponent > kRecentreBits)
        return recentre(frame, lower, upper);
    const DisplacedOrbit middle = at(frame, cut(lower.t, upper.t));
    explore(frame, lower, middle);
    explore(frame, middle, upper);
}

void BranchAndBound::recentre(const Frame& frame, const DisplacedOrbit& lower, const DisplacedOrbit& upper)
{
    const Scaled centre = (lower.t + upper.t) * Scaled::from(0.5);
    const Orbit orbit = recentred(frame.orbit, at(frame, centre));
    const Frame inner{orbit, frame.offset + centre.nearestDouble()};
    explore(inner, at(inner, lower.t - centre), at(inner, upper.t - centre));
}

/// A cell on the boundary too small to matter: it counts by its ends.
void BranchAndBound::settle(const Frame& frame, const DisplacedOrbit& lower, const DisplacedOrbit& upper)
{
    const bool first = isInside(lower), last = isInside(upper);
    if (first && last)
        return emit(frame, true, lower.t, upper.t);
    if (first)
        emit(frame, true, lower.t, lower.t);
    emit(frame, false, lower.t, upper.t);
    if (last)
        emit(frame, true, upper.t, upper.t);
}

void BranchAndBound::emit(const Frame& frame, bool inside, Scaled lower, Scaled upper)
{
    if (!inside)
        return close();
    if (!m_open)
        m_open = Run{frame.offset + lower.nearestDouble(), 0, {}};
    m_open->upper = frame.offset + upper.nearestDouble();
    m_open->width = m_open->width + (upper - lower);
}

void BranchAndBound::close()
{
    if (m_open)
        m_runs.push_back(*m_open);
    m_open.reset();
}

void BranchAndBound::sample(const Orbit& orbit, Scaled lower, Scaled upper, double offset, int steps)
{
    const Frame frame{orbit, offset};
    const Scaled step = (upper - lower) / Scaled::from(steps);
    DisplacedOrbit previous = at(frame, lower);
    for (int i = 1; i <= steps && running(); ++i) {
        DisplacedOrbit next = at(frame, i == steps ? upper : lower + step * Scaled::from(i));
        if (isInside(previous) == isInside(next))
            emit(frame, isInside(next), previous.t, next.t);
        else
            bisect(frame, previous, next);
        previous = std::move(next);
    }
    close();
}

void BranchAndBound::bisect(const Frame& frame, const DisplacedOrbit& lower, const DisplacedOrbit& upper)
{
    const bool first = isInside(lower);
    Scaled left = lower.t, right = upper.t;
    for (int i = 0; i < 50 && running(); ++i) {
        const Scaled middle = (left + right) * Scaled::from(0.5);
        (isInside(at(frame, middle)) == first ? left : right) = middle;
    }
    emit(frame, first, lower.t, left);
    emit(frame, !first, right, upper.t);
}

} // namespace deltascope
