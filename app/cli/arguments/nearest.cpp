// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments/nearest.h"

#include "reading/text_encoding.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace deltascope::cli {

namespace {

/// Letters to insert, delete or replace to turn one word into the other (Levenshtein 1966).
qsizetype editDistance(const QString& left, const QString& right)
{
    std::vector<qsizetype> row(static_cast<std::size_t>(right.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < left.size(); ++i) {
        qsizetype diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 1; j < row.size(); ++j) {
            const bool same = left[i] == right[static_cast<qsizetype>(j) - 1];
            const qsizetype replaced = diagonal + (same ? 0 : 1);
            diagonal = std::exchange(row[j], std::min({replaced, row[j] + 1, row[j - 1] + 1}));
        }
    }
    return row.back();
}

} // namespace

QString nearest(const QString& typed, const QStringList& known)
{
    QString best;
    qsizetype smallest = typed.size() <= 3 ? 2 : std::max<qsizetype>(2, typed.size() / 3) + 1; // a swap counts as two
    if (typed.size() > 100)
        return best;
    for (const QString& word : known) {
        const qsizetype distance = editDistance(typed, word);
        if (distance < smallest) {
            smallest = distance;
            best = word;
        }
    }
    return best;
}

Error unknownWord(const char* suggesting, const char* listing, const QString& typed, const QStringList& known)
{
    const QString near = nearest(typed, known);
    if (!near.isEmpty())
        return {Fault::usage, {suggesting, {reading::shortened(typed.toStdString()), near.toStdString()}}};
    return {Fault::usage,
        {listing, {reading::shortened(typed.toStdString()), known.join(QStringLiteral(", ")).toStdString()}}};
}

} // namespace deltascope::cli
