// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/evaluation_text.h"

#include "io/document_json.h"
#include "io/json.h"

#include <array>
#include <utility>
#include <vector>

namespace deltascope {

namespace {

using Named = std::pair<const char*, Scaled Statistics::*>;
constexpr std::array<Named, 4> kStatistics{Named{"mean", &Statistics::mean},
    Named{"std", &Statistics::standardDeviation}, Named{"min", &Statistics::minimum},
    Named{"max", &Statistics::maximum}};

using Quantity = std::pair<const char*, Statistics LayerEvaluation::*>;
constexpr std::array<Quantity, 3> kQuantities{Quantity{"z", &LayerEvaluation::z}, Quantity{"a", &LayerEvaluation::a},
    Quantity{"derivative", &LayerEvaluation::derivative}};

using Size = std::pair<const char*, Scaled (*)(const LayerEvaluation&)>;
constexpr std::array<Size, 3> kSizes{Size{"factor", [](const LayerEvaluation& layer) { return layer.factor; }},
    Size{"bias_speed", [](const LayerEvaluation& layer) { return layer.speed.normOfMean; }},
    Size{"weight_speed", [](const LayerEvaluation& layer) { return layer.speed.weight; }}};

std::span<const Size> sizesOf(const Evaluation& evaluation)
{
    return std::span(kSizes).subspan(evaluation.chain ? 0 : 1); // a factor is a number in a chain only
}

std::string log10Text(Scaled value)
{
    return value.isZero() ? "null" : jsonNumber(value.log10());
}

std::string sizeJson(Scaled value)
{
    return "{\"sign\": " + std::to_string(value.sign()) + ", \"log10\": " + log10Text(value) + "}";
}

/// "mean": 0.5, or "mean": null, "mean_sign": 1, "mean_log10": -347.4
std::string valueJson(const std::string& name, Scaled value)
{
    if (value.fitsDouble())
        return '"' + name + "\": " + jsonNumber(value.nearestDouble());
    return '"' + name + "\": null, \"" + name + "_sign\": " + std::to_string(value.sign()) + ", \"" + name
        + "_log10\": " + log10Text(value);
}

std::string statisticsJson(const Statistics& statistics)
{
    std::string text;
    for (const auto& [name, member] : kStatistics)
        text += (text.empty() ? "{" : ", ") + valueJson(name, statistics.*member);
    return text + "}";
}

std::string layerJson(const Evaluation& evaluation, int layer)
{
    std::string text = "{\"layer\": " + std::to_string(layer);
    for (const auto& [name, member] : kQuantities)
        text += std::string(", \"") + name + "\": " + statisticsJson(evaluation.layer(layer).*member);
    for (const auto& [name, size] : sizesOf(evaluation))
        text += std::string(", \"") + name + "\": " + sizeJson(size(evaluation.layer(layer)));
    return text + "}";
}

/// One column of the CSV table: what it is called and what stands in it.
struct TableColumn {
    std::string name;
    Statistics LayerEvaluation::*quantity = nullptr; // null: a size
    Scaled Statistics::*statistic = nullptr;
    Scaled (*size)(const LayerEvaluation&) = nullptr;
    enum class Part { value, sign, log10 } part = Part::value;

