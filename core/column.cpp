// SPDX-License-Identifier: GPL-3.0-or-later
#include "column.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace deltascope {

namespace {

constexpr double kSmallProduct = 0x1p-200; // below it terms of the sum may have underflowed
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

template <class Matrix>
void multiplyLifted(const Matrix& matrix, const Column& x, Column& y)
{
    auto result = y.vector();
    result.noalias() = matrix * x.vector();
    y.exponent = x.exponent;
    if (result.size() == 1 ? std::abs(result[0]) >= kSmallProduct : result.cwiseAbs().maxCoeff() >= kSmallProduct)
        return;
    // Scaling by a power of two is exact; Eigen moves the factor onto the column.
    const double largest = x.vector().cwiseAbs().maxCoeff();
    if (largest == 0)
        return;
    const int lift = kLift - std::ilogb(largest);
    const double half = std::ldexp(1.0, lift / 2);
    const double rest = std::ldexp(1.0, lift - lift / 2);
    x.vector() *= half;
    x.vector() *= rest;
    result.noalias() = matrix * x.vector();
    x.vector() *= 1 / half;
    x.vector() *= 1 / rest;
    y.exponent = shiftedExponent(x.exponent, -lift);
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

Scaled norm(const Column& column)
{
    if (column.size == 1)
        return abs(column.at(0));
    return Scaled::from(column.vector().norm(), column.exponent);
}

void multiply(const Eigen::Map<const Eigen::MatrixXd>& matrix, const Column& x, Column& y)
{
    multiplyLifted(matrix, x, y);
}

void multiplyTransposed(const Eigen::Map<const Eigen::MatrixXd>& matrix, const Column& x, Column& y)
{
    multiplyLifted(matrix.transpose(), x, y);
}

std::int64_t shiftedExponent(std::int64_t exponent, std::int64_t change)
{
    if (exponent >= Scaled::kExponentLimit || exponent <= -Scaled::kExponentLimit)
        return exponent;
    return std::clamp(exponent + change, -Scaled::kExponentLimit, Scaled::kExponentLimit);
}

} // namespace deltascope
