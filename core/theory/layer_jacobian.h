// SPDX-License-Identifier: GPL-3.0-or-later
// The Jacobian of one layer, J^l = ∂a^l/∂a^(l−1): diag f′(z^l) w^l, with + αI under a residual connection and with the
// Jacobian of layer normalization between f′ and w (maths.md, sections 1 and 5).
#pragma once

#include "forward_pass.h"
#include "theory/graded_jacobi.h"

#include <vector>

namespace deltascope {

/// J^l = parts.back() … parts.front(): more than one where J^l is singular for certain, so that what is exactly 0 comes
/// out as 0.
struct LayerJacobian {
    std::vector<RowScaledMatrix> parts;
    /// f′ that are taken as 0 because their exponent has more than 13 digits.
    int belowResolution = 0;
};

/// Of one example of a forward pass. Precondition: no batch normalization, whose examples depend on one another.
LayerJacobian layerJacobian(const Network& network, const ForwardPass& forward, int layer, Eigen::Index example = 0);

} // namespace deltascope
