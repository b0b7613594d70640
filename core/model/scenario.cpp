// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scenario.h"

#include <algorithm>

namespace deltascope::model {

const LayerSetting* layerSetting(const Scenario& scenario, int layer)
{
    const auto found = std::ranges::lower_bound(scenario.layers, layer, {}, &LayerSetting::layer);
    return found != scenario.layers.end() && found->layer == layer ? &*found : nullptr;
}

bool startsFromFile(const Scenario& scenario)
{
    return scenario.initializer == kFromFile;
}

int neuronsOf(const Scenario& scenario, int layer)
{
    if (layer == 0)
        return scenario.inputs;
    if (layer == scenario.depth)
        return scenario.outputs;
    const LayerSetting* own = layerSetting(scenario, layer);
    return own && own->width ? *own->width : scenario.width;
}

int stepsOf(const Scenario& scenario)
{
    return scenario.tied && scenario.feed == "every" && scenario.depth > 2 ? scenario.depth - 1 : 1;
}

} // namespace deltascope::model
