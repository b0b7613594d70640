// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "network/gradient_columns.h"

#include <cmath>

namespace deltascope::operations {

/// Column x times factor(neuron), each of moderate size or 0; the largest component then between ½ and 1.
template <class Factor>
void scaleGradient(network::GradientColumns& gradient, Eigen::Index x, const Factor& factor)
{
    const numerics::Columns columns = gradient.columns();
    const numerics::Column column = columns.column(x);
    for (Eigen::Index i = 0; i < column.size; ++i)
        column.mantissas[i] *= factor(i);
    const double largest = column.vector().cwiseAbs().maxCoeff();
    if (largest == 0) {
        column.vector().setZero(); // no −0
        columns.exponents[x] = 0;
        return;
    }
    const int shift = std::ilogb(largest) + 1;
    column.vector() *= std::ldexp(1.0, -shift);
    columns.exponents[x] = numerics::shiftedExponent(column.exponent, shift);
    gradient.keepWithinRange(x);
}

} // namespace deltascope::operations
