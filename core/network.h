// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario.h"

#include <Eigen/Core>

#include <cstdint>
#include <vector>

namespace deltascope {

struct Activation;
struct Initializer;

/// Weights (n_out × n_in) and biases (n_out) of one layer, as views into a Network's storage.
struct LayerParameters {
    Eigen::Map<Eigen::MatrixXd> weights;
    Eigen::Map<Eigen::VectorXd> biases;
};

/// A network with its start values: sizes [inputs, width × (depth − 1), outputs], all parameters in one buffer.
/// z^l = w^l a^(l−1) + b^l, a^l = f(z^l).
class Network {
public:
    /// The network of a valid scenario: the initializer's values, then the layers set by hand.
    explicit Network(const Scenario& scenario);
    /// The same by a rule at hand in place of the one that the scenario names.
    Network(const Scenario& scenario, const Initializer& rule);

    int depth() const { return static_cast<int>(m_sizes.size()) - 1; }
    int size(int layer) const { return m_sizes[static_cast<std::size_t>(layer)]; } ///< neurons; layer 0 is the input
    Eigen::Map<const Eigen::MatrixXd> weights(int layer) const;                    ///< layer 1 … depth
    Eigen::Map<const Eigen::VectorXd> biases(int layer) const;
    /// True where the rule balances this layer: b = −w·a with the forward pass's own product, so z is exactly 0 (also
    /// where that bias is beyond double's range: `biases` then holds the double nearest to it, ±1.8e308).
    bool balanced(int layer) const { return m_balanced[static_cast<std::size_t>(layer)] != 0; }
    const Activation& activation(int layer) const { return layer == depth() ? *m_outputActivation : *m_activation; }

private:
    LayerParameters parameters(int layer);
    void allocate(const Scenario& scenario);
    void balance(const Scenario& scenario);

    std::vector<int> m_sizes;             // layer 0 … depth
    std::vector<std::size_t> m_offsets;   // of each layer's weights; its biases follow
    std::vector<double> m_values;
    std::vector<char> m_balanced;         // by layer; not vector<bool>, whose bits are slow to read
    const Activation* m_activation;
    const Activation* m_outputActivation;
};

} // namespace deltascope
