// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/controls/slider_scale.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <system_error>

namespace deltascope::controls {

namespace {

/// The double nearest to the decimal number that this one stands for: 0.30000000000000004 is 0.3.
double decimal(double value, int digits = 12)
{
    char text[40];
    const auto written = std::to_chars(text, text + sizeof text, value, std::chars_format::scientific, digits - 1);
    double read = value;
    if (written.ec == std::errc{})
        std::from_chars(text, written.ptr, read);
    return read == 0 ? 0 : read;
}

double rounded(double value, double step)
{
    return decimal(std::round(value / step) * step);
}

/// A monotone map that makes the range linear.
double straight(const SliderRange& range, double value)
{
    switch (range.scale) {
    case parameters::SliderScale::logarithmic:
        return std::log(std::max(value, range.minimum > 0 ? range.minimum : range.step));
    case parameters::SliderScale::signedLogarithmic:
        return std::asinh(value / range.step);
    case parameters::SliderScale::linear:
        break;
    }
    return value;
}

double curved(const SliderRange& range, double straightened)
{
    switch (range.scale) {
    case parameters::SliderScale::logarithmic:
        return std::exp(straightened);
    case parameters::SliderScale::signedLogarithmic:
        return std::sinh(straightened) * range.step;
    case parameters::SliderScale::linear:
        break;
    }
    return straightened;
}

double roundUp(double value)
{
    const double decade = std::pow(10, std::floor(std::log10(value)));
    for (const double lead : {1.0, 2.0, 5.0})
        if (value <= lead * decade * (1 + 1e-12))
            return decimal(lead * decade);
    return decimal(10 * decade);
}

} // namespace

double positionOf(const SliderRange& range, double value)
{
    const double lower = straight(range, range.minimum), upper = straight(range, range.maximum);
    if (!(upper > lower))
        return 0;
    return std::clamp((straight(range, value) - lower) / (upper - lower), 0.0, 1.0);
}

double valueAt(const SliderRange& range, double position, bool fine)
{
    if (position <= 0)
        return range.minimum;
    if (position >= 1)
        return range.maximum;
    const double lower = straight(range, range.minimum), upper = straight(range, range.maximum);
    const double value = curved(range, lower + position * (upper - lower));
    if (range.whole)
        return std::round(value);
    if (range.scale == parameters::SliderScale::linear)
        return std::clamp(rounded(value, fine ? range.step / 10 : range.step), range.minimum, range.maximum);
    if (range.scale == parameters::SliderScale::signedLogarithmic && std::abs(value) < range.step / 2)
        return 0; // drawn to the middle
    return std::clamp(decimal(value, fine ? 4 : 3), range.minimum, range.maximum);
}

double stepFrom(const SliderRange& range, double value, double steps, double lower, double upper)
{
    double step = range.step;
    if (range.scale != parameters::SliderScale::linear) {
        // The decade that is being left: from 10 downwards the step is that of 9.9.
        const double size = std::abs(value) * (value * steps < 0 ? 1 - 1e-9 : 1);
        step *= size >= 1 ? std::pow(10, std::floor(std::log10(size))) : 1;
    }
    if (range.whole) // a fine step of a whole number is one
        steps = steps < 0 ? std::min(-1.0, std::round(steps)) : std::max(1.0, std::round(steps));
    if (range.whole && std::abs(value) > 1e15) // a seed may have 16 digits
        return std::clamp(value + steps * step, lower, upper);
    // Off the grid of steps, one step goes on from where the value stands; what was typed keeps its last digits.
    return std::clamp(decimal(value + steps * step, 15), lower, upper);
}

SliderRange widened(SliderRange range, double value, double lower, double upper)
{
    if (value > range.maximum)
        range.maximum = std::min(value > 0 ? roundUp(value) : 0, upper);
    if (value < range.minimum)
        range.minimum = std::max(value < 0 ? -roundUp(-value) : 0, lower);
    return range;
}

} // namespace deltascope::controls
