// SPDX-License-Identifier: GPL-3.0-or-later
// How often do all layers of one network learn about equally fast? The book says "highly unlikely to happen by chance"
// (Nielsen 2015, chapter 5); this is the number. core/maths.md 12.3.
#pragma once

#include "base/quantiles.h"
#include "data/dataset.h"
#include "model/scenario.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace deltascope::results {

/// Over the networks of one depth: the largest over the smallest bias speed ‖∂C/∂b^l‖ of one network's layers.
struct DepthBalance {
    int depth = 2;
    Quantiles decades; ///< of log10 of that ratio; +∞ where a layer does not learn at all
    double within2 = 0, within10 = 0; ///< share of the networks whose ratio is at most 2, at most 10
    int dead = 0; ///< networks with a layer whose speed is exactly 0
    bool operator==(const DepthBalance&) const = default;
};

/// The same scenario at depths 2 … L, each with the seeds `seed`, seed + 1, ….
struct BalanceByChance {
    int count = 0; ///< seeds that were asked for
    int done = 0; ///< the first so many of them are in these numbers
    std::vector<DepthBalance> depths; ///< ascending; the last is the scenario's

    bool complete() const { return done == count; }
    bool operator==(const BalanceByChance&) const = default;
};

/// The chapter's question of a chain of so many layers: how often all its layers learn about equally fast where every
/// weight and bias is drawn from N(0, 1).
struct ChanceOfBalance {
    int count = 0; ///< networks
    DepthBalance balance;
    bool operator==(const ChanceOfBalance&) const = default;
};

/// True of chains of 2 to 200 layers on one example.
bool hasChanceOfBalance(const model::Scenario& scenario);

/// Over 1000 seeds from the scenario's own on, with its activation, input and cost. Null where stop was requested or
/// the data cannot be made.
std::shared_ptr<const ChanceOfBalance> chanceOfBalance(const model::Scenario& scenario,
    const std::stop_token& stop = {}, unsigned threads = 0, const data::DataFolder& folder = {});

/// True where chance has a say and there are two layers to compare.
bool hasBalanceByChance(const model::Scenario& scenario);

/// Every depth from 2 to `deepest` ≥ 2 where these are few; else some 40 of them, each about so many times the last.
std::vector<int> balanceDepths(int deepest);

using BalanceRefined = std::function<void(std::shared_ptr<const BalanceByChance>)>;

/// Over `count` ≥ 1 seeds of a valid scenario of depth ≥ 2, the same bits on any number of threads (0: all cores).
/// Calls `refined` on the calling thread with the numbers of the first seeds while the rest is computed. Null where
/// stop was requested or the data cannot be made.
std::shared_ptr<const BalanceByChance> balanceByChance(const model::Scenario& scenario, int count,
    const std::stop_token& stop = {}, const BalanceRefined& refined = {}, unsigned threads = 0,
    const data::DataFolder& folder = {});

} // namespace deltascope::results
