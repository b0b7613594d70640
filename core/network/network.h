// SPDX-License-Identifier: GPL-3.0-or-later
// core/maths.md 1.1.
#pragma once

#include "base/watch.h"
#include "data/dataset.h"
#include "model/scenario.h"
#include "network/draws.h"
#include "network/structure.h"

#include <Eigen/Core>

#include <cstdint>
#include <span>
#include <stop_token>
#include <utility>
#include <vector>

namespace deltascope::network {

struct DrawnNormals;
struct Initializer;

/// Weights (n_out × n_in, or none at all where the biases alone are asked for) and biases (n_out) of one layer, as
/// views into a Network's storage.
struct LayerParameters {
    Eigen::Map<Eigen::MatrixXd> weights;
    Eigen::Map<Eigen::VectorXd> biases;
    const DrawnNormals* drawn = nullptr; ///< the numbers of the seed, where somebody has drawn them
    const imported::ImportedNetwork* given = nullptr; ///< the user's, where the start values are its numbers
};

/// The large buffers of a network that is gone: another one goes on with them, and the system is not asked for new
/// ones.
struct NetworkStorage {
    std::vector<double> values, columns;
};

/// A network: what it is made of, and its parameters, all in one buffer.
class Network {
public:
    /// The network of a valid scenario: the initializer's values, then the layers set by hand. Balanced biases are
    /// those of the first example of `data` (of the whole batch where its examples are coupled). With `stop` requested
    /// the rest of the layers stays 0.
    Network(const model::Scenario& scenario, const data::Dataset& data, const std::stop_token& stop = {},
        const Watch& watch = {}, const DrawnNormals* drawn = nullptr, NetworkStorage storage = {});
    /// The same by a rule at hand in place of the one that the scenario names.
    Network(const model::Scenario& scenario, const data::Dataset& data, const Initializer& rule,
        const std::stop_token& stop = {}, const Watch& watch = {}, const DrawnNormals* drawn = nullptr,
        NetworkStorage storage = {});

    /// One that is made by hand, all its parameters 0.
    explicit Network(NetworkStructure structure, NetworkStorage storage = {});
    /// Of a network that nobody asks any more.
    NetworkStorage takeStorage() { return {std::move(m_values), std::move(m_columns)}; }

    /// Every number that is learnt in one piece: for each layer with parameters of its own its weights, column by
    /// column, then its biases. Under a parametrization v in place of the weights, and its own numbers behind them. At
    /// the end those that its operations learn, and the weights and biases of a gate.
    std::span<const double> values() const { return m_values; }
    /// Other values in the same order, as training gives them; no bias is a balanced one any more.
    void setValues(std::vector<double> values);

    const NetworkStructure& structure() const { return m_structure; }
    int depth() const { return m_structure.depth(); }
    int size(int layer) const { return m_structure.size(layer); } ///< neurons; layer 0 is the input
    const LayerPlan& plan(int layer) const { return m_structure.plan(layer); } ///< the operations of layer 1 … depth
    const activations::Activation& activation(int layer) const { return *plan(layer).activation; }
    double identity(int layer) const { return plan(layer).identity; } ///< α of what is added of a^(l−1); 0: nothing
    /// Whether a shift of a hidden layer's biases is taken out again, behind f or in the next layer.
    bool removesShift(int layer) const { return plan(layer).removesOwnShift || plan(layer + 1).removesShift; }
    /// What the weights of a layer are made of; nullptr: they are learnt themselves.
    const Parametrization* parametrization(int layer) const { return plan(layer).parametrization; }
    /// How many numbers of its own the parametrization has in a layer.
    std::size_t ownNumbers(int layer) const;
    /// The number of an operation of a layer, learnt or not.
    double number(int layer, const LayerOperation& operation) const;
    /// By what f(z) of a layer is multiplied before something is added; 1 mostly.
    double branch(int layer) const;

    /// What is drawn in a pass: as in the first step of a training, or in another one.
    Draws draws() const
    {
        return {m_structure.seed, m_step, m_drawNothing, ofColumns() || m_drawAlike, m_layersBefore};
    }
    void setStep(std::int64_t step) { m_step = step; }
    /// All examples draw as the first; so many layers in front are none of the scenario's.
    void drawAlike(int layersBefore);
    /// From now on nothing is drawn, as where held-out examples are judged.
    void drawNothing() { m_drawNothing = true; }
    /// The earlier layer whose weights and biases these are; 0: its own.
    int parametersOf(int layer) const { return m_structure.layers[static_cast<std::size_t>(layer - 1)].parametersOf; }
    Eigen::Map<const Eigen::MatrixXd> weights(int layer) const; ///< layer 1 … depth
    Eigen::Map<const Eigen::VectorXd> biases(int layer) const;
    /// Of a layer's gate, which looks at a^(l−1) and then at what is fed to the layer: no columns where there is none.
    Eigen::Map<const Eigen::MatrixXd> gateWeights(int layer) const;
    Eigen::Map<const Eigen::VectorXd> gateBiases(int layer) const;
    int gateColumns(int layer) const { return m_structure.layers[static_cast<std::size_t>(layer - 1)].gateColumns; }
    int fed(int layer) const { return m_structure.layers[static_cast<std::size_t>(layer - 1)].fed; }
    /// Those that an example of a pass meets: the same for all, unless columns are networks.
    Eigen::Map<const Eigen::VectorXd> biases(int layer, Eigen::Index column) const
    {
        return m_ofColumns ? biasesOfColumn(layer, column) : biases(layer);
    }

    /// From now on the examples of a pass are networks of their own: this one's weights, and the biases of these
    /// scenarios, which differ from this network's own in nothing else that it depends on.
    void setColumns(std::span<const model::Scenario* const> scenarios, const DrawnNormals* drawn = nullptr);
    bool ofColumns() const { return m_ofColumns; }
    /// True where the rule balances this layer: b = −w·a with the forward pass's own product, so z is exactly 0 (also
    /// where that bias is beyond double's range: `biases` then holds the double nearest to it, ±1.8e308).
    bool balanced(int layer) const { return m_balanced[static_cast<std::size_t>(layer)] != 0; }

private:
    LayerParameters parameters(int layer); // v in place of the weights, where there is such
    LayerParameters gateParameters(int layer);
    std::size_t gateOffset(int layer) const;
    void fillGate(const model::Scenario& scenario, const Initializer& rule, int layer, const std::stop_token& stop);
    Eigen::Map<Eigen::VectorXd> own(int layer); // behind them
    std::size_t learntAt(int layer) const; // behind all others, of the numbers that operations learn
    void beginLearnt();
    Eigen::Map<const Eigen::VectorXd> biasesOfColumn(int layer, Eigen::Index column) const;
    void allocate();
    void beginParametrizations();
    void makeWeights(int layer);
    void balance(const data::Dataset& data, const std::stop_token& stop);
    void fit(const model::Scenario& scenario, const Initializer& rule, const data::Dataset& data,
        const std::stop_token& stop);

    NetworkStructure m_structure;
    std::int64_t m_step = 0; // of what is drawn
    bool m_drawAlike = false, m_drawNothing = false;
    int m_layersBefore = 0;
    std::vector<std::size_t> m_offsets; // of each layer's weights; its biases follow
    std::vector<double> m_values;
    std::vector<double> m_made; // the weights that are made of others, at the same places; empty where none are
    std::vector<char> m_balanced; // by layer; not vector<bool>, whose bits are slow to read
    bool m_ofColumns = false;
    std::vector<double> m_columns; // then the biases of each column, layer by layer
    std::vector<std::size_t> m_columnOffsets; // of a layer among them
};

} // namespace deltascope::network
