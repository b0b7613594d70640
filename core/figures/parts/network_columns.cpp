// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/parts/network_columns.h"

#include <algorithm>
#include <set>

namespace deltascope {

namespace {

constexpr int kMostColumns = 13; // with all their labels readable
constexpr int kEnds = 5; // layers drawn at each end of a deep network
constexpr int kMostNeurons = 12;
constexpr int kFewNeurons = 6; // in a network of many columns
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

int layerSize(const Scenario& scenario, int layer)
{
    return layer == 0 ? scenario.inputs : layer == scenario.depth ? scenario.outputs : scenario.width;
}

std::vector<NetworkColumn> networkColumns(const Scenario& scenario, int selected)
{
    const std::vector<int> layers = layersDrawn(scenario.depth, selected);
    const int most = layers.size() <= kFewColumns ? kMostNeurons : kFewNeurons;
    std::vector<NetworkColumn> columns;
    for (const int layer : layers) {
        NetworkColumn column{layer, layerSize(scenario, layer), {}};
        const int drawn = std::min(column.size, most);
        for (int i = 0; i < drawn; ++i)
            column.neurons.push_back(drawn == 1 ? 0 : i * (column.size - 1) / (drawn - 1));
        columns.push_back(std::move(column));
    }
    return columns;
}

} // namespace deltascope
