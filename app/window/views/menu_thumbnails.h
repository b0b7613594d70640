// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure_kind.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <utility>

class QAction;
class QMenu;

namespace deltascope::plot {
class PlotWidget;
}
namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::views {

/// Small pictures of figures in a menu, of what the workspace knows: drawn one after the other while the menu is open,
/// and again when results come.
class MenuThumbnails : public QObject {
    Q_OBJECT
public:
    MenuThumbnails(workspace::Workspace& workspace, QMenu& menu);
    ~MenuThumbnails() override;

    void add(QAction& action, const figures::FigureKind& kind);
    bool isDrawing() const { return m_next.isActive(); }

private:
    void begin();
    void end();
    void again();
    void drawNext();

    workspace::Workspace& m_workspace;
    QMenu& m_menu;
    plot::PlotWidget* m_plot; // never seen itself: its picture is
    std::vector<std::pair<QAction*, const figures::FigureKind*>> m_all;
    std::deque<std::size_t> m_waiting; // of m_all
    QTimer m_next, m_late;
    bool m_open = false;
};

} // namespace deltascope::views
