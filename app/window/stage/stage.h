// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include <vector>

class QLabel;

namespace deltascope::playing {
class WalkBar;
class Walking;
} // namespace deltascope::playing
namespace deltascope::views {
class FigureView;
}
namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::stage {

class ClassVote;
class EndPage;
class Filmstrip;
class Halo;
class LessonStrip;
class StageChoice;
class StageControls;

/// Who else sees it: nobody has controls but here, or the lecturer has them on another screen.
enum class Lecturer { here, elsewhere };

/// What an audience sees: one figure large (two or four where the screen has room), the lesson's words above it; for a
/// lecturer without a screen of their own the filmstrip and a few controls at the foot. It is as large as it is made:
/// it places its parts itself, so that none of them can ask for more room than the screen has.
class Stage : public QWidget {
    Q_OBJECT
public:
    struct Parts {
        workspace::Workspace& workspace;
        StageChoice& choice;
        ClassVote& vote;
        playing::Walking& walking;
    };
    /// `size`: of the screen; the type is chosen for it.
    Stage(const Parts& parts, Lecturer lecturer, QSize size, QWidget* parent = nullptr);

    /// How much larger than at a desk type and pens are on a screen of this height.
    static double scaleFor(int height);
    /// So many figures at once are readable on it: 1, 2 or 4.
    static int mostAtOnce(QSize size);

    LessonStrip& strip() { return *m_strip; }
    std::vector<views::FigureView*> figures() const; ///< that are shown
    void refreshNow(); ///< draws now what is waiting (tests, screenshots)
    void blacken(bool black);
    bool isBlack() const;
    void movePointer(QPoint globalPosition);
    void toggleControls();
    void say(const QString& sentence); ///< for a moment: what was refused
    void layOut();

signals:
    void closed(); ///< by the window system

protected:
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void showFigures();
    void placeFigures(const QRect& room);
    int placeFoot(const QRect& room);
    bool showsDrawing() const;
    QString keysText() const;
    void placeNotice(const QRect& room);

    workspace::Workspace& m_workspace;
    StageChoice& m_choice;
    playing::Walking& m_walking;
    double m_scale;
    LessonStrip* m_strip;
    EndPage* m_end;
    Filmstrip* m_filmstrip = nullptr;
    StageControls* m_controls = nullptr;
    playing::WalkBar* m_walk = nullptr;
    QLabel *m_keys = nullptr, *m_notice;
    QWidget* m_black;
    Halo* m_halo;
    QTimer m_noticed;
    std::vector<views::FigureView*> m_figures; // as many as are shown
    bool m_controlsShown = true;
};

} // namespace deltascope::stage
