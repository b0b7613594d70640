// SPDX-License-Identifier: GPL-3.0-or-later
// δ^L from the cost, then with u^l = ∂C/∂(w^l a^(l−1)), which is δ^l without normalization:
//     ∂C/∂a^l = (w^(l+1))ᵀ u^(l+1) + α ∂C/∂a^(l+1),      δ^l = f′(z^l) ⊙ ∂C/∂a^l.
#pragma once

#include "forward_pass.h"
#include "losses/loss.h"

#include <span>
#include <vector>

namespace deltascope {

/// The backward pass of a batch, from the output back; only the present layer is kept. Column x is that of C_x, the
/// cost of example x, so that the gradient of the mean cost is the mean over the columns. Each column is normalised,
/// its largest component between ½ and 1.
class BackwardPass {
public:
    enum class Cost { computed, leftOut }; ///< cost and outputGradient: several logarithms for each output

    /// Starts at the output: δ^depth. Network and forward pass must outlive this. `targets`: outputs × examples.
    BackwardPass(const Network& network, const ForwardPass& forward, const Loss& loss,
        const Eigen::Ref<const Eigen::MatrixXd>& targets, Cost cost = Cost::computed);

    /// Goes from layer + 1 to this layer.
    void step(int layer);

    Columns delta() const { return m_delta.columns(); } ///< δ^l = ∂C/∂z^l = ∂C/∂b^l
    /// u^l: ∂C/∂w^l = u^l (a^(l−1))ᵀ. δ^l itself where the layer is not normalized.
    Columns beforeNormalization() const { return m_normalized ? m_raw.columns() : m_delta.columns(); }
    /// What the next layer makes of a shift of this layer's biases.
    BiasShift shift() const { return m_shift; }
    /// Components of this δ further than 10^308 below the largest of their column.
    int belowResolution() const { return m_belowResolution; }
    Scaled cost() const { return m_cost; } ///< mean over the examples
    /// ∂C/∂a^L of one output and one example, the root of its mean square norm elsewhere.
    Scaled outputGradient() const { return m_outputGradient; }
    /// ∂C/∂a of the first output in the first example.
    Scaled firstOutputGradient() const { return m_firstOutputGradient; }

private:
    struct Buffer {
        std::vector<double> mantissas;
        std::vector<std::int64_t> exponents;
        Eigen::Index size = 0;

        void reserve(Eigen::Index widest, Eigen::Index examples);
        Columns columns() const;
    };

    void start(const Loss& loss, const Eigen::Ref<const Eigen::MatrixXd>& targets);
    void computeCost(const Loss& loss, const Eigen::Ref<const Eigen::MatrixXd>& targets);
    std::span<const Scaled> outputs(Eigen::Index example); // z^L
    void addResidual(int layer);
    bool passesNothing(int layer) const;
    bool multiplyPlain(int layer, Eigen::Index example);
    void multiplyScaled(int layer, Eigen::Index example);

    const Network& m_network;
    const ForwardPass& m_forward;
    Buffer m_delta;
    Buffer m_product; // ∂C/∂a^l, then δ^l
    Buffer m_gradient; // ∂C/∂a^l, kept for the residual connection
    Buffer m_raw; // u^l of a normalized layer
    bool m_normalized = false; // of the present layer
    BiasShift m_shift = BiasShift::kept;
    bool m_outputsCancel = false; // Σ δ^L over the outputs is 0, as under a softmax
    std::vector<Scaled> m_scratch;
    std::vector<Scaled> m_outputs; // z^L of one example
    int m_belowResolution = 0;
    Scaled m_cost, m_outputGradient, m_firstOutputGradient;
};

} // namespace deltascope
