// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/heeded_setting.h"

#include "base/registry.h"
#include "network/initializer.h"
#include "network/structure.h"

namespace deltascope::network {

const model::LayerSetting* heededSetting(const model::Scenario& scenario, int layer)
{
    const Initializer* rule = findKind(initializersRegistry(), scenario.initializer);
    return rule && !rule->usesWeight() ? nullptr : model::layerSetting(scenario, ownerOf(scenario, layer));
}

} // namespace deltascope::network
