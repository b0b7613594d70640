// SPDX-License-Identifier: GPL-3.0-or-later
#include "numerics/graded_jacobi.h"

#include "numerics/householder_panels.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace deltascope::numerics {

namespace {

using Eigen::Index;

constexpr double kTolerance = 1e-14; // cosine of two rows that count as orthogonal
constexpr int kMaxSweeps = 60;
constexpr Index kTile = 32; // rows worked on together: they stay in the cache
constexpr int kQrSteps = 2;

std::size_t gradedIndex(Index i)
{
    return static_cast<std::size_t>(i);
}

/// Takes the power of two out of a vector so that its largest entry lies in [0.5, 1); leaves zeros alone.
template <class Vector>
void normaliseVector(Vector&& vector, std::int64_t& exponent)
{
    const double largest = vector.cwiseAbs().maxCoeff();
    if (largest == 0 || (largest >= 0.5 && largest < 1))
        return;
    int power = 0;
    std::frexp(largest, &power);
    // in two steps: 2^−power itself may be beyond double's range
    vector *= std::ldexp(1.0, -power / 2);
    vector *= std::ldexp(1.0, -power - (-power / 2));
    exponent += power;
}

/// Rows of a matrix, kept as columns with an exponent each, made orthogonal by plane rotations.
class GradedJacobi {
public:
    GradedJacobi(const RowScaledMatrix& matrix)
        : m_columns(matrix.mantissa.transpose())
        , m_exponents(matrix.exponents)
        , m_kept(m_columns.rows())
    {
    }

    bool run(const std::stop_token& stop)
    {
        const Index count = m_columns.cols();
        for (int sweep = 0; sweep < kMaxSweeps; ++sweep) {
            sortBySize();
            bool rotated = false;
            for (Index i = 0; i < count; i += kTile)
                for (Index j = i; j < count; j += kTile) {
                    if (stop.stop_requested())
                        return false;
                    if (i == j || !orthogonal(i, j))
                        rotated = rotateTiles(i, j) || rotated;
                }
            if (!rotated)
                break;
        }
        return true;
    }

    Spectrum norms() const
    {
        Spectrum values;
        for (Index i = 0; i < m_columns.cols(); ++i)
            values.push_back(Scaled::from(m_columns.col(i).norm(), m_exponents[gradedIndex(i)]));
        std::sort(values.begin(), values.end(), [](Scaled left, Scaled right) { return right < left; });
        return values;
    }

private:
    void sortBySize()
    {
        std::vector<Scaled> sizes;
        for (Index i = 0; i < m_columns.cols(); ++i) {
            normaliseVector(m_columns.col(i), m_exponents[gradedIndex(i)]);
            sizes.push_back(Scaled::from(m_columns.col(i).norm(), m_exponents[gradedIndex(i)]));
        }
        std::vector<Index> order(m_exponents.size());
        std::iota(order.begin(), order.end(), Index{0});
        std::stable_sort(order.begin(), order.end(),
            [&](Index left, Index right) { return sizes[gradedIndex(right)] < sizes[gradedIndex(left)]; });
        m_columns = m_columns(Eigen::all, order).eval();
        std::vector<std::int64_t> exponents;
        for (const Index place : order)
            exponents.push_back(m_exponents[gradedIndex(place)]);
        m_exponents = std::move(exponents);
        m_squares = m_columns.colwise().squaredNorm();
    }

    /// True where no column of one tile needs a rotation with one of the other: one product in place of many.
    bool orthogonal(Index i, Index j)
    {
        const Index rows = std::min(kTile, m_columns.cols() - i), columns = std::min(kTile, m_columns.cols() - j);
        m_inner.noalias() = m_columns.middleCols(i, rows).transpose() * m_columns.middleCols(j, columns);
        for (Index b = 0; b < columns; ++b)
            for (Index a = 0; a < rows; ++a)
                if (std::abs(m_inner(a, b)) > kTolerance * std::sqrt(m_squares(i + a)) * std::sqrt(m_squares(j + b)))
                    return false;
        return true;
    }

    bool rotateTiles(Index firstI, Index firstJ)
    {
        const Index endI = std::min(firstI + kTile, m_columns.cols()),
                    endJ = std::min(firstJ + kTile, m_columns.cols());
        bool rotated = false;
        for (Index i = firstI; i < endI; ++i)
            for (Index j = std::max(i + 1, firstJ); j < endJ; ++j)
                rotated = rotate(i, j) || rotated;
        return rotated;
    }

