// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace deltascope::numerics {

/// The mean of the y whose x lie within width/2 of each point's; nearer to the ends of a piece within as much as there
/// is on both sides, so that a straight line of even steps stays itself. x ascending within each piece; pieces begin at
/// `breaks`. core/maths.md 11.19.
std::vector<double> movingMean(
    std::span<const double> x, std::span<const double> y, std::span<const std::size_t> breaks, double width);

} // namespace deltascope::numerics
