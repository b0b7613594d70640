// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <stop_token>
#include <string_view>

namespace deltascope::model {
struct Scenario;
}

namespace deltascope::network {

class ForwardPass;
struct LayerParameters;

/// A rule for the start values of one layer. One const record in one file.
struct Initializer {
    std::string_view id;
    const char* name; ///< translatable
    const char* formula; ///< "b_l = −w_l·a_(l−1)"
    const char* description; ///< translatable: one sentence, with its source
    int rank; ///< place in menus and lists

    bool biasFromForwardPass = false; ///< the bias makes z exactly 0: network.cpp computes it beside the forward pass
    bool usesBias = true; ///< the parameter `bias` means something under this rule

    /// Random rules use the parameters `gain` and `seed`, and neither `weight`, `bias` nor layers set by hand. Of one
    /// whose variance the sizes of a layer do not say this is to be true, of the others `weightVariance` says it.
    bool drawsWeights = false;
    bool given = false; ///< the numbers are those of a file of the user's, and so are the sizes
    bool isRandom() const { return weightVariance != nullptr || drawsWeights; }
    /// The parameter `weight` and layers set by hand mean something.
    bool usesWeight() const { return !isRandom() && !given; }
    /// A random rule's n_in·Var w at gain 1 (σ_w² of mean field theory); nullptr where nothing is random, or where it
    /// is not known before.
    double (*weightVariance)(int fanIn, int fanOut) = nullptr;
    double (*biasVariance)(int fanIn) = nullptr; ///< of a random rule's biases, of mean 0; nullptr: they are 0
    bool usesBiasDeviation = false; ///< σ_b is the parameter `bias_std` in its place
    bool normalWeights = false; ///< they are independent and N(0, Var w)
    bool orthogonal = false; ///< they are a gain times a random orthogonal matrix
    int incoming = 0; ///< a neuron's weights other than 0, where the rule limits them; 0: it does not
    bool factorizes = false; ///< costs a factorization of each layer's matrix, far more than its random numbers

    /// By what the weights of a layer are to be multiplied once more, from the pass of the data up to this layer, after
    /// so many times; 1: they are as they should be. nullptr: the data have no part in the start values.
    double (*fitWeights)(const model::Scenario& scenario, const ForwardPass& pass, int layer, int round) = nullptr;

    /// Fills the weights and biases of one layer (1 … depth). With `stop` requested the rest may stay as it is.
    void (*fill)(const model::Scenario& scenario, int layer, LayerParameters& parameters, const std::stop_token& stop);
};

std::span<const Initializer* const> initializersRegistry();

} // namespace deltascope::network
