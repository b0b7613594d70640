// SPDX-License-Identifier: GPL-3.0-or-later
// The sizes of single weights' gradients in each layer over a training: median, and the middle 90 % of one layer.
// core/maths.md 11.13.
#include "figures/figure_kind.h"
#include "figures/parts/course_panel.h"
#include "figures/parts/figure_sentences.h"
#include "training/training_progress.h"

#include <algorithm>

namespace deltascope::figures {

namespace {

Message valueTitle()
{
    return {translatable("core", "|∂C/∂w| of single weights"), {}};
}

Message caption(const training::TrainingProgress& course, int layer)
{
    if (course.trace.size() == 0)
        return parts::noTrainingYet();
    const training::LayerTrace& newest = course.trace.layer(course.trace.size() - 1, layer);
    if (!newest.logGradient05 || !newest.logGradient95)
        return {translatable("core", "At %1 no gradient of layer %2 other than 0 is known."),
            {parts::epochAndStep(course), layer}};
    return {translatable("core", "At %1 nine in ten gradients of layer %2’s weights lie between %3 and %4."),
        {parts::epochAndStep(course), layer, Magnitude{1, *newest.logGradient05}, Magnitude{1, *newest.logGradient95}}};
}

Figure build(const results::Snapshot& snapshot, const model::Question& question, const model::ViewState& view)
{
    const auto draw = [&](parts::CoursePanel& panel, const training::TrainingProgress& course) {
        const int selected = std::min(parts::selectedLayer(snapshot, question), course.scenario.depth);
        const int banded = std::max(selected, 1); // one band: several over each other cannot be told apart
        panel.addBand({translatable("core", "middle 90 % of layer %1"), {banded}}, Role::shaded,
            parts::ofLayer(banded, &training::LayerTrace::logGradient05),
            parts::ofLayer(banded, &training::LayerTrace::logGradient95));
        panel.smoothOver(view.smooth);
        panel.addPinsLayer(snapshot, banded, &training::LayerTrace::logGradient50);
        for (const parts::CourseLayer& each : parts::courseLayers(course.scenario.depth, selected))
            panel.add(parts::layerName(each.layer), each.role,
                parts::ofLayer(each.layer, &training::LayerTrace::logGradient50), each.layer);
        return caption(course, banded);
    };
    return parts::courseFigure(
        {"gradients_over_training", {translatable("core", "Spread of the gradients over training"), {}}, {}, {}, {}},
        valueTitle(), AxisScale::decades, snapshot, draw);
}

} // namespace

extern const FigureKind gradients_over_training{
    "gradients_over_training",
    translatable("core", "Gradients over training"),
    translatable("core",
        "How large the gradients of single weights are in each layer while the network is trained: the median of "
        "those that are not 0, and the middle nine tenths of the selected layer’s. Where the layers’ medians lie "
        "decades apart, no single learning rate η suits them all."),
    350,
    results::needs<training::TrainingProgress>,
    build,
    "smooth",
};

} // namespace deltascope::figures
