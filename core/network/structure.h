// SPDX-License-Identifier: GPL-3.0-or-later
// What a network is made of, as data: for each layer its size, its operations in their order, its activation, and whose
// parameters it has.
#pragma once

#include "base/message.h"
#include "network/activations/activation.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace deltascope::model {
struct Scenario;
}
namespace deltascope::operations {
struct Operation;
}

namespace deltascope::network {

struct Parametrization;

/// An operation in its place in a layer.
struct LayerOperation {
    const operations::Operation* kind = nullptr;
    double scale = 1; ///< as in InLayer
    int kept = 0; ///< how many operations of the layer before it keep what they gave
    int learnt = -1; ///< the place of its number among those that the layer's operations learn; −1: it is `scale`
};

/// The operations of layers alike. One of them has weights, one of them after it activates, and one with biases may
/// stand right before that.
struct LayerPlan {
    /// `made`: what the weights are made of; nullptr: they are learnt themselves.
    LayerPlan(activations::Chosen f, std::vector<LayerOperation> inOrder, const Parametrization* made = nullptr);

    activations::Chosen activation;
    const Parametrization* parametrization; ///< nullptr: none but the identity
    std::vector<LayerOperation> operations;

    // Found from them:
    std::size_t linear = 0; ///< the place of the one with weights
    std::size_t activate = 0; ///< of the one that activates
    std::size_t settled = 0; ///< after it and those right behind it that work on single numbers
    bool biasFollows = false; ///< right after the weights
    bool changesSums = false; ///< something between weights and activation has a way back of its own
    bool goesPast = false; ///< something does
    bool readsBefore = false; ///< something but the weights reads a^(l−1)
    bool mixes = false; ///< something does: ∂a^l/∂a^(l−1) is not w f′ + α
    bool couplesExamples = false;
    bool removesShift = false; ///< that a^(l−1) has in all examples
    bool removesOwnShift = false; ///< that f(z) has in all examples
    bool plain = true; ///< weights, biases and activation alone
    bool draws = false; ///< something is drawn anew in each step
    int kept = 0; ///< operations that keep what they gave
    int learnt = 0; ///< whose number is learnt
    double identity = 0; ///< α, the sum of what is added of a^(l−1)

    /// The first operation that keeps what it gave, or nullptr.
    const LayerOperation* standardizing() const;
};

struct NetworkStructure {
    struct Layer {
        int size = 1;
        int plan = 0; ///< its number in `plans`
        int parametersOf = 0; ///< an earlier layer of the same sizes whose weights and biases it shares; 0: its own
        int fed = 0; ///< numbers of the input that enter it beside a^(l−1), through the weights of layer 1
        int gateColumns = 0; ///< of the weights of its gate, which has biases too; 0: it has none
    };

    int inputs = 1;
    std::vector<LayerPlan> plans;
    std::vector<Layer> layers; ///< layers[l − 1] is layer l
    std::uint64_t seed = 1; ///< of what is drawn anew in each step

