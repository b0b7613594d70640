// SPDX-License-Identifier: GPL-3.0-or-later
// χ₁ over the plane of σ_w and σ_b: below the critical line χ₁ = 1 gradients vanish with depth, above it they explode
// (Poole et al. 2016; Schoenholz et al. 2017).
#include "figures/figure_kind.h"
#include "figures/parts/axis_range.h"
#include "figures/parts/ghosts.h"
#include "figures/parts/wording.h"
#include "parameters.h"
#include "theory/phase_diagram.h"
#include "theory/prediction.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace deltascope {

namespace {

constexpr double kStrongest = 1.5; // log10 χ₁ with the full colour
constexpr double kCritical = 1e-6; // |χ₁ − 1| of a point on the line

ColourMap mapOf(const PhaseDiagram& diagram)
{
    ColourMap map;
    map.name = {translatable("core", "χ₁"), {}};
    map.xUpper = diagram.weightLimit;
    map.yUpper = diagram.biasLimit;
    map.columns = diagram.columns;
    map.rows = diagram.rows;
    map.values = diagram.log10Factors;
    double largest = 0.1;
    for (const double value : map.values)
        largest = std::max(largest, std::abs(value));
    map.upper = std::min(largest, kStrongest);
    map.lower = -map.upper;
    map.diverging = true;
    return map;
}

/// A stretch of the critical line, whose σ_w rises or falls with σ_b throughout, by ascending σ_w as lines are drawn.
Line stretchOf(std::span<const PhasePoint> points, int count)
{
    const Message name{translatable("core", "critical line, χ₁ = 1"), {}};
    Line line;
    line.name = count == 1 ? name : Message{"%1 (%2)", {name, count}};
    line.role = Role::reference;
    for (const PhasePoint& point : points) {
        line.x.push_back(point.weightDeviation);
        line.y.push_back(point.biasDeviation);
    }
    if (line.x.back() < line.x.front()) {
        std::ranges::reverse(line.x);
        std::ranges::reverse(line.y);
    }
    return line;
}

/// True where the line goes on to `next` as it went from `before` to `here`: in the next row, not turning back.
bool goesOn(const PhasePoint* before, const PhasePoint& here, const PhasePoint& next, double row)
{
    if (next.biasDeviation - here.biasDeviation > 1.5 * row)
        return false;
    return !before
        || (here.weightDeviation - before->weightDeviation) * (next.weightDeviation - here.weightDeviation) >= 0;
}

std::vector<Line> criticalLine(const PhaseDiagram& diagram)
{
    const std::span<const PhasePoint> points(diagram.criticalLine);
    const double row = diagram.biasLimit / diagram.rows;
    std::vector<Line> lines;
    for (std::size_t first = 0; first < points.size();) {
        std::size_t last = first;
        while (last + 1 < points.size()
            && goesOn(last > first ? &points[last - 1] : nullptr, points[last], points[last + 1], row))
            ++last;
        lines.push_back(stretchOf(points.subspan(first, last - first + 1), static_cast<int>(lines.size()) + 1));
        const bool turned = last > first && last + 1 < points.size()
            && points[last + 1].biasDeviation - points[last].biasDeviation <= 1.5 * row;
        first = turned ? last : last + 1; // where it turns, both stretches hold the point
    }
    return lines;
}

/// What a factor near 1 comes to at this depth: the words on the network itself are about that.
Message overTheDepth(const Message& sentence, double factor, int depth)
{
    if (depth < 2 || !(factor > 0))
        return sentence;
    const double decades = (depth - 1) * std::log10(factor) / 2;
    const Argument whole = std::abs(decades) < 4 ? number(std::pow(10, decades)) : Argument(Magnitude{1, decades});
    return {
        translatable("core", "%1 From layer %2 back to layer 1 that makes a factor of %3."), {sentence, depth, whole}};
}

/// By how much ‖δ‖ changes a layer: "√χ₁ = 1.414", or "0.9 %" where that would be almost 1.
Message aLayer(double factor)
{
    const double change = std::sqrt(factor) - 1;
    if (std::abs(change) < 0.1)
        return {"%1 %", {Real{100 * std::abs(change), 2}}};
    return {"√χ₁ = %1", {number(std::sqrt(factor))}};
}

Message caption(const PhaseDiagram& diagram, int layers)
{
    if (!diagram.current)
        return {translatable("core",
                    "χ₁ is the factor by which each layer multiplies the mean square of the gradient: below 1 it "
                    "vanishes, above 1 it explodes."),
            {}};
    const double factor = diagram.fixedPoint.factor;
    const Argument weight = number(diagram.current->weightDeviation), bias = number(diagram.current->biasDeviation);
    if (std::abs(factor - 1) <= kCritical)
        return {
            translatable("core", "σw = %1, σb = %2: χ₁ = 1, critical: ‖δ‖ neither shrinks nor grows exponentially."),
            {weight, bias}};
    const Argument depth = number(std::abs(depthScale(factor)));
    // No verdict on this network, which is neither infinitely wide nor infinitely deep.
    const char* sentence = factor < 1
        ? translatable("core",
            "σw = %1, σb = %2: χ₁ = %3 < 1: in infinitely wide layers ‖δ‖ shrinks by %4 a layer, by e in %5 "
            "layers.")
        : translatable("core",
            "σw = %1, σb = %2: χ₁ = %3 > 1: in infinitely wide layers ‖δ‖ grows by %4 a layer, by e in %5 "
            "layers.");
    return overTheDepth({sentence, {weight, bias, number(factor), aLayer(factor), depth}}, factor, layers);
}

void addNotes(std::vector<Message>& notes, const PhaseDiagram& diagram, const Scenario& scenario)
{
    if (diagram.coarse)
        notes.push_back({translatable("core", "A finer map is being computed."), {}});
    if (Message why = whyNoTheory(scenario); !why.empty())
        notes.push_back(std::move(why));
    if (diagram.criticalLine.empty())
        notes.push_back({translatable("core", "No critical line crosses this plane."), {}});
    if (diagram.current && std::isinf(diagram.fixedPoint.meanSquare))
        notes.push_back(
            {translatable("core", "Here the weighted inputs grow without end from layer to layer; χ₁ is the limit."),
                {}});
    if (scenario.normalization == "layer")
        notes.push_back({translatable("core", "Layer normalization takes σw out: only σb is left to matter."), {}});
}

/// Where the pinned scenarios stand, be it with another activation: the map is that of the scenario.
void addPins(Panel& panel, const Snapshot& snapshot, std::vector<Message>& notes)
{
    for (const Ghost& ghost : ghosts(snapshot)) {
        const std::optional<PhasePoint> point = phasePoint(ghost.result.scenario);
        if (!point) {
            notes.push_back(
                {translatable("core", "The pin %1 has no random start values and no place here."), {ghost.name}});
        } else if (point->weightDeviation > panel.x.upper || point->biasDeviation > panel.y.upper) {
            notes.push_back({translatable("core", "The pin %1 lies outside this plane, at σw = %2, σb = %3."),
                {ghost.name, number(point->weightDeviation), number(point->biasDeviation)}});
        } else {
            panel.elements.push_back(
                Points{{"%1", {ghost.name}}, ghost.role, {point->weightDeviation}, {point->biasDeviation}, {}, {}});
        }
    }
}

Panel panelOf(const PhaseDiagram* diagram)
{
    Panel panel;
    panel.x = {{translatable("core", "deviation of the weights, σw"), {}}, "", AxisScale::linear, 0,
        diagram ? diagram->weightLimit : 1, 0};
    panel.y = {{translatable("core", "deviation of the biases, σb"), {}}, "", AxisScale::linear, 0,
        diagram ? diagram->biasLimit : 1, 0};
    if (!diagram)
        return panel;
    panel.elements.push_back(mapOf(*diagram));
    std::vector<Line> lines = criticalLine(*diagram);
    for (Line& line : lines)
        panel.elements.push_back(std::move(line));
    if (diagram->current)
        panel.elements.push_back(Points{{translatable("core", "this scenario"), {}}, Role::current,
            {diagram->current->weightDeviation}, {diagram->current->biasDeviation}, {}, {}});
    return panel;
}

Figure build(const Snapshot& snapshot, const ViewState&)
{
    Figure figure{"phase", {translatable("core", "Where gradients vanish and explode"), {}}, {}, {}, {}};
    const PhaseDiagram* diagram = snapshot.phase.get();
    figure.panels.push_back(panelOf(diagram));
    if (Message why = whyNoPhaseDiagram(snapshot.scenario); !why.empty()) {
        figure.caption = std::move(why);
    } else if (!diagram) {
        figure.caption = beingComputed();
    } else {
        figure.caption = caption(*diagram, snapshot.scenario.depth);
        addPins(figure.panels.front(), snapshot, figure.notes);
        addNotes(figure.notes, *diagram, snapshot.scenario);
    }
    return figure;
}

// σ_w and σ_b of the place that was clicked, within the ranges of their parameters.
Scenario pick(const Scenario& scenario, double weightDeviation, double biasDeviation)
{
    const auto within = [](const char* key, double value) {
        const Parameter<Scenario>& row = *findScenarioParameter(key);
        return std::clamp(value, row.minimum, row.maximum);
    };
    Scenario next = scenario;
    next.initializer = "mean_field";
    next.gain = within("gain", weightDeviation);
    next.biasDeviation = within("bias_std", biasDeviation);
    return next;
}

} // namespace

namespace figures {
extern const FigureKind phase{
    "phase",
    translatable("core", "Phase diagram"),
    translatable("core",
        "χ₁ = σw² ∫Dz f′(√q* z)², the factor of the mean square gradient of one wide random layer, over the "
        "deviations of weights (σw = √(n·Var w)) and biases (σb). On the critical line χ₁ = 1; left of it gradients "
        "vanish, right of it they explode, over ξ = −2/ln χ₁ layers. A click chooses "
        "σw and σb."),
    120,
    needs(Need::phase),
    build,
    pick,
};
} // namespace figures

} // namespace deltascope
