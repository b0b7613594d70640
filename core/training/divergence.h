// SPDX-License-Identifier: GPL-3.0-or-later
// core/maths.md 11.15.
#pragma once

#include "base/message.h"

#include <cstdint>

namespace deltascope::training {

/// How a training ended before its time: what was the first number that no double holds.
struct Divergence {
    enum class Quantity { activation, gradient, parameters };
    std::int64_t step = 0;
    int layer = 1;
    Quantity quantity = Quantity::parameters;
    bool operator==(const Divergence&) const = default;
};

/// "At step 12 the weights and biases of layer 3 left the range of doubles: …"
Message sentence(const Divergence& divergence);

} // namespace deltascope::training
