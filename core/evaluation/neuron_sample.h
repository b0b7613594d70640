// SPDX-License-Identifier: GPL-3.0-or-later
// z, a and δ of single neurons of every layer: what a drawing of a wide network shows of them. core/maths.md 2.11.
#pragma once

#include "data/dataset.h"
#include "network/network.h"
#include "numerics/scaled.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace deltascope::evaluation {

inline constexpr int kSampledNeurons = 12; ///< of one layer

/// The neurons of a layer of this size that are sampled, from 0, ascending: all of up to kSampledNeurons, else that
/// many evenly chosen, first and last among them.
std::vector<int> sampledNeurons(int size);

/// One neuron; means over the examples, of a single example its values themselves.
struct SampledNeuron {
    numerics::Scaled z; ///< weighted input
    numerics::Scaled a; ///< activation, residual connection included
    numerics::Scaled delta; ///< ∂C/∂z of the mean cost = ∂C/∂b, with its sign
    bool belowResolution =
        false; ///< more than 10^308 below the largest δ of the example that counts: `delta` is a bound
    bool operator==(const SampledNeuron&) const = default;
};

struct NeuronSample {
    int examples = 1;
    std::vector<std::vector<SampledNeuron>> layers; ///< layers[l − 1][i]: neuron sampledNeurons(size)[i] of layer l
    bool operator==(const NeuronSample&) const = default;
};

/// By a forward and a backward pass. Nothing where stop was requested.
std::optional<NeuronSample> sampleNeurons(const model::Scenario& scenario, const data::Dataset& data,
    const network::Network& network, const std::stop_token& stop = {});

} // namespace deltascope::evaluation
