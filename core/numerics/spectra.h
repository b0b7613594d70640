// SPDX-License-Identifier: GPL-3.0-or-later
// Singular values of a product of many matrices, each to high relative accuracy however far apart they lie. A QR sweep
// keeps the product as a triangle with one exponent a row; one-sided Jacobi on that graded triangle does the rest. The
// diagonal of R alone is not the spectrum. core/maths.md 10.2.
#pragma once

#include "numerics/graded_jacobi.h"
#include "numerics/householder_panels.h"

namespace deltascope::numerics {

/// A matrix mantissa·2^exponent.
struct ScaledMatrix {
    Eigen::MatrixXd mantissa;
    std::int64_t exponent = 0;
};

/// The product J^l … J^1 of the factors taken so far.
class ProductSpectrum {
public:
    /// Multiplies by the next factor from the left; its columns must match the rows of the one before.
    void multiply(const ScaledMatrix& factor);
    /// The same of a factor whose rows may be further apart than doubles reach. False where stop was requested: the
    /// product is lost then. What is lost otherwise: where rows are more than 2^400 apart, how the small ones lie
    /// within the span of the large ones is kept to 2^−1074 only, which shows where later factors are 0 for all the
    /// large ones.
    bool multiply(const RowScaledMatrix& factor, const std::stop_token& stop = {});
    /// All min(rows, columns) singular values of the product, or nothing where stop was requested.
    std::optional<Spectrum> singularValues(const std::stop_token& stop = {}) const;

private:
    bool turned(const Eigen::MatrixXd& factor, Eigen::MatrixXd& product, const std::stop_token& stop) const;
    bool absorb(RowScaledMatrix rows, const std::stop_token& stop);
    void decomposeGraded(const RowScaledMatrix& rows, std::int64_t unit, const std::stop_token& stop);
    void sortTriangle();
    bool takeOff(RowScaledMatrix& rows, std::int64_t unit);
    void multiplyTriangle(const Eigen::MatrixXd& upper, std::int64_t exponent, const std::stop_token& stop);

    // The product is Q·T. Row m_order[i] of Q is row i of the reflections' basis, or Q is m_basis where that is not
    // empty.
    std::vector<Eigen::Index> m_order;
    HouseholderPanels m_reflections;
    Eigen::MatrixXd m_basis;
    RowScaledMatrix m_triangle; // T, rows by falling size
    bool m_triangular = true; // T is upper triangular or trapezoidal
};

/// Singular values of one factor.
Spectrum singularValues(const ScaledMatrix& factor);

/// The largest singular value alone, to 12 digits, by Golub–Kahan–Lanczos with full reorthogonalisation; nothing where
/// stop was requested.
std::optional<Scaled> largestSingularValue(RowScaledMatrix matrix, const std::stop_token& stop = {});

} // namespace deltascope::numerics
