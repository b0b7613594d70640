// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/maps/map_requests.h"

#include "base/registry.h"
#include "documents/map_json.h"
#include "maps/checked_map.h"
#include "maps/natural_map.h"
#include "workspace/workspace.h"

#include <QCoreApplication>

#include <algorithm>

namespace deltascope::workspace {

namespace {

bool drawsMap(const figures::FigureKind& kind)
{
    return kind.needs().wants(results::kindOf<results::MapCells>());
}

} // namespace

bool showsMap(const model::ViewState& view)
{
    return std::ranges::any_of(view.figures, [](const std::string& id) {
        const figures::FigureKind* kind = findKind(figures::figuresRegistry(), id);
        return kind && drawsMap(*kind);
    });
}

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

model::Map mapOfParameter(const Workspace& workspace, const parameters::Parameter<model::Scenario>& row)
{
    model::Map map = maps::naturalCurve(workspace.scenario(), row);
    model::Document start{.scenario = workspace.scenario(), .question = workspace.question()};
    start.question.step = 0;
    if (row.invalidates == model::Dependencies(model::Dependency::training) && maps::problemOf(start, map))
        documents::putTypedMeasure(map, "trained_cost"); // what only a training depends on
    return map;
}

} // namespace deltascope::workspace
