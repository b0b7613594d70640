// SPDX-License-Identifier: GPL-3.0-or-later
// What each of the layers that share their weights gives to the gradient of these: ∂C/∂w = Σ_l ∂⁺C/∂w, where ∂⁺ holds
// the w of all other layers fast (Pascanu, Mikolov & Bengio 2013, eq. 4). core/maths.md 1.17.
#pragma once

#include "data/dataset.h"
#include "model/scenario.h"
#include "network/network.h"
#include "numerics/scaled.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace deltascope::results {

struct SharedGradient {
    int first = 2; ///< of the tied layers
    std::vector<numerics::Scaled> weights = {}; ///< ‖∂⁺C/∂w‖ of layer first, first + 1 …, of the mean cost
    std::vector<numerics::Scaled> biases = {}; ///< the same of b: ‖⟨δ^l⟩‖
    numerics::Scaled weightSum = {}, biasSum = {}; ///< ‖∂C/∂w‖, ‖∂C/∂b‖: what a training goes along
    /// ⟨∂⁺C/∂w, ∂C/∂w⟩/‖∂C/∂w‖² of each: together 1; some may be negative. Empty where the sum is exactly 0.
    std::vector<numerics::Scaled> shares = {};
    bool operator==(const SharedGradient&) const = default;

    int last() const { return first + static_cast<int>(weights.size()) - 1; }
};

/// Of a scenario with tied layers; nothing where stop was requested.
std::optional<SharedGradient> sharedGradient(const model::Scenario& scenario, const data::Dataset& data,
    const network::Network& network, const std::stop_token& stop = {});

} // namespace deltascope::results
