// SPDX-License-Identifier: GPL-3.0-or-later
// The layers of up to four trainings as runners on one logarithmic track: each has come as far as its learning speed
// took it, the area under its curve in the figure of speed over training, and one clock tells the epoch.
// core/maths.md 11.18.
#include "diagnosis/pace.h"
#include "figures/figure_kind.h"
#include "figures/parts/course_panel.h"
#include "figures/parts/drawn_pins.h"
#include "figures/parts/figure_sentences.h"
#include "training/distance.h"

#include <algorithm>
#include <cmath>

namespace deltascope::figures {

namespace {

using numerics::Scaled;
using training::TrainingProgress;

constexpr std::size_t kMostTeams = 4; // more have no lanes that are told apart in a lecture hall
constexpr int kLanes[kMostTeams] = {5, 5, 4, 3}; // of each team, by their number
constexpr double kClockSize = 1.6; // of the type
constexpr double kTrail = 0.2; // half the height of what a runner leaves behind, where lanes are 1 apart
constexpr double kAlike = 5e-10; // decades, under which two distances are told as one

/// The layers of one training.
struct Team {
    Message name;
    Role role = Role::primary;
    const TrainingProgress* course = nullptr; ///< nullptr: none yet
    int depth = 1;
    std::vector<std::optional<Scaled>> distances = {}; ///< of all layers; empty before the start
};

std::vector<Team> teamsOf(const results::Snapshot& snapshot)
{
    std::vector<Team> teams{{{translatable("core", "this scenario"), {}}, Role::primary,
        snapshot.get<TrainingProgress>(), snapshot.scenario.depth}};
    for (const parts::DrawnPin& pin : parts::drawnPins(snapshot))
        if (teams.size() < kMostTeams)
            teams.push_back(
                {{"%1", {pin.name}}, pin.role, pin.result.get<TrainingProgress>(), pin.result.scenario.depth});
    return teams;
}

bool hasEnded(const TrainingProgress& course)
{
    return course.finished() || course.divergence;
}

/// The epoch that all have reached that are still under way.
double clockOf(const std::vector<Team>& teams)
{
    std::optional<double> running;
    double ended = 0;
    for (const Team& team : teams) {
        if (!team.course) // which is not trained, or not yet
            continue;
        const double until = training::recordedUntil(*team.course);
        if (hasEnded(*team.course))
            ended = std::max(ended, until);
        else
            running = std::min(running.value_or(until), until);
    }
    return running.value_or(ended);
}

/// Of both the biases’, as in the figure of speed over training.
Scaled training::LayerTrace::*speedOf(const model::ViewState& view)
{
    return view.speed == "weight" ? &training::LayerTrace::weightSpeed : &training::LayerTrace::biasSpeed;
}

bool drawable(const std::optional<Scaled>& distance)
{
    return distance && !distance->isZero() && !distance->beyondRange();
}

/// From whole decade to whole decade, so that it stands still while the runners go: the start is at or behind what the
/// slowest layer covers in an epoch at its first speed.
Axis trackOf(const std::vector<Team>& teams, const model::ViewState& view)
{
    parts::AxisRange range;
    for (const Team& team : teams) {
        if (!team.course || team.course->trace.size() == 0)
            continue;
        for (const training::LayerTrace& layer : team.course->trace.layers(0))
            if (const std::optional<Scaled> first = layer.*speedOf(view); drawable(first))
                range.include(first->log10());
        for (const std::optional<Scaled>& distance : team.distances)
            if (drawable(distance))
                range.include(distance->log10());
    }
    if (range.empty())
        range = {-3, 0};
    constexpr double kMark = 0.02; // of its width, for the mark of the one that is ahead
    double lower = std::floor(range.lower), upper = std::ceil(range.upper);
    if (upper - lower < 1)
        upper = lower + 1;
    const bool weights = view.speed == "weight";
    return {{weights ? translatable("core", "distance ∫‖∂C/∂w‖ dt") : translatable("core", "distance ∫‖∂C/∂b‖ dt"), {}},
        "", AxisScale::decades, lower, upper + kMark * (upper - lower), 0};
}

/// "1/104": of the way of the last layer; nothing to say where there is none.
Message shareOf(const Scaled& distance, const std::optional<Scaled>& last)
{
    if (!drawable(last))
        return {};
    const double decades = (distance / *last).log10();
    if (std::abs(decades) < kAlike)
        return {"= 1", {}};
    return decades < 0 ? Message{"1/%1", {times({1, -decades})}} : Message{"× %1", {times({1, decades})}};
}

/// Lanes from the top down, a free one with its name above each team where there are several.
class Track {
public:
    explicit Track(Axis x)
    {
        m_panel.x = std::move(x);
        m_panel.legend = false;
    }

