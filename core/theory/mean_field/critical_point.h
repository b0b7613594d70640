// SPDX-License-Identifier: GPL-3.0-or-later
// Where start values are critical: the point at which wide layers neither shrink nor grow anything (Roberts, Yaida &
// Hanin 2022), and the gain that makes a scenario's gradients keep their size. core/maths.md 9.9, 16.5, 16.6.
#pragma once

#include "base/message.h"
#include "data/dataset.h"
#include "model/scenario.h"
#include "network/mean_field_flow.h"

#include <optional>

namespace deltascope::mean_field {

/// σ_w² and σ_b² with a fixed point q* at which both χ₁ = 1 and dq^(l+1)/dq^l = 1.
struct CriticalPoint {
    operations::Variances variances;
    double meanSquare = 0; ///< q*; 0: where q goes, ever more slowly
    bool everywhere = false; ///< every q is such a fixed point, as of ReLU; `meanSquare` is then 1
};

/// Of layers of w, b and f alone, to about 1e-9; found from the moments of f, so of any f. The one with the smallest q*
/// > 0 where there is one, else that with q* = 0 where it attracts. Nothing where there is none, as of sigmoid, whose
/// σ_b² would have to be negative.
std::optional<CriticalPoint> criticalPoint(const activations::Activation& activation);

/// The scenario with the gain (and under a rule whose σ_b is free, with the σ_b) at which χ₁ = 1: the critical point of
/// its activation where it has no remedies, else the critical σ_w at its σ_b. Nothing where the start values are not
/// random, the examples depend on each other, or there is none within the gain's range.
std::optional<model::Scenario> atCriticalPoint(const model::Scenario& scenario, const data::Dataset& data);

/// Why there is no such scenario: of one for which `atCriticalPoint` gives nothing.
Message whyNoCriticalPoint(const model::Scenario& scenario);

/// By how much ‖δ‖ grows from one wide layer with batch normalization to the one before it, over large batches of
/// unlike examples (Yang et al. 2019): √(⟨f′²⟩/(⟨f²⟩ − ⟨f⟩²)) at q = 1; √(π/(π − 1)) = 1.211 for ReLU.
/// core/maths.md 16.6.
double growthUnderBatchNormalization(const activations::Activation& activation);

} // namespace deltascope::mean_field
