// SPDX-License-Identifier: GPL-3.0-or-later
// The learning speeds of one layer from its δ and the activations that enter it, over a batch.
// core/maths.md 2.1 to 2.3.
#pragma once

#include "numerics/column.h"

#include <Eigen/Core>

#include <cstdint>

namespace deltascope::network {

/// What becomes of a bias shift that is the same for all examples: an operation of the next layer may remove it again,
/// as far as the activation between them is linear, and the mean of δ is then exactly 0.
enum class BiasShift { kept, removed };

/// The ways of taking ‖δ^l‖ over a batch, alike for one example, and the speed of the weights.
struct LearningSpeeds {
    numerics::Scaled normOfMean; ///< ‖⟨δ⟩‖₂ = ‖∂C/∂b‖ of the mean cost: what Nielsen's figures plot
    numerics::Scaled meanOfNorms; ///< ⟨‖δ‖₂⟩
    numerics::Scaled rms; ///< √⟨‖δ‖₂²⟩: what mean field theory predicts
    numerics::Scaled weight; ///< ‖∂C/∂w‖_F = ‖⟨u aᵀ⟩‖_F
    bool operator==(const LearningSpeeds&) const = default;
};

/// The speeds of a layer in a unit of its own, 2^(−offset): what is said of them where they are smaller than Scaled
/// holds.
struct RelativeSpeeds {
    LearningSpeeds speeds;
    numerics::Scaled offset; ///< log2 of 1/unit
    bool operator==(const RelativeSpeeds&) const = default;
};

/// The speeds of one layer in the unit of another's.
LearningSpeeds inUnitsOf(const RelativeSpeeds& reference, const RelativeSpeeds& speeds);

/// How many times `reference` a speed is, right also beyond range; the reference must not be 0.
numerics::Scaled speedRatio(
    const RelativeSpeeds& speeds, const RelativeSpeeds& reference, numerics::Scaled LearningSpeeds::*speed);

/// ⟨u aᵀ⟩, the gradient of the weights of the mean cost, in a unit of its own.
struct MeanGradient {
    Eigen::MatrixXd mantissas; ///< neurons × neurons before
    std::int64_t exponent = 0; ///< of 2, times them
};
MeanGradient meanGradient(const numerics::Columns& ofSums, const numerics::Columns& entering);

/// δ and u by example, as BackwardPass has them; `entering`: what the weights multiply, by example. A mean of δ that is
/// nothing but rounding counts as 0.
LearningSpeeds learningSpeeds(const numerics::Columns& delta, const numerics::Columns& ofSums,
    const numerics::Columns& entering, BiasShift shift = BiasShift::kept);

/// The same without the weights, whose gradient costs a matrix product.
LearningSpeeds biasSpeeds(const numerics::Columns& delta, BiasShift shift = BiasShift::kept);

} // namespace deltascope::network