    Scaled of(const LayerEvaluation& layer) const { return quantity ? (layer.*quantity).*statistic : size(layer); }
    std::string cell(const LayerEvaluation& layer) const
    {
        const Scaled number = of(layer);
        if (part == Part::sign)
            return std::to_string(number.sign());
        if (part == Part::log10)
            return number.isZero() ? "" : jsonNumber(number.log10());
        return number.fitsDouble() ? jsonNumber(number.nearestDouble()) : "";
    }
};

bool allFit(const Evaluation& evaluation, const TableColumn& column)
{
    for (const LayerEvaluation& layer : evaluation.layers)
        if (!column.of(layer).fitsDouble())
            return false;
    return true;
}

std::vector<TableColumn> columnsOf(const Evaluation& evaluation)
{
    std::vector<TableColumn> columns;
    const auto addSize = [&columns](TableColumn column) {
        const std::string name = column.name;
        for (const auto& [suffix, part] :
            {std::pair{"_sign", TableColumn::Part::sign}, std::pair{"_log10", TableColumn::Part::log10}}) {
            column.name = name + suffix;
            column.part = part;
            columns.push_back(column);
        }
    };
    for (const auto& [quantity, member] : kQuantities)
        for (const auto& [statistic, which] : kStatistics) {
            const TableColumn column{
                std::string(quantity) + '_' + statistic, member, which, nullptr, TableColumn::Part::value};
            columns.push_back(column);
            if (!allFit(evaluation, column))
                addSize(column);
        }
    for (const auto& [name, size] : sizesOf(evaluation))
        addSize({name, nullptr, nullptr, size, TableColumn::Part::sign});
    return columns;
}

template <class Items, class Text>
std::string listJson(const Items& items, Text text, const char* separator = ", ")
{
    std::string list;
    for (const auto& item : items)
        list += (list.empty() ? "" : separator) + text(item);
    return "[" + list + "]";
}

std::string vectorJson(const Eigen::VectorXd& values)
{
    return listJson(std::vector<double>(values.begin(), values.end()), jsonNumber);
}

std::string matrixJson(const Eigen::MatrixXd& matrix)
{
    std::vector<Eigen::VectorXd> rows;
    for (Eigen::Index row = 0; row < matrix.rows(); ++row)
        rows.emplace_back(matrix.row(row).transpose());
    return listJson(rows, vectorJson);
}

/// The first layer whose balanced bias the network's doubles do not hold; 0 where there is none.
int biasBeyondDoubles(const Network& network, const Evaluation& evaluation)
{
    for (int layer = 1; layer <= network.depth(); ++layer) {
        if (!network.balanced(layer))
            continue;
        const double largest = network.biases(layer).cwiseAbs().maxCoeff();
        if (largest == std::numeric_limits<double>::max()
            || (evaluation.chain && !evaluation.layer(layer).bias.fitsDouble()))
            return layer;
    }
    return 0;
}

} // namespace

std::string evaluationJson(const Scenario& scenario, const Evaluation& evaluation)
{
    std::string text = "{\"format\": \"deltascope.evaluation\", \"schema\": " + std::to_string(kSchema)
        + ",\n \"scenario\": " + writeScenario(scenario, true) + ",\n " + valueJson("cost", evaluation.cost);
    if (evaluation.chain)
        text += ", \"product\": " + sizeJson(evaluation.product);
    text += ",\n \"layers\": [";
    for (int layer = 1; layer <= evaluation.depth(); ++layer)
        text += (layer == 1 ? "\n  " : ",\n  ") + layerJson(evaluation, layer);
    return text + "]}\n";
}

std::string evaluationCsv(const Evaluation& evaluation)
{
    const std::vector<TableColumn> columns = columnsOf(evaluation);
    std::string text = "layer";
    for (const TableColumn& column : columns)
        text += ',' + column.name;
    text += '\n';
    for (int layer = 1; layer <= evaluation.depth(); ++layer) {
        text += std::to_string(layer);
        for (const TableColumn& column : columns)
            text += ',' + column.cell(evaluation.layer(layer));
        text += '\n';
    }
    return text;
}

Result<std::string> networkJson(const Scenario& scenario, const DataFolder& folder)
{
    const Result<Dataset> data = makeDataset(scenario, {}, folder);
    if (!data)
        return data.error();
    const Network network(scenario, *data);
    const Evaluation evaluation = *evaluate(scenario, *data, network);
    if (const int layer = biasBeyondDoubles(network, evaluation))
        return Error{Fault::invalidData,
            {translatable(
                 "core", "The balanced bias of layer %1 is %2, which no double holds: this network cannot be written."),
                {layer, evaluation.layer(layer).bias.magnitude()}}};
    std::vector<Eigen::MatrixXd> weights;
    std::vector<Eigen::VectorXd> biases;
    for (int layer = 1; layer <= network.depth(); ++layer) {
        weights.emplace_back(network.weights(layer));
        biases.emplace_back(network.biases(layer));
    }
    return "{\"weights\": " + listJson(weights, matrixJson, ",\n  ") + ",\n \"biases\": "
        + listJson(biases, vectorJson, ",\n  ") + ",\n \"inputs\": " + matrixJson(data->inputs.transpose())
        + ",\n \"targets\": " + matrixJson(data->targets.transpose()) + "}\n";
}

} // namespace deltascope
