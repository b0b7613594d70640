// SPDX-License-Identifier: GPL-3.0-or-later
#include "described_layers.h"

#include "initializers/initializer.h"
#include "registry.h"

namespace deltascope {

const LayerSetting* heededSetting(const Scenario& scenario, int layer)
{
    const Initializer* rule = findKind(initializersRegistry(), scenario.initializer);
    return rule && rule->weightVariance ? nullptr : layerSetting(scenario, layer);
}

} // namespace deltascope
