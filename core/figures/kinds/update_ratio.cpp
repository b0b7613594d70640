// SPDX-License-Identifier: GPL-3.0-or-later
// log10 ‖Δw‖/‖w‖ of each layer's step over a training. core/maths.md 11.14.
#include "figures/figure_kind.h"
#include "figures/parts/course_panel.h"
#include "figures/parts/figure_sentences.h"
#include "training/training_progress.h"

namespace deltascope::figures {

namespace {

Message valueTitle()
{
    return {translatable("core", "‖Δwˡ‖ / ‖wˡ‖"), {}};
}

Message caption(const training::TrainingProgress& course)
{
    for (std::size_t i = course.trace.size(); i-- > 0;) // after the newest record no step is made yet
        if (const auto update = course.trace.layer(i, 1).logUpdate)
            return {translatable("core",
                        "The step of epoch %1 changed the weights of layer 1 by %2 of their size; about 10⁻³ is a good "
                        "pace."),
                {course.trace.record(i).epoch, Magnitude{1, *update}}};
    return parts::noTrainingYet();
}

Figure build(const results::Snapshot& snapshot, const model::Question& question, const model::ViewState& view)
{
    const auto draw = [&, selected = parts::selectedLayer(snapshot, question)](
                          parts::CoursePanel& panel, const training::TrainingProgress& course) {
        panel.smoothOver(view.smooth);
        panel.guide({translatable("core", "a good pace"), {}}, -3);
        const int pinned = std::max(selected, 1);
        panel.addPinsLayer(snapshot, pinned, &training::LayerTrace::logUpdate);
        for (const parts::CourseLayer& each : parts::courseLayers(course.scenario.depth, selected))
            panel.add(parts::layerName(each.layer), each.role,
                parts::ofLayer(each.layer, &training::LayerTrace::logUpdate), each.layer);
        return caption(course);
    };
    return parts::courseFigure(
        {"update_ratio", {translatable("core", "Size of the steps over training"), {}}, {}, {}, {}}, valueTitle(),
        AxisScale::decades, snapshot, draw);
}

} // namespace

extern const FigureKind update_ratio{
    "update_ratio",
    translatable("core", "Update ratio"),
    translatable("core",
        "How far each step moves the weights of a layer, measured by their size: ‖Δwˡ‖/‖wˡ‖, on a logarithmic scale. "
        "About "
        "10⁻³ is a good pace; layers decades below it stand still, above 10⁻¹ they forget what they were."),
    360,
    results::needs<training::TrainingProgress>,
    build,
    "smooth",
};

} // namespace deltascope::figures
