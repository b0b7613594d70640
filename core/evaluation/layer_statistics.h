// SPDX-License-Identifier: GPL-3.0-or-later
// Mean, standard deviation (over n, not n − 1), minimum and maximum over the neurons of one layer and the examples.
// core/maths.md 2.5.
#pragma once

#include "evaluation/evaluation.h"
#include "numerics/column.h"

#include <algorithm>
#include <cmath>

namespace deltascope::evaluation {

/// Of n numbers given one by one. Taken about the first of them, so that equal numbers have exactly their value as mean
/// and exactly 0 as deviation.
template <class Values>
Statistics statisticsOf(Eigen::Index n, const Values& value)
{
    const numerics::Scaled first = value(0);
    Statistics result{.mean = first, .standardDeviation = {}, .minimum = first, .maximum = first};
    if (n == 1)
        return result;
    numerics::Scaled sum;
    for (Eigen::Index i = 1; i < n; ++i) {
        const numerics::Scaled v = value(i);
        sum = sum + (v - first);
        if (v < result.minimum)
            result.minimum = v;
        if (result.maximum < v)
            result.maximum = v;
    }
    const numerics::Scaled inverse = numerics::Scaled::from(1.0 / static_cast<double>(n));
    result.mean = first + sum * inverse;
    numerics::Scaled squares;
    for (Eigen::Index i = 0; i < n; ++i) {
        const numerics::Scaled deviation = value(i) - result.mean;
        squares = squares + deviation * deviation;
    }
    result.standardDeviation = numerics::sqrt(squares * inverse);
    return result;
}

/// Of plain doubles: |values| ≤ 2^500, so that no sum overflows.
inline Statistics statisticsOf(const Eigen::Map<const Eigen::MatrixXd>& values)
{
    const double first = values(0, 0);
    if (values.size() == 1) {
        const numerics::Scaled all = numerics::Scaled::from(first);
        return {all, {}, all, all};
    }
    const auto n = static_cast<double>(values.size());
    const double mean = first + (values.array() - first).sum() / n;
    // in units of the largest deviation: squares of small ones would underflow
    const double minimum = values.minCoeff(), maximum = values.maxCoeff();
    const double unit = std::max(maximum - mean, mean - minimum);
    const double square = unit > 0 ? ((values.array() - mean) * (1 / unit)).square().sum() / n : 0;
    return {numerics::Scaled::from(mean), numerics::Scaled::from(unit * std::sqrt(square)),
        numerics::Scaled::from(minimum), numerics::Scaled::from(maximum)};
}

inline Statistics statisticsOf(const numerics::Columns& columns)
{
    if (columns.unscaled())
        return statisticsOf(Eigen::Map<const Eigen::MatrixXd>(columns.mantissas, columns.size, columns.count));
    return statisticsOf(
        columns.size * columns.count, [&](Eigen::Index i) { return columns.at(i % columns.size, i / columns.size); });
}

} // namespace deltascope::evaluation
