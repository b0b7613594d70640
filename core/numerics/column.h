// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of numbers that share one binary exponent each: what the passes multiply, so that matrix products stay
// products of plain doubles while every example leaves double's range by itself. core/maths.md 3.2.
#pragma once

#include "numerics/scaled.h"

#include <Eigen/Core>

#include <cstdint>
#include <span>

namespace deltascope::numerics {

/// Component i is mantissas[i]·2^exponent; the mantissas live in a buffer of their owner's.
struct Column {
    double* mantissas = nullptr;
    Eigen::Index size = 0;
    std::int64_t exponent = 0;

    Eigen::Map<Eigen::VectorXd> vector() const { return {mantissas, size}; }
    Scaled at(Eigen::Index i) const { return Scaled::from(mantissas[i], exponent); }
};

/// The columns of a batch, one an example, side by side: `size` mantissas each, and an exponent each, both in buffers
/// of their owner's.
struct Columns {
    double* mantissas = nullptr;
    Eigen::Index size = 0;
    Eigen::Index count = 0;
    std::int64_t* exponents = nullptr;

    Eigen::Map<Eigen::MatrixXd> matrix() const { return {mantissas, size, count}; }
    Column column(Eigen::Index x) const { return {mantissas + x * size, size, exponents[x]}; }
    Scaled at(Eigen::Index i, Eigen::Index x) const { return Scaled::from(mantissas[x * size + i], exponents[x]); }
    /// Puts back a column that was worked on.
    void set(Eigen::Index x, const Column& column) const { exponents[x] = column.exponent; }
    bool unscaled() const ///< every exponent is 0: the mantissas are the numbers themselves
    {
        for (Eigen::Index x = 0; x < count; ++x)
            if (exponents[x] != 0)
                return false;
        return true;
    }
};

/// In a plain column the exponent is 0 and every component is 0 or lies between these two in size, so that products of
/// two neither over- nor underflow.
inline constexpr double kPlainMinimum = 0x1p-500;
inline constexpr double kPlainMaximum = 0x1p+500;

inline bool isPlain(double value)
{
    const double size = std::abs(value);
    return (size >= kPlainMinimum && size <= kPlainMaximum) || size == 0;
}

/// Where components of one column are further apart than doubles reach (more than 10^308), the small ones stay at the
/// bottom of that range, with their sign, and are counted.
struct Packing {
    int belowResolution = 0;
};

/// Writes the values into the column: plain where all of them are, else with its largest between ½ and 1.
Packing pack(std::span<const Scaled> values, Column& column);
/// The same, never plain: the largest component between ½ and 1, unless all are 0.
Packing packNormalised(std::span<const Scaled> values, Column& column);
/// Every column in units of 2^exponent, the largest of all then between ½ and 1: one matrix of doubles times
/// 2^exponent. What is 10^308 smaller than the largest becomes 0.
std::int64_t alignExponents(const Columns& columns);

/// ‖column‖₂
inline Scaled norm(const Column& column)
{
    return column.size == 1 ? abs(column.at(0)) : Scaled::from(column.vector().norm(), column.exponent);
}

/// In which order the sums of a product of several columns are taken: in that of a product of matrices, or in each
/// column in that of the column alone, so that its bits are the same among any others.
enum class Sums { together, apart };

/// y = matrix·x (or its transpose), column by column. y's exponents are those of x, or lower where the product would
/// underflow.
void multiply(
    const Eigen::Map<const Eigen::MatrixXd>& matrix, const Columns& x, const Columns& y, Sums sums = Sums::together);
void multiplyTransposed(
    const Eigen::Map<const Eigen::MatrixXd>& matrix, const Columns& x, const Columns& y, Sums sums = Sums::together);

/// exponent + change, saturated as in Scaled.
std::int64_t shiftedExponent(std::int64_t exponent, std::int64_t change);

} // namespace deltascope::numerics
