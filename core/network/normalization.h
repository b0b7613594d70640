// SPDX-License-Identifier: GPL-3.0-or-later
// z^l = N(h) + b with h = w^l a^(l−1) and N(h) = (h − μ)/s, s = √(σ² + ε): μ and σ over the neurons of one example
// (layer: Ba, Kiros & Hinton 2016) or over the examples of one neuron (batch: Ioffe & Szegedy 2015). Backward, with ĥ =
// N(h):
//     ∂C/∂h = (δ − ⟨δ⟩ − ĥ⟨δ ĥ⟩)/s,
// which for a pair, ĥ = ±|h₁ − h₂|/2s, is ±(δ₁ − δ₂)/2 · ε/s³: without ε nothing would pass. core/maths.md 1.8, 1.9.
#pragma once

#include "numerics/column.h"

#include <span>
#include <string_view>
#include <vector>

namespace deltascope::network {

enum class Normalization { none, layer, batch };
Normalization normalizationOf(std::string_view id);

/// What becomes of a bias shift that is the same for all examples: batch normalization in the next layer removes it
/// again, as far as the activation between them is linear, and the mean of δ is then exactly 0.
enum class BiasShift { kept, removed };

inline constexpr double kNormalizationEpsilon = 1e-5; ///< ε
inline constexpr int kPair = 2; ///< numbers normalized together of which nothing but the sign is left

/// h of one layer ← N(h), in place. Returns s, one a column (layer) or one a row (batch).
std::vector<numerics::Scaled> normalize(Normalization over, const numerics::Columns& h);

/// ∂C/∂h from δ, in place; ĥ and s as `normalize` left them. Each column comes out with its largest component between ½
/// and 1. Batch normalization mixes the examples: what is 10^308 smaller than the largest δ of the batch counts as 0.
void backThroughNormalization(Normalization over, const numerics::Columns& normalized,
    std::span<const numerics::Scaled> deviations, const numerics::Columns& delta);

} // namespace deltascope::network
