// SPDX-License-Identifier: GPL-3.0-or-later
// A column of numbers that share one binary exponent: what the passes multiply, so that matrix products stay products
// of plain doubles while the whole column leaves double's range.
#pragma once

#include "scaled.h"

#include <Eigen/Core>

#include <cstdint>
#include <span>

namespace deltascope {

/// Component i is mantissas[i]·2^exponent; the mantissas live in a buffer of their owner's.
struct Column {
    double* mantissas = nullptr;
    Eigen::Index size = 0;
    std::int64_t exponent = 0;

    Eigen::Map<Eigen::VectorXd> vector() const { return {mantissas, size}; }
    Scaled at(Eigen::Index i) const { return Scaled::from(mantissas[i], exponent); }
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

/// ‖column‖₂
Scaled norm(const Column& column);

/// y = matrix·x (or its transpose). y's exponent is x's, or lower where the product would underflow.
void multiply(const Eigen::Map<const Eigen::MatrixXd>& matrix, const Column& x, Column& y);
void multiplyTransposed(const Eigen::Map<const Eigen::MatrixXd>& matrix, const Column& x, Column& y);

/// exponent + change, saturated as in Scaled.
std::int64_t shiftedExponent(std::int64_t exponent, std::int64_t change);

} // namespace deltascope
