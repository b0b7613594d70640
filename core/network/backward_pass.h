// SPDX-License-Identifier: GPL-3.0-or-later
// δ^L from the cost, then with u^l = ∂C/∂(w^l a^(l−1)), which is δ^l without normalization:
//     ∂C/∂a^l = (w^(l+1))ᵀ u^(l+1) + α ∂C/∂a^(l+1),      δ^l = f′(z^l) ⊙ ∂C/∂a^l.
// core/maths.md 1.3, 3.7.
#pragma once

#include "network/forward_pass.h"
#include "network/losses/loss.h"

#include <span>
#include <vector>

namespace deltascope::network {

/// The backward pass of a batch, from the output back; only the present layer is kept. Column x is that of C_x, the
/// cost of example x, so that the gradient of the mean cost is the mean over the columns. Each column is normalised,
/// its largest component between ½ and 1.
///
/// Where a δ is smaller than even Scaled holds (e^(−3^40) of a saturated output), its columns go on in a unit that is
/// kept apart: each has an offset, and is 2^(−offset) times what its mantissas and exponent say. So the ratio of two
/// layers comes from what lies between them, and the largest examples of a batch are told from the others, also out
/// there.
class BackwardPass {
public:
    enum class Cost { computed, leftOut }; ///< cost and outputGradient: several logarithms for each output

    /// Starts at the output: δ^depth. Network and forward pass must outlive this. `targets`: outputs × examples.
    BackwardPass(const Network& network, const ForwardPass& forward, const losses::Loss& loss,
        const Eigen::Ref<const Eigen::MatrixXd>& targets, Cost cost = Cost::computed);

    /// Goes from layer + 1 to this layer.
    void step(int layer);

    numerics::Columns delta() const { return m_delta.absolute(); } ///< δ^l = ∂C/∂z^l = ∂C/∂b^l; saturated beyond range
    /// u^l: ∂C/∂w^l = u^l (a^(l−1))ᵀ. δ^l itself where the layer is not normalized.
    numerics::Columns beforeNormalization() const { return m_normalized ? m_raw.absolute() : m_delta.absolute(); }
    /// What the next layer makes of a shift of this layer's biases.
    BiasShift shift() const { return m_shift; }

    /// True from the layer on, on the way back, where a column has been beyond range.
    bool leftRange() const { return m_leftRange; }
    /// log2 of 1/unit, the unit being one in which the largest columns of this δ are within range; 0 mostly.
    numerics::Scaled unitOffset() const { return m_unitOffset; }
    numerics::Columns deltaInUnits() const { return m_delta.inUnits(); } ///< δ^l in that unit
    numerics::Columns beforeNormalizationInUnits() const { return m_normalized ? m_raw.inUnits() : m_delta.inUnits(); }
    /// Components of this δ further than 10^308 below the largest of their column.
    int belowResolution() const { return m_belowResolution; }
    numerics::Scaled cost() const { return m_cost; } ///< mean over the examples
    /// ∂C/∂a^L of one output and one example, the root of its mean square norm elsewhere.
    numerics::Scaled outputGradient() const { return m_outputGradient; }
    /// ∂C/∂a of the first output in the first example.
    numerics::Scaled firstOutputGradient() const { return m_firstOutputGradient; }

private:
    struct Buffer {
        std::vector<double> mantissas;
        std::vector<std::int64_t> exponents;
        std::vector<numerics::Scaled> offsets; // empty where no column has left the range
        std::vector<std::int64_t> exponentsAbsolute, exponentsInUnits; // the same numbers for those who look at them
        Eigen::Index size = 0;

        void reserve(Eigen::Index widest, Eigen::Index examples);
        numerics::Columns columns() const { return with(exponents); }
        numerics::Columns absolute() const { return with(offsets.empty() ? exponents : exponentsAbsolute); }
        numerics::Columns inUnits() const { return with(offsets.empty() ? exponents : exponentsInUnits); }
        numerics::Columns with(const std::vector<std::int64_t>& ofColumns) const;
        numerics::Scaled offset(Eigen::Index x) const
        {
            return offsets.empty() ? numerics::Scaled{} : offsets[static_cast<std::size_t>(x)];
        }
        /// The column's unit by this much; false, with nothing done, where the digits of the offset do not hold it.
        bool lower(Eigen::Index x, numerics::Scaled by);
        void setOffset(Eigen::Index x, numerics::Scaled offset);
        numerics::Scaled smallestOffset() const; // of the columns that are not 0
        void share(numerics::Scaled offset); // by all columns
        void present(numerics::Scaled unitOffset);
    };

    void start(const losses::Loss& loss, const Eigen::Ref<const Eigen::MatrixXd>& targets);
    void computeCost(const losses::Loss& loss, const Eigen::Ref<const Eigen::MatrixXd>& targets);
    std::span<const numerics::Scaled> outputs(Eigen::Index example); // z^L
    void packOutput(const losses::Loss& loss, const losses::LossInput& input, Eigen::Index example);
    void keepWithinRange(Buffer& buffer, Eigen::Index example);
    void present();
    static void toCommonUnit(
        numerics::Column& column, Buffer& sum, numerics::Column& other, const Buffer& added, Eigen::Index example);
    void addResidual(int layer);
    bool passesNothing(int layer) const;
    void normalizeBack(int layer);
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
    bool m_leftRange = false;
    numerics::Scaled m_unitOffset;
    std::vector<numerics::Scaled> m_scratch;
    std::vector<numerics::Scaled> m_outputs; // z^L of one example
    int m_belowResolution = 0;
    numerics::Scaled m_cost, m_outputGradient, m_firstOutputGradient;
};

} // namespace deltascope::network
