// SPDX-License-Identifier: GPL-3.0-or-later
// The curve that a network of one input has learnt, with the examples at their targets.
#include "data/dataset_kind.h"
#include "figures/decision_parts/decision_drawing.h"
#include "figures/decision_parts/drawn_examples.h"
#include "figures/parts/axis_range.h"

#include "base/registry.h"

#include <cmath>

namespace deltascope::decision_parts {

namespace {

using figures::Line;
using figures::Role;

constexpr double kFarthest = 1e300; // on a linear axis; no range overflows then

/// One output over the input; with a gap where it is beyond doubles.
Line curveOf(const Drawing& drawing, int output, parts::AxisRange& range, bool& gaps)
{
    const bool one = drawing.decision.outputs == 1;
    Line line{.name = one ? drawing.target.title : drawing.classes[static_cast<std::size_t>(output)],
        .role = one ? Role::primary : figures::classRole(output)};
    if (!one && drawing.decision.classes)
        line.name = {translatable("core", "output of %1"), {drawing.classes[static_cast<std::size_t>(output)]}};
    bool gap = false;
    for (int cell = 0; cell < drawing.decision.columns; ++cell) {
        const double y =
            drawing.target.own(drawing.decision.at(static_cast<std::size_t>(cell))[static_cast<std::size_t>(output)]);
        if (!(std::abs(y) <= kFarthest)) {
            gap = gaps = true;
            continue;
        }
        if (gap && !line.x.empty())
            line.breaks.push_back(line.x.size());
        gap = false;
        line.x.push_back(drawing.inputs[0].own(drawing.decision.x.middle(cell, drawing.decision.columns)));
        line.y.push_back(y);
        range.include(y);
    }
    return line;
}

void includeTargets(const Drawing& drawing, parts::AxisRange& range)
{
    for (const Eigen::MatrixXd* targets : {&drawing.data.targets, &drawing.data.heldOutTargets})
        for (const double target : targets->reshaped())
            if (std::abs(drawing.target.own(target)) <= kFarthest)
                range.include(drawing.target.own(target));
}

/// Where a hand on the panel moves the input itself.
void moveInput(figures::Axis& axis, const Drawing& drawing)
{
    const data::DatasetKind* kind = findKind(data::datasetsRegistry(), drawing.scenario.data);
    if (kind && kind->usesInput)
        axis.moved = {.parameter = "input", .lower = axis.lower, .upper = axis.upper};
}

/// The present input, where there is one.
void addCurrent(figures::Panel& panel, const Drawing& drawing)
{
    if (drawing.data.examples() > 1 || drawing.decision.outputs > 1)
        return;
    const double x = drawing.inputs[0].own(drawing.data.inputs(0, 0));
    const double y = drawing.target.own(drawing.decision.ofExamples.front());
    if (x >= panel.x.lower && x <= panel.x.upper && y >= panel.y.lower && y <= panel.y.upper)
        panel.elements.push_back(figures::Points{
            .name = {translatable("core", "this input"), {}}, .role = Role::current, .x = {x}, .y = {y}});
}

} // namespace

figures::Panel lineOf(const Drawing& drawing, std::vector<Message>& notes)
{
    figures::Panel panel;
    panel.x = {.title = drawing.inputs[0].title};
    panel.x.lower = drawing.inputs[0].own(drawing.decision.x.lower);
    panel.x.upper = drawing.inputs[0].own(drawing.decision.x.upper);
    moveInput(panel.x, drawing);
    parts::AxisRange range;
    bool gaps = false;
    std::vector<Line> curves;
    for (int output = 0; output < drawing.decision.outputs; ++output)
        curves.push_back(curveOf(drawing, output, range, gaps));
    includeTargets(drawing, range);
    if (drawing.decision.classes && drawing.decision.outputs == 1 && drawing.data.examples() > 1) {
        range.include(0.5);
        panel.elements.push_back(
            figures::Guide{{translatable("core", "decision boundary"), {}}, Role::reference, true, 0.5});
    }
    if (!range.empty() && range.contains(drawing.target.own(drawing.decision.ofExamples.front())) == false
        && std::abs(drawing.target.own(drawing.decision.ofExamples.front())) <= kFarthest)
        range.include(drawing.target.own(drawing.decision.ofExamples.front()));
    panel.y = parts::linearAxis(drawing.target.title, range);
    for (Line& line : curves)
        if (!line.x.empty())
            panel.elements.push_back(std::move(line));
    if (gaps)
        notes.push_back({translatable("core", "Where the output is beyond any number the curve has a gap."), {}});
    addExamples(panel, drawing);
    addCurrent(panel, drawing);
    return panel;
}

} // namespace deltascope::decision_parts
