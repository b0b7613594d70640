// SPDX-License-Identifier: GPL-3.0-or-later
// The curve of |∏ factor| over a₀ that goes with an explosion set: over [0, 1], and where it is largest or nearest to
// K. core/maths.md 8.12.
#pragma once

#include "theory/explosion/product_curve.h"

#include <vector>

namespace deltascope::explosion {

struct ExplosionInterval;

/// The curve over one range of t = a₀ − centre.
struct ExplosionCurve {
    InputRange range;
    ProductSamples samples; ///< also some outside the range
    bool operator==(const ExplosionCurve&) const = default;
};

struct ExplosionCurves {
    ExplosionCurve whole; ///< a₀ in [0, 1]
    ExplosionCurve near; ///< around the window nearest to the centre; where there is none, around the largest product
    bool operator==(const ExplosionCurves&) const = default;
};

/// `windows`: nearest to the centre first. Fewer samples in deep chains: the work is bounded by 16 000 layers or 24
/// samples. Incomplete where `stop` was requested.
ExplosionCurves explosionCurves(const network::Network& network, double centre,
    const std::vector<ExplosionInterval>& intervals, const std::stop_token& stop);

} // namespace deltascope::explosion
