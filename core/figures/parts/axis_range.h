// SPDX-License-Identifier: GPL-3.0-or-later
// Ranges that fit the data and are never degenerate.
#pragma once

#include "figures/figure.h"

#include <limits>

namespace deltascope::parts {

/// The smallest range that holds everything included so far.
struct AxisRange {
    double lower = std::numeric_limits<double>::infinity();
    double upper = -std::numeric_limits<double>::infinity();

    bool empty() const { return lower > upper; }
    bool contains(double value) const { return value >= lower && value <= upper; }
    double span() const { return empty() ? 0 : upper - lower; }
    void include(double value); ///< what is not finite is left out
    void include(const AxisRange& other);
    /// At least `least` wide around its middle, then `fraction` of its span added at both ends; [−1, 1] where empty.
    AxisRange padded(double fraction, double least) const;
};

/// Whole layers from `first` to `last`, with half a layer on both sides.
figures::Axis layersAxis(int first, int last);
/// log10 data with 5 % of padding, at least one decade high.
figures::Axis decadesAxis(Message title, const AxisRange& data);
figures::Axis linearAxis(Message title, const AxisRange& data);

} // namespace deltascope::parts
