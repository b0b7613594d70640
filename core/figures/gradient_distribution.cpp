// SPDX-License-Identifier: GPL-3.0-or-later
// log10|δ| of every layer as a shape over its neurons and the examples, exact zeros counted apart. After Glorot &
// Bengio (2010), figure 7, on a scale that shows more than the first few layers.
#include "figures/figure_kind.h"
#include "figures/parts/layer_panel.h"
#include "figures/parts/layer_shapes.h"
#include "figures/parts/wording.h"

#include <algorithm>
#include <cmath>

namespace deltascope {

namespace {

/// The root of the mean square of one component of δ: ‖δˡ‖ over the root of the layer's neurons.
LayerCurve componentCurve(const Message& name, Role role, const Evaluation& evaluation, const Scenario& scenario)
{
    std::vector<Scaled> sizes;
    for (int layer = 1; layer <= evaluation.depth(); ++layer) {
        const int neurons = layer == evaluation.depth() ? scenario.outputs : scenario.width;
        sizes.push_back(evaluation.layer(layer).speed.rms * Scaled::from(1 / std::sqrt(1.0 * neurons)));
    }
    LayerCurve curve = layerCurve(name, role, 1, sizes);
    curve.line.markers = curve.line.markers && curve.line.x.size() == 1; // the shapes have marks enough
    curve.line.dashed = role != Role::pin;
    return curve;
}

void addPins(LayerPanel& panel, const Snapshot& snapshot)
{
    const std::vector<std::string> names = pinNames(snapshot);
    for (std::size_t i = 0; i < snapshot.pins.size(); ++i) {
        const PinnedResult& pin = snapshot.pins[i];
        if (!pin.evaluation)
            continue;
        const Message name{translatable("core", "%1: root mean square of δˡ"), {names[i]}};
        panel.includeLayer(pin.evaluation->depth());
        panel.add(componentCurve(name, Role::pin, *pin.evaluation, pin.scenario), name);
    }
}

bool oneValue(const LayerDistributions& described)
{
    return std::all_of(described.layers.begin(), described.layers.end(),
        [](const LayerDistribution& layer) { return layer.delta.count == 1; });
}

void addShapes(LayerPanel& panel, const LayerDistributions& described)
{
    AxisRange y;
    const Message name{translatable("core", "|δˡ| of a neuron"), {}};
    Ridges shapes = layerShapes(name, Role::primary, described, &LayerDistribution::delta, y);
    if (!shapes.ridges.empty())
        panel.add(std::move(shapes));
    panel.include(y.lower);
    panel.include(y.upper);
    std::vector<int> dead;
    for (const LayerDistribution& layer : described.layers)
        if (layer.delta.zeros == layer.delta.count)
            dead.push_back(layer.layer);
    panel.addZeros(std::move(dead), {translatable("core", "δˡ"), {}});
}

void noteUnresolved(const LayerDistributions& described, std::vector<Message>& notes)
{
    std::int64_t count = 0;
    std::vector<int> layers;
    for (const LayerDistribution& layer : described.layers)
        if (layer.unresolved > 0) {
            count += layer.unresolved;
            layers.push_back(layer.layer);
        }
    if (count > 0)
        notes.push_back({translatable("core",
                             "%1 values lie more than 10³⁰⁸ below the largest δ of their example, in %2: drawn there."),
            {count, layersNamed(layers)}});
}

Argument power(double log10)
{
    return number(Scaled::fromLog(1, log10 * std::log(10.0)));
}

Message caption(const LayerDistributions& described)
{
    const Distribution& first = described.layers.front().delta;
    const Distribution& last = described.layers.back().delta;
    const int depth = described.depth;
    if (first.empty() || last.empty())
        return {translatable("core", "δ is exactly 0 in %1: no gradient arrives there."),
            {layersNamed(first.empty() ? std::vector{1} : std::vector{depth})}};
    const double low = first.percentile(50), high = last.percentile(50);
    if (depth == 1 && first.count == 1)
        return {translatable("core", "|δ₁| = %1."), {power(low)}};
    if (depth == 1)
        return {translatable("core", "The median of |δ₁| is %1 (90 % of it between %2 and %3)."),
            {power(low), power(first.percentile(5)), power(first.percentile(95))}};
    if (first.count == 1 && last.count == 1)
        return {translatable("core", "|δ₁| = %1 and |%2| = %3: %4 times as much."),
            {power(low), indexed("δ", depth), power(high), power(low - high)}};
    return {translatable(
                "core", "The median of |δ₁| is %1 (90 % of it between %2 and %3), that of |%4| is %5: a ratio of %6."),
        {power(low), power(first.percentile(5)), power(first.percentile(95)), indexed("δ", depth), power(high),
            power(low - high)}};
}

Figure build(const Snapshot& snapshot, const ViewState& view)
{
    Figure figure{"gradient_distribution", {translatable("core", "Gradients by layer"), {}}, {}, {}, {}};
    LayerPanel panel({translatable("core", "|δˡ| of a neuron"), {}}, 1, snapshot.scenario.depth);
    if (!snapshot.distributions) {
        figure.caption = beingComputed();
        figure.panels.push_back(panel.finish(figure.notes));
        return figure;
    }
    const LayerDistributions& described = *snapshot.distributions;
    addPins(panel, snapshot);
    addShapes(panel, described);
    if (snapshot.evaluation && !oneValue(described)) {
        const Message name{translatable("core", "root mean square"), {}};
        LayerCurve curve = componentCurve(name, Role::secondary, *snapshot.evaluation, snapshot.scenario);
        curve.zeros.clear(); // the shapes' own marks say it
        panel.add(std::move(curve), name);
    }
    panel.select(selectedLayer(snapshot, view));
    Panel done = panel.finish(figure.notes);
    const Axis room = shapesAxis(described);
    done.x.lower = std::min(done.x.lower, room.lower);
    done.x.upper = std::max(done.x.upper, room.upper);
    figure.panels.push_back(std::move(done));
    noteShapes(described, &LayerDistribution::delta, "δˡ", figure.notes);
    noteUnresolved(described, figure.notes);
    figure.caption = caption(described);
    return figure;
}

} // namespace

namespace figures {
extern const FigureKind gradient_distribution{
    "gradient_distribution",
    translatable("core", "Gradient distribution"),
    translatable("core",
        "How the sizes of δˡ = ∂C/∂zˡ are spread over the neurons and the examples of each layer, on a logarithmic "
        "scale: a shape is wide where they are frequent (each is scaled to the same width), the tick is the median. "
        "Shapes that sink towards layer 1 are a vanishing "
        "gradient; neurons whose δ is exactly 0 are counted in words."),
    64,
    Need::evaluation | Need::distributions,
    build,
};
} // namespace figures

} // namespace deltascope
