// SPDX-License-Identifier: GPL-3.0-or-later
// What operations share that multiply columns by a matrix.
#pragma once

#include "network/network.h"
#include "numerics/column.h"

#include <algorithm>
#include <cmath>

namespace deltascope::operations {

inline numerics::Sums sumsOf(const network::Network& network)
{
    return network.ofColumns() ? numerics::Sums::apart : numerics::Sums::together;
}

// √⟨Σ (w v)²⟩, what is added up in a neuron, as ‖v‖ √⟨w²⟩; times the root of how often it is rounded, one after the
// other. Of the weights some in the middle are looked at, of all columns where those are 0.
inline numerics::Scaled sizeOfTerms(const Eigen::Map<const Eigen::MatrixXd>& weights, const numerics::Column& entering)
{
    constexpr int kSampledRows = 8; // of the weights: together one cache line in each column
    constexpr Eigen::Index kSampledColumns = 64;
    constexpr double kLanes = 8; // sums of a product that the processor keeps side by side
    const double unit = entering.vector().cwiseAbs().maxCoeff();
    if (unit == 0)
        return {};
    const Eigen::Index rows = std::min<Eigen::Index>(kSampledRows, weights.rows()), first = (weights.rows() - rows) / 2;
    const auto meanSquare = [&](Eigen::Index step) {
        double squares = 0;
        Eigen::Index columns = 0;
        for (Eigen::Index j = 0; j < weights.cols(); j += step, ++columns)
            squares += weights.col(j).segment(first, rows).squaredNorm();
        return squares / static_cast<double>(rows * columns);
    };
    double square = meanSquare(1 + weights.cols() / kSampledColumns);
    if (square == 0)
        square = meanSquare(1);
    const double norm = (entering.vector() / unit).norm();
    return numerics::Scaled::from(unit, entering.exponent)
        * numerics::Scaled::from(norm * std::sqrt(square * (1 + static_cast<double>(weights.cols()) / kLanes)));
}

/// target ← target + added, column by column. What is added may be 0 everywhere.
inline void addColumns(const numerics::Columns& target, const numerics::Columns& added, numerics::Scaled* scratch)
{
    for (Eigen::Index x = 0; x < target.count; ++x) {
        numerics::Column sum = target.column(x);
        const numerics::Column other = added.column(x);
        bool plain = sum.exponent == 0 && other.exponent == 0;
        for (Eigen::Index i = 0; i < sum.size; ++i) // without a branch for each number
            plain &= numerics::isPlain(sum.mantissas[i] + other.mantissas[i]);
        if (plain) {
            sum.vector() += other.vector();
            continue;
        }
        for (Eigen::Index i = 0; i < sum.size; ++i)
            scratch[i] = sum.at(i) + other.at(i);
        numerics::pack({scratch, static_cast<std::size_t>(sum.size)}, sum);
        target.set(x, sum);
    }
}

} // namespace deltascope::operations
