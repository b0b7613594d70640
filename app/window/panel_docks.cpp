// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panel_docks.h"

#include "files/settings.h"
#include "text/language.h"
#include "window/dock_title.h"
#include "window/panels/panel_kind.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace deltascope::window {

namespace {

const QString kFolded = QStringLiteral("window/folded");

/// Of a column of words that comes at times.
int standardWidth(const QMainWindow& window)
{
    const int em = window.fontMetrics().height();
    return std::clamp(20 * window.width() / 100, 14 * em, 20 * em);
}

} // namespace

PanelDocks::PanelDocks(workspace::Workspace& workspace, QMainWindow& window)
    : QObject(&window)
    , m_workspace(workspace)
    , m_window(window)
{
    build();
}

bool PanelDocks::isBar(std::size_t i) const
{
    return m_kinds[i]->area == Qt::BottomDockWidgetArea || m_kinds[i]->area == Qt::TopDockWidgetArea;
}

void PanelDocks::build()
{
    m_wanted.assign(panels::panelsRegistry().size(), false);
    m_byHand.assign(panels::panelsRegistry().size(), false);
    m_window.setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    m_window.setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    const auto registry = panels::panelsRegistry();
    m_kinds.assign(registry.begin(), registry.end());
    std::stable_sort(m_kinds.begin(), m_kinds.end(),
        [](const panels::PanelKind* left, const panels::PanelKind* right) { return left->rank < right->rank; });
    const auto settings = files::openSettings();
    const QStringList folded = settings ? settings->value(kFolded).toStringList() : QStringList();
    for (std::size_t i = 0; i < m_kinds.size(); ++i) {
        const panels::PanelKind* kind = m_kinds[i];
        auto* dock = new QDockWidget(&m_window);
        dock->setObjectName(QString::fromStdString(std::string(kind->id))); // the saved layout names it
        dock->installEventFilter(this);
        QWidget* panel = nullptr;
        if (isBar(i)) {
            panel = kind->create(m_workspace, dock);
            dock->setWidget(panel);
        } else { // folded it is as wide as before: without a widget a dock is not
            auto* frame = new QWidget(dock);
            auto* column = new QVBoxLayout(frame);
            column->setContentsMargins(0, 0, 0, 0);
            panel = kind->create(m_workspace, frame);
            column->addWidget(panel);
            dock->setWidget(frame);
        }
        panel->setProperty("panel", dock->objectName());
        m_docks.push_back(dock);
        m_titles.push_back(nullptr);
        if (isBar(i)) {
            // One line of words needs no title bar of its own; it can be hidden from the View menu.
            auto* noTitle = new QWidget(dock);
            (new QVBoxLayout(noTitle))->setContentsMargins(0, 0, 0, 0); // without a layout its height would be −1
            dock->setTitleBarWidget(noTitle);
            dock->setFeatures(QDockWidget::DockWidgetClosable);
            continue;
        }
        auto* title = new DockTitle(*dock);
        m_titles.back() = title;
        dock->setTitleBarWidget(title);
        m_byHand[i] = !kind->unfolded && folded.contains(dock->objectName());
        title->setFolded(m_byHand[i]);
        connect(title, &DockTitle::foldWanted, this, [this, i] {
            m_byHand[i] = true;
            keepFolded();
        });
        // once the window has laid out what changed
        connect(title, &DockTitle::folded, this, &PanelDocks::fitColumns, Qt::QueuedConnection);
        connect(dock, &QDockWidget::visibilityChanged, this, &PanelDocks::fitColumns, Qt::QueuedConnection);
    }
    connect(&m_workspace, &workspace::Workspace::questionChanged, this, &PanelDocks::foldOfItself);
    addAll();
    foldOfItself();
}

/// Those of a side one over the other, in their order.
void PanelDocks::addAll()
{
    std::map<Qt::DockWidgetArea, QDockWidget*> last;
    for (std::size_t i = 0; i < m_docks.size(); ++i) {
        m_window.addDockWidget(m_kinds[i]->area, m_docks[i], Qt::Vertical);
        if (m_kinds[i]->wanted)
            continue;
        QDockWidget*& above = last[m_kinds[i]->area];
        if (above)
            m_window.splitDockWidget(above, m_docks[i], Qt::Vertical);
        above = m_docks[i];
    }
    gatherTabs();
}

/// What is closed by hand is told so: by its button, or in the View menu.
bool PanelDocks::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Close)
        if (const auto dock = std::ranges::find(m_docks, watched); dock != m_docks.end())
            if (const panels::PanelKind* kind = m_kinds[static_cast<std::size_t>(dock - m_docks.begin())]; kind->closed)
                kind->closed(m_workspace);
    return QObject::eventFilter(watched, event);
}

