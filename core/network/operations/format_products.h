// SPDX-License-Identifier: GPL-3.0-or-later
// A product of weights and columns in a float format, for operations with weights of their own.
#pragma once

#include "network/operations/format.h"

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

} // namespace deltascope::operations
