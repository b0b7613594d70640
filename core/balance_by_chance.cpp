// SPDX-License-Identifier: GPL-3.0-or-later
#include "balance_by_chance.h"

#include "layer_speeds.h"
#include "memory_need.h"
#include "parallel_for.h"
#include "seeds_band.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace deltascope {

namespace {

constexpr int kMostDepths = 40;
constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// log10 of largest over smallest; +∞ where the smallest is 0.
double spreadOf(const std::vector<RelativeSpeeds>& speeds)
{
    constexpr auto norm = &LearningSpeeds::normOfMean;
    const auto bySpeed = [](const RelativeSpeeds& left, const RelativeSpeeds& right) {
        return inUnitsOf(right, left).*norm < right.speeds.*norm;
    };
    const auto [smallest, largest] = std::ranges::minmax_element(speeds, bySpeed);
    return (smallest->speeds.*norm).isZero() ? kInfinity : speedRatio(*largest, *smallest, norm).log10();
}

Scenario ofDepth(const Scenario& scenario, int depth)
{
    Scenario shallower = scenario;
    shallower.depth = depth;
    std::erase_if(shallower.layers, [&](const LayerSetting& setting) { return setting.layer > depth; });
    return shallower;
}

DepthBalance balanceOf(int depth, std::vector<double> decades)
{
    DepthBalance balance;
    balance.depth = depth;
    balance.decades = quantilesOf(decades);
    const auto share = [&](double ratio) {
        const auto end = std::ranges::upper_bound(decades, std::log10(ratio));
        return static_cast<double>(end - decades.begin()) / static_cast<double>(decades.size());
    };
    balance.within2 = share(2);
    balance.within10 = share(10);
    balance.dead = static_cast<int>(std::ranges::count(decades, kInfinity));
    return balance;
}

} // namespace

bool hasBalanceByChance(const Scenario& scenario)
{
    return scenario.depth >= 2 && dependsOnSeed(scenario);
}

std::vector<int> balanceDepths(int deepest)
{
    std::vector<int> depths;
    if (deepest <= kMostDepths + 1) {
        for (int depth = 2; depth <= deepest; ++depth)
            depths.push_back(depth);
        return depths;
    }
    const double steps = kMostDepths - 1;
    for (int i = 0; i < kMostDepths; ++i) {
        const int depth = static_cast<int>(std::lround(2 * std::pow(deepest / 2.0, i / steps)));
        if (depths.empty() || depth > depths.back())
            depths.push_back(depth);
    }
    return depths;
}

std::shared_ptr<const BalanceByChance> balanceByChance(const Scenario& scenario, int count, const std::stop_token& stop,
    const BalanceRefined& refined, unsigned threads, const DataFolder& folder)
{
    assert(count >= 1 && scenario.depth >= 2);
    const std::vector<int> depths = balanceDepths(scenario.depth);
    std::vector<std::vector<double>> decades(depths.size(), std::vector<double>(static_cast<std::size_t>(count)));
    const Result<Dataset> shared = makeDataset(scenario, stop, folder); // of every seed where the data are not random
    if (!shared) // wrong for one seed is wrong for all
        return nullptr;
    const bool drawn = hasRandomData(scenario);
    const auto oneSeed = [&](std::size_t seed) { // its data are those of every depth
        const Scenario own = withNextSeed(scenario, static_cast<int>(seed));
        const Result<Dataset> owned = drawn ? makeDataset(own, stop, folder) : Result<Dataset>(Dataset{});
        const Result<Dataset>& data = drawn ? owned : shared;
        for (std::size_t i = 0; data && i < depths.size() && !stop.stop_requested(); ++i) {
            const Scenario network = ofDepth(own, depths[i]);
            if (const auto speeds = biasSpeedsOf(network, *data, Network(network, *data, stop), stop))
                decades[i][seed] = spreadOf(*speeds);
        }
    };
    const auto balanceOfFirst = [&](std::size_t done) {
        BalanceByChance balance{.count = count, .done = static_cast<int>(done), .depths = {}};
        for (std::size_t i = 0; i < depths.size(); ++i)
            balance.depths.push_back(
                balanceOf(depths[i], {decades[i].begin(), decades[i].begin() + static_cast<std::ptrdiff_t>(done)}));
        return std::make_shared<const BalanceByChance>(std::move(balance));
    };
    const Progress progress = [&](std::size_t done) {
        if (refined)
            refined(balanceOfFirst(done));
    };
    const auto seeds = static_cast<std::size_t>(count);
    if (threads == 0)
        threads = balanceThreads(scenario);
    if (!parallelFor(seeds, stop, oneSeed, progress, threads) || stop.stop_requested())
        return nullptr;
    return balanceOfFirst(seeds);
}

} // namespace deltascope
