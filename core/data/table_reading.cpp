// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/table_reading.h"

#include "data/table_columns.h"
#include "reading/csv_cell.h"
#include "reading/text_encoding.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace deltascope::data {

namespace {

Error invalid(const char* english, std::vector<Argument> arguments)
{
    return {Fault::invalidData, {english, std::move(arguments)}};
}

/// What to do about a column, on the command line and in a file.
Message naming(const char* key)
{
    return {translatable("core", "--set table=%1=COLUMN says which, by name or number"), {key}};
}

Argument bareName(const reading::CsvTable& table, int column)
{
    const auto place = static_cast<std::size_t>(column);
    if (place < table.names.size() && !table.names[place].empty())
        return "“" + reading::shortened(table.names[place]) + "”";
    return column + 1;
}

/// An infinity, or a number that no double holds.
bool isBeyondNumbers(const reading::CsvTable& table, int column, int word)
{
    reading::DecimalMark any = reading::DecimalMark::unknown;
    const reading::CellKind kind = reading::readCell(table.words(column)[static_cast<std::size_t>(word)], any).kind;
    return kind == reading::CellKind::notFinite || kind == reading::CellKind::tooSmall;
}

std::string listOf(const std::vector<std::string>& texts, std::size_t most)
{
    std::string list;
    for (std::size_t i = 0; i < texts.size() && i < most; ++i)
        list += (i == 0 ? "" : ", ") + reading::shortened(texts[i]);
    return list + (texts.size() > most ? ", …" : "");
}

/// One sentence's part about one or several columns.
Message aboutColumns(
    const char* one, const char* several, const reading::CsvTable& table, const std::vector<int>& columns)
{
    if (columns.size() == 1)
        return {one, {columnName(table, columns.front())}};
    return {several, {columnList(table, columns)}};
}

/// Reads one table; each step uses what those before it found.
class Reader {
public:
    Reader(const reading::CsvTable& table, const model::TableSetting& setting, const std::stop_token& stop)
        : m_table(table)
        , m_setting(setting)
        , m_stop(stop)
    {
    }

    std::optional<Error> read()
    {
        if (m_table.columns() < 2)
            return invalid(translatable("core", "it has one column; inputs and a target are needed."), {});
        remarkOnNames();
        for (std::optional<Error> (Reader::*step)() : {&Reader::leaveOutWhatIsSaid, &Reader::findTarget,
                 &Reader::leaveOutRowNumbers, &Reader::chooseInputs, &Reader::keepWholeRows, &Reader::findClasses})
            if (std::optional<Error> error = (this->*step)(); error || m_stop.stop_requested())
                return error;
        return std::nullopt;
    }

    TableReading reading;

private:
    std::optional<Error> leaveOutWhatIsSaid();
    std::optional<Error> findTarget();
    std::optional<Error> leaveOutRowNumbers();
    std::optional<Error> chooseInputs();
    std::optional<Error> keepWholeRows();
    std::optional<Error> findClasses();

    bool isLeftOut(int column) const { return std::ranges::find(m_leftOut, column) != m_leftOut.end(); }
    bool isEmpty(int column) const
    {
        for (int row = 0; row < m_table.rows(); ++row)
            if (!m_table.isMissing(row, column))
                return false;
        return true;
    }
    std::optional<int> namedTarget() const;
    std::optional<Error> findUnnamedTarget();
    Error noSuchColumn(const std::string& name, const char* key) const;
    std::optional<Error> severalNamed(const std::string& name, const char* key) const;
    void remarkOnNames();
    Error notANumber(int row, int column) const;

