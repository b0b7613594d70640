// SPDX-License-Identifier: GPL-3.0-or-later
// f and f′ over z with every layer's z on f′, and the band {z : |w f′(z)| ≥ 1}: |z| ≤ 2·acosh(√|w|/2) for the logistic
// function, empty where |w|·max|f′| < 1. core/maths.md 8.1.
#include "figures/figure_kind.h"
#include "figures/moved_value.h"
#include "figures/parts/curve_points.h"
#include "figures/parts/drawn_pins.h"
#include "figures/parts/figure_sentences.h"
#include "figures/parts/layer_marks.h"
#include "network/structure.h"
#include "theory/explosion/steep_intervals.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace deltascope::figures {

namespace {

constexpr double kLeastReach = 6, kMostReach = 10, kMostBandReach = 16; // of z on both sides of 0
constexpr std::size_t kCurvePoints = 300;
constexpr std::size_t kMostMarks = 400;

// The range of z that fits: ±6, wider for the band and for layers near by, never so wide that f′ is a needle.
parts::AxisRange fitRange(const results::Snapshot& snapshot, const std::vector<explosion::Interval>& band)
{
    double reach = kLeastReach;
    for (const explosion::Interval& interval : band)
        for (const double end : {interval.lower, interval.upper})
            if (std::abs(end) <= kMostBandReach)
                reach = std::max(reach, 1.15 * std::abs(end));
    const auto includeLayers = [&](const evaluation::Evaluation& evaluation) {
        if (const parts::AxisRange z = parts::rangeOfZ(evaluation, kMostReach); !z.empty())
            reach = std::max({reach, -1.1 * z.lower, 1.1 * z.upper});
    };
    if (snapshot.get<evaluation::Evaluation>())
        includeLayers(*snapshot.get<evaluation::Evaluation>());
    for (const results::PinnedResult& pin : snapshot.pins)
        if (pin.get<evaluation::Evaluation>())
            includeLayers(*pin.get<evaluation::Evaluation>());
    return {-reach, reach};
}

struct Curves {
    Line value, derivative;
};

Curves sampled(const activations::Activation& activation, const std::string& symbol, const parts::AxisRange& fit,
    const model::ViewRange* chosen)
{
    std::vector<double> extra{activation.maxDerivativeAt};
    parts::addKinks(extra, activation);
    const std::vector<double> z = parts::curvePoints(fit, chosen, kCurvePoints, extra);
    Curves curves;
    curves.value.name = {"%1(z)", {symbol}};
    curves.value.role = Role::secondary;
    curves.value.dashed = true;
    curves.derivative.name = {"%1′(z)", {symbol}};
    curves.value.x = curves.derivative.x = z;
    curves.value.y.resize(z.size());
    curves.derivative.y.resize(z.size());
    activation.evaluate(z.data(), curves.value.y.data(), curves.derivative.y.data(), z.size());
    curves.derivative.breaks = parts::breaksAt(z, activation.kinks);
    curves.value.breaks = parts::jumpsOf(z, activation);
    return curves;
}

// One shaded region for each interval, cut off where the curves end; where the band is a single point, a line.
void addBand(Panel& panel, const std::vector<explosion::Interval>& band, const parts::AxisRange& drawn,
    const std::string& symbol)
{
    Message name{"|w%1′| ≥ 1", {symbol}};
    for (const explosion::Interval& interval : band) {
        const double lower = std::max(interval.lower, drawn.lower);
        const double upper = std::min(interval.upper, drawn.upper);
        if (lower < upper)
            panel.elements.push_back(Region{name, Role::shaded, lower, upper, 0, 0});
        else if (lower == upper)
            panel.elements.push_back(Guide{name, Role::shaded, false, lower});
        if (lower <= upper)
            name = {}; // one entry in the legend
    }
}

struct OtherActivation {
    activations::Chosen activation;
    Message name;
};

/// Beside the one of layer 1, each once.
std::vector<OtherActivation> otherActivations(const model::Scenario& scenario)
{
    std::vector<std::pair<activations::Chosen, std::vector<int>>> others;
    const activations::Chosen first = parts::chainActivation(scenario);
    const bool alike = !network::hiddenActivationsDiffer(scenario);
    for (int layer = alike ? std::max(2, scenario.depth) : 2; layer <= scenario.depth; ++layer) {
        const activations::Chosen activation = network::activationOf(scenario, layer);
        if (activation == first)
            continue;
        const auto known = std::ranges::find(others, activation, [](const auto& each) { return each.first; });
        if (known == others.end())
            others.push_back({activation, {layer}});
        else
            known->second.push_back(layer);
    }
    std::vector<OtherActivation> result;
    for (const auto& [activation, layers] : others) {
        const std::string symbol = diagnosis::symbolOf(*activation);
        const bool output = layers.size() == 1 && layers.front() == scenario.depth;
        result.push_back({activation,
            output ? Message{translatable("core", "output: %1′(z)"), {symbol}}
                   : Message{"%1: %2′(z)", {diagnosis::layersNamed(layers), symbol}}});
    }
    return result;
}

void addCurves(Panel& panel, const model::Scenario& scenario, const parts::AxisRange& fit,
    const model::ViewRange* chosen, parts::AxisRange& y)
{
    const activations::Chosen shown = parts::chainActivation(scenario);
    const activations::Activation& activation = *shown;
    Curves curves = sampled(activation, diagnosis::symbolOf(activation), fit, chosen);
    const parts::AxisRange inside{fit.lower, fit.upper};
    const auto includeFit = [&](const Line& line) {
        for (std::size_t i = 0; i < line.x.size(); ++i)
            if (inside.contains(line.x[i]))
                y.include(line.y[i]);
    };
    y.include(0);
    includeFit(curves.value);
    includeFit(curves.derivative);
    panel.elements.push_back(std::move(curves.value));
    panel.elements.push_back(std::move(curves.derivative));
    bool dashed = false;
    for (const OtherActivation& other : otherActivations(scenario)) {
        Line line = sampled(*other.activation, diagnosis::symbolOf(*other.activation), fit, chosen).derivative;
        includeFit(line);
        line.name = other.name;
        line.role = Role::tertiary;
        line.dashed = std::exchange(dashed, !dashed);
        panel.elements.push_back(std::move(line));
    }
}

Points pointsOf(const std::vector<parts::LayerMark>& marks, Role role)
{
    Points points{{}, role, {}, {}, {}, {}};
    for (const parts::LayerMark& mark : marks) {
        points.x.push_back(mark.z);
        points.y.push_back(mark.slope);
        points.layers.push_back(mark.layer);
    }
    return points;
}

void noteOutside(const parts::LayerMarks& marks, const Message& whose, std::vector<Message>& notes)
{
    std::vector<int> outside;
    numerics::Scaled farthest;
    for (const parts::LayerMark& mark : marks.marks)
        if (mark.outside) {
            outside.push_back(mark.layer);
            if (farthest < numerics::abs(mark.exact))
                farthest = numerics::abs(mark.exact);
        }
    if (!outside.empty())
        notes.push_back(
            {translatable("core", "%1: z lies outside the drawing in %2, up to |z| = %3; marked at the border."),
                {whose, diagnosis::layersNamed(outside), diagnosis::number(farthest)}});
}

void addPins(Panel& panel, const results::Snapshot& snapshot, const parts::AxisRange& drawn, parts::AxisRange& y,
    std::vector<Message>& notes)
{
    for (const parts::DrawnPin& drawnPin : parts::drawnPins(snapshot)) {
        const evaluation::Evaluation* evaluation = drawnPin.result.get<evaluation::Evaluation>();
        if (!evaluation)
            continue;
        const parts::LayerMarks marks = parts::layerMarks(*evaluation, drawn, kMostMarks, 0);
        Points points = pointsOf(marks.marks, drawnPin.role);
        points.name = {translatable("core", "%1: zˡ"), {drawnPin.name}};
        for (const double slope : points.y)
            y.include(slope);
        noteOutside(marks, {"%1", {drawnPin.name}}, notes);
        panel.elements.push_back(std::move(points));
    }
}

/// A hand takes a layer's z along the curve: b = z − w a, with all that comes before the layer as it is.
Points withGrips(Points points, const results::Snapshot& snapshot, const evaluation::Evaluation& evaluation)
{
    const std::vector<int> tied = network::tiedLayers(snapshot.scenario); // they stand together
    const Grip first = gripOfLayer(snapshot.scenario, snapshot.step, "bias", 1);
    for (const int l : points.layers) {
        const evaluation::LayerEvaluation& layer = evaluation.layer(l);
        const double rest = (layer.bias - layer.z.mean).nearestDouble();
        const bool alone =
            tied.empty() || l < tied.front() || l > tied.back(); // else the layers before would change too
        points.grips.push_back(alone && std::isfinite(rest) ? first : Grip{});
        if (Grip& grip = points.grips.back(); !grip.parameter.empty()) {
            grip.layer = l;
            grip.offset = rest;
        }
    }
    return points;
}

void addLayers(Panel& panel, const results::Snapshot& snapshot, const parts::AxisRange& drawn, int selected,
    parts::AxisRange& y, std::vector<Message>& notes)
{
    const evaluation::Evaluation& evaluation = *snapshot.get<evaluation::Evaluation>();
    parts::LayerMarks marks = parts::layerMarks(evaluation, drawn, kMostMarks, selected);
    noteOutside(marks, {translatable("core", "This network"), {}}, notes);
    if (marks.leftOut > 0)
        notes.push_back({translatable("core", "Layers whose marks lie under others: %1."), {marks.leftOut}});
    Points points = withGrips(pointsOf(marks.marks, Role::current), snapshot, evaluation);
    points.name = {translatable("core", "zˡ of the layers"), {}};
    points.labels = std::move(marks.labels);
    for (const double slope : points.y)
        y.include(slope);
    panel.elements.push_back(std::move(points));
    for (const parts::LayerMark& mark : marks.marks)
        if (mark.layer == selected)
            panel.elements.push_back(withGrips(pointsOf({mark}, Role::selected), snapshot, evaluation));
}

/// What the largest |w f′| says of a layer, or why it says nothing.
Message captionOfEmptyBand(const model::Scenario& scenario, const std::vector<Argument>& numbers)
{
    if (!network::isChain(scenario))
        return {
            translatable("core",
                "|w|·max %1′ = %2 × %3 = %4 for a single link; a neuron adds up many, so whether a layer shrinks the "
                "gradient is not seen here."),
            numbers};
    if (network::mixes(scenario))
        return {
            translatable("core",
                "|w|·max %1′ = %2 × %3 = %4: nowhere is |w %1′(z)| ≥ 1, but a layer keeps a share of its input, which "
                "comes to its factor."),
            numbers};
    if (const double identity = network::identityOf(scenario, 1); identity != 0) {
        std::vector<Argument> all = numbers;
        all.push_back(diagnosis::number(identity));
        if (network::scalesBranch(scenario))
            return {translatable("core",
                        "|w|·max %1′ = %2 × %3 = %4: nowhere is |w %1′(z)| ≥ 1, but the residual connection adds %5 to "
                        "s times it in every hidden layer."),
                std::move(all)};
        return {translatable("core",
                    "|w|·max %1′ = %2 × %3 = %4: nowhere is |w %1′(z)| ≥ 1, but the residual connection adds %5 to "
                    "w %1′(z) in every hidden layer."),
            std::move(all)};
    }
    if (network::hiddenActivationsDiffer(scenario))
        return {translatable("core",
                    "|w|·max %1′ = %2 × %3 = %4: nowhere is |w %1′(z)| ≥ 1; the slopes of layers with an activation of "
                    "their own are drawn beside it."),
            numbers};
    return {translatable("core",
                "|w|·max %1′ = %2 × %3 = %4: nowhere is |w %1′(z)| ≥ 1, so a layer with this w shrinks the gradient "
                "wherever its z lies."),
        numbers};
}

Message caption(const model::Scenario& scenario, const std::vector<explosion::Interval>& band, double weight)
{
    const activations::Chosen shown = parts::chainActivation(scenario);
    const activations::Activation& activation = *shown;
    const std::string symbol = diagnosis::symbolOf(activation);
    const double size = std::abs(weight);
    const Argument largest = diagnosis::number(size * activation.maxDerivative);
    const Argument peak = diagnosis::number(activation.maxDerivative);
    if (band.empty())
        return captionOfEmptyBand(scenario, {symbol, diagnosis::number(size), peak, largest});
    const explosion::Interval& interval = band.front();
    if (band.size() > 1 || !std::isfinite(interval.lower) || !std::isfinite(interval.upper))
        return {translatable("core", "|w|·max %1′ = %2 × %3 = %4: where the band is shaded, |w %1′(z)| ≥ 1."),
            {symbol, diagnosis::number(size), peak, largest}};
    if (interval.lower == interval.upper)
        return {translatable("core", "|w|·max %1′ = %2 × %3 = %4: |w %1′(z)| ≥ 1 only at z = %5."),
            {symbol, diagnosis::number(size), peak, largest, diagnosis::number(interval.lower)}};
    return {translatable("core", "|w|·max %1′ = %2 × %3 = %4: |w %1′(z)| ≥ 1 for z from %5 to %6."),
        {symbol, diagnosis::number(size), peak, largest, diagnosis::number(interval.lower),
            diagnosis::number(interval.upper)}};
}

void addWords(
    Figure& figure, const results::Snapshot& snapshot, const std::vector<explosion::Interval>& band, double weight)
{
    figure.caption = caption(snapshot.scenario, band, weight);
    if (!snapshot.get<evaluation::Evaluation>())
        figure.notes.push_back(parts::beingComputed());
    else if (!snapshot.get<evaluation::Evaluation>()->chain || snapshot.get<evaluation::Evaluation>()->examples > 1)
        figure.notes.push_back({translatable("core",
                                    "Each layer is marked at the mean of its z and of its %1′(z) over neurons and "
                                    "examples, which need not "
                                    "lie on the curve; the band is that of one neuron."),
            {diagnosis::sharedSymbol(snapshot.scenario)}});
}

Figure build(const results::Snapshot& snapshot, const model::Question& question, const model::ViewState& view)
{
    const activations::Chosen shown = parts::chainActivation(snapshot.scenario);
    const activations::Activation& activation = *shown;
    const std::string symbol = diagnosis::symbolOf(activation);
    Figure figure{"derivative_curve", {translatable("core", "%1 and %1′, with every layer's z"), {symbol}}, {}, {}, {}};
    const double weight = parts::shownWeight(snapshot, question);
    const std::vector<explosion::Interval> band = explosion::steepIntervalsOfZ(activation, weight);
    const model::ViewRange* chosen = model::viewRange(view, figure.id, 0);
    const parts::AxisRange fit = fitRange(snapshot, band);
    const parts::AxisRange drawn = parts::drawnRange(fit, chosen);
    Panel panel;
    parts::AxisRange y;
    addBand(panel, band, drawn, symbol);
    addCurves(panel, snapshot.scenario, fit, chosen, y);
    if (const double threshold = 1 / std::abs(weight); y.contains(threshold))
        panel.elements.push_back(Guide{{"1/|w|", {}}, Role::reference, true, threshold});
    if (const double threshold = -1 / std::abs(weight); !activation.monotone && y.contains(threshold))
        panel.elements.push_back(Guide{{"−1/|w|", {}}, Role::reference, true, threshold});
    addPins(panel, snapshot, drawn, y, figure.notes);
    if (snapshot.get<evaluation::Evaluation>())
        addLayers(panel, snapshot, drawn, parts::selectedLayer(snapshot, question), y, figure.notes);
    panel.x = {{"z = wa + b", {}}, "", AxisScale::linear, fit.lower, fit.upper, 0};
    panel.y = parts::linearAxis({"%1, %1′", {symbol}}, y);
    figure.panels.push_back(std::move(panel));
    addWords(figure, snapshot, band, weight);
    return figure;
}

} // namespace

extern const FigureKind derivative_curve{
    "derivative_curve",
    translatable("core", "Derivative curve"),
    translatable("core",
        "The activation f and its derivative f′ over the weighted input z, with the z of every layer marked on f′. In "
        "a "
        "chain without residual connections a layer passes the gradient on undiminished only where |w f′(z)| ≥ 1: that "
        "band is shaded. Click a mark to select its layer; in a chain, drag it along the curve to set the layer’s "
        "bias."),
    10,
    results::needs<evaluation::Evaluation>,
    build,
};

} // namespace deltascope::figures
