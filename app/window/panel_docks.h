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

/// A dock for each kind of panel, where its kind wants it. A panel that is there only at times shares a place with its
/// neighbour as a tab, and comes to the front when it has something to show.
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
    void gatherTabs();

    workspace::Workspace& m_workspace;
    QMainWindow& m_window;
    std::vector<const panels::PanelKind*> m_kinds;
    std::vector<QDockWidget*> m_docks; // of each kind
    std::vector<bool> m_wanted; // of each, where it is there only at times
};

} // namespace deltascope::window
