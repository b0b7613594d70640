// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QScrollArea>
#include <QTimer>

#include <vector>

class QLabel;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::stage {

class ClassVote;
class Filmstrip;
class StageChoice;

/// What a lecturer has on a screen of their own while the audience sees the stage: the time, what the present step's
/// answer is and what to say on it, what comes next, the hands of the class, and the figures.
class TeacherPanel : public QScrollArea {
    Q_OBJECT
public:
    struct Parts {
        workspace::Workspace& workspace;
        StageChoice& choice;
        ClassVote& vote;
    };
    TeacherPanel(const Parts& parts, QWidget* parent);

    void begin(); ///< the time from now on

signals:
    void blackWanted();
    void otherScreenWanted();
    void leaveWanted();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void showTime();
    void showState();
    void showHands();
    QString notes() const;
    QString nextText() const;
    void advance();
    void retranslate();

    workspace::Workspace& m_workspace;
    ClassVote& m_vote;
    QLabel *m_time, *m_notesTitle, *m_notes, *m_nextTitle, *m_next, *m_handsTitle;
    Filmstrip* m_filmstrip;
    QVBoxLayout* m_hands;
    std::vector<QSpinBox*> m_counts; // hands of each choice
    QPushButton *m_previous, *m_advance, *m_black, *m_screen, *m_leave;
    QElapsedTimer m_since;
    QTimer m_tick;
};

} // namespace deltascope::stage
