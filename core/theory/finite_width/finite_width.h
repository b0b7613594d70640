// SPDX-License-Identifier: GPL-3.0-or-later
// The law of ‖δ^l‖ in networks of finite width, beside mean field's root mean square (Hanin 2018; Hanin & Nica 2018):
// exact for ReLU, leaky ReLU and identity with independent normal weights and no biases. core/maths.md 16.1, 16.4.
#pragma once

#include "base/message.h"
#include "evaluation/evaluation.h"
#include "theory/finite_width/backward_factor.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace deltascope::finite_width {

/// ‖δ^l‖ of one input over all networks of the rule that have this ‖δ^L‖, given that no hidden layer is dead.
struct LayerLaw {
    numerics::Scaled median, p05, p95;
    numerics::Scaled rms; ///< √E‖δ^l‖², the dead ones too: what mean field predicts
    bool operator==(const LayerLaw&) const = default;
};

struct FiniteWidthLaw {
    std::vector<LayerLaw> layers; ///< layers[l − 1] is layer l; anchored at the first example's measured ‖δ^L‖
    int neurons = 0; ///< of the narrowest hidden layer; 0: there is none
    double mean = 0, variance = 0; ///< of ln(‖δ^l‖²/‖δ^(l+1)‖²) there, given that it is not dead
    double inverseWidths = 0; ///< β = Σ 1/n over the hidden layers
    double dead = 0; ///< the chance that one of the hidden layers or more is dead
    /// Of one example: how far measured log10‖δ^1‖ lies from the median, as a share of the way from the median to that
    /// end of the band; nothing where it is 0 or there is no band.
    std::optional<double> inBands;
    bool operator==(const FiniteWidthLaw&) const = default;
};

/// The slopes of f where it is made of two straight lines through f(0) = 0: found by its values, so of any f.
std::optional<Slopes> straightSlopes(const activations::Activation& activation);

/// Empty where the law is exact for this scenario (of several outputs: but for what ties their errors to the weights
/// before them); else why there is none.
Message whyNoLaw(const model::Scenario& scenario);

/// The median of ‖δ^1‖/‖δ^L‖ over networks of the scenario's depth L, for a scenario that has the law.
numerics::Scaled medianRatio(const model::Scenario& scenario);

/// The law for a scenario that has it. Nothing where stop was requested.
std::optional<FiniteWidthLaw> finiteWidthLaw(
    const model::Scenario& scenario, const evaluation::Evaluation& evaluation, const std::stop_token& stop = {});

} // namespace deltascope::finite_width
