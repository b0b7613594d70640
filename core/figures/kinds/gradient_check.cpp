// SPDX-License-Identifier: GPL-3.0-or-later
// One entry of the gradient by back-propagation and by central differences: how far they are apart, over the step h.
// core/maths.md 15.8.
#include "figures/figure_kind.h"
#include "figures/parts/axis_range.h"
#include "figures/parts/drawn_pins.h"
#include "figures/parts/figure_sentences.h"
#include "gradient_check/gradient_check.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace deltascope::figures {

namespace {

using gradient_check::DifferenceBy;
using gradient_check::GradientCheck;
using numerics::Scaled;

constexpr double kLeast = -17, kMost = 2; // decades of the relative error that are drawn

/// "∂C/∂w₂", in a wide network with its neurons.
Message symbolOf(const GradientCheck& check, const model::Scenario& scenario)
{
    const gradient_check::CheckedParameter& at = check.parameter;
    const std::string symbol = "∂C/∂" + diagnosis::indexed(at.column == 0 ? "b" : "w", at.layer);
    if (network::isChain(scenario))
        return {"%1", {symbol}};
    if (at.column == 0)
        return {translatable("core", "%1 (neuron %2)"), {symbol, at.row}};
    return {translatable("core", "%1 (neuron %2, from neuron %3)"), {symbol, at.row, at.column}};
}

std::optional<Scaled> errorOf(const std::optional<double>& difference, const GradientCheck& check)
{
    if (!difference)
        return std::nullopt;
    return gradient_check::relativeError(Scaled::from(*difference), check.analytic);
}

/// The step at which a format's difference is nearest to the gradient.
struct Best {
    double step;
    Scaled error;
};

std::optional<Best> bestOf(const GradientCheck& check, std::optional<double> DifferenceBy::*difference)
{
    std::optional<Best> best;
    for (const DifferenceBy& each : check.differences)
        if (const std::optional<Scaled> error = errorOf(each.*difference, check); error && (!best || *error < best->error))
            best = Best{each.step, *error};
    return best;
}

bool allZero(const GradientCheck& check, std::optional<double> DifferenceBy::*difference)
{
    return std::ranges::all_of(check.differences, [&](const DifferenceBy& each) { return each.*difference == 0.0; });
}

double decades(Scaled error)
{
    return error.isZero() ? kLeast : std::clamp(error.log10(), kLeast, kMost);
}

Line curve(Message name, Role role)
{
    Line line{.name = std::move(name), .role = role, .markers = true};
    return line;
}

Panel panelOf(const GradientCheck& check, bool& cut)
{
    Line carried = curve({translatable("core", "carried differences"), {}}, Role::primary);
    Line inDouble = curve({translatable("core", "double"), {}}, Role::secondary);
    Line inSingle = curve({"float32", {}}, Role::tertiary);
    const auto add = [&](Line& line, double step, Scaled error) {
        line.x.push_back(std::log10(step));
        line.y.push_back(decades(error));
        cut |= !error.isZero() && error.log10() > kMost;
    };
    for (const DifferenceBy& each : check.differences) {
        if (check.carried)
            add(carried, each.step, gradient_check::relativeError(each.carried, check.analytic));
        if (const std::optional<Scaled> error = errorOf(each.inDouble, check))
            add(inDouble, each.step, *error);
        if (const std::optional<Scaled> error = errorOf(each.inSingle, check))
            add(inSingle, each.step, *error);
    }
    Panel panel;
    panel.x = parts::decadesAxis({translatable("core", "step h"), {}}, {-16, 0});
    panel.y = parts::decadesAxis({translatable("core", "relative error of the difference"), {}}, {kLeast, kMost});
    panel.elements.push_back(
        Guide{{translatable("core", "as large as the gradient"), {}}, Role::reference, true, 0});
    for (Line* line : {&inSingle, &inDouble, &carried})
        if (!line->x.empty())
            panel.elements.push_back(std::move(*line));
    for (const auto difference : {&DifferenceBy::inDouble, &DifferenceBy::inSingle})
        if (const std::optional<Best> best = bestOf(check, difference); best && !allZero(check, difference))
            panel.elements.push_back(Points{.role = Role::current,
                .x = {std::log10(best->step)},
                .y = {decades(best->error)},
                .labels = {{translatable("core", "best h"), {}}}});
    return panel;
}

Panel emptyPanel()
{
    Panel panel;
    panel.x = parts::decadesAxis({translatable("core", "step h"), {}}, {-16, 0});
    panel.y = parts::decadesAxis({translatable("core", "relative error of the difference"), {}}, {kLeast, kMost});
    return panel;
}

Message caption(const GradientCheck& check, const model::Scenario& scenario)
{
    const Message symbol = symbolOf(check, scenario);
    if (check.analytic.isZero())
        return {translatable("core",
                    "%1 is exactly 0 by back-propagation, and %2 by the central difference with h = %3: there is no "
                    "relative error to draw."),
            {symbol, diagnosis::number(check.difference), diagnosis::number(check.step)}};
    return {translatable("core",
                "%1 is %2 by back-propagation and %3 by the central difference with h = %4: they differ by %5 of it."),
        {symbol, diagnosis::number(check.analytic), diagnosis::number(check.difference), diagnosis::number(check.step),
            diagnosis::number(gradient_check::relativeError(check.difference, check.analytic))}};
}

void addDouble(std::vector<Message>& notes, const GradientCheck& check)
{
    const std::optional<Best> best = bestOf(check, &DifferenceBy::inDouble);
    if (allZero(check, &DifferenceBy::inDouble))
        notes.push_back({translatable("core",
                             "In double the costs on both sides are the same number at every step drawn: their "
                             "difference is 0."),
            {}});
    else if (best)
        notes.push_back({translatable("core", "In double the best of these steps is h = %1, off by %2."),
            {diagnosis::number(best->step), diagnosis::number(best->error)}});
}

void addSingle(std::vector<Message>& notes, const GradientCheck& check)
{
    if (!check.carried)
        return;
    if (!check.inSingle)
        notes.push_back({translatable("core", "In float32 back-propagation leaves the range of numbers."), {}});
    else if (*check.inSingle == 0)
        notes.push_back({translatable("core", "In float32 back-propagation gives 0: the gradient underflows."), {}});
    else
        notes.push_back({translatable("core", "In float32 back-propagation gives %1, off by %2."),
            {diagnosis::number(*check.inSingle), diagnosis::number(*errorOf(check.inSingle, check))}});
    const std::optional<Best> best = bestOf(check, &DifferenceBy::inSingle);
    if (allZero(check, &DifferenceBy::inSingle))
        notes.push_back({translatable("core",
                             "In float32 the costs on both sides are the same number at every step drawn: their "
                             "difference is 0."),
            {}});
    else if (best)
        notes.push_back({translatable("core", "In float32 the best of these steps is h = %1, off by %2."),
            {diagnosis::number(best->step), diagnosis::number(best->error)}});
}

void addNotes(std::vector<Message>& notes, const GradientCheck& check, bool cut)
{
    if (!check.analytic.isZero()) {
        addDouble(notes, check);
        addSingle(notes, check);
    }
    if (!check.carried)
        notes.push_back({translatable("core",
                             "More than weights, biases and activations stands in these layers: the differences are "
                             "those of costs in double."),
            {}});
    if (check.examples < check.allExamples)
        notes.push_back({translatable("core", "Of the cost of the first %1 of %2 examples."),
            {check.examples, check.allExamples}});
    if (cut)
        notes.push_back({translatable("core", "Errors of more than 100 times the gradient are drawn at the top."), {}});
}

Figure build(const results::Snapshot& snapshot, const model::Question&, const model::ViewState&)
{
    Figure figure{"gradient_check", {translatable("core", "The gradient against differences of the cost"), {}}, {}, {}, {}};
    const auto* check = snapshot.get<GradientCheck>();
    if (!check) {
        figure.panels.push_back(emptyPanel());
        figure.caption = gradient_check::whyNoGradientCheck(snapshot.scenario);
        if (figure.caption.empty())
            figure.caption = parts::beingComputed();
        parts::notePinsLeftOut(figure.notes, snapshot);
        return figure;
    }
    bool cut = false;
    figure.panels.push_back(check->analytic.isZero() ? emptyPanel() : panelOf(*check, cut));
    figure.caption = caption(*check, snapshot.scenario);
    addNotes(figure.notes, *check, cut);
    parts::notePinsLeftOut(figure.notes, snapshot);
    return figure;
}

} // namespace

extern const FigureKind gradient_check{
    .id = "gradient_check",
    .name = translatable("core", "Gradient check"),
    .description = translatable("core",
        "One entry of the gradient, that of the weight with the largest gradient in the selected layer, by "
        "back-propagation and by the central difference (C(w + h) − C(w − h))/2h: their relative error over the step h. "
        "A large h bends with the cost; a small one leaves of two costs that are nearly alike only rounding, in float32 "
        "sooner than in double. Differences that are carried through the layers have no such end."),
    .rank = 65,
    .needs = results::needs<GradientCheck>,
    .build = build,
    .leavesPinsOut = true,
};

} // namespace deltascope::figures
