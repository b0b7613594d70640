// SPDX-License-Identifier: GPL-3.0-or-later
// The share of examples that are classified right, over a training. core/maths.md 11.11.
#include "figures/figure_kind.h"
#include "figures/parts/course_panel.h"
#include "figures/parts/figure_sentences.h"
#include "training/training_progress.h"

namespace deltascope::figures {

namespace {

Message valueTitle()
{
    return {translatable("core", "share classified correctly"), {}};
}

std::optional<double> training(const training::TraceRecord& record, std::span<const training::LayerTrace>)
{
    return record.accuracy;
}

std::optional<double> heldOut(const training::TraceRecord& record, std::span<const training::LayerTrace>)
{
    return record.heldOutAccuracy;
}

Real percent(double share)
{
    return {100 * share, 4};
}

Message caption(const training::TrainingProgress& course)
{
    if (course.trace.size() == 0)
        return parts::noTrainingYet();
    const training::TraceRecord& now = course.trace.record(course.trace.size() - 1);
    if (!now.accuracy)
        return {translatable("core", "These targets are not classes: there is nothing to classify."), {}};
    if (now.heldOutAccuracy)
        return {
            translatable("core",
                "At %1 the network classifies %2 % of the training examples correctly, and %3 % of those held out."),
            {parts::epochAndStep(course), percent(*now.accuracy), percent(*now.heldOutAccuracy)}};
    return {translatable("core", "At %1 the network classifies %2 % of the training examples correctly."),
        {parts::epochAndStep(course), percent(*now.accuracy)}};
}

Figure build(const results::Snapshot& snapshot, const model::Question&, const model::ViewState& view)
{
    const auto draw = [&](parts::CoursePanel& panel, const training::TrainingProgress& course) {
        panel.include(0);
        panel.include(1);
        panel.bound(0, 1);
        if (const int classes = course.scenario.outputs;
            classes > 1 && course.trace.size() > 0 && course.trace.record(0).accuracy)
            panel.guide({translatable("core", "chance"), {}}, 1.0 / classes);
        const Message learnt{translatable("core", "training examples"), {}};
        const Message unseen{translatable("core", "held-out examples"), {}};
        panel.smoothOver(view.smooth);
        panel.addPins(snapshot, learnt, training);
        panel.addPins(snapshot, unseen, heldOut, true);
        panel.add(learnt, Role::primary, training);
        panel.add(unseen, Role::secondary, heldOut, 0, true);
        return caption(course);
    };
    return parts::courseFigure({"accuracy", {translatable("core", "Accuracy over training"), {}}, {}, {}, {}},
        valueTitle(), AxisScale::linear, snapshot, draw);
}

} // namespace

extern const FigureKind accuracy{
    "accuracy",
    translatable("core", "Accuracy"),
    translatable("core",
        "The share of examples that the network classifies correctly, among those that it learns from and among those "
        "held out. The gap between the two is what it has learnt by heart."),
    320,
    results::needs<training::TrainingProgress>,
    build,
    "smooth",
    "trained_accuracy",
};

} // namespace deltascope::figures
