// SPDX-License-Identifier: GPL-3.0-or-later
// The explosion budget: the inputs a₀ in [0, 1] whose gradient a given chain grows K-fold or more.
// core/maths.md 8.6, 8.7, 8.10.
#pragma once

#include "network/network.h"
#include "numerics/scaled.h"
#include "theory/explosion/explosion_curve.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace deltascope::explosion {

/// One maximal interval of {a₀ : |∏ factor| ≥ K}, in t = a₀ − centre so that intervals far narrower than the spacing
/// of doubles near a₀ keep their digits.
struct ExplosionInterval {
    double lower = 0, upper = 0; ///< in t
    double log10Width = 0; ///< 0 where lower = upper and not narrow: a single point, without width
    bool narrow = false; ///< narrower than 4 doubles at a₀: only log10Width means something
    bool operator==(const ExplosionInterval&) const = default;
};

struct ExplosionSet {
    double k = 1;
    double centre = 0; ///< the scenario's a₀
    std::vector<ExplosionInterval> intervals; ///< ascending
    Magnitude measure; ///< total width
    std::optional<double> bound; ///< no set can be larger: (range of f)/K; nothing: no bound
    bool exact = true; ///< branch and bound; false: sampled (f is not monotone)
    bool complete = true; ///< false: stopped at the work limit, intervals may be missing
    ExplosionCurves curves; ///< of |∏ factor|, to be drawn
    bool operator==(const ExplosionSet&) const = default;
};

/// The intervals nearest to the centre first, at most `most`.
std::vector<ExplosionInterval> nearestIntervals(const ExplosionSet& set, std::size_t most);
inline constexpr std::size_t kMostDrawnIntervals = 100;

/// Exactly, by branch and bound, for a chain whose activations are monotone. Returns nothing when stopped.
/// `network` is fixed (balanced biases stay as a₀ moves). Precondition: a chain, k > 0.
std::optional<ExplosionSet> explosionSet(
    const network::Network& network, double centre, double k, const std::stop_token& stop);

/// da_L/da_0 at a₀ = centre + t, for curves; exact to the digits of t also where |t| is below the spacing of doubles at
/// centre.
numerics::Scaled chainProduct(const network::Network& network, double centre, double t);

} // namespace deltascope::explosion
