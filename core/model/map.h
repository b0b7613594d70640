// SPDX-License-Identifier: GPL-3.0-or-later
// A map: one measure over one or two parameters, with seeds. core/maths.md 12.6.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace deltascope::model {

inline constexpr int kMostAxisValues = 32'768; ///< so that two axes have 10⁹ cells
inline constexpr int kMostMapSeeds = 10'000;

enum class MapScale { linear, logarithmic };

/// A parameter of the scenario and the values that it takes, evenly from `from` to `to`, both among them (whole numbers
/// rounded to the nearest), or the choices of one that has no numbers.
struct MapAxis {
    std::string parameter = {}; ///< its key
    double from = 0, to = 1; ///< of a number
    int count = 2; ///< values
    MapScale scale = MapScale::linear;
    std::vector<std::string> choices = {}; ///< ids, `count` of them; empty: a number
    bool operator==(const MapAxis&) const = default;
};

/// Which layers, parameter or pin a measure is of; those that its kind does not name stay at their defaults.
struct MeasureArguments {
    int layer = 1; ///< 1 … depth
    int against = 1; ///< the other layer of a ratio; 0: the last one
    std::string key = {}; ///< of a parameter that is a number
    int pin = 1; ///< of the scenario's pins, from 1
    double cost = 0.1; ///< that a training is to reach
    bool operator==(const MeasureArguments&) const = default;
};

/// A line that is drawn over a map of these two parameters, in their values: what theory or somebody else says. Nothing
/// is computed from it.
struct MapLine {
    std::string name;
    std::string xParameter, yParameter; ///< keys
    std::vector<double> x, y; ///< as many of both
    bool operator==(const MapLine&) const = default;
};

struct Map {
    std::string measure = {}; ///< its kind's id
    MeasureArguments arguments = {};
    MapAxis x = {};
    std::optional<MapAxis> y = {}; ///< nothing: a curve over x
    int seeds = 1; ///< the scenario's own and those that follow it
    std::string statistic = "median"; ///< over those seeds that have a value: median, mean, p05, p95; of all: share
    /// What `share` counts: seeds whose measure lies between these two, in the unit of sizes (0.1, not −1).
    std::optional<double> atLeast = {}, atMost = {};
    std::vector<MapLine> lines = {}; ///< drawn where their parameters are those of the axes
    bool operator==(const Map&) const = default;

    int columns() const { return x.count; }
    int rows() const { return y ? y->count : 1; }
};

} // namespace deltascope::model
