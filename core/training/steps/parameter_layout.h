// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "network/network.h"

#include <vector>

namespace deltascope::steps {

/// Where the parameters of a network stand while it learns: as in Network, but every column padded to a multiple of 8
/// rows with zeros, which stay zeros.
struct ParameterLayout {
    std::vector<std::size_t> sizes; ///< neurons of layer 0 … depth
    std::vector<std::size_t> rows; ///< the same, padded
    std::vector<std::size_t> weights; ///< offset of layer 1 … depth; its biases follow
    std::size_t total = 0;

    explicit ParameterLayout(const network::Network& network);

    int depth() const { return static_cast<int>(sizes.size()) - 1; }
    std::size_t weightCount(int layer) const { return rows[index(layer)] * sizes[index(layer) - 1]; }
    std::size_t biases(int layer) const { return weights[index(layer)] + weightCount(layer); }
    std::size_t end(int layer) const { return biases(layer) + rows[index(layer)]; }

    std::vector<double> pack(const network::Network& network) const;
    void unpack(const std::vector<double>& values, network::Network& network) const;

    static std::size_t index(int layer) { return static_cast<std::size_t>(layer); }
};

} // namespace deltascope::steps
