// SPDX-License-Identifier: GPL-3.0-or-later
// A ratio of learning speeds as people say it: the number is never below 1, the word tells the direction.
#pragma once

#include "base/message.h"
#include "numerics/scaled.h"

namespace deltascope::diagnosis {

/// Behind "learns": "104 times more slowly", "at the same speed", "not at all" where the ratio is 0.
Message pace(numerics::Scaled ratio);
/// "104 times more slowly than layer 4"; the ratio of the two speeds is above 0, here and below.
Message paceAgainst(int layer, numerics::Scaled ratio);
/// "104 times more slowly than those of layer 4", of weights.
Message paceAgainstWeightsOf(int layer, numerics::Scaled ratio);

} // namespace deltascope::diagnosis
