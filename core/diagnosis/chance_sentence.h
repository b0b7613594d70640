// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"

namespace deltascope::diagnosis {

/// How many of so many drawn networks learn within a factor 2 and 10 in all layers.
struct BalancedShare {
    int networks = 1;
    int depth = 2;
    double within2 = 0, within10 = 0; ///< 0 … 1
};

/// The chapter's "only if all the products come close to balancing out" and "highly unlikely by chance" as a number.
Message chanceSentence(const BalancedShare& share);

} // namespace deltascope::diagnosis
