// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"
#include "imported/layer_chain.h"

#include <vector>

namespace deltascope::imported {

/// The normalizations of a file in the order of the hidden layers that they stand behind, or why they are none of ours.
struct NormalizationsFound {
    std::vector<ArrayGroup> groups;
    Message why = {};
};

NormalizationsFound normalizationsAmong(
    const std::vector<ArrayGroup>& groups, const std::vector<ChainLink>& links, bool inOrder);

} // namespace deltascope::imported
