// SPDX-License-Identifier: GPL-3.0-or-later
// While a hand moves a parameter, here or elsewhere: the axes that it began with are held and grow, what was drawn then
// stands faintly behind, and at the release both go.
#include "render/plot/plot_widget.h"
#include "window/views/figure_view.h"
#include "window/views/sheets/figure_ranges.h"
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
    if (m_beside)
        return withDragged(aligned(m_drag.isAtRest() ? m_fit : m_drag.widest()));
    return m_drag.isAtRest() ? m_workspace.view() : withDragged(m_drag.widest());
}

model::ViewState FigureView::viewToDraw(const figures::Figure& figure) const
{
    if (m_drag.isAtRest() || (m_move.isOpen() && !m_held.empty()))
        return viewToBuild();
    return withDragged(aligned(m_drag.shown(figure)));
}

void FigureView::alignWith(FigureView& other)
{
    m_beside = &other;
    connect(&other, &FigureView::fitChanged, this, &FigureView::alignAgain);
}

void FigureView::alignAgain()
{
    if (!m_beside)
        return;
    if (const std::vector<model::ViewRange> now = aligned(m_fit); now != m_built) {
        m_built = now;
        scheduleRefresh();
    }
}

/// The panels of the same places in both, over all that either shows.
std::vector<model::ViewRange> FigureView::aligned(std::vector<model::ViewRange> ranges) const
{
    if (!m_beside || m_beside->m_kind != m_kind)
        return ranges;
    const auto &mine = m_plot->figure().panels, &others = m_beside->m_plot->figure().panels;
    const auto alike = [](const figures::Axis& one, const figures::Axis& other) {
        return one.title == other.title && one.scale == other.scale && one.origin == other.origin && !one.moved.ranged
            && !other.moved.ranged;
    };
    const std::size_t count = std::min({ranges.size(), mine.size(), others.size(), m_beside->m_fit.size()});
    for (std::size_t i = 0; i < count; ++i) {
        const model::ViewRange& fit = m_beside->m_fit[i];
        if (alike(mine[i].x, others[i].x)) {
            ranges[i].xLower = std::min(ranges[i].xLower, fit.xLower);
            ranges[i].xUpper = std::max(ranges[i].xUpper, fit.xUpper);
        }
        if (alike(mine[i].y, others[i].y)) {
            ranges[i].yLower = std::min(ranges[i].yLower, fit.yLower);
            ranges[i].yUpper = std::max(ranges[i].yUpper, fit.yUpper);
        }
    }
    return ranges;
}

} // namespace deltascope::views
