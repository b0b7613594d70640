// SPDX-License-Identifier: GPL-3.0-or-later
// δ^L from the cost, then back through the operations of each layer (network/operations), with u^l = ∂C/∂(w^l a^(l−1)),
// which is δ^l where nothing between weights and activation changes it:
//     ∂C/∂a^l = (w^(l+1))ᵀ u^(l+1) + what goes past layer l + 1,      δ^l = f′(z^l) ⊙ ∂C/∂a^l.
// core/maths.md 1.3, 3.7.
#pragma once

#include "network/forward_pass.h"
#include "network/gradient_columns.h"
#include "network/learning_speeds.h"
#include "network/losses/loss.h"

#include <span>
#include <vector>

namespace deltascope::network {

/// The backward pass of a batch, from the output back; only the present layer is kept. Column x is that of C_x, the
/// cost of example x, so that the gradient of the mean cost is the mean over the columns. Each column is normalised,
/// its largest component between ½ and 1.
///
/// Where a δ is smaller than even Scaled holds, its columns go on in a unit that is kept apart (gradient_columns.h). So
/// the ratio of two layers comes from what lies between them, and the largest examples of a batch are told from the
/// others, also out there.
class BackwardPass {
public:
    enum class Cost { computed, leftOut }; ///< cost and outputGradient: several logarithms for each output

    /// Starts at the output: δ^depth. Network and forward pass must outlive this. `targets`: outputs × examples.
    BackwardPass(const Network& network, const ForwardPass& forward, const losses::Loss& loss,
        const Eigen::Ref<const Eigen::MatrixXd>& targets, Cost cost = Cost::computed);

    /// Goes from layer + 1 to this layer.
    void step(int layer);

    numerics::Columns delta() const { return m_delta.absolute(); } ///< δ^l = ∂C/∂z^l = ∂C/∂b^l; saturated beyond range
    /// u^l: ∂C/∂w^l = u^l vᵀ with v = ForwardPass::entering(l).
    numerics::Columns ofSums() const { return m_sumsApart ? m_ofSums.absolute() : m_delta.absolute(); }
    /// ∂C/∂s of what the gate of this layer makes its numbers of; only where it has one.
    numerics::Columns ofGate() const { return m_gate.absolute(); }
    /// What the next layer makes of a shift of this layer's biases.
    BiasShift shift() const { return m_shift; }

    /// True from the layer on, on the way back, where a column has been beyond range.
    bool leftRange() const { return m_leftRange; }
    /// log2 of 1/unit, the unit being one in which the largest columns of this δ are within range; 0 mostly.
    numerics::Scaled unitOffset() const { return m_unitOffset; }
    numerics::Columns deltaInUnits() const { return m_delta.inUnits(); } ///< δ^l in that unit
    numerics::Columns ofSumsInUnits() const { return m_sumsApart ? m_ofSums.inUnits() : m_delta.inUnits(); }
    /// Components of this δ further than 10^308 below the largest of their column.
    int belowResolution() const { return m_belowResolution; }
    /// ∂C/∂ of the numbers that the operations of this layer learn.
    const std::vector<numerics::Scaled>& learnt() const { return m_learnt; }
    numerics::Scaled cost() const { return m_cost; } ///< mean over the examples
    /// ∂C/∂a^L of one output and one example, the root of its mean square norm elsewhere.
    numerics::Scaled outputGradient() const { return m_outputGradient; }
    /// ∂C/∂a of the first output in the first example.
    numerics::Scaled firstOutputGradient() const { return m_firstOutputGradient; }

private:
    void reserve();
    void start(const losses::Loss& loss, const Eigen::Ref<const Eigen::MatrixXd>& targets);
    void computeCost(const losses::Loss& loss, const Eigen::Ref<const Eigen::MatrixXd>& targets);
    std::span<const numerics::Scaled> outputs(Eigen::Index example); // z^L
    void packOutput(const losses::Loss& loss, const losses::LossInput& input, Eigen::Index example);
    void present();
    void leave(int layer);
    void enter(int layer);
    operations::BackwardLayer at(int layer, GradientColumns& value);
    void throughSums(int layer);

    const Network& m_network;
    const ForwardPass& m_forward;
    GradientColumns m_delta;
    GradientColumns m_product; // ∂C/∂a^l, then δ^l
    GradientColumns m_past; // ∂C/∂a^l, kept for what goes past the layer
    GradientColumns m_gate, m_room; // of a gate, where there is one
    GradientColumns m_ofSums; // u^l where it is not δ^l
    bool m_sumsApart = false; // in the present layer
    BiasShift m_shift = BiasShift::kept;
    bool m_outputsCancel = false; // Σ δ^L over the outputs is 0, as under a softmax
    bool m_leftRange = false;
    numerics::Scaled m_unitOffset;
    std::vector<numerics::Scaled> m_scratch;
    std::vector<numerics::Scaled> m_outputs; // z^L of one example
    std::vector<numerics::Scaled> m_learnt;
    int m_belowResolution = 0;
    numerics::Scaled m_cost, m_outputGradient, m_firstOutputGradient;
};

} // namespace deltascope::network
