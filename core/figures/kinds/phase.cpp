// SPDX-License-Identifier: GPL-3.0-or-later
// χ₁ over the plane of σ_w and σ_b: below the critical line χ₁ = 1 gradients vanish with depth, above it they explode
// (Poole et al. 2016; Schoenholz et al. 2017). core/maths.md 9.10.
#include "figures/figure_kind.h"
#include "figures/parts/axis_range.h"
#include "figures/parts/drawn_pins.h"
#include "figures/parts/figure_sentences.h"
#include "network/operation.h"
#include "network/structure.h"
#include "parameters/parameters.h"
#include "theory/mean_field/phase_diagram.h"
#include "theory/mean_field/prediction.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace deltascope::figures {

namespace {

constexpr double kStrongest = 1.5; // log10 χ₁ with the full colour
constexpr double kCritical = 1e-6; // |χ₁ − 1| up to which a point counts as on the line: 0.5 % of ‖δ‖ in 10 000 layers

ColourMap mapOf(const mean_field::PhaseDiagram& diagram)
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

/// A stretch of such a line, whose σ_w rises or falls with σ_b throughout, by ascending σ_w as lines are drawn.
Line stretchOf(std::span<const mean_field::PhasePoint> points, const Message& name, int count)
{
    Line line;
    line.name = count == 1 ? name : Message{"%1 (%2)", {name, count}};
    line.role = Role::reference;
    for (const mean_field::PhasePoint& point : points) {
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
bool goesOn(const mean_field::PhasePoint* before, const mean_field::PhasePoint& here,
    const mean_field::PhasePoint& next, double row)
{
    if (next.biasDeviation - here.biasDeviation > 1.5 * row)
        return false;
    return !before
        || (here.weightDeviation - before->weightDeviation) * (next.weightDeviation - here.weightDeviation) >= 0;
}

/// The line through these places of the rows, in stretches.
std::vector<Line> linesThrough(
    std::span<const mean_field::PhasePoint> points, const mean_field::PhaseDiagram& diagram, const Message& name)
{
    const double row = diagram.biasLimit / diagram.rows;
    std::vector<Line> lines;
    for (std::size_t first = 0; first < points.size();) {
        std::size_t last = first;
        while (last + 1 < points.size()
            && goesOn(last > first ? &points[last - 1] : nullptr, points[last], points[last + 1], row))
            ++last;
        lines.push_back(stretchOf(points.subspan(first, last - first + 1), name, static_cast<int>(lines.size()) + 1));
        const bool turned = last > first && last + 1 < points.size()
            && points[last + 1].biasDeviation - points[last].biasDeviation <= 1.5 * row;
        first = turned ? last : last + 1; // where it turns, both stretches hold the point
    }
    return lines;
}

/// What a factor near 1 comes to at this depth: the words on the network itself are about that.
Message overTheDepth(const Message& sentence, double factor, int depth)
{
    if (depth < 2)
        return sentence;
    const double decades = (depth - 1) * std::log10(factor) / 2;
    const Argument whole =
        std::abs(decades) < 4 ? diagnosis::number(std::pow(10, decades)) : Argument(Magnitude{1, decades});
    return {translatable("core", "%1 From layer %2 back to layer 1 that makes a factor of %3, with q at q* in each."),
        {sentence, depth, whole}};
}

/// χ₁ with as many digits as tell it from 1.
Argument factorNumber(double factor)
{
    const double away = std::abs(factor - 1);
    if (away == 0 || away >= 0.05)
        return diagnosis::number(factor);
    return Real{factor, std::max(4, 2 + static_cast<int>(std::ceil(-std::log10(away))))};
}

/// By how much ‖δ‖ changes a layer: "√χ₁ = 1.414", or "0.9 %" where that would be almost 1.
Message aLayer(double factor)
{
    const double change = std::sqrt(factor) - 1;
    if (std::abs(change) < 0.1)
        return {"%1 %", {Real{100 * std::abs(change), 2}}};
    return {"√χ₁ = %1", {diagnosis::number(std::sqrt(factor))}};
}

Message captionOfPoint(const mean_field::PhaseDiagram& diagram, int layers)
{
    if (!diagram.current)
        return {
            translatable("core",
                "χ₁ is the factor by which each wide random layer multiplies the mean square of the gradient: below "
                "1 it vanishes, above 1 it explodes."),
            {}};
    const double factor = diagram.fixedPoint.factor;
    const Argument weight = diagnosis::number(diagram.current->weightDeviation),
                   bias = diagnosis::number(diagram.current->biasDeviation);
    if (std::abs(factor - 1) <= kCritical)
        return {translatable("core",
                    "σw = %1, σb = %2: χ₁ = 1 to within 10⁻⁶, critical: ‖δ‖ neither shrinks nor grows exponentially."),
            {weight, bias}};
    if (factor == 0)
        return {
            translatable("core",
                "σw = %1, σb = %2: χ₁ = 0: in infinitely wide layers no gradient comes back through a hidden layer."),
            {weight, bias}};
    const Argument depth = diagnosis::number(std::abs(mean_field::depthScale(factor)));
    // No verdict on this network, which is neither infinitely wide nor infinitely deep.
    const char* sentence = factor < 1 ? translatable("core",
                               "σw = %1, σb = %2: χ₁ = %3 < 1: in infinitely wide layers ‖δ‖ shrinks by %4 per layer, "
                               "e-fold every %5 layers.")
                                      : translatable("core",
                                          "σw = %1, σb = %2: χ₁ = %3 > 1: in infinitely wide layers ‖δ‖ grows by %4 "
                                          "per layer, e-fold every %5 layers.");
    return overTheDepth({sentence, {weight, bias, factorNumber(factor), aLayer(factor), depth}}, factor, layers);
}

Message caption(const mean_field::PhaseDiagram& diagram, int layers)
{
    Message sentence = captionOfPoint(diagram, layers);
    const std::vector<mean_field::ReachedPoint>& reached = diagram.reachedPoints.reached;
    if (reached.size() < 2)
        return sentence;
    int all = 0;
    for (const mean_field::ReachedPoint& each : reached)
        all += each.examples;
    return {translatable("core", "For %1 of %2 examples: %3"), {reached.front().examples, all, std::move(sentence)}};
}

/// "a, b, c"
Message joined(const std::vector<Message>& items)
{
    Message list;
    for (const Message& item : items)
        list = list.empty() ? item : Message{"%1, %2", {std::move(list), item}};
    return list;
}

Message placeOf(const mean_field::FixedPoint& point)
{
    if (std::isinf(point.meanSquare))
        return {translatable("core", "∞ (χ₁ = %1)"), {factorNumber(point.factor)}};
    return {translatable("core", "%1 (χ₁ = %2)"), {diagnosis::number(point.meanSquare), factorNumber(point.factor)}};
}

/// Where q goes for the examples of this scenario.
Message whereItGoes(const mean_field::ReachedPoints& reachedPoints)
{
    const mean_field::FixedPoint& most = reachedPoints.reached.front().point;
    if (reachedPoints.reached.size() > 1) {
        std::vector<Message> items;
        for (const mean_field::ReachedPoint& each : reachedPoints.reached)
            items.push_back({translatable("core", "to %1 for %2"), {placeOf(each.point), each.examples}});
        return {translatable("core",
                    "The mean square of the weighted inputs, q, does not go to the same place for all examples: %1 of "
                    "them."),
            {joined(items)}};
    }
    if (reachedPoints.everywhere)
        return {translatable("core",
                    "The mean square of the weighted inputs, q, stays the same from layer to layer, whatever it is: at "
                    "q* = %1, the mean over the examples."),
            {diagnosis::number(most.meanSquare)}};
    if (std::isinf(most.meanSquare))
        return {translatable("core",
                    "The mean square of the weighted inputs, q, grows without end from layer to layer here; χ₁ is the "
                    "limit."),
            {}};
    return {translatable("core", "The mean square of the weighted inputs, q, settles at q* = %1 here."),
        {diagnosis::number(most.meanSquare)}};
}

/// The starts from which each attracting fixed point is reached.
std::vector<Message> basins(const std::vector<mean_field::StabilityOfPoint>& points)
{
    std::vector<Message> items;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!points[i].attracts())
            continue;
        const double own = points[i].point.meanSquare;
        const double lower = !points[i].fromBelow ? own : i > 0 ? points[i - 1].point.meanSquare : 0;
        const double upper = !points[i].fromAbove ? own
            : i + 1 < points.size()               ? points[i + 1].point.meanSquare
                                                  : std::numeric_limits<double>::infinity();
        const Message place = placeOf(points[i].point);
        if (lower == 0)
            items.push_back({translatable("core", "from below %1 to %2"), {diagnosis::number(upper), place}});
        else if (std::isinf(upper))
            items.push_back({translatable("core", "from above %1 to %2"), {diagnosis::number(lower), place}});
        else
            items.push_back({translatable("core", "from between %1 and %2 to %3"),
                {diagnosis::number(lower), diagnosis::number(upper), place}});
    }
    return items;
}

void noteBasins(
    std::vector<Message>& notes, const mean_field::ReachedPoints& reachedPoints, const model::Scenario& scenario)
{
    const auto attracting = std::ranges::count_if(reachedPoints.fixedPoints, &mean_field::StabilityOfPoint::attracts);
    if (attracting < 2)
        return;
    if (network::planOf(scenario, network::commonShape(scenario)).identity == 0) {
        notes.push_back({translatable("core", "Where q goes depends on where it starts in layer 1: %1."),
            {joined(basins(reachedPoints.fixedPoints))}});
        return;
    }
    std::vector<Message> places;
    for (const mean_field::StabilityOfPoint& each : reachedPoints.fixedPoints)
        if (each.attracts())
            places.push_back(placeOf(each.point));
    notes.push_back({translatable("core", "Where q goes depends on the inputs; it may go to %1."), {joined(places)}});
}

/// True where χ₁ falls below 1 again to the right of the line.
bool fallsAgain(const mean_field::PhaseDiagram& diagram)
{
    const double margin = std::log10(1 + kCritical);
    for (int row = 0; row < diagram.rows; ++row) {
        const double* values = diagram.log10Factors.data() + row * diagram.columns;
        bool above = false;
        for (int column = 0; column < diagram.columns; ++column) {
            if (above && values[column] < -margin)
                return true;
            above = above || values[column] > margin;
        }
    }
    return false;
}

void noteLines(std::vector<Message>& notes, const mean_field::PhaseDiagram& diagram)
{
    if (diagram.criticalLine.empty() && diagram.jumps.empty())
        notes.push_back({translatable("core", "No critical line crosses this plane."), {}});
    if (!diagram.jumps.empty())
        notes.push_back({translatable("core",
                             "Where χ₁ jumps, q goes to another place than just before; from other inputs it would "
                             "jump elsewhere."),
            {}});
    if (fallsAgain(diagram))
        notes.push_back(
            {translatable("core", "Right of the line χ₁ falls below 1 once more: there the colours alone show it."),
                {}});
}

void addNotes(std::vector<Message>& notes, const mean_field::PhaseDiagram& diagram, const model::Scenario& scenario)
{
    if (diagram.coarse)
        notes.push_back({translatable("core", "A finer map is being computed."), {}});
    if (Message why = mean_field::whyNoTheory(scenario); !why.empty())
        notes.push_back(std::move(why));
    if (diagram.current) {
        notes.push_back(whereItGoes(diagram.reachedPoints));
        noteBasins(notes, diagram.reachedPoints, scenario);
    }
    noteLines(notes, diagram);
    if (network::hiddenLayersDiffer(scenario))
        notes.push_back({translatable("core",
                             "The map assumes identical layers; those with a width or an activation of their own are "
                             "left out of it."),
            {}});
    for (const network::LayerOperation& operation :
        network::planOf(scenario, network::commonShape(scenario)).operations)
        if (operation.kind->inPhaseDiagram != nullptr)
            notes.push_back({operation.kind->inPhaseDiagram, {}});
    notes.push_back({translatable("core", "Source: %1."), {"Poole et al. 2016, Schoenholz et al. 2017"}});
}

/// Where the pinned scenarios stand, be it with another activation: the map is that of the scenario.
void addPins(Panel& panel, const results::Snapshot& snapshot, std::vector<Message>& notes)
{
    for (const parts::DrawnPin& drawnPin : parts::drawnPins(snapshot)) {
        const std::optional<mean_field::PhasePoint> point = mean_field::phasePoint(drawnPin.result.scenario);
        if (!point) {
            notes.push_back(
                {translatable("core", "The pin %1 has no random initialization, so it has no place in this plane."),
                    {drawnPin.name}});
        } else if (point->weightDeviation > panel.x.upper || point->biasDeviation > panel.y.upper) {
            notes.push_back({translatable("core", "The pin %1 lies outside this plane, at σw = %2, σb = %3."),
                {drawnPin.name, diagnosis::number(point->weightDeviation), diagnosis::number(point->biasDeviation)}});
        } else {
            panel.elements.push_back(Points{
                {"%1", {drawnPin.name}}, drawnPin.role, {point->weightDeviation}, {point->biasDeviation}, {}, {}});
        }
    }
}

Panel panelOf(const mean_field::PhaseDiagram* diagram)
{
    Panel panel;
    panel.x = {{"σw", {}}, "", AxisScale::linear, 0, diagram ? diagram->weightLimit : 1, 0};
    panel.y = {{"σb", {}}, "", AxisScale::linear, 0, diagram ? diagram->biasLimit : 1, 0};
    if (!diagram)
        return panel;
    const std::vector<std::pair<std::string, std::string>> rule{{"initializer", "mean_field"}};
    panel.x.moved = {.parameter = "gain", .choices = {}, .lower = 0, .upper = diagram->weightLimit, .with = rule};
    panel.y.moved = {.parameter = "bias_std", .choices = {}, .lower = 0, .upper = diagram->biasLimit, .with = rule};
    panel.elements.push_back(mapOf(*diagram));
    const Message critical{translatable("core", "critical line, χ₁ = 1"), {}};
    const Message jump{translatable("core", "χ₁ jumps over 1"), {}};
    for (Line& line : linesThrough(diagram->criticalLine, *diagram, critical))
        panel.elements.push_back(std::move(line));
    for (Line& line : linesThrough(diagram->jumps, *diagram, jump)) {
        line.dashed = true;
        panel.elements.push_back(std::move(line));
    }
    if (diagram->current)
        panel.elements.push_back(Points{{translatable("core", "this scenario"), {}}, Role::current,
            {diagram->current->weightDeviation}, {diagram->current->biasDeviation}, {}, {}});
    return panel;
}

Figure build(const results::Snapshot& snapshot, const model::Question&, const model::ViewState&)
{
    Figure figure{"phase", {translatable("core", "Where gradients vanish and explode"), {}}, {}, {}, {}};
    const mean_field::PhaseDiagram* diagram = snapshot.get<mean_field::PhaseDiagram>();
    figure.panels.push_back(panelOf(diagram));
    if (Message why = mean_field::whyNoPhaseDiagram(snapshot.scenario); !why.empty()) {
        figure.caption = std::move(why);
    } else if (!diagram) {
        figure.caption = parts::beingComputed();
    } else {
        figure.caption = caption(*diagram, snapshot.scenario.depth);
        addPins(figure.panels.front(), snapshot, figure.notes);
        addNotes(figure.notes, *diagram, snapshot.scenario);
    }
    return figure;
}

} // namespace

extern const FigureKind phase{
    "phase",
    translatable("core", "Phase diagram"),
    translatable("core",
        "χ₁ = σw² ∫Dz f′(√q* z)², the factor of the mean square gradient of one wide random layer, over the standard "
        "deviations of the weights (σw = √(n·Var w)) and of the biases (σb), at the q where this scenario’s inputs "
        "settle. On the critical line χ₁ = 1; where it is smaller gradients vanish, where it is larger they explode, "
        "over ξ = −2/ln χ₁ layers. A click or a drag chooses σw and σb."),
    230,
    results::needs<mean_field::PhaseDiagram>,
    build,
    "",
    "chi_1",
};

} // namespace deltascope::figures
