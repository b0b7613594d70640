// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine has to know of an activation beside its values, found from the values: where it is bent, its bounds,
// its largest slope; and whether it is one at all. core/maths.md 4.24.
#pragma once

#include "formula/expression.h"

#include <limits>
#include <vector>

namespace deltascope::formula {

/// f and f′ at one z in doubles: fast where the bounds of the rounding errors are small, else in wide numbers.
struct ValueAndSlope {
    double value = 0, slope = 0;
};
ValueAndSlope valueAndSlope(const Expression& f, double z);
/// Over an array.
void valuesAndSlopes(const Expression& f, const double* z, double* values, double* slopes, std::size_t count);

struct Facts {
    double lower = -std::numeric_limits<double>::infinity(), upper = std::numeric_limits<double>::infinity();
    Wide leftLimit, rightLimit; ///< at ∓∞; undefined where there is none
    double maxDerivative = 0, maxDerivativeAt = 0; ///< as in Activation
    bool monotone = true;
    std::vector<double> kinks; ///< ascending
};

/// The facts, or why it is no activation: one sentence with the place in z, and in what was typed.
Result<Facts> factsOf(const Expression& f);

} // namespace deltascope::formula