    const reading::CsvTable& m_table;
    const model::TableSetting& m_setting;
    const std::stop_token& m_stop;
    std::vector<int> m_leftOut, m_truths;
};

Error Reader::noSuchColumn(const std::string& name, const char* key) const
{
    if (m_table.names.empty())
        return {Fault::usage,
            {translatable("core",
                 "table: %1: there is no column “%2”; the columns have no names, only numbers from 1 "
                 "to %3."),
                {key, reading::shortened(name), m_table.columns()}}};
    std::vector<int> all(static_cast<std::size_t>(m_table.columns()));
    std::iota(all.begin(), all.end(), 0);
    return {Fault::usage,
        {translatable("core", "table: %1: there is no column “%2”; there are %3."),
            {key, reading::shortened(name), columnList(m_table, all)}}};
}

/// A name that several columns have says none of them.
std::optional<Error> Reader::severalNamed(const std::string& name, const char* key) const
{
    const std::vector<int> columns = columnsNamed(m_table, name);
    if (columns.size() < 2)
        return std::nullopt;
    return Error{Fault::usage,
        {translatable("core", "table: %1: there are %2 columns called “%3”; say which by its number, as %4."),
            {key, static_cast<int>(columns.size()), reading::shortened(name), columns.front() + 1}}};
}

Error Reader::notANumber(int row, int column) const
{
    const std::string& word = m_table.words(column)[static_cast<std::size_t>(m_table.word(row, column))];
    const int line = m_table.lines[static_cast<std::size_t>(row)];
    reading::DecimalMark any = reading::DecimalMark::unknown;
    if (reading::readCell(word, any).kind == reading::CellKind::tooSmall)
        return invalid(translatable("core", "row %1, column %2: “%3” is too small for a double."),
            {line, column + 1, reading::shortened(word)});
    return invalid(translatable("core", "row %1, column %2: “%3” is not a finite number."),
        {line, column + 1, reading::shortened(word)});
}

void Reader::remarkOnNames()
{
    std::set<std::string> met, several;
    for (const std::string& name : m_table.names)
        if (!name.empty() && !met.insert(name).second)
            several.insert(name);
    if (several.size() == 1)
        reading.remarks.push_back({translatable("core", "%1 columns are called “%2”; their numbers tell them apart"),
            {static_cast<int>(columnsNamed(m_table, *several.begin()).size()), reading::shortened(*several.begin())}});
    else if (!several.empty())
        reading.remarks.push_back(
            {translatable("core", "several columns share a name (%1); their numbers tell them apart"),
                {listOf({several.begin(), several.end()}, 10)}});
}

std::optional<Error> Reader::leaveOutWhatIsSaid()
{
    for (const std::string& name : m_setting.leaveOut.value_or(std::vector<std::string>{})) {
        const std::optional<int> column = findColumn(m_table, name);
        if (!column)
            return noSuchColumn(name, "leave_out");
        if (std::optional<Error> error = severalNamed(name, "leave_out"))
            return error;
        m_leftOut.push_back(*column);
    }
    return std::nullopt;
}

/// The column whose name says most clearly that it is the target. A “y” beside x and z is a coordinate.
std::optional<int> Reader::namedTarget() const
{
    std::optional<int> best;
    int rank = 0;
    const bool coordinates = findColumn(m_table, "x") && findColumn(m_table, "z");
    for (std::size_t i = 0; i < m_table.names.size(); ++i) {
        const int own = targetRank(m_table.names[i]);
        if (own <= rank || isLeftOut(static_cast<int>(i)) || (own == 1 && coordinates))
            continue;
        best = static_cast<int>(i);
        rank = own;
    }
    return best;
}

std::optional<Error> Reader::findTarget()
{
    if (!m_setting.target.empty()) {
        const std::optional<int> column = findColumn(m_table, m_setting.target);
        if (!column)
            return noSuchColumn(m_setting.target, "target");
        if (std::optional<Error> error = severalNamed(m_setting.target, "target"))
            return error;
        if (isLeftOut(*column))
            return Error{Fault::usage,
                {translatable("core", "table: %1 is both the target and left out."), {columnName(m_table, *column)}}};
        reading.target = *column;
        return std::nullopt;
    }
    const std::optional<int> named = namedTarget();
    if (!named)
        return findUnnamedTarget();
    reading.target = *named;
    std::vector<int> alike; // a second column of the same classes would give the answer away
    for (int column = 0; column < m_table.columns() && !m_setting.leaveOut; ++column)
        if (column != *named && targetRank(m_table.names[static_cast<std::size_t>(column)]) > 1
            && sayTheSame(m_table, column, *named))
            alike.push_back(column);
    if (!alike.empty())
        reading.remarks.push_back(aboutColumns(translatable("core", "%1 says the same as the target and is left out"),
            translatable("core", "the columns %1 say the same as the target and are left out"), m_table, alike));
    m_leftOut.insert(m_leftOut.end(), alike.begin(), alike.end());
    return std::nullopt;
}

std::optional<Error> Reader::findUnnamedTarget()
{
    int last = m_table.columns() - 1;
    while (last > 0 && (isLeftOut(last) || isEmpty(last)))
        --last;
    reading.target = last;
    if (last > 0 && last == m_table.columns() - 1 && !isLeftOut(0) && isPictures(m_table, 0)
        && looksLikeLabels(m_table, 0) && !looksLikeLabels(m_table, last)) {
        reading.target = 0;
        reading.remarks.push_back({translatable("core",
                                       "the first column looks like labels and the last does not: the first is the "
                                       "target"),
            {}});
        return std::nullopt;
    }
    const ColumnSummary summary = summaryOf(m_table, last, 1);
    if (m_table.rows() == 1 || (summary.words == 0 && !summary.constant())
        || (summary.words > 0 && (summary.numbers > 0 || m_table.words(last).size() > 1)))
        return std::nullopt;
    return invalid(
        translatable("core", "the last column, %1, is the same in every row, so it cannot be the target; %2."),
        {bareName(m_table, last), naming("target")});
}

std::optional<Error> Reader::leaveOutRowNumbers()
{
    if (m_setting.leaveOut || m_table.rows() < 2)
        return std::nullopt;
    std::vector<int> counting;
    for (int column = 0; column < m_table.columns(); ++column) {
        if (column == reading.target || isLeftOut(column))
            continue;
        const bool unnamed = m_table.names.empty();
        const std::string name = unnamed ? std::string() : m_table.names[static_cast<std::size_t>(column)];
        if (!isIndexName(name) || (name.empty() && column > 0))
            continue;
        const bool enough = m_table.columns() > 2 && (!unnamed || m_table.rows() >= 10);
        const bool telling = !name.empty() && tellsRowsApart(m_table, column);
        if (enough && (countsRows(m_table, column) || telling))
            counting.push_back(column);
    }
    if (!counting.empty())
        reading.remarks.push_back(aboutColumns(translatable("core", "%1 numbers the rows and is left out"),
            translatable("core", "the columns %1 number the rows and are left out"), m_table, counting));
    m_leftOut.insert(m_leftOut.end(), counting.begin(), counting.end());
    return std::nullopt;
}

std::optional<Error> Reader::chooseInputs()
{
    std::vector<int> words, empty;
    for (int column = 0; column < m_table.columns(); ++column) {
        if (column == reading.target || isLeftOut(column))
            continue;
        const bool truth = isTruth(m_table, column);
        if (m_table.words(column).empty() || (truth && summaryOf(m_table, column, 0).numbers == 0)) {
            reading.inputs.push_back(column);
            if (truth)
                m_truths.push_back(column);
            continue;
        }
        const ColumnSummary summary = summaryOf(m_table, column, 0);
        if (summary.words <= summary.numbers)
            return notANumber(summary.firstWord, column);
        words.push_back(column);
    }
    std::erase_if(reading.inputs, [&](int column) {
        if (isEmpty(column))
            empty.push_back(column);
        return isEmpty(column);
    });
    if (!m_truths.empty())
        reading.remarks.push_back(aboutColumns(translatable("core", "%1 says yes and no, taken as 1 and 0"),
            translatable("core", "the columns %1 say yes and no, taken as 1 and 0"), m_table, m_truths));
    if (!words.empty())
        reading.remarks.push_back(aboutColumns(translatable("core", "%1 holds words and is left out"),
            translatable("core", "the columns %1 hold words and are left out"), m_table, words));
    if (!empty.empty())
        reading.remarks.push_back(aboutColumns(translatable("core", "%1 is empty and is left out"),
            translatable("core", "the columns %1 are empty and are left out"), m_table, empty));
    if (reading.inputs.empty())
        return invalid(translatable("core", "besides %1, the target, no column of numbers is left for the inputs."),
            {columnName(m_table, reading.target)});
    if (m_table.names.empty() && reading.inputs.front() == 0 && reading.inputs.size() > 1 && !m_setting.leaveOut) {
        const ColumnSummary first = summaryOf(m_table, 0, static_cast<std::size_t>(m_table.rows()));
        if (first.whole && m_table.rows() >= 20 && first.values.front() >= 1000
            && 20 * first.values.size() >= 19 * static_cast<std::size_t>(m_table.rows()))
            reading.remarks.push_back(
                {translatable("core", "the first column may only name the rows: --set table=leave_out=1 leaves it out"),
                    {}});
    }
    return std::nullopt;
}

std::optional<Error> Reader::keepWholeRows()
{
    std::vector<int> gaps(static_cast<std::size_t>(m_table.columns()));
    for (int row = 0; row < m_table.rows() && !m_stop.stop_requested(); ++row) {
        bool whole = !m_table.isMissing(row, reading.target);
        gaps[static_cast<std::size_t>(reading.target)] += whole ? 0 : 1;
        for (const int column : reading.inputs)
            if (m_table.isMissing(row, column)) {
                whole = false;
                ++gaps[static_cast<std::size_t>(column)];
            }
        if (whole)
            reading.rows.push_back(row);
    }
    const int left = m_table.rows() - static_cast<int>(reading.rows.size());
    const auto most = static_cast<int>(std::ranges::max_element(gaps) - gaps.begin());
    if (reading.rows.empty() && !m_stop.stop_requested())
        return invalid(translatable("core",
                           "every row has a missing value; most of them, %1, are in %2, which "
                           "--set table=leave_out=%3 leaves out."),
            {gaps[static_cast<std::size_t>(most)], columnName(m_table, most), most + 1});
    if (left == 1)
        reading.remarks.push_back({translatable("core", "1 row with missing values is left out"), {}});
    else if (left > 1)
        reading.remarks.push_back({translatable("core", "%1 rows with missing values are left out"), {left}});
    return std::nullopt;
}

std::optional<Error> Reader::findClasses()
{
    const ColumnSummary target = summaryOf(m_table, reading.target, kMostNumberClasses);
    const bool asNumber = m_setting.targetAs == "number", asClasses = m_setting.targetAs == "classes";
    if (target.words > 0 && !asClasses && (asNumber || target.words <= target.numbers))
        return notANumber(target.firstWord, reading.target);
    if (target.words > 0 && target.numbers > 0) // an infinity among numbers is no name of a class
        for (int row = 0; row < m_table.rows(); ++row)
            if (const int word = m_table.word(row, reading.target);
                word >= 0 && isBeyondNumbers(m_table, reading.target, word))
                return notANumber(row, reading.target);
    if (target.words > 0)
        reading.classes = wordClasses(m_table, reading.target, reading.rows);
    else if (asClasses)
        reading.classes = saidClasses(m_table, reading.target, reading.rows);
    else if (!asNumber)
        reading.classes = numberClasses(m_table, reading.target, reading.rows, target);
    const std::size_t count = reading.classes.names.size();
    if (count > kMostWordClasses || (reading.classes.words && count == reading.rows.size() && count > 2))
        return reading.classes.words
            ? invalid(translatable("core", "%1 holds %2 different words, which are not classes; %3."),
                {columnName(m_table, reading.target), static_cast<int>(count), naming("target")})
            : invalid(translatable("core", "%1 holds more than %2 different numbers, too many for classes."),
                {columnName(m_table, reading.target), static_cast<int>(kMostWordClasses)});
    if (m_table.rows() > 1 && (target.words > 0 ? count == 1 : target.constant()))
        reading.remarks.push_back(
            {translatable("core",
                 "the target is the same in every row, so there is nothing to tell apart; if it is "
                 "another column, %1"),
                {naming("target")}});
    return std::nullopt;
}

} // namespace

Message columnName(const reading::CsvTable& table, int column)
{
    const auto place = static_cast<std::size_t>(column);
    if (place < table.names.size() && !table.names[place].empty())
        return {translatable("core", "the column “%1”"), {reading::shortened(table.names[place])}};
    return {translatable("core", "column %1"), {column + 1}};
}

std::string columnList(const reading::CsvTable& table, const std::vector<int>& columns)
{
    std::vector<std::string> names;
    for (const int column : columns)
        names.push_back(table.names.empty() || table.names[static_cast<std::size_t>(column)].empty()
                ? std::to_string(column + 1)
                : table.names[static_cast<std::size_t>(column)]);
    return listOf(names, 10);
}

Result<TableReading> readTable(
    const reading::CsvTable& table, const model::TableSetting& setting, const std::stop_token& stop)
{
    Reader reader(table, setting, stop);
    if (std::optional<Error> error = reader.read())
        return *std::move(error);
    for (int column = 0; column < table.columns(); ++column)
        if (column != reader.reading.target
            && std::ranges::find(reader.reading.inputs, column) == reader.reading.inputs.end())
            reader.reading.leftOut.push_back(column);
    return std::move(reader.reading);
}

} // namespace deltascope::data
