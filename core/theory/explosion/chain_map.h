// SPDX-License-Identifier: GPL-3.0-or-later
// The map a → f(wa + b) of a chain whose layers all have one weight and one bias: the points that come back, and why an
// orbit cannot explode for ever. core/maths.md 8.5, 16.8.
#pragma once

#include "network/activations/activation.h"

#include <vector>

namespace deltascope::explosion {

struct ChainMap {
    const activations::Activation* activation = nullptr;
    double weight = 0, bias = 0;

    double next(double a) const { return activation->value(weight * a + bias); }
    /// The same where no double holds it: σ(−1000).
    numerics::Scaled scaledNext(double a) const
    {
        return activation->scaledValue(numerics::Scaled::from(weight * a + bias));
    }
    numerics::Scaled factor(double a) const
    {
        return numerics::Scaled::from(weight) * activation->scaledDerivative(numerics::Scaled::from(weight * a + bias));
    }
};

/// A fixed point, or the lower point of a 2-cycle.
struct PeriodicPoint {
    double a = 0;
    double image = 0; ///< what it is mapped to: itself, or the other point of its cycle
    numerics::Scaled
        multiplier; ///< the product of the factors once around; orbits near by come nearer where its size is < 1

    bool drawsIn = false; ///< of a multiplier of exactly ±1: orbits near by come nearer all the same, ever more slowly

    bool isCycle() const { return a != image; }
    bool isNeutral() const { return numerics::abs(multiplier) == numerics::Scaled::from(1); }
    bool attracts() const { return numerics::abs(multiplier) < numerics::Scaled::from(1) || (isNeutral() && drawsIn); }
};

/// Fixed points first, then 2-cycles, each ascending: every one where the map, or the map twice, crosses the diagonal.
/// One that only touches it is not among them; nor is any where all points of a stretch stay. At a kink the steeper
/// side counts.
std::vector<PeriodicPoint> periodicPoints(const ChainMap& map);

} // namespace deltascope::explosion
