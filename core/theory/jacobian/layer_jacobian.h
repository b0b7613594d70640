// SPDX-License-Identifier: GPL-3.0-or-later
// The Jacobian of one layer, J^l = ∂a^l/∂a^(l−1): the product of those of its operations (maths.md, sections 1 and 5).
#pragma once

#include "network/jacobian_layer.h"

#include <vector>

namespace deltascope::jacobian {

/// J^l = parts.back() … parts.front(): more than one where J^l is singular for certain, so that what is exactly 0 comes
/// out as 0.
struct LayerJacobian {
    std::vector<numerics::RowScaledMatrix> parts;
    int belowResolution = 0; ///< f′ below the floor
};

/// Of one example of a forward pass. Precondition: nothing in the layer couples the examples.
LayerJacobian layerJacobian(const network::Network& network, const network::ForwardPass& forward, int layer,
    Eigen::Index example = 0, const operations::SlopeFloor& floor = {});

} // namespace deltascope::jacobian
