// SPDX-License-Identifier: GPL-3.0-or-later
// A table of the user's (table_reading.h says how it is understood). Each input is brought to mean 0 and deviation 1,
// or to 0 … 1, over the rows that are examples (a column that is constant becomes 0), or left as it is. One output
// takes the target as a number, scaled too where that is asked for, or the place of one of two words, 0 or 1; more
// outputs take classes, one-hot. Examples are drawn from the rows by the seed: those of a larger number are those of a
// smaller one and more. core/maths.md 13.9.
#include "base/message.h"
#include "data/dataset_kind.h"
#include "data/datasets/random_examples.h"
#include "data/table_columns.h"
#include "data/table_file.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace deltascope::datasets {

namespace {

using data::ReadTable;

int inputsOf(const ReadTable& read)
{
    return static_cast<int>(read.reading.inputs.size());
}

int rowsOf(const ReadTable& read)
{
    return static_cast<int>(read.reading.rows.size());
}

int classesOf(const ReadTable& read)
{
    return static_cast<int>(read.reading.classes.names.size());
}

Result<data::DataSizes> sizes(
    const model::Scenario& scenario, const data::DataFolder& folder, const std::stop_token& stop)
{
    const Result<ReadTable> read = data::readTableFile(folder, scenario.table, stop);
    if (!read)
        return read.error();
    if (stop.stop_requested())
        return data::DataSizes{};
    return data::DataSizes{inputsOf(*read), std::max(1, classesOf(*read)), rowsOf(*read), read->reading.classes.names,
        data::understood(*read)};
}

std::optional<Error> misfit(const model::Scenario& scenario, const ReadTable& read)
{
    if (inputsOf(read) != scenario.inputs)
        return Error{Fault::usage,
            {translatable("core", "“%1” needs inputs = %2, as many as it has input columns, not %3."),
                {read.path, inputsOf(read), scenario.inputs}}};
    if (rowsOf(read) < scenario.examples)
        return Error{Fault::usage,
            {translatable("core", "“%1” has %2 rows; examples and holdout together need %3."),
                {read.path, rowsOf(read), scenario.examples}}};
    return std::nullopt;
}

using Scaling = void (*)(std::vector<double>& values);
Scaling scalingOf(const std::string& id);

/// The target of each row: a number, scaled, or which output it is. More outputs than classes are filled where the
/// numbers themselves name outputs.
Result<std::vector<double>> targetsOf(const ReadTable& read, int outputs, Scaling scale)
{
    const data::TableClasses& classes = read.reading.classes;
    std::vector<double> targets(read.reading.rows.size());
    const bool byPlace = outputs == 1 ? classes.words : classesOf(read) == outputs || classes.words;
    if (byPlace && (outputs == 1 ? classesOf(read) > 2 : classesOf(read) != outputs))
        return Error{Fault::usage,
            {translatable("core", "“%1”: %2 has %3 classes, so outputs = %3 is needed, not %4."),
                {read.path, data::columnName(read.table, read.reading.target), classesOf(read), outputs}}};
    for (std::size_t i = 0; i < targets.size(); ++i)
        targets[i] = byPlace ? classes.ofRow[i] : read.table.number(read.reading.rows[i], read.reading.target);
    if (outputs == 1 && !byPlace)
        scale(targets);
    for (std::size_t i = 0; i < targets.size() && outputs > 1; ++i)
        if (targets[i] != std::floor(targets[i]) || targets[i] < 0 || targets[i] >= outputs) {
            const int line = read.table.lines[static_cast<std::size_t>(read.reading.rows[i])];
            return Error{classes.names.empty() ? Fault::invalidData : Fault::usage,
                {translatable("core", "“%1”: row %2: the label %3 is not one of the classes 0 to %4, one per output."),
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

/// (v − least)/(largest − least); halves, so that no difference overflows.
void toUnitRange(std::vector<double>& values)
{
    if (values.empty())
        return;
    const auto [least, largest] = std::ranges::minmax(values);
    const double low = least / 2, range = largest / 2 - low;
    for (double& value : values)
        value = range > 0 ? (value / 2 - low) / range : 0;
}

Scaling scalingOf(const std::string& id)
{
    if (id == "standard")
        return standardize;
    if (id == "min_max")
        return toUnitRange;
    return [](std::vector<double>&) {};
}

/// The columns that are the same in all of these rows.
std::vector<int> constantColumns(const ReadTable& read)
{
    std::vector<int> constant;
    const std::vector<int>& rows = read.reading.rows;
    for (const int column : read.reading.inputs) {
        const double first = data::inputValue(read.table, rows.front(), column);
        if (rows.size() > 1
            && std::ranges::all_of(rows, [&](int row) { return data::inputValue(read.table, row, column) == first; }))
            constant.push_back(column);
    }
    return constant;
}

/// Where its numbers stood and where they are brought to: from the least and the largest of them.
data::OwnColumn ownColumn(
    const ReadTable& read, int column, const std::vector<double>& scaled, double (*value)(const ReadTable&, int, int))
{
    data::OwnColumn own{.number = column + 1, .factor = 0};
    if (!read.table.names.empty())
        own.name = read.table.names[static_cast<std::size_t>(column)];
    const auto [least, most] = std::ranges::minmax_element(scaled);
    const auto at = [&](auto place) {
        return value(read, read.reading.rows[static_cast<std::size_t>(place - scaled.begin())], column);
    };
    const double low = at(least);
    if (const double range = *most - *least; range > 0)
        own.factor = (at(most) - low) / range;
    own.offset = low - own.factor * *least;
    return own;
}

/// A few columns at a time: neighbours lie side by side in memory.
bool setInputs(const ReadTable& read, const std::vector<std::size_t>& order, Scaling scale, data::Dataset& data,
    const std::stop_token& stop)
{
    constexpr std::size_t kTogether = 8;
    Eigen::MatrixXd& inputs = data.inputs;
    const std::vector<int>& columns = read.reading.inputs;
    std::vector<std::vector<double>> values(kTogether, std::vector<double>(read.reading.rows.size()));
    for (std::size_t first = 0; first < columns.size(); first += kTogether) {
        const std::size_t count = std::min(kTogether, columns.size() - first);
        for (std::size_t row = 0; row < read.reading.rows.size(); ++row)
            for (std::size_t i = 0; i < count; ++i)
                values[i][row] = data::inputValue(read.table, read.reading.rows[row], columns[first + i]);
        for (std::size_t i = 0; i < count; ++i) {
            scale(values[i]);
            data.columns.push_back(ownColumn(read, columns[first + i], values[i],
                [](const ReadTable& of, int row, int column) { return data::inputValue(of.table, row, column); }));
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
    const Result<ReadTable> read = data::readTableFile(folder, scenario.table, stop);
    if (!read)
        return read.error();
    if (stop.stop_requested())
        return data::Dataset{};
    if (std::optional<Error> error = misfit(scenario, *read))
        return *std::move(error);
    const Result<std::vector<double>> targets =
        targetsOf(*read, scenario.outputs, scalingOf(scenario.table.targetScale));
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
    if (!setInputs(*read, order, scalingOf(scenario.table.scale), data, stop))
        return data::Dataset{};
    data.understood = data::understood(*read);
    if (classesOf(*read) == scenario.outputs)
        data.classes = read->reading.classes.names;
    if (scenario.outputs == 1 && read->reading.classes.words)
        data.sides = read->reading.classes.names;
    else if (scenario.outputs == 1)
        data.answered = ownColumn(*read, read->reading.target, *targets,
            [](const ReadTable& of, int row, int column) { return of.table.number(row, column); });
    if (const int classes = classesOf(*read);
        scenario.outputs == 1 && classes > 2 && scenario.table.targetAs != "number")
        data.remarks.push_back({translatable("core",
                                    "The %1 classes go to one output as the numbers that they are: outputs = %1 gives "
                                    "each class its own."),
            {classes}});
    const Eigen::Index learnt = data.targets.cols() - scenario.holdout;
    const double target = data.targets(0, 0);
    const auto differs = [&](double other) { return other != target; };
    if (scenario.outputs == 1 && learnt > 1 && (data.targets.leftCols(learnt).array() == target).all()
        && std::ranges::any_of(*targets, differs)) // or it is said of the column
        data.remarks.push_back(
            {translatable("core", "All examples have the same target, %1: there is nothing to tell apart."),
                {Real{target, 6}}});
    if (const std::vector<int> constant = constantColumns(*read); !constant.empty())
        data.remarks.push_back(
            {constant.size() == 1 ? translatable("core", "The column %1 is the same in every row and tells nothing.")
                                  : translatable("core", "The columns %1 are the same in every row and tell nothing."),
                {data::columnList(read->table, constant)}});
    return data;
}

} // namespace

extern const data::DatasetKind csv;
const data::DatasetKind csv{
    .id = "csv",
    .name = translatable("core", "Table (CSV)"),
    .formula = "x = (c − ⟨c⟩)/s",
    .description = translatable("core",
        "Your own table: the column that the header calls target, label, class …, or else the last one, is the target, "
        "a number or a class; the other columns are the inputs, each brought to mean 0 and deviation 1, or as “Table” "
        "says."),
    .rank = 12,
    .usesTable = true,
    .wantsFolder = true,
    .sizes = sizes,
    .files = [](const data::DataFolder& folder) -> Result<std::vector<std::string>> {
        const Result<std::string> path = data::tableIn(folder);
        if (!path)
            return path.error();
        return std::vector{*path};
    },
    .make = make,
};

} // namespace deltascope::datasets
