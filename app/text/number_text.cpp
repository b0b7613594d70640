// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/number_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace deltascope::text {

namespace {

const QChar kMinus(0x2212);

/// digits[0].digits[1…] × 10^exponent; no trailing zeros among the digits.
struct Decimal {
    QString digits;
    std::int64_t exponent = 0;
};

Decimal parseScientific(const char* begin, const char* end)
{
    Decimal result;
    const char* mark = std::find(begin, end, 'e');
    for (const char* each = begin; each != mark; ++each)
        if (*each != '.')
            result.digits += QLatin1Char(*each);
    while (result.digits.size() > 1 && result.digits.endsWith(u'0'))
        result.digits.chop(1);
    const char* power = mark + 1 + (mark[1] == '+');
    std::from_chars(power, end, result.exponent);
    return result;
}

/// The shortest digits that give the double back, or `digits` of them where those are fewer.
Decimal decimalOf(double positive, int digits)
{
    std::array<char, 64> text{};
    char* const last = text.data() + text.size();
    const auto shortest = std::to_chars(text.data(), last, positive, std::chars_format::scientific);
    Decimal exact = parseScientific(text.data(), shortest.ptr);
    if (exact.digits.size() <= digits)
        return exact;
    const auto rounded =
        std::to_chars(text.data(), last, positive, std::chars_format::scientific, std::max(0, digits - 1));
    return parseScientific(text.data(), rounded.ptr);
}

QString plain(const Decimal& number, QChar decimalPoint)
{
    const qsizetype point = number.exponent + 1; // digits before the decimal point
    const qsizetype size = number.digits.size();
    if (point <= 0)
        return u'0' + QString(decimalPoint) + QString(-point, u'0') + number.digits;
    if (point >= size)
        return number.digits + QString(point - size, u'0');
    return number.digits.left(point) + decimalPoint + number.digits.mid(point);
}

/// "15 625": from five digits before the decimal point on, as SI asks for; the space never breaks a line.
QString inGroups(QString number, QChar decimalPoint)
{
    const qsizetype point = number.indexOf(decimalPoint), whole = point < 0 ? number.size() : point;
    for (qsizetype place = whole - 3; whole > 4 && place > 0; place -= 3)
        number.insert(place, QChar(0x202F));
    return number;
}

QString powerOfTen(const Decimal& number, QChar decimalPoint)
{
    const QString power = QStringLiteral("10") + superscript(number.exponent);
    if (number.digits == QLatin1String("1"))
        return power;
    QString mantissa = number.digits.left(1);
    if (number.digits.size() > 1)
        mantissa += decimalPoint + number.digits.mid(1);
    return mantissa + QChar(0x00B7) + power;
}

} // namespace

QString superscript(std::int64_t number)
{
    static constexpr std::array<char16_t, 10> raised{
        0x2070, 0x00B9, 0x00B2, 0x00B3, 0x2074, 0x2075, 0x2076, 0x2077, 0x2078, 0x2079};
    QString text;
    for (const QChar digit : QString::number(number))
        text += digit == u'-' ? QChar(0x207B) : QChar(raised.at(static_cast<std::size_t>(digit.digitValue())));
    return text;
}

QString wholeText(std::int64_t number)
{
    return QString::number(number).replace(u'-', kMinus);
}

QString realText(Real number, QChar decimalPoint)
{
    if (std::isnan(number.value))
        return QStringLiteral("NaN");
    const QString sign = number.value < 0 ? QString(kMinus) : QString();
    if (std::isinf(number.value))
        return sign + QChar(0x221E);
    if (number.value == 0)
        return QStringLiteral("0");
    const double positive = std::abs(number.value);
    const int reach = std::max(number.digits, 7);
    Decimal decimal = decimalOf(positive, number.digits);
    if (decimal.exponent < -4 || decimal.exponent >= reach)
        return sign + powerOfTen(decimal, decimalPoint);
    if (decimal.exponent >= number.digits) // a whole number is never shown rounded to tens
        decimal = decimalOf(positive, static_cast<int>(decimal.exponent) + 1);
    const QString text = plain(decimal, decimalPoint);
    return sign + (number.grouped ? inGroups(text, decimalPoint) : text);
}

QString magnitudeText(const Magnitude& size, int digits, QChar decimalPoint)
{
    if (size.sign == 0)
        return QStringLiteral("0");
    const QString sign = size.sign < 0 ? QString(kMinus) : QString();
    if (size.beyondRange()) // beyond the end of its exponent, which is all that is known of it
        return ((size.log10 < 0) == (size.sign > 0) ? QStringLiteral("<") : QStringLiteral(">")) + sign
            + (size.log10 < 0 ? QStringLiteral("10^(−10¹⁷)") : QStringLiteral("10^(10¹⁷)"));
    const double whole = std::floor(size.log10);
    // From here on the fraction has no digit left that could be shown.
    if (std::abs(size.log10) > 1e12)
        return sign + powerOfTen({QStringLiteral("1"), std::llround(size.log10)}, decimalPoint);
    Decimal decimal = decimalOf(std::pow(10., size.log10 - whole), digits);
    decimal.exponent += static_cast<std::int64_t>(whole);
    if (decimal.exponent < -3 || decimal.exponent >= 4)
        return sign + powerOfTen(decimal, decimalPoint);
    if (decimal.exponent >= digits) {
        const auto places = static_cast<int>(decimal.exponent) + 1;
        decimal = decimalOf(std::pow(10., size.log10), places);
    }
    return sign + plain(decimal, decimalPoint);
}

} // namespace deltascope::text
