// SPDX-License-Identifier: GPL-3.0-or-later
// z^l = w^l a^(l−1) + b^l, a^l = f(z^l), with f′(z^l) kept for the way back.
#pragma once

#include "column.h"
#include "network.h"

#include <vector>

namespace deltascope {

/// The forward pass of one example through a network, layer by layer, in flat buffers of its own. Columns are plain
/// doubles where doubles hold them; elsewhere z and a carry an exponent, and a and f′ are taken from z one by one.
class ForwardPass {
public:
    /// a⁰ = input in every component. The network must outlive the pass; its balanced biases are not read.
    ForwardPass(const Network& network, double input);

    /// Computes layer 1 … depth; the layers before it must have been computed.
    void step(int layer);

    Scaled z(int layer, int neuron) const { return column(m_z, layer, state(layer).zExponent).at(neuron); }
    Scaled a(int layer, int neuron) const;
    Scaled derivative(int layer, int neuron) const;
    /// b^l as the network has it, or −w·a where the layer is balanced.
    Scaled bias(int layer, int neuron) const;

    /// True where a and f′ of this layer are plain doubles.
    bool plain(int layer) const { return state(layer).plain; }
    Column zColumn(int layer) const { return column(m_z, layer, state(layer).zExponent); }
    Column aColumn(int layer) const { return column(m_a, layer, state(layer).aExponent); }
    Column derivativeColumn(int layer) const { return column(m_derivative, layer, 0); } ///< only of a plain layer

private:
    struct State {
        std::size_t offset = 0;
        std::int64_t zExponent = 0, aExponent = 0;
        std::size_t scaledOffset = 0; // of a and then f′ in m_scaled, where not plain
        bool plain = true;
    };

    const State& state(int layer) const { return m_states[static_cast<std::size_t>(layer)]; }
    Column column(const std::vector<double>& buffer, int layer, std::int64_t exponent) const;
    void weightedInput(int layer);
    void activate(int layer);
    void activateScaled(int layer);

    const Network& m_network;
    std::vector<State> m_states; // layer 0 … depth
    std::vector<double> m_z, m_a, m_derivative; // one buffer each, so that a step allocates nothing
    std::vector<Scaled> m_scaled; // a and f′ of the layers that are not plain, one by one
    std::vector<Scaled> m_scratch; // as wide as the widest layer
};

} // namespace deltascope
