// SPDX-License-Identifier: GPL-3.0-or-later
// A table of the user's: the last column is the target, the others are the inputs, each brought to mean 0 and deviation
// 1 over the whole file (a column that is constant becomes 0). One output takes the target as it is; more outputs take
// it as the number of a class, one-hot.
#include "datasets/dataset_kind.h"
#include "datasets/random_examples.h"
#include "io/csv_data.h"
#include "io/file.h"
#include "message.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <string>
#include <vector>

namespace deltascope::datasets {

namespace {

namespace fs = std::filesystem;

/// The file itself, or the only table in the folder.
Result<std::string> tableIn(const DataFolder& folder)
{
    std::error_code failed;
    if (!fs::is_directory(folder.path, failed))
        return folder.path;
    std::vector<std::string> tables;
    for (fs::directory_iterator entry(folder.path, failed), end; !failed && entry != end; entry.increment(failed))
        if (const std::string suffix = entry->path().extension().string(); suffix == ".csv" || suffix == ".tsv")
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

void standardizeRow(Eigen::MatrixXd& cells, Eigen::Index row)
{
    const auto values = cells.row(row);
    const double largest = values.cwiseAbs().maxCoeff();
    if (values.minCoeff() == values.maxCoeff() || largest == 0) {
        cells.row(row).setZero();
        return;
    }
    cells.row(row) /= largest; // so that no square overflows
    cells.row(row).array() -= cells.row(row).mean();
    const double deviation = std::sqrt(cells.row(row).squaredNorm() / static_cast<double>(cells.cols()));
    if (deviation > 0)
        cells.row(row) /= deviation;
}

std::optional<Error> misfit(const Scenario& scenario, const std::string& path, const CsvTable& table)
{
    const auto columns = static_cast<int>(table.cells.rows()), rows = static_cast<int>(table.cells.cols());
    if (columns < 2)
        return Error{Fault::invalidData,
            {translatable("core", "“%1”: it has one column; inputs and, in the last column, a target are needed."),
                {path}}};
    if (columns - 1 != scenario.inputs)
        return Error{Fault::usage,
            {translatable("core", "“%1” has %2 columns before the last one, so inputs = %2 is needed, not %3."),
                {path, columns - 1, scenario.inputs}}};
    if (rows < scenario.examples)
        return Error{Fault::usage,
            {translatable("core", "“%1” has %2 rows; examples and holdout together ask for %3."),
                {path, rows, scenario.examples}}};
    return std::nullopt;
}

std::optional<Error> setTargets(const std::string& path, const CsvTable& table, Eigen::MatrixXd& targets)
{
    for (Eigen::Index x = 0; x < targets.cols(); ++x) {
        const double label = table.cells(table.cells.rows() - 1, x);
        if (targets.rows() == 1) {
            targets(0, x) = label;
            continue;
        }
        if (label != std::floor(label) || label < 0 || label >= static_cast<double>(targets.rows()))
            return Error{Fault::invalidData,
                {translatable("core", "“%1”: row %2: the label %3 is none of the classes 0 to %4 of as many outputs."),
                    {path, table.lines[static_cast<std::size_t>(x)], Real{label, 17},
                        static_cast<int>(targets.rows()) - 1}}};
        setClass(targets.col(x), static_cast<int>(label));
    }
    return std::nullopt;
}

Result<Dataset> make(const Scenario& scenario, const DataFolder& folder, const std::stop_token& stop)
{
    const Result<std::string> path = tableIn(folder);
    if (!path)
        return path.error();
    const Result<std::string> text = readFile(*path, kMaxCsvBytes);
    if (!text)
        return text.error();
    Result<CsvTable> table = readCsv(*text, stop);
    if (!table)
        return Error{Fault::invalidData, {translatable("core", "“%1”: %2"), {*path, table.error().what}}};
    if (stop.stop_requested())
        return Dataset{};
    if (std::optional<Error> error = misfit(scenario, *path, *table))
        return *std::move(error);
    Dataset data;
    data.targets.resize(scenario.outputs, scenario.examples);
    if (std::optional<Error> error = setTargets(*path, *table, data.targets))
        return *std::move(error);
    Eigen::MatrixXd cells = std::move((*std::move(table)).cells);
    for (Eigen::Index row = 0; row + 1 < cells.rows(); ++row)
        standardizeRow(cells, row);
    data.inputs = cells.topLeftCorner(scenario.inputs, scenario.examples);
    return data;
}

Result<DataSizes> sizes(const Scenario& scenario, const DataFolder& folder, const std::stop_token& stop)
{
    const Result<std::string> path = tableIn(folder);
    if (!path)
        return path.error();
    const Result<std::string> text = readFile(*path, kMaxCsvBytes);
    if (!text)
        return text.error();
    const Result<CsvTable> table = readCsv(*text, stop);
    if (!table)
        return Error{Fault::invalidData, {translatable("core", "“%1”: %2"), {*path, table.error().what}}};
    const auto inputs = static_cast<int>(table->cells.rows()) - 1;
    return DataSizes{std::max(1, inputs), scenario.outputs, static_cast<int>(table->cells.cols())};
}

} // namespace

extern const DatasetKind csv;
const DatasetKind csv{
    .id = "csv",
    .name = translatable("core", "Table (CSV)"),
    .formula = "x = (c − ⟨c⟩)/s, y last",
    .description = translatable("core",
        "A table of yours: the last column is the target, a number for one output or a class from 0 on for several; "
        "the "
        "other columns are the inputs, each brought to mean 0 and deviation 1."),
    .rank = 12,
    .wantsFolder = true,
    .sizes = sizes,
    .make = make,
};

} // namespace deltascope::datasets
