// SPDX-License-Identifier: GPL-3.0-or-later
// A table of the user's (table_reading.h says how it is understood). Each input is brought to mean 0 and deviation 1
// over the rows that are examples (a column that is constant becomes 0). One output takes the target as it is, or the
// place of one of two words, 0 or 1; more outputs take classes, one-hot. Examples are drawn from the rows by the seed:
// those of a larger number are those of a smaller one and more. core/maths.md 13.9.
#include "base/message.h"
#include "data/dataset_kind.h"
#include "data/datasets/random_examples.h"
#include "data/table_reading.h"
#include "reading/csv_data.h"
#include "reading/file.h"
#include "reading/gzip.h"
#include "reading/reading_limits.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <string>
#include <vector>

namespace deltascope::datasets {

namespace {

namespace fs = std::filesystem;

bool isTableName(const std::string& name)
{
    return std::ranges::any_of(std::initializer_list<std::string_view>{".csv", ".tsv", ".csv.gz", ".tsv.gz"},
        [&](std::string_view suffix) { return name.ends_with(suffix); });
}

/// The file itself, or the only table in the folder.
Result<std::string> tableIn(const data::DataFolder& folder)
{
    std::error_code failed;
    if (!fs::is_directory(folder.path, failed))
        return folder.path;
    std::vector<std::string> tables;
    for (fs::directory_iterator entry(folder.path, failed), end; !failed && entry != end; entry.increment(failed))
        if (isTableName(entry->path().filename().string()))
            tables.push_back(entry->path().string());
    std::sort(tables.begin(), tables.end());
    if (tables.empty())
        return Error{
            Fault::unreadable, {translatable("core", "The folder “%1” has no .csv or .tsv file."), {folder.path}}};
    if (tables.size() > 1)
        return Error{Fault::unreadable,
            {translatable("core", "The folder “%1” has %2 tables; name one of them, as “%3”."),
                {folder.path, static_cast<int>(tables.size()), tables.front()}}};
    return tables.front();
}

Error about(const std::string& path, const Error& error)
{
    return {error.fault, {translatable("core", "“%1”: %2"), {path, error.what}}};
}

/// A table and how it is understood; without rows where stop was requested.
struct ReadTable {
    std::string path;
    reading::CsvTable table;
    data::TableReading reading;

