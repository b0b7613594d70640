// SPDX-License-Identifier: GPL-3.0-or-later
// What the columns of a table look like: private to the reading of tables.
#pragma once

#include "reading/csv_data.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace deltascope::data {

struct ColumnSummary {
    int numbers = 0, words = 0, missing = 0; ///< cells
    bool whole = true; ///< all numbers
    std::vector<double> values; ///< the different numbers, ascending; one more than `most` where there are more
    int mostOften = 0; ///< how many rows have the commonest of them
    int firstWord = -1; ///< its row

    bool constant() const { return values.size() <= 1 && words == 0; }
};

/// Of one column; different numbers are told apart up to `most` of them.
ColumnSummary summaryOf(const reading::CsvTable& table, int column, std::size_t most);

/// The column with this name, or with this number from 1.
std::optional<int> findColumn(const reading::CsvTable& table, std::string_view name);
/// All columns with exactly this name.
std::vector<int> columnsNamed(const reading::CsvTable& table, std::string_view name);

/// How strongly a name says that its column is the target: 0 not at all, the larger the more; 1 is “y”, which may be a
/// coordinate.
int targetRank(std::string_view name);

/// A name that rows are numbered or named under: id, index, or none at all.
bool isIndexName(std::string_view name);

/// The numbers of the column are n, n + 1, n + 2 … with n = 0 or 1, in every row.
bool countsRows(const reading::CsvTable& table, int column);

/// Hardly any two rows have the same whole number or word in it: some are there twice where people are measured again.
bool tellsRowsApart(const reading::CsvTable& table, int column);

/// Its words, two different ones, say yes and no: true and false, sim and não …
bool isTruth(const reading::CsvTable& table, int column);

/// A cell of an input column as a number: that itself, 1 and 0 of yes and no; nan of a gap and of other words.
double inputValue(const reading::CsvTable& table, int row, int column);

/// Every column but `label` holds whole numbers from 0 to 255, and there are as many as a square has.
bool isPictures(const reading::CsvTable& table, int label);

/// Several values 0 … n or 1 … n, none of them in half of the rows.
bool looksLikeLabels(const reading::CsvTable& table, int column);

/// Each value of one column always stands beside the same one of the other, and the other way round.
bool sayTheSame(const reading::CsvTable& table, int left, int right);

} // namespace deltascope::data
