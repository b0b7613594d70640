// SPDX-License-Identifier: GPL-3.0-or-later
#include "theory/spectra.h"

#include <Eigen/QR>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace deltascope {

namespace {

using Eigen::Index;

constexpr double kTolerance = 1e-15;
constexpr int kMaxSweeps = 60;
constexpr std::int64_t kBlockRange = 400; // binary exponents that may share one plain product

/// 2^power for any power that a difference of exponents can have: 0 far below, never reached far above.
double powerOfTwo(std::int64_t power)
{
    return std::ldexp(1.0, static_cast<int>(std::clamp<std::int64_t>(power, -2000, 1000)));
}

/// Takes the power of two out of a vector so that its largest entry lies in [0.5, 1); leaves zeros alone.
template <class Vector>
void normalise(Vector&& vector, std::int64_t& exponent)
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

/// Columns of `columns`, each with an exponent, made orthogonal by plane rotations.
class GradedJacobi {
public:
    GradedJacobi(Eigen::MatrixXd columns, std::vector<std::int64_t> exponents)
        : m_columns(std::move(columns))
        , m_exponents(std::move(exponents))
    {
    }

    bool run(const std::stop_token& stop)
    {
        for (int sweep = 0; sweep < kMaxSweeps; ++sweep) {
            sortBySize();
            bool rotated = false;
            for (Index i = 0; i + 1 < m_columns.cols(); ++i) {
                if (stop.stop_requested())
                    return false;
                for (Index j = i + 1; j < m_columns.cols(); ++j)
                    rotated = rotate(i, j) || rotated;
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
            values.push_back(Scaled::from(m_columns.col(i).norm(), m_exponents[static_cast<std::size_t>(i)]));
        std::sort(values.begin(), values.end(), [](Scaled left, Scaled right) { return right < left; });
        return values;
    }

private:
    void sortBySize()
    {
        for (Index i = 0; i < m_columns.cols(); ++i)
            normalise(m_columns.col(i), m_exponents[static_cast<std::size_t>(i)]);
        std::vector<Index> order(m_exponents.size());
        std::iota(order.begin(), order.end(), Index{0});
        const auto size = [&](Index i) {
            return Scaled::from(m_columns.col(i).norm(), m_exponents[static_cast<std::size_t>(i)]);
        };
        std::stable_sort(order.begin(), order.end(), [&](Index left, Index right) { return size(right) < size(left); });
        const Eigen::MatrixXd columns = m_columns;
        const std::vector<std::int64_t> exponents = m_exponents;
        for (std::size_t i = 0; i < order.size(); ++i) {
            m_columns.col(static_cast<Index>(i)) = columns.col(order[i]);
            m_exponents[i] = exponents[static_cast<std::size_t>(order[i])];
        }
        m_squares = m_columns.colwise().squaredNorm();
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
        const double r =
            powerOfTwo(m_exponents[static_cast<std::size_t>(j)] - m_exponents[static_cast<std::size_t>(i)]);
        const double difference = alpha - r * r * beta;
        // tan of the angle, divided by r: finite however small r is
        const double root = std::hypot(difference, 2 * r * inner);
        const double tangentOverR = 2 * inner / (difference + std::copysign(root, difference));
        const double tangent = r * tangentOverR;
        const double cosine = 1 / std::sqrt(1 + tangent * tangent);
        const Eigen::VectorXd x = m_columns.col(i);
        m_columns.col(i) = cosine * (x + (tangent * r) * m_columns.col(j));
        m_columns.col(j) = cosine * (m_columns.col(j) - tangentOverR * x);
        m_squares(i) = m_columns.col(i).squaredNorm();
        m_squares(j) = m_columns.col(j).squaredNorm();
        return true;
    }

    Eigen::MatrixXd m_columns;
    std::vector<std::int64_t> m_exponents;
    Eigen::RowVectorXd m_squares;
};

/// Row order by falling size: Householder QR is then stable row by row, also where f′ differs by hundreds of decades.
Eigen::MatrixXd sortedRows(const Eigen::MatrixXd& matrix, std::vector<Index>& order)
{
    const Eigen::VectorXd sizes = matrix.cwiseAbs().rowwise().maxCoeff();
    order.resize(static_cast<std::size_t>(matrix.rows()));
    std::iota(order.begin(), order.end(), Index{0});
    std::stable_sort(order.begin(), order.end(), [&](Index left, Index right) { return sizes(left) > sizes(right); });
    Eigen::MatrixXd sorted(matrix.rows(), matrix.cols());
    for (std::size_t i = 0; i < order.size(); ++i)
        sorted.row(static_cast<Index>(i)) = matrix.row(order[i]);
    return sorted;
}

} // namespace

void ProductSpectrum::multiply(const ScaledMatrix& factor)
{
    const bool first = m_triangle.size() == 0;
    assert(first || factor.mantissa.cols() == m_basis.rows());
    std::vector<Index> order;
    const Eigen::MatrixXd turned = sortedRows(first ? factor.mantissa : factor.mantissa * m_basis, order);
    const Eigen::HouseholderQR<Eigen::MatrixXd> qr(turned);
    const Index rank = std::min(turned.rows(), turned.cols());
    const Eigen::MatrixXd q = qr.householderQ() * Eigen::MatrixXd::Identity(turned.rows(), rank);
    const Eigen::MatrixXd upper = qr.matrixQR().topRows(rank).template triangularView<Eigen::Upper>();
    m_basis.resize(turned.rows(), rank);
    for (std::size_t i = 0; i < order.size(); ++i)
        m_basis.row(order[i]) = q.row(static_cast<Index>(i));

    if (first) {
        m_triangle = upper;
        m_exponents.assign(static_cast<std::size_t>(rank), factor.exponent);
    } else {
        multiplyTriangle(upper, factor.exponent);
    }
    for (Index i = 0; i < rank; ++i)
        normalise(m_triangle.row(i), m_exponents[static_cast<std::size_t>(i)]);
}

void ProductSpectrum::multiplyTriangle(const Eigen::MatrixXd& upper, std::int64_t exponent)
{
    const Index rows = upper.rows(), inner = upper.cols();
    // The size of row i of upper·T is that of the largest row of T from i on.
    std::vector<std::int64_t> top(m_exponents.begin(), m_exponents.end());
    for (std::size_t k = top.size() - 1; k > 0; --k)
        top[k - 1] = std::max(top[k - 1], top[k]);
    Eigen::MatrixXd next(rows, m_triangle.cols());
    std::vector<std::int64_t> exponents(static_cast<std::size_t>(rows));
    // Rows of about the same size go together as one plain product, in units of their largest: what underflows there is
    // far below the last digit of every row of the block.
    for (Index begin = 0, end = 0; begin < rows; begin = end) {
        const std::int64_t unit = top[static_cast<std::size_t>(begin)];
        while (end < rows && unit - top[static_cast<std::size_t>(end)] <= kBlockRange)
            exponents[static_cast<std::size_t>(end++)] = unit + exponent;
        Eigen::MatrixXd scaled(inner - begin, m_triangle.cols());
        for (Index k = begin; k < inner; ++k)
            scaled.row(k - begin) = m_triangle.row(k) * powerOfTwo(m_exponents[static_cast<std::size_t>(k)] - unit);
        next.middleRows(begin, end - begin).noalias() = upper.block(begin, begin, end - begin, inner - begin) * scaled;
    }
    m_triangle = std::move(next);
    m_exponents = std::move(exponents);
}

std::optional<Spectrum> ProductSpectrum::singularValues(std::stop_token stop) const
{
    GradedJacobi jacobi(m_triangle.transpose(), m_exponents);
    if (!jacobi.run(stop))
        return std::nullopt;
    return jacobi.norms();
}

Spectrum singularValues(const ScaledMatrix& factor)
{
    ProductSpectrum product;
    product.multiply(factor);
    return *product.singularValues();
}

} // namespace deltascope
