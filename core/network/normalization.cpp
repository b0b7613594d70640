// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/normalization.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace deltascope::network {

namespace {

constexpr double kModerate = 0x1p200; // squares and their sums stay far inside double's range

bool isModerate(double largest)
{
    return largest == 0 || (largest >= 1 / kModerate && largest <= kModerate);
}

/// (h − μ)/s of numbers that doubles hold, in place; returns s. About the first of them, so that equal numbers give
/// exactly 0.
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
numerics::Scaled standardize(std::span<numerics::Scaled> h)
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

std::vector<numerics::Scaled> normalizeColumns(const numerics::Columns& h)
{
    std::vector<numerics::Scaled> deviations;
    std::vector<numerics::Scaled> scratch(static_cast<std::size_t>(h.size));
    for (Eigen::Index x = 0; x < h.count; ++x) {
        numerics::Column column = h.column(x);
        if (column.exponent == 0 && isModerate(column.vector().cwiseAbs().maxCoeff())) {
            deviations.push_back(numerics::Scaled::from(standardize(column.vector())));
            continue;
        }
        for (Eigen::Index i = 0; i < h.size; ++i)
            scratch[static_cast<std::size_t>(i)] = column.at(i);
        deviations.push_back(standardize(std::span(scratch)));
        numerics::pack(scratch, column);
        h.set(x, column);
    }
    return deviations;
}

std::vector<numerics::Scaled> normalizeRows(const numerics::Columns& h)
{
    std::vector<numerics::Scaled> deviations;
    if (h.unscaled() && isModerate(h.matrix().cwiseAbs().maxCoeff())) {
        Eigen::VectorXd row(h.count);
        for (Eigen::Index i = 0; i < h.size; ++i) {
            row = h.matrix().row(i).transpose();
            deviations.push_back(numerics::Scaled::from(standardize(row)));
            h.matrix().row(i) = row.transpose();
        }
        return deviations;
    }
    std::vector<numerics::Scaled> all(static_cast<std::size_t>(h.size * h.count)); // by rows
    for (Eigen::Index i = 0; i < h.size; ++i) {
        const std::span row(all.data() + i * h.count, static_cast<std::size_t>(h.count));
        for (Eigen::Index x = 0; x < h.count; ++x)
            row[static_cast<std::size_t>(x)] = h.at(i, x);
        deviations.push_back(standardize(row));
    }
    std::vector<numerics::Scaled> scratch(static_cast<std::size_t>(h.size));
    for (Eigen::Index x = 0; x < h.count; ++x) {
        for (Eigen::Index i = 0; i < h.size; ++i)
            scratch[static_cast<std::size_t>(i)] = all[static_cast<std::size_t>(i * h.count + x)];
        numerics::Column column = h.column(x);
        numerics::pack(scratch, column);
        h.set(x, column);
    }
    return deviations;
}

/// ĥ as a double: |ĥ| ≤ √n, so at most a tiny one becomes 0.
double plainValue(const numerics::Columns& normalized, Eigen::Index i, Eigen::Index x)
{
    return normalized.exponents[x] == 0 ? normalized.matrix()(i, x) : normalized.at(i, x).nearestDouble();
}

/// (δ − ⟨δ⟩ − ĥ⟨δ ĥ⟩) of one group of n numbers, in place; of a pair without the factor that `divisors` holds. About
/// the first of them, so that equal numbers give exactly 0.
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
std::vector<numerics::Scaled> divisors(std::span<const numerics::Scaled> deviations, Eigen::Index groupSize)
{
    std::vector<numerics::Scaled> result(deviations.begin(), deviations.end());
    if (groupSize == kPair)
        for (numerics::Scaled& each : result)
            each = each * each * each / numerics::Scaled::from(kNormalizationEpsilon);
    return result;
}

/// column ← column/s, its largest component between ½ and 1.
void divide(const numerics::Columns& columns, Eigen::Index x, std::span<const numerics::Scaled> deviations, bool byRow)
{
    numerics::Column column = columns.column(x);
    std::vector<numerics::Scaled> scratch(static_cast<std::size_t>(column.size));
    for (Eigen::Index i = 0; i < column.size; ++i)
        scratch[static_cast<std::size_t>(i)] = column.at(i) / deviations[static_cast<std::size_t>(byRow ? i : x)];
    numerics::packNormalised(scratch, column);
    columns.set(x, column);
}

} // namespace

Normalization normalizationOf(std::string_view id)
{
    if (id == "layer")
        return Normalization::layer;
    if (id == "batch")
        return Normalization::batch;
    assert(id == "none");
    return Normalization::none;
}

std::vector<numerics::Scaled> normalize(Normalization over, const numerics::Columns& h)
{
    return over == Normalization::layer ? normalizeColumns(h) : normalizeRows(h);
}

void backThroughNormalization(Normalization over, const numerics::Columns& normalized,
    std::span<const numerics::Scaled> deviations, const numerics::Columns& delta)
{
    const bool byRow = over == Normalization::batch;
    if (byRow)
        numerics::alignExponents(delta);
    Eigen::VectorXd group(byRow ? delta.count : delta.size), other(group.size());
    const Eigen::Index groups = byRow ? delta.size : delta.count;
    for (Eigen::Index g = 0; g < groups; ++g) {
        for (Eigen::Index k = 0; k < group.size(); ++k) {
            group[k] = byRow ? delta.matrix()(g, k) : delta.matrix()(k, g);
            other[k] = byRow ? plainValue(normalized, g, k) : plainValue(normalized, k, g);
        }
        project(group, other);
        if (byRow)
            delta.matrix().row(g) = group.transpose();
        else
            delta.matrix().col(g) = group;
    }
    const std::vector<numerics::Scaled> all = divisors(deviations, group.size());
    for (Eigen::Index x = 0; x < delta.count; ++x)
        divide(delta, x, all, byRow);
}

} // namespace deltascope::network
