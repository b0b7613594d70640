// SPDX-License-Identifier: GPL-3.0-or-later
// z^l = N(w^l a^(l−1)) + b^l, a^l = f(z^l) + α a^(l−1), with f′(z^l) kept for the way back; N and α are the remedies of
// hidden layers (network.h) and mostly absent. core/maths.md 1.2, 1.7.
#pragma once

#include "network/network.h"
#include "numerics/column.h"

#include <vector>

namespace deltascope::network {

/// The forward pass of a batch through a network, layer by layer, in flat buffers of its own. Columns (one an example)
/// are plain doubles where doubles hold them; elsewhere z and a carry an exponent, and a and f′ are taken from z one by
/// one.
class ForwardPass {
public:
    /// a⁰ = inputs (inputs × examples). The network must outlive the pass; its balanced biases are not read.
    ForwardPass(const Network& network, const Eigen::Ref<const Eigen::MatrixXd>& inputs);
    ForwardPass(const ForwardPass&) = delete;
    ForwardPass& operator=(const ForwardPass&) = delete;

    /// Computes layer 1 … depth; the layers before it must have been computed.
    void step(int layer);

    Eigen::Index examples() const { return m_examples; }
    numerics::Scaled z(int layer, Eigen::Index neuron, Eigen::Index example = 0) const
    {
        return z(layer).at(neuron, example);
    }
    numerics::Scaled a(int layer, Eigen::Index neuron, Eigen::Index example = 0) const;
    numerics::Scaled derivative(int layer, Eigen::Index neuron, Eigen::Index example = 0) const;
    /// b^l as the network has it, or −N(w·a) of the first example where the layer is balanced.
    numerics::Scaled bias(int layer, Eigen::Index neuron) const;

    /// True where a and f′ of this example, or of all of them, are plain doubles (and every exponent of a is 0).
    bool plain(int layer, Eigen::Index example) const { return columnState(layer, example).plain; }
    bool plain(int layer) const { return m_layers[static_cast<std::size_t>(layer)].plain; }
    numerics::Columns z(int layer) const { return columns(m_z, m_zExponents, layer); }
    numerics::Columns a(int layer) const { return columns(m_a, m_aExponents, layer); }
    numerics::Column zColumn(int layer, Eigen::Index example = 0) const { return z(layer).column(example); }
    numerics::Column aColumn(int layer, Eigen::Index example = 0) const { return a(layer).column(example); }
    numerics::Column derivativeColumn(int layer, Eigen::Index example = 0) const; ///< only where plain
    Eigen::Map<const Eigen::MatrixXd> derivatives(int layer) const; ///< only where all examples are plain

    /// Of a normalized layer: ĥ = N(w·a), and s by example (layer) or by neuron (batch).
    numerics::Columns normalized(int layer) const { return columns(m_normalized, m_normalizedExponents, layer); }
    std::span<const numerics::Scaled> deviations(int layer) const
    {
        return m_deviations[static_cast<std::size_t>(layer)];
    }

private:
    struct LayerState {
        std::size_t offset = 0; // of its first column in the buffers
        bool plain = true;
    };
    struct ColumnState {
        const numerics::Scaled* scaled = nullptr; // a and then f′ of every neuron, where not plain
        bool plain = true;
    };

    const ColumnState& columnState(int layer, Eigen::Index example) const
    {
        return m_columns[static_cast<std::size_t>(layer * m_examples + example)];
    }
    numerics::Columns columns(
        const std::vector<double>& buffer, const std::vector<std::int64_t>& exponents, int layer) const
    {
        return {const_cast<double*>(buffer.data()) + m_layers[static_cast<std::size_t>(layer)].offset,
            m_network.size(layer), m_examples,
            const_cast<std::int64_t*>(exponents.data()) + static_cast<std::size_t>(layer * m_examples)};
    }
    void weightedInput(int layer);
    void addBiases(int layer, Eigen::Index example);
    void balance(int layer);
    void activate(int layer);
    bool finishPlain(int layer, Eigen::Index example);
    void activateScaled(int layer, Eigen::Index example);
    std::vector<numerics::Scaled>& blockFor(std::size_t count);

    const Network& m_network;
    Eigen::Index m_examples;
    std::vector<LayerState> m_layers; // layer 0 … depth
    std::vector<ColumnState> m_columns; // of each layer, example by example
    std::vector<double> m_z, m_a, m_derivative; // one buffer each, so that a step allocates nothing
    std::vector<std::int64_t> m_zExponents, m_aExponents;
    std::vector<double> m_normalized; // empty without normalization
    std::vector<std::int64_t> m_normalizedExponents;
    std::vector<std::vector<numerics::Scaled>> m_deviations; // by layer
    // a and f′ of the columns that are not plain, one by one: in blocks, since what grows is there twice meanwhile.
    std::vector<std::vector<numerics::Scaled>> m_scaled;
    std::vector<numerics::Scaled> m_scratch; // as wide as the widest layer
};

} // namespace deltascope::network
