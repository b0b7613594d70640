// SPDX-License-Identifier: GPL-3.0-or-later
// One scenario over many seeds: what of its learning speeds is chance. core/maths.md 12.1, 12.2.
#pragma once

#include "base/magnitude.h"
#include "base/quantiles.h"
#include "data/dataset.h"
#include "model/scenario.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace deltascope::results {

/// Quantiles of one speed over the seeds, each with sign 1, or 0 where the quantile is exactly 0.
struct SpeedQuantiles {
    Magnitude p05, median, p95;
    bool operator==(const SpeedQuantiles&) const = default;
};

/// Of one layer: the speeds of LearningSpeeds.
struct LayerBand {
    SpeedQuantiles normOfMean, meanOfNorms, rms; ///< of the biases
    SpeedQuantiles weight;
    bool operator==(const LayerBand&) const = default;
};

/// The learning speeds of the networks of seeds `seed`, seed + 1, …: start values, inputs and targets are drawn anew
/// for each.
struct SeedsBand {
    int asked = 0; ///< seeds that were asked for
    int count = 0; ///< seeds that are taken: fewer only where their speeds would need too much memory
    int done = 0; ///< the first so many of them are in these numbers
    std::vector<LayerBand> layers; ///< layers[l − 1] is layer l

    bool complete() const { return done == count; }
    bool operator==(const SeedsBand&) const = default;
};

/// True where start values, inputs or targets are drawn from the seed; elsewhere every seed gives the same network.
bool dependsOnSeed(const model::Scenario& scenario);

/// True where inputs or targets are: each seed then has examples of its own.
bool hasRandomData(const model::Scenario& scenario);

/// The same scenario with its i-th next seed; after 2⁵³ − 1 comes 0.
model::Scenario withNextSeed(const model::Scenario& scenario, int i);

using BandRefined = std::function<void(std::shared_ptr<const SeedsBand>)>;

/// The band of a valid scenario over `count` ≥ 1 seeds, the same bits on any number of threads (0: all cores). Calls
/// `refined` on the calling thread with the band of the first seeds while the rest is computed. Null where stop was
/// requested or the data cannot be made.
std::shared_ptr<const SeedsBand> seedsBand(const model::Scenario& scenario, int count, const std::stop_token& stop = {},
    const BandRefined& refined = {}, unsigned threads = 0, const data::DataFolder& folder = {});

} // namespace deltascope::results
