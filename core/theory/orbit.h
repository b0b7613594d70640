// SPDX-License-Identifier: GPL-3.0-or-later
// A chain followed from one input, and what a displacement of that input does in every layer, in differences: intervals
// far narrower than the spacing of doubles keep their digits. core/maths.md 8.9.
#pragma once

#include "network.h"
#include "scaled.h"

#include <vector>

namespace deltascope {

struct Activation;

/// Layer l where the orbit passes through it.
struct OrbitLayer {
    const Activation* activation = nullptr;
    double weight = 0;
    Scaled z;
    Scaled derivative; ///< f′(z)
};
using Orbit = std::vector<OrbitLayer>; ///< [l − 1] is layer l

/// The forward pass of a chain from a₀ = input.
Orbit orbitThrough(const Network& network, double input);

/// What the displacement does in one layer.
struct Displacement {
    Scaled dz; ///< z − the orbit's z, to relative precision
    Scaled factor; ///< w f′(z)
    int side = 0; ///< of z from where |f′| is largest: −1, 1, or 0 where rounding cannot tell
};

/// The orbit from a₀ + t, seen from the orbit of a₀.
struct DisplacedOrbit {
    Scaled t;
    Scaled product; ///< factor_1 … factor_L
    std::vector<Displacement> layers;
};
DisplacedOrbit displaced(const Orbit& orbit, Scaled t);
/// Its product alone: nothing is kept of the layers.
Scaled displacedProduct(const Orbit& orbit, Scaled t);

/// The displaced orbit as one to start from. Each z is rounded on its own, not computed anew from the layer before, so
/// that differences from it stay as precise as those that led there.
Orbit recentred(const Orbit& orbit, const DisplacedOrbit& moved);

} // namespace deltascope