void PanelDocks::foldOfItself()
{
    for (std::size_t i = 0; i < m_docks.size(); ++i)
        if (m_titles[i] && m_kinds[i]->unfolded && !m_byHand[i] && !m_docks[i]->isFloating())
            m_titles[i]->setFolded(!m_kinds[i]->unfolded(m_workspace));
}

/// A column of nothing but titles is as narrow as they are.
void PanelDocks::fitColumns()
{
    for (const Qt::DockWidgetArea area : {Qt::LeftDockWidgetArea, Qt::RightDockWidgetArea}) {
        bool open = false;
        int widest = 0;
        std::vector<QDockWidget*> column;
        for (std::size_t i = 0; i < m_docks.size(); ++i)
            if (m_titles[i] && m_window.dockWidgetArea(m_docks[i]) == area && !m_docks[i]->isFloating()
                && m_docks[i]->toggleViewAction()->isChecked()) { // behind another tab too
                column.push_back(m_docks[i]);
                open = open || !m_titles[i]->isFolded();
                widest = std::max(widest, m_titles[i]->sizeHint().width());
            }
        for (QDockWidget* dock : column)
            dock->setMaximumWidth(open ? QWIDGETSIZE_MAX : widest);
    }
}

void PanelDocks::keepFolded() const
{
    QStringList folded;
    for (std::size_t i = 0; i < m_docks.size(); ++i)
        if (m_titles[i] && m_titles[i]->isFolded() && !m_kinds[i]->unfolded)
            folded << m_docks[i]->objectName();
    const auto settings = files::openSettings();
    if (settings && settings->value(kFolded).toStringList() != folded) // or a file that cannot be read would be lost
        settings->setValue(kFolded, folded);
}

/// A panel that is there only at times shares its place with the first of its side.
void PanelDocks::gatherTabs()
{
    for (std::size_t i = 0; i < m_docks.size(); ++i) {
        if (!m_kinds[i]->wanted)
            continue;
        const bool shown = m_kinds[i]->wanted(m_workspace);
        for (std::size_t j = 0; j < i; ++j)
            if (m_kinds[j]->area == m_kinds[i]->area) {
                m_window.tabifyDockWidget(m_docks[j], m_docks[i]);
                m_docks[shown ? i : j]->raise();
                break;
            }
        m_docks[i]->setVisible(shown);
    }
}

void PanelDocks::showWanted()
{
    bool more = false;
    for (std::size_t i = 0; i < m_docks.size(); ++i) {
        if (!m_kinds[i]->wanted)
            continue;
        const bool wanted = m_kinds[i]->wanted(m_workspace);
        m_docks[i]->toggleViewAction()->setEnabled(wanted);
        if (wanted == m_wanted[i])
            continue;
        m_wanted[i] = wanted;
        m_docks[i]->setVisible(wanted);
        if (wanted) {
            if (m_kinds[i]->area == Qt::RightDockWidgetArea)
                m_window.resizeDocks({m_docks[i]}, {standardWidth(m_window)}, Qt::Horizontal);
            m_docks[i]->raise();
        }
        more = more || wanted;
    }
    for (std::size_t i = 0; more && i < m_docks.size(); ++i) // what is read stays in front of what it is set up with
        if (m_wanted[i] && m_kinds[i]->forAudience)
            m_docks[i]->raise();
}

void PanelDocks::raiseWanted()
{
    fitColumns();
    for (std::size_t i = 0; i < m_docks.size(); ++i)
        if (m_wanted[i])
            m_docks[i]->raise();
}

void PanelDocks::hideOptional()
{
    for (std::size_t i = 0; i < m_docks.size(); ++i)
        if (m_kinds[i]->wanted)
            m_docks[i]->hide();
}

void PanelDocks::putBack()
{
    for (std::size_t i = 0; i < m_docks.size(); ++i) {
        m_docks[i]->setFloating(false);
        m_byHand[i] = false;
        if (m_titles[i])
            m_titles[i]->setFolded(false);
    }
    addAll();
    for (QDockWidget* dock : m_docks)
        dock->show();
    gatherTabs();
    foldOfItself();
    fitColumns();
    keepFolded();
}

void PanelDocks::retranslate()
{
    for (std::size_t i = 0; i < m_docks.size(); ++i) {
        const QString name = text::toText(m_kinds[i]->name);
        m_docks[i]->setWindowTitle(name);
        m_docks[i]->setAccessibleName(name);
        m_docks[i]->setWhatsThis(text::toText(m_kinds[i]->description));
    }
}

} // namespace deltascope::window

#include "moc_panel_docks.cpp"
