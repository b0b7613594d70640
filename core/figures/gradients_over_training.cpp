// SPDX-License-Identifier: GPL-3.0-or-later
// The sizes of single weights' gradients in each layer over a training: median, and the middle 90 % of one layer.
// core/maths.md 11.13.
#include "figures/figure_kind.h"
#include "figures/parts/course_panel.h"
#include "figures/parts/wording.h"

#include <algorithm>

namespace deltascope {

namespace {

Message valueTitle()
{
    return {translatable("core", "|∂C/∂w| of single weights"), {}};
}

Message caption(const TrainingProgress& course, int layer)
{
    if (course.trace.size() == 0)
        return noTrainingYet();
    const LayerTrace& newest = course.trace.layer(course.trace.size() - 1, layer);
    if (!newest.logGradient05 || !newest.logGradient95)
        return {translatable("core", "At %1 no gradient of layer %2 other than 0 is known."), {moment(course), layer}};
    return {translatable("core", "At %1 nine in ten gradients of layer %2’s weights lie between %3 and %4."),
        {moment(course), layer, Magnitude{1, *newest.logGradient05}, Magnitude{1, *newest.logGradient95}}};
}

Figure build(const Snapshot& snapshot, const ViewState& view)
{
    const auto draw = [&](CoursePanel& panel, const TrainingProgress& course) {
        const int selected = std::min(selectedLayer(snapshot, view), course.scenario.depth);
        const int banded = std::max(selected, 1); // one band: several over each other cannot be told apart
        panel.addBand({translatable("core", "middle 90 % of layer %1"), {banded}}, Role::window,
            ofLayer(banded, &LayerTrace::logGradient05), ofLayer(banded, &LayerTrace::logGradient95));
        panel.addPinsLayer(snapshot, banded, &LayerTrace::logGradient50);
        for (const CourseLayer& each : courseLayers(course.scenario.depth, selected))
            panel.add(layerName(each.layer), each.role, ofLayer(each.layer, &LayerTrace::logGradient50), each.layer);
        return caption(course, banded);
    };
    return courseFigure(
        {"gradients_over_training", {translatable("core", "Spread of the gradients over training"), {}}, {}, {}, {}},
        valueTitle(), AxisScale::decades, snapshot, draw);
}

} // namespace

namespace figures {
extern const FigureKind gradients_over_training{
    "gradients_over_training",
    translatable("core", "Gradients over training"),
    translatable("core",
        "How large the gradients of single weights are in each layer while the network is trained: the median of "
        "those that are not 0, and the middle nine tenths of the selected layer’s. Where the layers’ medians lie "
        "decades apart, no single learning rate η suits them all."),
    104,
    Need::course | Need::courses,
    build,
};
} // namespace figures

} // namespace deltascope
