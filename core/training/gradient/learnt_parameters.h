// SPDX-License-Identifier: GPL-3.0-or-later
// Between what is learnt and the weights that are made of it (network/parametrizations). core/maths.md 11.17.
#pragma once

#include "training/gradient/parameter_layout.h"

#include <array>
#include <span>
#include <utility>
#include <vector>

namespace deltascope::gradient {

/// Both stand at the same places of a layout. Where no layer has a parametrization they are the same numbers.
class LearntParameters {
public:
    /// Of the network only its structure is used. Both must outlive this.
    LearntParameters(const network::Network& network, const ParameterLayout& layout);

    /// The parameters with the weights in their places, until the next call.
    const double* made(const std::vector<double>& learnt);
    /// The weights of one layer, made in `room` where they are.
    std::span<const double> weights(int layer, std::span<const double> learnt, std::vector<double>& room) const;
    /// The gradient of the parameters becomes that of what is learnt.
    void leadBack(const std::vector<double>& learnt, std::vector<double>& gradient) const;
    /// Where the numbers stand that weight decay makes smaller: first and end, in their order.
    std::array<std::pair<std::size_t, std::size_t>, 2> decaying(int layer) const;

private:
    const network::Network& m_network;
    const ParameterLayout& m_layout;
    std::vector<double> m_made; // empty where none are
};

} // namespace deltascope::gradient
