// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "figures/figure_kind.h"
#include "files/side_thread.h"
#include "model/view_state.h"
#include "window/controls/gesture.h"

#include <QElapsedTimer>
#include <QFrame>
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
}
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
    QString caption() const;

    /// Builds and draws now what is waiting for the next frame (tests, screenshots).
    void refreshNow();
    /// Nothing where the figure shows the present scenario, brought up to date; else why it must not leave the window.
    std::optional<Error> refusal();
    int buildCount() const { return m_buildCount; } ///< for tests
    /// Nothing is to be built or drawn: what the workspace knows is on the screen.
    bool isUpToDate() const;

signals:
    void kindChosen(const deltascope::figures::FigureKind* kind);
    void exportWanted(const deltascope::figures::FigureKind* kind);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void connectPlot();
    void connectWorkspace();
    void beginMove(int panel);
    void moveTo(int panel, QPointF place, QPointF pixel); ///< the parameters that the panel's axes move
    void askRange(const model::ViewRange& range); ///< of the map that the panel's axes are those of
    void pick(double x, double y); ///< a click where the kind of figure chooses values by clicks
    void layOut();
    void offerNumbers();
    void scheduleRefresh();
    void build();
    void buildBeside();
    void showBuilt(const figures::Figure& figure, const model::ViewState& view);
    model::ViewState viewToBuild() const;
    void tellAccessibility(const QString& summary);
    std::pair<std::string, double> themeWanted() const; ///< id, and the scale of the presenter view
    void applyTheme();
    void showCover();
    void retranslate();
    void setFitLocked(bool locked);
    void openMenu(const QPoint& globalPosition);

    workspace::Workspace& m_workspace;
    const figures::FigureKind* m_kind;
    QToolButton* m_chooser;
    QLabel* m_name; // in place of the chooser where there is no choice
    std::vector<controls::QuestionNumber*> m_numbers; // of the question that this kind answers
    QHBoxLayout* m_bar;
    QLabel* m_readout;
    QToolButton* m_fit;
    QToolButton* m_more;
    plot::PlotWidget* m_plot;
    widgets::CaptionLabel* m_caption;
    QLabel* m_cover; // in place of plot and caption, until a lesson's question is answered
    QTimer m_frame;
    QElapsedTimer m_sinceBuild;
    int m_buildCount = 0;
    double m_scale = 1; // of the presenter view
    std::pair<std::string, double> m_themed;
    controls::Gesture m_move; // of the hand on the figure
    std::vector<model::ViewRange> m_held; // of the axes under the hand, which stand while it moves
    int m_asked = 0, m_shown = 0; // figures: an older one that comes late is not shown
    bool m_building = false; // one, beside the window
    files::SideThread m_side; // last: its thread ends before the rest goes
};

} // namespace deltascope::views
