// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/draw/decade_ticker.h"

#include "text/language.h"
#include "text/number_text.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <cmath>

namespace deltascope::draw {

namespace {

/// With so many decimals, never grouped, with a real minus sign: "−0,25" in Portuguese.
QString decimalText(double value, int decimals, QLocale locale)
{
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(value == 0 ? 0.0 : value, 'f', decimals).replace(u'-', QChar(0x2212));
}

/// mantissa·10^exponent as it is read: 0.25, 3, 2·10⁻⁷, 10⁻⁶⁰². `decimals` of the mantissa.
QString sizeLabel(double mantissa, long long exponent, int decimals, const QLocale& locale)
{
    if (exponent >= -3 && exponent <= 3) {
        const double value = mantissa * std::pow(10.0, static_cast<double>(exponent));
        return decimalText(value, std::max(0, decimals - static_cast<int>(exponent)), locale);
    }
    const QString power = QStringLiteral("10") + text::superscript(exponent);
    if (mantissa == 1 && decimals == 0)
        return power;
    return decimalText(mantissa, decimals, locale) + QChar(0x00B7) + power;
}

/// 2 … 9 times each power of ten in the range.
QVector<double> nineths(double lower, double upper)
{
    QVector<double> minor;
    for (double decade = std::floor(lower); decade < upper; ++decade)
        for (int k = 2; k <= 9; ++k)
            if (const double place = decade + std::log10(k); place > lower && place < upper)
                minor << place;
    return minor;
}

/// Whole multiples of `step` in [lower, upper].
QVector<double> multiples(double lower, double upper, double step)
{
    QVector<double> values;
    const double slack = 1e-9;
    const double first = std::ceil(lower / step - slack), last = std::floor(upper / step + slack);
    for (double k = first; k <= last && values.size() < 200; ++k)
        values << (k == 0 ? 0.0 : k * step);
    return values;
}

/// A few round numbers of the thing itself: the axis spans less than about half a decade.
Ticks withinDecade(double lower, double upper, int most, const QLocale& locale)
{
    Ticks ticks;
    const double decade = std::floor(lower);
    const double from = std::pow(10.0, lower - decade), to = std::pow(10.0, upper - decade);
    const double step = niceStep(to - from, most);
    for (const double value : multiples(from, to, step)) {
        const bool carries = value >= 10; // 10·10⁻⁸ reads 10⁻⁷
        const int decimals = std::clamp(static_cast<int>(-std::floor(std::log10(step) + 1e-9)) + carries, 0, 14);
        ticks.positions << decade + std::log10(value);
        ticks.labels << sizeLabel(
            carries ? value / 10 : value, static_cast<long long>(decade) + carries, decimals, locale);
    }
    return ticks;
}

Ticks oneTwoFive(double lower, double upper, const QLocale& locale)
{
    Ticks ticks;
    for (double decade = std::floor(lower); decade <= upper; ++decade)
        for (const int k : {1, 2, 5})
            if (const double place = decade + std::log10(k); place >= lower && place <= upper) {
                ticks.positions << place;
                ticks.labels << sizeLabel(k, static_cast<long long>(decade), 0, locale);
            }
    ticks.minor = nineths(lower, upper);
    return ticks;
}

bool standApart(const Ticks& ticks, double pixelsPerUnit, const LabelExtent& extent)
{
    for (int i = 1; i < ticks.labels.size(); ++i) {
        const double distance = (ticks.positions[i] - ticks.positions[i - 1]) * pixelsPerUnit;
        const double left = extent(ticks.labels[i - 1]), right = extent(ticks.labels[i]);
        if (distance < (left + right) / 2 + 0.4 * std::min(left, right) + 4)
            return false;
    }
    return true;
}

} // namespace

namespace {

/// Of ticks too close to be labelled all, the outermost two.
Ticks endsOf(const Ticks& ticks)
{
    Ticks ends = ticks;
    ends.positions = {ticks.positions.first(), ticks.positions.last()};
    ends.labels = {ticks.labels.first(), ticks.labels.last()};
    ends.minor += ticks.positions.mid(1, ticks.positions.size() - 2);
    return ends;
}

/// Without the names that would lie on one before; where some are alike, none is then left: which one a name is could
/// not be told.
void leaveOutCovered(Ticks& ticks, double pixelsPerUnit, const LabelExtent& extent)
{
    const bool alike = QSet<QString>(ticks.labels.begin(), ticks.labels.end()).size() < ticks.labels.size();
    for (qsizetype i = 1; i < ticks.positions.size();) {
        const double apart = (ticks.positions[i] - ticks.positions[i - 1]) * pixelsPerUnit;
        if (apart >= (extent(ticks.labels[i - 1]) + extent(ticks.labels[i])) / 2) {
            ++i;
        } else if (alike) {
            ticks.positions.clear();
            ticks.labels.clear();
        } else {
            ticks.positions.remove(i);
            ticks.labels.remove(i);
        }
    }
}

/// Every name that is within the range.
Ticks choiceTicks(const std::vector<Message>& names, double lower, double upper)
{
    Ticks ticks;
    for (std::size_t i = 0; i < names.size(); ++i)
        if (const auto place = static_cast<double>(i); !names[i].empty() && place >= lower && place <= upper) {
            ticks.positions << place;
            ticks.labels << text::toText(names[i]);
        }
    return ticks;
}

Ticks ticksOf(const figures::Axis& axis, double lower, double upper, int most, const QLocale& locale)
{
    switch (axis.scale) {
    case figures::AxisScale::linear:
        return linearTicks(lower, upper, axis.origin, most, locale);
    case figures::AxisScale::decades:
        return decadeTicks(lower, upper, most, locale);
    case figures::AxisScale::choices:
        return choiceTicks(axis.names, lower, upper);
    case figures::AxisScale::layers:
        return layerTicks(lower, upper, most, locale);
    }
    return {};
}

} // namespace

QString decadeLabel(long long exponent, const QLocale& locale)
{
    if (exponent == 0 || exponent == 1)
        return sizeLabel(1, exponent, 0, locale);
    return QStringLiteral("10") + text::superscript(exponent);
}

double niceStep(double width, int most)
{
    const double least = width / std::max(1, most);
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= least * (1 - 1e-9))
            return factor * power;
    return 10 * power;
}

