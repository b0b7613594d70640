// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure_kind.h"

#include <QSplitter>

#include <string>
#include <vector>

class QGridLayout;
class QShortcut;

namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::views {

class FigureView;

/// The centre of the window: the figure of lowest rank (the drawing) on top, below it those that the view names, each
/// with a chooser.
class FigureGrid : public QSplitter {
    Q_OBJECT
public:
    explicit FigureGrid(workspace::Workspace& workspace, QWidget* parent = nullptr);

    std::vector<FigureView*> views() const; ///< the drawing first
    void refreshNow();
    /// Shows this figure alone below the drawing; where it already is, brings back those that stood there before.
    void toggleAlone(const std::string& figure);
    bool isAlone(const std::string& figure) const;
    /// Holds the axes of every figure that has some, or lets all fit again.
    void holdAll(bool held);
    bool allHeld() const;
    /// Only the figure at this place of views(); below 0, or where there is none: all.
    void setLarge(int place);
    int large() const { return m_large; }
    void toggleLarge(const FigureView& view); ///< alone, or all again

signals:
    void exportWanted(const deltascope::figures::FigureKind* kind);
    void lectureWanted(const deltascope::figures::FigureKind* kind);

private:
    FigureView* addView(const figures::FigureKind& kind);
    void showFigures();
    void arrange();
    void makeRoomForWalk();
    std::vector<FigureView*> shownBelow() const;
    void choose(const FigureView* where, const figures::FigureKind& kind);

    workspace::Workspace& m_workspace;
    FigureView* m_drawing;
    QWidget* m_below;
    QGridLayout* m_grid;
    std::vector<FigureView*> m_chosen;
    QList<int> m_sizesAtRest; // of the splitter, while there is a walk
    int m_large = -1;
    QShortcut* m_back; // Esc, while one is large
    std::vector<std::string> m_before; // the figures that one stands alone in place of
};

} // namespace deltascope::views
