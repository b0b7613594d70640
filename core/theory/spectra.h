// SPDX-License-Identifier: GPL-3.0-or-later
// Singular values of a product of many matrices, each to high relative accuracy however far apart they lie. A QR sweep
// keeps the product as a triangle with one exponent a row; one-sided Jacobi on that graded triangle does the rest
// (Demmel & Veselić 1992: relative accuracy where rows are scaled far apart). The diagonal of R alone is not the
// spectrum.
#pragma once

#include "scaled.h"

#include <Eigen/Core>

#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

namespace deltascope {

/// A matrix mantissa·2^exponent.
struct ScaledMatrix {
    Eigen::MatrixXd mantissa;
    std::int64_t exponent = 0;
};

/// Singular values, largest first; exact zeros last.
using Spectrum = std::vector<Scaled>;

/// The product J^l … J^1 of the factors taken so far.
class ProductSpectrum {
public:
    /// Multiplies by the next factor from the left; its columns must match the rows of the one before.
    void multiply(const ScaledMatrix& factor);
    /// All min(rows, columns) singular values of the product, or nothing where stop was requested.
    std::optional<Spectrum> singularValues(std::stop_token stop = {}) const;

private:
    void multiplyTriangle(const Eigen::MatrixXd& upper, std::int64_t exponent);

    Eigen::MatrixXd m_basis; // Q: orthonormal columns, the product is Q·T
    Eigen::MatrixXd m_triangle; // rows of T, the largest entry of each near 1
    std::vector<std::int64_t> m_exponents; // of each row of T
};

/// Singular values of one factor.
Spectrum singularValues(const ScaledMatrix& factor);

} // namespace deltascope
