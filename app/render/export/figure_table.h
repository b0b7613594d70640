// SPDX-License-Identifier: GPL-3.0-or-later
// What a figure shows, as a table: for CSV files, the clipboard and the table view.
#pragma once

#include "figures/figure.h"

#include <QString>

#include <span>
#include <variant>
#include <vector>

namespace deltascope::exports {

/// Nothing, a number or a text.
using Cell = std::variant<std::monostate, double, QString>;

/// Values are exactly those of the figure. Of what is drawn on an axis of decades there are two columns, the value and
/// its log10, as its name says; a value that no double holds is a text of its digits, "1.25e-602", and an exact 0 has
/// no log10.
struct TableColumn {
    QString name; ///< in the current language
    QString unit; ///< "1" for a pure number, "text" for words
    std::vector<Cell> cells;
    QString heading() const { return name + QStringLiteral(" [") + unit + QLatin1Char(']'); }
};

/// Every named element of every panel, panel by panel. Series over the same x share its column; over layers there is
/// one row a layer, empty where a series has no value. Columns may differ in length.
std::vector<TableColumn> figureTable(const figures::Figure& figure);
/// The same of several, each name with the title of its figure before it.
std::vector<TableColumn> figureTable(std::span<const figures::Figure> figures);

} // namespace deltascope::exports
