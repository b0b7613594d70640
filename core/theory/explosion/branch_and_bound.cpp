// SPDX-License-Identifier: GPL-3.0-or-later
#include "theory/explosion/branch_and_bound.h"

#include "network/activations/activation.h"

#include <algorithm>
#include <cmath>

namespace deltascope::explosion {
namespace {

constexpr std::int64_t kMaxLayers = 20'000'000; // evaluated in one search: about two seconds
constexpr std::int64_t kMaxStoredLayers = 2'500'000; // in memory at once: 100 MB
constexpr std::int64_t kMaxNesting = 3000; // of calls on a thread's stack
constexpr double kLevel = 1e-13; // bounds this close: the product is K to every digit that matters
constexpr double kUneven = 0.5871203447; // mantissa of a cut
constexpr std::int64_t kRecentreBits = 24; // a cell this much smaller than its distance gets an orbit of its own
constexpr int kKinkSteps = 100; // bisections until a kink is found to the last bit
constexpr std::int64_t kRoundingBits = 50; // no layer tells the ends of a cell apart beyond this

/// Where to cut a cell: near the middle, but by orders of magnitude where its ends differ by some. Never at a round
/// number: an edge inside a narrow interval would have its two halves measured from two orbits, and narrow intervals
/// are often there (a₀ = 0.5).
numerics::Scaled cut(numerics::Scaled lower, numerics::Scaled upper)
{
    if (lower.sign() * upper.sign() < 0)
        return {};
    const auto nearZero = [](numerics::Scaled end) {
        const std::int64_t exponent = std::min<std::int64_t>(end.exponent, 0);
        return numerics::Scaled{end.sign() * kUneven, 2 * exponent - 1};
    };
    if (lower.isZero())
        return nearZero(upper);
    if (upper.isZero())
        return nearZero(lower);
    if (std::abs(upper.exponent - lower.exponent) > 2)
        return numerics::Scaled{lower.sign() * kUneven, (lower.exponent + upper.exponent) / 2};
    return lower + (upper - lower) * numerics::Scaled::from(kUneven - 0.1);
}

std::int64_t spread(const DisplacedOrbit& lower, const DisplacedOrbit& upper, const Orbit& orbit)
{
    std::int64_t widest = -kRoundingBits - 1;
    for (std::size_t i = 0; i < orbit.size(); ++i) {
        const numerics::Scaled width = upper.layers[i].dz - lower.layers[i].dz;
        if (width.isZero())
            continue;
        const numerics::Scaled z = orbit[i].z + lower.layers[i].dz;
        widest = std::max(widest, width.exponent - std::max<std::int64_t>(z.exponent, 0));
    }
    return widest;
}

/// The largest product that any input could give.
numerics::Scaled ceiling(const Orbit& orbit)
{
    numerics::Scaled product = numerics::Scaled::from(1);
    for (const OrbitLayer& layer : orbit)
        product = product * numerics::Scaled::from(std::abs(layer.weight))
            * numerics::Scaled::from(layer.activation->maxDerivative);
    return product;
}

/// The first layer whose z reaches a kink in a cell.
std::optional<std::size_t> kinkBetween(const Orbit& orbit, const DisplacedOrbit& lower, const DisplacedOrbit& upper)
{
    for (std::size_t i = 0; i < orbit.size(); ++i) {
        const numerics::Scaled first = orbit[i].z + lower.layers[i].dz, last = orbit[i].z + upper.layers[i].dz;
        for (const double kink : orbit[i].activation->kinks)
            if ((first - numerics::Scaled::from(kink)).sign() != (last - numerics::Scaled::from(kink)).sign())
                return i;
    }
    return std::nullopt;
}

/// True where |f′| reaches its maximum in one point only.
bool peakedBox(const activations::Activation& activation)
{
    const double at = activation.maxDerivativeAt, off = 0.01;
    return std::isfinite(at) && std::abs(activation.derivative(at - off)) < activation.maxDerivative
        && std::abs(activation.derivative(at + off)) < activation.maxDerivative;
}

} // namespace

BranchAndBound::BranchAndBound(numerics::Scaled k, std::stop_token stop)
    : m_k(k)
    , m_stop(std::move(stop))
    , m_layersLeft(kMaxLayers)
{
}

DisplacedOrbit BranchAndBound::at(const Frame& frame, numerics::Scaled t)
{
    m_layersLeft -= static_cast<std::int64_t>(frame.orbit.size());
    return displaced(frame.orbit, t);
}

void BranchAndBound::search(const Orbit& orbit, numerics::Scaled lower, numerics::Scaled upper, double offset)
{
    const Frame frame{orbit, offset};
    m_touching = ceiling(orbit) == m_k;
    explore(frame, at(frame, lower), at(frame, upper));
}

/// Where the product only touches K, its rounding cannot tell the peak from its neighbourhood, but the side of z can.
bool BranchAndBound::isInside(const Frame& frame, const DisplacedOrbit& point) const
{
    if (m_touching)
        for (std::size_t i = 0; i < frame.orbit.size(); ++i)
            if (point.layers[i].side != 0 && peakedBox(*frame.orbit[i].activation))
                return false;
    return !(numerics::abs(point.product) < m_k);
}

BranchAndBound::Where BranchAndBound::decide(
    const Frame& frame, const DisplacedOrbit& lower, const DisplacedOrbit& upper) const
{
    numerics::Scaled least = numerics::Scaled::from(1), most = numerics::Scaled::from(1);
    bool beside = false;
    for (std::size_t i = 0; i < frame.orbit.size(); ++i) {
        const Displacement &a = lower.layers[i], &b = upper.layers[i];
        const numerics::Scaled left = numerics::abs(a.factor), right = numerics::abs(b.factor);
        const bool leftIsLess = left < right;
        const OrbitLayer& layer = frame.orbit[i];
        if (m_touching && (a.side != 0 || b.side != 0) && peakedBox(*layer.activation)) {
            if (a.side * b.side > 0)
                return Where::outside;
            beside = true;
        }
        least = least * (leftIsLess ? left : right);
        most = most
            * (a.side * b.side <= 0 ? numerics::Scaled::from(std::abs(layer.weight))
                        * numerics::Scaled::from(layer.activation->maxDerivative)
                    : leftIsLess ? right
                                 : left);
    }
    if (most < m_k)
        return Where::outside;
    if (!beside && !(least < m_k))
        return Where::inside;
    const bool level = !beside && !least.isZero() && most < least * numerics::Scaled::from(1 + kLevel);
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
    if (m_nesting >= std::min(kMaxNesting, kMaxStoredLayers / depth)) {
        m_unresolved = true;
        return emit(frame, isInside(frame, lower) && isInside(frame, upper), lower.t, upper.t);
    }
    ++m_nesting;
    halve(frame, lower, upper);
    --m_nesting;
}

/// Two halves, or the whole cell from an orbit of its own.
void BranchAndBound::halve(const Frame& frame, const DisplacedOrbit& lower, const DisplacedOrbit& upper)
{
    const numerics::Scaled width = upper.t - lower.t;
    const std::int64_t distance = std::max(lower.t.exponent, upper.t.exponent);
    if (lower.t.sign() * upper.t.sign() > 0 && distance - width.exponent > kRecentreBits)
        return recentre(frame, lower, upper);
    const DisplacedOrbit middle = at(frame, cut(lower.t, upper.t));
    explore(frame, lower, middle);
    explore(frame, middle, upper);
}

void BranchAndBound::recentre(const Frame& frame, const DisplacedOrbit& lower, const DisplacedOrbit& upper)
{
    if (const auto layer = kinkBetween(frame.orbit, lower, upper))
        return recentreAtKink(frame, lower, upper, *layer);
    const numerics::Scaled centre = (lower.t + upper.t) * numerics::Scaled::from(0.5);
    const Orbit orbit = recentred(frame.orbit, at(frame, centre));
    const Frame inner{orbit, frame.offset + centre.nearestDouble()};
    explore(inner, at(inner, lower.t - centre), at(inner, upper.t - centre));
}

/// The orbit that meets the kink goes through it exactly: rounding z there would move it, and with it what begins
/// there.
void BranchAndBound::recentreAtKink(
    const Frame& frame, const DisplacedOrbit& lower, const DisplacedOrbit& upper, std::size_t layer)
{
    const auto signAt = [&](const DisplacedOrbit& point) {
        return (frame.orbit[layer].z + point.layers[layer].dz).sign();
    };
    const int first = signAt(lower);
    numerics::Scaled left = lower.t, right = first == 0 ? lower.t : upper.t;
    for (int i = 0; i < kKinkSteps && left < right && running(); ++i) {
        const numerics::Scaled middle = (left + right) * numerics::Scaled::from(0.5);
        if (middle == left || middle == right)
            break;
        (signAt(at(frame, middle)) == first ? left : right) = middle;
    }
    Orbit orbit = recentred(frame.orbit, at(frame, right));
    orbit[layer].z = {};
    orbit[layer].derivative = orbit[layer].activation->scaledDerivative({});
    const Frame inner{orbit, frame.offset + right.nearestDouble()};
    const DisplacedOrbit kink = at(inner, {});
    if (lower.t < right)
        explore(inner, at(inner, lower.t - right), kink);
    if (right < upper.t)
        explore(inner, kink, at(inner, upper.t - right));
}

/// A cell on the boundary too small to matter: it counts by its ends.
void BranchAndBound::settle(const Frame& frame, const DisplacedOrbit& lower, const DisplacedOrbit& upper)
{
    const bool first = isInside(frame, lower), last = isInside(frame, upper);
    if (first && last)
        return emit(frame, true, lower.t, upper.t);
    if (first)
        emit(frame, true, lower.t, lower.t);
    emit(frame, false, lower.t, upper.t);
    if (last)
        emit(frame, true, upper.t, upper.t);
}

void BranchAndBound::emit(const Frame& frame, bool inside, numerics::Scaled lower, numerics::Scaled upper)
{
    if (!inside)
        return close();
    if (!m_open)
        m_open = FoundInterval{frame.offset + lower.nearestDouble(), 0, {}};
    m_open->upper = frame.offset + upper.nearestDouble();
    m_open->width = m_open->width + (upper - lower);
}

void BranchAndBound::close()
{
    if (m_open)
        m_intervals.push_back(*m_open);
    m_open.reset();
}

void BranchAndBound::sample(
    const Orbit& orbit, numerics::Scaled lower, numerics::Scaled upper, double offset, int steps)
{
    const Frame frame{orbit, offset};
    const numerics::Scaled step = (upper - lower) / numerics::Scaled::from(steps);
    DisplacedOrbit previous = at(frame, lower);
    for (int i = 1; i <= steps && running(); ++i) {
        DisplacedOrbit next = at(frame, i == steps ? upper : lower + step * numerics::Scaled::from(i));
        if (isInside(frame, previous) == isInside(frame, next))
            emit(frame, isInside(frame, next), previous.t, next.t);
        else
            bisect(frame, previous, next);
        previous = std::move(next);
    }
    close();
}

void BranchAndBound::bisect(const Frame& frame, const DisplacedOrbit& lower, const DisplacedOrbit& upper)
{
    const bool first = isInside(frame, lower);
    numerics::Scaled left = lower.t, right = upper.t;
    for (int i = 0; i < 50 && running(); ++i) {
        const numerics::Scaled middle = (left + right) * numerics::Scaled::from(0.5);
        (isInside(frame, at(frame, middle)) == first ? left : right) = middle;
    }
    emit(frame, first, lower.t, left);
    emit(frame, !first, right, upper.t);
}

} // namespace deltascope::explosion
