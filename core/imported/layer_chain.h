// SPDX-License-Identifier: GPL-3.0-or-later
// In which order the arrays of a file are layers, and which way round their weights lie.
#pragma once

#include "imported/array_roles.h"

#include <cstddef>
#include <vector>

namespace deltascope::imported {

/// One layer of the chain.
struct ChainLink {
    ArrayGroup group;
    bool transposed = false; ///< its weights lie in × out
    bool guessed = false; ///< they are square, and only their name, or that of others, says so
    std::size_t in = 0, out = 0;
};

/// The groups with weights, each layer's outputs the next one's inputs: in the order of the file where somebody put
/// them so, else in that of their names, else in the only one that their shapes leave. Error (Fault::invalidData):
/// there is none.
Result<std::vector<ChainLink>> chainOf(const ArrayFile& file, const std::vector<ArrayGroup>& groups);

} // namespace deltascope::imported
