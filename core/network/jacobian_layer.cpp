// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/jacobian_layer.h"

#include <algorithm>

namespace deltascope::operations {

std::int64_t alignRows(numerics::RowScaledMatrix& matrix)
{
    const std::int64_t unit = *std::max_element(matrix.exponents.begin(), matrix.exponents.end());
    for (std::size_t i = 0; i < matrix.exponents.size(); ++i)
        matrix.mantissa.row(static_cast<Eigen::Index>(i)) *= numerics::powerOfTwo(matrix.exponents[i] - unit);
    std::ranges::fill(matrix.exponents, unit);
    return unit;
}

void addToRow(
    numerics::RowScaledMatrix& matrix, Eigen::Index i, numerics::Scaled factor, const Eigen::RowVectorXd& added)
{
    if (factor.isZero() || added.isZero(0))
        return;
    auto row = matrix.mantissa.row(i);
    std::int64_t& exponent = matrix.exponents[static_cast<std::size_t>(i)];
    const bool alone = row.isZero(0);
    const std::int64_t unit = alone ? factor.exponent : std::max(exponent, factor.exponent);
    row *= numerics::powerOfTwo(alone ? 0 : exponent - unit);
    row += factor.mantissa * numerics::powerOfTwo(factor.exponent - unit) * added;
    exponent = unit;
}

void JacobianLayer::multiply(Eigen::MatrixXd left)
{
    const auto rows = static_cast<std::size_t>(left.rows());
    if (parts.empty() || !whole) {
        parts.push_back({std::move(left), std::vector<std::int64_t>(rows, 0)});
        return;
    }
    const std::int64_t unit = operations::alignRows(parts.back());
    parts.back() = {left * parts.back().mantissa, std::vector<std::int64_t>(rows, unit)};
}

} // namespace deltascope::operations
