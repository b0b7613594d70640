// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/operations/jacobian.h"

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
