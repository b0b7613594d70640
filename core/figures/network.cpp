// SPDX-License-Identifier: GPL-3.0-or-later
// The network drawn: neurons coloured by log10 of their learning speed ‖δˡ‖, links labelled by their factor wₗ f′(zₗ).
#include "figures/figure_kind.h"
#include "figures/parts/axis_range.h"
#include "figures/parts/network_columns.h"
#include "figures/parts/wording.h"

#include <algorithm>
#include <cmath>

namespace deltascope {

namespace {

constexpr std::size_t kFullLabels = 8; // columns up to which a link spells its product out

struct Drawing {
    const Snapshot& snapshot;
    int selected;
    std::vector<NetworkColumn> columns;
    Graph graph;
    std::vector<std::size_t> first; // index of each column's first node
};

const LayerEvaluation* evaluated(const Drawing& drawing, int layer)
{
    const Evaluation* evaluation = drawing.snapshot.evaluation.get();
    return evaluation && layer > 0 && layer <= evaluation->depth() ? &evaluation->layer(layer) : nullptr;
}

Message readout(const Drawing& drawing, int layer)
{
    const LayerEvaluation* values = evaluated(drawing, layer);
    if (layer == 0)
        return {translatable("core", "the input, a₀ = %1"), {number(drawing.snapshot.scenario.input)}};
    if (!values)
        return {translatable("core", "layer %1"), {layer}};
    if (drawing.snapshot.evaluation->chain)
        return {translatable("core", "layer %1: w = %2, b = %3, z = %4, a = %5, w %6′(z) = %7, ∂C/∂b = %8, ∂C/∂w = %9"),
            {layer, number(values->weight), number(values->bias), number(values->z.mean), number(values->a.mean),
                symbolOf(activationOf(drawing.snapshot.scenario, layer)), number(values->factor), number(values->delta),
                number(values->speed.weight)}};
    return {translatable("core", "layer %1: mean z = %2, mean a = %3, ‖∂C/∂b‖ = %4, ‖∂C/∂w‖ = %5"),
        {layer, number(values->z.mean), number(values->a.mean), number(values->speed.normOfMean),
            number(values->speed.weight)}};
}

Node nodeOf(const Drawing& drawing, int layer)
{
    Node node;
    node.layer = layer;
    node.readout = readout(drawing, layer);
    node.hasSize = false;
    if (const LayerEvaluation* values = evaluated(drawing, layer)) {
        node.hasSize = true;
        node.size = values->speed.normOfMean.magnitude();
    }
    node.selected = layer > 0 && layer == drawing.selected;
    node.setByHand = heededSetting(drawing.snapshot.scenario, layer) != nullptr;
    const bool last = layer == drawing.snapshot.scenario.depth && layer > 1;
    node.role = last ? Role::last : layer == 1 ? Role::first : layer == 0 ? Role::context : Role::primary;
    return node;
}

void addNodes(Drawing& drawing)
{
    for (std::size_t c = 0; c < drawing.columns.size(); ++c) {
        const NetworkColumn& column = drawing.columns[c];
        drawing.first.push_back(drawing.graph.nodes.size());
        const double middle = (static_cast<double>(column.neurons.size()) - 1) / 2;
        for (std::size_t i = 0; i < column.neurons.size(); ++i) {
            Node node = nodeOf(drawing, column.layer);
            node.x = static_cast<double>(c);
            node.y = middle - static_cast<double>(i);
            if (i == 0)
                node.label = column.layer == 0 ? Message{"a₀", {}} : Message{"%1", {column.layer}};
            drawing.graph.nodes.push_back(std::move(node));
        }
    }
}

double strengthOf(Scaled factor)
{
    return factor.isZero() ? 0.0 : std::clamp(0.5 + 0.25 * factor.log10(), 0.1, 1.0);
}

// The link of a chain into `layer` from the column before, which is `skipped` layers further than its neighbour.
Edge chainEdge(const Drawing& drawing, int layer, int skipped)
{
    Edge edge;
    edge.elided = skipped > 0;
    const LayerEvaluation* to = evaluated(drawing, layer);
    if (skipped > 0)
        edge.label = {translatable("core", "%1 layers"), {skipped}};
    if (!to || !drawing.snapshot.evaluation->chain)
        return edge;
    if (skipped == 0) {
        edge.sign = to->factor.sign();
        edge.strength = strengthOf(to->factor);
        if (drawing.columns.size() > kFullLabels)
            edge.label = {"%1", {number(to->factor)}};
        else
            edge.label = {"%1%2′ = %3",
                {indexed("w", layer), symbolOf(activationOf(drawing.snapshot.scenario, layer)), number(to->factor)}};
        return edge;
    }
    Scaled product = Scaled::from(1);
    for (int l = layer - skipped; l <= layer; ++l)
        product = product * drawing.snapshot.evaluation->layer(l).factor;
    edge.sign = product.sign();
    edge.strength = strengthOf(product);
    edge.label = {translatable("core", "%1 layers, ∏ = %2"), {skipped, number(product)}};
    return edge;
}

// The links between two columns of a wide network, by the sizes and signs of their weights.
void addWideEdges(Drawing& drawing, std::size_t c)
{
    const NetworkColumn& from = drawing.columns[c - 1];
    const NetworkColumn& to = drawing.columns[c];
    const int skipped = to.layer - from.layer - 1;
    const Network* network = drawing.snapshot.network.get();
    double largest = 0;
    if (network && skipped == 0)
        for (const int i : from.neurons)
            for (const int j : to.neurons)
                largest = std::max(largest, std::abs(network->weights(to.layer)(j, i)));
    for (std::size_t i = 0; i < from.neurons.size(); ++i)
        for (std::size_t j = 0; j < to.neurons.size(); ++j) {
            Edge edge;
            edge.from = static_cast<int>(drawing.first[c - 1] + i);
            edge.to = static_cast<int>(drawing.first[c] + j);
            edge.elided = skipped > 0;
            if (largest > 0) {
                const double weight = network->weights(to.layer)(to.neurons[j], from.neurons[i]);
                edge.sign = (weight > 0) - (weight < 0);
                edge.strength = std::abs(weight) / largest;
            }
            if (skipped > 0 && i == 0 && j == 0)
                edge.label = {translatable("core", "%1 layers"), {skipped}};
            drawing.graph.edges.push_back(std::move(edge));
        }
}

void addEdges(Drawing& drawing)
{
    for (std::size_t c = 1; c < drawing.columns.size(); ++c) {
        const NetworkColumn& from = drawing.columns[c - 1];
        const NetworkColumn& to = drawing.columns[c];
        if (from.neurons.size() > 1 || to.neurons.size() > 1) {
            addWideEdges(drawing, c);
            continue;
        }
        Edge edge = chainEdge(drawing, to.layer, to.layer - from.layer - 1);
        edge.from = static_cast<int>(drawing.first[c - 1]);
        edge.to = static_cast<int>(drawing.first[c]);
        drawing.graph.edges.push_back(std::move(edge));
    }
}

void colour(Drawing& drawing, std::vector<Message>& notes)
{
    AxisRange range;
    std::vector<int> zeros;
    if (const Evaluation* evaluation = drawing.snapshot.evaluation.get())
        for (int l = 1; l <= evaluation->depth(); ++l) {
            const Scaled speed = evaluation->layer(l).speed.normOfMean;
            if (speed.isZero())
                zeros.push_back(l);
            else if (!speed.beyondRange())
                range.include(speed.log10());
        }
    const AxisRange padded = range.padded(0, 1);
    drawing.graph.lower = padded.lower;
    drawing.graph.upper = padded.upper;
    if (!zeros.empty())
        notes.push_back(
            {translatable("core", "The learning speed is exactly 0 in %1: those neurons are empty and marked 0."),
                {layersNamed(zeros)}});
}

// Says which layers and neurons are not drawn, and counts those of a column under it.
void countRest(Panel& panel, const Drawing& drawing, double bottom, std::vector<Message>& notes)
{
    std::vector<int> shown;
    for (std::size_t c = 0; c < drawing.columns.size(); ++c) {
        const NetworkColumn& column = drawing.columns[c];
        if (column.layer > 0)
            shown.push_back(column.layer);
        const int rest = column.size - static_cast<int>(column.neurons.size());
        if (rest > 0)
            panel.elements.push_back(
                Label{{translatable("core", "+ %1 more"), {rest}}, Role::context, static_cast<double>(c), bottom});
    }
    const int depth = drawing.snapshot.scenario.depth;
    if (static_cast<int>(shown.size()) < depth)
        notes.push_back(
            {translatable("core", "Drawn are layers %1 of %2; select a layer to see it and its neighbours."),
                {layerRuns(shown), depth}});
    if (!isChain(drawing.snapshot.scenario))
        notes.push_back(
            {translatable("core", "Each neuron has the colour of its layer's speed ‖δˡ‖; links show the weights."),
                {}});
}

Message caption(const Evaluation& evaluation)
{
    const int depth = evaluation.depth();
    const Argument first = number(evaluation.layer(1).speed.normOfMean);
    if (depth == 1)
        return {translatable("core", "One layer that learns, at the speed ‖∂C/∂b₁‖ = %1."), {first}};
    const Argument last = number(evaluation.layer(depth).speed.normOfMean);
    if (!evaluation.chain)
        return {translatable("core", "Learning speed ‖δˡ‖: %1 in layer 1, %2 in layer %3."), {first, last, depth}};
    return {translatable("core", "Learning speed |δˡ|: %1 in layer 1, %2 in layer %3. The links multiply to %4."),
        {first, last, depth, number(evaluation.product)}};
}

Figure build(const Snapshot& snapshot, const ViewState& view)
{
    Figure figure{"network", {translatable("core", "The network"), {}}, {}, {}, {}};
    const int selected = selectedLayer(snapshot, view);
    Drawing drawing{snapshot, selected, networkColumns(snapshot.scenario, selected), {}, {}};
    drawing.graph.sizeName = {translatable("core", "speed ‖δˡ‖"), {}};
    addNodes(drawing);
    addEdges(drawing);
    colour(drawing, figure.notes);
    double reach = 1;
    for (const Node& node : drawing.graph.nodes)
        reach = std::max(reach, std::abs(node.y) + 0.5);
    Panel panel;
    panel.axes = false;
    panel.legend = false;
    panel.x = {{translatable("core", "layer l"), {}}, "", AxisScale::layers, -0.6,
        static_cast<double>(drawing.columns.size()) - 0.4, 0};
    countRest(panel, drawing, -reach - 0.2, figure.notes);
    const double counts = panel.elements.empty() ? 0 : 0.5; // under the neurons
    panel.y = {{translatable("core", "neuron"), {}}, "", AxisScale::linear, -reach - counts, reach, 0};
    panel.elements.insert(panel.elements.begin(), std::move(drawing.graph));
    figure.panels.push_back(std::move(panel));
    figure.caption = snapshot.evaluation ? caption(*snapshot.evaluation) : beingComputed();
    return figure;
}

} // namespace

namespace figures {
extern const FigureKind network{
    "network",
    translatable("core", "Network"),
    translatable("core",
        "The network itself: each neuron has the colour of its learning speed ‖δˡ‖ on a logarithmic scale, each link "
        "the factor "
        "wₗ f′(zₗ) by which it multiplies the gradient on its way back. Click a neuron to select its layer and set its "
        "own "
        "weight and bias."),
    0,
    needs(Need::evaluation),
    build,
};
} // namespace figures

} // namespace deltascope
