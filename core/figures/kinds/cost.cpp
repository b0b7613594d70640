// SPDX-License-Identifier: GPL-3.0-or-later
// The cost over a training, log10 where it stays above 0: mean over the training examples, and over those held out.
// core/maths.md 1.13, 1.14.
#include "evaluation/unreachable_target.h"
#include "figures/figure_kind.h"
#include "figures/parts/cost_axis.h"
#include "figures/parts/course_panel.h"
#include "figures/parts/figure_sentences.h"
#include "training/training_progress.h"

#include <cmath>

namespace deltascope::figures {

namespace {

Message valueTitle()
{
    return {translatable("core", "cost C"), {}};
}

parts::RecordValue trainingCost(AxisScale scale)
{
    return [scale](const training::TraceRecord& record, std::span<const training::LayerTrace>) {
        return parts::onScale(record.cost, scale);
    };
}

parts::RecordValue heldOutCost(AxisScale scale)
{
    return [scale](
               const training::TraceRecord& record, std::span<const training::LayerTrace>) -> std::optional<double> {
        return record.heldOutCost ? parts::onScale(numerics::Scaled::from(*record.heldOutCost), scale) : std::nullopt;
    };
}

// A floor under the curve where no weights could bring the cost to 0, and what it is.
void addLeastCost(
    parts::CoursePanel& panel, const results::Snapshot& snapshot, AxisScale scale, std::vector<Message>& notes)
{
    if (!snapshot.data || scale == AxisScale::linear)
        return;
    Message why = evaluation::unreachableTarget(snapshot.scenario, *snapshot.data);
    if (why.empty())
        return;
    notes.push_back(std::move(why));
    if (const double least = evaluation::leastCost(snapshot.scenario, *snapshot.data); least > 0)
        panel.guide({translatable("core", "least possible"), {}}, std::log10(least));
}

Message caption(const training::TrainingProgress& course)
{
    if (course.trace.size() == 0)
        return parts::noTrainingYet();
    const training::TraceRecord &start = course.trace.record(0), &now = course.trace.record(course.trace.size() - 1);
    if (now.heldOutCost)
        return {translatable("core", "At %1 the cost is %2, from %3 at the start; on the examples held out it is %4."),
            {parts::epochAndStep(course), diagnosis::number(now.cost), diagnosis::number(start.cost),
                diagnosis::number(*now.heldOutCost)}};
    return {translatable("core", "At %1 the cost is %2, from %3 at the start."),
        {parts::epochAndStep(course), diagnosis::number(now.cost), diagnosis::number(start.cost)}};
}

Figure build(const results::Snapshot& snapshot, const model::Question&, const model::ViewState& view)
{
    const AxisScale scale = parts::costScale(snapshot);
    std::vector<Message> notes;
    const auto draw = [&](parts::CoursePanel& panel, const training::TrainingProgress& course) {
        const Message training{translatable("core", "training examples"), {}};
        const Message heldOut{translatable("core", "held-out examples"), {}};
        panel.smoothOver(view.smooth);
        panel.addPins(snapshot, training, trainingCost(scale));
        panel.addPins(snapshot, heldOut, heldOutCost(scale), true);
        panel.add(training, Role::primary, trainingCost(scale));
        panel.add(heldOut, Role::secondary, heldOutCost(scale), 0, true);
        addLeastCost(panel, snapshot, scale, notes);
        parts::noteCostScale(snapshot, scale, notes);
        return caption(course);
    };
    Figure figure = parts::courseFigure(
        {"cost", {translatable("core", "Cost over training"), {}}, {}, {}, {}}, valueTitle(), scale, snapshot, draw);
    figure.notes.insert(figure.notes.begin(), notes.begin(), notes.end());
    return figure;
}

} // namespace

extern const FigureKind cost{
    "cost",
    translatable("core", "Cost"),
    translatable("core",
        "What training makes smaller: the mean cost C over the training examples, without the term of weight decay, on "
        "a logarithmic scale, and that of examples held out. A plateau with a fast last layer is what a vanishing "
        "gradient looks like from outside."),
    310,
    results::needs<training::TrainingProgress>,
    build,
    "smooth",
    "trained_cost",
};

} // namespace deltascope::figures
