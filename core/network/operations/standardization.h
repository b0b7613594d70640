// SPDX-License-Identifier: GPL-3.0-or-later
// Normalization of one group of numbers: N(h) = (h − μ)/s with s = √(σ² + ε), μ and σ² the mean and variance of the
// group. The groups are the neurons of one example (layer_normalization.cpp) or the examples of one neuron
// (batch_normalization.cpp). Backward, with ĥ = N(h):
//     ∂C/∂h = (δ − ⟨δ⟩ − ĥ⟨δ ĥ⟩)/s,
// which for a pair, ĥ = ±|h₁ − h₂|/2s, is ±(δ₁ − δ₂)/2 · ε/s³: without ε nothing would pass.
#pragma once

#include "numerics/column.h"
#include "numerics/rounding.h"

#include <cmath>
#include <span>
#include <vector>

namespace deltascope::operations {

inline constexpr double kNormalizationEpsilon = 1e-5; ///< ε
inline constexpr int kPair = 2; ///< numbers normalized together of which nothing but the sign is left

/// h ← N(h), in place, of each column (the neurons of an example) or row (the examples of a neuron). Returns s of each.
std::vector<numerics::Scaled> standardizeNeurons(const numerics::Columns& h);
std::vector<numerics::Scaled> standardizeExamples(const numerics::Columns& h);

/// ∂C/∂h from δ, in place; ĥ and s as these left them. Each column comes out with its largest component between ½
/// and 1. Over the examples, which are mixed, what is 10^308 smaller than the largest δ of the batch counts as 0.
void backThroughNeurons(
    const numerics::Columns& normalized, std::span<const numerics::Scaled> deviations, const numerics::Columns& delta);
void backThroughExamples(
    const numerics::Columns& normalized, std::span<const numerics::Scaled> deviations, const numerics::Columns& delta);

inline bool isModerate(double largest)
{
    constexpr double kModerate = 0x1p200; // squares and their sums stay far inside double's range
    return largest == 0 || (largest >= 1 / kModerate && largest <= kModerate);
}

/// N(h) of numbers that doubles hold, in place; returns s. About the first of them, so that equal numbers give exactly
/// 0.
template <class Vector>
double standardize(Vector&& h)
{
    const double start = h[0];
    h.array() -= start;
    h.array() -= h.mean();
    const double deviation = std::sqrt(h.squaredNorm() / static_cast<double>(h.size()) + kNormalizationEpsilon);
    h /= deviation;
    return deviation;
}

/// The same of numbers of any size.
inline numerics::Scaled standardizeScaled(std::span<numerics::Scaled> h)
{
    const numerics::Scaled start = h[0], inverse = numerics::Scaled::from(1.0 / static_cast<double>(h.size()));
    numerics::Scaled sum, squares;
    for (numerics::Scaled& value : h) {
        value = value - start;
        sum = sum + value;
    }
    const numerics::Scaled mean = sum * inverse;
    for (numerics::Scaled& value : h) {
        value = value - mean;
        squares = squares + value * value;
    }
    const numerics::Scaled deviation =
        numerics::sqrt(squares * inverse + numerics::Scaled::from(kNormalizationEpsilon));
    for (numerics::Scaled& value : h)
        value = value / deviation;
    return deviation;
}

/// The same of every stride-th number of a block.
inline double standardizeStrided(double* h, std::size_t count, std::size_t stride)
{
    const double start = h[0], n = static_cast<double>(count);
    double sum = 0, squares = 0;
    for (std::size_t i = 0; i < count; ++i)
        sum += h[i * stride] - start;
    const double mean = sum / n;
    for (std::size_t i = 0; i < count; ++i) {
        h[i * stride] = (h[i * stride] - start) - mean;
        squares += h[i * stride] * h[i * stride];
    }
    const double deviation = std::sqrt(squares / n + kNormalizationEpsilon);
    for (std::size_t i = 0; i < count; ++i)
        h[i * stride] /= deviation;
    return deviation;
}

/// ĥ as a double: |ĥ| ≤ √n, so at most a tiny one becomes 0.
inline double plainValue(const numerics::Columns& normalized, Eigen::Index i, Eigen::Index x)
{
    return normalized.exponents[x] == 0 ? normalized.matrix()(i, x) : normalized.at(i, x).nearestDouble();
}

/// (δ − ⟨δ⟩ − ĥ⟨δ ĥ⟩) of one group, in place; of a pair without the factor that `divisors` holds. About the first of
/// them, so that equal numbers give exactly 0.
template <class Delta, class Normalized>
void project(Delta&& delta, const Normalized& normalized)
{
    const double start = delta[0];
    delta.array() -= start;
    delta.array() -= delta.mean();
    if (delta.size() == kPair)
        return;
    const double product = delta.dot(normalized) / static_cast<double>(delta.size());
    delta -= product * normalized;
}

/// What is left to divide by: s, and of pairs s³/ε. Of the mean of δ removed, all the rest of a pair lies along ĥ,
/// where 1 − ⟨ĥ²⟩ = ε/s² of it passes: a difference that rounding would drown where s is large.
inline std::vector<numerics::Scaled> divisors(std::span<const numerics::Scaled> deviations, Eigen::Index groupSize)
{
    std::vector<numerics::Scaled> result(deviations.begin(), deviations.end());
    if (groupSize == kPair)
        for (numerics::Scaled& each : result)
            each = each * each * each / numerics::Scaled::from(kNormalizationEpsilon);
    return result;
}

/// Column x ← its components over divisor(i), the largest then between ½ and 1.
template <class Divisor>
void divide(const numerics::Columns& columns, Eigen::Index x, const Divisor& divisor)
{
    numerics::Column column = columns.column(x);
    std::vector<numerics::Scaled> scratch(static_cast<std::size_t>(column.size));
    for (Eigen::Index i = 0; i < column.size; ++i)
        scratch[static_cast<std::size_t>(i)] = column.at(i) / divisor(i);
    numerics::packNormalised(scratch, column);
    columns.set(x, column);
}

/// δ ← (δ − ⟨δ⟩ − ĥ⟨δ ĥ⟩)/s of every stride-th number of a block; of a pair in the form that rounding leaves alone.
inline void projectStrided(
    double* delta, const double* normalized, double deviation, std::size_t count, std::size_t stride)
{
    if (count == kPair) {
        const double passed = kNormalizationEpsilon / (deviation * deviation) / deviation;
        delta[0] = (delta[0] - delta[stride]) / 2 * passed;
        delta[stride] = -delta[0];
        return;
    }
    double sum = 0, product = 0;
    for (std::size_t i = 0; i < count; ++i) {
        sum += delta[i * stride];
        product += delta[i * stride] * normalized[i * stride];
    }
    const double mean = sum / static_cast<double>(count), share = product / static_cast<double>(count);
    for (std::size_t i = 0; i < count; ++i)
        delta[i * stride] = (delta[i * stride] - mean - share * normalized[i * stride]) / deviation;
}

/// N(h) in place as a float format has it, every sum term by term in Real, what is kept rounded once; returns s.
template <class Real, class Vector>
Real standardizeRounded(Vector&& h, numerics::Rounding& round)
{
    const auto count = static_cast<Real>(h.size());
    Real sum = 0, squares = 0;
    for (Eigen::Index i = 0; i < h.size(); ++i)
        sum += h[i];
    const Real mean = sum / count;
    for (Eigen::Index i = 0; i < h.size(); ++i) {
        h[i] -= mean;
        squares += h[i] * h[i];
    }
    const Real deviation = std::sqrt(squares / count + static_cast<Real>(kNormalizationEpsilon));
    for (Eigen::Index i = 0; i < h.size(); ++i)
        h[i] = static_cast<Real>(round(double{h[i] / deviation}));
    return deviation;
}

/// (δ − ⟨δ⟩ − ĥ⟨δ ĥ⟩)/s of one group likewise.
template <class Real, class Delta, class Normalized>
void projectRounded(Delta&& delta, const Normalized& normalized, Real deviation, numerics::Rounding& round)
{
    const auto count = static_cast<Real>(delta.size());
    Real sum = 0, products = 0;
    for (Eigen::Index i = 0; i < delta.size(); ++i) {
        sum += delta[i];
        products += delta[i] * normalized[i];
    }
    const Real mean = sum / count, along = products / count;
    for (Eigen::Index i = 0; i < delta.size(); ++i)
        delta[i] = static_cast<Real>(round(double{((delta[i] - mean) - normalized[i] * along) / deviation}));
}

} // namespace deltascope::operations
