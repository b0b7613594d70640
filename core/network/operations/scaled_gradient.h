// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "network/gradient_columns.h"

#include <cmath>
#include <span>

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

/// The same with Scaled factors, of any size. Returns how many of the products are below the column's resolution.
template <class Factor>
int scaleGradient(
    std::span<numerics::Scaled> scratch, network::GradientColumns& gradient, Eigen::Index x, const Factor& factor)
{
    numerics::Column column = gradient.columns().column(x);
    const std::int64_t before = column.exponent;
    const std::span values = scratch.first(static_cast<std::size_t>(column.size));
    for (Eigen::Index i = 0; i < column.size; ++i)
        values[static_cast<std::size_t>(i)] = numerics::Scaled::from(column.mantissas[i]) * factor(i);
    const int belowResolution = numerics::packNormalised(values, column).belowResolution;
    gradient.columns().exponents[x] = numerics::shiftedExponent(before, column.exponent);
    gradient.keepWithinRange(x);
    return belowResolution;
}

} // namespace deltascope::operations
