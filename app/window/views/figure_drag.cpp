// SPDX-License-Identifier: GPL-3.0-or-later
// While a hand moves a parameter, here or elsewhere: the axes that it began with are held and grow, what was drawn then
// stands faintly behind, and at the release both go.
#include "render/plot/plot_widget.h"
#include "window/views/figure_ranges.h"
#include "window/views/figure_view.h"
#include "workspace/workspace.h"

#include <QStyle>

#include <algorithm>
#include <optional>

namespace deltascope::views {

namespace {

constexpr int kSettle = 180; // ms, at most
constexpr int kSettleFrame = 16; // ms

} // namespace

/// Hears of the beginning with the first figure that is built in it: what is shown is then still that of before.
void FigureView::followGesture()
{
    const bool open = m_workspace.store().inGesture();
    if (open && !m_drag.isDragged() && isVisible())
        beginDrag();
    else if (!open && m_drag.isDragged())
        endDrag();
}

void FigureView::beginDrag()
{
    const figures::Figure& figure = m_plot->figure();
    if (figure.id != m_kind->id || isRanged(figure))
        return; // nothing is shown yet, or what a map shows is all there is of it
    m_settle.stop();
    m_drag.begin(m_shownRanges, figure);
    if (m_shownScenario == m_workspace.store().gestureStart() && m_plot->veil().isEmpty())
        m_plot->setStart(figure);
}

void FigureView::endDrag()
{
    m_plot->setStart(std::nullopt);
    m_drag.release(std::min(kSettle, style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this)));
    if (m_drag.isSettling())
        m_settle.start(kSettleFrame);
    scheduleRefresh();
}

void FigureView::settle()
{
    if (m_drag.isSettling() && !m_drag.isOver()) {
        m_plot->show(m_plot->figure(), viewToDraw(m_plot->figure()), m_workspace.question().layer);
        return;
    }
    endSettling();
    scheduleRefresh();
}

void FigureView::endSettling()
{
    m_settle.stop();
    if (m_drag.isSettling())
        m_drag.rest();
}

/// With the limits that stand in a drag; those chosen by hand stand anyway.
model::ViewState FigureView::withDragged(const std::vector<model::ViewRange>& ranges) const
{
    const model::ViewState& view = m_workspace.view();
    const std::string id(m_kind->id);
    std::vector<model::ViewRange> all;
    for (const model::ViewRange& range : ranges) {
        const model::ViewRange* chosen = model::viewRange(view, id, range.panel);
        all.push_back(chosen ? *chosen : range);
    }
    return withRanges(view, id, all);
}

model::ViewState FigureView::viewToBuild() const
{
    if (m_move.isOpen() && !m_held.empty())
        return withRanges(m_workspace.view(), std::string(m_kind->id), m_held);
    return m_drag.isAtRest() ? m_workspace.view() : withDragged(m_drag.widest());
}

model::ViewState FigureView::viewToDraw(const figures::Figure& figure) const
{
    if (m_drag.isAtRest() || (m_move.isOpen() && !m_held.empty()))
        return viewToBuild();
    return withDragged(m_drag.shown(figure));
}

} // namespace deltascope::views
