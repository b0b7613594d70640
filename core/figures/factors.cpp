// SPDX-License-Identifier: GPL-3.0-or-later
// The two factors of each layer's step, |wₗ| and f′(zₗ), as log bars that add up to log10 |wₗ f′(zₗ)|.
#include "figures/figure_kind.h"
#include "figures/parts/factor_bars.h"
#include "figures/parts/layer_panel.h"
#include "figures/parts/wording.h"

#include <cmath>

namespace deltascope {

namespace {

constexpr int kMostBars = 100;
constexpr std::size_t kGroups = 60; // of neighbours, in deeper chains: each bar wide enough to see

std::vector<Scaled> factorsOf(const Evaluation& evaluation)
{
    std::vector<Scaled> values;
    values.reserve(evaluation.layers.size());
    for (const LayerEvaluation& layer : evaluation.layers)
        values.push_back(layer.factor);
    return values;
}

// Layers where `value` of a layer is 0, or beyond what can be drawn.
template <class Test>
std::vector<int> layersWhere(const Evaluation& evaluation, Test test)
{
    std::vector<int> found;
    for (int l = 1; l <= evaluation.depth(); ++l)
        if (test(evaluation.layer(l)))
            found.push_back(l);
    return found;
}

void addMissing(LayerPanel& panel, const Evaluation& evaluation, const Message& weight, const Message& derivative)
{
    const auto beyond = [](const LayerEvaluation& layer) {
        return !layer.derivative.mean.isZero() && layer.derivative.mean.beyondRange();
    };
    panel.addZeros(layersWhere(evaluation, [](const LayerEvaluation& layer) { return layer.weight == 0; }), weight);
    panel.addZeros(layersWhere(evaluation, [](const LayerEvaluation& layer) { return layer.derivative.mean.isZero(); }),
        derivative);
    panel.addBeyond(layersWhere(evaluation, beyond), false, derivative);
}

void addPins(LayerPanel& panel, const Snapshot& snapshot, std::vector<Message>& notes)
{
    const std::vector<std::string> names = pinNames(snapshot);
    for (std::size_t i = 0; i < snapshot.pins.size(); ++i) {
        const auto& evaluation = snapshot.pins[i].evaluation;
        if (!evaluation)
            continue;
        if (!evaluation->chain) {
            notes.push_back(
                {translatable("core", "The pin %1 is not a chain and has no factors to draw."), {names[i]}});
            continue;
        }
        panel.includeLayer(evaluation->depth());
        const Message name{translatable("core", "%1: |w f′(z)|"), {names[i]}};
        panel.add(layerCurve(name, Role::pin, 1, factorsOf(*evaluation)), name);
    }
}

void addBars(LayerPanel& panel, const Evaluation& evaluation, const std::string& symbol, int selected,
    std::vector<Message>& notes)
{
    const std::vector<int> layers =
        layersForBars(evaluation, evaluation.depth() <= kMostBars ? kMostBars : kGroups, selected);
    FactorBars bars = factorBars(evaluation, layers);
    const double width = 0.38 * (evaluation.depth() <= kMostBars ? 1.0 : evaluation.depth() / double(kGroups));
    for (Bars* each : {&bars.weight, &bars.derivative})
        each->width = width;
    bars.weight.offset = -0.5 * width;
    bars.derivative.offset = 0.5 * width;
    bars.weight.name = {"|w|", {}};
    bars.derivative.name = {"%1′(z)", {symbol}};
    bars.positive.name = {"w %1′(z) > 0", {symbol}};
    bars.negative.name = {"w %1′(z) < 0", {symbol}};
    addMissing(panel, evaluation, bars.weight.name, bars.derivative.name);
    panel.include(bars.range.lower);
    panel.include(bars.range.upper);
    for (Bars* each : {&bars.weight, &bars.derivative})
        if (!each->x.empty())
            panel.add(std::move(*each));
    if (static_cast<int>(layers.size()) < evaluation.depth()) {
        notes.push_back(
            {translatable("core",
                 "Bars stand for %1 of the %2 layers: of each group of neighbours, for the one whose factor lies "
                 "farthest from the median. The line holds the factors of the rest."),
                {static_cast<int>(layers.size()), evaluation.depth()}});
        const Message name{"|w %1′(z)|", {symbol}};
        LayerCurve curve = layerCurve(name, Role::tertiary, 1, factorsOf(evaluation), layers);
        curve.zeros.clear(); // said by factor already
        curve.tooSmall.clear();
        panel.add(std::move(curve), name);
    }
    for (Points* each : {&bars.positive, &bars.negative})
        if (!each->x.empty())
            panel.add(std::move(*each));
}

void addReferences(LayerPanel& panel, double weight, const Activation& activation, const std::string& symbol)
{
    panel.add(Guide{{"1", {}}, Role::reference, true, 0});
    const double largest = std::abs(weight) * activation.maxDerivative;
    if (largest == 0)
        return;
    panel.include(std::log10(largest));
    panel.add(Guide{{"|w|·max %1′ = %2", {symbol, number(largest)}}, Role::reference, true, std::log10(largest)});
}

Message caption(const Evaluation& evaluation, const Scenario& scenario, int selected)
{
    const int l = selected > 0 ? selected : std::min(2, evaluation.depth());
    const LayerEvaluation& layer = evaluation.layer(l);
    const std::string symbol = symbolOf(activationOf(scenario, l));
    return {translatable("core", "%1 %2′(%3) = %4 × %5 = %6; all %7 factors together: %8."),
        {indexed("w", l), symbol, indexed("z", l), number(layer.weight), number(layer.derivative.mean),
            number(layer.factor), evaluation.depth(), number(evaluation.product)}};
}

void draw(Figure& figure, LayerPanel& panel, const Snapshot& snapshot, const ViewState& view)
{
    const Evaluation& evaluation = *snapshot.evaluation;
    const Activation& activation = chainActivation(snapshot.scenario);
    const std::string symbol = sharedSymbol(snapshot.scenario);
    const int selected = selectedLayer(snapshot, view);
    addBars(panel, evaluation, symbol, selected, figure.notes);
    addReferences(panel, shownWeight(snapshot, view), activation, symbol);
    panel.mark(Role::first, 1, evaluation.layer(1).factor);
    if (evaluation.depth() > 1)
        panel.mark(Role::last, evaluation.depth(), evaluation.layer(evaluation.depth()).factor);
    if (selected > 0)
        panel.mark(Role::selected, selected, evaluation.layer(selected).factor);
    panel.select(selected);
    figure.caption = caption(evaluation, snapshot.scenario, selected);
}

Figure build(const Snapshot& snapshot, const ViewState& view)
{
    Figure figure{"factors", {translatable("core", "The two factors of each layer"), {}}, {}, {}, {}};
    LayerPanel panel({"|wₗ|, %1′(zₗ), |wₗ %1′(zₗ)|", {sharedSymbol(snapshot.scenario)}}, 1, snapshot.scenario.depth);
    addPins(panel, snapshot, figure.notes);
    if (!snapshot.evaluation)
        figure.caption = beingComputed();
    else if (!snapshot.evaluation->chain)
        figure.caption = needsChain();
    else
        draw(figure, panel, snapshot, view);
    figure.panels.push_back(panel.finish(figure.notes));
    return figure;
}

} // namespace

namespace figures {
extern const FigureKind factors{
    "factors",
    translatable("core", "Factors"),
    translatable("core",
        "On its way back the gradient is multiplied by wₗ f′(zₗ) in each layer. On a logarithmic scale a product is a "
        "sum: one "
        "bar goes from 0 to |wₗ|, the other from there by f′(zₗ) to the factor itself, marked with its sign. Above the "
        "line at 1 "
        "a layer grows the gradient, below it shrinks it; no factor can lie above |w|·max f′."),
    20,
    needs(Need::evaluation),
    build,
};
} // namespace figures

} // namespace deltascope
