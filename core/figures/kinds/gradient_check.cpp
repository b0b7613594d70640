// SPDX-License-Identifier: GPL-3.0-or-later
// One entry of the gradient by back-propagation and by central differences: how far they are apart, over the step h.
// core/maths.md 1.22.
#include "gradient_check/gradient_check.h"
#include "figures/figure_kind.h"
#include "figures/parts/axis_range.h"
#include "figures/parts/drawn_pins.h"
#include "figures/parts/figure_sentences.h"
#include "figures/parts/gradient_sentences.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace deltascope::figures {

namespace {

using gradient_check::DifferenceBy;
using gradient_check::GradientCheck;
using numerics::Scaled;

constexpr double kLeast = -17, kMost = 2; // decades of the relative error that are drawn

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
        if (const std::optional<Scaled> error = parts::errorOf(each.inDouble, check))
            add(inDouble, each.step, *error);
        if (const std::optional<Scaled> error = parts::errorOf(each.inSingle, check))
            add(inSingle, each.step, *error);
    }
    Panel panel;
    panel.x = parts::decadesAxis({translatable("core", "step h"), {}}, {-16, 0});
    panel.y = parts::decadesAxis({translatable("core", "relative error of the difference"), {}}, {kLeast, kMost});
    panel.elements.push_back(Guide{{translatable("core", "as large as the gradient"), {}}, Role::reference, true, 0});
    for (Line* line : {&inSingle, &inDouble, &carried})
        if (!line->x.empty())
            panel.elements.push_back(std::move(*line));
    for (const auto difference : {&DifferenceBy::inDouble, &DifferenceBy::inSingle})
        if (const std::optional<parts::BestStep> best = parts::bestStep(check, difference))
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

Figure build(const results::Snapshot& snapshot, const model::Question& question, const model::ViewState&)
{
    Figure figure{
        "gradient_check", {translatable("core", "The gradient against differences of the cost"), {}}, {}, {}, {}};
    const auto* check = snapshot.get<GradientCheck>();
    if (!check) {
        figure.panels.push_back(emptyPanel());
        figure.caption = gradient_check::whyNoGradientCheck(snapshot.scenario);
        if (figure.caption.empty())
            figure.caption = gradient_check::noSuchParameter(snapshot.scenario,
                {.layer = std::clamp(question.layer, 1, snapshot.scenario.depth),
                    .row = question.checkedRow,
                    .column = question.checkedColumn});
        if (figure.caption.empty())
            figure.caption = parts::beingComputed();
        parts::notePinsLeftOut(figure.notes, snapshot);
        return figure;
    }
    bool cut = false;
    figure.panels.push_back(check->analytic.isZero() ? emptyPanel() : panelOf(*check, cut));
    figure.caption = parts::gradientSentence(*check, snapshot.scenario);
    figure.notes = parts::gradientNotes(*check);
    if (cut)
        figure.notes.emplace_back().english =
            translatable("core", "Errors of more than 100 times the gradient are drawn at the top.");
    parts::notePinsLeftOut(figure.notes, snapshot);
    return figure;
}

} // namespace

extern const FigureKind gradient_check{
    .id = "gradient_check",
    .name = translatable("core", "Gradient check"),
    .description = translatable("core",
        "One entry of the gradient, that of a chosen weight of the selected layer or of the one with the largest "
        "gradient, by back-propagation and by the central difference (C(w + h) − C(w − h))/2h: their relative error "
        "over the step "
        "h. "
        "A large h bends with the cost; a small one leaves of two costs that are nearly alike only rounding, in "
        "float32 "
        "sooner than in double. Differences that are carried through the layers have no such end."),
    .rank = 60,
    .needs = results::needs<GradientCheck>,
    .build = build,
    .keys = "checked_row checked_column",
    .leavesPinsOut = true,
};

} // namespace deltascope::figures
