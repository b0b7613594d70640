// SPDX-License-Identifier: GPL-3.0-or-later
// How a table is understood: which column is the target, which are inputs, which rows are examples.
//
// The target is the column that the setting names; else the one that a header calls target, label, class, species …,
// wherever it stands; else the first of a table of pictures (whole numbers 0 … 255 in as many columns as a square has)
// whose first column alone looks like labels; else the last. A column that is constant is never taken without a word:
// one that nothing but its place speaks for is asked about.
//
// A target of words is classes in the order of their appearance; one of a few whole numbers is classes in ascending
// order (table_classes.h); any other is a number. The setting may say either. Inputs are columns of numbers, or of two
// words that say yes and no.
#pragma once

#include "base/result.h"
#include "data/table_classes.h"
#include "model/scenario.h"
#include "reading/csv_data.h"

#include <stop_token>
#include <string>
#include <vector>

namespace deltascope::data {

struct TableReading {
    int target = 0; ///< a column, from 0
    std::vector<int> inputs; ///< columns
    std::vector<int> rows; ///< those with a value in each of them, in the order of the file
    std::vector<int> leftOut; ///< columns that are neither
    TableClasses classes; ///< without names: the target is a number
    std::vector<Message> remarks; ///< what was found rather than said, one sentence's part each
};

/// Errors: a column that the setting names and that is not there (Fault::usage); a target that must be named, cells
/// that are no numbers, no row without a gap, no inputs (Fault::invalidData).
Result<TableReading> readTable(
    const reading::CsvTable& table, const model::TableSetting& setting, const std::stop_token& stop = {});

/// A column as sentences name it: the column “species”, or column 5.
Message columnName(const reading::CsvTable& table, int column);

/// Their names, or their numbers, with commas; at most ten.
std::string columnList(const reading::CsvTable& table, const std::vector<int>& columns);

} // namespace deltascope::data
