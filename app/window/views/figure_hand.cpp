// SPDX-License-Identifier: GPL-3.0-or-later
// A hand on a figure whose axes are along parameters, or on a mark that stands for one: they go where it goes, and a
// map has the range that it asks for.
#include "figures/map_parts/map_axes.h"
#include "figures/moved_value.h"
#include "maps/checked_map.h"
#include "maps/kept_cells.h"
#include "render/plot/plot_widget.h"
#include "text/language.h"
#include "text/number_entry.h"
#include "window/controls/parameter_control.h"
#include "window/views/figure_view.h"
#include "window/views/sheets/figure_ranges.h"
#include "workspace/workspace.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace deltascope::views {

namespace {

constexpr double kTurn = 300; // pixels from one end of a slider to the other

} // namespace

void FigureView::beginMove(int panel)
{
    const figures::Figure& figure = m_plot->figure();
    if (panel < 0 || panel >= static_cast<int>(figure.panels.size()))
        return;
    const auto nameOf = [](const figures::Axis& axis) {
        const auto* row = parameters::findScenarioParameter(axis.moved.parameter);
        return row ? text::toText(row->label) : QString();
    };
    holdAxes();
    const figures::Panel& shown = figure.panels[static_cast<std::size_t>(panel)];
    const QString x = nameOf(shown.x), y = nameOf(shown.y);
    m_move.begin(
        x.isEmpty() || y.isEmpty() ? workspace::ScenarioStore::changeText(x + y) : tr("Change %1 and %2").arg(x, y));
}

/// Nothing may give way under the hand: where it is means a value.
void FigureView::holdAxes()
{
    const figures::Figure& figure = m_plot->figure();
    m_held = isRanged(figure) ? std::vector<model::ViewRange>() : m_shownRanges;
}

void FigureView::endMove()
{
    if (!m_held.empty())
        m_drag.hold(m_held);
    m_move.end();
    m_grip = {};
    scheduleRefresh(); // the axes fit again
}

void FigureView::beginGrip(const figures::Grip& grip)
{
    const auto* row = parameters::findScenarioParameter(grip.parameter);
    if (!row)
        return;
    m_grip = grip;
    m_turn = controls::widened(controls::sliderRange(*row), grip.value, row->minimum, row->maximum);
    holdAxes();
    m_move.begin(workspace::ScenarioStore::changeText(
        grip.layer == 0 ? text::toText(row->label) : QString::fromStdString(figures::symbolOf(grip))));
}

void FigureView::gripTo(int panel, QPointF place, QPointF pixel, double up)
{
    const figures::Figure& figure = m_plot->figure();
    if (!m_move.isOpen() || m_grip.parameter.empty() || panel < 0 || panel >= static_cast<int>(figure.panels.size()))
        return;
    if (m_grip.turned && up == 0) { // as it was, and no layer set by hand
        m_workspace.store().edit({}, m_workspace.store().gestureStart());
        m_plot->setHandText({});
        return;
    }
    const double value = m_grip.turned
        ? controls::valueAt(m_turn, controls::positionOf(m_turn, m_grip.value) + up / kTurn)
        : figures::grippedValue(m_grip, figure.panels[static_cast<std::size_t>(panel)].x, place.x(), pixel.x());
    const auto [row, put] = figures::putOf(m_workspace.scenario(), m_grip, value);
    if (const std::optional<Error> error = m_workspace.setValues({}, {{row, put}})) // the gesture has the name
        m_workspace.report(*error);
    else
        m_plot->setHandText(
            QString::fromStdString(figures::symbolOf(m_grip)) + QStringLiteral(" = ") + text::entryText(value));
}

void FigureView::moveTo(int panel, QPointF place, QPointF pixel)
{
    const figures::Figure& figure = m_plot->figure();
    if (!m_move.isOpen() || panel < 0 || panel >= static_cast<int>(figure.panels.size()))
        return;
    const figures::Panel& shown = figure.panels[static_cast<std::size_t>(panel)];
    std::vector<workspace::PutValue> values;
    const auto isHidden = [this](const std::string& key) { // a lesson leaves it out
        return std::ranges::find(m_workspace.hidden(), key) != m_workspace.hidden().end();
    };
    const auto add = [&](const figures::Axis& axis, double coordinate, double width) {
        if (isHidden(axis.moved.parameter))
            return;
        for (const auto& [key, with] : axis.moved.with)
            if (const auto* row = parameters::findScenarioParameter(key);
                row && parameters::valueOf(m_workspace.scenario(), *row) != parameters::ParameterValue(with)) {
                if (isHidden(key))
                    return;
                values.push_back({row, with});
            }
        if (std::optional<parameters::ParameterValue> value = figures::movedValue(axis, coordinate, width))
            values.push_back({parameters::findScenarioParameter(axis.moved.parameter), *std::move(value)});
    };
    add(shown.x, place.x(), pixel.x());
    add(shown.y, place.y(), pixel.y());
    if (const std::optional<Error> error = m_workspace.setValues({}, values)) // the gesture has the name
        m_workspace.report(*error);
}

void FigureView::askRange(const model::ViewRange& range)
{
    const figures::Figure& figure = m_plot->figure();
    std::optional<model::Map> map = m_workspace.question().map;
    if (!map || range.panel < 0 || range.panel >= static_cast<int>(figure.panels.size()))
        return;
    const figures::Panel& shown = figure.panels[static_cast<std::size_t>(range.panel)];
    const auto put = [](model::MapAxis& axis, const figures::Axis& drawn, double lower, double upper) {
        if (axis.parameter != drawn.moved.parameter)
            return;
        // from the middle of the first cell to that of the last; of a curve the axis ends there
        const double margin = (upper - lower) / (drawn.upper - drawn.lower) * map_parts::marginOf(axis, drawn);
        const bool decades = drawn.scale == figures::AxisScale::decades;
        const auto value = [&](double coordinate) { return decades ? std::pow(10.0, coordinate) : coordinate; };
        axis = maps::withRange(axis, value(lower + margin), value(upper - margin));
    };
    put(map->x, shown.x, range.xLower, range.xUpper);
    if (map->y)
        put(*map->y, shown.y, range.yLower, range.yUpper);
    if (maps::problemOf(*map))
        return;
    m_workspace.setView(withoutRanges(m_workspace.view(), figure.id)); // the map itself has the range
    m_workspace.setMap(map, tr("Zoom the map"));
}

} // namespace deltascope::views
