// SPDX-License-Identifier: GPL-3.0-or-later
// The two halves of each layer's factor, |wₗ| and f′(zₗ), as log bars that add up to log10 |wₗ f′(zₗ)|: by the factor
// the gradient ∂C/∂a is multiplied on its way back through the layer. core/maths.md 1.5.
#include "figures/chain_parts/backward_steps.h"
#include "figures/chain_parts/chain_figure.h"
#include "figures/chain_parts/factor_bars.h"
#include "figures/figure_kind.h"
#include "figures/parts/figure_sentences.h"
#include "figures/parts/layer_panel.h"
#include "network/structure.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace deltascope::figures {

namespace {

constexpr int kMostBars = 32; // layers; in a figure 300 pixels wide a bar is 3 pixels then
constexpr double kBarWidth = 0.38; // of a layer's room
constexpr double kFewLayers = 4; // of fewer the bars are no wider than of so many
constexpr std::size_t kMostSigns = 40;

std::vector<numerics::Scaled> factorsOf(const evaluation::Evaluation& evaluation)
{
    std::vector<numerics::Scaled> values;
    values.reserve(evaluation.layers.size());
    for (const evaluation::LayerEvaluation& layer : evaluation.layers)
        values.push_back(layer.factor);
    return values;
}

// Layers where `value` of a layer is 0, or beyond what can be drawn.
template <class Test>
std::vector<int> layersWhere(const evaluation::Evaluation& evaluation, Test test)
{
    std::vector<int> found;
    for (int l = 1; l <= evaluation.depth(); ++l)
        if (test(evaluation.layer(l)))
            found.push_back(l);
    return found;
}

void addMissing(parts::LayerPanel& panel, const evaluation::Evaluation& evaluation, const Message& weight,
    const Message& derivative)
{
    const auto beyond = [](const evaluation::LayerEvaluation& layer) {
        return !layer.slope.isZero() && layer.slope.beyondRange();
    };
    panel.addZeros(
        layersWhere(evaluation, [](const evaluation::LayerEvaluation& layer) { return layer.weight == 0; }), weight);
    panel.addZeros(
        layersWhere(evaluation, [](const evaluation::LayerEvaluation& layer) { return layer.slope.isZero(); }),
        derivative);
    panel.addBeyond(layersWhere(evaluation, beyond), false, derivative);
}

/// "wσ′", with a residual connection "wσ′ + α", with a scale of it "s·wσ′ + α".
std::string productSymbol(const model::Scenario& scenario)
{
    if (network::mixes(scenario))
        return "∂aˡ/∂aˡ⁻¹";
    return (network::scalesBranch(scenario) ? "s·w" : "w") + diagnosis::sharedSymbol(scenario)
        + (network::addsIdentity(scenario) ? "′ + α" : "′");
}

void addPin(parts::LayerPanel& panel, const parts::DrawnPin& pin)
{
    const Message name{"%1: %2", {pin.name, "|" + productSymbol(pin.result.scenario) + "|"}};
    panel.add(parts::layerCurve(name, pin.role, 1, factorsOf(*pin.result.get<evaluation::Evaluation>())), name);
}

std::vector<int> allLayers(const evaluation::Evaluation& evaluation)
{
    std::vector<int> layers(evaluation.layers.size());
    std::iota(layers.begin(), layers.end(), 1);
    return layers;
}

// Where a factor is negative; where there are many, at some of the layers.
Points negatives(const evaluation::Evaluation& evaluation, const std::string& product, std::vector<Message>& notes)
{
    const Message name{product + " < 0", {}};
    const std::vector<int> layers = chain_parts::factorBars(evaluation, allLayers(evaluation)).negative.layers;
    const std::vector<int> chosen = parts::evenlyChosen(layers, kMostSigns);
    if (chosen.size() < layers.size())
        notes.push_back({translatable("core", "%1: %2 of %3 layers are marked."),
            {name, static_cast<int>(chosen.size()), static_cast<int>(layers.size())}});
    Points marks = chain_parts::factorBars(evaluation, chosen).negative;
    marks.name = name;
    return marks;
}

void addBars(parts::LayerPanel& panel, const evaluation::Evaluation& evaluation, const model::Scenario& scenario)
{
    const std::string symbol = diagnosis::sharedSymbol(scenario), product = productSymbol(scenario);
    chain_parts::FactorBars bars = chain_parts::factorBars(evaluation, allLayers(evaluation));
    const double width = kBarWidth * std::min(1.0, scenario.depth / kFewLayers);
    for (Bars* each : {&bars.weight, &bars.derivative})
        each->width = width;
    bars.weight.offset = -0.5 * width;
    bars.derivative.offset = 0.5 * width;
    bars.weight.name = {"|w|", {}};
    bars.derivative.name = {"%1′(z)", {symbol}};
    bars.positive.name = {product + " > 0", {}};
    bars.negative.name = {product + " < 0", {}};
    addMissing(panel, evaluation, bars.weight.name, bars.derivative.name);
    panel.include(bars.range.lower);
    panel.include(bars.range.upper);
    for (Bars* each : {&bars.weight, &bars.derivative})
        if (!each->x.empty())
            panel.add(std::move(*each));
    for (Points* each : {&bars.positive, &bars.negative})
        if (!each->x.empty())
            panel.add(std::move(*each));
}

// In a deep chain bars would be narrower than what can be seen: three curves, of which two add up to the third.
void addCurves(parts::LayerPanel& panel, const evaluation::Evaluation& evaluation, const model::Scenario& scenario,
    int selected, std::vector<Message>& notes)
{
    const std::string symbol = diagnosis::sharedSymbol(scenario);
    std::vector<numerics::Scaled> weights, derivatives;
    for (const evaluation::LayerEvaluation& layer : evaluation.layers) {
        weights.push_back(numerics::abs(numerics::Scaled::from(layer.weight)));
        derivatives.push_back(numerics::abs(layer.slope));
    }
    const Message weight{"|w|", {}}, derivative{"%1′(z)", {symbol}}, product{"|" + productSymbol(scenario) + "|", {}};
    const int keep[] = {selected};
    addMissing(panel, evaluation, weight, derivative);
    panel.include(0);
    const auto add = [&](const Message& name, Role role, const std::vector<numerics::Scaled>& values) {
        parts::LayerCurve curve = parts::layerCurve(name, role, 1, values, keep);
        curve.line.dashed = role != Role::tertiary;
        curve.zeros.clear(); // said by factor already
        curve.tooSmall.clear();
        panel.add(std::move(curve), name);
    };
    add(weight, Role::secondary, weights);
    add(derivative, Role::primary, derivatives);
    add(product, Role::tertiary, factorsOf(evaluation));
    if (Points negative = negatives(evaluation, productSymbol(scenario), notes); !negative.x.empty())
        panel.add(std::move(negative));
}

/// |s w_l|·max|f′| + |α| of this layer.
double boundOf(const evaluation::Evaluation& evaluation, const model::Scenario& scenario, int layer)
{
    return std::abs(evaluation.layer(layer).branch * evaluation.layer(layer).weight)
        * network::activationOf(scenario, layer)->maxDerivative
        + std::abs(network::identityOf(scenario, layer));
}

/// What no factor exceeds: that of the selected layer, else any.
void addBound(
    parts::LayerPanel& panel, const evaluation::Evaluation& evaluation, const model::Scenario& scenario, int selected)
{
    if (network::mixes(scenario)) // then a factor is more than these two
        return;
    double largest = selected > 0 ? boundOf(evaluation, scenario, selected) : 0;
    if (selected == 0)
        for (int l = 1; l <= evaluation.depth(); ++l)
            largest = std::max(largest, boundOf(evaluation, scenario, l));
    if (largest == 0)
        return;
    panel.include(std::log10(largest));
    panel.add(Guide{
        {translatable("core", "max %1"), {diagnosis::number(largest)}}, Role::reference, true, std::log10(largest)});
}

Message caption(const evaluation::Evaluation& evaluation, const model::Scenario& scenario, int selected)
{
    const int l = selected > 0 ? selected : std::min(2, evaluation.depth());
    const evaluation::LayerEvaluation& layer = evaluation.layer(l);
    const std::string symbol = parts::factorSymbol(scenario, l);
    const Message numbers = parts::factorNumbers(scenario, layer, l);
    if (evaluation.depth() == 1)
        return {
            translatable("core", "%1 = %2 = %3, the only factor."), {symbol, numbers, diagnosis::number(layer.factor)}};
    return {translatable("core", "%1 = %2 = %3; the product of the %4 factors is ∂a%5/∂a₀ = %6."),
        {symbol, numbers, diagnosis::number(layer.factor), evaluation.depth(), diagnosis::subscript(evaluation.depth()),
            diagnosis::number(evaluation.product)}};
}

void draw(Figure& figure, parts::LayerPanel& panel, const results::Snapshot& snapshot, const model::Question& question)
{
    const evaluation::Evaluation& evaluation = *snapshot.get<evaluation::Evaluation>();
    const int selected = parts::selectedLayer(snapshot, question);
    if (evaluation.depth() <= kMostBars)
        addBars(panel, evaluation, snapshot.scenario);
    else
        addCurves(panel, evaluation, snapshot.scenario, selected, figure.notes);
    panel.add(Guide{{}, Role::reference, true, 0});
    if (selected > 0 || !parts::hasRandomWeights(snapshot.scenario)) // else the largest of many weights of chance
        addBound(panel, evaluation, snapshot.scenario, selected);
    if (selected > 0)
        panel.mark(Role::selected, selected, evaluation.layer(selected).factor);
    panel.select(selected);
    figure.caption = caption(evaluation, snapshot.scenario, selected);
    if (Message whose = parts::ofFirstExample(evaluation); !whose.empty())
        figure.notes.push_back(std::move(whose));
}

constexpr chain_parts::ChainFigure kParts{
    translatable("core", "The pin %1 is not a chain and has no factors to draw."),
    addPin,
    draw,
    chain_parts::addBackwardSteps,
};

Figure build(const results::Snapshot& snapshot, const model::Question& question, const model::ViewState&)
{
    return chain_parts::chainFigure(
        {"factors", {translatable("core", "The two factors of each layer"), {}}, {}, {}, {}},
        parts::LayerPanel({translatable("core", "size"), {}}, 1, snapshot.scenario.depth), kParts, snapshot, question);
}

} // namespace

extern const FigureKind factors{
    "factors",
    translatable("core", "Factors"),
    translatable("core",
        "On its way back the gradient ∂C/∂a is multiplied by wₗ f′(zₗ) in each layer. On a logarithmic scale a product "
        "is a sum: one bar goes from 1 to |wₗ|, the other from there by f′(zₗ) to the factor, marked with its sign (a "
        "residual connection adds α to it); in a deep chain the bars become curves. Above the line at 1 a layer makes "
        "∂C/∂a grow, below it shrink; no factor (with a layer selected, not its factor) can lie above the line marked "
        "max. The learning speeds of neighbours differ by the other pair, wₗ₊₁ f′(zₗ): both pairings have the same "
        "product, except at the ends. In a wide network a factor is a matrix: what is drawn is how much it makes ‖δ‖ "
        "grow or shrink."),
    110,
    results::needs<evaluation::Evaluation>,
    build,
    "",
    "factor:layer=1",
};

} // namespace deltascope::figures
