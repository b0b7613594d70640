// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario.h"

#include <algorithm>

namespace deltascope {

const LayerSetting* layerSetting(const Scenario& scenario, int layer)
{
    const auto found = std::ranges::lower_bound(scenario.layers, layer, {}, &LayerSetting::layer);
    return found != scenario.layers.end() && found->layer == layer ? &*found : nullptr;
}

bool isChain(const Scenario& scenario)
{
    return scenario.inputs == 1 && scenario.outputs == 1 && (scenario.width == 1 || scenario.depth == 1);
}

} // namespace deltascope
