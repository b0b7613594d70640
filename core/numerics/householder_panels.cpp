// SPDX-License-Identifier: GPL-3.0-or-later
#include "numerics/householder_panels.h"

#include <Eigen/Householder>
#include <Eigen/QR>

#include <algorithm>

namespace deltascope::numerics {

namespace {

using Eigen::Index;

constexpr Index kPanel = 48; // Eigen applies as many reflections at once as one product
constexpr Index kColumns = 512; // of one product: a few ten milliseconds at 1024 rows

/// The reflections of the panel that begins at column k.
auto reflections(const Eigen::MatrixXd& packed, const Eigen::VectorXd& coefficients, Index k)
{
    const Index width = std::min(kPanel, coefficients.size() - k);
    return Eigen::householderSequence(packed.block(k, k, packed.rows() - k, width), coefficients.segment(k, width));
}

} // namespace

bool HouseholderPanels::compute(Eigen::MatrixXd matrix, const std::stop_token& stop)
{
    m_packed = std::move(matrix);
    m_coefficients.resize(std::min(m_packed.rows(), m_packed.cols()));
    for (Index k = 0; k < rank(); k += kPanel) {
        const Index width = std::min(kPanel, rank() - k), after = k + width;
        Eigen::Ref<Eigen::MatrixXd> panel = m_packed.block(k, k, rows() - k, width);
        const Eigen::HouseholderQR<Eigen::Ref<Eigen::MatrixXd>> qr(panel);
        m_coefficients.segment(k, width) = qr.hCoeffs();
        for (Index column = after; column < m_packed.cols(); column += kColumns) {
            if (stop.stop_requested())
                return false;
            m_packed.block(k, column, rows() - k, std::min(kColumns, m_packed.cols() - column))
                .applyOnTheLeft(reflections(m_packed, m_coefficients, k).transpose());
        }
    }
    return !stop.stop_requested();
}

Eigen::MatrixXd HouseholderPanels::upper() const
{
    return m_packed.topRows(rank()).triangularView<Eigen::Upper>();
}

bool HouseholderPanels::applyTransposed(Eigen::MatrixXd& x, const std::stop_token& stop) const
{
    for (Index k = 0; k < rank(); k += kPanel)
        for (Index column = 0; column < x.cols(); column += kColumns) {
            if (stop.stop_requested())
                return false;
            x.block(k, column, rows() - k, std::min(kColumns, x.cols() - column))
                .applyOnTheLeft(reflections(m_packed, m_coefficients, k).transpose());
        }
    return true;
}

void HouseholderPanels::apply(Eigen::MatrixXd& x) const
{
    for (Index k = (rank() - 1) / kPanel * kPanel; k >= 0; k -= kPanel)
        x.bottomRows(rows() - k).applyOnTheLeft(reflections(m_packed, m_coefficients, k));
}

Eigen::MatrixXd HouseholderPanels::basis() const
{
    Eigen::MatrixXd q = Eigen::MatrixXd::Identity(rows(), rank());
    for (Index k = (rank() - 1) / kPanel * kPanel; k >= 0; k -= kPanel)
        q.bottomRightCorner(rows() - k, rank() - k).applyOnTheLeft(reflections(m_packed, m_coefficients, k));
    return q;
}

} // namespace deltascope::numerics
