// SPDX-License-Identifier: GPL-3.0-or-later
// Householder QR, panel by panel, so that it can be called off in the middle of a large matrix, with Q kept as its
// reflections: applying them costs less than forming Q. core/maths.md 10.2.
#pragma once

#include <Eigen/Core>

#include <stop_token>

namespace deltascope::numerics {

/// A = Q·R of an m × n matrix, with k = min(m, n).
class HouseholderPanels {
public:
    /// False where stop was requested: nothing else may be called then.
    bool compute(Eigen::MatrixXd matrix, const std::stop_token& stop = {});
    /// R: k × n, zeros under the diagonal.
    Eigen::MatrixXd upper() const;
    /// x ← Qᵀ·x, x having m rows. False where stop was requested.
    bool applyTransposed(Eigen::MatrixXd& x, const std::stop_token& stop = {}) const;
    /// x ← Q·x, x having m rows.
    void apply(Eigen::MatrixXd& x) const;
    /// The first k columns of Q.
    Eigen::MatrixXd basis() const;

    Eigen::Index rows() const { return m_packed.rows(); }
    Eigen::Index rank() const { return m_coefficients.size(); } ///< k

private:
    Eigen::MatrixXd m_packed; // R and, under its diagonal, the reflections
    Eigen::VectorXd m_coefficients;
};

} // namespace deltascope::numerics
