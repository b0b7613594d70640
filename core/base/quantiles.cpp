// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/quantiles.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>

namespace deltascope {

double quantile(std::span<const double> ascending, double share)
{
    assert(!ascending.empty());
    const double place = share * static_cast<double>(ascending.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const double fraction = place - static_cast<double>(below);
    const double lower = ascending[below];
    if (fraction == 0)
        return lower;
    const double upper = ascending[below + 1];
    if (!std::isfinite(lower))
        return lower;
    if (!std::isfinite(upper))
        return upper;
    return fraction < 0.5 ? lower + fraction * (upper - lower) : upper - (1 - fraction) * (upper - lower);
}

Quantiles quantilesOf(std::span<double> values)
{
    std::ranges::sort(values);
    return {quantile(values, 0.05), quantile(values, 0.5), quantile(values, 0.95)};
}

} // namespace deltascope
