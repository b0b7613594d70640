// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure.h"

#include <QLocale>
#include <QString>
#include <QVector>

#include <functional>

namespace deltascope::draw {

/// Where an axis has its ticks, what stands there, and what its title has to say about it.
struct Ticks {
    QVector<double> positions; ///< in the axis's own coordinates
    QVector<QString> labels; ///< as many as positions
    QVector<double> minor;
    QString suffix; ///< of the axis title: " − 0.501", " [10⁻¹¹]"; empty where the labels read as they stand
};

/// Pixels that a label takes along the axis.
using LabelExtent = std::function<double(const QString&)>;

/// As many ticks as stand apart on `pixels` pixels, for the range lower < upper of an axis of any scale.
Ticks ticksFor(const figures::Axis& axis, double lower, double upper, double pixels, const LabelExtent& extent,
    const QLocale& locale);

/// "1", "10", "10⁻⁶⁰²": of a power of ten.
QString decadeLabel(long long exponent, const QLocale& locale);
/// At most `most` ticks at powers of ten, over log10 values; narrower than two decades at 1, 2, 5 or at round numbers.
/// Subticks at 2 … 9 where each decade has its tick. Right at any exponent: 10⁻⁶⁰² is no double.
Ticks decadeTicks(double lower, double upper, int most, const QLocale& locale);
/// Round numbers of origin + value; where these differ too late in their digits, of the difference, and the title says
/// so.
Ticks linearTicks(double lower, double upper, double origin, int most, const QLocale& locale);
/// Whole numbers; with 1 where there is room.
Ticks layerTicks(double lower, double upper, int most, const QLocale& locale);

/// The step 1, 2 or 5 times a power of ten that puts at most `most` steps into `width`.
double niceStep(double width, int most);

} // namespace deltascope::draw
