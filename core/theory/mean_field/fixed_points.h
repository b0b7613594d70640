// SPDX-License-Identifier: GPL-3.0-or-later
// Where the mean square q of z goes in layer after layer alike: the fixed points of q → next(q), all of them, and which
// of them a start leads to. In t = ln q the map is one-dimensional, so they are the zeros of ln(next(q)/q).
// core/maths.md 9.6.
#pragma once

#include "theory/mean_field/mean_field.h"

#include <vector>

namespace deltascope::mean_field {

/// Where |ln(next(q)/q)| is below this, q counts as settled: over 10 000 layers it changes by less than 1e-7 of itself.
inline constexpr double kSettled = 1e-11;

/// A fixed point, 0 and +∞ among them, and from which sides q comes nearer to it.
struct StabilityOfPoint {
    FixedPoint point;
    bool fromBelow = false, fromAbove = false;

    bool attracts() const { return fromBelow || fromAbove; }
    bool repels() const { return !fromBelow && !fromAbove; }
    bool operator==(const StabilityOfPoint&) const = default;
};

class FixedPoints {
public:
    FixedPoints(const HiddenLayer& layer, const MomentsAt& moments);

    /// Ascending in q. +∞ is among them where q grows without end from large starts, 0 where q = 0 stays 0. Empty where
    /// every q is one.
    const std::vector<StabilityOfPoint>& all() const { return m_all; }
    /// Every q stays what it is, as under He's rule with ReLU.
    bool everywhere() const { return m_everywhere; }
    int attractors() const;
    /// Where q goes that starts at `start` ≥ 0: the next fixed point on its way.
    FixedPoint reachedFrom(double start) const;

private:
    void findInside(const std::vector<double>& at, const std::vector<double>& growth);
    void addTouching(const std::vector<double>& at, const std::vector<double>& growth, std::size_t middle);
    void add(double t, int before, int after);
    void addEnds(int first, int last);

    HiddenLayer m_layer;
    MomentsAt m_moments;
    std::vector<StabilityOfPoint> m_all;
    bool m_everywhere = false;
};

/// Where q goes that starts at `start` ≥ 0, without a search for the others; two fixed points close together on its way
/// may be passed.
FixedPoint fixedPoint(const HiddenLayer& layer, const MomentsAt& moments, double start = 1);
FixedPoint fixedPoint(const activations::Activation& activation, operations::Variances variances, double start = 1);

} // namespace deltascope::mean_field
