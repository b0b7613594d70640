// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document.h"
#include "evaluation.h"
#include "theory/explosion_set.h"

#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace deltascope {

/// The results that a figure may ask for; only what a visible figure needs is computed.
enum class Need : unsigned { evaluation = 1, explosionSet = 2 };
using Needs = unsigned; ///< Need values joined with |
constexpr Needs operator|(Need left, Need right)
{
    return static_cast<Needs>(left) | static_cast<Needs>(right);
}
constexpr Needs needs(Need need)
{
    return static_cast<Needs>(need);
}
constexpr bool contains(Needs all, Need need)
{
    return (all & static_cast<Needs>(need)) != 0;
}

/// A pinned scenario with its evaluation.
struct PinnedResult {
    std::string name;
    Scenario scenario;
    std::shared_ptr<const Evaluation> evaluation;
};

/// A set of named results: derived, never edited, never saved. What has not been computed is null.
struct Snapshot {
    std::uint64_t generation = 0; ///< newer requests have larger numbers; results of older ones are dropped
    Scenario scenario;
    std::shared_ptr<const Dataset> data;
    std::shared_ptr<const Network> network;
    std::shared_ptr<const Evaluation> evaluation;
    std::shared_ptr<const ExplosionSet> explosionSet;
    std::vector<PinnedResult> pins;
};

/// Everything in `wanted`, at once: the command line and exports. Null results only where `stop` was requested.
Snapshot computeSnapshot(const Document& document, Needs wanted, const std::stop_token& stop = {});

} // namespace deltascope
