// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/parts/axis_range.h"

#include <algorithm>
#include <cmath>

namespace deltascope::parts {

void AxisRange::include(double value)
{
    if (!std::isfinite(value))
        return;
    lower = std::min(lower, value);
    upper = std::max(upper, value);
}

void AxisRange::include(const AxisRange& other)
{
    include(other.lower);
    include(other.upper);
}

AxisRange AxisRange::padded(double fraction, double least) const
{
    if (empty())
        return {-1, 1};
    const double middle = lower + (upper - lower) / 2;
    // A width below the spacing of doubles at this place would leave lower = upper.
    const double half = std::max({(upper - lower) / 2, least / 2, std::abs(middle) * 1e-12});
    const double wide = half * (1 + 2 * fraction);
    return {middle - wide, middle + wide};
}

figures::Axis layersAxis(int first, int last)
{
    return {{translatable("core", "layer ℓ"), {}}, "", figures::AxisScale::layers, first - 0.5, last + 0.5, 0};
}

figures::Axis decadesAxis(Message title, const AxisRange& data)
{
    const AxisRange range = data.padded(0.05, 1);
    return {std::move(title), "", figures::AxisScale::decades, range.lower, range.upper, 0};
}

figures::Axis linearAxis(Message title, const AxisRange& data)
{
    const AxisRange range = data.padded(0.05, data.span() > 0 ? 0 : 1);
    return {std::move(title), "", figures::AxisScale::linear, range.lower, range.upper, 0};
}

} // namespace deltascope::parts
