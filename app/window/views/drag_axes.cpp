// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/views/drag_axes.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace deltascope::views {

namespace {

template <class Visit>
void forEachGraph(figures::Figure& figure, Visit visit)
{
    for (figures::Panel& panel : figure.panels)
        for (figures::Element& element : panel.elements)
            if (auto* graph = std::get_if<figures::Graph>(&element))
                visit(*graph);
}

/// A drawing has no axes: its columns are as many as there are.
bool isHeld(const figures::Panel& panel)
{
    return panel.axes;
}

} // namespace

void DragAxes::begin(Ranges drawn, const figures::Figure& figure)
{
    m_phase = Phase::dragged;
    m_ranges = std::move(drawn);
    m_titles.clear();
    for (const figures::Panel& panel : figure.panels)
        m_titles.push_back(panel.x.title);
    m_below.reset();
    m_above.reset();
    figures::Figure colours = figure;
    growTo(colours);
}

void DragAxes::growTo(figures::Figure& figure)
{
    if (isAtRest())
        return;
    m_ranges.resize(std::min(m_ranges.size(), figure.panels.size()));
    for (std::size_t i = 0; i < figure.panels.size(); ++i) {
        const figures::Panel& panel = figure.panels[i];
        const model::ViewRange fit{
            figure.id, static_cast<int>(i), panel.x.lower, panel.x.upper, panel.y.lower, panel.y.upper};
        if (i == m_ranges.size())
            m_ranges.push_back(fit);
        model::ViewRange& range = m_ranges[i];
        m_titles.resize(std::max(m_titles.size(), i + 1));
        const bool same = m_titles[i] == panel.x.title;
        m_titles[i] = panel.x.title;
        if (!isHeld(panel) || !same) {
            range = fit;
            continue;
        }
        range.xLower = std::min(range.xLower, fit.xLower);
        range.xUpper = std::max(range.xUpper, fit.xUpper);
        range.yLower = std::min(range.yLower, fit.yLower);
        range.yUpper = std::max(range.yUpper, fit.yUpper);
    }
    if (!isDragged())
        return;
    forEachGraph(figure, [this](figures::Graph& graph) {
        m_below = std::min(m_below.value_or(0), graph.lower - graph.unit);
        m_above = std::max(m_above.value_or(0), graph.upper - graph.unit);
        graph.lower = graph.unit + *m_below;
        graph.upper = graph.unit + *m_above;
    });
}

void DragAxes::release(int milliseconds)
{
    if (!isDragged())
        return;
    m_phase = milliseconds > 0 ? Phase::settling : Phase::atRest;
    m_milliseconds = milliseconds;
    m_since.start();
}

void DragAxes::rest()
{
    m_phase = Phase::atRest;
}

bool DragAxes::isOver() const
{
    return isSettling() && m_since.elapsed() >= m_milliseconds;
}

DragAxes::Ranges DragAxes::shown(const figures::Figure& figure) const
{
    if (!isSettling())
        return m_ranges;
    const double passed = std::min(1.0, static_cast<double>(m_since.elapsed()) / m_milliseconds);
    const double share = 1 - std::pow(1 - passed, 3); // fast, then slower
    Ranges ranges = m_ranges;
    for (std::size_t i = 0; i < std::min(ranges.size(), figure.panels.size()); ++i) {
        const figures::Panel& panel = figure.panels[i];
        model::ViewRange& range = ranges[i];
        range.xLower = std::lerp(range.xLower, panel.x.lower, share);
        range.xUpper = std::lerp(range.xUpper, panel.x.upper, share);
        range.yLower = std::lerp(range.yLower, panel.y.lower, share);
        range.yUpper = std::lerp(range.yUpper, panel.y.upper, share);
    }
    return ranges;
}

} // namespace deltascope::views
