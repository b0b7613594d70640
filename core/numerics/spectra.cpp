// SPDX-License-Identifier: GPL-3.0-or-later
#include "numerics/spectra.h"

#include <Eigen/Householder>

#include <algorithm>
#include <cassert>

namespace deltascope::numerics {

namespace {

using Eigen::Index;

constexpr std::int64_t kBlockRange = 400; // binary exponents that may share one plain product
constexpr std::int64_t kRowRange = 400; // of one QR, squares included
constexpr std::int64_t kPlainRange = 20; // rows no further apart than this need no pivoting
constexpr std::int64_t kDisorder = 16; // how much smaller than a later row of T a row may be
constexpr Index kBlockRows = 64; // of one plain product, so that the zeros of triangles are left out

std::size_t spectrumIndex(Index i)
{
    return static_cast<std::size_t>(i);
}

/// The rows in this order as plain doubles in units of 2^unit; rows that are more than 2^kRowRange smaller stand
/// there as if they were not.
Eigen::MatrixXd clamped(const RowScaledMatrix& rows, const std::vector<Index>& order, std::int64_t unit)
{
    Eigen::MatrixXd sorted(rows.mantissa.rows(), rows.mantissa.cols());
    for (std::size_t i = 0; i < order.size(); ++i)
        sorted.row(static_cast<Index>(i)) = rows.mantissa.row(order[i])
            * powerOfTwo(std::clamp(rows.exponents[spectrumIndex(order[i])] - unit, -kRowRange, std::int64_t{0}));
    return sorted;
}

/// Row i of `matrix` as row places[i].
Eigen::MatrixXd inPlaces(const Eigen::MatrixXd& matrix, const std::vector<Index>& places)
{
    Eigen::MatrixXd placed(matrix.rows(), matrix.cols());
    for (std::size_t i = 0; i < places.size(); ++i)
        placed.row(places[i]) = matrix.row(static_cast<Index>(i));
    return placed;
}

} // namespace

void ProductSpectrum::multiply(const ScaledMatrix& factor)
{
    multiply(RowScaledMatrix{factor.mantissa, std::vector(spectrumIndex(factor.mantissa.rows()), factor.exponent)});
}

bool ProductSpectrum::multiply(const RowScaledMatrix& factor, const std::stop_token& stop)
{
    RowScaledMatrix rows{{}, factor.exponents};
    if (m_triangle.mantissa.size() == 0)
        rows.mantissa = factor.mantissa;
    else if (!turned(factor.mantissa, rows.mantissa, stop))
        return false;
    return absorb(std::move(rows), stop);
}

// factor·Q
bool ProductSpectrum::turned(const Eigen::MatrixXd& factor, Eigen::MatrixXd& product, const std::stop_token& stop) const
{
    if (m_basis.size() > 0) {
        assert(factor.cols() == m_basis.rows());
        product.noalias() = factor * m_basis;
        return !stop.stop_requested();
    }
    assert(factor.cols() == m_reflections.rows());
    Eigen::MatrixXd transposed = factor.transpose()(m_order, Eigen::all);
    if (!m_reflections.applyTransposed(transposed, stop))
        return false;
    product = transposed.topRows(m_reflections.rank()).transpose();
    return true;
}

// The product becomes rows·T = Q·(R·T). Rows go by falling size: Householder QR is then stable row by row. Where they
// are further apart than plain doubles serve, those far below are first taken as 2^kRowRange below, so that they no
// longer act on the large ones; what they are smaller than that then goes into their rows of T and of Q.
bool ProductSpectrum::absorb(RowScaledMatrix rows, const std::stop_token& stop)
{
    if (m_triangle.mantissa.size() == 0)
        m_triangle = {Eigen::MatrixXd::Identity(rows.mantissa.cols(), rows.mantissa.cols()),
            std::vector(spectrumIndex(rows.mantissa.cols()), std::int64_t{0})};
    for (;;) {
        rows.normalise();
        m_order = rows.rowsBySize();
        const std::int64_t unit = rows.exponents[spectrumIndex(m_order.front())];
        m_basis.resize(0, 0);
        const bool graded = std::any_of(m_order.begin(), m_order.end(), [&](Index place) {
            return !rows.mantissa.row(place).isZero(0) && unit - rows.exponents[spectrumIndex(place)] > kPlainRange;
        });
        if (graded)
            decomposeGraded(rows, unit, stop);
        else if (m_reflections.compute(clamped(rows, m_order, unit), stop))
            multiplyTriangle(m_reflections.upper(), unit, stop);
        m_triangle.normalise();
        if (stop.stop_requested())
            return false;
        if (!graded || takeOff(rows, unit))
            break;
    }
    sortTriangle();
    return true;
}

// QR with column pivoting, a column being as large as what it is multiplied by: R·T then has rows by falling size, and
// Q falls into the groups of rows of like size, also where a factor is sparse or diagonal. A column's exponent commutes
// with QR, so it only chooses.
void ProductSpectrum::decomposeGraded(const RowScaledMatrix& rows, std::int64_t unit, const std::stop_token& stop)
{
    Eigen::MatrixXd packed = clamped(rows, m_order, unit);
    const Index height = packed.rows(), width = packed.cols(), rank = std::min(height, width);
    Eigen::VectorXd coefficients(rank), workspace(width);
    std::vector<Index> places = m_order;
    for (Index k = 0; k < rank && !stop.stop_requested(); ++k) {
        Index pivot = k;
        Scaled largest;
        for (Index j = k; j < width; ++j) {
            const double norm = m_triangle.mantissa.row(j).isZero(0) ? 0 : packed.col(j).tail(height - k).norm();
            const Scaled size = Scaled::from(norm, m_triangle.exponents[spectrumIndex(j)]);
            if (largest < size) {
                largest = size;
                pivot = j;
            }
        }
        packed.col(k).swap(packed.col(pivot));
        m_triangle.mantissa.row(k).swap(m_triangle.mantissa.row(pivot));
        std::swap(m_triangle.exponents[spectrumIndex(k)], m_triangle.exponents[spectrumIndex(pivot)]);
        // the largest entry on top: no large row then reaches into small ones (Cox & Higham 1998)
        Index top = 0;
        packed.col(k).tail(height - k).cwiseAbs().maxCoeff(&top);
        packed.row(k).swap(packed.row(k + top));
        std::swap(places[spectrumIndex(k)], places[spectrumIndex(k + top)]);
        double beta = 0;
        packed.col(k).tail(height - k).makeHouseholderInPlace(coefficients(k), beta);
        packed(k, k) = beta;
        packed.bottomRightCorner(height - k, width - k - 1)
            .applyHouseholderOnTheLeft(packed.col(k).tail(height - k - 1), coefficients(k), workspace.data());
    }
    const Eigen::MatrixXd q =
        Eigen::householderSequence(packed.leftCols(rank), coefficients) * Eigen::MatrixXd::Identity(height, rank);
    m_basis = inPlaces(q, places);
    m_triangular = false;
    const Eigen::MatrixXd upper = packed.topRows(rank).triangularView<Eigen::Upper>();
    multiplyTriangle(upper, unit, stop);
}

// Rows of T by falling size, where they are not nearly so.
void ProductSpectrum::sortTriangle()
{
    const std::vector<Index> order = m_triangle.rowsBySize();
    const auto size = [&](Index row) { return m_triangle.exponents[spectrumIndex(row)]; };
    bool sorted = true;
    std::int64_t least = Scaled::kExponentLimit;
    for (Index i = 0; i < m_triangle.mantissa.rows(); ++i) {
        if (m_triangle.mantissa.row(i).isZero(0))
            continue;
        sorted = sorted && size(i) <= least + kDisorder;
        least = std::min(least, size(i));
    }
    if (sorted)
        return;
    if (m_basis.size() == 0) {
        const Eigen::MatrixXd q = m_reflections.basis();
        m_basis = inPlaces(q, m_order);
    }
    m_basis = m_basis(Eigen::all, order).eval();
    m_triangle.mantissa = m_triangle.mantissa(order, Eigen::all).eval();
    const std::vector<std::int64_t> exponents = m_triangle.exponents;
    for (std::size_t i = 0; i < order.size(); ++i)
        m_triangle.exponents[i] = exponents[spectrumIndex(order[i])];
    m_triangular = false;
}

// After a QR of `rows` as `clamped` gives them: what the far ones are smaller than that. True where Q and T are then
// done; else `rows` is what T is still to be multiplied by.
bool ProductSpectrum::takeOff(RowScaledMatrix& rows, std::int64_t unit)
{
    std::vector<std::int64_t> rest; // in m_order
    for (const Index place : m_order) {
        const std::int64_t power = rows.exponents[spectrumIndex(place)] - unit + kRowRange;
        rest.push_back(rows.mantissa.row(place).isZero(0) ? 0 : std::min<std::int64_t>(0, power));
    }
    const auto far = std::find_if(rest.begin(), rest.end(), [](std::int64_t power) { return power < 0; });
    if (far == rest.end())
        return true;
    const auto near = far - rest.begin(); // as many rows of like size
    std::vector<Index> farColumns; // of Q: those that belong to the other rows
    for (Index k = 0; k < m_basis.cols(); ++k) {
        double square = 0;
        for (Index i = 0; i < near; ++i)
            square += m_basis(m_order[spectrumIndex(i)], k) * m_basis(m_order[spectrumIndex(i)], k);
        if (square < 0.5)
            farColumns.push_back(k);
    }
    const std::int64_t shared = farColumns.empty() ? 0 : *far; // goes into their rows of T
    rows = {m_basis, std::vector(rest.size(), std::int64_t{0})};
    for (Index i = 0; i < m_basis.rows(); ++i) {
        const Index place = m_order[spectrumIndex(i)];
        if (i >= near) {
            rows.mantissa.row(place) *= powerOfTwo(shared);
            rows.exponents[spectrumIndex(place)] = std::min<std::int64_t>(0, rest[spectrumIndex(i)] - shared);
        }
        for (const Index k : farColumns) // in near rows less than 2^−kRowRange of what is as much smaller
            rows.mantissa(place, k) = i < near ? 0 : m_basis(place, k);
    }
    for (const Index k : farColumns)
        m_triangle.exponents[spectrumIndex(k)] += shared;
    const bool done = farColumns.empty()
        || std::all_of(rows.exponents.begin(), rows.exponents.end(), [](auto power) { return power == 0; });
    if (done)
        for (Index i = 0; i < m_basis.rows(); ++i)
            m_basis.row(i) = rows.mantissa.row(i) * powerOfTwo(rows.exponents[spectrumIndex(i)]);
    return done;
}

// Stops in the middle where stop was requested; whoever calls it asks.
void ProductSpectrum::multiplyTriangle(const Eigen::MatrixXd& upper, std::int64_t exponent, const std::stop_token& stop)
{
    const Eigen::MatrixXd& triangle = m_triangle.mantissa;
    const Index rows = upper.rows(), inner = upper.cols();
    // The size of row i of upper·T is that of the largest row of T from i on.
    std::vector<std::int64_t> top = m_triangle.exponents;
    for (Index k = inner - 1; k >= 0; --k) {
        const bool zero = triangle.row(k).isZero(0);
        const std::int64_t below = k + 1 < inner ? top[spectrumIndex(k + 1)] : Scaled::kExponentLimit;
        if (zero || (below != Scaled::kExponentLimit && below > top[spectrumIndex(k)]))
            top[spectrumIndex(k)] = below;
    }
    Eigen::MatrixXd next = Eigen::MatrixXd::Zero(rows, triangle.cols());
    std::vector<std::int64_t> exponents(spectrumIndex(rows));
    // Rows of about the same size go together as one plain product, in units of their largest: what underflows there is
    // far below the last digit of every row of the block.
    for (Index begin = 0, end = 0; begin < rows && !stop.stop_requested(); begin = end) {
        const std::int64_t unit = top[spectrumIndex(begin)];
        while (end < rows && end - begin < kBlockRows && unit - top[spectrumIndex(end)] <= kBlockRange)
            exponents[spectrumIndex(end++)] = unit + exponent;
        if (unit == Scaled::kExponentLimit) { // nothing but zeros from here on
            std::fill(exponents.begin() + begin, exponents.end(), 0);
            break;
        }
        const Index columns = m_triangular ? triangle.cols() - begin : triangle.cols(); // T is 0 to the left
        Eigen::MatrixXd scaled(inner - begin, columns);
        for (Index k = begin; k < inner; ++k)
            scaled.row(k - begin) =
                triangle.row(k).tail(columns) * powerOfTwo(m_triangle.exponents[spectrumIndex(k)] - unit);
        next.block(begin, triangle.cols() - columns, end - begin, columns).noalias() =
            upper.block(begin, begin, end - begin, inner - begin) * scaled;
    }
    m_triangle = {std::move(next), std::move(exponents)};
}

std::optional<Spectrum> ProductSpectrum::singularValues(const std::stop_token& stop) const
{
    return gradedSingularValues(m_triangle, stop);
}

Spectrum singularValues(const ScaledMatrix& factor)
{
    return *gradedSingularValues(
        {factor.mantissa, std::vector(spectrumIndex(factor.mantissa.rows()), factor.exponent)});
}

} // namespace deltascope::numerics
