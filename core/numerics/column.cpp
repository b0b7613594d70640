// SPDX-License-Identifier: GPL-3.0-or-later
#include "numerics/column.h"

#include "numerics/kernels.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace deltascope::numerics {

namespace {

constexpr double kSmallColumnProduct = 0x1p-200; // below it terms of the sum may have underflowed
constexpr int kLift = 600; // brings the smallest subnormal weight into the plain range

Packing packAt(std::span<const Scaled> values, std::int64_t exponent, Column& column)
{
    Packing packing;
    column.exponent = exponent;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Scaled value = values[i];
        if (value.isZero()) {
            column.mantissas[i] = 0;
        } else if (value.exponent < exponent - 1021) {
            column.mantissas[i] = std::copysign(std::numeric_limits<double>::min(), value.mantissa);
            ++packing.belowResolution;
        } else {
            column.mantissas[i] = std::ldexp(value.mantissa, static_cast<int>(value.exponent - exponent));
        }
    }
    return packing;
}

// y = matrix·x where the product of the mantissas may have underflowed: again, with x brought up. Scaling by a power of
// two is exact.
template <class AnyMatrix>
void multiplyLifted(const AnyMatrix& matrix, const Column& x, Column& y)
{
    const double largest = x.vector().cwiseAbs().maxCoeff();
    if (largest == 0)
        return;
    const int lift = kLift - std::ilogb(largest);
    const double half = std::ldexp(1.0, lift / 2);
    const double rest = std::ldexp(1.0, lift - lift / 2);
    x.vector() *= half;
    x.vector() *= rest;
    y.vector().noalias() = matrix * x.vector();
    x.vector() *= 1 / half;
    x.vector() *= 1 / rest;
    y.exponent = shiftedExponent(x.exponent, -lift);
}

using Matrix = Eigen::Map<const Eigen::MatrixXd>;
using Transposed = Eigen::Transpose<const Matrix>;

std::size_t unsignedOf(Eigen::Index size)
{
    return static_cast<std::size_t>(size);
}

/// Rows in whole tiles, and so few terms that Eigen adds them up in one go, as the kernels do.
bool isTiled(Eigen::Index rows, Eigen::Index terms)
{
    constexpr Eigen::Index kMostTerms = 128;
    return rows % static_cast<Eigen::Index>(kPadding) == 0 && terms < kMostTerms;
}

/// Each column in the order of its sums that it has alone: from the first term to the last.
void multiplyApart(const Matrix& matrix, const Columns& x, const Columns& y)
{
    if (isTiled(matrix.rows(), matrix.cols())) {
        kernels().product(matrix.data(), {x.mantissas, 1, unsignedOf(x.size)}, y.mantissas, nullptr,
            unsignedOf(matrix.rows()), unsignedOf(matrix.cols()), unsignedOf(x.count));
        return;
    }
    for (Eigen::Index i = 0; i < x.count; ++i)
        y.column(i).vector().noalias() = matrix * x.column(i).vector();
}

/// The rows 0, 2 … or 1, 3 … of the matrix as columns, one after the other. Its columns are whole tiles.
Eigen::MatrixXd everyOtherRow(const Matrix& matrix, Eigen::Index first)
{
    constexpr Eigen::Index kSide = static_cast<Eigen::Index>(kPadding); // a cache line is filled in one go
    const Eigen::Index stride = matrix.rows(), columns = matrix.cols();
    Eigen::MatrixXd rows(columns, (stride - first + 1) / 2);
    for (Eigen::Index j = 0; j < columns; j += kSide) {
        const double* from = matrix.data() + j * stride + first;
        double* to = rows.data() + j;
        for (Eigen::Index k = 0; k < rows.cols(); ++k, from += 2, to += columns)
            for (Eigen::Index i = 0; i < kSide; ++i)
                to[i] = from[i * stride];
    }
    return rows;
}

