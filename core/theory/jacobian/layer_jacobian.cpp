// SPDX-License-Identifier: GPL-3.0-or-later
#include "theory/jacobian/layer_jacobian.h"

#include <Eigen/QR>

#include <algorithm>
#include <cassert>
#include <cmath>

namespace deltascope::jacobian {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;

std::vector<numerics::Scaled> derivatives(
    const network::ForwardPass& forward, int layer, Index example, const SlopeFloor& floor, LayerJacobian& jacobian)
{
    std::vector<numerics::Scaled> values;
    for (Index i = 0; i < forward.z(layer).size; ++i) {
        values.push_back(forward.derivative(layer, i, example));
        if (!values.back().isZero() && values.back().exponent < floor.exponent) {
            values.back() =
                floor.below == SlopeFloor::Below::zero ? numerics::Scaled{} : numerics::Scaled::from(1, floor.exponent);
            ++jacobian.belowResolution;
        }
    }
    return values;
}

/// diag f′ · matrix
numerics::RowScaledMatrix scaledRows(const std::vector<numerics::Scaled>& slopes, const MatrixXd& matrix)
{
    numerics::RowScaledMatrix product{matrix, {}};
    for (Index i = 0; i < matrix.rows(); ++i) {
        const numerics::Scaled slope = slopes[static_cast<std::size_t>(i)];
        product.mantissa.row(i) *= slope.mantissa;
        product.exponents.push_back(slope.exponent);
    }
    product.normalise();
    return product;
}

/// matrix + αI
void addResidual(numerics::RowScaledMatrix& matrix, double residual)
{
    for (Index i = 0; i < matrix.mantissa.rows(); ++i) {
        std::int64_t& exponent = matrix.exponents[static_cast<std::size_t>(i)];
        auto row = matrix.mantissa.row(i);
        const numerics::Scaled diagonal = numerics::Scaled::from(row(i), exponent) + numerics::Scaled::from(residual);
        row(i) = 0;
        const bool alone = row.isZero(0);
        std::int64_t unit = diagonal.isZero() ? exponent : diagonal.exponent;
        if (!alone)
            unit = std::max(unit, exponent);
        row *= numerics::powerOfTwo(alone ? 0 : exponent - unit);
        row(i) = diagonal.mantissa * numerics::powerOfTwo(diagonal.exponent - unit);
        exponent = unit;
    }
    matrix.normalise();
}

/// Layer normalization: N′ = (I − 11ᵀ/n − ĥĥᵀ/n)/s = V·Λ·Vᵀ, V being the directions across 1, the first of them along
/// ĥ: Λ is ε/s³ along ĥ, since ‖ĥ‖² = n(1 − ε/s²), and 1/s in the others.
class NormalizationJacobian {
public:
    NormalizationJacobian(const network::ForwardPass& forward, int layer, Index example)
        : m_deviation(forward.deviations(layer)[static_cast<std::size_t>(example)])
    {
        const numerics::Columns normalized = forward.normalized(layer);
        MatrixXd both(normalized.size, 2);
        both.col(0).setOnes();
        for (Index i = 0; i < normalized.size; ++i)
            both(i, 1) = normalized.at(i, example).nearestDouble();
        m_directions.compute(both);
    }

    /// Λ·Vᵀ·matrix. V is across 1, so the first row may be taken off all of them: equal rows then give exactly 0.
    numerics::RowScaledMatrix across(const MatrixXd& matrix) const
    {
        const MatrixXd turned = m_directions.householderQ().transpose() * (matrix.rowwise() - matrix.row(0));
        numerics::RowScaledMatrix rows{turned.bottomRows(turned.rows() - 1) / m_deviation.mantissa, {}};
        rows.exponents.assign(static_cast<std::size_t>(rows.mantissa.rows()), -m_deviation.exponent);
        const numerics::Scaled along =
            numerics::Scaled::from(network::kNormalizationEpsilon) / (m_deviation * m_deviation);
        rows.mantissa.row(0) *= along.mantissa;
        rows.exponents[0] += along.exponent;
        rows.normalise();
        return rows;
    }

