// SPDX-License-Identifier: GPL-3.0-or-later
// Activations of the layers over a training: mean with standard deviation, 98th percentile, and the share that is
// saturated (Glorot & Bengio 2010, figures 2 and 3). core/maths.md 11.12.
#include "figures/figure_kind.h"
#include "figures/parts/course_panel.h"
#include "figures/parts/figure_sentences.h"
#include "training/training_progress.h"

#include <algorithm>
#include <cmath>

namespace deltascope::figures {

namespace {

Message activationTitle()
{
    return {translatable("core", "activation: mean, 98 % (dashed)"), {}};
}

Message shareTitle()
{
    return {translatable("core", "saturated share"), {}};
}

// The paper's figures are of hidden layers.
int drawnDepth(const model::Scenario& scenario)
{
    return scenario.depth > 1 ? scenario.depth - 1 : 1;
}

Panel activations(const results::Snapshot& snapshot, int selected, int smooth, std::vector<Message>& notes)
{
    const training::TrainingProgress& course = *snapshot.get<training::TrainingProgress>();
    parts::CoursePanel panel(course, activationTitle(), AxisScale::linear);
    const std::vector<parts::CourseLayer> layers =
        parts::courseLayers(course.scenario.depth, selected, drawnDepth(course.scenario));
    // One band: several over each other cannot be told apart.
    const int banded = selected > 0 ? selected : layers.back().layer;
    panel.addBand({translatable("core", "± std of layer %1"), {banded}}, Role::shaded,
        parts::ofLayer(banded, [](const training::LayerTrace& layer) { return layer.mean - layer.deviation; }),
        parts::ofLayer(banded, [](const training::LayerTrace& layer) { return layer.mean + layer.deviation; }));
    panel.smoothOver(smooth);
    panel.addPinsLayer(snapshot, banded, &training::LayerTrace::mean);
    for (const parts::CourseLayer& each : layers)
        panel.add(parts::layerName(each.layer), each.role, parts::ofLayer(each.layer, &training::LayerTrace::mean),
            each.layer);
    for (const parts::CourseLayer& each : layers)
        panel.add({}, each.role, parts::ofLayer(each.layer, &training::LayerTrace::percentile98), 0, true);
    Panel drawn = panel.finish();
    notes.insert(notes.end(), panel.notes().begin(), panel.notes().end());
    return drawn;
}

Panel shares(const results::Snapshot& snapshot, int selected, int smooth)
{
    const training::TrainingProgress& course = *snapshot.get<training::TrainingProgress>();
    parts::CoursePanel panel(course, shareTitle(), AxisScale::linear);
    panel.include(0);
    const std::vector<parts::CourseLayer> layers =
        parts::courseLayers(course.scenario.depth, selected, drawnDepth(course.scenario));
    const int pinned = selected > 0 ? selected : layers.back().layer;
    panel.smoothOver(smooth);
    panel.addPinsLayer(snapshot, pinned, &training::LayerTrace::saturated);
    for (const parts::CourseLayer& each : layers)
        panel.add(parts::layerName(each.layer), each.role, parts::ofLayer(each.layer, &training::LayerTrace::saturated),
            each.layer);
    panel.bound(0, 1);
    Panel drawn = panel.finish();
    drawn.legend = false; // the same layers as above
    return drawn;
}

Message caption(const training::TrainingProgress& course)
{
    if (course.trace.size() == 0)
        return parts::noTrainingYet();
    const int top = drawnDepth(course.scenario);
    const training::LayerTrace& layer = course.trace.layer(course.trace.size() - 1, top);
    if (!std::isfinite(layer.mean) || !std::isfinite(layer.deviation))
        return {
            translatable("core", "At %1 no statistics of the activations were kept."), {parts::epochAndStep(course)}};
    return {
        translatable("core",
            "At %1 the activations of layer %2 have mean %3 and standard deviation %4; %5 % of them are saturated."),
        {parts::epochAndStep(course), top, Real{layer.mean, 3}, Real{layer.deviation, 3},
            Real{100 * layer.saturated, 3}}};
}

Figure build(const results::Snapshot& snapshot, const model::Question& question, const model::ViewState& view)
{
    Figure figure{"saturation", {translatable("core", "Saturation over training"), {}}, {}, {}, {}};
    if (!snapshot.get<training::TrainingProgress>()) {
        figure.caption = parts::noTrainingYet();
        figure.panels.push_back(parts::emptyCoursePanel(activationTitle(), AxisScale::linear));
        figure.panels.push_back(parts::emptyCoursePanel(shareTitle(), AxisScale::linear));
        return figure;
    }
    const int selected = std::min(
        parts::selectedLayer(snapshot, question), drawnDepth(snapshot.get<training::TrainingProgress>()->scenario));
    figure.panels.push_back(activations(snapshot, selected, view.smooth, figure.notes));
    figure.panels.push_back(shares(snapshot, selected, view.smooth));
    figure.caption = caption(*snapshot.get<training::TrainingProgress>());
    parts::noteCourse(snapshot, figure.notes);
    return figure;
}

} // namespace

extern const FigureKind saturation{
    "saturation",
    translatable("core", "Saturation"),
    translatable("core",
        "The activations of each hidden layer while the network is trained, over the first 300 examples: mean, "
        "standard deviation and 98th percentile, and, below, how many neurons are saturated, so that f′(z) lets hardly "
        "any gradient through. With logistic units the last hidden layer falls to 0 early on and comes back late, or "
        "never (Glorot & Bengio 2010, figures 2 and 3)."),
    370,
    results::needs<training::TrainingProgress>,
    build,
    "smooth",
    "saturated:layer=1",
};

} // namespace deltascope::figures
