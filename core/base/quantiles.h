// SPDX-License-Identifier: GPL-3.0-or-later
// Median and 5–95 % range of a sample of log10 of sizes. A quantile lies on the line between two order statistics:
// at place p(n − 1) of the ascending values (Hyndman & Fan 1996, type 7; NumPy's default). −∞ stands for a size that
// is exactly 0, +∞ for one without bound; a quantile between such a value and another is that value. core/maths.md 2.6.
#pragma once

#include <span>

namespace deltascope {

struct Quantiles {
    double p05 = 0, median = 0, p95 = 0;
    bool operator==(const Quantiles&) const = default;
};

/// Of at least one value, ascending; 0 ≤ share ≤ 1.
double quantile(std::span<const double> ascending, double share);

/// Sorts the values; at least one of them.
Quantiles quantilesOf(std::span<double> values);

} // namespace deltascope