    /// V·matrix
    MatrixXd back(const MatrixXd& matrix) const
    {
        MatrixXd full = MatrixXd::Zero(matrix.rows() + 1, matrix.cols());
        full.bottomRows(matrix.rows()) = matrix;
        return m_directions.householderQ() * full;
    }

private:
    Eigen::HouseholderQR<MatrixXd> m_directions; // of 1 and ĥ
    numerics::Scaled m_deviation;
};

/// matrix = left·right, where rows are copies of the row before (start values without chance): they leave singular
/// values of exactly 0, which rounding would hide. False where there are no copies.
bool splitCopies(const MatrixXd& matrix, MatrixXd& left, MatrixXd& right)
{
    std::vector<Index> starts{0};
    for (Index i = 1; i < matrix.rows(); ++i)
        if (matrix.row(i) != matrix.row(i - 1))
            starts.push_back(i);
    const auto distinct = static_cast<Index>(starts.size());
    if (distinct == matrix.rows())
        return false;
    left = MatrixXd::Zero(matrix.rows(), distinct);
    right.resize(distinct, matrix.cols());
    starts.push_back(matrix.rows());
    for (Index k = 0; k < distinct; ++k) {
        const Index begin = starts[static_cast<std::size_t>(k)], end = starts[static_cast<std::size_t>(k) + 1];
        const double root = std::sqrt(static_cast<double>(end - begin));
        left.col(k).segment(begin, end - begin).setConstant(1 / root);
        right.row(k) = root * matrix.row(begin);
    }
    return true;
}

} // namespace

LayerJacobian layerJacobian(const network::Network& network, const network::ForwardPass& forward, int layer,
    Index example, const SlopeFloor& floor)
{
    assert(network.normalization(layer) != network::Normalization::batch);
    LayerJacobian jacobian;
    const std::vector<numerics::Scaled> slopes = derivatives(forward, layer, example, floor, jacobian);
    const double residual = network.residual(layer);
    const bool normalized = network.normalization(layer) == network::Normalization::layer;
    const MatrixXd weights = network.weights(layer);
    const Index size = weights.rows();
    numerics::RowScaledMatrix inner{weights, std::vector<std::int64_t>(static_cast<std::size_t>(size), 0)};
    MatrixXd outer; // J = diag f′ · outer · inner, without residual connection
    if (normalized) {
        const NormalizationJacobian normalization(forward, layer, example);
        inner = normalization.across(weights);
        outer = normalization.back(MatrixXd::Identity(size - 1, size - 1));
        if (residual != 0) {
            const std::int64_t unit = *std::max_element(inner.exponents.begin(), inner.exponents.end());
            for (Index i = 0; i < size - 1; ++i)
                inner.mantissa.row(i) *= numerics::powerOfTwo(inner.exponents[static_cast<std::size_t>(i)] - unit);
            inner = {normalization.back(inner.mantissa), std::vector(static_cast<std::size_t>(size), unit)};
        }
    } else if (residual == 0 && splitCopies(weights, outer, inner.mantissa)) {
        inner.exponents.assign(static_cast<std::size_t>(inner.mantissa.rows()), 0);
        inner.normalise();
    }
    if (residual == 0 && outer.size() > 0) {
        jacobian.parts = {std::move(inner), scaledRows(slopes, outer)};
        return jacobian;
    }
    numerics::RowScaledMatrix whole = scaledRows(slopes, inner.mantissa);
    for (std::size_t i = 0; i < whole.exponents.size(); ++i)
        whole.exponents[i] += inner.exponents[i];
    if (residual != 0)
        addResidual(whole, residual);
    jacobian.parts.push_back(std::move(whole));
    return jacobian;
}

} // namespace deltascope::jacobian
