// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure.h"

#include <vector>

namespace deltascope::exports {

/// `mark`: the name tells which points these are, not what their y means.
enum class SeriesPart { value, mark, start, end, lower, upper };

/// One column of numbers of a named element. Points into the panel it was taken from; its y may be null: exact zeros,
/// which have no logarithm.
struct SeriesColumn {
    const Message* name = nullptr;
    SeriesPart part = SeriesPart::value;
    const std::vector<double>* x = nullptr;
    const std::vector<double>* y = nullptr;
    const std::vector<int>* layers = nullptr; ///< null: none
    const std::vector<numerics::Scaled>* values = nullptr; ///< that y are the log10 of; null: not known exactly
};

/// Series that share their rows.
struct SeriesGroup {
    std::vector<double> x;
    std::vector<int> layers; ///< of each row, or empty
    std::vector<SeriesColumn> series;
    bool merged = false; ///< x is the sorted union of the series' x; else it is the same for all

    std::size_t row(const SeriesColumn& one, std::size_t index) const;
};

/// The named lines, points, bars and bands of a panel, in order of appearance.
std::vector<SeriesGroup> seriesGroups(const figures::Panel& panel);

} // namespace deltascope::exports
