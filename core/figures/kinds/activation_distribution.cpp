// SPDX-License-Identifier: GPL-3.0-or-later
// a of every layer as a shape over its neurons and the examples; where the layers' sizes are decades apart, log10|a|.
// After Glorot & Bengio (2010), figures 2 to 4 and 6. core/maths.md 2.7.
#include "evaluation/layer_distributions.h"
#include "figures/figure_kind.h"
#include "figures/parts/drawn_pins.h"
#include "figures/parts/figure_sentences.h"
#include "figures/parts/layer_panel.h"
#include "figures/parts/layer_shapes.h"

#include <algorithm>
#include <cmath>

namespace deltascope::figures {

namespace {

constexpr double kFarApart = 1e3; // sizes of two layers that share no linear axis
constexpr double kLargest = 1e200; // of a mean between two described layers, which were smaller
constexpr std::size_t kMostMeans = 200;

/// The largest |a| of a layer but for its outermost 2 %; ∞ where it is no double.
double sizeOf(const evaluation::LayerDistribution& layer)
{
    if (layer.a.beyond > 0)
        return HUGE_VAL;
    return std::max(std::abs(layer.a.percentile(2)), std::abs(layer.a.percentile(98)));
}

/// True where a linear axis would show only the layers with the largest a.
bool asksForDecades(const results::Snapshot& snapshot)
{
    double least = HUGE_VAL, most = 0;
    for (const evaluation::LayerDistribution& layer : snapshot.get<evaluation::LayerDistributions>()->layers) {
        const double size = sizeOf(layer);
        most = std::max(most, size);
        if (size > 0)
            least = std::min(least, size);
    }
    for (const results::PinnedResult& pin : snapshot.pins)
        if (pin.get<evaluation::Evaluation>())
            for (const evaluation::LayerEvaluation& layer : pin.get<evaluation::Evaluation>()->layers)
                most = std::max(most, numerics::abs(layer.a.mean).nearestDouble());
    return !std::isfinite(most) || most > kFarApart * least;
}

numerics::Scaled rootMeanSquare(const evaluation::Statistics& statistics)
{
    return numerics::sqrt(
        statistics.mean * statistics.mean + statistics.standardDeviation * statistics.standardDeviation);
}

parts::LayerCurve sizeCurve(const Message& name, Role role, const evaluation::Evaluation& evaluation)
{
    std::vector<numerics::Scaled> sizes;
    for (const evaluation::LayerEvaluation& layer : evaluation.layers)
        sizes.push_back(rootMeanSquare(layer.a));
    parts::LayerCurve curve = parts::layerCurve(name, role, 1, sizes);
    curve.line.markers = curve.line.markers && curve.line.x.size() == 1; // the shapes have marks enough
    curve.line.dashed = !isPin(role);
    return curve;
}

Line meanLine(Message name, Role role, const evaluation::Evaluation& evaluation, const std::vector<int>& layers,
    parts::AxisRange& y)
{
    Line line{std::move(name), role, {}, {}, layers, {}};
    for (const int layer : layers) {
        line.x.push_back(layer);
        line.y.push_back(std::clamp(evaluation.layer(layer).a.mean.nearestDouble(), -kLargest, kLargest));
        y.include(line.y.back());
    }
    line.markers = layers.size() == 1;
    line.dashed = !isPin(role);
    return line;
}

std::vector<int> layersOf(const evaluation::Evaluation& evaluation)
{
    std::vector<int> layers;
    for (int layer = 1; layer <= evaluation.depth(); ++layer)
        layers.push_back(layer);
    return parts::evenlyChosen(layers, kMostMeans);
}

bool oneValue(const evaluation::LayerDistributions& described)
{
    return std::all_of(described.layers.begin(), described.layers.end(),
        [](const evaluation::LayerDistribution& layer) { return layer.a.count == 1; });
}

Panel linearPanel(const results::Snapshot& snapshot, int selected)
{
    const evaluation::LayerDistributions& described = *snapshot.get<evaluation::LayerDistributions>();
    Panel panel;
    parts::AxisRange y;
    Axis x = parts::shapesAxis(described);
    for (const parts::DrawnPin& drawnPin : parts::drawnPins(snapshot)) {
        if (!drawnPin.result.get<evaluation::Evaluation>())
            continue;
        const evaluation::Evaluation& pin = *drawnPin.result.get<evaluation::Evaluation>();
        panel.elements.push_back(
            meanLine({translatable("core", "%1: mean of aˡ"), {drawnPin.name}}, drawnPin.role, pin, layersOf(pin), y));
        x.upper = std::max(x.upper, pin.depth() + 0.5);
    }
    Ridges shapes = parts::layerShapes(
        {translatable("core", "activation aˡ"), {}}, Role::primary, described, &evaluation::LayerDistribution::a, y);
    if (!shapes.ridges.empty())
        panel.elements.push_back(std::move(shapes));
    if (snapshot.get<evaluation::Evaluation>() && !oneValue(described))
        panel.elements.push_back(meanLine({translatable("core", "mean"), {}}, Role::secondary,
            *snapshot.get<evaluation::Evaluation>(), layersOf(*snapshot.get<evaluation::Evaluation>()), y));
    if (selected > 0)
        panel.elements.push_back(
            Guide{{translatable("core", "layer %1"), {selected}}, Role::selected, false, 1.0 * selected});
    panel.x = std::move(x);
    panel.y = parts::linearAxis({translatable("core", "activation aˡ"), {}}, y);
    return panel;
}

Panel decadesPanel(const results::Snapshot& snapshot, int selected, std::vector<Message>& notes)
{
    const evaluation::LayerDistributions& described = *snapshot.get<evaluation::LayerDistributions>();
    const Message size{translatable("core", "size of the activation |aˡ|"), {}};
    parts::LayerPanel panel(size, 1, described.depth);
    for (const parts::DrawnPin& drawnPin : parts::drawnPins(snapshot)) {
        if (!drawnPin.result.get<evaluation::Evaluation>())
            continue;
        const Message name{translatable("core", "%1: root mean square of aˡ"), {drawnPin.name}};
        panel.includeLayer(drawnPin.result.get<evaluation::Evaluation>()->depth());
        panel.add(sizeCurve(name, drawnPin.role, *drawnPin.result.get<evaluation::Evaluation>()), name);
    }
    parts::AxisRange y;
    Ridges shapes = parts::layerShapes(size, Role::primary, described, &evaluation::LayerDistribution::aSize, y);
    if (!shapes.ridges.empty())
        panel.add(std::move(shapes));
    panel.include(y.lower);
    panel.include(y.upper);
    if (snapshot.get<evaluation::Evaluation>()) {
        const Message name{translatable("core", "root mean square"), {}};
        panel.add(sizeCurve(name, Role::secondary, *snapshot.get<evaluation::Evaluation>()), name);
    }
    panel.select(selected);
    Panel done = panel.finish(notes);
    const Axis room = parts::shapesAxis(described);
    done.x.lower = std::min(done.x.lower, room.lower);
    done.x.upper = std::max(done.x.upper, room.upper);
    const Message apart{
        translatable("core", "The layers' sizes are decades apart: drawn as |a| on a logarithmic scale."), {}};
    notes.push_back(apart);
    return done;
}

Message spreadOf(const evaluation::LayerEvaluation& layer, int number)
{
    return {translatable("core", "layer %1: mean %2, standard deviation %3"),
        {number, deltascope::diagnosis::number(layer.a.mean),
            deltascope::diagnosis::number(layer.a.standardDeviation)}};
}

Message caption(const results::Snapshot& snapshot)
{
    const evaluation::LayerDistributions& described = *snapshot.get<evaluation::LayerDistributions>();
    if (!snapshot.get<evaluation::Evaluation>())
        return parts::beingComputed();
    const evaluation::Evaluation& evaluation = *snapshot.get<evaluation::Evaluation>();
    const int depth = evaluation.depth();
    if (oneValue(described) && depth == 1)
        return {translatable("core", "a₁ = %1."), {diagnosis::number(evaluation.layer(1).a.mean)}};
    if (oneValue(described))
        return {translatable("core", "a₁ = %1 and %2 = %3."),
            {diagnosis::number(evaluation.layer(1).a.mean), diagnosis::indexed("a", depth),
                diagnosis::number(evaluation.layer(depth).a.mean)}};
    if (depth == 1)
        return {
            translatable("core", "Activations, %1; %2 % of the values are saturated (|f′| under 5 % of its maximum)."),
            {spreadOf(evaluation.layer(1), 1), Real{100 * described.layers[0].saturated, 3}}};
    const auto most = std::max_element(described.layers.begin(), described.layers.end(),
        [](const evaluation::LayerDistribution& left, const evaluation::LayerDistribution& right) {
            return left.saturated < right.saturated;
        });
    if (most->saturated == 0)
        return {translatable("core", "Activations, %1; %2. No value is saturated (|f′| under 5 % of its maximum)."),
            {spreadOf(evaluation.layer(1), 1), spreadOf(evaluation.layer(depth), depth)}};
    return {translatable("core",
                "Activations, %1; %2. Most saturated (|f′| under 5 % of its maximum) is layer %3, with %4 % of its "
                "values."),
        {spreadOf(evaluation.layer(1), 1), spreadOf(evaluation.layer(depth), depth), most->layer,
            Real{100 * most->saturated, 3}}};
}

Figure build(const results::Snapshot& snapshot, const model::Question& question, const model::ViewState&)
{
    Figure figure{"activation_distribution", {translatable("core", "Activations by layer"), {}}, {}, {}, {}};
    if (!snapshot.get<evaluation::LayerDistributions>()) {
        parts::LayerPanel panel({translatable("core", "activation aˡ"), {}}, 1, snapshot.scenario.depth);
        figure.caption = parts::beingComputed();
        figure.panels.push_back(panel.finish(figure.notes));
        return figure;
    }
    const int selected = parts::selectedLayer(snapshot, question);
    const bool decades = asksForDecades(snapshot);
    figure.panels.push_back(decades ? decadesPanel(snapshot, selected, figure.notes) : linearPanel(snapshot, selected));
    parts::noteShapes(*snapshot.get<evaluation::LayerDistributions>(),
        decades ? &evaluation::LayerDistribution::aSize : &evaluation::LayerDistribution::a, "aˡ", figure.notes);
    figure.caption = caption(snapshot);
    return figure;
}

} // namespace

extern const FigureKind activation_distribution{
    "activation_distribution",
    translatable("core", "Activation distribution"),
    translatable("core",
        "How the activations of each layer are spread over its neurons and the examples: a shape is wide where they "
        "are frequent (each is scaled to the same width), the tick is the median. Where they sit at the ends of f, the "
        "layer is saturated and its f′ near 0."),
    40,
    results::needs<evaluation::Evaluation, evaluation::LayerDistributions>,
    build,
};

} // namespace deltascope::figures
