// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/views/figure_grid.h"

#include "base/registry.h"
#include "window/views/figure_choice.h"
#include "window/views/figure_view.h"
#include "workspace/workspace.h"

#include <QGridLayout>
#include <QShortcut>

#include <algorithm>

namespace deltascope::views {

namespace {

int columnsFor(std::size_t figures)
{
    if (figures <= 1)
        return 1;
    return figures <= 4 ? 2 : 3;
}

} // namespace

FigureGrid::FigureGrid(workspace::Workspace& workspace, QWidget* parent)
    : QSplitter(Qt::Vertical, parent)
    , m_workspace(workspace)
    , m_drawing(addView(*figuresInOrder().front()))
    , m_below(new QWidget(this))
    , m_grid(new QGridLayout(m_below))
    , m_back(new QShortcut(QKeySequence(Qt::Key_Escape), this))
{
    m_back->setEnabled(false);
    connect(m_back, &QShortcut::activated, this, [this] { setLarge(-1); });
    m_drawing->setChooser(false);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(3);
    addWidget(m_drawing);
    addWidget(m_below);
    setStretchFactor(0, 1);
    setStretchFactor(1, 4);
    setSizes({172, 728});
    setChildrenCollapsible(true);
    connect(&workspace, &workspace::Workspace::viewChanged, this, &FigureGrid::showFigures);
    connect(&workspace, &workspace::Workspace::viewChanged, this, &FigureGrid::makeRoomForWalk);
    showFigures();
}

std::vector<FigureView*> FigureGrid::views() const
{
    std::vector<FigureView*> all{m_drawing};
    all.insert(all.end(), m_chosen.begin(), m_chosen.end());
    return all;
}

void FigureGrid::refreshNow()
{
    for (FigureView* view : views())
        view->refreshNow();
}

void FigureGrid::toggleAlone(const std::string& figure)
{
    model::ViewState view = m_workspace.view();
    if (isAlone(figure)) {
        view.figures = m_before.empty() ? model::ViewState{}.figures : m_before;
    } else {
        m_before = view.figures;
        view.figures = {figure};
    }
    m_workspace.setView(view);
}

bool FigureGrid::isAlone(const std::string& figure) const
{
    return m_workspace.view().figures == std::vector{figure};
}

FigureView* FigureGrid::addView(const figures::FigureKind& kind)
{
    auto* view = new FigureView(m_workspace, kind, this);
    connect(view, &FigureView::exportWanted, this, &FigureGrid::exportWanted);
    connect(view, &FigureView::lectureWanted, this, &FigureGrid::lectureWanted);
    connect(view, &FigureView::enlargeWanted, this, [this, view] { toggleLarge(*view); });
    connect(view, &FigureView::kindChosen, this,
        [this, view](const figures::FigureKind* chosen) { choose(view, *chosen); });
    return view;
}

void FigureGrid::showFigures()
{
    std::vector<const figures::FigureKind*> kinds;
    for (const std::string& id : m_workspace.view().figures)
        if (const figures::FigureKind* kind = findKind(figures::figuresRegistry(), id))
            kinds.push_back(kind);
    const bool otherCount = kinds.size() != m_chosen.size();
    while (m_chosen.size() > kinds.size()) {
        m_chosen.back()->hide();
        m_chosen.back()->deleteLater();
        m_chosen.pop_back();
    }
    while (m_chosen.size() < kinds.size())
        m_chosen.push_back(addView(*kinds[m_chosen.size()]));
    for (std::size_t i = 0; i < kinds.size(); ++i)
        m_chosen[i]->setKind(*kinds[i]);
    if (otherCount) {
        m_large = -1;
        arrange();
    }
}

/// While there is a walk the drawing has more than half of the height: its number and its bars are read from afar.
void FigureGrid::makeRoomForWalk()
{
    constexpr int kWalk = 64; // per cent
    const bool walks = m_workspace.view().walk.on();
    if (walks == !m_sizesAtRest.isEmpty())
        return;
    if (walks) {
        m_sizesAtRest = sizes();
        setSizes({kWalk * 10, (100 - kWalk) * 10});
    } else {
        setSizes(m_sizesAtRest);
        m_sizesAtRest.clear();
    }
}

void FigureGrid::holdAll(bool held)
{
    model::ViewState view = m_workspace.view();
    for (const FigureView* shown : views())
        if (!held || shown->isVisible())
            view = shown->withHeld(std::move(view), held);
    m_workspace.setView(view);
}

bool FigureGrid::allHeld() const
{
    bool any = false;
    for (const FigureView* shown : views())
        if (shown->isVisible() && shown->canHold()) {
            any = true;
            if (!shown->isHeld())
                return false;
        }
    return any;
}

void FigureGrid::setLarge(int place)
{
    m_large = place >= 0 && place < static_cast<int>(views().size()) ? place : -1;
    arrange();
}

void FigureGrid::toggleLarge(const FigureView& view)
{
    const std::vector<FigureView*> all = views();
    const auto place = static_cast<int>(std::ranges::find(all, &view) - all.begin());
    setLarge(m_large == place ? -1 : place);
}

std::vector<FigureView*> FigureGrid::shownBelow() const
{
    if (m_large > 0 && m_large <= static_cast<int>(m_chosen.size()))
        return {m_chosen[static_cast<std::size_t>(m_large - 1)]};
    return m_chosen;
}

void FigureGrid::arrange()
{
    const std::vector<FigureView*> shown = shownBelow();
    const int columns = columnsFor(shown.size());
    const int count = static_cast<int>(shown.size());
    const int rows = (count + columns - 1) / columns;
    for (FigureView* view : m_chosen) {
        m_grid->removeWidget(view);
        view->setVisible(std::ranges::find(shown, view) != shown.end());
    }
    for (int i = 0; i < count; ++i) {
        const bool lastAlone = i == count - 1 && count % columns == 1 && columns == 2;
        m_grid->addWidget(shown[static_cast<std::size_t>(i)], i / columns, i % columns, 1, lastAlone ? 2 : 1);
    }
    for (int r = 0; r < m_grid->rowCount(); ++r)
        m_grid->setRowStretch(r, r < rows ? 1 : 0);
    for (int c = 0; c < m_grid->columnCount(); ++c)
        m_grid->setColumnStretch(c, c < columns ? 1 : 0);
    m_drawing->setVisible(m_large <= 0);
    m_below->setVisible(m_large != 0);
    m_back->setEnabled(m_large >= 0);
    const std::vector<FigureView*> all = views();
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i]->setEnlarged(static_cast<int>(i) == m_large);
}

void FigureGrid::choose(const FigureView* where, const figures::FigureKind& kind)
{
    const auto place = std::find(m_chosen.begin(), m_chosen.end(), where);
    if (place == m_chosen.end())
        return;
    model::ViewState view = m_workspace.view();
    for (std::size_t i = 0; i < m_chosen.size(); ++i) // a figure that stands elsewhere changes places
        if (&m_chosen[i]->kind() == &kind)
            view.figures[i] = std::string(where->kind().id);
    view.figures[static_cast<std::size_t>(place - m_chosen.begin())] = std::string(kind.id);
    m_workspace.setView(view);
}

} // namespace deltascope::views

#include "moc_figure_grid.cpp"
