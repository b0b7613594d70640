// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"

namespace deltascope::training {

/// A number that `changes` may change while a training runs.
struct MidRunValue {
    std::string_view key; ///< of its row in `scenarioParameters()`
    double model::Scenario::*member;
};

/// Learning rate, momentum, weight decay, and the numbers that optimizers have of their own.
std::span<const MidRunValue> midRunValues();

/// The one with this key, or nullptr.
const MidRunValue* findMidRunValue(std::string_view key);

} // namespace deltascope::training