Ticks decadeTicks(double lower, double upper, int most, const QLocale& locale)
{
    const double inside = std::floor(upper) - std::ceil(lower) + 1;
    if (inside < 2)
        return upper - lower < 0.6 ? withinDecade(lower, upper, most, locale) : oneTwoFive(lower, upper, locale);
    Ticks ticks;
    const double step = std::max(1.0, niceStep(upper - lower, most));
    for (const double place : multiples(lower, upper, step)) {
        ticks.positions << place;
        ticks.labels << decadeLabel(std::llround(place), locale);
    }
    if (step == 1)
        ticks.minor = nineths(lower, upper);
    else
        ticks.minor = multiples(lower, upper, std::max(1.0, niceStep(step, 5)));
    return ticks;
}

Ticks linearTicks(double lower, double upper, double origin, int most, const QLocale& locale)
{
    const double step = niceStep(upper - lower, most);
    const double largest = std::max(std::abs(origin + lower), std::abs(origin + upper));
    const bool toldApart = step >= 2e-6 * largest;
    // where they are not: the labels show the distance from `offset`, written into the title
    const double grid = 10 * std::pow(10.0, std::ceil(std::log10(upper - lower)));
    const double offset = toldApart ? 0 : origin != 0 ? origin : std::round((lower + upper) / 2 / grid) * grid;
    const double shift = origin - offset; // shown value = position + shift
    Ticks ticks;
    const QVector<double> values = multiples(lower + shift, upper + shift, step);
    const double size = toldApart ? largest : std::max(std::abs(lower + shift), std::abs(upper + shift));
    const bool plain = size < 1e5 && size > 1e-4;
    const int exponent = plain ? 0 : static_cast<int>(std::floor(std::log10(size)));
    const double unit = std::pow(10.0, exponent);
    const int decimals = std::clamp(static_cast<int>(-std::floor(std::log10(step / unit) + 1e-9)), 0, 12);
    for (const double value : values) {
        ticks.positions << value - shift;
        ticks.labels << decimalText(value / unit, decimals, locale);
    }
    for (const double value : multiples(lower + shift, upper + shift, niceStep(step, 5)))
        ticks.minor << value - shift;
    if (!toldApart && offset != 0)
        ticks.suffix += (offset < 0 ? QStringLiteral(" + ") : QStringLiteral(" \u2212 "))
            + text::realText({std::abs(offset), 15}, locale.decimalPoint().front());
    if (exponent != 0)
        ticks.suffix += QStringLiteral(" [10") + text::superscript(exponent) + QLatin1Char(']');
    return ticks;
}

Ticks layerTicks(double lower, double upper, int most, const QLocale& locale)
{
    Ticks ticks;
    const double step = std::max(1.0, niceStep(upper - lower, most));
    ticks.positions = multiples(lower, upper, step);
    const bool room = step > 2 || (step == 2 && upper - lower < 12);
    if (room && lower > 0 && lower <= 1 && upper >= 1 && !ticks.positions.contains(1.0))
        ticks.positions.prepend(1);
    for (const double place : ticks.positions)
        ticks.labels << decimalText(place, 0, locale);
    if (step > 1)
        ticks.minor = multiples(lower, upper, std::max(1.0, niceStep(step, 5)));
    return ticks;
}

Ticks ticksFor(const figures::Axis& axis, double lower, double upper, double pixels, const LabelExtent& extent,
    const QLocale& locale)
{
    constexpr int kMost = 10;
    const double pixelsPerUnit = pixels / (upper - lower);
    const int first = std::clamp(static_cast<int>(pixels / 24), 2, kMost);
    Ticks ticks;
    for (int most = first; most >= 1; --most) {
        ticks = ticksOf(axis, lower, upper, most, locale);
        if (standApart(ticks, pixelsPerUnit, extent))
            break;
    }
    if (axis.scale == figures::AxisScale::choices)
        leaveOutCovered(ticks, pixelsPerUnit, extent);
    // an axis with one number has no scale: the two outermost of finer ticks, where they stand apart
    for (int most = 2; most <= kMost && ticks.labels.size() < 2; ++most) {
        const Ticks finer = ticksOf(axis, lower, upper, most, locale);
        if (finer.labels.size() >= 2 && standApart(endsOf(finer), pixelsPerUnit, extent))
            ticks = endsOf(finer);
    }
    if (const double room = pixels / static_cast<double>(std::max<qsizetype>(1, ticks.minor.size())); room < 3)
        ticks.minor.clear();
    return ticks;
}

} // namespace deltascope::draw
