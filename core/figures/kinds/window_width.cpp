// SPDX-License-Identifier: GPL-3.0-or-later
// The width of {a : |w f′(wa + b)| ≥ 1} against |w|: for the logistic function (4/|w|)·acosh(√|w|/2) from |w| = 4 on,
// widest (0.4477) at |w| = 6.894. It does not depend on b. core/maths.md 8.2, 8.3.
#include "base/registry.h"
#include "figures/figure_kind.h"
#include "figures/moved_value.h"
#include "figures/parts/curve_points.h"
#include "figures/parts/drawn_pins.h"
#include "figures/parts/figure_sentences.h"
#include "figures/parts/layer_curve.h"
#include "network/heeded_setting.h"
#include "network/initializer.h"
#include "network/structure.h"
#include "parameters/idle_parameters.h"
#include "theory/explosion/steep_intervals.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

namespace deltascope::figures {

namespace {

constexpr std::size_t kCurvePoints = 90;
constexpr std::size_t kMostLayers = 100;
constexpr double kLeftmost = -3; // log10 |w|: the smallest |w| with a place of its own on the axis

// What the panel is about, for one activation.
struct Subject {
    activations::Chosen shown;
    const activations::Activation& activation; // the same
    std::string symbol;
    double opening; // log10 of the |w| from which there is an interval
    std::optional<explosion::WidestSteepInterval> widest;
    parts::AxisRange x; // log10 |w| that fits
};

// It hangs on the activation alone, and a figure is drawn 60 times a second: found once for each, of those that a
// scenario sets for the last one.
const std::optional<explosion::WidestSteepInterval>& widestOf(const activations::Chosen& activation)
{
    struct Known {
        activations::Chosen activation;
        std::optional<explosion::WidestSteepInterval> widest;
    };
    thread_local std::map<std::string_view, Known> known;
    Known& found = known[activation->id];
    if (!(found.activation == activation))
        found = {activation, explosion::widestSteepInterval(*activation)};
    return found.widest;
}

Subject subjectOf(const results::Snapshot& snapshot)
{
    const model::Scenario& scenario = snapshot.scenario;
    const activations::Chosen shown = parts::chainActivation(scenario);
    const double opening = shown->maxDerivative > 0 ? -std::log10(shown->maxDerivative) : 0; // a step has none
    Subject subject{shown, *shown, diagnosis::symbolOf(*shown), opening, widestOf(shown), {}};
    subject.x.include(subject.opening - 0.6);
    subject.x.include(subject.opening + 2.4);
    const auto includeWeight = [&](double weight) {
        if (weight != 0)
            for (const double room : {-0.1, 0.1})
                subject.x.include(std::max(kLeftmost, std::log10(std::abs(weight)) + room));
    };
    includeWeight(parts::weightOf(snapshot, 0));
    if (parts::hasRandomWeights(scenario))
        for (int l = 1; l <= scenario.depth; ++l)
            includeWeight(parts::weightOf(snapshot, l));
    for (const model::LayerSetting& setting : scenario.layers)
        if (setting.weight)
            includeWeight(parts::weightOf(snapshot, setting.layer));
    for (const results::PinnedResult& pin : snapshot.pins)
        if (pin.get<evaluation::Evaluation>() && pin.get<evaluation::Evaluation>()->chain)
            for (const evaluation::LayerEvaluation& layer : pin.get<evaluation::Evaluation>()->layers)
                includeWeight(layer.weight);
    return subject;
}

/// The |w| from which the interval is unbounded: 1/|f′| at ±∞; ∞ where f′ falls to 0 on both sides.
double unboundedOpening(const activations::Activation& activation)
{
    constexpr double far = 1e100;
    return 1 / std::max(std::abs(activation.derivative(-far)), std::abs(activation.derivative(far)));
}

// The curve; where the interval is unbounded from some |w| on, a shaded region in its place.
void addCurve(Panel& panel, const Subject& subject, const model::ViewRange* chosen, parts::AxisRange& y,
    std::vector<Message>& notes)
{
    std::vector<double> extra{subject.opening};
    for (const double distance : {1e-4, 1e-3, 4e-3, 1e-2, 2e-2, 4e-2, 6e-2, 8e-2, 0.1, 0.12, 0.14, 0.16, 0.19, 0.21,
             0.26, 0.28}) // it rises there like a square root
        extra.push_back(subject.opening + distance);
    if (subject.widest)
        extra.push_back(std::log10(subject.widest->weight));
    const double unbounded = unboundedOpening(subject.activation);
    if (std::isfinite(unbounded))
        extra.push_back(std::log10(unbounded));
    Line line;
    line.name = {translatable("core", "width of the window in a"), {}};
    double unboundedFrom = std::numeric_limits<double>::infinity();
    const std::vector<double> xs = parts::curvePoints(subject.x, chosen, kCurvePoints, extra);
    std::vector<double> weights;
    for (const double x : xs)
        weights.push_back(std::pow(10, x));
    const std::vector<double> widths = explosion::steepWidths(subject.activation, weights);
    for (std::size_t i = 0; i < xs.size(); ++i) {
        const double x = xs[i], width = widths[i];
        if (!std::isfinite(width)) {
            unboundedFrom = std::min(unboundedFrom, x);
            continue;
        }
        line.x.push_back(x);
        line.y.push_back(width);
        y.include(width);
    }
    panel.elements.push_back(std::move(line));
    const double right = parts::drawnRange(subject.x, chosen).upper;
    if (unboundedFrom < right) {
        panel.elements.push_back(
            Region{{translatable("core", "window without bound"), {}}, Role::shaded, unboundedFrom, right, 0, 0});
        notes.push_back(
            {translatable("core", "From |w| = %1 on the window has no bound: %2′ does not fall below 1/|w| again."),
                {diagnosis::number(unbounded), subject.symbol}});
    }
}

void addWidest(Panel& panel, const Subject& subject)
{
    if (!subject.widest || !std::isfinite(subject.widest->width))
        return;
    const Message label{translatable("core", "widest: %1 at |w| = %2"),
        {Real{subject.widest->width, 7}, Real{subject.widest->weight, 7}}};
    panel.elements.push_back(Points{{translatable("core", "widest window"), {}}, Role::tertiary,
        {std::log10(subject.widest->weight)}, {subject.widest->width}, {}, {label}});
}

// The first layer of each weight is labelled; one with a weight of its own by its number.
Message labelOf(Role role, int layer, double weight, bool fits, double width)
{
    if (role == Role::selected) // the mark underneath has one
        return {};
    const std::string name = role == Role::secondary ? diagnosis::indexed("w", layer) : "w";
    if (!std::isfinite(width))
        return {"%1 = %2: ∞", {name, diagnosis::number(weight)}};
    return fits ? Message{"%1 = %2: %3", {name, diagnosis::number(weight), diagnosis::number(width)}}
                : Message{"← %1 = %2", {name, diagnosis::number(weight)}};
}

// A hand takes |w| along the axis: of all layers that share it, or of the layer that has its own; its sign stays.
Grip gripOf(const results::Snapshot& snapshot, int layer, double weight)
{
    const model::LayerSetting* setting = network::heededSetting(snapshot.scenario, layer);
    Grip grip;
    if (setting && setting->weight)
        grip = gripOfLayer(snapshot.scenario, snapshot.step, "weight", layer);
    else if (snapshot.step == 0 && parameters::idle::withoutWeight(snapshot.scenario).empty())
        grip.parameter = "weight";
    if (!grip.parameter.empty() && weight < 0)
        grip.sign = -1;
    return grip;
}

// One mark for each of these layers, at its own |w|; a line where its interval is unbounded.
void addLayers(Panel& panel, const Subject& subject, const results::Snapshot& snapshot, Points points,
    const std::vector<int>& layers, parts::AxisRange& y, std::vector<Message>& notes)
{
    std::set<double> seen;
    double weight = 0, width = explosion::steepWidth(subject.activation, 0);
    for (const int l : layers) {
        if (const double next = parts::weightOf(snapshot, l); next != weight) { // most layers share one
            weight = next;
            width = explosion::steepWidth(subject.activation, weight);
        }
        const bool fits = weight != 0 && std::log10(std::abs(weight)) >= subject.x.lower;
        const double x = fits ? std::log10(std::abs(weight)) : subject.x.lower;
        const bool first = seen.insert(weight).second;
        const Message label = first ? labelOf(points.role, l, weight, fits, width) : Message{};
        if (!std::isfinite(width)) {
            if (first)
                panel.elements.push_back(Guide{label, points.role, false, x});
            continue;
        }
        points.x.push_back(x);
        points.y.push_back(width);
        points.layers.push_back(l);
        points.labels.push_back(label);
        points.grips.push_back(gripOf(snapshot, l, weight));
        y.include(width);
        if (!fits && first)
            notes.push_back({translatable("core",
                                 "w = %1 lies left of the drawing (the axis is logarithmic): marked at its border."),
                {diagnosis::number(weight)}});
    }
    if (!points.x.empty())
        panel.elements.push_back(std::move(points));
}

// The pins' layers at their |w|, each weight once, on the curves of their own activations.
void addPins(Panel& panel, const Subject& subject, const results::Snapshot& snapshot, parts::AxisRange& y,
    std::vector<Message>& notes)
{
    for (const parts::DrawnPin& drawnPin : parts::drawnPins(snapshot)) {
        const results::PinnedResult& pin = drawnPin.result;
        if (!pin.get<evaluation::Evaluation>())
            continue;
        if (!pin.get<evaluation::Evaluation>()->chain) {
            notes.push_back(
                {translatable("core", "The pin %1 is not a chain and has no single weight to mark."), {drawnPin.name}});
            continue;
        }
        Points points{{translatable("core", "%1: |w|"), {drawnPin.name}}, drawnPin.role, {}, {}, {}, {}};
        std::set<double> seen;
        std::vector<std::pair<activations::Chosen, double>> known; // thousands of layers share a weight
        for (int l = 1; l <= pin.get<evaluation::Evaluation>()->depth() && points.x.size() < kMostLayers; ++l) {
            const double weight = std::abs(pin.get<evaluation::Evaluation>()->layer(l).weight);
            const activations::Chosen activation = network::activationOf(pin.scenario, l);
            if (seen.contains(weight) || std::ranges::find(known, std::pair(activation, weight)) != known.end())
                continue;
            known.emplace_back(activation, weight);
            const double width = explosion::steepWidth(*activation, weight);
            if (!std::isfinite(width))
                continue;
            seen.insert(weight);
            points.x.push_back(weight > 0 ? std::max(std::log10(weight), subject.x.lower) : subject.x.lower);
            points.y.push_back(width);
            points.layers.push_back(l);
            y.include(width);
        }
        if (!points.x.empty())
            panel.elements.push_back(std::move(points));
    }
}

void addScenario(Panel& panel, const Subject& subject, const results::Snapshot& snapshot, int selected,
    parts::AxisRange& y, std::vector<Message>& notes)
{
    const model::Scenario& scenario = snapshot.scenario;
    const bool randomWeights = parts::hasRandomWeights(scenario);
    std::vector<int> shared, own;
    for (int l = 1; l <= scenario.depth; ++l) {
        const model::LayerSetting* setting = network::heededSetting(scenario, l);
        ((setting && setting->weight) || randomWeights ? own : shared).push_back(l);
    }
    if (shared.size() > kMostLayers)
        shared = parts::evenlyChosen(shared, kMostLayers);
    if (own.size() > kMostLayers) {
        notes.push_back({translatable("core", "Of the %1 layers with a weight of their own, %2 are marked."),
            {static_cast<int>(own.size()), static_cast<int>(kMostLayers)}});
        own = parts::evenlyChosen(own, kMostLayers);
    }
    addLayers(panel, subject, snapshot,
        {{translatable("core", "layers with the shared w"), {}}, Role::current, {}, {}, {}, {}}, shared, y, notes);
    addLayers(panel, subject, snapshot,
        {{translatable("core", "layers with a w of their own"), {}}, Role::secondary, {}, {}, {}, {}}, own, y, notes);
    if (selected > 0) {
        std::vector<Message> saidAlready;
        addLayers(panel, subject, snapshot, {{}, Role::selected, {}, {}, {}, {}}, {selected}, y, saidAlready);
    }
}

Message caption(const Subject& subject, double weight)
{
    const double size = std::abs(weight);
    const double width = explosion::steepWidth(subject.activation, weight);
    const double largest = size * subject.activation.maxDerivative;
    if (largest < 1 && plainText({"%1", {diagnosis::number(largest)}}) == "1")
        return {translatable("core", "|w|·max %1′ = %2 × %3 is just below 1: there is no a with |w %1′(wa + b)| ≥ 1."),
            {subject.symbol, diagnosis::number(size), diagnosis::number(subject.activation.maxDerivative)}};
    if (largest < 1)
        return {translatable("core", "|w|·max %1′ = %2 × %3 = %4 < 1: there is no a with |w %1′(wa + b)| ≥ 1."),
            {subject.symbol, diagnosis::number(size), diagnosis::number(subject.activation.maxDerivative),
                diagnosis::number(largest)}};
    if (!std::isfinite(width))
        return {translatable("core", "With |w| = %1 the inputs a with |w %2′(wa + b)| ≥ 1 fill a half-line or more."),
            {diagnosis::number(size), subject.symbol}};
    if (!subject.widest)
        return {translatable("core",
                    "With |w| = %1 the inputs a with |w %2′(wa + b)| ≥ 1 fill a window %3 wide, whatever b is."),
            {diagnosis::number(size), subject.symbol, diagnosis::number(width)}};
    return {translatable("core",
                "At |w| = %1 the window |w %2′(wa + b)| ≥ 1 is %3 wide in a, whatever b is; the widest, %4, is at "
                "|w| = %5."),
        {diagnosis::number(size), subject.symbol, diagnosis::number(width), diagnosis::number(subject.widest->width),
            diagnosis::number(subject.widest->weight)}};
}

Figure build(const results::Snapshot& snapshot, const model::Question& question, const model::ViewState& view)
{
    Figure figure{"window_width", {translatable("core", "The window of inputs, against |w|"), {}}, {}, {}, {}};
    const Subject subject = subjectOf(snapshot);
    const model::ViewRange* chosen = model::viewRange(view, figure.id, 0);
    Panel panel;
    parts::AxisRange y;
    y.include(0);
    addCurve(panel, subject, chosen, y, figure.notes);
    addWidest(panel, subject);
    if (subject.widest && std::isfinite(subject.widest->width))
        y.include(1.15 * subject.widest->width); // room for its label
    if (y.span() == 0)
        y.include(1);
    addPins(panel, subject, snapshot, y, figure.notes);
    addScenario(panel, subject, snapshot, parts::selectedLayer(snapshot, question), y, figure.notes);
    panel.x = {{translatable("core", "size of the weight, |w|"), {}}, "", AxisScale::decades, subject.x.lower,
        subject.x.upper, 0};
    panel.y = parts::linearAxis({translatable("core", "width of the window in a"), {}}, y);
    figure.caption = network::isChain(snapshot.scenario) ? caption(subject, parts::shownWeight(snapshot, question))
                                                         : parts::needsChain();
    if (network::hiddenActivationsDiffer(snapshot.scenario))
        figure.notes.push_back(
            {translatable("core", "The curve is that of layer 1; other layers have an activation of their own."), {}});
    else if (snapshot.scenario.depth > 1 && snapshot.scenario.activation != snapshot.scenario.outputActivation)
        figure.notes.push_back(
            {translatable("core", "The curve is that of the hidden layers; the output has another activation."), {}});
    figure.panels.push_back(std::move(panel));
    return figure;
}

} // namespace

extern const FigureKind window_width{
    "window_width",
    translatable("core", "Window width"),
    translatable("core",
        "The width of the window of inputs a in which a layer does not shrink the gradient, |w f′(wa + b)| ≥ 1, "
        "against |w|. Small weights have none; large weights make f′ sharp, so the window closes again. It does not "
        "depend on b, which only moves it. Drag the mark of the present |w| to change it."),
    30,
    results::needs<evaluation::Evaluation>,
    build,
    "",
    "window_width",
};

} // namespace deltascope::figures