/// The same, where a sum is that of its even terms, that of its odd ones, and a last one left over.
void multiplyApart(const Transposed& transposed, const Columns& x, const Columns& y)
{
    const Matrix& matrix = transposed.nestedExpression();
    const Eigen::Index rows = matrix.cols(), terms = matrix.rows();
    if (rows == 1) {
        for (Eigen::Index i = 0; i < x.count; ++i)
            y.column(i).vector().noalias() = transposed * x.column(i).vector();
    } else if (x.count == 1 || rows % static_cast<Eigen::Index>(kPadding) != 0 || terms % 2 != 0) {
        for (Eigen::Index i = 0; i < x.count; ++i)
            kernels().dots(
                matrix.data(), x.column(i).mantissas, y.column(i).mantissas, unsignedOf(terms), unsignedOf(rows));
    } else {
        const Eigen::MatrixXd even = everyOtherRow(matrix, 0), odd = everyOtherRow(matrix, 1);
        Eigen::MatrixXd ofOdd(rows, x.count);
        const auto product = [&](const Eigen::MatrixXd& a, const double* b, double* c) {
            kernels().product(a.data(), {b, 2, unsignedOf(x.size)}, c, nullptr, unsignedOf(rows), unsignedOf(a.cols()),
                unsignedOf(x.count));
        };
        product(even, x.mantissas, y.mantissas);
        product(odd, x.mantissas + 1, ofOdd.data());
        y.matrix() += ofOdd;
    }
}

double largestOf(const Column& column)
{
    constexpr Eigen::Index kFew = 8;
    if (column.size == 1)
        return std::abs(column.mantissas[0]);
    return column.size < kFew ? column.vector().cwiseAbs().maxCoeff()
                              : kernels().sizes(column.mantissas, nullptr, unsignedOf(column.size)).largest;
}

template <class AnyMatrix>
void multiplyColumns(const AnyMatrix& matrix, const Columns& x, const Columns& y, Sums sums)
{
    const bool apart = sums == Sums::apart || x.count == 1;
    if (matrix.size() == 1 && apart) { // most of the time of a chain's product would go into calling one
        const double factor = matrix(0, 0);
        for (Eigen::Index i = 0; i < x.count; ++i)
            y.mantissas[i] = factor * x.mantissas[i];
    } else if (apart)
        multiplyApart(matrix, x, y);
    else
        y.matrix().noalias() = matrix * x.matrix();
    for (Eigen::Index example = 0; example < x.count; ++example) {
        y.exponents[example] = x.exponents[example];
        if (y.size > 0 && std::abs(y.mantissas[example * y.size]) >= kSmallColumnProduct)
            continue; // the largest is no smaller
        Column product = y.column(example);
        const double largest = largestOf(product);
        if (largest >= kSmallColumnProduct)
            continue;
        multiplyLifted(matrix, x.column(example), product);
        y.set(example, product);
    }
}

} // namespace

Packing packNormalised(std::span<const Scaled> values, Column& column)
{
    std::int64_t largest = std::numeric_limits<std::int64_t>::min();
    for (const Scaled& value : values)
        if (!value.isZero())
            largest = std::max(largest, value.exponent);
    return packAt(values, largest == std::numeric_limits<std::int64_t>::min() ? 0 : largest, column);
}

Packing pack(std::span<const Scaled> values, Column& column)
{
    const bool plain = std::ranges::all_of(
        values, [](const Scaled& value) { return value.isZero() || (value.exponent > -500 && value.exponent <= 500); });
    return plain ? packAt(values, 0, column) : packNormalised(values, column);
}

std::int64_t alignExponents(const Columns& columns)
{
    constexpr std::int64_t kNone = std::numeric_limits<std::int64_t>::min();
    std::int64_t top = kNone;
    for (Eigen::Index x = 0; x < columns.count; ++x) {
        const double largest = columns.column(x).vector().cwiseAbs().maxCoeff();
        if (largest != 0)
            top = std::max(top, shiftedExponent(columns.exponents[x], std::ilogb(largest) + 1));
    }
    if (top == kNone)
        top = 0;
    for (Eigen::Index x = 0; x < columns.count; ++x) {
        const auto shift = static_cast<int>(std::clamp<std::int64_t>(columns.exponents[x] - top, -4000, 4000));
        if (shift != 0)
            for (double& mantissa : columns.column(x).vector())
                mantissa = std::ldexp(mantissa, shift);
        columns.exponents[x] = top;
    }
    return top;
}

void multiply(const Eigen::Map<const Eigen::MatrixXd>& matrix, const Columns& x, const Columns& y, Sums sums)
{
    multiplyColumns(matrix, x, y, sums);
}

void multiplyTransposed(const Eigen::Map<const Eigen::MatrixXd>& matrix, const Columns& x, const Columns& y, Sums sums)
{
    multiplyColumns(matrix.transpose(), x, y, sums);
}

std::int64_t shiftedExponent(std::int64_t exponent, std::int64_t change)
{
    if (exponent >= Scaled::kExponentLimit || exponent <= -Scaled::kExponentLimit)
        return exponent;
    return std::clamp(exponent + change, -Scaled::kExponentLimit, Scaled::kExponentLimit);
}

} // namespace deltascope::numerics
