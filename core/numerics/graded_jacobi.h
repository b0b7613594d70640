// SPDX-License-Identifier: GPL-3.0-or-later
// One-sided Jacobi on a matrix whose rows lie hundreds of decades apart: every singular value to high relative accuracy
// (Demmel & Veselić 1992), made fast by QR steps before it (Drmač & Veselić 2008). core/maths.md 10.3.
#pragma once

#include "numerics/scaled.h"

#include <Eigen/Core>

#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

namespace deltascope::numerics {

/// Row i is mantissa.row(i)·2^exponents[i].
struct RowScaledMatrix {
    Eigen::MatrixXd mantissa;
    std::vector<std::int64_t> exponents;

    /// Takes the power of two out of each row, so that its largest entry lies in [0.5, 1); zeros stay as they are.
    void normalise();
    /// Places of the rows by falling size of their largest entry, zeros last. Precondition: normalised.
    std::vector<Eigen::Index> rowsBySize() const;
};

/// Singular values, largest first; exact zeros last.
using Spectrum = std::vector<Scaled>;

/// 2^power for any power that a difference of exponents can have: 0 far below, never reached far above.
double powerOfTwo(std::int64_t power);

/// All min(rows, columns) singular values of a matrix, or nothing where stop was requested.
std::optional<Spectrum> gradedSingularValues(RowScaledMatrix matrix, const std::stop_token& stop = {});

} // namespace deltascope::numerics
