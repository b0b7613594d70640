// SPDX-License-Identifier: GPL-3.0-or-later
// The way forward of evaluation: through the operations of each layer (network/operations), z being what enters the
// activation, with f′(z) kept for the way back, and a what the last of them gives.
// core/maths.md 1.2, 1.7.
#pragma once

#include "network/layer_passes.h"
#include "network/network.h"
#include "numerics/column.h"

#include <utility>
#include <vector>

namespace deltascope::network {

/// The large buffers of a pass that is over: another one goes on with them, and the system is not asked for new ones.
struct PassStorage {
    std::vector<double> z, a, derivatives;
};

/// The forward pass of a batch through a network, layer by layer, in flat buffers of its own. Columns (one an example)
/// are plain doubles where doubles hold them; elsewhere z and a carry an exponent, and a and f′ are taken from z one by
/// one.
class ForwardPass {
public:
    /// inputs × examples: a⁰, and below it what enters later layers, in their order; rows beyond are not read. The
    /// network must outlive the pass; its balanced biases are not read.
    ForwardPass(const Network& network, const Eigen::Ref<const Eigen::MatrixXd>& inputs, PassStorage storage = {});
    ForwardPass(const ForwardPass&) = delete;
    ForwardPass& operator=(const ForwardPass&) = delete;

    /// Ends the pass.
    PassStorage takeStorage() { return {std::move(m_z), std::move(m_a), std::move(m_derivative)}; }

    /// Computes layer 1 … depth; the layers before it must have been computed.
    void step(int layer);

    Eigen::Index examples() const { return m_examples; }
    numerics::Scaled z(int layer, Eigen::Index neuron, Eigen::Index example = 0) const
    {
        return z(layer).at(neuron, example);
    }
    numerics::Scaled a(int layer, Eigen::Index neuron, Eigen::Index example = 0) const;
    numerics::Scaled derivative(int layer, Eigen::Index neuron, Eigen::Index example = 0) const;
    /// b^l as the network has it, or minus what it is added to in the first example where the layer is balanced.
    numerics::Scaled bias(int layer, Eigen::Index neuron, Eigen::Index example = 0) const;

    /// True where a and f′ of this example, or of all of them, are plain doubles (and every exponent of a is 0).
    bool plain(int layer, Eigen::Index example) const { return states(layer)[example].plain; }
    bool plain(int layer) const { return m_layers[static_cast<std::size_t>(layer)].plain; }
    numerics::Columns z(int layer) const { return columns(m_z, m_zExponents, layer); }
    numerics::Columns a(int layer) const { return columns(m_a, m_aExponents, layer); }
    numerics::Column zColumn(int layer, Eigen::Index example = 0) const { return z(layer).column(example); }
    numerics::Column aColumn(int layer, Eigen::Index example = 0) const { return a(layer).column(example); }
    numerics::Column derivativeColumn(int layer, Eigen::Index example = 0) const; ///< only where plain
    Eigen::Map<const Eigen::MatrixXd> derivatives(int layer) const; ///< only where all examples are plain

    /// What the weights of the layer multiply: a^(l−1), or what an operation before them makes of it.
    numerics::Columns entering(int layer) const;
    /// What is fed to the layer beside a^(l−1): no numbers where nothing is.
    numerics::Columns fed(int layer) const;
    /// What a standardizing operation of the layer gave, or what another one keeps, the first or a later one of its
    /// columns.
    const operations::KeptColumns& kept(int layer, const LayerOperation& operation, int number = 0) const
    {
        return m_kept[m_layers[static_cast<std::size_t>(layer)].kept
            + static_cast<std::size_t>(operation.kept + number)];
    }

private:
    struct LayerState {
        std::size_t offset = 0; // of its first column in the buffers
        std::size_t kept = 0; // of what its operations keep
        std::size_t fed = 0; // offset of what enters it, behind the inputs
        bool plain = true;
    };

    operations::ColumnState* states(int layer) { return m_columns.data() + layer * m_examples; }
    const operations::ColumnState* states(int layer) const { return m_columns.data() + layer * m_examples; }
    numerics::Columns columns(
        const std::vector<double>& buffer, const std::vector<std::int64_t>& exponents, int layer) const
    {
        return {const_cast<double*>(buffer.data()) + m_layers[static_cast<std::size_t>(layer)].offset,
            m_network.size(layer), m_examples,
            const_cast<std::int64_t*>(exponents.data()) + static_cast<std::size_t>(layer * m_examples)};
    }
    void allocate();
    void enter(const Eigen::Ref<const Eigen::MatrixXd>& inputs);
    bool settle(const operations::ForwardLayer& layer);
    bool settleAgain(const operations::ForwardLayer& layer);
    void computeScaled(const operations::ForwardLayer& layer, Eigen::Index example);
    std::vector<numerics::Scaled>& blockFor(std::size_t count);

    const Network& m_network;
    Eigen::Index m_examples;
    std::vector<LayerState> m_layers; // layer 0 … depth
    std::vector<operations::ColumnState> m_columns; // of each layer, example by example
    std::vector<double> m_z, m_a, m_derivative; // one buffer each, so that a step allocates nothing
    std::vector<std::int64_t> m_zExponents, m_aExponents;
    std::vector<std::int64_t> m_fedExponents; // by layer; empty where nothing is fed
    std::vector<operations::KeptColumns> m_kept; // empty without normalization
    // a and f′ of the columns that are not plain, one by one: in blocks, since what grows is there twice meanwhile.
    std::vector<std::vector<numerics::Scaled>> m_scaled;
    std::vector<numerics::Scaled> m_scratch; // as wide as the widest layer
};

} // namespace deltascope::network
