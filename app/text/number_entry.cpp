// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/number_entry.h"

#include "formula/expression.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace deltascope::text {

namespace {

/// What is worked out from other numbers: 1/3, 2π, ln 9, √2, 2^10; the comma is a decimal mark here too.
std::optional<double> computed(QString text)
{
    static const QRegularExpression root(QStringLiteral("√\\s*")),
        argument(QStringLiteral("\\b(ln|log|sqrt|exp)\\s+(\\d+\\.?\\d*|π|pi\\b)")),
        omitted(QStringLiteral("(\\d\\.?|π|\\))\\s*(?=π|pi\\b|ln\\b|sqrt\\b|\\()"));
    text.replace(root, QStringLiteral("sqrt "));
    text.replace(omitted, QStringLiteral("\\1*"));
    text.replace(argument, QStringLiteral("\\1(\\2)"));
    const Result<formula::Expression> expression = formula::Expression::parsed(text.toStdString());
    if (!expression || std::ranges::any_of(expression->nodes(), [](const formula::Node& node) {
            return node.kind == formula::Node::Kind::variable;
        }))
        return std::nullopt;
    const formula::Wide value = expression->wideAt(formula::Wide(), 0).value;
    const double number = value.rounded().nearestDouble();
    if (value.isUndefined() || !std::isfinite(number))
        return std::nullopt;
    return number;
}

} // namespace

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
        return computed(text);
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
