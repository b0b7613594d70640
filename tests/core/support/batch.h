// SPDX-License-Identifier: GPL-3.0-or-later
// Columns that a test writes down, each times its power of two.
#pragma once

#include "numerics/column.h"

#include <Eigen/Core>

#include <cstdint>
#include <vector>

namespace deltascope {

struct Batch {
    Eigen::MatrixXd numbers;
    std::vector<std::int64_t> exponents; ///< one a column

    numerics::Columns columns() { return {numbers.data(), numbers.rows(), numbers.cols(), exponents.data()}; }
};

} // namespace deltascope
