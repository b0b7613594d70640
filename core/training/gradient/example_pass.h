// SPDX-License-Identifier: GPL-3.0-or-later
// The forward and backward pass of training, in plain doubles: through the operations of each layer
// (network/block_passes.h) over one block of examples, everything allocated beforehand. What doubles do not hold
// becomes 0, ∞ or NaN here.
// core/maths.md 1.2 to 1.4.
#pragma once

#include "network/block_passes.h"
#include "network/losses/loss.h"
#include "training/gradient/example_set.h"
#include "training/gradient/parameter_layout.h"

#include <span>
#include <vector>

namespace deltascope::gradient {

/// Sums over examples.
struct BlockSums {
    double cost = 0;
    int right = 0; ///< classified as their targets say
};

class ExamplePass {
public:
    /// For blocks of at most `capacity` examples. Of the network only its structure is used. All must outlive this.
    ExamplePass(const network::Network& network, const ParameterLayout& layout, const losses::Loss& loss, int capacity);

    /// Up to the last layer, of the examples with these numbers. `values`: the parameters in their layout.
    void forward(
        const double* values, const ExampleSet& set, std::span<const int> examples, const network::Draws& draws);
    /// After it: cost and right answers.
    BlockSums judge(const ExampleSet& set, std::span<const int> examples) const;
    /// After it: adds the sum over the examples of the gradient. `transposed`: as transposeWeights leaves them.
    /// `apart`: where layers that share weights and biases add theirs instead, each at its own place; nullptr: to the
    /// gradient.
    void backward(const double* transposed, const ExampleSet& set, std::span<const int> examples, double* gradient,
        double* apart = nullptr);

    /// After forward: rows[layer] numbers an example, of which the first sizes[layer] mean something; layer 1 … depth.
    const double* activations(int layer) const { return m_a[ParameterLayout::index(layer)].data(); }
    const double* derivatives(int layer) const { return m_derivative[ParameterLayout::index(layer)].data(); }
    int capacity() const { return m_capacity; }

private:
    using Buffer = std::vector<double>;

    void allocate();
    operations::BlockLayer layerOf(int layer, std::span<const int> examples);
    void gatherFed(const ExampleSet& set, std::span<const int> examples);
    void forwardLayer(int layer, std::span<const int> examples);
    void outputDelta(const ExampleSet& set, std::span<const int> examples);
    losses::PlainLossInput lossInput(const ExampleSet& set, int example, std::size_t column) const;

    const network::Network& m_network;
    const ParameterLayout& m_layout;
    const losses::Loss& m_loss;
    int m_capacity;
    const double* m_values = nullptr; // of the present block
    network::Draws m_draws;
    Buffer m_z; // of the present layer; after `forward` of the last one
    std::vector<Buffer> m_a, m_derivative; // by layer; m_a[0] holds gathered inputs
    Buffer m_fed; // gathered too: what enters later layers
    std::vector<std::size_t> m_fedOf; // by layer, its first in it
    std::vector<operations::KeptBlock> m_kept; // of all layers, one after the other; empty where no operation keeps
    // what it gave, or learns
    std::vector<std::size_t> m_keptOf; // by layer, its first in it
    std::vector<numerics::SparseColumn> m_sparse; // the inputs of the present block, where they are sparse
    Buffer m_zeros; // where sums start that do not start with the biases
    Buffer m_delta, m_product;
    Buffer m_past; // a gradient that goes past the operations of a layer
};

} // namespace deltascope::gradient
