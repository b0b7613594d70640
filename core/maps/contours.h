// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of one value through a grid: marching squares, where neither a line nor its end is guessed. Lorensen & Cline
// (1987), in the plane. core/maths.md 12.7.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace deltascope::maps {

/// Values at the points (column, row), row by row.
struct Grid {
    int columns = 0, rows = 0;
    std::span<const double> values = {}; ///< finite where it is there
    std::span<const std::uint8_t> missing = {}; ///< 1: no value there; empty: all are there
};

/// Points in columns and rows; a closed line ends where it begins.
using ContourLine = std::vector<std::pair<double, double>>;

/// The lines on which the grid, bilinear between its points, has this value, to first order. No line passes through a
/// square with a missing corner.
std::vector<ContourLine> contoursOf(const Grid& grid, double level);

/// Round levels strictly between two values: about `most` of them, 0 among them where it lies there.
std::vector<double> levelsBetween(double lower, double upper, int most);

} // namespace deltascope::maps
