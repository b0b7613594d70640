// SPDX-License-Identifier: GPL-3.0-or-later
// log10 of the first layer's learning speed over the last one's, over a training. core/maths.md 11.10.
#include "diagnosis/pace.h"
#include "figures/figure_kind.h"
#include "figures/parts/course_panel.h"
#include "figures/parts/figure_sentences.h"
#include "training/training_progress.h"

#include <numbers>

namespace deltascope::figures {

namespace {

Message valueTitle()
{
    return {translatable("core", "speed of layer 1, last layer = 1"), {}};
}

std::optional<double> ratioOf(
    numerics::Scaled training::LayerTrace::*speed, std::span<const training::LayerTrace> layers)
{
    const numerics::Scaled first = layers.front().*speed, last = layers.back().*speed;
    if (first.isZero() || last.isZero() || last.beyondRange()) // of two sizes beyond range nothing can be said
        return std::nullopt;
    return (first / last).log10();
}

std::optional<double> biasRatio(const training::TraceRecord&, std::span<const training::LayerTrace> layers)
{
    return ratioOf(&training::LayerTrace::biasSpeed, layers);
}

std::optional<double> weightRatio(const training::TraceRecord&, std::span<const training::LayerTrace> layers)
{
    return ratioOf(&training::LayerTrace::weightSpeed, layers);
}

Message caption(const training::TrainingProgress& course)
{
    if (course.trace.size() == 0)
        return parts::noTrainingYet();
    const std::size_t newest = course.trace.size() - 1;
    const auto start = ratioOf(&training::LayerTrace::biasSpeed, course.trace.layers(0));
    const auto now = ratioOf(&training::LayerTrace::biasSpeed, course.trace.layers(newest));
    if (course.trace.layers(newest).back().biasSpeed.beyondRange())
        return {translatable(
                    "core", "The last layer learns more slowly than any number here can express: there is no ratio."),
            {}};
    if (!start || !now)
        return {translatable("core", "One of the two layers does not learn at all: there is no ratio."), {}};
    const auto scaled = [](double decades) { return numerics::Scaled::fromLog(1, decades * std::numbers::ln10); };
    return {translatable("core", "Layer 1 learned %1 at the start, and %2 at %3."),
        {diagnosis::paceAgainst(course.scenario.depth, scaled(*start)), diagnosis::pace(scaled(*now)),
            parts::epochAndStep(course)}};
}

Figure build(const results::Snapshot& snapshot, const model::Question&, const model::ViewState& view)
{
    const auto draw = [&](parts::CoursePanel& panel, const training::TrainingProgress& course) {
        panel.smoothOver(view.smooth);
        panel.guide({translatable("core", "balance"), {}}, 0);
        const Message bias{translatable("core", "bias ‖⟨δ¹⟩‖ / ‖⟨δᴸ⟩‖"), {}};
        const Message weight{translatable("core", "weight ‖∂C/∂w¹‖ / ‖∂C/∂wᴸ‖"), {}};
        if (view.speed != "weight") {
            panel.addPins(snapshot, bias, biasRatio);
            panel.add(bias, Role::primary, biasRatio);
        }
        if (view.speed != "bias") {
            panel.addPins(snapshot, weight, weightRatio, true);
            panel.add(weight, Role::secondary, weightRatio, 0, true);
        }
        return caption(course);
    };
    return parts::courseFigure(
        {"first_against_last", {translatable("core", "First against last layer over training"), {}}, {}, {}, {}},
        valueTitle(), AxisScale::decades, snapshot, draw);
}

} // namespace

extern const FigureKind first_against_last{
    "first_against_last",
    translatable("core", "First against last"),
    translatable("core",
        "How fast the first layer learns relative to the last one while the network is trained. At 1 they are in "
        "balance; far below 1 the gradient vanishes on its way back, far above 1 it explodes."),
    340,
    results::needs<training::TrainingProgress>,
    build,
    "speed smooth",
};

} // namespace deltascope::figures
