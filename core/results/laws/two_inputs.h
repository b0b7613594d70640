// SPDX-License-Identifier: GPL-3.0-or-later
// The first two examples on their way through the network, beside mean field's maps of length and correlation.
// core/maths.md 16.9, 16.10.
#pragma once

#include "data/dataset.h"
#include "network/network.h"
#include "theory/mean_field/two_inputs.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace deltascope::results {

/// A map drawn as a curve.
struct MapCurve {
    std::vector<double> x, y;
    bool operator==(const MapCurve&) const = default;
};

struct TwoInputs {
    mean_field::PairMaps maps;
    bool pair = false; ///< there are two unlike inputs; else both are the first
    MapCurve length; ///< q^(l+1) over q^l
    MapCurve correlation; ///< c^(l+1) over c^l at q*; empty where q goes to 0 or ∞
    std::vector<mean_field::InputPair> predicted; ///< of layer 1, 2, … of the hidden ones, as far as doubles hold q
    std::vector<mean_field::InputPair> measured; ///< over the neurons of this network, of the same layers
    int layers = 0; ///< hidden ones; of very deep networks only the first are followed
    bool operator==(const TwoInputs&) const = default;
};

/// Of a scenario that has the maps, with its network. Nothing where stop was requested.
std::optional<TwoInputs> twoInputs(const model::Scenario& scenario, const data::Dataset& data,
    const network::Network& network, const mean_field::PairMaps& maps, const std::stop_token& stop = {});

} // namespace deltascope::results