    int rows() const { return static_cast<int>(reading.rows.size()); }
    int inputs() const { return static_cast<int>(reading.inputs.size()); }
    int classes() const { return static_cast<int>(reading.classes.names.size()); }
    double target(int row) const { return table.number(reading.rows[static_cast<std::size_t>(row)], reading.target); }
};

Result<reading::CsvTable> readFileAsTable(const std::string& path, const std::stop_token& stop)
{
    Result<std::string> text = reading::readFile(path, reading::kMaxTableBytes, stop);
    if (!text)
        return text.error();
    if (reading::isGzip(*text))
        text = reading::inflated(*text, reading::kMaxTableBytes, stop);
    if (!text)
        return about(path, text.error());
    if (stop.stop_requested())
        return reading::CsvTable{};
    Result<reading::CsvTable> table = reading::readCsv(*text, stop);
    return table ? std::move(table) : about(path, table.error());
}

Result<ReadTable> readTableOf(
    const model::Scenario& scenario, const data::DataFolder& folder, const std::stop_token& stop)
{
    const Result<std::string> path = tableIn(folder);
    if (!path)
        return path.error();
    Result<reading::CsvTable> table = readFileAsTable(*path, stop);
    if (!table)
        return table.error();
    if (stop.stop_requested())
        return ReadTable{};
    Result<data::TableReading> reading = data::readTable(*table, scenario.table, stop);
    if (!reading)
        return about(*path, reading.error());
    return ReadTable{*path, *std::move(table), *std::move(reading)};
}

Message counted(int count, const char* one, const char* several)
{
    return count == 1 ? Message{one, {}} : Message{several, {count}};
}

/// “iris.csv”: 150 rows, 4 inputs, 3 classes (setosa, versicolor, virginica) from the column “species”; …
Message understood(const ReadTable& read)
{
    constexpr std::size_t kMostNamed = 10;
    const std::vector<std::string>& classes = read.reading.classes.names;
    std::string names;
    for (std::size_t i = 0; i < classes.size() && i < kMostNamed; ++i)
        names += (i == 0 ? "" : ", ") + classes[i];
    names += classes.size() > kMostNamed ? ", …" : "";
    const Message column = data::columnName(read.table, read.reading.target);
    const Message target = classes.size() < 2
        ? Message{translatable("core", "the number in %1 as target"), {column}}
        : Message{translatable("core", "%1 classes (%2) from %3"), {read.classes(), names, column}};
    Message sentence{translatable("core", "“%1”: %2, %3, %4"),
        {fs::path(read.path).filename().string(),
            counted(read.rows(), translatable("core", "1 row"), translatable("core", "%1 rows")),
            counted(read.inputs(), translatable("core", "1 input"), translatable("core", "%1 inputs")), target}};
    for (const Message& remark : read.reading.remarks)
        sentence = Message{"%1; %2", {std::move(sentence), remark}};
    return {"%1.", {std::move(sentence)}};
}

Result<data::DataSizes> sizes(
    const model::Scenario& scenario, const data::DataFolder& folder, const std::stop_token& stop)
{
    const Result<ReadTable> read = readTableOf(scenario, folder, stop);
    if (!read)
        return read.error();
    if (stop.stop_requested())
        return data::DataSizes{};
    return data::DataSizes{
        read->inputs(), std::max(1, read->classes()), read->rows(), read->reading.classes.names, understood(*read)};
}

std::optional<Error> misfit(const model::Scenario& scenario, const ReadTable& read)
{
    if (read.inputs() != scenario.inputs)
        return Error{Fault::usage,
            {translatable("core", "“%1” needs inputs = %2, as many as it has input columns, not %3."),
                {read.path, read.inputs(), scenario.inputs}}};
    if (read.rows() < scenario.examples)
        return Error{Fault::usage,
            {translatable("core", "“%1” has %2 rows; examples and holdout together ask for %3."),
                {read.path, read.rows(), scenario.examples}}};
    return std::nullopt;
}

/// The target of each row: a number, or which output it is. More outputs than classes are filled where the numbers
/// themselves name outputs.
Result<std::vector<double>> targetsOf(const ReadTable& read, int outputs)
{
    const data::TableClasses& classes = read.reading.classes;
    std::vector<double> targets(read.reading.rows.size());
    const bool byPlace = outputs == 1 ? classes.words : read.classes() == outputs || classes.words;
    if (byPlace && (outputs == 1 ? read.classes() > 2 : read.classes() != outputs))
        return Error{Fault::usage,
            {translatable("core", "“%1”: %2 has %3 classes, so outputs = %3 is needed, not %4."),
                {read.path, data::columnName(read.table, read.reading.target), read.classes(), outputs}}};
    for (std::size_t i = 0; i < targets.size(); ++i)
        targets[i] = byPlace ? classes.ofRow[i] : read.target(static_cast<int>(i));
    for (std::size_t i = 0; i < targets.size() && outputs > 1; ++i)
        if (targets[i] != std::floor(targets[i]) || targets[i] < 0 || targets[i] >= outputs) {
            const int line = read.table.lines[static_cast<std::size_t>(read.reading.rows[i])];
            return Error{classes.names.empty() ? Fault::invalidData : Fault::usage,
                {translatable("core", "“%1”: row %2: the label %3 is none of the classes 0 to %4 of as many outputs."),
                    {read.path, line, Real{targets[i], 17}, outputs - 1}}};
        }
    return targets;
}

/// The places of all rows in the order in which they become examples.
std::vector<std::size_t> exampleOrder(
    const model::Scenario& scenario, const data::TableClasses& classes, std::size_t rows)
{
    std::vector<std::size_t> order(rows);
    for (std::size_t i = 0; i < rows; ++i)
        order[i] = i;
    if (scenario.table.draw == "file_order")
        return order;
    RandomStream stream(static_cast<std::uint64_t>(scenario.seed), Purpose::rows, 0);
    for (std::size_t i = 0; i + 1 < rows; ++i)
        std::swap(order[i], order[i + stream.below(rows - i)]);
    if (scenario.table.draw != "stratified" || classes.ofRow.empty())
        return order;
    // Each class is spread evenly over the whole order, so that every stretch of it has its share.
    std::vector<double> sizes(classes.names.size()), place(rows);
    for (const int label : classes.ofRow)
        ++sizes[static_cast<std::size_t>(label)];
    std::vector<double> met(classes.names.size());
    for (const std::size_t row : order) {
        const auto label = static_cast<std::size_t>(classes.ofRow[row]);
        place[row] = (met[label]++ + 0.5) / sizes[label];
    }
    std::ranges::stable_sort(order, {}, [&](std::size_t row) { return place[row]; });
    return order;
}

void standardize(std::vector<double>& values)
{
    double largest = 0, sum = 0, squares = 0;
    for (const double value : values)
        largest = std::max(largest, std::abs(value));
    if (largest == 0 || std::ranges::all_of(values, [&](double value) { return value == values.front(); })) {
        std::ranges::fill(values, 0.0);
        return;
    }
    for (double& value : values) { // so that no square overflows
        value /= largest;
        sum += value;
    }
    const auto count = static_cast<double>(values.size());
    for (double& value : values) {
        value -= sum / count;
        squares += value * value;
    }
    const double deviation = std::sqrt(squares / count);
    for (double& value : values)
        value /= deviation > 0 ? deviation : 1;
}

/// A few columns at a time: neighbours lie side by side in memory.
bool setInputs(
    const ReadTable& read, const std::vector<std::size_t>& order, Eigen::MatrixXd& inputs, const std::stop_token& stop)
{
    constexpr std::size_t kTogether = 8;
    const std::vector<int>& columns = read.reading.inputs;
    std::vector<std::vector<double>> values(kTogether, std::vector<double>(read.reading.rows.size()));
    for (std::size_t first = 0; first < columns.size(); first += kTogether) {
        const std::size_t count = std::min(kTogether, columns.size() - first);
        for (std::size_t row = 0; row < read.reading.rows.size(); ++row)
            for (std::size_t i = 0; i < count; ++i)
                values[i][row] = read.table.number(read.reading.rows[row], columns[first + i]);
        for (std::size_t i = 0; i < count; ++i) {
            standardize(values[i]);
            for (Eigen::Index x = 0; x < inputs.cols(); ++x)
                inputs(static_cast<Eigen::Index>(first + i), x) = values[i][order[static_cast<std::size_t>(x)]];
        }
        if (stop.stop_requested())
            return false;
    }
    return true;
}

Result<data::Dataset> make(const model::Scenario& scenario, const data::DataFolder& folder, const std::stop_token& stop)
{
    const Result<ReadTable> read = readTableOf(scenario, folder, stop);
    if (!read)
        return read.error();
    if (stop.stop_requested())
        return data::Dataset{};
    if (std::optional<Error> error = misfit(scenario, *read))
        return *std::move(error);
    const Result<std::vector<double>> targets = targetsOf(*read, scenario.outputs);
    if (!targets)
        return targets.error();
    data::Dataset data{
        Eigen::MatrixXd(scenario.inputs, scenario.examples), Eigen::MatrixXd(scenario.outputs, scenario.examples)};
    const std::vector<std::size_t> order = exampleOrder(scenario, read->reading.classes, read->reading.rows.size());
    for (Eigen::Index x = 0; x < data.targets.cols(); ++x) {
        const double target = (*targets)[order[static_cast<std::size_t>(x)]];
        if (scenario.outputs == 1)
            data.targets(0, x) = target;
        else
            setClass(data.targets.col(x), static_cast<int>(target));
    }
    if (!setInputs(*read, order, data.inputs, stop))
        return data::Dataset{};
    data.understood = understood(*read);
    if (read->classes() == scenario.outputs)
        data.classes = read->reading.classes.names;
    return data;
}

} // namespace

extern const data::DatasetKind csv;
const data::DatasetKind csv{
    .id = "csv",
    .name = translatable("core", "Table (CSV)"),
    .formula = "x = (c − ⟨c⟩)/s",
    .description = translatable("core",
        "A table of yours: the column that the header calls target, label, class …, or else the last one, is the "
        "target, a number or a class; the other columns are the inputs, each brought to mean 0 and deviation 1."),
    .rank = 12,
    .usesTable = true,
    .wantsFolder = true,
    .sizes = sizes,
    .files = [](const data::DataFolder& folder) -> Result<std::vector<std::string>> {
        const Result<std::string> path = tableIn(folder);
        if (!path)
            return path.error();
        return std::vector{*path};
    },
    .make = make,
};

} // namespace deltascope::datasets
