// SPDX-License-Identifier: GPL-3.0-or-later
// Quantities within an expression whose sign matters: what must not be 0 or not be negative, or what chooses between
// two.
#pragma once

#include "formula/expression.h"

namespace deltascope::formula {

/// What must not be 0, or not be negative, or whose sign chooses: a sign at each z, exactly.
struct Watched {
    const Node* node;
    std::size_t place; ///< of what it works on
    std::size_t other = 0; ///< the larger of two: of the second
};

Wide quantityAt(const Expression& f, const Watched& watched, double z);
int signAt(const Expression& f, const Watched& watched, double z);

/// Between two z where the sign is not the same: the last z of the first sign, or the first where it is 0.
double changeBetween(const Expression& f, const Watched& watched, double from, double to);

} // namespace deltascope::formula
