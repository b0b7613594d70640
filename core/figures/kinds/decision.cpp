// SPDX-License-Identifier: GPL-3.0-or-later
// What the network answers over its inputs: of two the plane, coloured by class or by the output, with the boundary
// between the classes; of one the curve that it has learnt. core/maths.md 2.12.
#include "evaluation/decision.h"
#include "evaluation/point.h"
#include "figures/decision_parts/decision_drawing.h"
#include "figures/figure_kind.h"
#include "figures/parts/axis_range.h"
#include "figures/parts/drawn_pins.h"
#include "figures/parts/figure_sentences.h"
#include "parameters/parameters.h"

#include <algorithm>
#include <cmath>

namespace deltascope::figures {

namespace {

using decision_parts::Drawing;
using evaluation::Decision;

/// How many of these are named as their targets say.
int rightOf(const Decision& decision, const std::vector<double>& answers, const Eigen::MatrixXd& targets)
{
    int right = 0;
    for (std::size_t i = 0; i * static_cast<std::size_t>(decision.outputs) < answers.size(); ++i)
        right += evaluation::classOf(decision.of(answers, i))
            == evaluation::classOf(targets.col(static_cast<Eigen::Index>(i)));
    return right;
}

int countOf(const Decision& decision, const std::vector<double>& answers)
{
    return static_cast<int>(answers.size()) / decision.outputs;
}

/// The root mean square of output − target, in the target's own units; ∞ where an output is beyond doubles.
double missOf(const Drawing& drawing, const std::vector<double>& answers, const Eigen::MatrixXd& targets)
{
    double largest = 0, sum = 0;
    for (std::size_t i = 0; i < answers.size(); ++i)
        largest = std::max(largest, std::abs(answers[i] - targets.data()[i]));
    if (largest == 0 || !std::isfinite(largest))
        return largest;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const double share = (answers[i] - targets.data()[i]) / largest; // so that no square overflows
        sum += share * share;
    }
    return largest * std::sqrt(sum / static_cast<double>(answers.size())) * drawing.target.factor;
}

Message beyondDoubles()
{
    return {translatable("core", "The outputs for these examples are beyond any number that a double holds."), {}};
}

Message captionOfOne(const Drawing& drawing)
{
    const Decision& decision = drawing.decision;
    const double answer = decision.ofExamples.front(), target = drawing.data.targets(0, 0);
    if (decision.outputs > 1 && decision.classes)
        return rightOf(decision, decision.ofExamples, drawing.data.targets) == 1
            ? Message{translatable("core", "The network classifies its one example correctly."), {}}
            : Message{translatable("core", "The network classifies its one example wrongly."), {}};
    if (!std::isfinite(answer))
        return beyondDoubles();
    const auto place = [&](int input) {
        return diagnosis::number(drawing.inputs[static_cast<std::size_t>(input)].own(drawing.data.inputs(input, 0)));
    };
    const bool own = drawing.target.offset != 0 || drawing.target.factor != 1;
    const Argument output = own || decision.first.isZero() ? diagnosis::number(drawing.target.own(answer))
                                                           : diagnosis::number(decision.first),
                   wanted = diagnosis::number(drawing.target.own(target));
    if (drawing.plane())
        return {translatable("core", "At %1 = %2 and %3 = %4 the output is %5; its target is %6."),
            {drawing.inputs[0].title, place(0), drawing.inputs[1].title, place(1), output, wanted}};
    return {translatable("core", "At %1 = %2 the output is %3; its target is %4."),
        {drawing.inputs[0].title, place(0), output, wanted}};
}

Message captionOfClasses(const Drawing& drawing)
{
    const Decision& decision = drawing.decision;
    const int right = rightOf(decision, decision.ofExamples, drawing.data.targets);
    if (decision.ofHeldOut.empty())
        return {translatable("core", "The network classifies %1 of the %2 examples shown correctly."),
            {right, countOf(decision, decision.ofExamples)}};
    return {translatable(
                "core", "The network classifies %1 of the %2 examples shown correctly, and %3 of the %4 held out."),
        {right, countOf(decision, decision.ofExamples),
            rightOf(decision, decision.ofHeldOut, drawing.data.heldOutTargets), countOf(decision, decision.ofHeldOut)}};
}

Message captionOfNumbers(const Drawing& drawing)
{
    const Decision& decision = drawing.decision;
    const double miss = missOf(drawing, decision.ofExamples, drawing.data.targets);
    const double unseen = missOf(drawing, decision.ofHeldOut, drawing.data.heldOutTargets);
    if (!std::isfinite(miss) || !std::isfinite(unseen))
        return beyondDoubles();
    if (decision.ofHeldOut.empty())
        return {translatable("core", "The outputs miss the targets of the examples shown by %1 (root mean square)."),
            {diagnosis::number(miss)}};
    return {translatable("core",
                "The outputs miss the targets of the examples shown by %1 (root mean square), and of those held out by "
                "%2."),
        {diagnosis::number(miss), diagnosis::number(unseen)}};
}

Message captionOf(const Drawing& drawing)
{
    if (drawing.data.examples() == 1 && drawing.data.heldOut() == 0)
        return captionOfOne(drawing);
    return drawing.decision.classes ? captionOfClasses(drawing) : captionOfNumbers(drawing);
}

void addNotes(std::vector<Message>& notes, const Drawing& drawing, const model::Scenario& scenario)
{
    const Decision& decision = drawing.decision;
    if (decision.coarse)
        notes.push_back({translatable("core", "A finer map is being computed."), {}});
    if (!decision.ofHeldOut.empty())
        notes.push_back({translatable("core", "Hollow marks are held-out examples."), {}});
    if (const int shown = countOf(decision, decision.ofExamples); shown < drawing.data.examples())
        notes.push_back(
            {translatable("core", "Shown are the first %1 of %2 examples."), {shown, drawing.data.examples()}});
    if (const int shown = countOf(decision, decision.ofHeldOut); shown < drawing.data.heldOut())
        notes.push_back(
            {translatable("core", "Of those held out the first %1 of %2 are shown."), {shown, drawing.data.heldOut()}});
    if (drawing.plane() && decision.outputs > 1)
        notes.push_back(decision.classes
                ? Message{translatable("core",
                              "Each colour is a class; the paler it is, the less its output is ahead of the next."),
                    {}}
                : Message{translatable("core", "Of %1 outputs the first is drawn."), {decision.outputs}});
    if (network::draws(scenario))
        notes.push_back(
            {translatable("core", "Dropout leaves nothing out here, as when held-out examples are judged."), {}});
}

/// Of the input that is looked at in place of the examples.
void addPoint(Figure& figure, const Drawing& drawing, const results::Snapshot& snapshot)
{
    const std::vector<double>& point = snapshot.question.point;
    if (!snapshot.network || !evaluation::looksAtPoint(snapshot.scenario, point))
        return;
    const std::vector<double> answer = evaluation::answerAt(snapshot.scenario, *snapshot.network, point);
    const double x = drawing.inputs[0].own(point[0]), y = drawing.inputs[1].own(point[1]);
    Panel& panel = figure.panels.front();
    if (x >= panel.x.lower && x <= panel.x.upper && y >= panel.y.lower && y <= panel.y.upper)
        panel.elements.push_back(
            Points{.name = {translatable("core", "input looked at"), {}}, .role = Role::current, .x = {x}, .y = {y}});
    const Argument first = diagnosis::number(x), second = diagnosis::number(y);
    if (!std::ranges::all_of(answer, [](double value) { return std::isfinite(value); }))
        figure.notes.push_back(beyondDoubles());
    else if (drawing.byLargest())
        figure.notes.push_back(
            {translatable("core", "At %1 = %2 and %3 = %4 the network answers “%5”, with a margin of %6."),
                {drawing.inputs[0].title, first, drawing.inputs[1].title, second,
                    drawing.classes[static_cast<std::size_t>(evaluation::classOf(answer))],
                    diagnosis::number(evaluation::marginOf(answer))}});
    else
        figure.notes.push_back({translatable("core", "At %1 = %2 and %3 = %4 the output is %5."),
            {drawing.inputs[0].title, first, drawing.inputs[1].title, second,
                diagnosis::number(drawing.target.own(answer.front()))}});
}

/// A number of few digits within a thousandth of the range.
double rounded(double value, const evaluation::InputRange& range)
{
    const int digits = 3 - static_cast<int>(std::floor(std::log10(range.upper - range.lower)));
    const double unit = std::pow(10.0, digits);
    const double round = std::round(value * unit) / unit;
    return std::isfinite(round) ? round + 0.0 : value;
}

/// The network's input at a place of an axis in the user's units.
double inputAt(const decision_parts::OwnUnits& units, double coordinate, const evaluation::InputRange& range)
{
    const double value = std::clamp((coordinate - units.offset) / units.factor, range.lower, range.upper);
    const auto& row = *parameters::findScenarioParameter("input");
    return std::clamp(rounded(value, range), row.minimum, row.maximum);
}

std::optional<std::vector<double>> pickPoint(const results::Snapshot& snapshot, double x, double y)
{
    const auto* decision = snapshot.get<Decision>();
    if (!decision || !snapshot.data || snapshot.scenario.inputs < 2)
        return std::nullopt;
    const Drawing drawing(*decision, *snapshot.data, snapshot.scenario);
    const std::vector<double> next{
        inputAt(drawing.inputs[0], x, decision->x), inputAt(drawing.inputs[1], y, decision->y)};
    constexpr double kSame = 0.02; // of the range
    const std::vector<double>& now = snapshot.question.point;
    if (now.size() == 2 && std::abs(next[0] - now[0]) < kSame * (decision->x.upper - decision->x.lower)
        && std::abs(next[1] - now[1]) < kSame * (decision->y.upper - decision->y.lower))
        return std::vector<double>{};
    return next;
}

/// Of one input: the input itself, in place of other data.
model::Scenario pick(const results::Snapshot& snapshot, double x, double)
{
    model::Scenario next = snapshot.scenario;
    const auto* decision = snapshot.get<Decision>();
    if (!decision || !snapshot.data || next.inputs != 1)
        return next;
    const Drawing drawing(*decision, *snapshot.data, snapshot.scenario);
    next.data = model::Scenario{}.data;
    next.examples = 1;
    next.holdout = 0;
    next.input = inputAt(drawing.inputs[0], x, decision->x);
    return next;
}

Panel emptyPanel()
{
    Panel panel;
    panel.x = parts::linearAxis({translatable("core", "input %1"), {1}}, {});
    panel.y = parts::linearAxis({translatable("core", "input %1"), {2}}, {});
    return panel;
}

Figure build(const results::Snapshot& snapshot, const model::Question&, const model::ViewState&)
{
    Figure figure{.id = "decision", .title = {translatable("core", "What the network answers"), {}}};
    const auto* decision = snapshot.get<Decision>();
    if (!decision || !snapshot.data) {
        Message why = evaluation::whyNoDecision(snapshot.scenario);
        figure.caption = why.empty() ? parts::beingComputed() : std::move(why);
        figure.panels.push_back(emptyPanel());
        return figure;
    }
    const Drawing drawing(*decision, *snapshot.data, snapshot.scenario);
    figure.panels.push_back(drawing.plane() ? decision_parts::planeOf(drawing, figure.notes)
                                            : decision_parts::lineOf(drawing, figure.notes));
    figure.caption = captionOf(drawing);
    addPoint(figure, drawing, snapshot);
    addNotes(figure.notes, drawing, snapshot.scenario);
    parts::notePinsLeftOut(figure.notes, snapshot);
    return figure;
}

} // namespace

extern const FigureKind decision{
    .id = "decision",
    .name = translatable("core", "Decision"),
    .description = translatable("core",
        "What the network answers over its inputs, while it trains too. Of two inputs the plane: the class with the "
        "largest output and by how much that is ahead, or one output with the line where it is ½; of one input the "
        "curve that it has learnt. The examples stand in it, hollow those held out. A click makes a point the input "
        "that "
        "the other figures look at."),
    .rank = 390,
    .needs = results::ownNeeds<Decision>,
    .build = build,
    .mapped = "trained_accuracy",
    .leavesPinsOut = true,
    .pick = pick,
    .pickPoint = pickPoint,
};

} // namespace deltascope::figures
