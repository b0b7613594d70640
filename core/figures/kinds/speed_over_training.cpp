// SPDX-License-Identifier: GPL-3.0-or-later
// Learning speed of the layers over a training, log10: ‖∂C/∂bˡ‖ = ‖⟨δˡ⟩‖ before each step (Nielsen 2015, chapter 5).
// core/maths.md 11.10.
#include "diagnosis/pace.h"
#include "figures/figure_kind.h"
#include "figures/parts/course_panel.h"
#include "figures/parts/figure_sentences.h"
#include "training/published_speeds.h"
#include "training/training_progress.h"

#include <algorithm>
#include <cmath>

namespace deltascope::figures {

namespace {

Message valueTitle()
{
    return {translatable("core", "learning speed"), {}};
}

std::optional<double> biasSpeed(const training::LayerTrace& layer)
{
    return parts::decadesOf(layer.biasSpeed);
}

std::optional<double> weightSpeed(const training::LayerTrace& layer)
{
    return parts::decadesOf(layer.weightSpeed);
}

void addLayers(parts::CoursePanel& panel, const results::Snapshot& snapshot, int selected, const model::ViewState& view)
{
    const auto speed = view.speed == "weight" ? weightSpeed : biasSpeed; // of both nobody could read twelve lines
    panel.addPinsLayer(snapshot, std::max(selected, 1), speed);
    for (const parts::CourseLayer& each :
        parts::courseLayers(snapshot.get<training::TrainingProgress>()->scenario.depth, selected))
        panel.add(parts::layerName(each.layer), each.role, parts::ofLayer(each.layer, speed), each.layer);
}

// His curves and the bands of other seeds, behind ours.
void addPublished(parts::CoursePanel& panel, const training::PublishedSpeeds& published)
{
    for (int layer = 1; layer <= published.hiddenLayers; ++layer) {
        const Message seeds{translatable("core", "5–95 % of 200 seeds"), {}};
        const Message nielsen{translatable("core", "Nielsen, published"), {}};
        Band band;
        band.name = layer == 1 ? seeds : Message{}; // one entry in the legend
        band.column = {"%1, %2", {seeds, parts::layerName(layer)}};
        for (int i = 0; i < published.bandCount(); ++i) {
            const training::PublishedSpeeds::Band at = published.band(i, layer);
            band.x.push_back(at.epoch);
            band.lower.push_back(std::log10(at.p05));
            band.upper.push_back(std::log10(at.p95));
        }
        panel.add(std::move(band));
        Line line;
        line.name = layer == 1 ? nielsen : Message{};
        line.column = {"%1, %2", {nielsen, parts::layerName(layer)}};
        line.role = Role::published;
        for (int epoch = 0; epoch < published.epochs(); ++epoch) {
            line.x.push_back(epoch);
            line.y.push_back(std::log10(published.norm(epoch, layer)));
        }
        line.layers.assign(line.x.size(), layer);
        panel.add(std::move(line));
    }
}

// In words where we are inside the bands, on his data only.
void noteBands(
    const training::PublishedSpeeds& published, const training::TrainingProgress& course, std::vector<Message>& notes)
{
    const int end = published.band(published.bandCount() - 1, 1).epoch;
    std::size_t newest = course.trace.size();
    while (newest > 0 && course.trace.record(newest - 1).epoch > end)
        --newest;
    if (newest-- == 0)
        return;
    const double epoch = parts::epochsOf(course, course.trace.record(newest).step);
    std::vector<int> inside, outside;
    for (int layer = 1; layer <= published.hiddenLayers; ++layer)
        if (const auto band = published.bandAt(epoch, layer)) {
            const double speed = course.trace.layer(newest, layer).biasSpeed.nearestDouble();
            (speed >= band->p05 && speed <= band->p95 ? inside : outside).push_back(layer);
        }
    if (!inside.empty())
        notes.push_back({translatable("core", "At epoch %1 inside the 5–95 % band of 200 seeds: %2."),
            {Real{epoch, 6}, diagnosis::layersNamed(inside)}});
    if (!outside.empty())
        notes.push_back(
            {translatable("core", "At epoch %1 outside the 5–95 % band of 200 seeds, as one in ten is: %2."),
                {Real{epoch, 6}, diagnosis::layersNamed(outside)}});
}

/// Published speeds of this set-up, and whether they are of the very data that is trained on.
void compareWithPublished(parts::CoursePanel& panel, const results::Snapshot& snapshot, const model::ViewState& view,
    const training::TrainingProgress& course, std::vector<Message>& notes)
{
    const training::PublishedSpeeds* published = training::publishedSpeeds(course.scenario);
    if (!published || view.speed == "weight")
        return;
    addPublished(panel, *published);
    const std::string& data = snapshot.data ? snapshot.data->id : course.scenario.data;
    if (data != published->data)
        notes.push_back({translatable("core", "The published curves are of MNIST, not of the digits drawn here."), {}});
    else
        noteBands(*published, course, notes);
}

/// Before the first step what was published is there to be compared with.
Figure withoutTraining(Figure figure, const results::Snapshot& snapshot, const model::ViewState& view)
{
    training::TrainingProgress none;
    none.scenario = snapshot.scenario;
    parts::CoursePanel panel(none, valueTitle(), AxisScale::decades);
    compareWithPublished(panel, snapshot, view, none, figure.notes);
    figure.panels = {panel.finish()};
    return figure;
}

Message caption(const training::TrainingProgress& course)
{
    if (course.trace.size() == 0)
        return parts::noTrainingYet();
    const std::size_t newest = course.trace.size() - 1;
    const int depth = course.scenario.depth;
    const numerics::Scaled first = course.trace.layer(newest, 1).biasSpeed,
                           last = course.trace.layer(newest, depth).biasSpeed;
    if (last.isZero())
        return {translatable("core", "At %1 %2 = %3; the last layer does not learn."),
            {parts::epochAndStep(course), "‖δ₁‖", diagnosis::number(first)}};
    if (last.beyondRange())
        return {translatable(
                    "core", "The last layer learns more slowly than any number here can express: there is no ratio."),
            {}};
    if (first.isZero())
        return {
            translatable("core", "At %1 the biases of layer 1 do not learn: ‖δ₁‖ = 0."), {parts::epochAndStep(course)}};
    return {translatable("core", "At %1 layer 1 learns %2: ‖δ₁‖ = %3."),
        {parts::epochAndStep(course), diagnosis::paceAgainst(depth, first / last), diagnosis::number(first)}};
}

void noteZeros(const training::TrainingProgress& course, std::vector<Message>& notes)
{
    std::vector<int> zeros, beyond;
    for (int layer = 1; layer <= course.scenario.depth; ++layer) {
        bool zero = false, far = false;
        for (std::size_t i = 0; i < course.trace.size(); ++i) {
            zero = zero || course.trace.layer(i, layer).biasSpeed.isZero();
            far = far || course.trace.layer(i, layer).biasSpeed.beyondRange();
        }
        if (zero)
            zeros.push_back(layer);
        if (far)
            beyond.push_back(layer);
    }
    if (!zeros.empty())
        notes.push_back(
            {translatable("core", "Gaps: the speed of %1 is exactly 0 there."), {diagnosis::layersNamed(zeros)}});
    if (!beyond.empty())
        notes.push_back({translatable("core", "Gaps: the speed of %1 is too small to be drawn there, but not 0."),
            {diagnosis::layersNamed(beyond)}});
}

Figure build(const results::Snapshot& snapshot, const model::Question& question, const model::ViewState& view)
{
    std::vector<Message> notes;
    const auto draw = [&](parts::CoursePanel& panel, const training::TrainingProgress& course) {
        compareWithPublished(panel, snapshot, view, course, notes);
        panel.smoothOver(view.smooth);
        addLayers(panel, snapshot, parts::selectedLayer(snapshot, question), view);
        noteZeros(course, notes);
        return caption(course);
    };
    Figure figure = parts::courseFigure(
        {"speed_over_training", {translatable("core", "Learning speed over training"), {}}, {}, {}, {}}, valueTitle(),
        AxisScale::decades, snapshot, draw);
    figure.notes.insert(figure.notes.begin(), notes.begin(), notes.end());
    if (!snapshot.get<training::TrainingProgress>() && training::publishedSpeeds(snapshot.scenario)
        && view.speed != "weight")
        return withoutTraining(std::move(figure), snapshot, view);
    return figure;
}

} // namespace

extern const FigureKind speed_over_training{
    "speed_over_training",
    translatable("core", "Speed over training"),
    translatable("core",
        "How fast each layer learns while the network is trained, on a logarithmic scale: the norm of the mean error "
        "δˡ "
        "before each step. Lines that stay decades apart mean that the early layers go on learning slowly; where they "
        "come together, training has cured the gradient."),
    330,
    results::needs<training::TrainingProgress>,
    build,
    "speed smooth",
};

} // namespace deltascope::figures
