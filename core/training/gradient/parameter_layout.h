// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "network/network.h"
#include "numerics/kernels.h"

#include <vector>

namespace deltascope::gradient {

/// Where the parameters of a network stand while it learns: as in Network::values, but every column padded to a
/// multiple of 8 rows with zeros, which stay zeros. Layers that share their parameters have them at the same place.
struct ParameterLayout {
    std::vector<std::size_t> sizes; ///< neurons of layer 0 … depth
    std::vector<std::size_t> rows; ///< the same, padded
    std::vector<std::size_t> ownNumbers; ///< of the parametrization, of layer 1 … depth
    std::vector<std::size_t> learntNumbers; ///< of its operations
    std::vector<std::size_t> gateColumns; ///< of the weights of the gate of layer 1 … depth; 0: none
    std::vector<std::size_t> fed; ///< numbers that enter layer 1 … depth beside a^(l−1)
    std::vector<std::size_t> weights; ///< offset of layer 1 … depth; its biases follow, these numbers, its gate
    std::vector<int> owners; ///< the layers with parameters of their own
    std::size_t total = 0;
    std::vector<std::size_t> transposed; ///< offset of wᵀ of layer 2 … depth, padded to rows[layer − 1], in a buffer …
    std::vector<std::size_t> gateTransposed; ///< of what a gate's weights over a^(l−1) become there
    std::size_t transposedTotal = 0; ///< … of this size
    /// Offset of what layer 1 … depth gives to the gradient of weights and biases that others use too, in a buffer
    /// where each has its own place; kAlone: nobody else uses them.
    std::vector<std::size_t> apart;
    std::size_t apartTotal = 0; ///< the size of that buffer
    static constexpr std::size_t kAlone = static_cast<std::size_t>(-1);

    explicit ParameterLayout(const network::Network& network);

    int depth() const { return static_cast<int>(sizes.size()) - 1; }
    std::size_t weightCount(int layer) const { return rows[index(layer)] * sizes[index(layer) - 1]; }
    std::size_t biases(int layer) const { return weights[index(layer)] + weightCount(layer); }
    std::size_t own(int layer) const { return biases(layer) + rows[index(layer)]; }
    std::size_t learnt(int layer) const { return own(layer) + numerics::padded(ownNumbers[index(layer)]); }
    std::size_t gate(int layer) const { return learnt(layer) + numerics::padded(learntNumbers[index(layer)]); }
    std::size_t gateWeightCount(int layer) const { return rows[index(layer)] * gateColumns[index(layer)]; }
    std::size_t end(int layer) const { return gate(layer) + numbersOfGate(layer); }
    /// From one example's activations to the next one's: the inputs are not padded.
    std::size_t stride(int layer) const { return layer == 0 ? sizes[0] : rows[index(layer)]; }
    /// True where wᵀ of this layer is that of a layer from 2 on before it.
    bool transposedBefore(int layer) const;

    std::vector<double> pack(const network::Network& network) const;
    void unpack(const std::vector<double>& values, network::Network& network) const;

    static std::size_t index(int layer) { return static_cast<std::size_t>(layer); }

private:
    /// With its biases.
    std::size_t numbersOfGate(int layer) const
    {
        return gateColumns[index(layer)] == 0 ? 0 : gateWeightCount(layer) + rows[index(layer)];
    }
    void findApart(const network::Network& network);

    std::vector<int> m_firstTransposed; // by layer: the first from 2 on with the same parameters
};

/// Fills `transposed` with what ParameterLayout::transposed says.
void transposeWeights(const ParameterLayout& layout, const double* values, std::vector<double>& transposed);

} // namespace deltascope::gradient
