// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/map_requests.h"

#include "base/registry.h"
#include "documents/map_json.h"
#include "maps/checked_map.h"
#include "maps/natural_map.h"
#include "workspace/maps/shows_map.h"
#include "workspace/workspace.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>
#include <vector>

namespace deltascope::workspace {

namespace {

using Row = parameters::Parameter<model::Scenario>;

/// The axes to try of a curve: where it is over choices, these as rows over a number.
std::vector<model::Map> withRows(const model::Scenario& scenario, const model::Map& curve)
{
    constexpr int kAcross = 33;
    std::vector<model::Map> all;
    const std::string natural = maps::naturalMap(scenario).x.parameter;
    for (const std::string_view key : {std::string_view(natural), std::string_view("learning_rate")}) {
        const Row& row = *parameters::findScenarioParameter(key);
        if (curve.x.choices.empty() || (row.idle && !row.idle(scenario).empty()))
            continue;
        if (const std::optional<model::MapAxis> across = maps::naturalAxis(scenario, row, kAcross)) {
            model::Map plane = curve;
            plane.y = curve.x;
            plane.x = *across;
            all.push_back(std::move(plane));
        }
    }
    all.push_back(curve);
    return all;
}

/// The measures to try over these axes: that of the present map, the natural one, and what only a training tells.
std::vector<model::Map> withMeasures(const std::optional<model::Map>& present, const model::Map& axes)
{
    std::vector<model::Map> all;
    if (present) {
        model::Map same = *present;
        same.x = axes.x;
        same.y = axes.y;
        same.lines.clear();
        all.push_back(std::move(same));
    }
    all.push_back(axes);
    model::Map trained = axes;
    if (!documents::putTypedMeasure(trained, "trained_cost"))
        all.push_back(std::move(trained));
    return all;
}

} // namespace

void showMap(Workspace& workspace, const model::Map& map)
{
    workspace.setMap(map, QCoreApplication::translate("MapRequests", "Map"));
    if (showsMap(workspace.view()))
        return;
    model::Document document{.scenario = {}, .view = workspace.view()};
    workspace.setView(documents::withMap(std::move(document), map).view);
}

model::Map mapOfFigure(const Workspace& workspace, const figures::FigureKind& kind)
{
    const model::Map natural = maps::naturalMap(workspace.scenario());
    model::Map map = natural;
    if (*kind.mapped && documents::putTypedMeasure(map, kind.mapped))
        return natural;
    model::Document start{.scenario = workspace.scenario(), .question = workspace.question()};
    start.question.step = 0;
    return maps::problemOf(start, map) ? natural : map; // some measures are of chains only
}

bool canBeMapped(const parameters::Parameter<model::Scenario>& row)
{
    return maps::naturalAxis(model::Scenario{}, row, 2).has_value();
}

model::Map mapOfParameter(const Workspace& workspace, const parameters::Parameter<model::Scenario>& row)
{
    model::Document start{.scenario = workspace.scenario(), .question = workspace.question()};
    start.question.step = 0;
    const model::Map natural = maps::naturalCurve(start.scenario, row);
    for (const model::Map& axes : withRows(start.scenario, natural))
        for (const model::Map& map : withMeasures(start.question.map, axes))
            if (!maps::problemOf(start, map))
                return map;
    return natural; // the panel says what is the matter
}

} // namespace deltascope::workspace
