// SPDX-License-Identifier: GPL-3.0-or-later
// Published and closed-form numbers, computed live by the engine: what `deltascope-cli check` prints.
#pragma once

#include "base/message.h"
#include "base/watch.h"

#include <stop_token>
#include <vector>

namespace deltascope::check {

struct CheckedNumber {
    Message name;
    Message source;
    double expected = 0;
    double computed = 0;
    double tolerance = 0; ///< half a unit in the last digit of `expected`; more where the number is drawn at random
    double deviation = 0; ///< computed − expected
    bool passed = false; ///< |deviation| ≤ tolerance
};

/// Takes tenths of a second. With `stop` requested only those that were computed by then.
std::vector<CheckedNumber> checkNumbers(const std::stop_token& stop = {}, const Watch& watch = {});

} // namespace deltascope::check
