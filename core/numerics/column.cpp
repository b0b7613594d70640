// SPDX-License-Identifier: GPL-3.0-or-later
#include "numerics/column.h"

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
template <class Matrix>
void multiplyLifted(const Matrix& matrix, const Column& x, Column& y)
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

template <class Matrix>
void multiplyColumns(const Matrix& matrix, const Columns& x, const Columns& y)
{
    if (matrix.size() == 1 && x.count == 1) // most of the time of a chain's product would go into calling one
        y.mantissas[0] = matrix(0, 0) * x.mantissas[0];
    else if (x.count == 1)
        y.column(0).vector().noalias() = matrix * x.column(0).vector();
    else
        y.matrix().noalias() = matrix * x.matrix();
    for (Eigen::Index example = 0; example < x.count; ++example) {
        y.exponents[example] = x.exponents[example];
        Column product = y.column(example);
        const double largest =
            product.size == 1 ? std::abs(product.mantissas[0]) : product.vector().cwiseAbs().maxCoeff();
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

void multiply(const Eigen::Map<const Eigen::MatrixXd>& matrix, const Columns& x, const Columns& y)
{
    multiplyColumns(matrix, x, y);
}

void multiplyTransposed(const Eigen::Map<const Eigen::MatrixXd>& matrix, const Columns& x, const Columns& y)
{
    multiplyColumns(matrix.transpose(), x, y);
}

std::int64_t shiftedExponent(std::int64_t exponent, std::int64_t change)
{
    if (exponent >= Scaled::kExponentLimit || exponent <= -Scaled::kExponentLimit)
        return exponent;
    return std::clamp(exponent + change, -Scaled::kExponentLimit, Scaled::kExponentLimit);
}

} // namespace deltascope::numerics
