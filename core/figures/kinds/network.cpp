// SPDX-License-Identifier: GPL-3.0-or-later
// The network drawn. A chain: neurons coloured by log10 of their learning speed |δˡ|, links labelled by their
// weights, neurons by f′(zₗ): δₗ/δₗ₊₁ = f′(zₗ) wₗ₊₁. A wide network: columns of neurons, each coloured by its own |δ|,
// links by the sizes and signs of weights. core/maths.md 1.6.
#include "evaluation/neuron_sample.h"
#include "figures/figure_kind.h"
#include "figures/network_parts/network_drawing.h"
#include "figures/parts/axis_range.h"
#include "figures/parts/figure_sentences.h"
#include "figures/walk_parts/walk_figure.h"
#include "network/structure.h"

#include <algorithm>
#include <cmath>

namespace deltascope::figures {

namespace {

constexpr double kChainReach = 0.7; // down to here a neuron and its label
constexpr double kEnds[] = {1, 2, 3, 4, 5, 7}; // × 1, 10, 100 …: decades on both sides of the last layer's colour
constexpr double kRounding = 1e-9; // of logarithms
constexpr double kOutliers = 0.02; // of the neurons: a δ that is small by chance does not stretch the colours

// log10 of what is coloured, ascending: the speeds of all layers of a chain, else the neurons that are drawn.
std::vector<double> colouredSizes(const network_parts::NetworkDrawing& drawing)
{
    std::vector<double> sizes;
    const evaluation::Evaluation* evaluation = drawing.snapshot.get<evaluation::Evaluation>();
    if (evaluation && network::isChain(drawing.snapshot.scenario)) {
        for (const evaluation::LayerEvaluation& layer : evaluation->layers)
            if (const numerics::Scaled speed = layer.speed.normOfMean; !speed.isZero() && !speed.beyondRange())
                sizes.push_back(speed.log10());
    } else {
        for (const Node& node : drawing.graph.nodes)
            if (node.hasSize && node.size.sign != 0 && std::abs(node.size.log10) < 1e18)
                sizes.push_back(node.size.log10);
    }
    std::sort(sizes.begin(), sizes.end());
    return sizes;
}

// The speed that the colours count from: that of the last layer, or the largest where that does not learn.
double unitOf(const network_parts::NetworkDrawing& drawing, const std::vector<double>& sizes)
{
    const evaluation::Evaluation* evaluation = drawing.snapshot.get<evaluation::Evaluation>();
    if (evaluation)
        if (const numerics::Scaled last = evaluation->layer(evaluation->depth()).speed.normOfMean;
            !last.isZero() && !last.beyondRange())
            return last.log10();
    return sizes.empty() ? 0 : sizes.back();
}

/// The end of the colours for sizes that lie so many decades away: the nearest, so that one to five are told apart.
double reachFor(double farthest)
{
    for (double scale = 1;; scale *= 10)
        for (const double end : kEnds)
            if (farthest <= (1 + kRounding) * scale * end)
                return scale * end;
}

// The last layer is the middle of the colours, and they reach as many decades up as down, of few widths: a colour means
// the same while a hand moves w (views::DragAxes holds it), and from one scenario to the next. They hold the whole of
// the pinned rows too.
void colour(network_parts::NetworkDrawing& drawing)
{
    const std::vector<double> sizes = colouredSizes(drawing);
    const double unit = unitOf(drawing, sizes);
    parts::AxisRange range;
    if (!sizes.empty()) {
        const bool chain = network::isChain(drawing.snapshot.scenario);
        range.include(sizes[chain ? 0 : static_cast<std::size_t>(kOutliers * static_cast<double>(sizes.size()))]);
        range.include(sizes.back());
    }
    for (const Graph& row : drawing.pins)
        for (const Node& node : row.nodes)
            if (node.size.sign != 0 && std::abs(node.size.log10) < 1e18)
                range.include(node.size.log10);
    const double farthest = range.empty() ? 0 : std::max(std::abs(range.lower - unit), std::abs(range.upper - unit));
    constexpr double kApart = 1e-12; // doubles so far from 0 lie further apart than decades
    const double reach = reachFor(std::max(farthest, kApart * std::abs(unit)));
    const auto put = [&](Graph& graph) {
        graph.unit = unit;
        graph.lower = unit - reach;
        graph.upper = unit + reach;
        graph.colourName =
            network::isChain(drawing.snapshot.scenario) ? Message{"‖δˡ‖ / ‖δᴸ‖", {}} : Message{"|δ| / ‖δᴸ‖", {}};
    };
    put(drawing.graph);
    for (Graph& row : drawing.pins)
        put(row);
}

void noteZeros(const network_parts::NetworkDrawing& drawing, std::vector<Message>& notes)
{
    if (!network::isChain(drawing.snapshot.scenario)) {
        const auto zeros = std::ranges::count_if(
            drawing.graph.nodes, [](const Node& node) { return node.hasSize && node.size.sign == 0; });
        const auto all = std::ranges::count_if(drawing.graph.nodes, [](const Node& node) { return node.hasSize; });
        if (zeros > 0)
            notes.push_back({translatable("core", "Neurons drawn empty, because their δ is exactly 0: %1 of %2."),
                {static_cast<std::int64_t>(zeros), static_cast<std::int64_t>(all)}});
        return;
    }
    std::vector<int> zeros;
    if (const evaluation::Evaluation* evaluation = drawing.snapshot.get<evaluation::Evaluation>())
        for (int l = 1; l <= evaluation->depth(); ++l)
            if (evaluation->layer(l).speed.normOfMean.isZero())
                zeros.push_back(l);
    if (!zeros.empty())
        notes.push_back(
            {translatable("core", "The learning speed is exactly 0 in %1: those neurons are empty and marked 0."),
                {diagnosis::layersNamed(zeros)}});
}

// Says which layers are not drawn.
void noteLayers(const network_parts::NetworkDrawing& drawing, std::vector<Message>& notes)
{
    if (drawing.folded) {
        notes.push_back({translatable("core",
                             "Layers 2 to %1 are one cell with the same weights, step after step; its colour and its "
                             "numbers are those of layer %2."),
            {drawing.snapshot.scenario.depth - 1, drawing.columns[network_parts::kCellColumn].layer}});
        return;
    }
    std::vector<int> shown;
    for (const network_parts::NetworkColumn& column : drawing.columns)
        if (column.layer > 0)
            shown.push_back(column.layer);
    const int depth = drawing.snapshot.scenario.depth;
    if (static_cast<int>(shown.size()) < depth)
        notes.push_back(
            {translatable("core", "Layers %1 of %2 are drawn; select a layer to see it and its neighbours."),
                {diagnosis::layerRanges(shown), depth}});
}

// In a wide network the columns have their layer above them, and below them how many neurons are not drawn.
void labelColumns(Panel& panel, const network_parts::NetworkDrawing& drawing, double row, std::vector<Message>& notes)
{
    bool counted = false;
    for (std::size_t c = 0; c < drawing.columns.size(); ++c) {
        const network_parts::NetworkColumn& column = drawing.columns[c];
        const double x = static_cast<double>(c);
        panel.elements.push_back(Label{column.layer == 0 ? Message{"a₀", {}} : Message{"%1", {column.layer}},
            column.layer == drawing.selected && column.layer > 0 ? Role::selected : Role::context, x, row});
        const int rest = column.size - static_cast<int>(column.neurons.size());
        if (rest > 0)
            panel.elements.push_back(Label{{"+%1", {rest}}, Role::context, x, -row});
        counted |= rest > 0;
    }
    if (counted)
        notes.push_back({translatable("core", "+ counts the neurons that are not drawn."), {}});
}

/// "σ′(z₁)w₂ … σ′(z₉)w₁₀": what lies between the speeds of layers 1 and L.
std::string productSymbol(const model::Scenario& scenario)
{
    const auto step = [&](int layer) {
        return diagnosis::symbolOf(scenario, layer) + "′(" + diagnosis::indexed("z", layer) + ")"
            + diagnosis::indexed("w", layer + 1);
    };
    const int last = scenario.depth - 1;
    return last == 1 ? step(1) : step(1) + (last == 2 ? " " : " … ") + step(last);
}

Message caption(const model::Scenario& scenario, const evaluation::Evaluation& evaluation)
{
    const int depth = evaluation.depth();
    const Argument first = diagnosis::number(evaluation.layer(1).speed.normOfMean);
    if (depth == 1 && evaluation.layer(1).speed.normOfMean.isZero())
        return {translatable("core", "The only layer does not learn: ‖∂C/∂b₁‖ = 0."), {}};
    if (depth == 1)
        return {translatable("core", "One layer that learns, at the speed ‖∂C/∂b₁‖ = %1."), {first}};
    const Argument last = diagnosis::number(evaluation.layer(depth).speed.normOfMean);
    if (!evaluation.chain)
        return {translatable("core", "Learning speed ‖δˡ‖: %1 in layer 1, %2 in layer %3."), {first, last, depth}};
    if (evaluation.examples > 1 || !network::factorsAreProducts(scenario)
        || evaluation.layer(depth).speed.normOfMean.isZero())
        return {translatable("core", "Learning speed ‖δˡ‖: %1 in layer 1, %2 in layer %3."), {first, last, depth}};
    return {translatable("core", "Learning speed |δˡ|: %1 in layer 1, %2 in layer %3; their ratio is |%4| = %5."),
        {first, last, depth, productSymbol(scenario), diagnosis::number(evaluation::speedRatio(evaluation, 1, depth))}};
}

/// The walk in place of what a drawing at rest says: its number above the network, its bars under it.
Figure walkingFigure(Figure figure, network_parts::NetworkDrawing drawing, Panel panel, const model::Question& question,
    const model::ViewState& view)
{
    constexpr double kRoom = 0.55, kHigh = 0.66, kType = 2; // of the drawing's height for the number, and of its type
    const walk_parts::At at = walk_parts::standing(drawing, question, view);
    walk_parts::markReached(drawing, at);
    const double room = kRoom * (panel.y.upper - panel.y.lower);
    panel.elements.push_back(std::move(drawing.graph));
    panel.elements.push_back(Label{.text = walk_parts::largeNumber(at),
        .role = Role::current,
        .x = (panel.x.lower + panel.x.upper) / 2,
        .y = panel.y.upper + kHigh * room,
        .size = kType});
    panel.y.upper += room;
    figure.notes = walk_parts::notesOf(at);
    figure.caption = walk_parts::sentenceOf(at);
    Panel bars = walk_parts::barsOf(drawing, at, figure.notes);
    figure.panels.push_back(std::move(panel));
    figure.panels.push_back(std::move(bars));
    return figure;
}

Figure build(const results::Snapshot& snapshot, const model::Question& question, const model::ViewState& view)
{
    Figure figure{"network", {translatable("core", "The network"), {}}, {}, {}, {}};
    const bool wide = !network::isChain(snapshot.scenario);
    const int selected = parts::selectedLayer(snapshot, question);
    const bool walks = view.walk.on() && snapshot.get<evaluation::Evaluation>();
    const bool folded =
        !walks && view.network != model::ViewState{}.network && !network::tiedLayers(snapshot.scenario).empty();
    network_parts::NetworkDrawing drawing{
        snapshot, selected, network_parts::networkColumns(snapshot.scenario, selected, folded), {}, {}};
    drawing.folded = folded;
    drawing.graph.sizeName =
        wide ? Message{translatable("core", "|δ| of the neuron"), {}} : Message{translatable("core", "speed ‖δˡ‖"), {}};
    network_parts::addNeurons(drawing);
    const bool weakLeftOut = network_parts::addLinks(drawing);
    network_parts::addPaths(drawing);
    double reach = 1;
    for (const Node& node : drawing.graph.nodes)
        reach = std::max(reach, std::abs(node.y) + 0.5);
    for (const Edge& edge : drawing.graph.edges)
        if (edge.bend != 0)
            reach =
                std::max(reach, std::abs(edge.bend) + drawing.graph.nodes[static_cast<std::size_t>(edge.to)].y + 0.4);
    // Above the neurons, and under them where some are not drawn: room for a line of text in a low window too.
    const bool counts = wide && std::ranges::any_of(drawing.columns, [](const network_parts::NetworkColumn& column) {
        return column.size > static_cast<int>(column.neurons.size());
    });
    const double words = wide ? std::max(0.9, (counts ? 0.6 : 0.8) * reach) : 0, under = counts ? words : 0;
    const double below = wide ? -reach - under : -kChainReach;
    const double bottom = walks ? below : network_parts::addPinnedRows(drawing, below, figure.notes);
    colour(drawing);
    Panel panel;
    panel.axes = false;
    panel.legend = false;
    panel.x = {{translatable("core", "layer ℓ"), {}}, "", AxisScale::layers, -0.6,
        static_cast<double>(drawing.columns.size()) - 0.4, 0};
    panel.y = {{translatable("core", "neuron"), {}}, "", AxisScale::linear, std::min(bottom, -reach - under),
        reach + words, 0};
    noteZeros(drawing, figure.notes);
    if (walks)
        return walkingFigure(std::move(figure), std::move(drawing), std::move(panel), question, view);
    if (wide && snapshot.network)
        figure.notes.push_back(weakLeftOut
                ? Message{translatable("core",
                              "Each neuron has the colour of its own |δ|; of the links into it the 3 strongest are "
                              "drawn, dashed where the weight is negative."),
                    {}}
                : Message{translatable("core",
                              "Each neuron has the colour of its own |δ|; links show the weights, dashed where "
                              "negative."),
                    {}});
    panel.elements.push_back(std::move(drawing.graph));
    for (std::size_t i = 0; i < drawing.pins.size(); ++i) {
        panel.elements.push_back(std::move(drawing.pins[i]));
        panel.elements.push_back(std::move(drawing.pinLabels[i]));
    }
    if (wide)
        labelColumns(panel, drawing, reach + words / 2, figure.notes);
    noteLayers(drawing, figure.notes);
    figure.panels.push_back(std::move(panel));
    if (!wide && snapshot.get<evaluation::Evaluation>() && drawing.columns.size() > network_parts::kSpeltColumns)
        figure.notes.push_back(
            {network::mixes(snapshot.scenario) ? translatable("core",
                 "On the links: w, in front of a gate the factor of what goes through it. Under the neurons: "
                 "%1′(z).")
                                               : translatable("core", "On the links: w. Under the neurons: %1′(z)."),
                {diagnosis::sharedSymbol(snapshot.scenario)}});
    if (!wide && snapshot.get<evaluation::Evaluation>() && snapshot.get<evaluation::Evaluation>()->examples > 1)
        figure.notes.push_back(parts::ofFirstExample(*snapshot.get<evaluation::Evaluation>()));
    figure.caption = snapshot.get<evaluation::Evaluation>()
        ? caption(snapshot.scenario, *snapshot.get<evaluation::Evaluation>())
        : parts::beingComputed();
    return figure;
}

} // namespace

extern const FigureKind network{
    "network",
    translatable("core", "Network"),
    translatable("core",
        "The network itself: each neuron has the colour of its learning speed |δ| on a logarithmic scale on which the "
        "last layer is 1. In a chain "
        "each link has its weight and each neuron its f′(z): on its way back the gradient is multiplied by both in "
        "turn. "
        "In a wide network a link shows the size and sign of a weight. A dashed arc is what a layer keeps of its input "
        "or "
        "adds of it, an arc below what its gate adds by moving, ∂u; each has its share of the factor. Click a neuron "
        "to select its layer; in a chain "
        "its own weight and bias "
        "can then be set, and dragging a neuron up or down turns its bias, a link its weight."),
    0,
    results::needs<evaluation::Evaluation, evaluation::NeuronSample>,
    build,
    "network walk",
};

} // namespace deltascope::figures
