// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panel_docks.h"

#include "text/language.h"
#include "window/panels/panel_kind.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>
#include <QVBoxLayout>

#include <algorithm>

namespace deltascope::window {

PanelDocks::PanelDocks(workspace::Workspace& workspace, QMainWindow& window)
    : QObject(&window)
    , m_workspace(workspace)
    , m_window(window)
{
    build();
}

void PanelDocks::build()
{
    m_wanted.assign(panels::panelsRegistry().size(), false);
    m_window.setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    m_window.setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    const auto registry = panels::panelsRegistry();
    m_kinds.assign(registry.begin(), registry.end());
    std::stable_sort(m_kinds.begin(), m_kinds.end(),
        [](const panels::PanelKind* left, const panels::PanelKind* right) { return left->rank < right->rank; });
    for (const panels::PanelKind* kind : m_kinds) {
        auto* dock = new QDockWidget(&m_window);
        dock->setObjectName(QString::fromStdString(std::string(kind->id))); // the saved layout names it
        dock->setWidget(kind->create(m_workspace, dock));
        dock->widget()->setProperty("panel", dock->objectName());
        dock->installEventFilter(this);
        if (kind->area == Qt::BottomDockWidgetArea || kind->area == Qt::TopDockWidgetArea) {
            // One line of words needs no title bar of its own; it can be hidden from the View menu.
            auto* noTitle = new QWidget(dock);
            (new QVBoxLayout(noTitle))->setContentsMargins(0, 0, 0, 0); // without a layout its height would be −1
            dock->setTitleBarWidget(noTitle);
            dock->setFeatures(QDockWidget::DockWidgetClosable);
        }
        m_window.addDockWidget(kind->area, dock);
        m_docks.push_back(dock);
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

/// A panel that is there only at times shares its place with the one next to it.
void PanelDocks::gatherTabs()
{
    for (std::size_t i = 0; i < m_docks.size(); ++i) {
        if (!m_kinds[i]->wanted)
            continue;
        for (std::size_t j = 0; j < m_docks.size(); ++j)
            if (!m_kinds[j]->wanted && m_kinds[j]->area == m_kinds[i]->area) {
                m_window.tabifyDockWidget(m_docks[j], m_docks[i]);
                break;
            }
        m_docks[i]->setVisible(m_kinds[i]->wanted(m_workspace));
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
        if (wanted)
            m_docks[i]->raise();
        more = more || wanted;
    }
    for (std::size_t i = 0; more && i < m_docks.size(); ++i) // what is read stays in front of what it is set up with
        if (m_wanted[i] && m_kinds[i]->forAudience)
            m_docks[i]->raise();
}

void PanelDocks::raiseWanted()
{
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
        m_window.addDockWidget(m_kinds[i]->area, m_docks[i]);
        m_docks[i]->show();
    }
    gatherTabs();
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
