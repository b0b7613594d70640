// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/walk_parts/walk_stages.h"

#include "figures/network_parts/network_columns.h"
#include "network/structure.h"

#include <algorithm>
#include <cstdlib>

namespace deltascope::walk_parts {

using model::Walk;

std::vector<int> walkedLayers(const model::Scenario& scenario, int selected)
{
    std::vector<int> layers;
    for (const network_parts::NetworkColumn& column : network_parts::networkColumns(scenario, selected))
        layers.push_back(column.layer);
    return layers;
}

std::vector<Walk> walkStages(const model::Scenario& scenario, int selected)
{
    std::vector<int> layers = walkedLayers(scenario, selected);
    layers.erase(layers.begin()); // the input
    const bool chain = network::isChain(scenario);
    std::vector<Walk> stages;
    for (const int layer : layers)
        stages.push_back({Walk::Pass::forward, layer});
    stages.push_back({Walk::Pass::cost});
    for (std::size_t i = layers.size(); i-- > 0;) {
        stages.push_back({Walk::Pass::backward, layers[i]});
        if (chain && i > 0)
            stages.push_back({Walk::Pass::backward, layers[i], true});
    }
    for (const int layer : layers)
        stages.push_back({Walk::Pass::update, layer});
    return stages;
}

int placeOf(std::span<const Walk> stages, const Walk& walk)
{
    int best = -1;
    const auto distance = [&](const Walk& stage) {
        return 2 * std::abs(stage.layer - walk.layer) + (stage.link != walk.link ? 1 : 0);
    };
    for (std::size_t i = 0; i < stages.size(); ++i)
        if (stages[i].pass == walk.pass
            && (best < 0 || distance(stages[i]) < distance(stages[static_cast<std::size_t>(best)])))
            best = static_cast<int>(i);
    return best;
}

Walk firstBackward(std::span<const Walk> stages)
{
    return *std::ranges::find(stages, Walk::Pass::backward, &Walk::pass);
}

Walk lastBackward(std::span<const Walk> stages)
{
    Walk last = firstBackward(stages);
    for (const Walk& stage : stages)
        if (stage.pass == Walk::Pass::backward)
            last = stage;
    return last;
}

} // namespace deltascope::walk_parts