    /// Rotates x = 2^e_i u and y = 2^e_j v to be orthogonal. With r = 2^(e_j − e_i) everything is kept in units of
    /// 2^e_i for x and of 2^e_j for y, so that the ratio of their sizes never has to be formed.
    bool rotate(Index i, Index j)
    {
        const double alpha = m_squares(i), beta = m_squares(j);
        if (alpha == 0 || beta == 0)
            return false;
        const double inner = m_columns.col(i).dot(m_columns.col(j));
        if (std::abs(inner) <= kTolerance * std::sqrt(alpha) * std::sqrt(beta))
            return false;
        const double r = powerOfTwo(m_exponents[gradedIndex(j)] - m_exponents[gradedIndex(i)]);
        const double difference = alpha - r * r * beta;
        // tan of the angle, divided by r: finite however small r is
        const double root = std::hypot(difference, 2 * r * inner);
        const double tangentOverR = 2 * inner / (difference + std::copysign(root, difference));
        const double tangent = r * tangentOverR;
        const double cosine = 1 / std::sqrt(1 + tangent * tangent);
        m_kept = m_columns.col(i);
        m_columns.col(i) = cosine * m_kept + (cosine * tangent * r) * m_columns.col(j);
        m_columns.col(j) = cosine * m_columns.col(j) - (cosine * tangentOverR) * m_kept;
        m_squares(i) = alpha + tangent * r * inner;
        m_squares(j) = beta - tangentOverR * inner;
        if (m_squares(i) < 0.1 * alpha || m_squares(i) > 10 * alpha) // digits were lost
            m_squares(i) = m_columns.col(i).squaredNorm();
        if (m_squares(j) < 0.1 * beta || m_squares(j) > 10 * beta)
            m_squares(j) = m_columns.col(j).squaredNorm();
        return true;
    }

    Eigen::MatrixXd m_columns;
    std::vector<std::int64_t> m_exponents;
    Eigen::RowVectorXd m_squares;
    Eigen::VectorXd m_kept;
    Eigen::MatrixXd m_inner;
};

/// One step towards a diagonal matrix of the same singular values: with A = E·B, E the exponents by falling size and
/// Bᵀ = Q·R, it is R·E that takes the place of A. A column's exponent commutes with QR, so no digit of a small row is
/// lost.
bool precondition(RowScaledMatrix& matrix, const std::stop_token& stop)
{
    const std::vector<Index> order = matrix.rowsBySize();
    HouseholderPanels qr;
    if (!qr.compute(matrix.mantissa(order, Eigen::all).transpose(), stop))
        return false;
    Eigen::MatrixXd upper = qr.upper();
    std::vector<std::int64_t> exponents;
    for (Index row = 0; row < upper.rows(); ++row) {
        const std::int64_t unit = matrix.exponents[gradedIndex(order[gradedIndex(row)])];
        for (Index column = row + 1; column < upper.cols(); ++column)
            upper(row, column) *= powerOfTwo(matrix.exponents[gradedIndex(order[gradedIndex(column)])] - unit);
        exponents.push_back(unit);
    }
    matrix = {std::move(upper), std::move(exponents)};
    matrix.normalise();
    return true;
}

} // namespace

double powerOfTwo(std::int64_t power)
{
    return std::ldexp(1.0, static_cast<int>(std::clamp<std::int64_t>(power, -2000, 1000)));
}

void RowScaledMatrix::normalise()
{
    if (mantissa.cols() == 0)
        return;
    for (Index i = 0; i < mantissa.rows(); ++i)
        normaliseVector(mantissa.row(i), exponents[gradedIndex(i)]);
}

std::vector<Index> RowScaledMatrix::rowsBySize() const
{
    std::vector<Index> order(exponents.size());
    std::iota(order.begin(), order.end(), Index{0});
    const Eigen::VectorXd sizes = mantissa.cwiseAbs().rowwise().maxCoeff();
    std::stable_sort(order.begin(), order.end(), [&](Index left, Index right) {
        return Scaled::from(sizes(right), exponents[gradedIndex(right)])
            < Scaled::from(sizes(left), exponents[gradedIndex(left)]);
    });
    return order;
}

std::optional<Spectrum> gradedSingularValues(RowScaledMatrix matrix, const std::stop_token& stop)
{
    const auto count = static_cast<std::size_t>(std::min(matrix.mantissa.rows(), matrix.mantissa.cols()));
    matrix.normalise();
    for (int step = 0; step < kQrSteps; ++step)
        if (!precondition(matrix, stop))
            return std::nullopt;
    GradedJacobi jacobi(matrix);
    if (!jacobi.run(stop))
        return std::nullopt;
    Spectrum values = jacobi.norms();
    values.resize(count); // where rows outnumber columns the rest is 0
    return values;
}

} // namespace deltascope::numerics