    void add(const Team& team, std::span<const parts::CourseLayer> layers, bool named);
    Panel finish(const Message& clock);

private:
    /// Counted from the bottom, where the axis begins; known when all are there.
    void turn();

    Panel m_panel;
    std::vector<Message> m_names; // of the lanes, from the top
};

void Track::add(const Team& team, std::span<const parts::CourseLayer> layers, bool named)
{
    const auto next = [this] { return static_cast<double>(m_names.size()); };
    const double start = m_panel.x.lower;
    if (named) {
        m_panel.elements.push_back(Label{team.name, team.role, start + (m_panel.x.upper - start) / 2, next()});
        m_names.emplace_back();
    }
    Points heads{.name = team.name, .role = team.role};
    Points standing{.role = Role::zero};
    for (const parts::CourseLayer& each : layers) {
        const double lane = next();
        m_names.push_back(parts::layerName(each.layer));
        if (team.distances.empty()) // at the start
            continue;
        const std::optional<Scaled>& distance = team.distances[static_cast<std::size_t>(each.layer - 1)];
        if (!distance || distance->beyondRange())
            continue;
        if (distance->isZero()) {
            standing.x.push_back(start);
            standing.y.push_back(lane);
            standing.layers.push_back(each.layer);
            continue;
        }
        m_panel.elements.push_back(Band{.role = team.role,
            .x = {start, distance->log10()},
            .lower = {lane + kTrail, lane + kTrail}, // counted from the top
            .upper = {lane - kTrail, lane - kTrail}});
        heads.x.push_back(distance->log10());
        heads.y.push_back(lane);
        heads.layers.push_back(each.layer);
        heads.labels.push_back(each.layer == team.depth ? Message{} : shareOf(*distance, team.distances.back()));
    }
    if (!heads.x.empty())
        m_panel.elements.push_back(std::move(heads));
    if (!standing.x.empty())
        m_panel.elements.push_back(std::move(standing));
}

void Track::turn()
{
    const auto from = [last = static_cast<double>(m_names.size()) - 1](double& place) { place = last - place; };
    for (Element& element : m_panel.elements) {
        if (auto* points = std::get_if<Points>(&element))
            std::ranges::for_each(points->y, from);
        if (auto* band = std::get_if<Band>(&element)) {
            std::ranges::for_each(band->lower, from);
            std::ranges::for_each(band->upper, from);
        }
        if (auto* label = std::get_if<Label>(&element))
            from(label->y);
    }
    std::ranges::reverse(m_names);
}

Panel Track::finish(const Message& clock)
{
    turn();
    const double top = static_cast<double>(m_names.size());
    const double room = clock.empty() ? 0 : std::max(1.0, top / 8);
    if (!clock.empty())
        m_panel.elements.push_back(Label{.text = clock,
            .role = Role::current,
            .x = (m_panel.x.lower + m_panel.x.upper) / 2,
            .y = top - 0.5 + room / 2,
            .size = kClockSize});
    m_panel.y = {{translatable("core", "lane"), {}}, "", AxisScale::choices, -0.6, top - 0.5 + room, 0};
    m_panel.y.names = std::move(m_names);
    return std::move(m_panel);
}

/// "epoch 120": what all have reached.
Message clockText(const Team& present, double clock)
{
    if (!present.course || clock <= 0)
        return {};
    const bool whole = clock == std::floor(clock);
    return {present.course->stepsPerEpoch == 0 ? translatable("core", "step %1") : translatable("core", "epoch %1"),
        {whole ? Argument(static_cast<std::int64_t>(clock)) : Argument(Real{clock, 6})}};
}

Message caption(const Team& present, const Message& clock, bool weights)
{
    if (clock.empty())
        return parts::noTrainingYet();
    const std::optional<Scaled>& first = present.distances.front();
    const std::optional<Scaled>& last = present.distances.back();
    if (present.depth == 1)
        return {translatable("core", "Up to %1 the only layer has run alone."), {clock}};
    if (!first || !last || first->beyondRange() || last->beyondRange())
        return {translatable("core", "Up to %1 a layer learned at a speed beyond any number here."), {clock}};
    if (last->isZero())
        return {weights ? translatable("core", "Up to %1 the weights of the last layer have not learned at all.")
                        : translatable("core", "Up to %1 the biases of the last layer have not learned at all."),
            {clock}};
    if (first->isZero())
        return {weights ? translatable("core", "Up to %1 the weights of layer 1 have not learned at all.")
                        : translatable("core", "Up to %1 the biases of layer 1 have not learned at all."),
            {clock}};
    if (weights)
        return {translatable("core", "Up to %1 the weights of layer 1 have learned, on average, %2."),
            {clock, diagnosis::paceAgainstWeightsOf(present.depth, *first / *last)}};
    return {translatable("core", "Up to %1 layer 1 has learned, on average, %2."),
        {clock, diagnosis::paceAgainst(present.depth, *first / *last)}};
}

void note(const results::Snapshot& snapshot, const std::vector<Team>& teams, std::vector<Message>& notes)
{
    if (snapshot.pins.empty())
        notes.push_back(
            {translatable("core", "Pin a scenario, change one thing, and train: both are drawn here."), {}});
    if (snapshot.pins.size() >= kMostTeams)
        notes.push_back({translatable("core", "Of the %1 pins the first %2 are drawn."),
            {static_cast<int>(snapshot.pins.size()), static_cast<int>(kMostTeams) - 1}});
    notes.push_back({translatable("core",
                         "A distance is a learning speed summed over the epochs; beside each runner, that relative to "
                         "its last layer’s."),
        {}});
    bool beyond = false, zero = false;
    for (const Team& team : teams) {
        for (const std::optional<Scaled>& distance : team.distances) {
            beyond |= !distance || distance->beyondRange();
            zero |= distance && distance->isZero();
        }
        if (team.course && team.course->divergence)
            notes.push_back({"%1: %2", {team.name, training::sentence(*team.course->divergence)}});
    }
    if (beyond)
        notes.push_back({translatable("core", "Sizes beyond what exponents hold have no runner."), {}});
    if (zero)
        notes.push_back(
            {translatable("core", "Runners at the left edge have not moved: their distance is exactly 0."), {}});
}

Figure build(const results::Snapshot& snapshot, const model::Question& question, const model::ViewState& view)
{
    Figure figure{"race", {translatable("core", "The race of the layers"), {}}, {}, {}, {}};
    std::vector<Team> teams = teamsOf(snapshot);
    const double clock = teams.front().course ? clockOf(teams) : 0;
    for (Team& team : teams)
        if (team.course && clock > 0)
            team.distances = training::distances(*team.course, clock, speedOf(view));
    Track track(trackOf(teams, view));
    const int lanes = kLanes[teams.size() - 1];
    for (const Team& team : teams)
        track.add(team,
            parts::courseLayers(team.depth, std::min(parts::selectedLayer(snapshot, question), team.depth), 0, lanes),
            teams.size() > 1);
    const Message time = clockText(teams.front(), clock);
    figure.panels.push_back(track.finish(time));
    figure.caption = caption(teams.front(), time, view.speed == "weight");
    note(snapshot, teams, figure.notes);
    return figure;
}

} // namespace

extern const FigureKind race{
    .id = "race",
    .name = translatable("core", "Race"),
    .description = translatable("core",
        "Every layer is a runner that goes at its own learning speed while the network is trained: its distance is the "
        "area under its curve in the figure of speed over training, ‖∂C/∂b‖ summed over the epochs, on a logarithmic "
        "track. Up to three pinned scenarios run beside the present one, by the same clock. Where gradients vanish the "
        "first layers hardly leave the start; where they are balanced all run side by side."),
    .rank = 108,
    .needs = results::needs<TrainingProgress>,
    .build = build,
    .keys = "speed",
};

} // namespace deltascope::figures
