// SPDX-License-Identifier: GPL-3.0-or-later
// Private to this folder: the rows of a text cut into cells, with nothing understood yet.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace deltascope::reading {

/// Row after row of a text that outlives this; the cells are valid until the next row.
class CsvRows {
public:
    /// Cells end at `separator`; a blank stands for any number of blanks and tabs.
    CsvRows(std::string_view text, char separator, int firstLine = 1);

    enum class Fault { none, tooManyCells, tooLong, quotes };

    std::vector<std::string_view> cells; ///< of the present row, without quotation marks and the blanks around them
    int line = 0; ///< where the present row begins
    Fault fault = Fault::none; ///< of the present row; it is cut there
    std::size_t faultAt = 0; ///< the cell of `fault`, from 1

    bool next(); ///< false at the end; rows without anything in them are passed over
    std::size_t offset() const { return m_place; } ///< of the row after this one
    int nextLine() const { return m_nextLine; }

private:
    void readRow();
    void readCell();
    void readQuoted();
    bool atEndOfLine() const { return m_place == m_text.size() || m_text[m_place] == '\n' || m_text[m_place] == '\r'; }
    void endLine();
    void skipBlanks();
    void blame(Fault kind);

    std::string_view m_text;
    char m_separator;
    std::size_t m_place = 0;
    int m_nextLine;
    std::deque<std::string> m_unescaped; // cells with doubled quotation marks
};

/// Without the blanks and tabs around it.
std::string_view trimmed(std::string_view text);

} // namespace deltascope::reading
