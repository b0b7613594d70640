// SPDX-License-Identifier: GPL-3.0-or-later
// The learning speeds of one layer from its δ and the activations that enter it, over a batch.
#pragma once

#include "normalization.h"

namespace deltascope {

/// The ways of taking ‖δ^l‖ over a batch, alike for one example, and the speed of the weights.
struct LearningSpeeds {
    Scaled normOfMean; ///< ‖⟨δ⟩‖₂ = ‖∂C/∂b‖ of the mean cost: what Nielsen's figures plot
    Scaled meanOfNorms; ///< ⟨‖δ‖₂⟩
    Scaled rms; ///< √⟨‖δ‖₂²⟩: what mean field theory predicts
    Scaled weight; ///< ‖∂C/∂w‖_F = ‖⟨u aᵀ⟩‖_F
};

/// δ and u by example, as BackwardPass has them; `entering`: a^(l−1) by example. Where a bias shift is removed, a mean
/// of δ that is nothing but rounding is exactly 0.
LearningSpeeds learningSpeeds(const Columns& delta, const Columns& beforeNormalization, const Columns& entering,
    BiasShift shift = BiasShift::kept);

/// The same without the weights, whose gradient costs a matrix product.
LearningSpeeds biasSpeeds(const Columns& delta, BiasShift shift = BiasShift::kept);

} // namespace deltascope
