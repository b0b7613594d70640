// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <vector>

class QDockWidget;
class QMainWindow;
class QWidget;

namespace deltascope::panels {
struct PanelKind;
}
namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::window {

class DockTitle;

/// A dock for each kind of panel, where its kind wants it. At the sides each can be folded to its title. Panels that
/// are there only at times share a place as tabs, and come to the front when they have something to show.
class PanelDocks : public QObject {
    Q_OBJECT
public:
    PanelDocks(workspace::Workspace& workspace, QMainWindow& window);

    const std::vector<QDockWidget*>& all() const { return m_docks; }
    void putBack(); ///< where they stand in a new window
    void showWanted();
    void raiseWanted(); ///< once more when the window is there
    void hideOptional(); ///< whatever a kept layout says: nothing is there yet
    void retranslate();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void addAll();
    void gatherTabs();
    void foldOfItself();
    void fitColumns();
    void keepFolded() const;
    bool isBar(std::size_t i) const; ///< lines of words above or below everything

    workspace::Workspace& m_workspace;
    QMainWindow& m_window;
    std::vector<const panels::PanelKind*> m_kinds;
    std::vector<QDockWidget*> m_docks; // of each kind
    std::vector<bool> m_wanted; // of each, where it is there only at times
    std::vector<DockTitle*> m_titles; // of each that has one
    std::vector<bool> m_byHand; // folded or opened so: it stays as it was put
};

} // namespace deltascope::window
