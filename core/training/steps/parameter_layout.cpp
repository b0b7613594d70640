// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/steps/parameter_layout.h"

#include "training/steps/kernels.h"

#include <algorithm>

namespace deltascope::steps {

ParameterLayout::ParameterLayout(const network::Network& network)
    : weights(1, 0)
{
    for (int layer = 0; layer <= network.depth(); ++layer) {
        sizes.push_back(static_cast<std::size_t>(network.size(layer)));
        rows.push_back(padded(sizes.back()));
        if (layer == 0)
            continue;
        weights.push_back(total);
        total += rows.back() * (sizes[index(layer) - 1] + 1);
    }
}

std::vector<double> ParameterLayout::pack(const network::Network& network) const
{
    std::vector<double> values(total);
    for (int layer = 1; layer <= depth(); ++layer) {
        const auto from = network.weights(layer);
        double* to = values.data() + weights[index(layer)];
        for (Eigen::Index column = 0; column < from.cols(); ++column)
            std::copy_n(
                from.col(column).data(), from.rows(), to + static_cast<std::size_t>(column) * rows[index(layer)]);
        std::copy_n(network.biases(layer).data(), network.size(layer), values.data() + biases(layer));
    }
    return values;
}

void ParameterLayout::unpack(const std::vector<double>& values, network::Network& network) const
{
    std::vector<double> plain;
    plain.reserve(network.values().size()); // it may be as large as all else
    for (int layer = 1; layer <= depth(); ++layer) {
        const double* from = values.data() + weights[index(layer)];
        for (std::size_t column = 0; column <= sizes[index(layer) - 1]; ++column, from += rows[index(layer)])
            plain.insert(plain.end(), from, from + sizes[index(layer)]); // the last column are the biases
    }
    network.setValues(std::move(plain));
}

} // namespace deltascope::steps
