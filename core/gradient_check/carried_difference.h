// SPDX-License-Identifier: GPL-3.0-or-later
// C(θ+h) − C(θ−h) of a network of weights, biases and activations alone, without taking the two costs from each other:
// the difference of the two runs is carried through the layers beside the values of the lower one,
//     D_z = w D_a + 2h·(what θ multiplies),      D_a = f(z + D_z) − f(z) = D_z ∫₀¹ f′(z + t D_z) dt,
// and so is that of the cost, ∫₀¹ Σ D_z ∂C/∂z dt at the output. core/maths.md 1.22.
#pragma once

#include "data/dataset.h"
#include "gradient_check/gradient_check.h"
#include "network/losses/loss.h"
#include "network/network.h"

#include <vector>

namespace deltascope::gradient_check {

class CarriedDifference {
public:
    CarriedDifference(const network::Network& network, const losses::Loss& loss, const data::Dataset& data,
        const CheckedParameter& parameter);

    /// (C(θ+h) − C(θ−h))/2h, C the mean over the examples.
    numerics::Scaled by(double step) const;

private:
    using Values = std::vector<numerics::Scaled>;
    Values sums(int layer, const Values& entering, bool withBiases) const;
    numerics::Scaled ofExample(std::size_t example, numerics::Scaled step) const;
    numerics::Scaled ofCost(std::size_t example, const Values& z, const Values& difference) const;
    numerics::Scaled costOf(std::size_t example, const Values& z) const;

    const network::Network& m_network;
    const losses::Loss& m_loss;
    const data::Dataset& m_data;
    CheckedParameter m_parameter;
    std::vector<Values> m_entering, m_z; // of the layer of θ, by example
};

} // namespace deltascope::gradient_check
