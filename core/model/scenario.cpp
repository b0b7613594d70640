// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scenario.h"

#include <algorithm>

namespace deltascope::model {

const LayerSetting* layerSetting(const Scenario& scenario, int layer)
{
    const auto found = std::ranges::lower_bound(scenario.layers, layer, {}, &LayerSetting::layer);
    return found != scenario.layers.end() && found->layer == layer ? &*found : nullptr;
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

} // namespace deltascope::model
