// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/network_text.h"

#include "evaluation.h"
#include "io/json.h"

#include <limits>
#include <vector>

namespace deltascope {

namespace {

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
