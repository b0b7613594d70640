// SPDX-License-Identifier: GPL-3.0-or-later
#include "theory/spectra.h"

#include <algorithm>
#include <cassert>

namespace deltascope {

namespace {

using Eigen::Index;

constexpr std::int64_t kBlockRange = 400; // binary exponents that may share one plain product, squares included
constexpr Index kBlockRows = 64; // of one plain product, so that the zeros of triangles are left out

std::size_t at(Index i)
{
    return static_cast<std::size_t>(i);
}

/// The rows in this order as plain doubles in units of 2^unit; rows that are more than 2^kBlockRange smaller stand
/// there as if they were not.
Eigen::MatrixXd clamped(const RowScaledMatrix& rows, const std::vector<Index>& order, std::int64_t unit)
{
    Eigen::MatrixXd sorted(rows.mantissa.rows(), rows.mantissa.cols());
    for (std::size_t i = 0; i < order.size(); ++i)
        sorted.row(static_cast<Index>(i)) = rows.mantissa.row(order[i])
            * powerOfTwo(std::clamp(rows.exponents[at(order[i])] - unit, -kBlockRange, std::int64_t{0}));
    return sorted;
}

} // namespace

void ProductSpectrum::multiply(const ScaledMatrix& factor)
{
    multiply(RowScaledMatrix{factor.mantissa, std::vector(at(factor.mantissa.rows()), factor.exponent)});
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
// are further apart than plain doubles serve, those far below are first taken as 2^kBlockRange below, so that they no
// longer act on the large ones; what they are smaller than that then goes into their rows of T and of Q.
bool ProductSpectrum::absorb(RowScaledMatrix rows, const std::stop_token& stop)
{
    for (bool first = m_triangle.mantissa.size() == 0;; first = false) {
        rows.normalise();
        m_order = rows.rowsBySize();
        const std::int64_t unit = rows.exponents[at(m_order.front())];
        if (!m_reflections.compute(clamped(rows, m_order, unit), stop))
            return false;
        m_basis.resize(0, 0);
        const Index rank = m_reflections.rank();
        if (first)
            m_triangle = {m_reflections.upper(), std::vector(at(rank), unit)};
        else
            multiplyTriangle(m_reflections.upper(), unit, stop);
        m_triangle.normalise();
        if (stop.stop_requested())
            return false;
        if (takeOff(rows, unit))
            return true;
    }
}

// After a QR of `rows` as `clamped` gives them: what the far ones are smaller than that. True where Q and T are then
// done; else `rows` is what T is still to be multiplied by.
bool ProductSpectrum::takeOff(RowScaledMatrix& rows, std::int64_t unit)
{
    std::vector<std::int64_t> rest; // in m_order
    for (const Index place : m_order) {
        const std::int64_t power = rows.exponents[at(place)] - unit + kBlockRange;
        rest.push_back(rows.mantissa.row(place).isZero(0) ? 0 : std::min<std::int64_t>(0, power));
    }
    const auto far = std::find_if(rest.begin(), rest.end(), [](std::int64_t power) { return power < 0; });
    if (far == rest.end())
        return true;
    const auto near = static_cast<Index>(far - rest.begin()); // as many rows of like size
    const Index rank = m_reflections.rank();
    const Eigen::MatrixXd q = m_reflections.basis();
    m_basis.resize(q.rows(), rank);
    for (std::size_t i = 0; i < rest.size(); ++i)
        m_basis.row(m_order[i]) = q.row(static_cast<Index>(i));
    const std::int64_t shared = near < rank ? *far : 0; // goes into the rows of T
    rows = {m_basis, std::vector(rest.size(), std::int64_t{0})};
    for (Index i = 0; i < q.rows(); ++i) {
        auto row = rows.mantissa.row(m_order[at(i)]);
        if (i < near && near < rank)
            row.tail(rank - near).setZero(); // less than 2^−kBlockRange of rows that are as much smaller
        if (i < near)
            continue;
        row.head(std::min(near, rank)) *= powerOfTwo(shared);
        rows.exponents[at(m_order[at(i)])] = std::min<std::int64_t>(0, rest[at(i)] - shared);
    }
    for (Index i = near; i < rank; ++i)
        m_triangle.exponents[at(i)] += shared;
    const bool done = near >= rank
        || std::all_of(rows.exponents.begin(), rows.exponents.end(), [](auto power) { return power == 0; });
    if (done)
        for (Index i = 0; i < q.rows(); ++i)
            m_basis.row(i) = rows.mantissa.row(i) * powerOfTwo(rows.exponents[at(i)]);
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
        const std::int64_t below = k + 1 < inner ? top[at(k + 1)] : Scaled::kExponentLimit;
        if (zero || (below != Scaled::kExponentLimit && below > top[at(k)]))
            top[at(k)] = below;
    }
    Eigen::MatrixXd next = Eigen::MatrixXd::Zero(rows, triangle.cols());
    std::vector<std::int64_t> exponents(at(rows));
    // Rows of about the same size go together as one plain product, in units of their largest: what underflows there is
    // far below the last digit of every row of the block.
    for (Index begin = 0, end = 0; begin < rows && !stop.stop_requested(); begin = end) {
        const std::int64_t unit = top[at(begin)];
        while (end < rows && end - begin < kBlockRows && unit - top[at(end)] <= kBlockRange)
            exponents[at(end++)] = unit + exponent;
        if (unit == Scaled::kExponentLimit) { // nothing but zeros from here on
            std::fill(exponents.begin() + begin, exponents.end(), 0);
            break;
        }
        const Index columns = std::max<Index>(0, triangle.cols() - begin); // T is 0 to the left
        Eigen::MatrixXd scaled(inner - begin, columns);
        for (Index k = begin; k < inner; ++k)
            scaled.row(k - begin) = triangle.row(k).tail(columns) * powerOfTwo(m_triangle.exponents[at(k)] - unit);
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
    return *gradedSingularValues({factor.mantissa, std::vector(at(factor.mantissa.rows()), factor.exponent)});
}

} // namespace deltascope
