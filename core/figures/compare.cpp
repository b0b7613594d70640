// SPDX-License-Identifier: GPL-3.0-or-later
// The scenario's training beside those of the pinned scenarios: cost, accuracy or the speed of the first layer. This is
// how experiments on momentum and start values are read (Sutskever et al. 2013; Glorot & Bengio 2010).
#include "figures/figure_kind.h"
#include "figures/parts/cost_axis.h"
#include "figures/parts/course_panel.h"
#include "figures/parts/ghosts.h"
#include "figures/parts/wording.h"

#include <algorithm>
#include <array>

namespace deltascope {

namespace {

struct Compared {
    std::string_view id;
    const char* title;
    AxisScale scale; ///< of costs: where none lies below 0
    std::optional<double> (*value)(const TraceRecord& record, std::span<const LayerTrace> layers, AxisScale scale);
};

std::optional<double> costOf(const TraceRecord& record, std::span<const LayerTrace>, AxisScale scale)
{
    return onScale(record.cost, scale);
}

std::optional<double> accuracyOf(const TraceRecord& record, std::span<const LayerTrace>, AxisScale)
{
    return record.heldOutAccuracy ? record.heldOutAccuracy : record.accuracy;
}

std::optional<double> firstSpeed(const TraceRecord&, std::span<const LayerTrace> layers, AxisScale)
{
    return decadesOf(layers.front().biasSpeed);
}

constexpr std::array kCompared{
    Compared{"cost", translatable("core", "cost C"), AxisScale::decades, costOf},
    Compared{"accuracy", translatable("core", "share classified right"), AxisScale::linear, accuracyOf},
    Compared{"first_speed", translatable("core", "learning speed of layer 1"), AxisScale::decades, firstSpeed},
};

const Compared& comparedIn(const ViewState& view)
{
    const auto found = std::ranges::find(kCompared, view.compare, &Compared::id);
    return found == kCompared.end() ? kCompared.front() : *found;
}

// One for each training: six colours with six pens.
constexpr Role kRoles[] = {Role::primary, Role::secondary, Role::tertiary, Role::first, Role::last, Role::published};

struct Contestant {
    Message name;
    const TrainingProgress* course;
};

std::vector<Contestant> contestants(const Snapshot& snapshot)
{
    std::vector<Contestant> all{{{translatable("core", "this scenario"), {}}, snapshot.course.get()}};
    for (const Ghost& ghost : ghosts(snapshot))
        if (ghost.result.course && all.size() < kMaxCompared)
            all.push_back({{"%1", {ghost.name}}, ghost.result.course.get()});
    return all;
}

Message caption(const std::vector<Contestant>& all)
{
    Message list;
    for (const Contestant& each : all) {
        if (each.course->trace.size() == 0)
            continue;
        const Scaled cost = each.course->trace.record(each.course->trace.size() - 1).cost;
        Message one{"%1: %2", {each.name, number(cost)}};
        list = list.empty() ? std::move(one) : Message{"%1; %2", {std::move(list), std::move(one)}};
    }
    if (list.empty())
        return noTrainingYet();
    return {translatable("core", "Cost after the same training: %1."), {std::move(list)}};
}

void noteRest(const Snapshot& snapshot, std::vector<Message>& notes)
{
    if (snapshot.pins.empty())
        notes.push_back(
            {translatable("core", "Pin a scenario, change one thing, and train: both are drawn here."), {}});
    for (const PinnedResult& pin : snapshot.pins)
        if (pin.course && pin.course->divergence)
            notes.push_back({"%1: %2", {pin.name, sentence(*pin.course->divergence)}});
}

Figure build(const Snapshot& snapshot, const ViewState& view)
{
    Figure figure{"compare", {translatable("core", "Trainings side by side"), {}}, {}, {}, {}};
    const Compared& compared = comparedIn(view);
    if (!snapshot.course) {
        figure.caption = noTrainingYet();
        figure.panels.push_back(emptyCoursePanel({compared.title, {}}, compared.scale));
        noteRest(snapshot, figure.notes);
        return figure;
    }
    const bool costs = compared.value == costOf;
    const AxisScale scale = costs ? costScale(snapshot) : compared.scale;
    CoursePanel panel(*snapshot.course, {compared.title, {}}, scale);
    const std::vector<Contestant> all = contestants(snapshot);
    const auto value = [&](const TraceRecord& record, std::span<const LayerTrace> layers) {
        return compared.value(record, layers, scale);
    };
    for (std::size_t i = 0; i < all.size(); ++i)
        panel.addOf(*all[i].course, all[i].name, kRoles[i % std::size(kRoles)], value);
    figure.panels.push_back(panel.finish());
    figure.caption = caption(all);
    if (costs)
        noteCostScale(snapshot, scale, figure.notes);
    noteRest(snapshot, figure.notes);
    noteCourse(snapshot, figure.notes);
    return figure;
}

} // namespace

namespace figures {
extern const FigureKind compare{
    "compare",
    translatable("core", "Compare"),
    translatable("core",
        "The training of this scenario beside those of the pinned ones, two to six of them, all from their own start: "
        "their cost, their accuracy (on held-out examples where there are some), or the speed of their first layer."),
    107,
    Need::course | Need::courses,
    build,
    nullptr,
    "compare",
};
} // namespace figures

} // namespace deltascope
