// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/network_text.h"

#include "documents/document_json.h"
#include "network/operation.h"
#include "reading/json.h"

#include <algorithm>

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

} // namespace

Result<NetworkText> NetworkText::of(const model::Scenario& scenario, const data::DataFolder& folder, const Watch& watch)
{
    Result<NetworkExport> made = networkExport(scenario, folder, 0, watch);
    if (!made)
        return made.error();
    return NetworkText(*std::move(made));
}

void NetworkText::write(const TextSink& sink, const Watch& watch) const
{
    const network::Network& network = *m_made.network;
    const data::Dataset& data = *m_made.data;
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
                addMatrix(pieces, masksOf(network, layer, data.inputs.cols()));
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
    addMatrix(pieces, data.inputs.transpose());
    pieces.add(",\n \"targets\": ");
    addMatrix(pieces, data.targets.transpose());
    pieces.add(",\n \"scenario\": " + documents::writeDocument({.scenario = m_made.scenario}));
    if (m_made.step > 0)
        pieces.add(",\n \"step\": " + std::to_string(m_made.step));
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
