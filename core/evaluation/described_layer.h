// SPDX-License-Identifier: GPL-3.0-or-later
// What the passes say of single examples, or of all of them.
#pragma once

#include "evaluation/evaluation.h"
#include "network/forward_pass.h"

namespace deltascope::evaluation {

/// Statistics of z, a and f′ of a layer over `count` examples from `first` on.
void describeMeans(const network::Network& network, const network::ForwardPass& pass, int layer, Eigen::Index first,
    Eigen::Index count, LayerEvaluation& result);

/// What a chain has on its way forward, of one example after another. Network and pass must outlive it.
class ChainPass {
public:
    ChainPass(const network::Network& network, const network::ForwardPass& pass);
    void describe(Eigen::Index example, Evaluation& evaluation) const;

private:
    struct Layer {
        double weight, branch, identity;
        bool mixes; ///< there are several paths through a neuron
        const double* biases; ///< nullptr: balanced
        numerics::Columns z, a;
        const double* slopes; ///< of the plain examples
    };
    const network::Network& m_network;
    const network::ForwardPass& m_pass;
    Eigen::Index m_biasesApart; // from one example to the next
    std::vector<Layer> m_layers;
};

} // namespace deltascope::evaluation
