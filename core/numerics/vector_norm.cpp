// SPDX-License-Identifier: GPL-3.0-or-later
#include "numerics/vector_norm.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace deltascope::numerics {

namespace {

/// Σ term(i)² for i < count
template <class Term>
double sumOfSquares(std::size_t count, const Term& term)
{
    constexpr std::size_t kLanes = 8;
    std::array<double, kLanes> sums{};
    std::size_t i = 0;
    for (; i + kLanes <= count; i += kLanes)
        for (std::size_t lane = 0; lane < kLanes; ++lane)
            sums[lane] += term(i + lane) * term(i + lane);
    double sum = 0;
    for (const double each : sums)
        sum += each;
    for (; i < count; ++i)
        sum += term(i) * term(i);
    return sum;
}

template <class Term>
Scaled normOfTerms(std::size_t count, const Term& term)
{
    const double squares = sumOfSquares(count, term);
    if (squares > 1e-280 && squares < 1e280)
        return Scaled::from(std::sqrt(squares));
    double largest = 0;
    for (std::size_t i = 0; i < count; ++i)
        largest = std::max(largest, std::abs(term(i)));
    if (largest == 0 || !std::isfinite(largest))
        return {};
    const int exponent = std::ilogb(largest);
    // In two halves: 2^−exponent of a subnormal number is no double.
    const double half = std::ldexp(1.0, -exponent / 2), rest = std::ldexp(1.0, -exponent + exponent / 2);
    const double scaledSquares = sumOfSquares(count, [&](std::size_t i) { return term(i) * half * rest; });
    return Scaled::from(std::sqrt(scaledSquares), exponent);
}

} // namespace

bool allFinite(std::span<const double> values)
{
    double sum = 0; // of x − x, which is NaN for ∞ and NaN, else 0
    for (const double value : values)
        sum += value - value;
    return sum == 0;
}

Scaled normOf(std::span<const double> values)
{
    return normOfTerms(values.size(), [&](std::size_t i) { return values[i]; });
}

Scaled distanceOf(std::span<const double> left, std::span<const double> right)
{
    return normOfTerms(left.size(), [&](std::size_t i) { return left[i] - right[i]; });
}

} // namespace deltascope::numerics
