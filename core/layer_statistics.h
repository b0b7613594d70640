// SPDX-License-Identifier: GPL-3.0-or-later
// Mean, standard deviation (over n, not n − 1), minimum and maximum over the neurons of one layer.
#pragma once

#include "column.h"
#include "evaluation.h"

namespace deltascope {

/// Of n numbers given one by one. Taken about the first of them, so that equal numbers have exactly their value as mean
/// and exactly 0 as deviation.
template <class Values>
Statistics statisticsOf(int n, const Values& value)
{
    const Scaled first = value(0);
    Statistics result{.mean = first, .standardDeviation = {}, .minimum = first, .maximum = first};
    if (n == 1)
        return result;
    Scaled sum;
    for (int i = 1; i < n; ++i) {
        const Scaled v = value(i);
        sum = sum + (v - first);
        if (v < result.minimum)
            result.minimum = v;
        if (result.maximum < v)
            result.maximum = v;
    }
    const Scaled inverse = Scaled::from(1.0 / n);
    result.mean = first + sum * inverse;
    Scaled squares;
    for (int i = 0; i < n; ++i) {
        const Scaled deviation = value(i) - result.mean;
        squares = squares + deviation * deviation;
    }
    result.standardDeviation = sqrt(squares * inverse);
    return result;
}

inline Statistics statisticsOf(const Column& column)
{
    return statisticsOf(static_cast<int>(column.size), [&](int i) { return column.at(i); });
}

} // namespace deltascope
