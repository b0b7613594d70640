// SPDX-License-Identifier: GPL-3.0-or-later
// core/maths.md 6.2.
#pragma once

#include "numerics/float_format.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace deltascope::numerics {

/// Rounds results to a format, to nearest, ties to even. Of +, −, ×, ÷ and √ of two of its numbers, computed in double,
/// this gives what the format's own operation gives: twice as many bits and two more are enough for the first rounding
/// to do no harm (Figueroa 1995), and below the normal range sums are exact and products of double's 53 bits too.
class Rounding {
public:
    enum class Underflow { gradual, flushed }; ///< subnormal numbers are kept, or become 0

    explicit Rounding(const FloatFormat& format, Underflow underflow = Underflow::gradual);

    double operator()(double value); ///< ±∞ beyond the range; ∞ and NaN stay
    /// The same of many numbers.
    template <class Real>
    void round(const double* values, Real* results, std::size_t count);
    /// True once a result lay below the smallest normal number without being exactly 0.
    bool underflowed() const { return m_underflowed; }
    bool flushes() const { return m_flushes; }

private:
    double m_smallest, m_largest; // normal numbers
    int m_precision, m_minBiased; // the exponent of m_smallest as a double holds it
    bool m_wide; // double itself
    bool m_flushes;
    bool m_underflowed = false;
};

inline double Rounding::operator()(double value)
{
    double result = value;
    if (!m_wide && std::abs(value) <= 2 * m_largest) {
        // Adding 1.5·2^52 last places leaves no room for anything below one of them.
        const auto bits = std::bit_cast<std::uint64_t>(value);
        const auto biased = std::max(static_cast<int>((bits >> 52) & 0x7FF), m_minBiased);
        const auto shift = std::bit_cast<double>(
            (static_cast<std::uint64_t>(biased + 53 - m_precision) << 52) | (std::uint64_t{1} << 51));
        result = std::copysign((value + shift) - shift, value);
    }
    if (std::abs(result) > m_largest)
        return std::copysign(std::numeric_limits<double>::infinity(), result);
    if (std::abs(result) < m_smallest && value != 0) {
        m_underflowed = true;
        if (m_flushes)
            return std::copysign(0.0, value);
    }
    return result;
}

// By bits where a number is a normal one of the format, or 0; the few others one by one.
template <class Real>
void Rounding::round(const double* values, Real* results, std::size_t count)
{
    const int dropped = 53 - m_precision;
    const std::uint64_t lowBits = (std::uint64_t{1} << dropped) - 1, half = m_wide ? 0 : (lowBits >> 1);
    for (std::size_t i = 0; i < count; ++i) {
        const auto bits = std::bit_cast<std::uint64_t>(values[i]);
        const std::uint64_t odd = (bits >> dropped) & (lowBits & 1);
        results[i] = static_cast<Real>(std::bit_cast<double>((bits + half + odd) & ~lowBits));
    }
    for (std::size_t i = 0; i < count; ++i) {
        const double size = std::abs(values[i]);
        if (!((size >= m_smallest && size < m_largest) || size == 0))
            results[i] = static_cast<Real>((*this)(values[i]));
    }
}

} // namespace deltascope::numerics
