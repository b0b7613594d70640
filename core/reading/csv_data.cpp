// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/csv_data.h"

#include "reading/csv_dialect.h"
#include "reading/csv_rows.h"
#include "reading/foreign_format.h"
#include "reading/reading_limits.h"
#include "reading/text_encoding.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <optional>
#include <unordered_map>

namespace deltascope::reading {

namespace {

Error invalidCsv(const char* english, std::vector<Argument> arguments)
{
    return {Fault::invalidData, {english, std::move(arguments)}};
}

Argument inFull(std::size_t count)
{
    return static_cast<std::int64_t>(count);
}

// A quiet nan has 51 bits to spare: 0 in a gap, the number of the word plus 1 in a word.
constexpr std::uint64_t kNan = 0x7FF8'0000'0000'0000, kSpare = 0xFFFF'FFFF;

double nanOf(std::uint64_t payload)
{
    return std::bit_cast<double>(kNan | payload);
}

constexpr std::size_t kBlockCells = 1u << 20, kMaxWordBytes = 200, kMaxWordsBytes = 32u << 20;

std::optional<Error> misshapen(const CsvRows& row, const CsvDialect& dialect, std::size_t rowsBefore)
{
    const int cell = static_cast<int>(row.faultAt);
    switch (row.fault) {
    case CsvRows::Fault::tooManyCells:
        return invalidCsv(
            translatable("core", "row %1 has more than %2 columns."), {row.line, inFull(kMaxTableColumns)});
    case CsvRows::Fault::tooLong:
        return invalidCsv(
            translatable("core",
                "row %1, column %2: the cell or the row is too long for a table; is a quotation mark left open?"),
            {row.line, cell});
    case CsvRows::Fault::quotes:
        return invalidCsv(
            translatable("core", "row %1, column %2: the quotation marks do not match."), {row.line, cell});
    case CsvRows::Fault::none:
        break;
    }
    const std::size_t count = row.cells.size();
    if (count == dialect.columns || (count == dialect.columns + 1 && row.cells.back().empty()))
        return std::nullopt;
    const auto cells = static_cast<int>(count), columns = static_cast<int>(dialect.columns);
    if (rowsBefore == 0)
        return invalidCsv(translatable("core", "the cells of row %1 are %2, where those of the rows after it are %3."),
            {row.line, cells, columns});
    return invalidCsv(translatable("core", "the cells of row %1 are %2, where those of the first row are %3."),
        {row.line, cells, columns});
}

} // namespace

/// Fills a table row by row.
class CsvBuilder {
public:
    explicit CsvBuilder(const CsvDialect& dialect)
        : m_mark(dialect.mark)
        , m_numbers(dialect.columns)
    {
        m_table.names = dialect.names;
        m_table.separator = dialect.separator;
        m_table.classes = dialect.classes;
        m_table.m_columns = static_cast<int>(dialect.columns);
        m_table.m_words.resize(dialect.columns);
        m_table.m_blockRows = std::max<std::size_t>(1, kBlockCells / std::max<std::size_t>(1, dialect.columns));
    }

    bool isFull() const
    {
        return m_table.lines.size() >= kMaxTableRows
            || (m_table.lines.size() + 1) * static_cast<std::size_t>(m_table.m_columns) > kMaxTableCells;
    }

    void add(const CsvRows& row)
    {
        const auto columns = static_cast<std::size_t>(m_table.m_columns);
        if (m_table.lines.size() % m_table.m_blockRows == 0) {
            m_table.m_blocks.emplace_back();
            m_table.m_blocks.back().reserve(firstOrWhole() * columns);
        }
        m_table.lines.push_back(row.line);
        std::vector<double>& block = m_table.m_blocks.back();
        for (std::size_t i = 0; i < columns; ++i) {
            const Cell cell = readCell(row.cells[i], m_mark);
            if (cell.kind == CellKind::number)
                block.push_back(cell.value);
            else
                block.push_back(nanOf(cell.kind == CellKind::missing ? 0 : 1 + wordNumber(i, row.cells[i])));
        }
    }

