// SPDX-License-Identifier: GPL-3.0-or-later
// A table as spreadsheets and programs write it: separated by commas, semicolons, tabs, bars or blanks, with a header
// row or without, with a decimal comma where the separator is another one or cells are in quotation marks, with marks
// between thousands, lines ended by LF, CRLF or CR, cells in quotation marks or not, a separator after the last cell or
// none, a BOM or none, in UTF-8, UTF-16 or Latin-1, comments before the first row.
#pragma once

#include "base/result.h"
#include "reading/csv_cell.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace deltascope::reading {

/// How a table is written, as somebody says it; what is not said is found.
struct CsvForm {
    char separator = '\0'; ///< ';', tab, '|', ',', or a blank for any number of blanks and tabs; 0: found
    DecimalMark mark = DecimalMark::unknown; ///< onlyPoint, onlyComma
    std::optional<bool> header = {}; ///< the first row names the columns
};

/// The cells of a table: numbers, words and gaps (?, NA, nan, an empty cell).
class CsvTable {
public:
    std::vector<std::string> names; ///< of the columns; empty without a header row
    std::vector<std::string> classes; ///< where a first line “rows, inputs, class, class …” names them
    std::vector<int> lines; ///< of each row in the file, from 1
    char separator = ','; ///< as in CsvForm
    bool decimalComma = false;

    int columns() const { return m_columns; }
    int rows() const { return static_cast<int>(lines.size()); }

    double number(int row, int column) const { return cell(row, column); } ///< nan where the cell is none
    bool isNumber(int row, int column) const { return cell(row, column) == cell(row, column); }
    bool isMissing(int row, int column) const;
    int word(int row, int column) const; ///< which of the words of its column; −1: it is none
    /// The different words of a column in the order of their appearance; those beyond kMaxWords have no number of their
    /// own and are all the last one, “…”.
    const std::vector<std::string>& words(int column) const { return m_words[static_cast<std::size_t>(column)]; }

    static constexpr std::size_t kMaxWords = 2000;

private:
    friend class CsvBuilder;
    double cell(int row, int column) const
    {
        const auto r = static_cast<std::size_t>(row);
        return m_blocks[r / m_blockRows]
                       [r % m_blockRows * static_cast<std::size_t>(m_columns) + static_cast<std::size_t>(column)];
    }

    int m_columns = 0;
    std::size_t m_blockRows = 1;
    std::vector<std::vector<double>> m_blocks; // whole rows each; a word is a nan that holds its number
    std::vector<std::vector<std::string>> m_words;
};

/// Errors (Fault::invalidData): the first row that is shorter or longer than the others, quotation marks that do not
/// match, more cells than kMaxTableCells …, a web page, bytes that are no text. What the cells mean is left to others.
/// No rows where stop was requested.
Result<CsvTable> readCsv(std::string_view text, const CsvForm& said = {}, const std::stop_token& stop = {});

} // namespace deltascope::reading
