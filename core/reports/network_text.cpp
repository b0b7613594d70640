// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/network_text.h"

#include "base/registry.h"
#include "evaluation/evaluation.h"
#include "network/initializer.h"
#include "network/operations/operation.h"
#include "reading/json.h"
#include "results/memory_need.h"

#include <algorithm>
#include <limits>

namespace deltascope::reports {

namespace {

/// [at(0), at(1), …]
template <class At>
void addNumbers(Pieces& pieces, Eigen::Index count, const At& at)
{
    pieces.add("[");
    for (Eigen::Index i = 0; i < count && pieces.wanted(); ++i) {
        if (i > 0)
            pieces.add(", ");
        pieces.add(reading::jsonNumber(at(i)));
    }
    pieces.add("]");
}

/// A list of rows.
template <class Matrix>
void addMatrix(Pieces& pieces, const Matrix& matrix)
{
    pieces.add("[");
    for (Eigen::Index row = 0; row < matrix.rows() && pieces.wanted(); ++row) {
        if (row > 0)
            pieces.add(", ");
        addNumbers(pieces, matrix.cols(), [&](Eigen::Index column) { return matrix(row, column); });
    }
    pieces.add("]");
}

/// One entry a layer.
template <class AddLayer>
void addLayers(Pieces& pieces, const network::Network& network, const AddLayer& addLayer)
{
    pieces.add("[");
    for (int layer = 1; layer <= network.depth() && pieces.wanted(); ++layer) {
        if (layer > 1)
            pieces.add(",\n  ");
        addLayer(layer);
    }
    pieces.add("]");
}

bool scales(const network::LayerPlan& plan)
{
    return std::ranges::any_of(
        plan.operations, [](const network::LayerOperation& each) { return each.kind->scalesBranch; });
}

/// By what every number of a layer is multiplied in the first step: what is drawn, one row an example.
Eigen::MatrixXd masksOf(const network::Network& network, int layer, Eigen::Index examples)
{
    Eigen::MatrixXd factors = Eigen::MatrixXd::Ones(examples, network.size(layer));
    for (const network::LayerOperation& each : network.plan(layer).operations)
        for (Eigen::Index x = 0; each.kind->drawn != nullptr && x < factors.rows(); ++x)
            for (Eigen::Index i = 0; i < factors.cols(); ++i)
                factors(x, i) *= each.kind->drawn(network.draws(), each.scale, layer, x, i);
    return factors;
}

/// The first layer whose balanced bias the network's doubles do not hold; 0 where there is none.
int biasBeyondDoubles(const network::Network& network, const evaluation::Evaluation& evaluation)
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

std::optional<Error> cannotBeWritten(
    const model::Scenario& scenario, const data::Dataset& data, const network::Network& network)
{
    const network::Initializer* rule = findKind(network::initializersRegistry(), scenario.initializer);
    if (rule == nullptr || !rule->biasFromForwardPass)
        return std::nullopt;
    const evaluation::Evaluation evaluation = *evaluation::evaluate(scenario, data, network);
    if (const int layer = biasBeyondDoubles(network, evaluation))
        return Error{Fault::invalidData,
            {translatable(
                 "core", "The balanced bias of layer %1 is %2, which no double holds: this network cannot be written."),
                {layer, evaluation.layer(layer).bias.magnitude()}}};
    return std::nullopt;
}

} // namespace

Result<NetworkText> NetworkText::of(const model::Scenario& scenario, const data::DataFolder& folder, const Watch& watch)
{
    if (std::optional<Error> error =
            results::refusedForMemory(scenario, results::kProgramMemory + results::networkTextMemory(scenario)))
        return *std::move(error);
    Result<data::Dataset> data = data::makeDataset(scenario, {}, folder);
    if (!data)
        return data.error();
    NetworkText text;
    text.m_data = std::make_shared<const data::Dataset>(*std::move(data));
    text.m_network = std::make_shared<const network::Network>(scenario, *text.m_data, std::stop_token(), watch);
    if (std::optional<Error> error = cannotBeWritten(scenario, *text.m_data, *text.m_network))
        return *std::move(error);
    return text;
}

void NetworkText::write(const TextSink& sink, const Watch& watch) const
{
    const network::Network& network = *m_network;
    Pieces pieces(sink);
    pieces.add("{\"weights\": ");
    addLayers(pieces, network, [&](int layer) {
        addMatrix(pieces, network.weights(layer));
        if (watch)
            watch(static_cast<double>(layer) / network.depth());
    });
    pieces.add(",\n \"biases\": ");
    addLayers(pieces, network, [&](int layer) {
        const auto biases = network.biases(layer);
        addNumbers(pieces, biases.size(), [&](Eigen::Index i) { return biases[i]; });
    });
    if (std::ranges::any_of(network.structure().plans, [](const network::LayerPlan& plan) { return scales(plan); })) {
        pieces.add(",\n \"residual_scales\": ");
        addNumbers(pieces, network.depth(), [&](Eigen::Index i) { return network.branch(static_cast<int>(i) + 1); });
    }
    if (network.structure().draws()) {
        pieces.add(",\n \"masks\": ");
        addLayers(pieces, network, [&](int layer) {
            if (network.plan(layer).draws)
                addMatrix(pieces, masksOf(network, layer, m_data->inputs.cols()));
            else
                pieces.add("null");
        });
    }
    if (network.structure().gated()) {
        pieces.add(",\n \"gates\": ");
        addLayers(pieces, network, [&](int layer) {
            if (network.gateColumns(layer) == 0)
                return pieces.add("null");
            pieces.add("{\"weights\": ");
            addMatrix(pieces, network.gateWeights(layer));
            pieces.add(", \"biases\": ");
            const auto biases = network.gateBiases(layer);
            addNumbers(pieces, biases.size(), [&](Eigen::Index i) { return biases[i]; });
            pieces.add("}");
        });
    }
    pieces.add(",\n \"inputs\": ");
    addMatrix(pieces, m_data->inputs.transpose());
    pieces.add(",\n \"targets\": ");
    addMatrix(pieces, m_data->targets.transpose());
    pieces.add("}\n");
    pieces.handOn();
}

Result<std::string> networkJson(const model::Scenario& scenario, const data::DataFolder& folder)
{
    const Result<NetworkText> network = NetworkText::of(scenario, folder);
    if (!network)
        return network.error();
    std::string text;
    network->write([&](std::string_view piece) {
        text += piece;
        return true;
    });
    return text;
}

} // namespace deltascope::reports
