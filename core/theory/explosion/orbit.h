// SPDX-License-Identifier: GPL-3.0-or-later
// A chain followed from one input, and what a displacement of that input does in every layer, in differences: intervals
// far narrower than the spacing of doubles keep their digits. core/maths.md 8.9.
#pragma once

#include "network/network.h"
#include "numerics/scaled.h"

#include <vector>

namespace deltascope::activations {
struct Activation;
}

namespace deltascope::explosion {

/// Layer l where the orbit passes through it.
struct OrbitLayer {
    const activations::Activation* activation = nullptr;
    double weight = 0;
    numerics::Scaled z;
    numerics::Scaled derivative; ///< f′(z)
};
using Orbit = std::vector<OrbitLayer>; ///< [l − 1] is layer l

/// The forward pass of a chain from a₀ = input.
Orbit orbitThrough(const network::Network& network, double input);

/// What the displacement does in one layer.
struct Displacement {
    numerics::Scaled dz; ///< z − the orbit's z, to relative precision
    numerics::Scaled factor; ///< w f′(z)
    int side = 0; ///< of z from where |f′| is largest: −1, 1, or 0 where rounding cannot tell
};

/// The orbit from a₀ + t, seen from the orbit of a₀.
struct DisplacedOrbit {
    numerics::Scaled t;
    numerics::Scaled product; ///< factor_1 … factor_L
    std::vector<Displacement> layers;
};
DisplacedOrbit displaced(const Orbit& orbit, numerics::Scaled t);
/// Its product alone: nothing is kept of the layers.
numerics::Scaled displacedProduct(const Orbit& orbit, numerics::Scaled t);

/// The displaced orbit as one to start from. Each z is rounded on its own, not computed anew from the layer before, so
/// that differences from it stay as precise as those that led there.
Orbit recentred(const Orbit& orbit, const DisplacedOrbit& moved);

} // namespace deltascope::explosion
