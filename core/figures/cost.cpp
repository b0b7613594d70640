// SPDX-License-Identifier: GPL-3.0-or-later
// The cost over a training, log10: mean over the training examples, and over those held out.
#include "figures/figure_kind.h"
#include "figures/parts/course_panel.h"
#include "figures/parts/wording.h"

#include <cmath>

namespace deltascope {

namespace {

Message valueTitle()
{
    return {translatable("core", "cost C"), {}};
}

std::optional<double> trainingCost(const TraceRecord& record, std::span<const LayerTrace>)
{
    return decadesOf(record.cost);
}

std::optional<double> heldOutCost(const TraceRecord& record, std::span<const LayerTrace>)
{
    return record.heldOutCost && *record.heldOutCost > 0 ? std::optional(std::log10(*record.heldOutCost))
                                                         : std::nullopt;
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
    const auto draw = [&snapshot](CoursePanel& panel, const TrainingProgress& course) {
        const Message training{translatable("core", "training examples"), {}};
        const Message heldOut{translatable("core", "held-out examples"), {}};
        panel.addPins(snapshot, training, trainingCost);
        panel.addPins(snapshot, heldOut, heldOutCost, true);
        panel.add(training, Role::primary, trainingCost);
        panel.add(heldOut, Role::secondary, heldOutCost, 0, true);
        return caption(course);
    };
    return courseFigure({"cost", {translatable("core", "Cost over training"), {}}, {}, {}, {}}, valueTitle(),
        AxisScale::decades, snapshot, draw);
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
