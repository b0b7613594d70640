// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/map_parts/map_marks.h"

#include "figures/map_parts/map_axes.h"
#include "figures/parts/drawn_pins.h"
#include "maps/kept_cells.h"
#include "training/mid_run_values.h"
#include "training/training_progress.h"

#include <algorithm>
#include <optional>
#include <set>

namespace deltascope::map_parts {

namespace {

using figures::Role;

/// Steps made: what is changed in mid-run is changed at them.
std::int64_t stepOf(const results::Snapshot& snapshot)
{
    const auto* course = snapshot.get<training::TrainingProgress>();
    return course ? course->step : snapshot.step;
}

void addMark(figures::Panel& panel, const model::Map& map, Message name, Role role, const model::Scenario& scenario,
    std::int64_t step)
{
    constexpr double kHalf = 0.5; // a cell
    const std::optional<double> x = coordinateOf(map.x, scenario, step, map.y ? kHalf : 0);
    if (x && !map.y)
        panel.elements.push_back(figures::Guide{std::move(name), role, false, *x});
    const std::optional<double> y = map.y ? coordinateOf(*map.y, scenario, step, kHalf) : std::nullopt;
    if (x && y)
        panel.elements.push_back(figures::Points{.name = std::move(name), .role = role, .x = {*x}, .y = {*y}});
}

/// Of the same cells, and so a place on this map.
bool isOnMap(const model::Map& map, const model::Scenario& pinned, const results::Snapshot& snapshot)
{
    return maps::sameCells(
        {.scenario = pinned, .question = {.map = map}}, {.scenario = snapshot.scenario, .question = {.map = map}});
}

bool changesInMidRun(const model::Scenario& scenario, const std::string& key)
{
    return std::ranges::find(scenario.changes, key, &model::Change::key) != scenario.changes.end();
}

/// From the start over each change up to this step; empty unless both parameters change on the way.
figures::Line wayOf(const model::Map& map, const model::Scenario& scenario, std::int64_t step)
{
    figures::Line way{.name = {translatable("core", "this training’s way"), {}},
        .role = Role::tertiary,
        .markers = true,
        .path = true};
    if (!map.y || !changesInMidRun(scenario, map.x.parameter) || !changesInMidRun(scenario, map.y->parameter))
        return way;
    std::set<std::int64_t> steps{0};
    for (const model::Change& change : scenario.changes)
        if (change.step <= step && (change.key == map.x.parameter || change.key == map.y->parameter))
            steps.insert(change.step);
    for (const std::int64_t at : steps) {
        const auto x = coordinateOf(map.x, scenario, at), y = coordinateOf(*map.y, scenario, at);
        if (x && y) {
            way.x.push_back(*x);
            way.y.push_back(*y);
        } else if (!way.x.empty() && (way.breaks.empty() || way.breaks.back() != way.x.size())) {
            way.breaks.push_back(way.x.size());
        }
    }
    if (!way.breaks.empty() && way.breaks.back() == way.x.size())
        way.breaks.pop_back();
    return way;
}

} // namespace

void addMarks(figures::Panel& panel, const model::Map& map, const results::Snapshot& snapshot)
{
    for (const parts::DrawnPin& pin : parts::drawnPins(snapshot))
        if (isOnMap(map, pin.result.scenario, snapshot))
            addMark(panel, map, {"%1", {pin.name}}, pin.role, pin.result.scenario, 0);
    const std::int64_t step = stepOf(snapshot);
    if (figures::Line way = wayOf(map, snapshot.scenario, step); way.x.size() > 1)
        panel.elements.push_back(std::move(way));
    addMark(panel, map, {translatable("core", "this scenario"), {}}, Role::current, snapshot.scenario, step);
}

void addMarkNotes(std::vector<Message>& notes, const model::Map& map, const results::Snapshot& snapshot)
{
    const auto others = std::ranges::count_if(
        snapshot.pins, [&](const results::PinnedResult& pin) { return !isOnMap(map, pin.scenario, snapshot); });
    if (others > 0)
        notes.push_back({translatable("core",
                             "Pinned scenarios that differ in more than the parameters of this map are not on it: %1."),
            {static_cast<std::int64_t>(others)}});
}

} // namespace deltascope::map_parts
