// SPDX-License-Identifier: GPL-3.0-or-later
// What leads from a layer to the next one beside its weights: what goes on as it is, by a residual connection or
// because a layer keeps a share of its input, what a gate adds, and inputs that enter on the way. Of a folded network
// the loops of its one cell.
#include "figures/network_parts/network_drawing.h"
#include "figures/parts/figure_sentences.h"
#include "network/structure.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>
#include <vector>

namespace deltascope::network_parts {

namespace {

constexpr double kBend = 0.75; // of the first path beside the weights; further ones lie further out
constexpr double kBelow = 0.35; // of one on the other side
constexpr double kApart = 0.45; // of loops, and of paths on the same side

/// "1 − z = 0.5", its number alone where there is little room.
Message labelOf(const NetworkDrawing& drawing, const char* name, const numerics::Scaled* value)
{
    if (value == nullptr)
        return {name, {}};
    if (drawing.columns.size() > kSpeltColumns)
        return {"%1", {factorNumber(drawing, *value)}};
    return {"%1 = %2", {Message{name, {}}, diagnosis::number(*value)}};
}

/// How much higher arcs are where a column has many neurons.
double growthOf(const NetworkDrawing& drawing)
{
    std::size_t most = 1;
    for (const NetworkColumn& column : drawing.columns)
        most = std::max(most, column.neurons.size());
    return std::max(1.0, static_cast<double>(most) / 4);
}

/// A link of its own: from neuron to neuron of a chain, in a wide network between the topmost ones.
figures::Edge pathInto(const NetworkDrawing& drawing, std::size_t c, int number)
{
    figures::Edge edge;
    edge.from = static_cast<int>(drawing.first[c - 1]);
    edge.to = static_cast<int>(drawing.first[c]);
    if (drawing.folded && c == kCellColumn) { // loops about each other, outside that of the weights
        edge.from = edge.to;
        edge.bend = growthOf(drawing) * (kBend + kApart * (number + 1));
        return edge;
    }
    edge.bend = number % 2 == 0 ? kBend + kApart * (number / 2) : -(kBelow + kApart * (number / 2));
    return edge;
}

void addPathsInto(NetworkDrawing& drawing, std::size_t c)
{
    const model::Scenario& scenario = drawing.snapshot.scenario;
    const int layer = drawing.columns[c].layer;
    const bool chain = network::isChain(scenario);
    const evaluation::LayerEvaluation* values = chain ? evaluated(drawing, layer) : nullptr;
    std::vector<figures::Edge> edges;
    const auto add = [&](const char* name, const numerics::Scaled* value, bool past) {
        figures::Edge edge = pathInto(drawing, c, static_cast<int>(edges.size()));
        edge.label = labelOf(drawing, name, value);
        edge.past = past;
        edge.sign = value == nullptr ? 1 : value->sign();
        edge.strength = value == nullptr ? 0.5 : strengthOf(numerics::abs(*value));
        edges.push_back(std::move(edge));
    };
    const std::span<const char* const> names = network::pathNames(scenario, layer);
    for (std::size_t i = 1; i < names.size(); ++i)
        add(names[i], values != nullptr && i < values->paths.size() ? &values->paths[i] : nullptr, i == 1);
    if (const double identity = network::identityOf(scenario, layer); identity != 0) {
        const numerics::Scaled alpha = numerics::Scaled::from(identity);
        add("α", &alpha, true);
    }
    std::ranges::move(edges, std::back_inserter(drawing.graph.edges));
}

/// The weights of the cell, as a loop inside the others.
void addLoop(NetworkDrawing& drawing)
{
    figures::Edge edge;
    edge.from = edge.to = static_cast<int>(drawing.first[kCellColumn]);
    edge.bend = growthOf(drawing) * kBend;
    const evaluation::LayerEvaluation* values = evaluated(drawing, drawing.columns[kCellColumn].layer);
    if (values != nullptr && network::isChain(drawing.snapshot.scenario)) {
        const numerics::Scaled weight = numerics::Scaled::from(values->weight);
        edge.sign = weight.sign();
        edge.strength = strengthOf(numerics::abs(weight));
        edge.label = values->paths.empty()
            ? Message{"%1 = %2", {"w", diagnosis::number(weight)}}
            : labelOf(drawing, network::pathNames(drawing.snapshot.scenario, drawing.columns[kCellColumn].layer)[0],
                &values->paths[0]);
    } else {
        edge.label = {"w", {}};
    }
    drawing.graph.edges.push_back(std::move(edge));
}

/// Names without numbers stand together at the outermost loop, from there inwards: for a line each there is no room
/// above many neurons.
void nameLoopsTogether(NetworkDrawing& drawing)
{
    std::vector<figures::Edge*> loops;
    for (figures::Edge& edge : drawing.graph.edges)
        if (edge.from == edge.to)
            loops.push_back(&edge);
    std::ranges::sort(loops, [](const figures::Edge* a, const figures::Edge* b) { return a->bend > b->bend; });
    for (std::size_t i = 1; i < loops.size(); ++i)
        loops.front()->label = {"%1, %2", {loops.front()->label, std::exchange(loops[i]->label, {})}};
}

/// What is fed to this column, below it.
void addFedTo(NetworkDrawing& drawing, std::size_t c, double row)
{
    const int layer = drawing.columns[c].layer;
    figures::Node node;
    node.x = static_cast<double>(c);
    node.y = row;
    for (std::size_t i = drawing.first[c]; i < drawing.neurons && drawing.graph.nodes[i].layer == layer; ++i)
        drawing.graph.nodes[i].slope = {}; // its place is taken
    node.layer = layer;
    node.hasSize = false;
    node.role = figures::Role::context;
    node.label = drawing.folded ? Message{"xₜ", {}} : Message{"%1", {diagnosis::indexed("x", layer)}};
    node.readout = {translatable("core", "what enters at step %1, through the weights of layer 1"), {layer}};
    figures::Edge edge;
    edge.from = static_cast<int>(drawing.graph.nodes.size());
    const std::size_t last = c + 1 < drawing.first.size() ? drawing.first[c + 1] : drawing.neurons;
    edge.to = static_cast<int>(last) - 1;
    if (const evaluation::LayerEvaluation* values = evaluated(drawing, 1);
        values != nullptr && network::isChain(drawing.snapshot.scenario)) {
        const numerics::Scaled weight = numerics::Scaled::from(values->weight);
        edge.sign = weight.sign();
        edge.strength = strengthOf(numerics::abs(weight));
    }
    drawing.graph.nodes.push_back(std::move(node));
    drawing.graph.edges.push_back(std::move(edge));
}

} // namespace

Argument factorNumber(const NetworkDrawing& drawing, numerics::Scaled value)
{
    const double size = value.fitsDouble() ? std::abs(value.nearestDouble()) : 0;
    if (drawing.columns.size() > kSpeltColumns && size > 1e-3 && size < 1e3)
        return Real{value.nearestDouble(), 2}; // three numbers stand over each other in a cell
    return diagnosis::number(value);
}

void addPaths(NetworkDrawing& drawing)
{
    for (std::size_t c = 1; c < drawing.columns.size(); ++c)
        if (drawing.folded || drawing.columns[c].layer == drawing.columns[c - 1].layer + 1)
            addPathsInto(drawing, c);
    if (drawing.folded)
        addLoop(drawing);
    if (drawing.folded && !network::isChain(drawing.snapshot.scenario))
        nameLoopsTogether(drawing);
    if (model::stepsOf(drawing.snapshot.scenario) == 1)
        return;
    drawing.neurons = drawing.graph.nodes.size();
    double row = 0;
    for (const figures::Node& node : drawing.graph.nodes)
        row = std::min(row, node.y);
    for (std::size_t c = 1; c < drawing.columns.size(); ++c)
        if (const int layer = drawing.columns[c].layer; layer > 1 && layer < drawing.snapshot.scenario.depth)
            addFedTo(drawing, c, row - kFedBelow);
}

} // namespace deltascope::network_parts
