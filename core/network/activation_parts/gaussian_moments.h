// SPDX-License-Identifier: GPL-3.0-or-later
// Moments of an activation over a Gaussian weighted input: all that mean field theory needs to know of f.
// core/maths.md 9.1.
#pragma once

#include "network/activations/activation.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace deltascope::network {

/// Over z = √q x, x ~ N(0, 1).
struct GaussianMoments {
    numerics::Scaled mean; ///< ∫Dx f(√q x)
    numerics::Scaled meanSquare; ///< ∫Dx f(√q x)²
    numerics::Scaled slopeSquare; ///< ∫Dx f′(√q x)²
};

/// The moments at q ≥ 0 of any size, by Gauss–Legendre on panels that shrink towards the bend of f at 0; beyond 10^±32
/// by the slopes that are left of f. At q = 0 exactly, the values at z = 0 (of a kink: the stated f′(0)).
GaussianMoments gaussianMoments(const activations::Activation& activation, numerics::Scaled q);

/// The same, interpolated between q of a fixed lattice in ln q whose moments are computed when they are first needed:
/// to 1e-11 of each (of the mean: of the root of the mean square). For the many examples of a batch and points of a
/// map.
class MomentTable {
public:
    explicit MomentTable(const activations::Activation& activation);

    GaussianMoments at(numerics::Scaled q);
    GaussianMoments at(double q) { return at(numerics::Scaled::from(q)); }

private:
    struct Row {
        double mean = 0, meanSquare = 0, slopeSquare = 0;
        bool known = false;
    };
    const Row& row(std::size_t i);

    const activations::Activation& m_activation;
    std::vector<Row> m_rows;
    std::optional<GaussianMoments> m_huge; // at the end of them
};

} // namespace deltascope::network
