// SPDX-License-Identifier: GPL-3.0-or-later
// The pinned scenarios as the figures draw them: each with a name and a pen of its own.
#pragma once

#include "figures/figure.h"
#include "results/snapshot.h"

#include <string>
#include <vector>

namespace deltascope::parts {

struct DrawnPin {
    const results::PinnedResult& result;
    std::string name; ///< told apart where two pins are named alike
    figures::Role role; ///< one of three in turn
};

/// In the order of the pins. They point into the snapshot.
std::vector<DrawnPin> drawnPins(const results::Snapshot& snapshot);

/// Of a figure that draws none of them: says so where there are any.
void notePinsLeftOut(std::vector<Message>& notes, const results::Snapshot& snapshot);

} // namespace deltascope::parts
