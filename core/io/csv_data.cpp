// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/csv_data.h"

#include "io/text_encoding.h"
#include "io/typed_number.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace deltascope {

namespace {

Error invalid(const char* english, std::vector<Argument> arguments)
{
    return {Fault::invalidData, {english, std::move(arguments)}};
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

/// Row after row of a text; cells are kept until the next one.
class RowReader {
public:
    explicit RowReader(std::string_view text)
        : m_rest(text)
    {
        if (m_rest.starts_with("\xEF\xBB\xBF"))
            m_rest.remove_prefix(3);
        const std::string_view first = m_rest.substr(0, m_rest.find_first_of("\r\n"));
        for (const char candidate : {';', '\t', ','})
            if (first.find(candidate) != std::string_view::npos) {
                m_separator = candidate;
                break;
            }
    }

    std::vector<std::string> cells; ///< of the present row
    std::size_t count = 0; ///< of them; the strings beyond are kept for later rows
    int line = 0; ///< where the present row begins, from 1
    bool tooMany = false; ///< cells in this row
    std::size_t malformed = 0; ///< the first of its cells, from 1, whose quotation marks are wrong; 0: none

    char separator() const { return m_separator; }
    bool next() ///< false at the end; rows without anything in them are passed over
    {
        while (!m_rest.empty()) {
            line = m_nextLine;
            read();
            if (count > 1 || !trimmed(cells.front()).empty())
                return true;
        }
        return false;
    }

private:
    std::string& addCell()
    {
        if (count == cells.size())
            cells.emplace_back();
        cells[count].clear();
        return cells[count++];
    }

    bool endsLine(std::size_t& i)
    {
        if (m_rest[i] != '\r' && m_rest[i] != '\n')
            return false;
        if (m_rest[i] == '\r' && i + 1 < m_rest.size() && m_rest[i + 1] == '\n')
            ++i;
        ++m_nextLine;
        return true;
    }

    void read()
    {
        count = malformed = 0;
        std::string* cell = &addCell();
        bool quoted = false, closed = false;
        const auto blame = [&] { malformed = malformed > 0 ? malformed : count; };
        std::size_t i = 0;
        for (; i < m_rest.size(); ++i) {
            const char c = m_rest[i];
            if (quoted) {
                if (c != '"')
                    cell->push_back(c);
                else if (i + 1 < m_rest.size() && m_rest[i + 1] == '"')
                    cell->push_back(m_rest[++i]);
                else
                    quoted = !(closed = true);
            } else if (c == '"' && !closed && trimmed(*cell).empty()) {
                cell->clear();
                quoted = true;
            } else if (c == m_separator) {
                if ((tooMany = count >= kMaxCsvColumns))
                    return;
                cell = &addCell();
                closed = false;
            } else if (endsLine(i)) {
                ++i;
                break;
            } else {
                if (closed && c != ' ' && c != '\t')
                    blame();
                cell->push_back(c);
            }
        }
        if (quoted)
            blame();
        m_rest.remove_prefix(i);
    }

    std::string_view m_rest;
    char m_separator = ',';
    int m_nextLine = 1;
};

std::string plainNumber(std::string_view cell, char separator)
{
    std::string text(trimmed(cell));
    if (separator == ';' && text.find('.') == std::string::npos)
        std::replace(text.begin(), text.end(), ',', '.');
    return text;
}

std::optional<double> numberIn(std::string_view cell, char separator)
{
    const std::optional<double> number = typedNumber(plainNumber(cell, separator));
    return number && std::isfinite(*number) ? number : std::nullopt;
}

/// nan, -inf, 1e400: what programs write where a number has failed.
bool isNotFinite(std::string_view cell, char separator)
{
    std::string text = plainNumber(cell, separator);
    if (typedNumber(text))
        return !numberIn(cell, separator);
    if (text.starts_with('-') || text.starts_with('+'))
        text.erase(0, 1);
    for (char& c : text)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return text == "nan" || text == "inf" || text == "infinity";
}

/// A digit is there that is not 0, yet no double is that small.
bool isTooSmall(std::string_view cell, double number)
{
    return number == 0 && cell.substr(0, cell.find_first_of("eE")).find_first_of("123456789") != std::string_view::npos;
}

/// No number is in it; and where some cell is one that failed, another one is a word.
bool isHeader(const RowReader& row)
{
    bool word = false, failed = false;
    for (std::size_t i = 0; i < row.count; ++i) {
        if (numberIn(row.cells[i], row.separator()))
            return false;
        if (isNotFinite(row.cells[i], row.separator()))
            failed = true;
        else if (!trimmed(row.cells[i]).empty())
            word = true;
    }
    return word || !failed;
}

std::optional<Error> appendRow(const RowReader& row, std::size_t columns, std::vector<double>& values)
{
    if (row.tooMany)
        return invalid(translatable("core", "row %1 has more than %2 columns."),
            {row.line, Real{static_cast<double>(kMaxCsvColumns), 17}});
    if (row.count != columns)
        return invalid(translatable("core", "row %1 has %2 cells where the first row has %3."),
            {row.line, static_cast<int>(row.count), static_cast<int>(columns)});
    if (row.malformed > 0)
        return invalid(translatable("core", "row %1, column %2: the quotation marks do not match."),
            {row.line, static_cast<int>(row.malformed)});
    for (std::size_t i = 0; i < columns; ++i) {
        const std::optional<double> number = numberIn(row.cells[i], row.separator());
        if (!number)
            return invalid(translatable("core", "row %1, column %2: “%3” is not a finite number."),
                {row.line, static_cast<int>(i + 1), shortened(row.cells[i])});
        if (isTooSmall(row.cells[i], *number))
            return invalid(translatable("core", "row %1, column %2: “%3” is too small for a double."),
                {row.line, static_cast<int>(i + 1), shortened(row.cells[i])});
        values.push_back(*number);
    }
    return std::nullopt;
}

} // namespace

Result<CsvTable> readCsv(std::string_view text, const std::stop_token& stop)
{
    RowReader row(text);
    if (isUtf16(text))
        return invalid(translatable("core", "it is UTF-16; the text must be UTF-8."), {});
    if (text.find('\0') != std::string_view::npos)
        return invalid(translatable("core", "it holds a zero byte, so it is no text."), {});
    CsvTable table;
    std::vector<double> values;
    std::size_t columns = 0;
    while (row.next()) {
        if (stop.stop_requested())
            return CsvTable{};
        if (columns == 0) {
            columns = row.count;
            if (!row.tooMany && isHeader(row)) {
                table.names.assign(row.cells.begin(), row.cells.begin() + static_cast<std::ptrdiff_t>(columns));
                continue;
            }
        }
        if (table.lines.size() >= kMaxCsvRows || values.size() >= kMaxCsvCells)
            return invalid(translatable("core", "it has more than %1 rows or %2 cells."),
                {Real{static_cast<double>(kMaxCsvRows), 17}, Real{static_cast<double>(kMaxCsvCells), 17}});
        if (std::optional<Error> error = appendRow(row, columns, values))
            return *std::move(error);
        table.lines.push_back(row.line);
    }
    if (table.lines.empty())
        return invalid(translatable("core", "it holds no row of numbers."), {});
    table.cells = Eigen::Map<Eigen::MatrixXd>(
        values.data(), static_cast<Eigen::Index>(columns), static_cast<Eigen::Index>(table.lines.size()));
    return table;
}

} // namespace deltascope
