// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/csv_rows.h"

#include "reading/reading_limits.h"

namespace deltascope::reading {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

} // namespace

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

CsvRows::CsvRows(std::string_view text, char separator, int firstLine)
    : m_text(text)
    , m_separator(separator)
    , m_nextLine(firstLine)
{
}

bool CsvRows::next()
{
    while (m_place < m_text.size()) {
        line = m_nextLine;
        readRow();
        if (cells.size() > 1 || !cells.front().empty() || fault != Fault::none)
            return true;
    }
    return false;
}

void CsvRows::blame(Fault kind)
{
    if (fault != Fault::none)
        return;
    fault = kind;
    faultAt = cells.size();
}

void CsvRows::skipBlanks()
{
    while (m_place < m_text.size() && m_text[m_place] != m_separator && isBlank(m_text[m_place]))
        ++m_place;
    while (m_separator == ' ' && m_place < m_text.size() && isBlank(m_text[m_place]))
        ++m_place;
}

void CsvRows::endLine()
{
    if (m_place == m_text.size())
        return;
    const bool pair = m_text[m_place] == '\r' && m_place + 1 < m_text.size() && m_text[m_place + 1] == '\n';
    m_place += pair ? 2 : 1;
    ++m_nextLine;
}

void CsvRows::readRow()
{
    cells.clear();
    m_unescaped.clear();
    fault = Fault::none;
    const std::size_t start = m_place;
    do {
        readCell();
        if (cells.size() > kMaxTableColumns)
            blame(Fault::tooManyCells);
        if (m_place - start > kMaxLineBytes)
            blame(Fault::tooLong);
        if (fault == Fault::tooManyCells || fault == Fault::tooLong)
            return;
        if (m_separator == ' ') {
            skipBlanks();
            if (atEndOfLine())
                break;
        } else if (!atEndOfLine()) {
            ++m_place; // the separator
        } else {
            break;
        }
    } while (true);
    endLine();
}

void CsvRows::readCell()
{
    skipBlanks();
    if (m_place < m_text.size() && m_text[m_place] == '"') {
        readQuoted();
        return;
    }
    const std::size_t start = m_place, most = start + kMaxCellBytes;
    const bool blanks = m_separator == ' ';
    while (!atEndOfLine() && m_text[m_place] != m_separator && !(blanks && m_text[m_place] == '\t') && m_place <= most)
        ++m_place;
    cells.push_back(trimmed(m_text.substr(start, m_place - start)));
    if (m_place > most)
        blame(Fault::tooLong);
}

/// From the opening quotation mark to the separator or the end of the line.
void CsvRows::readQuoted()
{
    const std::size_t start = ++m_place, most = start + kMaxCellBytes;
    bool doubled = false, closed = false;
    for (; m_place < m_text.size() && m_place <= most && !closed; ++m_place) {
        if (m_text[m_place] == '"') {
            if (m_place + 1 < m_text.size() && m_text[m_place + 1] == '"') {
                doubled = true;
                ++m_place;
            } else {
                closed = true;
            }
        } else if (m_text[m_place] == '\n'
            || (m_text[m_place] == '\r' && (m_place + 1 == m_text.size() || m_text[m_place + 1] != '\n'))) {
            ++m_nextLine;
        }
    }
    std::string_view cell = m_text.substr(start, m_place - start - (closed ? 1 : 0));
    if (doubled) {
        std::string& plain = m_unescaped.emplace_back();
        for (std::size_t i = 0; i < cell.size(); ++i) {
            plain += cell[i];
            i += cell[i] == '"' ? 1 : 0;
        }
        cell = plain;
    }
    cells.push_back(cell);
    if (!closed)
        blame(m_place < m_text.size() ? Fault::tooLong : Fault::quotes);
    const std::size_t end = m_place;
    while (!atEndOfLine() && m_text[m_place] != m_separator && !(m_separator == ' ' && m_text[m_place] == '\t'))
        ++m_place;
    if (!trimmed(m_text.substr(end, m_place - end)).empty())
        blame(Fault::quotes);
}

} // namespace deltascope::reading
