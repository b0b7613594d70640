// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/views/sheets/limit_text.h"

#include "text/number_entry.h"

#include <algorithm>
#include <cmath>

namespace deltascope::views {

namespace {

constexpr double kHalfLayer = 0.5; // an axis of layers goes on by that beyond the last one
constexpr double kFarthest = 1e15; // of a coordinate that can be drawn

/// log10 of a size, be its exponent beyond that of doubles.
std::optional<double> log10Of(QString typed)
{
    typed = typed.trimmed();
    const qsizetype mark = typed.indexOf(u'e', 0, Qt::CaseInsensitive);
    const std::optional<double> digits = text::parseNumber(mark < 0 ? typed : typed.left(mark));
    const std::optional<double> exponent = mark < 0 ? 0.0 : text::parseNumber(typed.mid(mark + 1));
    if (!digits || !exponent || *digits <= 0 || *exponent != std::round(*exponent))
        return std::nullopt;
    return std::log10(*digits) + *exponent;
}

QString sizeText(double log10)
{
    constexpr double kPlain = 4;
    if (std::abs(log10) < kPlain)
        return text::entryText(QString::number(std::pow(10.0, log10), 'g', 4).toDouble());
    double whole = std::floor(log10);
    double digits = QString::number(std::pow(10.0, log10 - whole), 'f', 3).toDouble();
    if (digits >= 10) {
        digits /= 10;
        ++whole;
    }
    return text::entryText(digits) + u'e' + text::entryText(whole);
}

} // namespace

bool hasLimits(const figures::Axis& axis)
{
    return axis.scale != figures::AxisScale::choices;
}

QString limitText(const figures::Axis& axis, double coordinate, bool upper)
{
    if (axis.scale == figures::AxisScale::decades)
        return sizeText(coordinate);
    if (axis.scale == figures::AxisScale::layers)
        return text::entryText(upper ? std::floor(coordinate) : std::ceil(coordinate));
    return text::entryText(QString::number(axis.origin + coordinate, 'g', 6).toDouble());
}

std::optional<double> limitAt(const figures::Axis& axis, const QString& typed, bool upper)
{
    std::optional<double> limit = axis.scale == figures::AxisScale::decades ? log10Of(typed) : text::parseNumber(typed);
    if (!limit)
        return std::nullopt;
    if (axis.scale == figures::AxisScale::layers)
        *limit = std::round(*limit) + (upper ? kHalfLayer : -kHalfLayer);
    else if (axis.scale == figures::AxisScale::linear)
        *limit -= axis.origin;
    return std::abs(*limit) < kFarthest ? limit : std::nullopt;
}

} // namespace deltascope::views
