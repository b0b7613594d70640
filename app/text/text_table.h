// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace deltascope::text {

enum class Align { left, right };

/// Rows of cells as lines of text, each column as wide as its widest cell. The last column is not padded.
QString textTable(const std::vector<QStringList>& rows, const std::vector<Align>& columns);

/// "  left      right": the right side starts at column `indent` and is broken at words.
QString hangingRow(const QString& left, const QString& right, qsizetype indent);

} // namespace deltascope::text
