// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/csv_dialect.h"

#include "reading/csv_rows.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <map>
#include <optional>
#include <utility>

namespace deltascope::reading {

namespace {

constexpr std::size_t kSampleRows = 50, kSampleBytes = 1u << 20, kFewestRows = 4;

struct SampleRow {
    std::vector<std::string_view> cells; // into the text, or into `kept`
    std::size_t end = 0; // the offset after it
    int nextLine = 1;
};

struct Sample {
    Sample() = default;
    Sample(Sample&&) = default; // a copy's cells would be in the `kept` of the first one
    Sample& operator=(Sample&&) = default;

    char separator = ',';
    std::vector<SampleRow> rows;
    std::deque<std::string> kept;
    std::size_t columns = 0; // the count that most rows have
    double consistent = 0, numeric = 0; // shares of the rows and of their cells
};

DecimalMark markBefore(char separator)
{
    return separator == ',' ? DecimalMark::onlyPoint : DecimalMark::unknown;
}

/// The count that most rows have, the first met of several.
std::size_t usualCount(const std::vector<SampleRow>& rows)
{
    std::map<std::size_t, std::size_t> counts;
    for (const SampleRow& row : rows)
        ++counts[row.cells.size()];
    std::size_t usual = rows.front().cells.size();
    for (const SampleRow& row : rows)
        if (counts[row.cells.size()] > counts[usual])
            usual = row.cells.size();
    return usual;
}

Sample takeSample(std::string_view text, std::size_t offset, int line, char separator)
{
    Sample sample;
    sample.separator = separator;
    const std::string_view rest = text.substr(offset);
    CsvRows rows(rest, separator, line);
    while (sample.rows.size() < kSampleRows && (rows.offset() < kSampleBytes || sample.rows.size() < kFewestRows)
        && rows.next()) {
        if (rows.fault == CsvRows::Fault::tooManyCells || rows.fault == CsvRows::Fault::tooLong)
            break;
        SampleRow row{{}, offset + rows.offset(), rows.nextLine()};
        for (const std::string_view cell : rows.cells) {
            const bool inText = cell.empty() || (cell.data() >= rest.data() && cell.data() < rest.data() + rest.size());
            row.cells.push_back(inText ? cell : std::string_view(sample.kept.emplace_back(cell)));
        }
        sample.rows.push_back(std::move(row));
    }
    if (sample.rows.empty())
        return sample;
    sample.columns = usualCount(sample.rows);
    std::size_t alike = 0, cells = 0, numbers = 0;
    DecimalMark mark = markBefore(separator);
    for (const SampleRow& row : sample.rows) {
        if (row.cells.size() != sample.columns)
            continue;
        ++alike;
        for (const std::string_view cell : row.cells) {
            const CellKind kind = readCell(cell, mark).kind;
            cells += cell.empty() ? 0 : 1;
            numbers += !cell.empty() && kind != CellKind::word ? 1 : 0;
        }
    }
    sample.consistent = static_cast<double>(alike) / static_cast<double>(sample.rows.size());
    sample.numeric = cells == 0 ? 0 : static_cast<double>(numbers) / static_cast<double>(cells);
    return sample;
}

/// Of the separators that cut rows into cells the one that does so most evenly, then into most numbers.
Sample bestSample(std::string_view text, std::size_t offset, int line, char said)
{
    if (said != '\0')
        return takeSample(text, offset, line, said);
    Sample best;
    for (const char separator : {';', '\t', '|', ',', ' '}) {
        Sample sample = takeSample(text, offset, line, separator);
        if (sample.columns < 2 || sample.rows.empty())
            continue;
        const auto rank = [](const Sample& one) { // rows that differ by one in fifty are header lines
            return std::pair(std::floor(one.consistent * 10), one.numeric);
        };
        if (best.rows.empty() || rank(sample) > rank(best))
            best = std::move(sample);
    }
    if (best.rows.empty())
        return takeSample(text, offset, line, ',');
    return best;
}

CellKind kindOf(std::string_view cell, char separator)
{
    DecimalMark mark = markBefore(separator);
    return readCell(cell, mark).kind;
}

std::optional<double> wholeNumber(std::string_view cell)
{
    DecimalMark mark = DecimalMark::onlyPoint;
    const Cell read = readCell(cell, mark);
    if (read.kind == CellKind::number && read.value == std::floor(read.value) && read.value >= 0)
        return read.value;
    return std::nullopt;
}

/// The numbers of the row are n, n + 1, n + 2 …; cells that are none are passed over.
bool countsUp(const std::vector<std::string_view>& cells, char separator, double mostFirst)
{
    std::optional<double> expected;
    for (const std::string_view cell : cells) {
        if (kindOf(cell, separator) != CellKind::number)
            continue;
        const std::optional<double> number = wholeNumber(cell);
        if (!number || (expected ? *number != *expected : *number > mostFirst))
            return false;
        expected = *number + 1;
    }
    return expected.has_value();
}

bool isFractionOrWord(std::string_view text, char separator)
{
    DecimalMark mark = markBefore(separator);
    const Cell cell = readCell(text, mark);
    return cell.kind == CellKind::word || (cell.kind == CellKind::number && cell.value != std::floor(cell.value));
}

/// Some column holds fractions or words in most of the rows below, and these are three or more.
bool fractionsBelow(const Sample& sample, std::size_t row)
{
    const std::size_t below = sample.rows.size() - row - 1;
    std::vector<std::size_t> fractions(sample.rows[row].cells.size());
    for (std::size_t i = row + 1; i < sample.rows.size(); ++i)
        for (std::size_t column = 0; column < std::min(fractions.size(), sample.rows[i].cells.size()); ++column) {
            fractions[column] += isFractionOrWord(sample.rows[i].cells[column], sample.separator) ? 1 : 0;
        }
    return below >= 3 && std::ranges::any_of(fractions, [&](std::size_t count) { return 2 * count > below; });
}

/// A row of words names the columns; so does one of words and running numbers, or of running numbers alone where the
/// rows below are of another kind.
bool isHeader(const Sample& sample, std::size_t place)
{
    const std::vector<std::string_view>& cells = sample.rows[place].cells;
    std::size_t numbers = 0, words = 0, failed = 0, empty = 0;
    for (const std::string_view cell : cells) {
        const CellKind kind = kindOf(cell, sample.separator);
        if (cell.empty())
            ++empty;
        else if (kind == CellKind::number)
            ++numbers;
        else if (kind == CellKind::word)
            ++words;
        else
            ++failed;
    }
    if (numbers == 0)
        return words > 0 || failed == 0;
    constexpr double kLastYear = 2200; // beside words; alone the numbers are places
    if (failed > 0 || !countsUp(cells, sample.separator, words > 0 ? kLastYear : 1))
        return false;
    if (words + numbers + empty < 3 || place + 1 >= sample.rows.size())
        return false;
    if (words > 0) // its column must be one of numbers, or it is a class beside whole numbers
        for (std::size_t column = 0; column < cells.size(); ++column)
            if (kindOf(cells[column], sample.separator) == CellKind::word
                && (column >= sample.rows[place + 1].cells.size()
                    || kindOf(sample.rows[place + 1].cells[column], sample.separator) == CellKind::word))
                return numbers >= 10;
    return words > 0 || numbers >= 10 || fractionsBelow(sample, place);
}

std::size_t linesIn(std::string_view text)
{
    std::size_t lines = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
        lines += trimmed(text.substr(0, end)).empty() ? 0 : 1;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

/// “150,4,setosa,versicolor,virginica” before 150 rows of 5 cells: rows, inputs, names of classes.
bool isCount(std::string_view text, const Sample& sample)
{
    const std::vector<std::string_view>& cells = sample.rows.front().cells;
    if (cells.size() < 2 || sample.rows.size() < 2 || sample.separator == ' ')
        return false;
    const std::optional<double> rows = wholeNumber(cells[0]), inputs = wholeNumber(cells[1]);
    if (!rows || !inputs || *inputs + 1 != static_cast<double>(sample.columns) || *rows < 1)
        return false;
    const bool words = std::all_of(cells.begin() + 2, cells.end(),
        [&](std::string_view cell) { return cell.empty() || kindOf(cell, sample.separator) == CellKind::word; });
    if (!words)
        return false;
    const auto lines = static_cast<double>(linesIn(text.substr(sample.rows.front().end)));
    return lines == *rows || lines == *rows + 1; // with a header row
}

/// Where the rows begin, and what stands before them.
struct Opening {
    std::size_t offset = 0;
    int line = 1;
    char separator = '\0'; // of “sep=;”
    std::string_view comment; // the last line that begins with # or %
};

Opening readOpening(std::string_view text)
{
    Opening opening;
    while (opening.offset < text.size()) {
        const std::string_view rest = text.substr(opening.offset);
        const std::size_t length = std::min(rest.find_first_of("\r\n"), rest.size());
        const std::string_view line = trimmed(rest.substr(0, length));
        if ((line.starts_with("sep=") || line.starts_with("SEP=")) && line.size() <= 5)
            opening.separator = line.size() == 5 ? line[4] : '\t';
        else if (line.starts_with('#') || line.starts_with('%'))
            opening.comment = line;
        else if (!line.empty())
            break;
        const bool pair = rest.substr(length, 2) == "\r\n";
        opening.offset += std::min(length + (pair ? 2 : 1), rest.size());
        ++opening.line;
    }
    return opening;
}

std::vector<std::string> namesIn(const std::vector<std::string_view>& cells, std::size_t columns)
{
    std::vector<std::string> names(columns);
    const std::size_t first = cells.size() + 1 == columns ? 1 : 0; // R leaves out the name of the row names
    for (std::size_t i = 0; i < cells.size() && i + first < columns; ++i)
        names[i + first] = asUtf8(withoutApostrophes(cells[i]));
    return names;
}

/// The names in “# a b c d y”, where there are as many as columns.
std::vector<std::string> namesInComment(std::string_view comment, const Sample& sample, std::size_t columns)
{
    while (comment.starts_with('#') || comment.starts_with('%'))
        comment.remove_prefix(1);
    for (const char separator : {sample.separator, ','}) {
        CsvRows row(comment, separator);
        if (row.next() && row.cells.size() == columns && std::ranges::none_of(row.cells, [&](std::string_view cell) {
                return kindOf(cell, separator) == CellKind::number;
            }))
            return namesIn(row.cells, columns);
    }
    return {};
}

/// All the rows of the usual length end with a separator.
bool endsWithSeparators(const Sample& sample)
{
    return sample.columns > 1 && sample.separator != ' ' && std::ranges::all_of(sample.rows, [&](const SampleRow& row) {
        return row.cells.size() != sample.columns || row.cells.back().empty();
    });
}

/// The mark that the cells show, where they do not show both. Between commas it is a comma only in quotation marks.
DecimalMark markIn(const Sample& sample)
{
    std::size_t points = 0, commas = 0;
    for (const SampleRow& row : sample.rows)
        for (const std::string_view cell : row.cells) {
            const DecimalMark shown = shownMark(cell);
            points += shown == DecimalMark::point ? 1 : 0;
            commas += shown == DecimalMark::comma ? 1 : 0;
        }
    if (sample.separator == ',')
        return commas > 0 && points == 0 ? DecimalMark::onlyComma : DecimalMark::onlyPoint;
    if (points > 0 && commas > 0)
        return DecimalMark::unknown;
    return points > 0 ? DecimalMark::point : commas > 0 ? DecimalMark::comma : DecimalMark::unknown;
}

} // namespace

std::string_view withoutApostrophes(std::string_view cell)
{
    const bool quoted =
        cell.size() > 2 && cell.front() == '\'' && cell.back() == '\'' && cell.find('\'', 1) == cell.size() - 1;
    return quoted ? cell.substr(1, cell.size() - 2) : cell;
}

CsvDialect findDialect(std::string_view text, const CsvForm& said)
{
    const Opening opening = readOpening(text);
    const char separator = said.separator != '\0' ? said.separator : opening.separator;
    const Sample sample = bestSample(text, opening.offset, opening.line, separator);
    CsvDialect dialect;
    dialect.separator = sample.separator;
    dialect.mark = said.mark != DecimalMark::unknown ? said.mark : markIn(sample);
    dialect.body = opening.offset;
    dialect.bodyLine = opening.line;
    if (sample.rows.empty())
        return dialect;
    dialect.trailing = endsWithSeparators(sample);
    dialect.columns = sample.columns - (dialect.trailing ? 1 : 0);
    std::size_t row = 0;
    const auto pass = [&] {
        dialect.body = sample.rows[row].end;
        dialect.bodyLine = sample.rows[row].nextLine;
        ++row;
    };
    if (!said.header && isCount(text, sample)) {
        for (std::size_t i = 2; i < sample.rows.front().cells.size(); ++i)
            if (const std::string_view cell = sample.rows.front().cells[i]; !cell.empty())
                dialect.classes.push_back(asUtf8(cell));
        pass();
    }
    if (row < sample.rows.size() && said.header.value_or(isHeader(sample, row))) {
        const std::size_t cells = sample.rows[row].cells.size();
        const bool rowNames = cells + 1 == dialect.columns;
        if (cells == dialect.columns || cells == dialect.columns + 1 || rowNames) {
            dialect.names = namesIn(sample.rows[row].cells, dialect.columns);
            pass();
        }
    } else if (!said.header && !opening.comment.empty()) {
        dialect.names = namesInComment(opening.comment, sample, dialect.columns);
    }
    return dialect;
}

} // namespace deltascope::reading
