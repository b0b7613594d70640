// SPDX-License-Identifier: GPL-3.0-or-later
// How a slider moves over its range.
#pragma once

#include "parameters/parameter.h"

namespace deltascope::controls {

/// The values that a slider covers and how it steps through them.
struct SliderRange {
    double minimum = 0, maximum = 1;
    double step = 0.1;
    bool whole = false; ///< whole numbers only
    parameters::SliderScale scale = parameters::SliderScale::linear;
    bool operator==(const SliderRange&) const = default;
};

/// Where a value stands, 0 … 1 from end to end; values beyond the ends stand at the ends.
/// Signed logarithmic: asinh(value/step), linear within about a step of 0. Logarithmic: an end at 0 counts as one step.
double positionOf(const SliderRange& range, double value);

/// The value at a position 0 … 1: a multiple of the step (a tenth of it where `fine`) in linear ranges, three
/// significant digits in logarithmic ones; the ends themselves at 0 and 1.
double valueAt(const SliderRange& range, double position, bool fine = false);

/// The value so many steps on. In logarithmic ranges the step is the first digit's at most: 0.1 at 1, 1 at 10, 10 at
/// 100. The result stays within `lower` and `upper`.
double stepFrom(const SliderRange& range, double value, double steps, double lower, double upper);

/// The range widened so that it holds `value`: up to the next 1, 2 or 5 times a power of ten, within the limits.
SliderRange widened(SliderRange range, double value, double lower, double upper);

} // namespace deltascope::controls
