// SPDX-License-Identifier: GPL-3.0-or-later
// The classes in the target column of a table: its words in the order of their appearance, or its whole numbers in
// ascending order where there are at most 100 different ones, each twice on average; more than 15 only where they count
// up from 0 or 1 without a gap: years, ages and prices are numbers.
#pragma once

#include "data/table_columns.h"
#include "reading/csv_data.h"

#include <string>
#include <vector>

namespace deltascope::data {

inline constexpr std::size_t kMostNumberClasses = 100, kMostGappyClasses = 15, kMostWordClasses = 1024;

struct TableClasses {
    std::vector<std::string> names; ///< empty: none
    std::vector<int> ofRow; ///< of each of the rows that were asked about; empty: none
    bool words = false; ///< not numbers
};

/// A number among the words is one of them.
TableClasses wordClasses(const reading::CsvTable& table, int column, const std::vector<int>& rows);

/// Whatever the numbers are, where somebody says that they are classes. One more than kMostWordClasses where there are
/// more.
TableClasses saidClasses(const reading::CsvTable& table, int column, const std::vector<int>& rows);

/// None where the numbers are rather to be taken as they are. `summary` tells kMostNumberClasses numbers apart.
TableClasses numberClasses(
    const reading::CsvTable& table, int column, const std::vector<int>& rows, const ColumnSummary& summary);

} // namespace deltascope::data
