// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/plot/axis_text.h"

#include "text/language.h"

#include <algorithm>
#include <cmath>

namespace deltascope::plot {

namespace {

/// Digits that tell neighbouring pixels apart.
int digitsFor(double value, double width)
{
    const double ratio = std::abs(value) / width;
    return std::clamp(3 + static_cast<int>(std::ceil(std::log10(std::max(1.0, ratio)))), 4, 16);
}

} // namespace

QString axisText(const figures::Axis& axis, double value, double width)
{
    switch (axis.scale) {
    case figures::AxisScale::layers:
        return text::toText({"%1", {static_cast<std::int64_t>(std::llround(value))}});
    case figures::AxisScale::decades:
        return text::toText(Magnitude{1, value}, 3);
    case figures::AxisScale::choices:
        return text::toText(axis.names[static_cast<std::size_t>(
            std::clamp<long long>(std::llround(value), 0, static_cast<long long>(axis.names.size()) - 1))]);
    case figures::AxisScale::linear:
        break;
    }
    return text::toText(Real{axis.origin + value, digitsFor(axis.origin + value, width)});
}

} // namespace deltascope::plot
