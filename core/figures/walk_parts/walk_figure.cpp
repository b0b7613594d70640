// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/walk_parts/walk_figure.h"

#include "diagnosis/sentence_parts.h"
#include "figures/parts/axis_range.h"
#include "figures/walk_parts/walk_numbers.h"
#include "figures/walk_parts/walk_stages.h"
#include "network/structure.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace deltascope::walk_parts {

using figures::Role;
using model::Walk;
using numerics::Scaled;

namespace {

constexpr double kWidth = 0.34; // of a bar; neurons are 1 apart, links stand between them
constexpr double kLinear = 1e4; // sizes further apart are drawn over their logarithms

std::vector<Walk> stagesOf(const network_parts::NetworkDrawing& drawing)
{
    return walkStages(drawing.snapshot.scenario, drawing.selected);
}

/// The column of a layer, or of the first one after it.
std::size_t columnOf(const network_parts::NetworkDrawing& drawing, int layer)
{
    const auto found = std::ranges::lower_bound(drawing.columns, layer, {}, &network_parts::NetworkColumn::layer);
    return static_cast<std::size_t>(found - drawing.columns.begin());
}

At atStage(const At& at, const network_parts::NetworkDrawing& drawing, const Walk& stage)
{
    const std::size_t column = columnOf(drawing, stage.layer);
    const int before = column > 0 ? drawing.columns[column - 1].layer : 0;
    const int after = column + 1 < drawing.columns.size() ? drawing.columns[column + 1].layer : 0;
    return {at.snapshot, at.question, at.view, stage, before, after};
}

/// A value that stands at a place of the x axis.
struct Bar {
    double x;
    int layer;
    Role role;
    std::optional<Scaled> value;
    bool shown; ///< the walk has come so far
    double offset = 0;
};

/// Those of the whole pass.
std::vector<Bar> barsOfPass(const network_parts::NetworkDrawing& drawing, const At& at)
{
    std::vector<Bar> bars;
    const bool forward = at.stage.pass == Walk::Pass::cost || at.stage.pass == Walk::Pass::forward;
    const std::vector<Walk> stages = stagesOf(drawing);
    const int place = placeOf(stages, at.stage);
    for (std::size_t i = 0; i < stages.size(); ++i) {
        const Walk& stage = stages[i];
        if (stage.pass != (forward ? Walk::Pass::forward : at.stage.pass))
            continue;
        const At here = atStage(at, drawing, stage);
        const double x = static_cast<double>(columnOf(drawing, stage.layer));
        const bool shown = static_cast<int>(i) <= place;
        if (forward) {
            bars.push_back({x, stage.layer, Role::primary,
                at.evaluation().chain ? here.layer().activation : rootMeanSquare(here.layer().a), shown});
        } else if (stage.pass == Walk::Pass::backward) {
            bars.push_back({stage.link ? x - 0.5 : x, stage.layer, stage.link ? Role::secondary : Role::primary,
                running(at.snapshot.scenario, at.evaluation(), stage, here.before, at.view), shown});
        } else {
            bars.push_back({x, stage.layer, Role::primary, here.layer().speed.normOfMean, shown, -kWidth / 2});
            bars.push_back({x, stage.layer, Role::secondary, here.layer().speed.weight, shown, kWidth / 2});
        }
    }
    return bars;
}

bool drawable(const Bar& bar)
{
    return bar.value && !bar.value->isZero() && !bar.value->beyondRange();
}

/// Activations as they are, where one linear axis shows them.
bool isLinear(const At& at, const std::vector<Bar>& bars)
{
    return (at.stage.pass == Walk::Pass::forward || at.stage.pass == Walk::Pass::cost)
        && std::ranges::all_of(bars, [](const Bar& bar) {
               return bar.value->isZero()
                   || (bar.value->fitsDouble() && std::abs(bar.value->nearestDouble()) < kLinear);
           });
}

Message yTitle(const At& at, bool linear)
{
    const bool chain = at.evaluation().chain;
    switch (at.stage.pass) {
    case Walk::Pass::backward:
        return {translatable("core", "gradient over δ of layer %1"), {at.evaluation().depth()}};
    case Walk::Pass::update:
        return {translatable("core", "learning speed"), {}};
    default:
        break;
    }
    if (!chain)
        return {translatable("core", "root mean square of a"), {}};
    return linear ? Message{translatable("core", "activation a"), {}}
                  : Message{translatable("core", "size of the activation"), {}};
}

Message nameOf(const At& at, Role role)
{
    const bool primary = role == Role::primary;
    switch (at.stage.pass) {
    case Walk::Pass::backward:
        if (!at.evaluation().chain)
            return {"‖δˡ‖/‖δᴸ‖", {}};
        return primary ? Message{translatable("core", "δ at the neurons"), {}}
                       : Message{translatable("core", "∂C/∂a behind the links"), {}};
    case Walk::Pass::update:
        return {primary ? "‖∂C/∂b‖" : "‖∂C/∂w‖", {}};
    default:
        break;
    }
    return {at.evaluation().chain ? "a" : "√⟨a²⟩", {}};
}

figures::Axis columnsAxis(const network_parts::NetworkDrawing& drawing)
{
    figures::Axis axis{{translatable("core", "layer ℓ"), {}}, "", figures::AxisScale::choices, -0.6,
        static_cast<double>(drawing.columns.size()) - 0.4, 0};
    for (const network_parts::NetworkColumn& column : drawing.columns)
        axis.names.push_back(column.layer == 0 ? Message{"a₀", {}} : Message{"%1", {column.layer}});
    return axis;
}

void addBars(figures::Panel& panel, const At& at, const std::vector<Bar>& bars, Role role, bool linear)
{
    figures::Bars drawn{.name = nameOf(at, role), .role = role, .width = kWidth};
    for (const Bar& bar : bars) {
        if (bar.role != role || !bar.shown || !(linear || drawable(bar)))
            continue;
        drawn.x.push_back(bar.x);
        drawn.base.push_back(0);
        drawn.y.push_back(linear ? bar.value->nearestDouble() : bar.value->log10());
        drawn.layers.push_back(bar.layer);
        drawn.offset = bar.offset;
    }
    if (!drawn.x.empty())
        panel.elements.push_back(std::move(drawn));
}

/// Bars that have no height, or no logarithm, are marked.
void addZeros(figures::Panel& panel, const std::vector<Bar>& bars)
{
    figures::Points zeros{.role = Role::zero};
    for (const Bar& bar : bars)
        if (bar.shown && bar.value && bar.value->isZero()) {
            zeros.x.push_back(bar.x + bar.offset);
            zeros.y.push_back(panel.y.lower);
            zeros.layers.push_back(bar.layer);
            zeros.labels.push_back({"0", {}});
        }
    if (!zeros.x.empty())
        panel.elements.push_back(std::move(zeros));
}

/// Where the walk stands, on the end of its bar.
void addPresent(figures::Panel& panel, const std::vector<Bar>& bars, bool linear)
{
    figures::Points here{.role = Role::current};
    const Bar* last = nullptr;
    for (const Bar& bar : bars) // on the way back the last one shown stands farthest to the left
        if (bar.shown && (linear || drawable(bar)))
            last = &bar;
    if (last == nullptr)
        return;
    for (const Bar& bar : bars)
        if (bar.shown && bar.x == last->x && (linear || drawable(bar))) {
            here.x.push_back(bar.x + bar.offset);
            here.y.push_back(linear ? bar.value->nearestDouble() : bar.value->log10());
            here.layers.push_back(bar.layer);
        }
    panel.elements.push_back(std::move(here));
}

} // namespace

