// SPDX-License-Identifier: GPL-3.0-or-later
// What an operation works on in the Jacobian of a layer, J^l = ∂a^l/∂a^(l−1) of one example
// (theory/jacobian/layer_jacobian.h).
#pragma once

#include "network/forward_pass.h"
#include "numerics/graded_jacobi.h"

#include <vector>

namespace deltascope::operations {

/// What becomes of an f′ whose exponent is too long for the sums of a spectrum.
struct SlopeFloor {
    enum class Below { zero, floor }; ///< it counts as 0, or as 2^exponent
    std::int64_t exponent = -(std::int64_t{1} << 46); ///< sums over 10 000 layers stay far inside 64 bits
    Below below = Below::zero;
};

/// The Jacobian of the operations so far is parts.back() … parts.front(), of none the identity. Every operation
/// multiplies its own from the left.
struct JacobianLayer {
    const network::Network& network;
    const network::ForwardPass& forward;
    const int layer;
    const Eigen::Index example;
    const SlopeFloor& floor;
    const network::LayerOperation* operation; ///< the present one
    bool whole; ///< one part is asked for, since something is added to it
    std::vector<numerics::RowScaledMatrix> parts;
    int belowResolution = 0; ///< f′ below the floor

    double number() const { return network.number(layer, *operation); } ///< of the present operation
    /// Row i of what is there times factor(i).
    template <class Factor>
    void multiplyRows(const Factor& factor)
    {
        numerics::RowScaledMatrix& last = parts.back();
        for (Eigen::Index i = 0; i < last.mantissa.rows(); ++i)
            last.mantissa.row(i) *= factor(i);
        last.normalise();
    }
    /// left · what is there, as a part of its own where that may be.
    void multiply(Eigen::MatrixXd left);
};

/// One neuron in each layer: ∂a^l/∂a^(l−1) by the paths that the operations so far have, without what is added of
/// a^(l−1).
struct ChainGain {
    const network::Network& network;
    const network::ForwardPass& forward;
    const int layer;
    const Eigen::Index example;
    const network::LayerOperation* operation; ///< the present one
    std::vector<numerics::Scaled> paths; ///< first that through w and f, then as Operation::pathNames has them
};

/// row i ← row i + factor·added
void addToRow(
    numerics::RowScaledMatrix& matrix, Eigen::Index i, numerics::Scaled factor, const Eigen::RowVectorXd& added);

/// Every row in units of the largest of their powers of two, which is returned.
std::int64_t alignRows(numerics::RowScaledMatrix& matrix);

} // namespace deltascope::operations
