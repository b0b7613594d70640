// SPDX-License-Identifier: GPL-3.0-or-later
// core/maths.md 1.1.
#pragma once

#include "base/watch.h"
#include "data/dataset.h"
#include "model/scenario.h"
#include "network/normalization.h"

#include <Eigen/Core>

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace deltascope::activations {
struct Activation;
}

namespace deltascope::network {

struct Initializer;

/// Weights (n_out × n_in) and biases (n_out) of one layer, as views into a Network's storage.
struct LayerParameters {
    Eigen::Map<Eigen::MatrixXd> weights;
    Eigen::Map<Eigen::VectorXd> biases;
};

/// A network with its start values: sizes [inputs, width × (depth − 1), outputs], all parameters in one buffer.
/// z^l = N(w^l a^(l−1)) + b^l, a^l = f(z^l) + α a^(l−1), with N and α on hidden layers only.
class Network {
public:
    /// The network of a valid scenario: the initializer's values, then the layers set by hand. Balanced biases are
    /// those of the first example of `data` (of the whole batch under batch normalization). With `stop` requested the
    /// rest of the layers stays 0.
    Network(const model::Scenario& scenario, const data::Dataset& data, const std::stop_token& stop = {},
        const Watch& watch = {});
    /// The same by a rule at hand in place of the one that the scenario names.
    Network(const model::Scenario& scenario, const data::Dataset& data, const Initializer& rule,
        const std::stop_token& stop = {}, const Watch& watch = {});

    /// Every weight and bias in one piece: for each layer its weights, column by column, then its biases.
    std::span<const double> values() const { return m_values; }
    /// Other values in the same order, as training gives them; no bias is a balanced one any more.
    void setValues(std::vector<double> values);

    int depth() const { return static_cast<int>(m_sizes.size()) - 1; }
    int size(int layer) const { return m_sizes[static_cast<std::size_t>(layer)]; } ///< neurons; layer 0 is the input
    Eigen::Map<const Eigen::MatrixXd> weights(int layer) const; ///< layer 1 … depth
    Eigen::Map<const Eigen::VectorXd> biases(int layer) const;
    /// True where the rule balances this layer: b = −w·a with the forward pass's own product, so z is exactly 0 (also
    /// where that bias is beyond double's range: `biases` then holds the double nearest to it, ±1.8e308).
    bool balanced(int layer) const { return m_balanced[static_cast<std::size_t>(layer)] != 0; }
    /// α of this layer's residual connection: 0 in the last layer and where the sizes do not agree.
    double residual(int layer) const { return layer < depth() && size(layer) == size(layer - 1) ? m_residual : 0; }
    bool hasResidual() const { return m_residual != 0; }
    Normalization normalization() const { return m_normalization; } ///< of the hidden layers
    Normalization normalization(int layer) const { return layer < depth() ? m_normalization : Normalization::none; }
    const activations::Activation& activation(int layer) const
    {
        return layer == depth() ? *m_outputActivation : *m_activation;
    }

private:
    LayerParameters parameters(int layer);
    void allocate(const model::Scenario& scenario);
    void balance(const data::Dataset& data, const std::stop_token& stop);

    std::vector<int> m_sizes; // layer 0 … depth
    std::vector<std::size_t> m_offsets; // of each layer's weights; its biases follow
    std::vector<double> m_values;
    std::vector<char> m_balanced; // by layer; not vector<bool>, whose bits are slow to read
    const activations::Activation* m_activation;
    const activations::Activation* m_outputActivation;
    double m_residual;
    Normalization m_normalization;
};

} // namespace deltascope::network
