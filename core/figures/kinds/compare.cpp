// SPDX-License-Identifier: GPL-3.0-or-later
// The scenario's training beside those of the pinned scenarios: cost, accuracy or the speed of the first layer. This is
// how experiments on momentum and start values are read (Sutskever et al. 2013; Glorot & Bengio 2010).
#include "figures/figure_kind.h"
#include "figures/parts/cost_axis.h"
#include "figures/parts/course_panel.h"
#include "figures/parts/drawn_pins.h"
#include "figures/parts/figure_sentences.h"
#include "training/training_progress.h"

#include <algorithm>
#include <array>

namespace deltascope::figures {

namespace {

struct Compared {
    std::string_view id;
    const char* title;
    AxisScale scale; ///< of costs: where none lies below 0
    std::optional<double> (*value)(
        const training::TraceRecord& record, std::span<const training::LayerTrace> layers, AxisScale scale);
};

std::optional<double> costOf(
    const training::TraceRecord& record, std::span<const training::LayerTrace>, AxisScale scale)
{
    return parts::onScale(record.cost, scale);
}

std::optional<double> accuracyOf(const training::TraceRecord& record, std::span<const training::LayerTrace>, AxisScale)
{
    return record.heldOutAccuracy ? record.heldOutAccuracy : record.accuracy;
}

std::optional<double> firstSpeed(const training::TraceRecord&, std::span<const training::LayerTrace> layers, AxisScale)
{
    return parts::decadesOf(layers.front().biasSpeed);
}

constexpr std::array kCompared{
    Compared{"cost", translatable("core", "cost C"), AxisScale::decades, costOf},
    Compared{"accuracy", translatable("core", "share classified correctly"), AxisScale::linear, accuracyOf},
    Compared{"first_speed", translatable("core", "learning speed of layer 1"), AxisScale::decades, firstSpeed},
};

const Compared& comparedIn(const model::ViewState& view)
{
    const auto found = std::ranges::find(kCompared, view.compare, &Compared::id);
    return found == kCompared.end() ? kCompared.front() : *found;
}

// One for each training: six colours with six pens.
constexpr Role kRoles[] = {Role::primary, Role::secondary, Role::tertiary, Role::first, Role::last, Role::published};

struct ComparedCourse {
    Message name;
    const training::TrainingProgress* course;
    Role role; ///< as in every other figure
};

/// Where pins are more than the pens that they have elsewhere.
void tellApart(std::vector<ComparedCourse>& all)
{
    for (std::size_t i = 0; all.size() > 4 && i < all.size(); ++i)
        all[i].role = kRoles[i % std::size(kRoles)];
}

std::vector<ComparedCourse> comparedCourses(const results::Snapshot& snapshot)
{
    std::vector<ComparedCourse> all{
        {{translatable("core", "this scenario"), {}}, snapshot.get<training::TrainingProgress>(), Role::primary}};
    for (const parts::DrawnPin& drawnPin : parts::drawnPins(snapshot))
        if (drawnPin.result.get<training::TrainingProgress>() && all.size() < training::kMaxCompared)
            all.push_back({{"%1", {drawnPin.name}}, drawnPin.result.get<training::TrainingProgress>(), drawnPin.role});
    tellApart(all);
    return all;
}

Message caption(const std::vector<ComparedCourse>& all)
{
    Message list;
    for (const ComparedCourse& each : all) {
        if (each.course->trace.size() == 0)
            continue;
        const numerics::Scaled cost = each.course->trace.record(each.course->trace.size() - 1).cost;
        Message one{"%1: %2", {each.name, diagnosis::number(cost)}};
        list = list.empty() ? std::move(one) : Message{"%1; %2", {std::move(list), std::move(one)}};
    }
    if (list.empty())
        return parts::noTrainingYet();
    return {translatable("core", "Cost after the same training: %1."), {std::move(list)}};
}

void noteRest(const results::Snapshot& snapshot, std::vector<Message>& notes)
{
    if (snapshot.pins.empty())
        notes.push_back(
            {translatable("core", "Pin a scenario, change one thing, and train: both are drawn here."), {}});
    for (const results::PinnedResult& pin : snapshot.pins)
        if (pin.get<training::TrainingProgress>() && pin.get<training::TrainingProgress>()->divergence)
            notes.push_back(
                {"%1: %2", {pin.name, training::sentence(*pin.get<training::TrainingProgress>()->divergence)}});
}

Figure build(const results::Snapshot& snapshot, const model::Question&, const model::ViewState& view)
{
    Figure figure{"compare", {translatable("core", "Trainings side by side"), {}}, {}, {}, {}};
    const Compared& compared = comparedIn(view);
    if (!snapshot.get<training::TrainingProgress>()) {
        figure.caption = parts::noTrainingYet();
        figure.panels.push_back(parts::emptyCoursePanel({compared.title, {}}, compared.scale));
        noteRest(snapshot, figure.notes);
        return figure;
    }
    const bool costs = compared.value == costOf;
    const AxisScale scale = costs ? parts::costScale(snapshot) : compared.scale;
    parts::CoursePanel panel(*snapshot.get<training::TrainingProgress>(), {compared.title, {}}, scale);
    const std::vector<ComparedCourse> all = comparedCourses(snapshot);
    const auto value = [&](const training::TraceRecord& record, std::span<const training::LayerTrace> layers) {
        return compared.value(record, layers, scale);
    };
    panel.smoothOver(view.smooth);
    for (const ComparedCourse& each : all)
        panel.addOf(*each.course, each.name, each.role, value);
    figure.panels.push_back(panel.finish());
    figure.caption = caption(all);
    if (costs)
        parts::noteCostScale(snapshot, scale, figure.notes);
    noteRest(snapshot, figure.notes);
    parts::noteCourse(snapshot, figure.notes);
    figure.notes.insert(figure.notes.end(), panel.notes().begin(), panel.notes().end());
    return figure;
}

} // namespace

extern const FigureKind compare{
    "compare",
    translatable("core", "Compare"),
    translatable("core",
        "The training of this scenario beside those of the pinned ones, two to six in all, each from its own start: "
        "their cost, their accuracy (on held-out examples where there are some), or the speed of their first layer."),
    410,
    results::needs<training::TrainingProgress>,
    build,
    "compare smooth",
};

} // namespace deltascope::figures
