// SPDX-License-Identifier: GPL-3.0-or-later
// How z, a, f′ and δ are spread over the neurons of each layer and the examples. A value that no double holds, or that
// is exactly 0, is counted and never spoils a histogram. core/maths.md 2.6 to 2.10.
#pragma once

#include "data/dataset.h"
#include "network/network.h"
#include "numerics/scaled.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace deltascope::evaluation {

/// The percentiles of a Distribution, in percent.
inline constexpr std::array<int, 7> kPercentiles{2, 5, 25, 50, 75, 95, 98};

/// Equal bins over a robust range: from the 0.5th to the 99.5th percentile and 5 % more on both sides, never beyond the
/// smallest and the largest value. One bin without width where (nearly) all values are one.
struct Histogram {
    double lower = 0, upper = 0;
    std::vector<std::int64_t> bins; ///< empty: there is nothing to show
    std::int64_t below = 0, above = 0; ///< values outside the range

    bool single() const { return bins.size() == 1; }
    double binWidth() const { return (upper - lower) / static_cast<double>(bins.size()); }
    bool operator==(const Histogram&) const = default;
};

/// The spread of numbers, or of the log10 of their sizes (`inDecades`).
struct Distribution {
    std::int64_t count = 0; ///< all, these included:
    std::int64_t zeros = 0; ///< exactly 0
    std::int64_t beyond = 0; ///< too large for a double; of sizes: of an exponent that saturated (Scaled::beyondRange)
    std::int64_t tooSmall = 0; ///< those of `beyond` that are too small: not 0

    /// Of the numbers that a double holds, zeros included; of log10, zeros excluded. Linear between order statistics.
    double mean = 0, standardDeviation = 0;
    std::array<double, kPercentiles.size()> percentiles{};
    Histogram histogram; ///< without the exact zeros, unless all are 0

    bool empty() const { return histogram.bins.empty(); }
    double percentile(int percent) const; ///< one of kPercentiles
    bool operator==(const Distribution&) const = default;
};

/// Of the numbers as they are.
Distribution linearDistribution(std::span<const numerics::Scaled> values);
/// Of log10|value|.
Distribution sizeDistribution(std::span<const numerics::Scaled> values);
/// Of value/unit, about 0: the histogram reaches as far to either side, its middle bin lies around 0, and mirrored
/// values give mirrored counts. Exact zeros are left out of it, also where all are 0.
Distribution signedDistribution(std::span<const numerics::Scaled> values, numerics::Scaled unit);
/// The power of two that brings nearly all values below 1 and the larger ones near it, so that doubles hold 10⁻⁶⁰² and
/// 10⁺⁶⁰² alike; 1 where all are 0.
numerics::Scaled unitOf(std::span<const numerics::Scaled> values);

/// One layer, over its neurons and the examples.
struct LayerDistribution {
    int layer = 1;
    Distribution z, a, derivative;
    numerics::Scaled slope; ///< mean of f′(z), also where doubles would make 0 of it
    Distribution aSize; ///< log10|a|
    Distribution delta; ///< log10|δ|, δ of the cost of one example
    Distribution signedDelta; ///< δ/deltaUnit
    numerics::Scaled deltaUnit = numerics::Scaled::from(1);
    double saturated = 0; ///< share of |f′(z)| < kSaturated · max|f′|, 0 … 1
    std::int64_t unresolved = 0; ///< δ more than 10^308 below their column's largest, which stand there
    bool operator==(const LayerDistribution&) const = default;
};

struct LayerDistributions {
    int depth = 0;
    std::int64_t left = 0; ///< values a layer that were left out: neurons × examples beyond kMostValues
    std::vector<LayerDistribution> layers; ///< ascending; all up to kMostLayers, else evenly chosen ones

    /// The layer with this number, or nullptr where it is not among them.
    const LayerDistribution* find(int layer) const;
    bool operator==(const LayerDistributions&) const = default;
};

inline constexpr int kMostLayers = 60; ///< more stand too close to be told apart
inline constexpr Eigen::Index kMostValues = 1
    << 18; ///< of one quantity and layer; of more, whole examples evenly chosen

/// The layers to describe: first, last and `selected` (0: none) always among them.
std::vector<int> describedLayers(int depth, int selected);

/// By a forward and a backward pass of its own, one layer's numbers at a time. Nothing where stop was requested.
std::optional<LayerDistributions> layerDistributions(const model::Scenario& scenario, const data::Dataset& data,
    const network::Network& network, int selected, const std::stop_token& stop = {});

} // namespace deltascope::evaluation
