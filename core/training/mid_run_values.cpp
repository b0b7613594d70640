// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/mid_run_values.h"

#include "training/optimizer.h"

#include <algorithm>

namespace deltascope::training {

namespace {

std::vector<MidRunValue> collected()
{
    std::vector<MidRunValue> values{
        {.key = "learning_rate", .member = &model::Scenario::learningRate},
        {.key = "momentum", .member = &model::Scenario::momentum},
    };
    for (const OptimizerNumber* number : optimizerNumbers())
        values.push_back({.key = number->key, .member = number->member});
    values.push_back({.key = "weight_decay", .member = &model::Scenario::weightDecay});
    return values;
}

} // namespace

std::span<const MidRunValue> midRunValues()
{
    static const std::vector<MidRunValue> values = collected();
    return values;
}

const MidRunValue* findMidRunValue(std::string_view key)
{
    const auto found = std::ranges::find(midRunValues(), key, &MidRunValue::key);
    return found != midRunValues().end() ? &*found : nullptr;
}

} // namespace deltascope::training
