// SPDX-License-Identifier: GPL-3.0-or-later
// The condition |w f′(wa + b)| ≥ 1: where a layer's factor does not shrink the gradient (core/maths.md 8.1, 8.2).
#pragma once

#include "network/activations/activation.h"

#include <optional>
#include <span>
#include <vector>

namespace deltascope::explosion {

struct Interval {
    double lower = 0, upper = 0; ///< ±∞ allowed
    double width() const { return upper - lower; }
    bool operator==(const Interval&) const = default;
};

/// {z : |w f′(z)| ≥ 1}, ascending; empty where |w|·max|f′| < 1; one point where they touch.
std::vector<Interval> steepIntervalsOfZ(const activations::Activation& activation, double weight);

/// {a : |w f′(wa + b)| ≥ 1}, ascending.
std::vector<Interval> steepIntervalsOfA(const activations::Activation& activation, double weight, double bias);

/// Total width in a of that set as a function of |w| (it does not depend on b); ∞ where it is unbounded. For the
/// logistic function (4/|w|)·acosh(√|w|/2), 0 below |w| = 4.
double steepWidth(const activations::Activation& activation, double weight);
/// The same for a whole curve, with f′ sampled once.
std::vector<double> steepWidths(const activations::Activation& activation, std::span<const double> weights);

/// The |w| at which the set is widest, and that width; nothing where no maximum exists.
struct WidestSteepInterval {
    double weight = 0, width = 0;
};
std::optional<WidestSteepInterval> widestSteepInterval(const activations::Activation& activation);

} // namespace deltascope::explosion
