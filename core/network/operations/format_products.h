// SPDX-License-Identifier: GPL-3.0-or-later
// Products in a float format: of weights and columns, for operations with weights of their own, and number by number.
#pragma once

#include "network/format_passes.h"

namespace deltascope::operations {

/// w x for every column of x, w and the sums rounded. `finite` becomes false where a weight is not.
template <class Real, class Columns>
FormatMatrix<Real> productInFormat(
    const FormatLayer<Real>& layer, const Eigen::Ref<const Eigen::MatrixXd>& w, const Columns& x, bool& finite)
{
    FormatNumbers<Real>& numbers = layer.numbers;
    FormatMatrix<Real> product = FormatMatrix<Real>::Zero(w.rows(), x.cols());
    for (Eigen::Index j = 0; j < w.cols() && !layer.stop.stop_requested(); ++j)
        for (Eigen::Index i = 0; i < w.rows(); ++i) {
            const Real weight = numbers.rounded(w(i, j));
            finite = finite && std::isfinite(weight);
            for (Eigen::Index k = 0; k < x.cols(); ++k)
                product(i, k) = numbers.flushed(product(i, k) + numbers.flushed(weight * x(j, k)));
        }
    for (Real& value : product.reshaped())
        value = numbers.rounded(double{value});
    return product;
}

/// Every value times factor(neuron, example), which is a number of the format; rounded.
template <class Real, class Factor>
void multiplyInFormat(FormatLayer<Real>& layer, const Factor& factor)
{
    FormatMatrix<Real>& value = *layer.value;
    for (Eigen::Index x = 0; x < value.cols(); ++x)
        for (Eigen::Index i = 0; i < value.rows(); ++i)
            value(i, x) = layer.numbers.rounded(double{value(i, x)} * factor(i, x));
}

/// Every value times one number; that and the products rounded.
template <class Real>
void scaleInFormat(FormatLayer<Real>& layer, double factor)
{
    const double rounded = layer.numbers.round(factor);
    multiplyInFormat(layer, [rounded](Eigen::Index, Eigen::Index) { return rounded; });
}

} // namespace deltascope::operations
