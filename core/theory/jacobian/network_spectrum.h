// SPDX-License-Identifier: GPL-3.0-or-later
// Singular values of every layer's Jacobian J^l = ∂a^l/∂a^(l−1) and of the products J^L … J^l = ∂a^L/∂a^(l−1), of the
// first example of a batch. Those of J^L … J^l are those of (J^l)ᵀ … (J^L)ᵀ, so one sweep from the output meets them
// all. core/maths.md 10.1, 10.6.
#pragma once

#include "numerics/graded_jacobi.h"

#include "base/message.h"
#include "data/dataset.h"
#include "network/network.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace deltascope::jacobian {

/// Of one layer. Exact zeros come last; so do values that rounding cannot tell from 0 where neurons are copies of one
/// another.
struct LayerSpectrum {
    int layer = 0;
    numerics::Spectrum factor; ///< of J^l: min(n_l, n_(l−1)) values
    numerics::Spectrum product; ///< of J^L … J^l: min(n_L, n_(l−1)) values
    numerics::Scaled bound; ///< largest singular value of J^l times that of every layer after it: no product exceeds it
    bool operator==(const LayerSpectrum&) const = default;
};

struct NetworkSpectrum {
    int depth = 0;
    int wanted = 1; ///< layers that will be there
    std::vector<LayerSpectrum> layers; ///< ascending; while it is being computed only the last layers
    int belowResolution = 0; ///< f′ below what can be summed up (10^(−10^13) at most): what they shrink is beyond range
    bool complete = false; ///< every layer that was asked for is there

    const LayerSpectrum* layer(int l) const; ///< or nullptr
    const LayerSpectrum* first() const { return complete ? layer(1) : nullptr; } ///< with the product of all layers
    bool operator==(const NetworkSpectrum&) const = default;
};

/// Which layers of a network to decompose.
struct SpectrumLayers {
    std::vector<int> factors, products; ///< ascending
};

/// All factors and the product of all layers: what files hold.
SpectrumLayers everyFactor(const network::Network& network);
/// As many layers as a second or so allows, evenly chosen, with first, last and `selected` (0: none): factors and
/// products of them.
SpectrumLayers sampledLayers(const model::Scenario& scenario, int selected);

/// Empty where layers have Jacobians of their own; else why not: under batch normalization the examples depend on one
/// another, under dropout each has a network of its own.
Message whyNoSpectrum(const model::Scenario& scenario);
bool hasSpectrum(const model::Scenario& scenario);

using SpectrumRefined = std::function<void(const NetworkSpectrum&)>;

/// Nothing where stop was requested. `refined` sees what is there from time to time. Precondition: hasSpectrum.
std::optional<NetworkSpectrum> networkSpectrum(const network::Network& network, const data::Dataset& data,
    const SpectrumLayers& wanted, const std::stop_token& stop = {}, const SpectrumRefined& refined = {});

} // namespace deltascope::jacobian
