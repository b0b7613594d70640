// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/moved_value.h"
#include "figures/network_parts/network_drawing.h"
#include "figures/parts/figure_sentences.h"
#include "network/structure.h"

#include <algorithm>
#include <cmath>

namespace deltascope::network_parts {

namespace {

constexpr std::size_t kAllLinks = 36; // between two columns, up to which all are drawn
constexpr std::size_t kStrongest = 3; // into each neuron beyond that

/// Of the weights and slopes between the neuron of layer `from` and that of layer `to`, without those neurons' own.
numerics::Scaled productBetween(const evaluation::Evaluation& evaluation, int from, int to)
{
    numerics::Scaled product = numerics::Scaled::from(evaluation.layer(from + 1).weight);
    for (int l = from + 1; l < to; ++l)
        product = product * evaluation.layer(l).slope * numerics::Scaled::from(evaluation.layer(l + 1).weight);
    return product;
}

Message layersLeftOut(int count)
{
    return count == 1 ? Message{translatable("core", "1 layer"), {}}
                      : Message{translatable("core", "%1 layers"), {count}};
}

Message weightLabel(const NetworkDrawing& drawing, int layer, double weight)
{
    const bool spelt = drawing.columns.size() <= kSpeltColumns;
    const evaluation::LayerEvaluation* values = evaluated(drawing, layer);
    if (values != nullptr && !values->paths.empty()) { // what goes through the weight, beside the other paths
        const Argument path = factorNumber(drawing, values->paths[0]);
        const char* name = network::pathNames(drawing.snapshot.scenario, layer)[0];
        return spelt ? Message{"%1 = %2", {Message{name, {}}, path}} : Message{"%1", {path}};
    }
    return spelt ? Message{"%1 = %2", {diagnosis::indexed("w", layer), diagnosis::number(weight)}}
                 : Message{"%1", {diagnosis::number(weight)}};
}

// The link of a chain into `layer` from the column before, which is `skipped` layers further than its neighbour.
figures::Edge chainEdge(const NetworkDrawing& drawing, int layer, int skipped)
{
    figures::Edge edge;
    edge.elided = skipped > 0;
    const evaluation::LayerEvaluation* to = evaluated(drawing, layer);
    if (skipped > 0)
        edge.label = layersLeftOut(skipped);
    if (!to || !drawing.snapshot.get<evaluation::Evaluation>()->chain)
        return edge;
    if (skipped == 0) {
        const numerics::Scaled weight = numerics::Scaled::from(to->weight);
        edge.sign = weight.sign();
        edge.strength = strengthOf(numerics::abs(weight));
        edge.label = weightLabel(drawing, layer, to->weight);
        edge.grip = figures::gripOfLayer(drawing.snapshot.scenario, drawing.snapshot.step, "weight", layer);
        edge.grip.turned = !edge.grip.parameter.empty();
        edge.grip.value = edge.grip.turned ? to->weight : 0;
        if (drawing.folded && layer > 1 && layer < drawing.snapshot.scenario.depth)
            edge.label = {}; // it stands at the loop
        return edge;
    }
    if (!network::factorsAreProducts(drawing.snapshot.scenario)) // then no product of weights and slopes
        return edge;
    const numerics::Scaled product =
        productBetween(*drawing.snapshot.get<evaluation::Evaluation>(), layer - skipped - 1, layer);
    edge.sign = product.sign();
    edge.strength = strengthOf(numerics::abs(product));
    edge.label = {"%1, ∏ = %2", {layersLeftOut(skipped), diagnosis::number(product)}};
    return edge;
}

// Layers are left out here: one dotted line from neuron to neuron, the middle one with their number.
void addElided(NetworkDrawing& drawing, std::size_t c)
{
    const NetworkColumn& from = drawing.columns[c - 1];
    const NetworkColumn& to = drawing.columns[c];
    const std::size_t lines = std::min(from.neurons.size(), to.neurons.size());
    const auto spread = [&](std::size_t i, std::size_t count) {
        return lines == 1 ? (count - 1) / 2 : i * (count - 1) / (lines - 1);
    };
    for (std::size_t i = 0; i < lines; ++i) {
        figures::Edge edge;
        edge.from = static_cast<int>(drawing.first[c - 1] + spread(i, from.neurons.size()));
        edge.to = static_cast<int>(drawing.first[c] + spread(i, to.neurons.size()));
        edge.elided = true;
        edge.sign = 0;
        if (i == (lines - 1) / 2)
            edge.label = layersLeftOut(to.layer - from.layer - 1);
        drawing.graph.edges.push_back(std::move(edge));
    }
}

// The weights from the neurons of one column that are drawn into one neuron of the next, the strongest first.
std::vector<figures::Edge> linksInto(const NetworkDrawing& drawing, std::size_t c, std::size_t j)
{
    const NetworkColumn& from = drawing.columns[c - 1];
    const NetworkColumn& to = drawing.columns[c];
    std::vector<figures::Edge> edges;
    for (std::size_t i = 0; i < from.neurons.size(); ++i) {
        figures::Edge edge;
        edge.from = static_cast<int>(drawing.first[c - 1] + i);
        edge.to = static_cast<int>(drawing.first[c] + j);
        const double weight = drawing.snapshot.network->weights(to.layer)(to.neurons[j], from.neurons[i]);
        edge.sign = (weight > 0) - (weight < 0);
        edge.strength = std::abs(weight);
        edges.push_back(std::move(edge));
    }
    std::stable_sort(edges.begin(), edges.end(),
        [](const figures::Edge& left, const figures::Edge& right) { return left.strength > right.strength; });
    return edges;
}

// The links between two columns of a wide network, by the sizes and signs of their weights.
bool addWideLinks(NetworkDrawing& drawing, std::size_t c)
{
    const std::size_t sources = drawing.columns[c - 1].neurons.size(), targets = drawing.columns[c].neurons.size();
    const std::size_t kept = sources * targets <= kAllLinks ? sources : std::min(sources, kStrongest);
    std::vector<figures::Edge> edges;
    for (std::size_t j = 0; j < targets; ++j) {
        const std::vector<figures::Edge> into = linksInto(drawing, c, j);
        edges.insert(edges.end(), into.begin(), into.begin() + static_cast<std::ptrdiff_t>(kept));
    }
    std::stable_sort(edges.begin(), edges.end(), [](const figures::Edge& left, const figures::Edge& right) {
        return left.strength < right.strength;
    }); // strong ones on top
    const double largest = edges.empty() ? 0 : edges.back().strength;
    for (figures::Edge& edge : edges) {
        edge.strength = largest > 0 ? edge.strength / largest : 0;
        drawing.graph.edges.push_back(std::move(edge));
    }
    return kept < sources;
}

} // namespace

double strengthOf(numerics::Scaled size)
{
    return size.isZero() ? 0.0 : std::clamp(0.5 + 0.25 * size.log10(), 0.1, 1.0);
}

bool addLinks(NetworkDrawing& drawing)
{
    bool leftOut = false;
    for (std::size_t c = 1; c < drawing.columns.size(); ++c) {
        const NetworkColumn& from = drawing.columns[c - 1];
        const NetworkColumn& to = drawing.columns[c];
        const int skipped = drawing.folded ? 0 : to.layer - from.layer - 1;
        if (from.neurons.size() == 1 && to.neurons.size() == 1) {
            figures::Edge edge = chainEdge(drawing, to.layer, skipped);
            edge.from = static_cast<int>(drawing.first[c - 1]);
            edge.to = static_cast<int>(drawing.first[c]);
            drawing.graph.edges.push_back(std::move(edge));
        } else if (skipped > 0) {
            addElided(drawing, c);
        } else if (drawing.snapshot.network) { // or no weight is known yet
            leftOut |= addWideLinks(drawing, c);
        }
    }
    return leftOut;
}

} // namespace deltascope::network_parts
