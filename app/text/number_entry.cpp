// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/number_entry.h"

#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace deltascope::text {

std::optional<double> parseNumber(QString text)
{
    // QLocale::toDouble() takes the other locale's decimal point for a group separator: "1.5" is 15 in pt_BR. So the
    // text is brought to the C locale's form first, and only this grammar is accepted.
    static const QRegularExpression grammar(
        QStringLiteral("^[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?$"), QRegularExpression::DontCaptureOption);
    text = text.trimmed();
    text.remove(QChar(0x202F)); // of a number that was copied from a sentence
    text.replace(QChar(0x2212), QLatin1Char('-')).replace(QLatin1Char(','), QLatin1Char('.'));
    if (!grammar.match(text).hasMatch())
        return std::nullopt;
    bool read = false;
    const double value = QLocale::c().toDouble(text, &read);
    if (!read || !std::isfinite(value))
        return std::nullopt;
    return value;
}

QString entryText(double value)
{
    QString text = QString::number(value, 'g', QLocale::FloatingPointShortest);
    // "1e-08" and "1e+06" read better, and as they are typed, without padding.
    static const QRegularExpression padding(QStringLiteral("e(-?)\\+?0*(\\d)"));
    text.replace(padding, QStringLiteral("e\\1\\2"));
    text.replace(QLatin1Char('-'), QChar(0x2212)); // as everywhere else; either is read
    return text.replace(QLatin1Char('.'), QLocale().decimalPoint());
}

} // namespace deltascope::text
