// SPDX-License-Identifier: GPL-3.0-or-later
// A table of numbers as spreadsheets write it: separated by commas, semicolons or tabs, with a header row or without,
// with a decimal comma beside semicolons, lines ended by LF, CRLF or CR, cells in quotes or not, a BOM or none.
#pragma once

#include "result.h"

#include <Eigen/Core>

#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace deltascope {

struct CsvTable {
    Eigen::MatrixXd cells; ///< columns × rows: column x is row x of the file
    std::vector<std::string> names; ///< of the columns; empty without a header row
    std::vector<int> lines; ///< of each row in the file, from 1
};

inline constexpr std::size_t kMaxCsvRows = 2'000'000, kMaxCsvColumns = 70'000, kMaxCsvCells = 100'000'000;
inline constexpr std::size_t kMaxCsvBytes = 512u << 20;

/// Errors (Fault::invalidData): the row and column of the first cell that is no finite number, is too small for a
/// double or has quotation marks that do not match, the first row that is shorter or longer than the first one, more
/// rows, columns or cells than the limits, bytes that are not UTF-8 text. An empty table where stop was requested.
Result<CsvTable> readCsv(std::string_view text, const std::stop_token& stop = {});

} // namespace deltascope