    int depth() const { return static_cast<int>(layers.size()); }
    int size(int layer) const { return layer == 0 ? inputs : layers[static_cast<std::size_t>(layer - 1)].size; }
    const LayerPlan& plan(int layer) const
    {
        return plans[static_cast<std::size_t>(layers[static_cast<std::size_t>(layer - 1)].plan)];
    }
    bool couplesExamples() const; ///< in any layer
    bool draws() const; ///< the same
    bool feeds() const; ///< something enters a layer after the first
    bool gated() const; ///< a layer has a gate with weights
    int sequence() const; ///< all numbers of an input: those of layer 0, then what enters later layers, in their order
};

/// Neurons of layer 0 (the inputs) … depth of a scenario.
int sizeOf(const model::Scenario& scenario, int layer);
/// Whose weights and biases a layer has: its own number, or where layers are tied that of the first of them.
int ownerOf(const model::Scenario& scenario, int layer);
/// Layers that share their parameters, in order; empty where no two do.
std::vector<int> tiedLayers(const model::Scenario& scenario);
/// The activation of this id, as the scenario sets it.
activations::Chosen activationNamed(const model::Scenario& scenario, const std::string& id);
/// f of layer 1 … depth, and of the hidden layers that have none of their own.
activations::Chosen activationOf(const model::Scenario& scenario, int layer);
activations::Chosen hiddenActivation(const model::Scenario& scenario);
/// Whether a layer has an activation that is set by the parameter with this key, or the hidden layers share one.
bool hasActivationSetBy(const model::Scenario& scenario, std::string_view parameter);

/// Where a layer stands: what a scenario's operations depend on.
struct LayerShape {
    int size = 1; ///< neurons
    int before = 1; ///< neurons of the layer before it
    activations::Chosen activation;
    bool last = false;
    bool first = false; ///< a^(l−1) are the inputs
    bool recurrent = false; ///< a step of tied layers
    int fed = 0; ///< as in NetworkStructure::Layer
    bool operator==(const LayerShape&) const = default;
};

LayerShape shapeOf(const model::Scenario& scenario, int layer);
/// Of a hidden layer between others that have nothing of their own, whether there is one or not.
LayerShape commonShape(const model::Scenario& scenario);

/// Layers alike.
struct LayerGroup {
    LayerShape shape;
    int first = 1; ///< of the layers
    int count = 1; ///< of them, anywhere in the network
};
/// All layers of a scenario, in the order of the groups' first layers; in a time that grows with the groups alone.
std::vector<LayerGroup> layerGroups(const model::Scenario& scenario);
/// Whether a hidden layer has a width or an activation of its own that is not the shared one.
bool hiddenLayersDiffer(const model::Scenario& scenario);
/// Whether one has another activation than another one.
bool hiddenActivationsDiffer(const model::Scenario& scenario);
/// The operations that say they stand in such a layer of a scenario.
LayerPlan planOf(const model::Scenario& scenario, const LayerShape& shape);
LayerPlan planOf(const model::Scenario& scenario, int layer);
/// The plans that a scenario's layers have, one for each of its groups.
std::vector<LayerPlan> plansOf(const model::Scenario& scenario);
/// Whether a layer learns other numbers than its weights themselves.
bool hasParametrization(const std::vector<LayerPlan>& plans);

/// α of what a layer of the scenario adds of a^(l−1), and whether any does.
double identityOf(const model::Scenario& scenario, int layer);
bool addsIdentity(const model::Scenario& scenario);
/// Whether f is multiplied by a number before that.
bool scalesBranch(const model::Scenario& scenario);
/// Whether anything is drawn anew in each step.
bool draws(const model::Scenario& scenario);
/// Whether ∂a^l/∂a^(l−1) of a layer, or of any, is a mean of the identity and something else.
bool mixesIn(const model::Scenario& scenario, int layer);
bool mixes(const model::Scenario& scenario);
/// Whether every factor of a chain is w f′ and nothing else.
bool factorsAreProducts(const model::Scenario& scenario);
/// Formulas of the paths that lead from a_(l−1) to a_l of a chain, where there are several beside α; else none.
std::span<const char* const> pathNames(const model::Scenario& scenario, int layer);
/// How many columns the weights of a gate have in such a layer; 0: there is none.
int gateColumnsOf(const model::Scenario& scenario, const LayerShape& shape);
/// Whether an operation stands in any of its layers.
bool standsIn(const model::Scenario& scenario, const operations::Operation& kind);
/// Whether anything makes an example's numbers depend on the other examples.
bool couplesExamples(const model::Scenario& scenario);

/// [inputs, hidden layers, outputs], each layer with the operations that say they stand in it.
NetworkStructure structureOf(const model::Scenario& scenario);

/// True where the network is a chain: one neuron in each layer, inputs and outputs included, and nothing
/// that would couple the examples.
bool isChain(const model::Scenario& scenario);

/// True where the set of inputs whose gradient explodes is found: in a chain where nothing is added of a_(l−1), through
/// which a_l is no longer a monotone function of a_(l−1), and nothing enters on the way.
bool hasExplosionSet(const model::Scenario& scenario);

/// What is to be known of an operation of the hidden layers, as that a normalization over two numbers lets next to no
/// gradient through; empty where there is nothing.
Message caveatOf(const model::Scenario& scenario);

} // namespace deltascope::network
