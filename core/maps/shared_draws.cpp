// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/shared_draws.h"

#include "base/registry.h"
#include "network/initializer.h"

namespace deltascope::maps {

std::shared_ptr<const network::DrawnNormals> SharedDraws::of(const model::Scenario& scenario)
{
    const network::Initializer* rule = findKind(network::initializersRegistry(), scenario.initializer);
    if (rule == nullptr || !rule->normalWeights)
        return nullptr;
    const network::NetworkStructure structure = network::structureOf(scenario);
    Key key{scenario.seed, {structure.inputs}};
    for (const network::NetworkStructure::Layer& layer : structure.layers)
        key.second.push_back(layer.size);
    const double bytes = network::drawnNumbers(structure) * sizeof(double);
    {
        const std::lock_guard lock(m_mutex);
        if (const auto found = m_drawn.find(key); found != m_drawn.end())
            return found->second;
        if (bytes > m_spare)
            return nullptr;
        m_spare -= bytes;
    }
    auto drawn = std::make_shared<const network::DrawnNormals>(scenario.seed, structure);
    const std::lock_guard lock(m_mutex);
    return m_drawn.try_emplace(std::move(key), std::move(drawn)).first->second;
}

} // namespace deltascope::maps
