// SPDX-License-Identifier: GPL-3.0-or-later
// The cost over a training, log10 where it stays above 0: mean over the training examples, and over those held out.
// core/maths.md 1.13, 1.14.
#include "figures/figure_kind.h"
#include "figures/parts/cost_axis.h"
#include "figures/parts/course_panel.h"
#include "figures/parts/wording.h"
#include "unreachable_target.h"

#include <cmath>

namespace deltascope {

namespace {

Message valueTitle()
{
    return {translatable("core", "cost C"), {}};
}

MomentValue trainingCost(AxisScale scale)
{
    return [scale](const TraceRecord& record, std::span<const LayerTrace>) { return onScale(record.cost, scale); };
}

MomentValue heldOutCost(AxisScale scale)
{
    return [scale](const TraceRecord& record, std::span<const LayerTrace>) -> std::optional<double> {
        return record.heldOutCost ? onScale(Scaled::from(*record.heldOutCost), scale) : std::nullopt;
    };
}

// A floor under the curve where no weights could bring the cost to 0, and what it is.
void addLeastCost(CoursePanel& panel, const Snapshot& snapshot, AxisScale scale, std::vector<Message>& notes)
{
    if (!snapshot.data || scale == AxisScale::linear)
        return;
    Message why = unreachableTarget(snapshot.scenario, *snapshot.data);
    if (why.empty())
        return;
    notes.push_back(std::move(why));
    if (const double least = leastCost(snapshot.scenario, *snapshot.data); least > 0)
        panel.guide({translatable("core", "least possible"), {}}, std::log10(least));
}

Message caption(const TrainingProgress& course)
{
    if (course.trace.size() == 0)
        return noTrainingYet();
    const TraceRecord &start = course.trace.record(0), &now = course.trace.record(course.trace.size() - 1);
    if (now.heldOutCost)
        return {translatable("core", "At %1 the cost is %2, from %3 at the start; on the examples held out it is %4."),
            {moment(course), number(now.cost), number(start.cost), number(*now.heldOutCost)}};
    return {translatable("core", "At %1 the cost is %2, from %3 at the start."),
        {moment(course), number(now.cost), number(start.cost)}};
}

Figure build(const Snapshot& snapshot, const ViewState&)
{
    const AxisScale scale = costScale(snapshot);
    std::vector<Message> notes;
    const auto draw = [&](CoursePanel& panel, const TrainingProgress& course) {
        const Message training{translatable("core", "training examples"), {}};
        const Message heldOut{translatable("core", "held-out examples"), {}};
        panel.addPins(snapshot, training, trainingCost(scale));
        panel.addPins(snapshot, heldOut, heldOutCost(scale), true);
        panel.add(training, Role::primary, trainingCost(scale));
        panel.add(heldOut, Role::secondary, heldOutCost(scale), 0, true);
        addLeastCost(panel, snapshot, scale, notes);
        noteCostScale(snapshot, scale, notes);
        return caption(course);
    };
    Figure figure = courseFigure(
        {"cost", {translatable("core", "Cost over training"), {}}, {}, {}, {}}, valueTitle(), scale, snapshot, draw);
    figure.notes.insert(figure.notes.begin(), notes.begin(), notes.end());
    return figure;
}

} // namespace

namespace figures {
extern const FigureKind cost{
    "cost",
    translatable("core", "Cost"),
    translatable("core",
        "What training makes smaller: the mean cost C over the training examples, without the term of weight decay, on "
        "a logarithmic scale, and that of examples held out. A plateau with a fast last layer is what a vanishing "
        "gradient looks like from outside."),
    101,
    Need::course | Need::courses,
    build,
};
} // namespace figures

} // namespace deltascope
