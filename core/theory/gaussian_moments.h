// SPDX-License-Identifier: GPL-3.0-or-later
// Moments of an activation over a Gaussian weighted input: all that mean field theory needs to know of f.
#pragma once

#include "activations/activation.h"

#include <stop_token>
#include <vector>

namespace deltascope {

/// Over z = √q x, x ~ N(0, 1).
struct GaussianMoments {
    Scaled mean; ///< ∫Dx f(√q x)
    Scaled meanSquare; ///< ∫Dx f(√q x)²
    Scaled slopeSquare; ///< ∫Dx f′(√q x)²
};

/// The moments at q ≥ 0 of any size, by Gauss–Legendre on panels that shrink towards the bend of f at 0; beyond 10^±200
/// by the slopes that are left of f. At q = 0 exactly, the values at z = 0 (of a kink: the stated f′(0)).
GaussianMoments gaussianMoments(const Activation& activation, Scaled q);

/// The same from a table over ln q, to about 1e-9 of each: for the many points of a map.
class MomentTable {
public:
    /// With `stop` requested the rest of the table stays empty and must not be read.
    explicit MomentTable(const Activation& activation, const std::stop_token& stop = {});

    GaussianMoments at(double q) const;

private:
    struct Row {
        double mean = 0, meanSquare = 0, slopeSquare = 0;
    };
    const Activation& m_activation;
    std::vector<Row> m_rows;
};

} // namespace deltascope
