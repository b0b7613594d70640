// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/seeds_band.h"

#include "base/parallel.h"
#include "base/registry.h"
#include "data/dataset_kind.h"
#include "evaluation/layer_speeds.h"
#include "network/initializer.h"
#include "network/structure.h"
#include "results/memory_need.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <limits>

namespace deltascope::results {

namespace {

constexpr std::int64_t kSeeds = std::int64_t{1} << 53;
constexpr int kMostBandLayers = 20'000'000; // of all networks together: 640 MB of speeds

constexpr std::array kSpeeds{&network::LearningSpeeds::normOfMean, &network::LearningSpeeds::meanOfNorms,
    &network::LearningSpeeds::rms, &network::LearningSpeeds::weight};
constexpr std::array kBands{&LayerBand::normOfMean, &LayerBand::meanOfNorms, &LayerBand::rms, &LayerBand::weight};
static_assert(kSpeeds.size() == kBands.size());

double log10Of(numerics::Scaled speed)
{
    return speed.isZero() ? -std::numeric_limits<double>::infinity() : speed.log10();
}

Magnitude magnitudeOfSeed(double log10)
{
    return std::isfinite(log10) ? Magnitude{1, log10} : Magnitude{};
}

/// log10 of the speeds by layer, speed and seed, so that the values of one quantile lie side by side.
class SpeedTable {
public:
    SpeedTable(int depth, int count)
        : m_depth(depth)
        , m_count(static_cast<std::size_t>(count))
        , m_values(static_cast<std::size_t>(depth) * kSpeeds.size() * m_count)
    {
    }

    void put(std::size_t seed, const std::vector<network::LearningSpeeds>& speeds)
    {
        double* place = m_values.data() + seed;
        for (const network::LearningSpeeds& layer : speeds)
            for (const auto speed : kSpeeds) {
                *place = log10Of(layer.*speed);
                place += m_count;
            }
    }

    /// Of the first seeds; empty where stop was requested.
    std::vector<LayerBand> quantiles(std::size_t done, const std::stop_token& stop) const
    {
        std::vector<LayerBand> layers(static_cast<std::size_t>(m_depth));
        std::vector<double> sample(done);
        const double* place = m_values.data();
        for (LayerBand& layer : layers) {
            if (stop.stop_requested())
                return {};
            for (const auto band : kBands) {
                std::copy_n(place, done, sample.begin());
                const Quantiles values = quantilesOf(sample);
                layer
                    .*band = {magnitudeOfSeed(values.p05), magnitudeOfSeed(values.median), magnitudeOfSeed(values.p95)};
                place += m_count;
            }
        }
        return layers;
    }

private:
    int m_depth;
    std::size_t m_count;
    std::vector<double> m_values;
};

} // namespace

bool hasRandomData(const model::Scenario& scenario)
{
    const data::DatasetKind* kind = findKind(data::datasetsRegistry(), scenario.data);
    return kind != nullptr && kind->random;
}

bool dependsOnSeed(const model::Scenario& scenario)
{
    const network::Initializer* rule = findKind(network::initializersRegistry(), scenario.initializer);
    return (rule != nullptr && rule->isRandom()) || hasRandomData(scenario) || network::draws(scenario);
}

model::Scenario withNextSeed(const model::Scenario& scenario, int i)
{
    model::Scenario next = scenario;
    next.seed = (scenario.seed + i) % kSeeds;
    return next;
}

std::shared_ptr<const SeedsBand> seedsBand(const model::Scenario& scenario, int count, const std::stop_token& stop,
    const BandRefined& refined, unsigned threads, const data::DataFolder& folder)
{
    assert(count >= 1);
    const Result<data::Dataset> shared =
        data::makeDataset(scenario, stop, folder); // of every seed where the data are not random
    if (!shared || stop.stop_requested())
        return nullptr;
    SeedsBand band{
        .asked = count, .count = std::clamp(kMostBandLayers / scenario.depth, 1, count), .done = 0, .layers = {}};
    SpeedTable table(scenario.depth, band.count);
    const bool randomData = hasRandomData(scenario);
    const auto bandOf = [&](std::size_t done) {
        band.done = static_cast<int>(done);
        band.layers = table.quantiles(done, stop);
        return band.layers.empty() ? nullptr : std::make_shared<const SeedsBand>(band);
    };
    const auto oneNetwork = [&](std::size_t i) {
        const model::Scenario own = withNextSeed(scenario, static_cast<int>(i));
        const Result<data::Dataset> data = randomData ? data::makeDataset(own, stop, folder) : shared;
        if (!data || stop.stop_requested())
            return;
        if (const auto speeds = evaluation::learningSpeedsOf(own, *data, network::Network(own, *data, stop), stop))
            table.put(i, *speeds);
    };
    const Progress progress = [&](std::size_t done) {
        if (auto soFar = refined ? bandOf(done) : nullptr)
            refined(std::move(soFar));
    };
    const auto networks = static_cast<std::size_t>(band.count);
    if (threads == 0)
        threads = seedsThreads(scenario, band.count);
    if (!parallelFor(networks, stop, oneNetwork, progress, threads) || stop.stop_requested())
        return nullptr;
    return bandOf(networks);
}

} // namespace deltascope::results