    CsvTable take()
    {
        m_table.decimalComma = m_mark == DecimalMark::comma || m_mark == DecimalMark::onlyComma;
        return std::move(m_table);
    }

private:
    std::size_t firstOrWhole() const { return m_table.m_blocks.size() == 1 ? 1 : m_table.m_blockRows; }

    std::uint64_t wordNumber(std::size_t column, std::string_view text)
    {
        std::vector<std::string>& words = m_table.m_words[column];
        const bool full = words.size() > CsvTable::kMaxWords;
        const bool fits = text.size() <= kMaxWordBytes && m_bytes + text.size() <= kMaxWordsBytes;
        std::string word = fits ? asUtf8(withoutApostrophes(text)) : std::string("…");
        auto& numbers = m_numbers[column];
        if (const auto known = numbers.find(word); known != numbers.end())
            return known->second;
        if (full)
            return words.size() - 1;
        if (words.size() == CsvTable::kMaxWords)
            word = "…";
        m_bytes += word.size();
        words.push_back(word);
        return numbers.emplace(std::move(word), words.size() - 1).first->second;
    }

    CsvTable m_table;
    DecimalMark m_mark;
    std::size_t m_bytes = 0; // of all words
    std::vector<std::unordered_map<std::string, std::size_t>> m_numbers; // of the words of each column
};

bool CsvTable::isMissing(int row, int column) const
{
    return !isNumber(row, column) && (std::bit_cast<std::uint64_t>(cell(row, column)) & kSpare) == 0;
}

int CsvTable::word(int row, int column) const
{
    if (isNumber(row, column))
        return -1;
    return static_cast<int>(std::bit_cast<std::uint64_t>(cell(row, column)) & kSpare) - 1;
}

namespace {

Result<CsvTable> readRows(std::string_view text, const CsvDialect& dialect, const std::stop_token& stop)
{
    CsvBuilder builder(dialect);
    CsvRows row(text.substr(dialect.body), dialect.separator, dialect.bodyLine);
    std::size_t count = 0;
    while (row.next()) {
        if (stop.stop_requested())
            return CsvTable{};
        if (std::optional<Error> error = misshapen(row, dialect, count))
            return *std::move(error);
        if (builder.isFull())
            return invalidCsv(translatable("core", "it has more than %1 rows or %2 cells."),
                {inFull(kMaxTableRows), inFull(kMaxTableCells)});
        builder.add(row);
        ++count;
    }
    if (count == 0)
        return invalidCsv(translatable("core", "it holds no row of numbers."), {});
    return builder.take();
}

std::optional<Error> noText(std::string_view bytes)
{
    if (std::optional<Message> format = foreignFormat(bytes))
        return Error{Fault::invalidData, *std::move(format)};
    if (!isUtf16(bytes) && bytes.find('\0') != std::string_view::npos)
        return invalidCsv(translatable("core", "it holds a zero byte, so it is not text."), {});
    return std::nullopt;
}

} // namespace

Result<CsvTable> readCsv(std::string_view text, const CsvForm& said, const std::stop_token& stop)
{
    if (std::optional<Error> error = noText(text))
        return *std::move(error);
    std::string converted;
    if (isUtf16(text)) {
        std::optional<std::string> utf8 = utf8OfUtf16(text, kMaxTableBytes);
        if (!utf8)
            return invalidCsv(
                translatable("core", "it says that it is UTF-16, but it is damaged or longer than the limit of %1 MB."),
                {Real{static_cast<double>(kMaxTableBytes) / 1e6, 4}});
        converted = *std::move(utf8);
        text = converted;
        if (std::optional<Error> error = noText(text))
            return *std::move(error);
    }
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    const CsvDialect dialect = findDialect(text, said);
    Result<CsvTable> table = readRows(text, dialect, stop);
    if (table || said.separator != '\0' || dialect.separator != '\t')
        return table;
    CsvForm blanks = said; // tabs that are doubled here and there
    blanks.separator = ' ';
    Result<CsvTable> again = readRows(text, findDialect(text, blanks), stop);
    return again ? std::move(again) : std::move(table);
}

} // namespace deltascope::reading
