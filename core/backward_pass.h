// SPDX-License-Identifier: GPL-3.0-or-later
// δ^L from the cost, δ^l = f′(z^l) ⊙ (w^(l+1))ᵀ δ^(l+1).
#pragma once

#include "forward_pass.h"
#include "losses/loss.h"

#include <vector>

namespace deltascope {

/// The backward pass of one example, from the output back; only the δ of the present layer is kept. Each δ is
/// normalised, its largest component between ½ and 1.
class BackwardPass {
public:
    /// Starts at the output: δ^depth. Network and forward pass must outlive this.
    BackwardPass(const Network& network, const ForwardPass& forward, const Loss& loss, double target);

    /// Goes from layer + 1 to this layer.
    void step(int layer);

    const Column& delta() const { return m_delta; }
    int belowResolution() const
    {
        return m_belowResolution;
    } ///< components of this δ further than 10^308 below its largest
    Scaled cost() const { return m_cost; }
    Scaled outputGradient() const { return m_outputGradient; } ///< ∂C/∂a^L of one output, ‖∂C/∂a^L‖ of several

private:
    bool multiplyPlain(int layer);
    void multiplyScaled(int layer);

    const Network& m_network;
    const ForwardPass& m_forward;
    std::vector<double> m_buffers[2];
    std::vector<Scaled> m_scratch;
    Column m_delta;
    Column m_product; // (w^(l+1))ᵀ δ^(l+1), then δ^l
    int m_belowResolution = 0;
    Scaled m_cost, m_outputGradient;
};

} // namespace deltascope
