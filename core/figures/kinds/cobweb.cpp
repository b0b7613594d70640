// SPDX-License-Identifier: GPL-3.0-or-later
// The chain's own map a → f(wa + b) with its diagonal, and the activations of the layers walking between them: fixed
// points, 2-cycles, and why an orbit cannot explode for ever. core/maths.md 8.5, 16.8.
#include "figures/figure_kind.h"
#include "figures/parts/axis_range.h"
#include "figures/parts/curve_points.h"
#include "figures/parts/drawn_pins.h"
#include "figures/parts/figure_sentences.h"
#include "network/structure.h"
#include "parameters/parameters.h"
#include "theory/explosion/chain_map.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace deltascope::figures {

namespace {

constexpr std::size_t kCurvePoints = 400;
constexpr int kMostSteps = 60; // of a walk that are drawn

/// The map that all layers share, or nothing where they differ.
std::optional<explosion::ChainMap> sharedMap(const network::Network& network)
{
    const explosion::ChainMap map{&network.activation(1), network.weights(1)(0, 0), network.biases(1)(0)};
    for (int layer = 1; layer <= network.depth(); ++layer)
        if (&network.activation(layer) != map.activation || network.weights(layer)(0, 0) != map.weight
            || network.biases(layer)(0) != map.bias || network.plan(layer).goesPast || network.plan(layer).changesSums
            || network.fed(layer) > 0)
            return std::nullopt;
    return map;
}

/// The activations of the layers, from layer 1 on, as far as doubles hold them and they are drawn.
std::vector<double> activationsOf(const evaluation::Evaluation& evaluation)
{
    std::vector<double> activations;
    for (const evaluation::LayerEvaluation& layer : evaluation.layers) {
        const double a = layer.activation.nearestDouble();
        if (!std::isfinite(a) || activations.size() == kMostSteps)
            break;
        activations.push_back(a);
    }
    return activations;
}

/// Holds what stays, and of orbits what is not so far away that nothing else could be told apart.
parts::AxisRange rangeOf(const explosion::ChainMap& map, const std::vector<std::vector<double>>& orbits,
    const std::vector<explosion::PeriodicPoint>& points)
{
    constexpr double kMost = 1e6, kFarthest = 20; // times what stays
    parts::AxisRange range;
    for (const explosion::PeriodicPoint& point : points)
        for (const double a : {point.a, point.image})
            if (std::abs(a) < kMost)
                range.include(a);
    for (const double end : {map.activation->lower, map.activation->upper})
        range.include(end); // what is not finite is left out
    const double far = kFarthest * (range.empty() ? 1 : std::max({1.0, std::abs(range.lower), std::abs(range.upper)}));
    for (const std::vector<double>& orbit : orbits)
        for (const double a : orbit)
            if (std::abs(a) <= far)
                range.include(a);
    return range.padded(0.05, 1);
}

/// What is drawn of a plane.
struct Window {
    parts::AxisRange x, y;
};

/// The part of t in [from, to] where start + t·step lies in the range.
void narrow(double& from, double& to, double start, double step, const parts::AxisRange& range)
{
    if (step == 0) {
        if (!range.contains(start))
            to = -1;
        return;
    }
    const double one = (range.lower - start) / step, other = (range.upper - start) / step;
    from = std::max(from, std::min(one, other));
    to = std::min(to, std::max(one, other));
}

/// The line cut to the window, with a gap wherever it is outside.
Line cut(Line line, const Window& window)
{
    const std::vector<double> x = std::exchange(line.x, {}), y = std::exchange(line.y, {});
    const auto add = [&](double atX, double atY) {
        line.x.push_back(std::clamp(atX, window.x.lower, window.x.upper)); // the cut rounds
        line.y.push_back(std::clamp(atY, window.y.lower, window.y.upper));
    };
    bool inside = false;
    for (std::size_t i = 0; i + 1 < x.size(); ++i) {
        double from = 0, to = 1;
        const double stepX = x[i + 1] - x[i], stepY = y[i + 1] - y[i];
        if (std::isfinite(stepX) && std::isfinite(stepY)) {
            narrow(from, to, x[i], stepX, window.x);
            narrow(from, to, y[i], stepY, window.y);
        } else {
            to = -1;
        }
        if (from > to) {
            inside = false;
            continue;
        }
        if (!inside || from > 0) {
            if (!line.x.empty())
                line.breaks.push_back(line.x.size());
            add(x[i] + from * stepX, y[i] + from * stepY);
        }
        add(to == 1 ? x[i + 1] : x[i] + to * stepX, to == 1 ? y[i + 1] : y[i] + to * stepY);
        inside = to == 1;
    }
    return line;
}

/// From each activation up or down to the next one, and across to the diagonal.
Line walkOf(const std::vector<double>& orbit, Role role)
{
    Line walk{.role = role, .path = true};
    for (std::size_t i = 0; i + 1 < orbit.size(); ++i) {
        walk.x.insert(walk.x.end(), {orbit[i], orbit[i + 1]});
        walk.y.insert(walk.y.end(), {orbit[i + 1], orbit[i + 1]});
    }
    return walk;
}

void addLine(Panel& panel, Line line)
{
    if (!line.x.empty())
        panel.elements.push_back(std::move(line));
}

/// Where the walk begins; a hand that presses in the panel takes it along, where it means something.
void addStart(Panel& panel, const model::Scenario& scenario, double input, const Window& window)
{
    const auto& row = *parameters::findScenarioParameter("input");
    if (!row.idle || row.idle(scenario).empty())
        panel.x.moved = {
            .parameter = std::string(row.key), .choices = {}, .lower = window.x.lower, .upper = window.x.upper};
    if (window.x.contains(input))
        panel.elements.push_back(
            Points{{translatable("core", "start a₀"), {}}, Role::primary, {input}, {window.y.lower}, {}, {}});
}

void addWalk(Panel& panel, const std::vector<double>& orbit, const Window& window, int selected)
{
    Line walk = walkOf(orbit, Role::current);
    if (!walk.x.empty()) { // it begins on the axis
        walk.x.insert(walk.x.begin(), orbit[0]);
        walk.y.insert(walk.y.begin(), window.y.lower);
    }
    addLine(panel, cut(std::move(walk), window));
    Points steps{{translatable("core", "aˡ over aˡ⁻¹"), {}}, Role::current, {}, {}, {}, {}};
    Points marked{{translatable("core", "layer %1"), {selected}}, Role::selected, {}, {}, {}, {}};
    for (std::size_t i = 0; i + 1 < orbit.size(); ++i) {
        if (!window.x.contains(orbit[i]) || !window.y.contains(orbit[i + 1]))
            continue;
        const int layer = static_cast<int>(i) + 1;
        for (Points* those : {&steps, &marked})
            if (those == &steps || layer == selected) {
                those->x.push_back(orbit[i]);
                those->y.push_back(orbit[i + 1]);
                those->layers.push_back(layer);
            }
    }
    for (Points* those : {&steps, &marked})
        if (!those->x.empty())
            panel.elements.push_back(std::move(*those));
}

/// The walks of the pinned chains, from their first layer's activation on, and what of the pins is not drawn.
void addPins(Figure& figure, Panel& panel, const results::Snapshot& snapshot, const Window& window)
{
    for (const parts::DrawnPin& pin : parts::drawnPins(snapshot)) {
        const auto* evaluation = pin.result.get<evaluation::Evaluation>();
        if (!evaluation)
            continue;
        if (!evaluation->chain) {
            figure.notes.push_back(
                {translatable("core", "The pin %1 is not a chain and has no product of factors."), {pin.name}});
            continue;
        }
        Line walk = walkOf(activationsOf(*evaluation), pin.role);
        walk.name = {"%1", {pin.name}};
        addLine(panel, cut(std::move(walk), window));
    }
}

/// The first activation that is not seen, where there is one.
void noteOutside(Figure& figure, double input, const evaluation::Evaluation& evaluation, const Window& window)
{
    for (int layer = 0; layer <= std::min(evaluation.depth(), kMostSteps); ++layer) {
        const numerics::Scaled a = layer == 0 ? numerics::Scaled::from(input) : evaluation.layer(layer).activation;
        if (window.x.contains(a.nearestDouble()))
            continue;
        figure.notes.push_back({translatable("core", "a%1 = %2 lies beyond what is drawn."),
            {diagnosis::subscript(layer), diagnosis::number(a)}});
        return;
    }
}

void addPoints(Panel& panel, const std::vector<explosion::PeriodicPoint>& points, const Window& window)
{
    Points attracting{{translatable("core", "attracts"), {}}, Role::first, {}, {}, {}, {}};
    Points repelling{{translatable("core", "repels"), {}}, Role::last, {}, {}, {}, {}};
    for (const explosion::PeriodicPoint& point : points) {
        Points& those = point.attracts() ? attracting : repelling;
        const auto add = [&](double x, double y) {
            if (!window.x.contains(x) || !window.y.contains(y))
                return;
            those.x.push_back(x);
            those.y.push_back(y);
        };
        add(point.a, point.image);
        if (point.isCycle())
            add(point.image, point.a);
    }
    for (Points* those : {&attracting, &repelling})
        if (!those->x.empty())
            panel.elements.push_back(std::move(*those));
}

/// The point that `before` is mapped to, in words also where doubles hold no more than 0 of it.
Argument numberOf(const explosion::ChainMap& map, double point, double before)
{
    return numerics::Scaled::from(point).fitsDouble() && point != 0 ? diagnosis::number(point)
                                                                    : diagnosis::number(map.scaledNext(before));
}

Message sentenceOf(const explosion::ChainMap& map, const explosion::PeriodicPoint& point)
{
    if (point.isNeutral() && point.attracts() && !point.isCycle())
        return {translatable("core", "The fixed point a = %1 attracts, ever more slowly: the factor there is %2."),
            {numberOf(map, point.a, point.image), diagnosis::number(point.multiplier)}};
    const char* sentence = point.isCycle()
        ? (point.attracts() ? translatable("core", "The 2-cycle %1 ↔ %2 attracts: its two factors multiply to %3.")
                            : translatable("core", "The 2-cycle %1 ↔ %2 repels: its two factors multiply to %3."))
        : (point.attracts() ? translatable("core", "The fixed point a = %1 attracts: the factor there is %2.")
                            : translatable("core", "The fixed point a = %1 repels: the factor there is %2."));
    const Argument lower = numberOf(map, point.a, point.image), factor = diagnosis::number(point.multiplier);
    if (point.isCycle())
        return {sentence, {lower, numberOf(map, point.image, point.a), factor}};
    return {sentence, {lower, factor}};
}

Message captionOf(const explosion::ChainMap& map, const std::vector<explosion::PeriodicPoint>& points)
{
    const activations::Activation& f = *map.activation;
    if (std::ranges::none_of(points, &explosion::PeriodicPoint::attracts))
        return {translatable("core", "No fixed point or 2-cycle attracts here."), {}};
    // Twice a monotone map never falls, so bounded orbits of it settle on one of these points.
    if (!f.monotone || !std::isfinite(f.lower) || !std::isfinite(f.upper))
        return {translatable("core",
                    "Where a point attracts, the factors of an orbit that settles multiply to at most 1 in size: "
                    "there growth ends. An orbit that runs off, or never settles, may grow on."),
            {}};
    return {translatable("core",
                "An orbit settles where a point attracts, and there its factors multiply to at most 1 in size: growth "
                "lasts only while it is on its way, or exactly on a point that repels."),
        {}};
}

void addMap(Figure& figure, Panel& panel, const explosion::ChainMap& map, const results::Snapshot& snapshot,
    const evaluation::Evaluation& evaluation, const model::ViewRange* chosen, int selected)
{
    const std::vector<explosion::PeriodicPoint> points = explosion::periodicPoints(map);
    std::vector<std::vector<double>> orbits{activationsOf(evaluation)};
    const double input = snapshot.data->inputs(0, 0);
    orbits[0].insert(orbits[0].begin(), input);
    for (const parts::DrawnPin& pin : parts::drawnPins(snapshot))
        if (const auto* theirs = pin.result.get<evaluation::Evaluation>(); theirs && theirs->chain)
            orbits.push_back(activationsOf(*theirs));
    const parts::AxisRange fit = rangeOf(map, orbits, points);
    panel.x.lower = panel.y.lower = fit.lower;
    panel.x.upper = panel.y.upper = fit.upper;
    Window window{parts::drawnRange(fit, chosen), fit};
    if (chosen && chosen->yLower < chosen->yUpper) {
        window.y.include(chosen->yLower);
        window.y.include(chosen->yUpper);
    }
    std::vector<double> bends;
    if (map.weight != 0)
        for (const double z : {-6.0, -4.0, -2.0, -1.0, 0.0, 1.0, 2.0, 4.0, 6.0})
            bends.push_back((z - map.bias) / map.weight);
    Line curve{{"%1(%2)", {diagnosis::symbolOf(*map.activation), "w·aˡ⁻¹ + b"}}, Role::primary, {}, {}, {}, {}};
    curve.x = parts::curvePoints(fit, chosen, kCurvePoints, bends);
    for (const double a : curve.x)
        curve.y.push_back(map.next(a));
    panel.elements.push_back(Line{{translatable("core", "aˡ = aˡ⁻¹"), {}}, Role::reference,
        {window.x.lower, window.x.upper}, {window.x.lower, window.x.upper}, {}, {}});
    addPins(figure, panel, snapshot, window);
    addLine(panel, cut(std::move(curve), window));
    addWalk(panel, orbits[0], window, selected);
    addStart(panel, snapshot.scenario, input, window);
    addPoints(panel, points, window);
    figure.caption = captionOf(map, points);
    for (const explosion::PeriodicPoint& point : points)
        figure.notes.push_back(sentenceOf(map, point));
    noteOutside(figure, input, evaluation, window);
    if (evaluation.depth() > kMostSteps)
        figure.notes.push_back({translatable("core", "The first %1 steps of the walk are drawn."), {kMostSteps}});
    if (evaluation.examples > 1)
        figure.notes.push_back(
            {translatable("core", "The present a₀ is that of the first of %1 examples."), {evaluation.examples}});
}

Figure build(const results::Snapshot& snapshot, const model::Question& question, const model::ViewState& view)
{
    Figure figure{"cobweb", {translatable("core", "The chain as a map"), {}}, {}, {}, {}};
    Panel panel;
    panel.x = parts::linearAxis({translatable("core", "activation aˡ⁻¹"), {}}, {0, 1});
    panel.y = parts::linearAxis({translatable("core", "next activation aˡ"), {}}, {0, 1});
    const auto* evaluation = snapshot.get<evaluation::Evaluation>();
    if (!evaluation || !snapshot.network)
        figure.caption = parts::beingComputed();
    else if (!evaluation->chain)
        figure.caption = parts::needsChain();
    else if (const auto map = sharedMap(*snapshot.network))
        addMap(figure, panel, *map, snapshot, *evaluation, model::viewRange(view, "cobweb", 0),
            parts::selectedLayer(snapshot, question));
    else
        figure.caption = {
            translatable("core",
                "The layers of this chain are not one and the same map: each has a weight, a bias or an activation of "
                "its own, or something is added or normalized."),
            {}};
    figure.panels.push_back(std::move(panel));
    return figure;
}

} // namespace

extern const FigureKind cobweb{
    .id = "cobweb",
    .name = translatable("core", "Cobweb"),
    .description = translatable("core",
        "A chain whose layers all have one weight and one bias is one map, a → f(wa + b), again and again: from aˡ⁻¹ "
        "up to the curve, across to the diagonal, and on. Where the curve crosses the diagonal a stays; there the "
        "slope of the curve is the factor of every further layer. A point that attracts has a factor of at most 1 in "
        "size, so the gradient of an orbit that settles cannot grow for ever. Press anywhere and drag: the start a₀ "
        "follows."),
    .rank = 145,
    .needs = results::needs<evaluation::Evaluation>,
    .build = build,
};

} // namespace deltascope::figures
