// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/balance_by_chance.h"

#include "base/parallel.h"
#include "evaluation/layer_speeds.h"
#include "network/structure.h"
#include "parameters/parameters.h"
#include "results/memory_need.h"
#include "results/seeds_band.h"
#include "results/speed_ratios.h"

#include <algorithm>
#include <atomic>
#include <cassert>
#include <cmath>
#include <limits>

namespace deltascope::results {

namespace {

constexpr int kMostBalanceDepths = 40;
constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// log10 of largest over smallest; +∞ where the smallest is 0.
double spreadOf(const std::vector<network::RelativeSpeeds>& speeds)
{
    constexpr auto norm = &network::LearningSpeeds::normOfMean;
    const auto bySpeed = [](const network::RelativeSpeeds& left, const network::RelativeSpeeds& right) {
        return network::inUnitsOf(right, left).*norm < right.speeds.*norm;
    };
    const auto [smallest, largest] = std::ranges::minmax_element(speeds, bySpeed);
    return (smallest->speeds.*norm).isZero() ? kInfinity : network::speedRatio(*largest, *smallest, norm).log10();
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

model::Scenario drawnFromNormal(const model::Scenario& scenario)
{
    model::Scenario drawn = scenario;
    drawn.initializer = "standard_normal"; // N(0, 1) both: the chapter's first choice
    drawn.gain = 1;
    drawn.layers.clear();
    return drawn;
}

} // namespace

bool hasChanceOfBalance(const model::Scenario& scenario)
{
    constexpr int kDeepest = 200;
    return network::isChain(scenario) && scenario.depth >= 2 && scenario.depth <= kDeepest && scenario.examples == 1;
}

std::shared_ptr<const ChanceOfBalance> chanceOfBalance(
    const model::Scenario& scenario, const std::stop_token& stop, unsigned threads, const data::DataFolder& folder)
{
    constexpr std::size_t kCount = 1000;
    const model::Scenario drawn = drawnFromNormal(scenario);
    std::vector<double> decades(kCount);
    std::atomic<bool> made = true;
    const auto oneSeed = [&](std::size_t seed) {
        const model::Scenario own = withNextSeed(drawn, static_cast<int>(seed));
        const Result<data::Dataset> data = data::makeDataset(own, stop, folder);
        if (!data) {
            made = false;
            return;
        }
        if (const auto speeds = evaluation::biasSpeedsOf(own, *data, network::Network(own, *data, stop), stop))
            decades[seed] = spreadOf(*speeds);
    };
    if (!parallelFor(kCount, stop, oneSeed, {}, threads) || stop.stop_requested() || !made)
        return nullptr;
    return std::make_shared<const ChanceOfBalance>(
        ChanceOfBalance{static_cast<int>(kCount), balanceOf(drawn.depth, std::move(decades))});
}

bool hasBalanceByChance(const model::Scenario& scenario)
{
    return scenario.depth >= 2 && dependsOnSeed(scenario) && whyNoOtherDepths(scenario).empty();
}

std::vector<int> balanceDepths(int deepest)
{
    std::vector<int> depths;
    if (deepest <= kMostBalanceDepths + 1) {
        for (int depth = 2; depth <= deepest; ++depth)
            depths.push_back(depth);
        return depths;
    }
    const double steps = kMostBalanceDepths - 1;
    for (int i = 0; i < kMostBalanceDepths; ++i) {
        const int depth = static_cast<int>(std::lround(2 * std::pow(deepest / 2.0, i / steps)));
        if (depths.empty() || depth > depths.back())
            depths.push_back(depth);
    }
    return depths;
}

std::shared_ptr<const BalanceByChance> balanceByChance(const model::Scenario& scenario, int count,
    const std::stop_token& stop, const BalanceRefined& refined, unsigned threads, const data::DataFolder& folder)
{
    assert(count >= 1 && scenario.depth >= 2);
    const std::vector<int> depths = balanceDepths(scenario.depth);
    std::vector<std::vector<double>> decades(depths.size(), std::vector<double>(static_cast<std::size_t>(count)));
    const Result<data::Dataset> shared =
        data::makeDataset(scenario, stop, folder); // of every seed where the data are not random
    if (!shared) // wrong for one seed is wrong for all
        return nullptr;
    const bool randomData = hasRandomData(scenario);
    const auto oneSeed = [&](std::size_t seed) { // its data are those of every depth
        const model::Scenario own = withNextSeed(scenario, static_cast<int>(seed));
        const Result<data::Dataset> owned =
            randomData ? data::makeDataset(own, stop, folder) : Result<data::Dataset>(data::Dataset{});
        const Result<data::Dataset>& data = randomData ? owned : shared;
        for (std::size_t i = 0; data && i < depths.size() && !stop.stop_requested(); ++i) {
            const model::Scenario network = parameters::withDepth(own, depths[i]);
            if (const auto speeds =
                    evaluation::biasSpeedsOf(network, *data, network::Network(network, *data, stop), stop))
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

} // namespace deltascope::results
