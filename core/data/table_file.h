// SPDX-License-Identifier: GPL-3.0-or-later
// The file of a table: found, read, understood.
#pragma once

#include "data/dataset.h"
#include "data/table_reading.h"

#include <stop_token>
#include <string>

namespace deltascope::data {

/// The file itself, or the only table in the folder.
Result<std::string> tableIn(const DataFolder& folder);

/// The cells of a file, plain or .gz; without rows where stop was requested. Errors name the file.
Result<reading::CsvTable> readCells(
    const std::string& path, const model::TableSetting& setting, const std::stop_token& stop = {});

/// A table and how it is understood; without rows where stop was requested.
struct ReadTable {
    std::string path;
    reading::CsvTable table;
    TableReading reading;
};

Result<ReadTable> readTableFile(
    const DataFolder& folder, const model::TableSetting& setting, const std::stop_token& stop = {});

/// “iris.csv”: 150 rows, 4 inputs, 3 classes (setosa, versicolor, virginica) from the column “species”; …
Message understood(const std::string& path, const reading::CsvTable& table, const TableReading& reading);
inline Message understood(const ReadTable& read)
{
    return understood(read.path, read.table, read.reading);
}

} // namespace deltascope::data
