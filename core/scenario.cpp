// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario.h"

#include "initializers/initializer.h"
#include "registry.h"

#include <algorithm>

namespace deltascope {

const LayerSetting* layerSetting(const Scenario& scenario, int layer)
{
    const auto found = std::ranges::lower_bound(scenario.layers, layer, {}, &LayerSetting::layer);
    return found != scenario.layers.end() && found->layer == layer ? &*found : nullptr;
}

const LayerSetting* heededSetting(const Scenario& scenario, int layer)
{
    const Initializer* rule = findKind(initializersRegistry(), scenario.initializer);
    return rule && rule->weightVariance ? nullptr : layerSetting(scenario, layer);
}

bool isChain(const Scenario& scenario)
{
    const bool examplesApart = scenario.normalization != "batch" || scenario.depth == 1;
    return scenario.inputs == 1 && scenario.outputs == 1 && (scenario.width == 1 || scenario.depth == 1)
        && examplesApart;
}

bool hasExplosionSet(const Scenario& scenario)
{
    return isChain(scenario) && (scenario.residual == 0 || scenario.depth == 1);
}

} // namespace deltascope
