// SPDX-License-Identifier: GPL-3.0-or-later
// The Jacobian of one layer, J^l = ∂a^l/∂a^(l−1): diag f′(z^l) w^l, with + αI under a residual connection and with the
// Jacobian of layer normalization between f′ and w (core/maths.md 10.1).
#pragma once

#include "network/forward_pass.h"
#include "numerics/graded_jacobi.h"

#include <vector>

namespace deltascope::jacobian {

/// J^l = parts.back() … parts.front(): more than one where J^l is singular for certain, so that what is exactly 0 comes
/// out as 0.
struct LayerJacobian {
    std::vector<numerics::RowScaledMatrix> parts;
    int belowResolution = 0; ///< f′ below the floor
};

/// What becomes of an f′ whose exponent is too long for the sums of a spectrum.
struct SlopeFloor {
    enum class Below { zero, floor }; ///< it counts as 0, or as 2^exponent
    std::int64_t exponent = -(std::int64_t{1} << 46); ///< sums over 10 000 layers stay far inside 64 bits
    Below below = Below::zero;
};

/// Of one example of a forward pass. Precondition: no batch normalization, whose examples depend on one another.
LayerJacobian layerJacobian(const network::Network& network, const network::ForwardPass& forward, int layer,
    Eigen::Index example = 0, const SlopeFloor& floor = {});

} // namespace deltascope::jacobian
