// SPDX-License-Identifier: GPL-3.0-or-later
// The forward and backward pass of training, in plain doubles: the formulas of forward_pass.h and backward_pass.h over
// one block of examples, everything allocated beforehand. What doubles do not hold becomes 0, ∞ or NaN here.
// core/maths.md 1.2 to 1.4.
#pragma once

#include "network/losses/loss.h"
#include "network/normalization.h"
#include "training/steps/example_set.h"
#include "training/steps/parameter_layout.h"

#include <span>
#include <vector>

namespace deltascope::steps {

/// Sums over examples.
struct BlockSums {
    double cost = 0;
    int right = 0; ///< classified as their targets say
};

class ExamplePass {
public:
    /// For blocks of at most `capacity` examples. Of the network only its shape is used. All must outlive this.
    ExamplePass(const network::Network& network, const ParameterLayout& layout, const losses::Loss& loss, int capacity);

    /// Up to the last layer, of the examples with these numbers. `values`: the parameters in their layout.
    void forward(const double* values, const ExampleSet& set, std::span<const int> examples);
    /// After it: cost and right answers.
    BlockSums judge(const ExampleSet& set, std::span<const int> examples) const;
    /// After it: adds the sum over the examples of the gradient. `transposed`: wᵀ of layer 2 …, see transposeWeights.
    void backward(const double* transposed, const ExampleSet& set, std::span<const int> examples, double* gradient);

    /// After forward: rows[layer] numbers an example, of which the first sizes[layer] mean something; layer 1 … depth.
    const double* activations(int layer) const { return m_a[ParameterLayout::index(layer)].data(); }
    const double* derivatives(int layer) const { return m_derivative[ParameterLayout::index(layer)].data(); }
    int capacity() const { return m_capacity; }

private:
    using Buffer = std::vector<double>;

    void weightedInput(const double* values, const ExampleSet& set, std::span<const int> examples, int layer);
    void normalize(int layer, std::size_t count, const double* biases);
    void activate(int layer, std::size_t count);
    void outputDelta(const ExampleSet& set, std::span<const int> examples);
    void addGradient(const ExampleSet& set, std::span<const int> examples, int layer, double* gradient);
    void backThroughNormalization(int layer, std::size_t count);
    void stepBack(const double* transposed, int layer, std::size_t count);
    losses::PlainLossInput lossInput(const ExampleSet& set, int example, std::size_t column) const;

    const network::Network& m_network;
    const ParameterLayout& m_layout;
    const losses::Loss& m_loss;
    int m_capacity;
    Buffer m_z; // of the present layer; after `forward` of the last one
    std::vector<Buffer> m_a, m_derivative; // by layer; m_a[0] holds gathered inputs
    std::vector<Buffer> m_normalized, m_deviations; // ĥ and s by layer, empty without normalization
    Buffer m_delta, m_product;
    Buffer m_above; // ∂C/∂a of the layer above, for residual connections
};

/// wᵀ of the layers 2 … depth, each where transposedOffsets says, padded to rows[layer − 1].
std::vector<std::size_t> transposedOffsets(const ParameterLayout& layout); ///< by layer, and the size last
void transposeWeights(const ParameterLayout& layout, const std::vector<std::size_t>& offsets, const double* values,
    std::vector<double>& transposed);

} // namespace deltascope::steps