At standing(const network_parts::NetworkDrawing& drawing, const model::Question& question, const model::ViewState& view)
{
    const std::vector<Walk> stages = stagesOf(drawing);
    const Walk stage = stages[static_cast<std::size_t>(placeOf(stages, view.walk))];
    return atStage({drawing.snapshot, question, view, stage}, drawing, stage);
}

void markReached(network_parts::NetworkDrawing& drawing, const At& at)
{
    const Walk& stage = at.stage;
    const int end = stage.pass == Walk::Pass::cost ? at.evaluation().depth() : stage.layer;
    const bool forward = stage.pass == Walk::Pass::forward || stage.pass == Walk::Pass::cost;
    for (figures::Node& node : drawing.graph.nodes) {
        node.now = node.layer == end && !stage.link;
        if (forward || (stage.pass == Walk::Pass::backward && node.layer < end))
            node.hasSize = false; // no gradient has come here yet
        if (!forward || node.slope.empty())
            continue;
        node.slope = {};
        if (node.layer > 0 && node.layer <= end)
            node.slope = {"%1 = %2", {"a", diagnosis::number(at.evaluation().layer(node.layer).activation)}};
    }
    const bool overLink =
        stage.link || stage.pass == Walk::Pass::forward || (stage.pass == Walk::Pass::update && stage.layer > 0);
    for (figures::Edge& edge : drawing.graph.edges) {
        const int to = drawing.graph.nodes[static_cast<std::size_t>(edge.to)].layer;
        const int from = drawing.graph.nodes[static_cast<std::size_t>(edge.from)].layer;
        // On its way back through matrices the gradient comes over the links behind the layer.
        const bool back = stage.pass == Walk::Pass::backward && !at.evaluation().chain;
        edge.now = back ? from == end && to == at.after : overLink && to == end && from == at.before;
    }
}

figures::Panel barsOf(const network_parts::NetworkDrawing& drawing, const At& at, std::vector<Message>& notes)
{
    const std::vector<Bar> bars = barsOfPass(drawing, at);
    const bool linear = isLinear(at, bars);
    parts::AxisRange range;
    range.include(0);
    bool beyond = false;
    for (const Bar& bar : bars)
        if (linear)
            range.include(bar.value->nearestDouble());
        else if (drawable(bar))
            range.include(bar.value->log10());
        else
            beyond |= bar.value && bar.value->beyondRange();
    figures::Panel panel;
    panel.x = columnsAxis(drawing);
    panel.y = linear ? parts::linearAxis(yTitle(at, linear), range) : parts::decadesAxis(yTitle(at, linear), range);
    if (at.stage.pass == Walk::Pass::backward || linear)
        panel.elements.push_back(figures::Guide{.role = Role::reference, .horizontal = true, .value = 0});
    addBars(panel, at, bars, Role::secondary, linear);
    addBars(panel, at, bars, Role::primary, linear);
    addZeros(panel, linear ? std::vector<Bar>() : bars);
    addPresent(panel, bars, linear);
    if (beyond)
        notes.push_back({translatable("core", "Sizes beyond what exponents hold have no bar."), {}});
    return panel;
}

} // namespace deltascope::walk_parts
