// SPDX-License-Identifier: GPL-3.0-or-later
// Golub & Kahan 1965: A·V = U·B with B bidiagonal, grown until its largest singular value stands still.
// core/maths.md 10.5.
#include "base/random.h"
#include "numerics/spectra.h"

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>

namespace deltascope::numerics {

namespace {

using Eigen::Index;

constexpr double kStill = 1e-14;
constexpr Index kBetweenChecks = 8;
constexpr double kNothing = 1e-14; // of the norm: what is left of a vector when its space is used up

/// The largest singular value of the upper bidiagonal matrix B, from the eigenvalues of BBᵀ.
double largestOf(const std::vector<double>& diagonal, std::vector<double> beside)
{
    const auto size = static_cast<Index>(diagonal.size());
    beside.resize(diagonal.size());
    Eigen::VectorXd main(size), off(size - 1);
    for (Index i = 0; i < size; ++i) {
        const auto k = static_cast<std::size_t>(i);
        main(i) = diagonal[k] * diagonal[k] + beside[k] * beside[k];
        if (i + 1 < size)
            off(i) = diagonal[k + 1] * beside[k];
    }
    Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver;
    solver.computeFromTridiagonal(main, off, Eigen::EigenvaluesOnly);
    return std::sqrt(std::max(0.0, solver.eigenvalues().maxCoeff()));
}

/// Twice, so that it is orthogonal to the last digit; returns what is left.
double orthogonalise(Eigen::VectorXd& vector, const Eigen::MatrixXd& basis, Index count)
{
    for (int pass = 0; pass < 2; ++pass)
        vector -= basis.leftCols(count) * (basis.leftCols(count).transpose() * vector);
    return vector.norm();
}

/// Any direction that has a part along every other.
Eigen::VectorXd direction(Index size)
{
    RandomStream stream(1, Purpose::weights, 0);
    Eigen::VectorXd vector(size);
    for (double& entry : vector)
        entry = stream.normal();
    return vector.normalized();
}

} // namespace

std::optional<Scaled> largestSingularValue(RowScaledMatrix matrix, const std::stop_token& stop)
{
    matrix.normalise();
    const std::vector<Index> order = matrix.rowsBySize();
    const std::int64_t unit = matrix.exponents[static_cast<std::size_t>(order.front())];
    if (matrix.mantissa.row(order.front()).isZero(0))
        return Scaled{};
    Eigen::MatrixXd& a = matrix.mantissa;
    for (Index i = 0; i < a.rows(); ++i)
        a.row(i) *= powerOfTwo(std::min<std::int64_t>(0, matrix.exponents[static_cast<std::size_t>(i)] - unit));

    const Index most = std::min(a.rows(), a.cols());
    const double size = a.norm();
    Eigen::MatrixXd left(a.rows(), most), right(a.cols(), most);
    std::vector<double> diagonal, beside;
    Eigen::VectorXd v = direction(a.cols()), u;
    double largest = 0;
    for (Index k = 0; k < most; ++k) {
        if (stop.stop_requested())
            return std::nullopt;
        right.col(k) = v;
        u = a * v;
        diagonal.push_back(orthogonalise(u, left, k));
        if (diagonal.back() <= kNothing * size)
            break;
        left.col(k) = u / diagonal.back();
        v = a.transpose() * left.col(k);
        beside.push_back(orthogonalise(v, right, k + 1));
        if (beside.back() <= kNothing * size)
            break;
        v /= beside.back();
        if (k % kBetweenChecks == kBetweenChecks - 1) {
            const double now = largestOf(diagonal, beside);
            if (now - largest <= kStill * now)
                break;
            largest = now;
        }
    }
    return Scaled::from(largestOf(diagonal, beside), unit);
}

} // namespace deltascope::numerics
