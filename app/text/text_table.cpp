// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/text_table.h"

#include <algorithm>

namespace deltascope::text {

namespace {

constexpr qsizetype kTextWidth = 90;

/// Characters that a terminal shows: combining marks (the prime and the powers are none) take no room.
qsizetype width(const QString& text)
{
    return std::count_if(text.begin(), text.end(),
        [](QChar character) { return !character.isLowSurrogate() && character.category() != QChar::Mark_NonSpacing; });
}

} // namespace

QString textTable(const std::vector<QStringList>& rows, const std::vector<Align>& columns)
{
    std::vector<qsizetype> widths(columns.size());
    for (const QStringList& row : rows)
        for (std::size_t column = 0; column < columns.size(); ++column)
            widths[column] = std::max(widths[column], width(row.at(static_cast<qsizetype>(column))));
    QString text;
    for (const QStringList& row : rows) {
        QString line;
        for (std::size_t column = 0; column < columns.size(); ++column) {
            const QString& cell = row.at(static_cast<qsizetype>(column));
            const QString room(widths[column] - width(cell), u' ');
            line += QStringLiteral("  ") + (columns[column] == Align::right ? room + cell : cell + room);
        }
        while (line.endsWith(u' '))
            line.chop(1);
        text += line + u'\n';
    }
    return text;
}

QString hangingRow(const QString& left, const QString& right, qsizetype indent)
{
    QString line = QStringLiteral("  ") + left;
    QString text;
    if (line.size() + 2 > indent) {
        text = line + u'\n';
        line.clear();
    }
    line = line.leftJustified(indent);
    bool first = true;
    for (const QString& word : right.split(u' ')) {
        if (!first && line.size() + 1 + word.size() > kTextWidth) {
            text += line + u'\n';
            line = QString(indent, u' ');
            first = true;
        }
        line += (first ? QString() : QStringLiteral(" ")) + word;
        first = false;
    }
    return text + line + u'\n';
}

} // namespace deltascope::text
