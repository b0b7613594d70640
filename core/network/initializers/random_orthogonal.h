// SPDX-License-Identifier: GPL-3.0-or-later
// A matrix with orthonormal rows or columns, uniform by Haar's measure: Q of the QR decomposition of a Gaussian matrix,
// each column by the sign of R's diagonal (Mezzadri 2007), by Householder's reflections in scalar arithmetic of fixed
// order: the same bits on every platform. core/maths.md 5.15.
#pragma once

#include "network/initializers/random_layer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

namespace deltascope::initializers {

/// Σ left(i)·right(i) for i ≥ from: eight sums side by side, then these in order.
inline double dot(const double* left, const double* right, Eigen::Index from, Eigen::Index size)
{
    constexpr Eigen::Index kLanes = 8;
    std::array<double, kLanes> sums{};
    Eigen::Index i = from;
    for (; i + kLanes <= size; i += kLanes)
        for (Eigen::Index lane = 0; lane < kLanes; ++lane)
            sums[static_cast<std::size_t>(lane)] += left[i + lane] * right[i + lane];
    double sum = 0;
    for (const double each : sums)
        sum += each;
    for (; i < size; ++i)
        sum += left[i] * right[i];
    return sum;
}

/// column ← (I − 2vvᵀ/vᵀv) column, for v from row `from` on.
inline void reflect(const double* v, double halfSquare, double* column, Eigen::Index from, Eigen::Index size)
{
    const double scale = dot(v, column, from, size) / halfSquare;
    for (Eigen::Index i = from; i < size; ++i)
        column[i] -= scale * v[i];
}

/// Q of a = QR with a positive diagonal of R, as many columns as a has; no more columns than rows. Not to be used where
/// `stop` was requested.
inline Eigen::MatrixXd haarColumns(Eigen::MatrixXd a, const std::stop_token& stop)
{
    const Eigen::Index rows = a.rows(), columns = a.cols();
    std::vector<double> halfSquares, signs;
    for (Eigen::Index k = 0; k < columns; ++k) { // column k keeps v_k in place, from row k on
        if (stop.stop_requested())
            return a; // not Q, and not to be used
        double* v = a.col(k).data();
        const double square = dot(v, v, k, rows), size = std::sqrt(square);
        signs.push_back(v[k] > 0 ? -1 : 1); // of R's diagonal: away from v[k], without cancellation
        halfSquares.push_back(square + std::abs(v[k]) * size);
        v[k] -= signs.back() * size;
        for (Eigen::Index j = k + 1; j < columns; ++j)
            reflect(v, halfSquares.back(), a.col(j).data(), k, rows);
    }
    Eigen::MatrixXd q = Eigen::MatrixXd::Identity(rows, columns);
    for (Eigen::Index k = columns - 1; k >= 0 && !stop.stop_requested(); --k)
        for (Eigen::Index j = k; j < columns; ++j)
            reflect(a.col(k).data(), halfSquares[static_cast<std::size_t>(k)], q.col(j).data(), k, rows);
    for (Eigen::Index j = 0; j < columns; ++j)
        for (Eigen::Index i = 0; i < rows; ++i)
            q(i, j) *= signs[static_cast<std::size_t>(j)];
    return q;
}

/// Such a matrix times `scale`; biases 0.
inline void fillOrthogonal(const model::Scenario& scenario, int layer, network::LayerParameters& parameters,
    double scale, const std::stop_token& stop)
{
    const Eigen::Index rows = parameters.weights.rows(), columns = parameters.weights.cols();
    RandomStream stream = streamOf(scenario, Purpose::weights, layer);
    Eigen::MatrixXd tall(std::max(rows, columns), std::min(rows, columns));
    for (auto column : tall.colwise()) {
        if (stop.stop_requested())
            return;
        for (double& entry : column)
            entry = stream.normal();
    }
    const Eigen::MatrixXd q = haarColumns(std::move(tall), stop);
    if (stop.stop_requested())
        return;
    for (Eigen::Index j = 0; j < columns; ++j)
        for (Eigen::Index i = 0; i < rows; ++i)
            parameters.weights(i, j) = scale * (rows >= columns ? q(i, j) : q(j, i));
    parameters.biases.setZero();
}

} // namespace deltascope::initializers
