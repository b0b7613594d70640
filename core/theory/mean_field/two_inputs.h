// SPDX-License-Identifier: GPL-3.0-or-later
// Two inputs on their way through wide random layers: how long they are and how alike (Poole et al. 2016; Schoenholz et
// al. 2017). core/maths.md 16.9, 16.10.
#pragma once

#include "base/message.h"
#include "data/dataset.h"
#include "model/scenario.h"
#include "theory/mean_field/mean_field.h"

#include <optional>
#include <vector>

namespace deltascope::mean_field {

/// Over u₁, u₂ normal with mean squares q₁, q₂ and correlation c.
struct PairMoments {
    double product = 0; ///< ⟨f(u₁)f(u₂)⟩
    double slopeProduct = 0; ///< ⟨f′(u₁)f′(u₂)⟩
};

/// By Gauss–Legendre in both directions, to about 1e-10 of the mean squares; 10^−12 ≤ q ≤ 10^12 and |c| ≤ 1.
PairMoments pairMoments(
    const activations::Activation& activation, double firstSquare, double secondSquare, double correlation);

/// z of one layer for two inputs.
struct InputPair {
    double first = 0, second = 0; ///< their mean squares q
    double correlation = 0;
    bool operator==(const InputPair&) const = default;
};

/// The same in the next layer; nothing where a q leaves 10^±12.
std::optional<InputPair> nextPair(
    const activations::Activation& activation, operations::Variances variances, const InputPair& pair);

/// A fixed point of the correlation map, and the slope of the map there.
struct CorrelationPoint {
    double correlation = 1, slope = 1;
    bool attracts() const { return slope < 1 && slope > -1; }
    bool operator==(const CorrelationPoint&) const = default;
};

/// What layers alike make of two inputs in the long run.
struct PairMaps {
    double meanSquare = 1; ///< q*, at which the correlation map is; 0 and ∞ where q goes there: then there is none
    bool everywhere = false; ///< every q is a fixed point
    double lengthSlope = 1; ///< dq^(l+1)/dq^l at q*
    double lengthScale = 0; ///< ξ_q = −1/ln|that slope| layers; ∞ where it is 1 to within 10⁻⁶
    bool everyCorrelation = false; ///< every c is a fixed point, as of the identity without biases
    bool drawn = false; ///< something is drawn for each input by itself, so that not even equal ones stay alike
    std::vector<CorrelationPoint> points; ///< c^(l+1) = c^l in [0, 1], ascending; the last is c = 1, whose slope is χ₁,
                                          ///< unless `drawn`
    double settled = 1; ///< c*: where unlike inputs end, the smallest of them
    double correlationScale = 0; ///< ξ_c = −1/ln of the slope there; ∞ as above

    bool hasCorrelations() const { return !points.empty(); }
    bool operator==(const PairMaps&) const = default;
};

/// dq^(l+1)/dq^l, by differences of 8th order in ln q: to about 1e-10, also of an f with a kink.
double lengthSlope(const activations::Activation& activation, double weightVariance, double meanSquare);

/// c^(l+1) over c^l where both inputs have settled at q*.
double nextCorrelation(
    const activations::Activation& activation, operations::Variances variances, double meanSquare, double correlation);

/// Empty where the maps of two inputs mean something for this scenario; else why not.
Message whyNoPair(const model::Scenario& scenario);

/// Of the hidden layers of a scenario that has the maps.
operations::Variances pairVariances(const model::Scenario& scenario);

/// Of the hidden layers of a scenario that has them, at the q* that most of its examples reach.
PairMaps pairMaps(const model::Scenario& scenario, const data::Dataset& data);

} // namespace deltascope::mean_field
