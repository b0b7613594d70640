// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/network_parts/network_columns.h"

#include "evaluation/neuron_sample.h"
#include "network/structure.h"

#include <algorithm>
#include <set>

namespace deltascope::network_parts {

namespace {

constexpr int kMostColumns = 13; // with all their labels readable
constexpr int kEnds = 5; // layers drawn at each end of a deep network
constexpr std::size_t kFewNeurons = 6; // of a layer that is sampled, in a network of many columns
constexpr std::size_t kFewColumns = 6;

std::vector<int> layersDrawn(int depth, int selected)
{
    std::set<int> layers{0};
    for (int l = 1; l <= depth; ++l)
        if (depth < kMostColumns || l <= kEnds || l > depth - kEnds || (selected > 0 && std::abs(l - selected) <= 1))
            layers.insert(l);
    return {layers.begin(), layers.end()};
}

} // namespace

std::vector<NetworkColumn> networkColumns(const model::Scenario& scenario, int selected, bool folded)
{
    const std::vector<int> layers = folded
        ? std::vector<int>{0, 1, selected > 1 && selected < scenario.depth ? selected : scenario.depth - 1,
            scenario.depth}
        : layersDrawn(scenario.depth, selected);
    std::vector<NetworkColumn> columns;
    for (const int layer : layers) {
        const int size = network::sizeOf(scenario, layer);
        NetworkColumn column{layer, size, evaluation::sampledNeurons(size), {}};
        const bool sampled = static_cast<int>(column.neurons.size()) < size;
        const std::size_t most = sampled && layers.size() > kFewColumns ? kFewNeurons : column.neurons.size();
        std::vector<int> drawn;
        for (std::size_t i = 0; i < most; ++i) {
            const std::size_t place = most == 1 ? 0 : i * (column.neurons.size() - 1) / (most - 1);
            column.samples.push_back(place);
            drawn.push_back(column.neurons[place]);
        }
        column.neurons = std::move(drawn);
        columns.push_back(std::move(column));
    }
    return columns;
}

} // namespace deltascope::network_parts
