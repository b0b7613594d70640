// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "window/stage/stage.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <vector>

class QAction;
class QDockWidget;
class QMainWindow;
class QMenu;
class QScreen;

namespace deltascope::playing {
class Walking;
}
namespace deltascope::stage {
class ClassVote;
class StageChoice;
} // namespace deltascope::stage
namespace deltascope::views {
class FigureGrid;
}
namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::window {

/// The screen that the audience sees: another one than the window's where there is one that shows something else.
QScreen* audienceScreen(const QScreen* ofWindow, const QList<QScreen*>& screens);

/// The presenter view: the stage full screen. Where there is a second screen it stands there, and the window stays with
/// the lecturer, with a panel of notes. The window itself is not touched: what it was like it still is afterwards.
/// PageDown and PageUp (a clicker) go through the lesson's steps, digits vote while a question is open and else choose
/// the figure, Space sends the gradient back, L and P list lessons and presets, B makes the screen black, Esc leaves.
class Presenter : public QObject {
    Q_OBJECT
public:
    struct Parts {
        workspace::Workspace& workspace;
        views::FigureGrid& figures;
        playing::Walking& walking;
        QMainWindow& window;
        std::vector<QAction*> actions; ///< whose keys work on the stage too
        std::function<void(stage::Stage&)> presets; ///< shows their list there
    };
    explicit Presenter(const Parts& parts);

    bool isOn() const { return !m_stage.isNull(); }
    void toggle() { isOn() ? leave() : enter(); }
    void enter();
    void leave();
    stage::Stage* stage() const { return m_stage.data(); } ///< nullptr while it is off
    stage::StageChoice& choice() { return *m_choice; }
    stage::ClassVote& vote() { return *m_vote; }

signals:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void raiseStage(QScreen& screen);
    void takeDown();
    void showTeacher();
    void placeAnew();
    void swapScreens();
    bool pressed(int key, const QString& text);
    bool pressedStep(int key);
    bool pressedFigure(int key);
    bool typing() const;
    bool walked(int key);
    bool handsKeysOver() const;
    void chooseLesson();
    void nextLesson();

    workspace::Workspace& m_workspace;
    views::FigureGrid& m_figures;
    playing::Walking& m_walking;
    QMainWindow& m_window;
    std::vector<QAction*> m_actions;
    std::function<void(stage::Stage&)> m_presets;
    stage::StageChoice* m_choice;
    stage::ClassVote* m_vote;
    QPointer<stage::Stage> m_stage; // a window of the window: it goes before the workspace
    QPointer<QDockWidget> m_teacher;
    QByteArray m_layout; // of the window's panels, while the lecturer's stands among them
    bool m_swapped = false; // the stage is where the window was
};

} // namespace deltascope::window
