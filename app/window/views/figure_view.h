// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "figures/figure_kind.h"
#include "files/side_thread.h"
#include "model/view_state.h"
#include "window/controls/gesture.h"
#include "window/controls/slider_scale.h"
#include "window/views/drag_axes.h"

#include <QElapsedTimer>
#include <QFrame>
#include <QPointer>
#include <QTimer>

#include <optional>
#include <string>
#include <utility>
#include <vector>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace deltascope::controls {
class QuestionNumber;
}
namespace deltascope::plot {
class PlotWidget;
}
namespace deltascope::widgets {
class CaptionLabel;
class RestButton;
} // namespace deltascope::widgets
namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::views {

/// One visible figure: built from the workspace's results by its kind, shown live, with a chooser above and its caption
/// below. Builds at most once a display frame, and nothing while it is hidden.
class FigureView : public QFrame {
    Q_OBJECT
public:
    FigureView(workspace::Workspace& workspace, const figures::FigureKind& kind, QWidget* parent = nullptr);

    const figures::FigureKind& kind() const { return *m_kind; }
    void setKind(const figures::FigureKind& kind);
    void setChooser(bool offered); ///< false: this place always shows the same figure
    /// For an audience: type and pens so many times those of the desk, and nothing that only the desk needs.
    void setOnStage(double scale);
    plot::PlotWidget& plot() const { return *m_plot; }
    /// Of this frame's area, what the inside of the panels with axes has; 0 where none is shown.
    double axesShare() const;
    void setBeside(); ///< in a row of figures of several scenarios: one figure for all, which cannot be enlarged
    /// From now on over the axes that fit both, as far as they mean the same.
    void alignWith(FigureView& other);
    void setEnlarged(bool enlarged); ///< says so; the grid makes the room
    QString caption() const;

    /// Builds and draws now what is waiting for the next frame (tests, screenshots).
    void refreshNow();
    /// Nothing where the figure shows the present scenario, brought up to date; else why it must not leave the window.
    std::optional<Error> refusal();
    int buildCount() const { return m_buildCount; } ///< for tests
    /// Nothing is to be built or drawn: what the workspace knows is on the screen, and stands still.
    bool isUpToDate() const;
    bool isSettling() const { return m_drag.isSettling(); } ///< in motion, after a drag
    /// The axes stay as they are, whatever comes, until they are let go.
    bool isHeld() const;
    bool canHold() const; ///< it has axes, and what is drawn is not all there is (a map)
    const std::vector<model::ViewRange>& shownRanges() const { return m_shownRanges; } ///< of the panels, as drawn last
    /// `view` with these axes held, or fitted again.
    model::ViewState withHeld(model::ViewState view, bool held) const;

signals:
    void kindChosen(const deltascope::figures::FigureKind* kind);
    void exportWanted(const deltascope::figures::FigureKind* kind);
    void lectureWanted(const deltascope::figures::FigureKind* kind); ///< it is to be part of one
    void enlargeWanted(); ///< or back again
    void fitChanged(); ///< the limits that fit what it shows

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void connectPlot();
    void connectWorkspace();
    void pick(double x, double y);
    void beginMove(int panel);
    void moveTo(int panel, QPointF place, QPointF pixel); ///< the parameters that the panel's axes move
    void askRange(const model::ViewRange& range); ///< of the map that the panel's axes are those of
    void beginGrip(const figures::Grip& grip);
    void gripTo(int panel, QPointF place, QPointF pixel, double up); ///< the parameter that the grip is of
    void holdAxes(); ///< under the hand
    void endMove();
    void followGesture();
    void beginDrag();
    void endDrag();
    void settle();
    void endSettling();
    model::ViewState withDragged(const std::vector<model::ViewRange>& ranges) const;
    void layOut();
    void layOutCaption(QHBoxLayout& row);
    bool isPointedAt() const; ///< by a lesson
    void showPointed();
    void shareTopRow();
    void showReadout(const QString& text);
    void showRest();
    void offerNumbers();
    void scheduleRefresh();
    void build();
    void buildBeside();
    void showBuilt(figures::Figure figure);
    void showHold();
    void alignAgain();
    std::vector<model::ViewRange> aligned(std::vector<model::ViewRange> ranges) const;
    model::ViewState viewToBuild() const;
    model::ViewState viewToDraw(const figures::Figure& figure) const;
    void tellAccessibility(const QString& summary);
    std::pair<std::string, double> themeWanted() const; ///< id, and the scale of the presenter view
    void applyTheme();
    bool isCovered() const; ///< by a lesson, until its question is answered
    void showCover();
    void retranslate();
    void setHeld(bool held);
    void openMenu(const QPoint& globalPosition);

    workspace::Workspace& m_workspace;
    const figures::FigureKind* m_kind;
    QToolButton* m_chooser;
    QLabel* m_name; // in place of the chooser where there is no choice
    std::vector<controls::QuestionNumber*> m_numbers; // of the question that this kind answers
    QWidget *m_left, *m_right; // ends of the row above the panels, whose middle is the plot's
    QHBoxLayout* m_bar; // of the left one
    QLabel* m_readout; // over that row, while a value is read
    QToolButton* m_enlarge;
    QToolButton* m_hold;
    QToolButton* m_more;
    plot::PlotWidget* m_plot;
    widgets::CaptionLabel* m_caption;
    widgets::RestButton* m_rest; // of the caption
    QLabel* m_cover; // in place of plot and caption, until a lesson's question is answered
    QTimer m_frame;
    QElapsedTimer m_sinceBuild;
    int m_buildCount = 0;
    double m_scale = 1; // of the presenter view
    std::pair<std::string, double> m_themed;
    controls::Gesture m_move; // of the hand on the figure
    std::vector<model::ViewRange> m_held; // of the axes under the hand, which stand while it moves
    figures::Grip m_grip; // what the hand has
    controls::SliderRange m_turn; // along which it turns
    DragAxes m_drag; // of a hand on anything
    QTimer m_settle; // frames, after it
    std::vector<model::ViewRange> m_shownRanges; // drawn last
    std::vector<model::ViewRange> m_fit, m_built; // what would fit; what it was built for beside another
    QPointer<FigureView> m_beside;
    model::Scenario m_shownScenario; // of what was drawn last
    int m_asked = 0, m_shown = 0; // figures: an older one that comes late is not shown
    bool m_building = false; // one, beside the window
    files::SideThread m_side; // last: its thread ends before the rest goes
};

} // namespace deltascope::views
