// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scenario.h"

#include <algorithm>

namespace deltascope::model {

const LayerSetting* layerSetting(const Scenario& scenario, int layer)
{
    const auto found = std::ranges::lower_bound(scenario.layers, layer, {}, &LayerSetting::layer);
    return found != scenario.layers.end() && found->layer == layer ? &*found : nullptr;
}

std::span<const MidRunValue> midRunValues()
{
    static constexpr MidRunValue values[] = {
        {.key = "learning_rate", .member = &Scenario::learningRate},
        {.key = "momentum", .member = &Scenario::momentum},
        {.key = "beta1", .member = &Scenario::beta1},
        {.key = "beta2", .member = &Scenario::beta2},
        {.key = "epsilon", .member = &Scenario::epsilon},
        {.key = "weight_decay", .member = &Scenario::weightDecay},
    };
    return values;
}

const MidRunValue* findMidRunValue(std::string_view key)
{
    const auto found = std::ranges::find(midRunValues(), key, &MidRunValue::key);
    return found != midRunValues().end() ? &*found : nullptr;
}

} // namespace deltascope::model
