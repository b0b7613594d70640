// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/moved_value.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <system_error>

namespace deltascope::figures {

namespace {

/// The double nearest to the decimal number with so many digits behind the point (below 0: zeros before it).
double toDecimals(double value, int decimals)
{
    if (decimals < 0) {
        const double unit = std::pow(10.0, -decimals);
        return std::round(value / unit) * unit;
    }
    char text[400]; // a double has at most 309 digits before its point
    constexpr int kMost = 40;
    const auto written =
        std::to_chars(text, text + sizeof text, value, std::chars_format::fixed, std::min(decimals, kMost));
    double read = value;
    if (written.ec == std::errc{})
        std::from_chars(text, written.ptr, read);
    return read == 0 ? 0 : read; // no −0
}

} // namespace

std::optional<parameters::ParameterValue> movedValue(const Axis& axis, double coordinate, double pixel)
{
    const auto* row = parameters::findScenarioParameter(axis.moved.parameter);
    if (axis.moved.parameter.empty() || !row)
        return std::nullopt;
    if (!axis.moved.choices.empty()) {
        const double last = static_cast<double>(axis.moved.choices.size() - 1);
        return axis.moved.choices[static_cast<std::size_t>(std::clamp(std::round(coordinate), 0.0, last))];
    }
    const bool decades = axis.scale == AxisScale::decades;
    const double exact = decades ? std::pow(10.0, coordinate) : coordinate;
    const double width = decades ? exact * std::log(10.0) * pixel : pixel;
    const double lower = std::max(axis.moved.lower, row->minimum), upper = std::min(axis.moved.upper, row->maximum);
    if (parameters::typeOf(*row).whole)
        return std::clamp(std::round(exact), std::ceil(lower), std::floor(upper));
    const int decimals = static_cast<int>(-std::floor(std::log10(width)));
    return std::clamp(toDecimals(exact, decimals), lower, upper);
}

} // namespace deltascope::figures
